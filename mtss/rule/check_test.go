package rule_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// TestCheck refuses values made in Go that no text gives.
func TestCheck(t *testing.T) {
	day := mtss.Date{Year: 2026, Month: 1, Day: 20}
	tally, yes := rule.Of(mtss.Tally{Earned: 1, Possible: 2}), rule.OfYesNo(mtss.Met)
	series := func(on mtss.Date, v rule.Value) rule.Value { return rule.OfSeries(rule.Dated{On: on, Value: v}) }
	for _, c := range []struct {
		why     string
		measure rule.Measure
		value   rule.Value
		good    bool
	}{
		{"a tally", rule.Measure{Name: "m", Kind: rule.KindTally}, tally, true},
		{"nothing", rule.Measure{Name: "m", Kind: rule.KindTally}, rule.Value{}, true},
		{"what does not apply", rule.Measure{Name: "m", Kind: rule.KindTally}, rule.NotApplicable(), true},
		{"a verdict for a tally", rule.Measure{Name: "m", Kind: rule.KindTally}, yes, false},
		{"a tally for a verdict", rule.Measure{Name: "m", Kind: rule.KindYesNo}, tally, false},
		{"60 of 54", rule.Measure{Name: "m", Kind: rule.KindTally}, rule.Of(mtss.Tally{Earned: 60, Possible: 54}), false},
		{"a verdict that is none", rule.Measure{Name: "m", Kind: rule.KindYesNo}, rule.OfYesNo(7), false},
		{"a series", rule.Measure{Name: "m", Kind: rule.KindTally, Series: true}, series(day, tally), true},
		{"one value for a series", rule.Measure{Name: "m", Kind: rule.KindTally, Series: true}, tally, false},
		{"a series for one value", rule.Measure{Name: "m", Kind: rule.KindTally}, series(day, tally), false},
		{"a series of another kind", rule.Measure{Name: "m", Kind: rule.KindTally, Series: true}, series(day, yes), false},
		{"nothing on no day", rule.Measure{Name: "m", Kind: rule.KindTally, Series: true}, series(mtss.Date{}, rule.Value{}), false},
		{"a series without a day", rule.Measure{Name: "m", Kind: rule.KindTally, Series: true}, series(mtss.Date{}, tally), false},
	} {
		if err := c.measure.Check(c.value); (err == nil) != c.good || err != nil && !errors.Is(err, rule.CodeFact) {
			t.Errorf("%s: %v", c.why, err)
		}
	}
	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "m", Kind: rule.KindTally}}}
	var got []string
	for _, i := range mtss.Issues(vocabulary.Check(rule.Facts{"n": yes, "m": yes, "a": tally})) {
		got = append(got, i.Path+" "+string(i.Code))
	}
	if diff := cmp.Diff([]string{"/a rule.measure.unknown", "/m rule.fact", "/n rule.measure.unknown"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
