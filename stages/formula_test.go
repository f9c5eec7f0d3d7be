package stages_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

func share(earned, possible, unknown int64) rule.Value {
	return rule.Of(mtss.Tally{Earned: earned, Possible: possible, Unknown: unknown})
}

func TestFormula(t *testing.T) {
	ratio := func(num, den int64) rule.Value { return rule.OfSpan(mtss.Exactly(mtss.NewRatio(num, den))) }
	unknown := rule.Value{}
	for _, tt := range []struct {
		name               string
		p, i, c            rule.Value
		low, high, weakest string
		why                string
	}{
		{"all known", share(1, 2, 0), share(4, 5, 0), share(3, 4, 0), "0.3", "0.3", "p", "multiplied, exactly"},
		{"thirds", share(1, 3, 0), share(1, 3, 0), share(1, 3, 0), "1/27", "1/27", "p", "of equals the first"},
		{"all full", share(2, 2, 0), share(2, 2, 0), share(2, 2, 0), "1", "1", "p", ""},
		{"the last is weak", share(9, 10, 0), share(8, 10, 0), share(1, 10, 0), "0.072", "0.072", "c", "one weak factor spoils it"},
		{"partly unknown", share(1, 2, 0), share(1, 4, 2), share(1, 1, 0), "0.125", "0.375", "i", "worst to best"},
		{"one unknown", share(1, 2, 0), unknown, share(4, 5, 0), "0", "0.4", "i", "nothing to what the others allow"},
		{"all unknown", unknown, unknown, unknown, "0", "1", "p", ""},
		{"nothing, and unknowns", unknown, share(0, 5, 0), unknown, "0", "0", "i", "zero times anything; and it surely is the weakest"},
		{"nothing, and full", share(5, 5, 0), share(5, 5, 0), share(0, 5, 0), "0", "0", "c", ""},
		{"a ratio", ratio(1, 2), ratio(1, 2), ratio(1, 2), "0.125", "0.125", "p", ""},
		{"over 1", ratio(3, 2), share(1, 2, 0), share(1, 1, 0), "0", "0.5", "p", "no share, so unknown"},
		{"below 0", share(1, 2, 0), ratio(-1, 2), share(1, 1, 0), "0", "0.5", "i", "no share, so unknown"},
		{"0 of 0", share(0, 0, 0), share(1, 2, 0), share(1, 1, 0), "0", "0.5", "p", ""},
		{"no number", share(1, 2, 0), share(1, 2, 0), rule.OfYesNo(met), "0", "0.25", "c", ""},
		{"weaker at best", share(1, 4, 2), share(1, 4, 1), share(1, 4, 3), "0.015625", "0.375", "i", "equally weak at worst"},
	} {
		got := stages.Formula{Practices: stages.Factor{Measure: "p", Value: tt.p}, Implementation: stages.Factor{Measure: "i", Value: tt.i}, Contexts: stages.Factor{Measure: "c", Value: tt.c}}.Product()
		if low, high := got.Outcomes.Low.Number(), got.Outcomes.High.Number(); low != tt.low || high != tt.high || got.Weakest.Measure != tt.weakest {
			t.Errorf("%s: %s to %s, weakest %s, want %s to %s, weakest %s: %s", tt.name, low, high, got.Weakest.Measure, tt.low, tt.high, tt.weakest, tt.why)
		}
		if len(got.Caveats) != 1 || got.Caveats[0].Code != stages.CaveatIllustrative {
			t.Errorf("%s: caveats %+v", tt.name, got.Caveats)
		}
	}
	if got := (stages.Formula{}).Product(); got.Outcomes.Low.Number() != "0" || got.Outcomes.High.Number() != "1" {
		t.Errorf("a zero formula gives %+v", got)
	}
}

func TestDiagnose(t *testing.T) {
	for _, tt := range []struct {
		asIntended, goodResult mtss.Verdict
		want                   stages.Problem
		why                    string
	}{
		{met, met, stages.NoProblem, ""},
		{met, notMet, stages.InnovationProblem, "done as intended, and it does not work"},
		{met, undetermined, stages.UnclearProblem, ""},
		{notMet, met, stages.ImplementationProblem, "the result is not the innovation's"},
		{notMet, notMet, stages.ImplementationProblem, "the innovation has not been tried"},
		{notMet, undetermined, stages.ImplementationProblem, "whatever the result"},
		{undetermined, met, stages.UnclearProblem, ""},
		{undetermined, notMet, stages.UnclearProblem, "it may be either"},
		{undetermined, undetermined, stages.UnclearProblem, ""},
	} {
		if got := stages.Diagnose(tt.asIntended, tt.goodResult); got != tt.want {
			t.Errorf("as intended %s, good result %s: %s, want %s: %s", tt.asIntended, tt.goodResult, got, tt.want, tt.why)
		}
	}
}
