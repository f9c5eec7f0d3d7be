package dca

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Candidates returns the ids of the items that an action plan can be about:
// those below their greatest score and those whose score is missing, in the
// definition's order. Items that were not administered or do not apply are left
// out. Source: items scored 0 or 1 feed action planning, as stated for the State
// Capacity Assessment; for the DCA that is inferred. Errors: those of
// instrument.Scorer.Responses.
func Candidates(scorer *instrument.Scorer, a instrument.Administration) ([]string, error) {
	responses, err := scorer.Responses(a)
	if err != nil {
		return nil, err
	}
	d := scorer.Definition()
	out := []string{}
	for _, response := range responses {
		i, _ := scorer.Item(response.Item)
		if response.NotScored || response.Score != topOf(d, d.Items[i]) {
			out = append(out, response.Item)
		}
	}
	return out, nil
}

// scoresOf returns the scores of an item's scale, rising.
func scoresOf(d instrument.Definition, item instrument.Item) []int {
	for _, scale := range d.Scales {
		if scale.ID == item.Scale {
			return scale.Scores
		}
	}
	return nil
}

// topOf returns the greatest score of an item.
func topOf(d instrument.Definition, item instrument.Item) int {
	if scores := scoresOf(d, item); len(scores) > 0 {
		return scores[len(scores)-1]
	}
	return 0
}

// scoreOf returns an item's score; nil if it has none.
func scoreOf(responses instrument.Responses, item string) *int {
	for _, r := range responses {
		if r.Item == item && !r.NotScored {
			return &r.Score
		}
	}
	return nil
}

// ActivityReview is what has become of an activity by the next administration.
type ActivityReview struct {
	// Activity is the activity.
	Activity Activity `json:"activity"`
	// Before is the item's score that the plan is based on; null where it was
	// missing.
	Before *int `json:"before" jsonschema:"nullable"`
	// After is the item's score at the next administration; null where it is
	// missing, was not administered, or does not apply.
	After *int `json:"after" jsonschema:"nullable"`
	// AtTop is set where the item now has its greatest score.
	AtTop bool `json:"atTop"`
	// Overdue is set where it was due before the next administration and is
	// neither done nor dropped.
	Overdue bool `json:"overdue"`
	// Continues is set where the activity remains to be done: it is neither done
	// nor dropped, and the item is still below its top or missing.
	Continues bool `json:"continues"`
}

// ReviewOf compares a plan with the next administration and says what has become
// of each activity. Both administrations are of the scorer's version: across
// versions, score the earlier one with a crosswalk and make a new plan.
//
// Errors: those of [Plan.Against] for the administration before,
// CodePlanOther where the next one is of another unit or not later, and those
// of instrument.Scorer.Responses.
func (p Plan) ReviewOf(scorer *instrument.Scorer, before, after instrument.Administration) ([]ActivityReview, error) {
	if err := p.Against(scorer, before); err != nil {
		return nil, err
	}
	if after.Unit != before.Unit || !after.Date.After(before.Date) {
		return nil, mtss.Issuef("", CodePlanOther, "the next administration is of %q on %s, want one of %q that is later than %s", after.Unit.ID, after.Date, before.Unit.ID, before.Date)
	}
	first, err := scorer.Responses(before)
	if err != nil {
		return nil, err
	}
	second, err := scorer.Responses(after)
	if err != nil {
		return nil, err
	}
	d := scorer.Definition()
	out := []ActivityReview{}
	for _, activity := range p.Activities {
		i, _ := scorer.Item(activity.Item)
		now := scoreOf(second, activity.Item)
		top := now != nil && *now == topOf(d, d.Items[i])
		out = append(out, ActivityReview{
			Activity: activity, Before: scoreOf(first, activity.Item), After: now, AtTop: top,
			Overdue:   activity.Status.open() && activity.Due.Before(after.Date),
			Continues: activity.Status.open() && !top && !slices.Contains(after.NotApplicable, activity.Item),
		})
	}
	return out, nil
}

// Next begins the plan that follows from the next administration, with the
// activities that continue: unchanged, and under the same ids. It is dated the
// day of that administration; what is overdue keeps its day until the team sets
// another one. Errors: those of [Plan.ReviewOf].
func (p Plan) Next(id string, scorer *instrument.Scorer, before, after instrument.Administration) (Plan, error) {
	carried, err := p.ReviewOf(scorer, before, after)
	if err != nil {
		return Plan{}, err
	}
	next := Plan{ID: id, Administration: after.ID, Instrument: after.Instrument, Unit: after.Unit, Date: after.Date, Activities: []Activity{}}
	for _, c := range carried {
		if !c.Continues {
			continue
		}
		if c.Activity.Since.IsZero() {
			c.Activity.Since = before.Date
		}
		next.Activities = append(next.Activities, c.Activity)
	}
	return next, nil
}
