package rule

import (
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
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

// Relation names the relation as nodes do, such as "atLeast", and returns what it is
// to: one text, or several where it is between or oneOf. They are "" and nil where
// there is no comparison.
func (w Wanted) Relation() (name, one string, several []string) {
	switch c := w.held(); {
	case c.AtLeast != "":
		return "atLeast", c.AtLeast, nil
	case c.MoreThan != "":
		return "moreThan", c.MoreThan, nil
	case c.AtMost != "":
		return "atMost", c.AtMost, nil
	case c.LessThan != "":
		return "lessThan", c.LessThan, nil
	case len(c.Between) > 0:
		return "between", "", slices.Clone(c.Between)
	case c.Is != "":
		return "is", c.Is, nil
	case len(c.OneOf) > 0:
		return "oneOf", "", slices.Clone(c.OneOf)
	}
	return "", "", nil
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
func (w Wanted) MarshalJSON() ([]byte, error) { return strict.Marshal(&w) }

// UnmarshalJSON reads what MarshalJSON writes. Errors: those of strict reading.
func (w *Wanted) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, w, nil) }

// AppendJSON appends the comparison to dst.
func (w *Wanted) AppendJSON(dst []byte) ([]byte, error) {
	if w == nil {
		w = &Wanted{} // of nil, the zero value is written
	}
	c := w.held()
	if c.Between != nil || c.OneOf != nil {
		return strict.Append(dst, c)
	}
	out, n := append(dst, '{'), 0
	for _, part := range [...]struct{ name, text string }{
		{"atLeast", c.AtLeast}, {"moreThan", c.MoreThan}, {"atMost", c.AtMost}, {"lessThan", c.LessThan}, {"is", c.Is},
	} {
		if part.text == "" {
			continue
		}
		out, _ = strict.AppendName(out, n, part.name)
		var err error
		if out, err = strict.AppendString(out, part.text); err != nil {
			return strict.Append(dst, c) // which says where
		}
		n++
	}
	return append(out, '}'), nil
}

// checkStrict reports whether readStrict would read the comparison back.
func (w *Wanted) checkStrict(c *strict.Checks) bool { return c.Value(w.held()) }

// readStrict reads a comparison.
func (w *Wanted) readStrict(d *strict.Decoder, n strict.Node) {
	read := new(Comparison)
	if d.Read(n, read) {
		w.comparison = read
	}
}

// held is the comparison for reading alone; the zero one where there is none.
func (w *Wanted) held() *Comparison {
	if w.comparison == nil {
		return new(Comparison)
	}
	return w.comparison
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *Wanted) Strict(codec any) bool { return strict.Own(codec, x.readStrict, x.checkStrict) }
