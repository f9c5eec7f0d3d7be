package mtsstest_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/mtsstest"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestDiff(t *testing.T) {
	quantity := func(n int64) rule.Value { return rule.OfSpan(mtss.Exactly(mtss.Whole(n))) }
	series := func(n int64) rule.Value {
		return rule.OfSeries(rule.Dated{On: mtss.Date{Year: 2025, Month: 9, Day: 15}, Value: quantity(n)})
	}
	wanted := func(share string) rule.Wanted {
		vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "staff", Kind: rule.KindTally, Unit: "people"}}}
		judge, err := rule.Compile("", rule.Node{Measure: "staff", Comparison: rule.Comparison{AtLeast: share}}, vocabulary)
		if err != nil {
			t.Fatal(err)
		}
		return judge.Explain(nil).Wanted
	}
	halves := rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 2}})
	for _, c := range []struct {
		why       string
		want, got any
		wants     []string
	}{
		{"the same tally", mtss.Tally{Earned: 4, Possible: 10, Unknown: 3}, mtss.Tally{Earned: 4, Possible: 10, Unknown: 3}, nil},
		{"tallies", mtss.Tally{Earned: 4, Possible: 10, Unknown: 3}, mtss.Tally{Earned: 5, Possible: 10}, []string{`"4+3?/10"`, `"5/10"`}},
		{"dates", mtss.Date{Year: 2026, Month: 1, Day: 20}, mtss.Date{Year: 2026, Month: 1, Day: 21}, []string{"2026-01-20", "2026-01-21"}},
		{"verdicts", mtss.Met, mtss.NotMet, []string{"met", "notMet"}},
		{"the same value", quantity(20), quantity(20), nil},
		{"values that are tallies", rule.Of(mtss.Tally{Earned: 21, Possible: 30}), rule.Of(mtss.Tally{Earned: 20, Possible: 30}), []string{`"21/30"`, `"20/30"`}},
		{"quantities", quantity(20), quantity(19), []string{`"low":"20"`, `"low":"19"`}},
		{"series", series(-1), series(-2), []string{"2025-09-15", `"low":"-1"`, `"low":"-2"`}},
		{"values of different sorts", rule.OfYesNo(mtss.Met), rule.Value{}, []string{`"answer":"yes"`, "missing"}},
		{"means that differ in their parts only", halves, rule.OfMean([]mtss.Tally{{Earned: 2, Possible: 4}}), []string{"parts"}},
		{"the same bound", wanted("80%"), wanted("80%"), nil},
		{"bounds", wanted("80%"), wanted("70%"), []string{"at least 80%", "at least 70%"}},
		{"lists", []string{"a", "b"}, []string{"a", "c"}, []string{`"b"`, `"c"`}},
	} {
		t.Run(c.why, func(t *testing.T) { wants(t, mtsstest.Diff(c.want, c.got), c.wants...) })
	}
}

// TestDiffOfDecisions shows what a user sees of two decisions: what was
// measured, the verdict and the need, and nothing of what is inside them.
func TestDiffOfDecisions(t *testing.T) {
	set, err := rule.DecodeSet([]byte(rules))
	if err != nil {
		t.Fatal(err)
	}
	book, err := rule.CompileSet(rule.Vocabulary{}, set)
	if err != nil {
		t.Fatal(err)
	}
	decide := func(staff string) rule.Decision {
		facts, err := rule.FactTexts{{Measure: "staff", Text: staff}}.Parse("", book.Vocabulary())
		if err != nil {
			t.Fatal(err)
		}
		d, ok := book.Decide("commit", facts, mtss.Date{Year: 2026, Month: 1, Day: 20})
		if !ok {
			t.Fatal("the rule is not in force")
		}
		return d
	}
	wants(t, mtsstest.Diff(decide("40/50"), decide("40/50")))
	diff := mtsstest.Diff(decide("40/50"), decide("39/50"))
	wants(t, diff, `"40/50"`, `"39/50"`, `s"met"`, `s"notMet"`, "1 more person needed")
	for _, inside := range []string{"form:", "rule.details"} {
		if strings.Contains(diff, inside) {
			t.Errorf("%q is no reader's business:\n%s", inside, diff)
		}
	}
}
