package mtsstest

import (
	"encoding/json"
	"fmt"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Diff returns a readable difference between two results, findings or other
// values of this library: "" if there is none. Tallies, dates, measured values
// and what was wanted show as people write them.
func Diff(want, got any) string {
	return cmp.Diff(want, got,
		cmp.Comparer(func(a, b shown) bool { return a == b }),
		cmp.Transformer("tally", func(t mtss.Tally) shown { return shown{tally(t)} }),
		cmp.Comparer(func(a, b mtss.Date) bool { return a == b }),
		cmp.Comparer(mtss.Ratio.Equal),
		written(rule.Value.Equal, value),
		written(rule.Wanted.Equal, func(w rule.Wanted) string { return w.Comparison().Phrase() }),
	)
}

// shown is a text that a difference shows as a whole, never cut into pieces.
type shown struct{ text string }

func (s shown) String() string { return s.text }

// written compares by equal and shows what differs by its text; where two that
// differ have one text, it shows what is inside them.
func written[T any](equal func(a, b T) bool, text func(T) string) cmp.Options {
	readable := func(a, b T) bool { return !equal(a, b) && text(a) != text(b) }
	return cmp.Options{
		cmp.FilterValues(readable, cmp.Transformer("text", func(v T) shown { return shown{text(v)} })),
		cmp.FilterValues(func(a, b T) bool { return !readable(a, b) }, cmp.Comparer(equal)),
	}
}

// value writes a tally as facts do, and any other value as documents do.
func value(v rule.Value) string {
	if t, ok := v.Tally(); ok {
		return tally(t)
	}
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// tally writes a tally as facts are written: 4+3?/10.
func tally(t mtss.Tally) string {
	if t.Unknown == 0 {
		return fmt.Sprintf("%d/%d", t.Earned, t.Possible)
	}
	return fmt.Sprintf("%d+%d?/%d", t.Earned, t.Unknown, t.Possible)
}
