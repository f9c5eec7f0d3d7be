package rule

import (
	"encoding/json"
	"reflect"
)

// Wanted is the comparison that a finding was judged by. The zero value is none.
// It shares the comparison with its judge, and so does not let it be changed.
type Wanted struct {
	comparison *Comparison // never changed
}

// Comparison returns a copy of the comparison.
func (w Wanted) Comparison() Comparison {
	if w.comparison == nil {
		return Comparison{}
	}
	return w.comparison.clone()
}

// Upward reports whether a greater value can only meet the comparison better:
// it is a lower bound.
func (w Wanted) Upward() bool {
	return w.comparison != nil && (w.comparison.AtLeast != "" || w.comparison.MoreThan != "")
}

// IsZero reports whether there is no comparison, for omitzero.
func (w Wanted) IsZero() bool { return w.comparison == nil }

// Equal reports whether two comparisons are the same.
func (w Wanted) Equal(v Wanted) bool { return reflect.DeepEqual(w.Comparison(), v.Comparison()) }

// MarshalJSON writes the comparison.
func (w Wanted) MarshalJSON() ([]byte, error) { return json.Marshal(w.Comparison()) }
