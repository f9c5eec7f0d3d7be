package threshold_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		kind, unit, text string
		want             string // "" is refused
		counted, unitBad bool
	}{
		{"tally", "points", "80%", "0.8", false, false},
		{"tally", "points", "44 points", "44", true, false},
		{"tally", "points", "44 people", "", false, true},
		{"tally", "", "5 points", "", false, true},
		{"tally", "points", "80", "", false, false},
		{"ratio", "", "-5%", "-0.05", false, false},
		{"ratio", "", "5 h", "", false, false},
		{"quantity", "h", "12.5 h", "12.5", false, false},
		{"quantity", "h", "12.5", "", false, true},
		{"quantity", "", "3", "3", false, false},
		{"date", "", "0001-01-02", "1", false, false},
		{"date", "", "2026-02-30", "", false, false},
	} {
		got, err := threshold.Read(c.kind, c.unit, c.text)
		if err != nil != (c.want == "") || err == nil && got.At.Number() != c.want || errors.As(err, new(threshold.UnitError)) != c.unitBad {
			t.Errorf("%s %q %q: %s, %v, want %q", c.kind, c.unit, c.text, got.At.Number(), err, c.want)
		}
		if err == nil && got.Counted != c.counted {
			t.Errorf("%q counts: %v", c.text, got.Counted)
		}
	}
}

func TestDays(t *testing.T) {
	day := mtss.Date{Year: 2026, Month: 1, Day: 20}
	number, _, _ := threshold.Day(day).Fraction()
	if back := threshold.Date(number); back != day {
		t.Errorf("got %s, want %s", back, day)
	}
}

func TestOperators(t *testing.T) {
	c := threshold.Comparison{AtLeast: "1", MoreThan: "2", AtMost: "3", LessThan: "4", Between: []string{"5", "6"}, Is: "7", OneOf: []string{"8"}}
	var names, texts []string
	for _, o := range c.Operators() {
		names, texts = append(names, o.String()), append(texts, c.Texts(o)...)
	}
	if !slices.Equal(names, threshold.Names()) || !slices.Equal(texts, []string{"1", "2", "3", "4", "5", "6", "7", "8"}) {
		t.Errorf("got %q and %q", names, texts)
	}
	if c.Operator() != threshold.AtLeast || (&threshold.Comparison{}).Operator() != threshold.None {
		t.Error("the first operator is not the first")
	}
}
