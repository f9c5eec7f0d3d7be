package plan

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Against compares a plan with the administration that it follows from. Activities
// about items of another instrument, or about none, are compared with nothing.
//
// Errors: CodeOther for another administration, unit or instrument, or a plan
// made before it; CodeItem; CodeActivity; those of [Plan.Validate] and of
// instrument.Scorer.Responses.
func (p Plan) Against(scorer *instrument.Scorer, a instrument.Administration) error {
	responses, err := scorer.Responses(a)
	if err != nil {
		return err
	}
	var scored []string
	for _, r := range responses {
		scored = append(scored, r.Item)
	}
	if err := strict.Validate(&p, nil); err != nil {
		return err
	}
	c := checker{scorer: scorer, p: &p, a: &a, scored: scored, issues: p.issues()}
	c.head()
	for i := range p.Activities {
		c.activity(pointer.Element("/activities", i), &p.Activities[i])
	}
	strict.Sort(&p, c.issues)
	return strict.Invalid(c.issues)
}

type checker struct {
	scorer *instrument.Scorer
	p      *Plan
	a      *instrument.Administration
	scored []string // the items that an activity can be about: to raise them, or to sustain them at their top
	issues []mtss.Issue
}

func (c *checker) fail(path string, code mtss.Code, format string, args ...any) {
	c.issues = append(c.issues, mtss.Issuef(path, code, format, args...))
}

func (c *checker) head() {
	if c.p.Administration != c.a.ID {
		c.fail("/administration", CodeOther, "the plan follows from administration %q, not from %q", c.p.Administration, c.a.ID)
	}
	if c.p.Instrument != c.a.Instrument {
		c.fail("/instrument", CodeOther, "is %s, want %s, like the administration", c.p.Instrument.String(), c.a.Instrument)
	}
	if c.p.Unit != c.a.Unit {
		c.fail("/unit", CodeOther, "is %q, want %q, like the administration", c.p.Unit.ID, c.a.Unit.ID)
	}
	if c.p.Date.Before(c.a.Date) {
		c.fail("/date", CodeOther, "is %s, before the administration of %s", c.p.Date, c.a.Date)
	}
}

func (c *checker) activity(at string, a *Activity) {
	begin := c.a.Date
	if !a.Since.IsZero() {
		begin = a.Since
	}
	if c.p.instrument(a) == c.a.Instrument {
		for i, item := range a.Items {
			switch _, known := c.scorer.Item(item); {
			case !known:
				c.fail(pointer.Element(at+"/items", i), CodeItem, "%s has no item %q", c.a.Instrument, item)
			case !slices.Contains(c.scored, item) && (a.Since.IsZero() || a.open() && slices.Contains(c.a.NotApplicable, item)):
				// Once carried over, what is done or dropped stays, whatever became of its item, and
				// what is open stays where its item was not administered.
				c.fail(pointer.Element(at+"/items", i), CodeItem, "item %q was not administered, or does not apply", item)
			}
		}
		if begin.After(c.a.Date) {
			c.fail(at+"/since", CodeActivity, "activity %q was first planned after the administration of %s, want that of %s or an earlier one", a.ID, begin, c.a.Date)
		}
	}
	if !a.Since.IsZero() {
		return // which Validate compares with
	}
	if a.Due.Before(begin) {
		c.fail(at+"/due", CodeActivity, "activity %q is due on %s, want %s, the earliest day on which it was planned, or later", a.ID, a.Due, begin)
	}
	if a.Status == Done && !a.DoneOn.IsZero() && a.DoneOn.Before(begin) {
		c.fail(at+"/doneOn", CodeActivity, "activity %q was done on %s, want %s, the earliest day on which it was planned, or later", a.ID, a.DoneOn, begin)
	}
}

// Review is what has become of an activity and one of its items by the next
// administration.
type Review struct {
	// Activity is the activity.
	Activity Activity `json:"activity"`
	// Item is the item; absent for an activity about no item of the instrument.
	Item string `json:"item,omitzero"`
	// Before is the item's score that the plan is based on; null where it was
	// missing.
	Before *int `json:"before" jsonschema:"nullable"`
	// After is the item's score at the next administration; null where it is
	// missing, was not administered, or does not apply.
	After *int `json:"after" jsonschema:"nullable"`
	// AtTop is set where the item now has its greatest score.
	AtTop bool `json:"atTop"`
	// Sustains is set where the item had its greatest score before, so that the
	// activity is to keep it there.
	Sustains bool `json:"sustains"`
	// Overdue is set where the activity was due before the next administration and
	// is neither done nor dropped.
	Overdue bool `json:"overdue"`
	// Continues is set where the activity remains to be done: it is neither done
	// nor dropped, and one of its items is still below its top or missing, is to be
	// sustained there, or it is about none.
	Continues bool `json:"continues"`
}

// ReviewOf compares a plan with the next administration and says what has become
// of each activity, item by item. Both administrations are of the scorer's version:
// across versions, score the earlier one with a crosswalk and make a new plan.
//
// Errors: those of [Plan.Against] for the administration before,
// CodeOther where the next one is of another unit or not later, and those
// of instrument.Scorer.Responses.
func (p Plan) ReviewOf(scorer *instrument.Scorer, before, after instrument.Administration) ([]Review, error) {
	if err := p.Against(scorer, before); err != nil {
		return nil, err
	}
	if after.Unit != before.Unit || !after.Date.After(before.Date) {
		return nil, mtss.Issuef("", CodeOther, "the next administration is of %q on %s, want one of %q that is later than %s", after.Unit.ID, after.Date, before.Unit.ID, before.Date)
	}
	first, err := scorer.Responses(before)
	if err != nil {
		return nil, err
	}
	second, err := scorer.Responses(after)
	if err != nil {
		return nil, err
	}
	out := []Review{}
	for _, a := range p.Activities {
		rows := []Review{}
		a = kit.Clone(a)
		remains := len(a.Items) == 0 || p.instrument(&a) != before.Instrument
		if !remains {
			for _, item := range a.Items {
				was, now := scoreOf(first, item), scoreOf(second, item)
				top := topOf(scorer, item)
				row := Review{Activity: a, Item: item, Before: was, After: now, AtTop: now != nil && *now == top, Sustains: was != nil && *was == top}
				remains = remains || (!row.AtTop || row.Sustains) && !slices.Contains(after.NotApplicable, item)
				rows = append(rows, row)
			}
		} else {
			rows = append(rows, Review{Activity: a})
		}
		for i := range rows {
			rows[i].Overdue, rows[i].Continues = a.open() && a.Due.Before(after.Date), a.open() && remains
		}
		out = append(out, rows...)
	}
	return out, nil
}

// topOf returns the greatest score of an item.
func topOf(scorer *instrument.Scorer, item string) int {
	d := scorer.Definition()
	i, _ := scorer.Item(item)
	for _, scale := range d.Scales {
		if scale.ID == d.Items[i].Scale && len(scale.Scores) > 0 {
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

// Next begins the plan that follows from the next administration, with the
// activities that continue: unchanged, and under the same ids. Of their items, those
// that do not apply any more are left out. It is dated the
// day of that administration; what is overdue keeps its day until the team sets
// another one. Errors: those of [Plan.ReviewOf].
func (p Plan) Next(id string, scorer *instrument.Scorer, before, after instrument.Administration) (Plan, error) {
	carried, err := p.ReviewOf(scorer, before, after)
	if err != nil {
		return Plan{}, err
	}
	next := kit.Clone(p)
	next.ID, next.Supersedes, next.Voids, next.Administration, next.Date = id, "", "", after.ID, after.Date
	next.Activities = []Activity{}
	for _, c := range carried {
		last := len(next.Activities) - 1
		if !c.Continues || last >= 0 && next.Activities[last].ID == c.Activity.ID {
			continue
		}
		a := kit.Clone(c.Activity)
		if a.Since.IsZero() {
			a.Since = before.Date
		}
		if p.instrument(&a) == after.Instrument {
			a.Items = slices.DeleteFunc(a.Items, func(item string) bool { return slices.Contains(after.NotApplicable, item) })
		}
		next.Activities = append(next.Activities, a)
	}
	return next, nil
}
