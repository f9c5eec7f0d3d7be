package strict

import (
	"reflect"

	"github.com/openmtss/mtss-go/mtss"
)

// FormOf returns what Validate says of the form of *v, for types that are made
// at run time.
func FormOf(v any) []mtss.Issue { return formIssues(reflect.ValueOf(v).Elem()) }

// GoodAtSight reports whether *v passes without being written.
func GoodAtSight(v any) bool {
	return new(Checks).good(reflect.ValueOf(v).Elem())
}

// Written is what Append gives for *v.
func Written(v any) ([]byte, error) {
	out, issues := appendValue(nil, reflect.ValueOf(v).Elem(), false)
	return out, Invalid(issues)
}

// Decode reads a document of which only the form counts.
func Decode(data []byte, v any) error {
	_, issues := decode(data, v)
	return Invalid(issues)
}

// ReadQuickly is what [Quick] makes of a document.
func ReadQuickly(data []byte, v any) bool { return quick(data, reflect.ValueOf(v).Elem()) }
