// Package dca scores the District Capacity Assessment (DCA) and follows it from
// the meeting with its votes to the action plan and the trend.
//
//	definition, err := dca.Complete(completion) // from the district's own copy
//	if err != nil {
//		return err
//	}
//	result, err := dca.Score(definition, administration)
//	if err != nil {
//		return err
//	}
//	fmt.Println(strings.Join(result.Lines(), "\n"))
//
// [V77] holds what is confirmed of version 7.7. It lacks the exact number of
// items, the subscales and how the total is formed, since no public source that
// could be read states them; [Complete] supplies those from a district's or an
// agency's own copy. [Review] makes the agreed scores of a [VotingMeeting] an
// administration, and [TrendOfAdministrations] shows how results changed.
//
// The suggested minimum level of capacity is 80 percent of the total and of
// each subscale, "until further validation research is conducted".
//
// The action plan that follows from an administration is a plan.Plan of package plan:
// [Candidates] are the items below their top, plan.Plan.Against compares a plan with
// the administration, and plan.Plan.Next begins the next one.
package dca

import (
	_ "embed"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

//go:embed dca-7.7.json
var v77 []byte

// V77 returns what is confirmed of the DCA 7.7 of October 2019. It scores items,
// but no subscale and no total, so its criterion is undetermined until the
// definition is completed.
func V77() instrument.Definition {
	d, err := instrument.DecodeDefinition(v77)
	if err != nil {
		return instrument.Definition{} // a test shows that the file is good
	}
	return d
}

// Complete returns the DCA 7.7 together with what a completion supplies. Errors:
// those of instrument.Complete.
func Complete(c instrument.Completion) (instrument.Definition, error) {
	return instrument.Complete(V77(), c)
}

// Score scores one administration by a definition. To score many, compile the
// definition once with instrument.Compile and use the scorer. Errors: the codes
// of instrument.Definition.Validate and of instrument.Scorer.Responses.
func Score(d instrument.Definition, a instrument.Administration) (instrument.Result, error) {
	scorer, err := instrument.Compile(d)
	if err != nil {
		return instrument.Result{}, err
	}
	return scorer.Score(a)
}
