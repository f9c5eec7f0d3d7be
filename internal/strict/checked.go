package strict

import "github.com/openmtss/mtss-go/mtss"

// Checked is [Read] with issues of a value.
func Checked[T any](data []byte, issues func(T) []mtss.Issue) (T, error) {
	return Read(data, func(v *T) []mtss.Issue { return issues(*v) })
}
