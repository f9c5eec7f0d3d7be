package dca

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Vocabulary returns the measure that [Plan.Facts] gives: how many of the
// activities of an action plan are done.
func Vocabulary() rule.Vocabulary {
	return rule.Vocabulary{Measures: []rule.Measure{{Name: "dca.plan.done", Kind: rule.KindTally, Unit: "activities"}}}
}

// Facts returns what the plan comes to, by the names of [Vocabulary]. The share
// of a plan without activities, or of which all were dropped, does not apply.
func (p Plan) Facts() rule.Facts {
	done := p.Progress()
	if done == (mtss.Tally{}) {
		return rule.Facts{"dca.plan.done": rule.NotApplicable()}
	}
	return rule.Facts{"dca.plan.done": rule.Of(done)}
}
