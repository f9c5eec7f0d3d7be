package strict

import "github.com/openmtss/mtss-go/mtss"

// Checked reads a document strictly, and where its form is good, what its values
// say: issues finds that. All problems come in the order of the document.
func Checked[T any](data []byte, issues func(T) []mtss.Issue) (T, error) {
	var v T
	document, found := Parse(data)
	found = append(found, document.Decode(&v)...)
	if len(found) == 0 {
		found = issues(v)
	}
	document.Sort(found)
	return v, Invalid(found)
}
