package dca

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Candidate is an item below its top, which action planning is about.
type Candidate struct {
	// Item is the item's id.
	Item string `json:"item"`
	// Label is its short label.
	Label string `json:"label,omitzero"`
	// Subscales are the subscales that it belongs to, those around others
	// included, in the definition's order.
	Subscales []string `json:"subscales"`
	// Score is its score; null where it is missing.
	Score *int `json:"score" jsonschema:"nullable"`
	// Top is the greatest score it can have.
	Top int `json:"top"`
}

// Candidates returns the items below their top, and those that are missing, in
// the definition's order. What was not administered, or does not apply, is no
// candidate. Source: items scored 0 or 1 feed action planning, as stated for
// the State Capacity Assessment; for the DCA that is inferred. Errors: those of
// instrument.Scorer.Responses.
func Candidates(scorer *instrument.Scorer, a instrument.Administration) ([]Candidate, error) {
	responses, err := scorer.Responses(a)
	if err != nil {
		return nil, err
	}
	d := scorer.Definition()
	out := []Candidate{}
	for _, response := range responses {
		i, _ := scorer.Item(response.Item)
		item := d.Items[i]
		score, top := scoreOf(responses, item.ID), topOf(d, item)
		if score == nil || *score != top {
			out = append(out, Candidate{Item: item.ID, Label: item.Label, Subscales: subscalesOf(d, item.ID), Score: score, Top: top})
		}
	}
	return out, nil
}

// subscalesOf returns the subscales of an item and those around them.
func subscalesOf(d instrument.Definition, item string) []string {
	parents, in := map[string]string{}, map[string]bool{}
	for _, sub := range d.Subscales {
		parents[sub.ID] = sub.Parent
	}
	for _, sub := range d.Subscales {
		if !slices.Contains(sub.Items, item) {
			continue
		}
		for id := sub.ID; id != ""; id = parents[id] {
			in[id] = true
		}
	}
	out := []string{}
	for _, sub := range d.Subscales {
		if in[sub.ID] {
			out = append(out, sub.ID)
		}
	}
	return out
}

func topOf(d instrument.Definition, item instrument.Item) int {
	for _, scale := range d.Scales {
		if scale.ID == item.Scale {
			return scale.Scores[len(scale.Scores)-1]
		}
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

// ActivityReview is what became of an activity by the next administration.
type ActivityReview struct {
	// Activity is the activity.
	Activity Activity `json:"activity"`
	// Before is the item's score that the plan was made on; null where it was
	// missing.
	Before *int `json:"before" jsonschema:"nullable"`
	// After is the item's score at the next administration; null where it is
	// missing, was not administered, or does not apply.
	After *int `json:"after" jsonschema:"nullable"`
	// AtTop is set where the item has its greatest score now.
	AtTop bool `json:"atTop"`
	// Overdue is set where it was due before the next administration and is
	// neither done nor dropped.
	Overdue bool `json:"overdue"`
	// Continues is set where the activity stays to be done: it is neither done
	// nor dropped, and the item is still below its top, or missing.
	Continues bool `json:"continues"`
}

// ReviewOf holds a plan against the next administration and says, for each
// activity, what became of it. Both administrations are of the scorer's
// version: across versions, score the earlier one with a crosswalk, and make
// the plan anew.
//
// Errors: those of [Plan.Validate] against the administration before,
// CodePlanOther where the next one is of another unit or not later, and those
// of instrument.Scorer.Responses.
func (p Plan) ReviewOf(scorer *instrument.Scorer, before, after instrument.Administration) ([]ActivityReview, error) {
	if err := p.Validate(scorer, before); err != nil {
		return nil, err
	}
	if after.Unit != before.Unit || !after.Date.After(before.Date) {
		return nil, mtss.Issuef("", CodePlanOther, "the next administration is of %q on %s, want one of %q after %s", after.Unit.ID, after.Date, before.Unit.ID, before.Date)
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
		atTop := now != nil && *now == topOf(d, d.Items[i])
		out = append(out, ActivityReview{
			Activity: activity, Before: scoreOf(first, activity.Item), After: now, AtTop: atTop,
			Overdue:   activity.Status.open() && activity.Due.Before(after.Date),
			Continues: activity.Status.open() && !atTop && !slices.Contains(after.NotApplicable, activity.Item),
		})
	}
	return out, nil
}

// Next begins the plan that follows from the next administration: with the
// activities that continue, under their ids and as they stand. It is made on
// the day of that administration; what is overdue keeps its day until the team
// sets another one. Errors: those of [Plan.ReviewOf].
func (p Plan) Next(id string, scorer *instrument.Scorer, before, after instrument.Administration) (Plan, error) {
	carried, err := p.ReviewOf(scorer, before, after)
	if err != nil {
		return Plan{}, err
	}
	next := Plan{Kind: "actionPlan", SchemaVersion: SchemaVersion, ID: id, Administration: after.ID, Instrument: after.Instrument, Unit: after.Unit, Date: after.Date, Activities: []Activity{}}
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
