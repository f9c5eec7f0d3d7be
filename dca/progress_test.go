package dca_test

import (
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Rules read the progress of a plan.
func TestPlanFacts(t *testing.T) {
	of := func(states ...dca.ActionStatus) dca.Plan {
		p := dca.Plan{}
		for i, s := range states {
			p.Activities = append(p.Activities, dca.Activity{ID: string(rune('a' + i)), Item: "1", Who: "coordinator", Due: day("2026-05-01"), Status: s})
		}
		return p
	}
	for _, test := range []struct {
		name string
		plan dca.Plan
		want rule.Value
	}{
		{"nothing planned", of(), rule.NotApplicable()},
		{"all dropped", of(dca.Dropped), rule.NotApplicable()},
		{"some of each", of(dca.Done, dca.UnderWay, dca.Dropped, dca.Planned), rule.Of(mtss.Tally{Earned: 1, Possible: 3})},
		{"all done", of(dca.Done), rule.Of(mtss.Tally{Earned: 1, Possible: 1})},
	} {
		values := dca.Vocabulary().Values(test.plan.Facts())
		if len(values) != 1 || !values[0].Equal(test.want) {
			t.Errorf("%s: %v, want %v", test.name, values, test.want)
		}
	}
}
