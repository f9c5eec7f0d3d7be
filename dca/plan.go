package dca

import (
	"encoding/json"

	"github.com/openmtss/mtss-go/internal/pointer"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Plan is the action plan that follows from an administration: what is done
// about which item, by whom and until when.
type Plan struct {
	// Kind is "actionPlan"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=actionPlan"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// ID names the plan.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the plan that it corrects or brings up to date.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a plan that does not count; this one then counts for
	// nothing itself.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Administration is the id of the administration that it follows from.
	Administration string `json:"administration" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is the instrument whose items it names.
	Instrument instrument.Ref `json:"instrument"`
	// Unit is whose plan it is.
	Unit mtss.Unit `json:"unit"`
	// Date is the day on which it was made, or brought up to date.
	Date mtss.Date `json:"date"`
	// Activities are what is to be done.
	Activities []Activity `json:"activities" jsonschema:"maxItems=10000"`
}

// Activity is one thing to be done about an item.
type Activity struct {
	// ID names the activity. It keeps its id from plan to plan.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Item is the item that it is about.
	Item string `json:"item" jsonschema:"minLength=1,maxLength=64"`
	// What is to be done, in short.
	What string `json:"what" jsonschema:"minLength=1,maxLength=1000"`
	// Who is the role that does it, never a name.
	Who string `json:"who" jsonschema:"minLength=1,maxLength=200"`
	// Due is the day by which it should be done.
	Due mtss.Date `json:"due"`
	// Status is how it stands.
	Status Status `json:"status"`
	// DoneOn is the day on which it was done; absent while it is not.
	DoneOn mtss.Date `json:"doneOn,omitzero"`
	// Since is the day of the administration after which it was first planned;
	// absent where that is the one that this plan follows from.
	Since mtss.Date `json:"since,omitzero"`
}

// Status is how an activity stands.
type Status string

// The states of an activity.
const (
	// Planned: not begun.
	Planned Status = "planned"
	// UnderWay: begun.
	UnderWay Status = "underWay"
	// Done: done.
	Done Status = "done"
	// Dropped: given up.
	Dropped Status = "dropped"
)

// UnmarshalText reads a status. Errors: CodePlanActivity.
func (s *Status) UnmarshalText(text []byte) error {
	switch known := Status(text); known {
	case Planned, UnderWay, Done, Dropped:
		*s = known
		return nil
	}
	return mtss.Issuef("", CodePlanActivity, "%q is no status, want planned, underWay, done or dropped", string(text))
}

// open reports whether the activity remains to be done.
func (s Status) open() bool { return s == Planned || s == UnderWay }

// DecodePlan reads one plan strictly: its form. [Plan.Validate] checks it against
// its administration. Errors: CodePlanActivity and the codes of strict reading.
func DecodePlan(data []byte) (Plan, error) {
	var p Plan
	err := strict.Decode(data, &p)
	return p, err
}

// MarshalJSON writes the plan with its kind and schema version.
func (p Plan) MarshalJSON() ([]byte, error) {
	type plain Plan
	out := plain(p)
	out.Kind, out.SchemaVersion = "actionPlan", SchemaVersion
	if out.Activities == nil {
		out.Activities = []Activity{}
	}
	return json.Marshal(out)
}

// PlansInForce returns the plans that stand, in their order: without those that
// another one supersedes or voids, and without those that only void. Errors:
// those of mtss.Standing. What stands in spite of them is returned all
// the same.
func PlansInForce(plans []Plan) ([]Plan, error) {
	return mtss.InForce(plans, (*Plan).correction)
}

// correction returns what the plan says of itself and of the one it corrects.
func (p *Plan) correction() mtss.Correction[subject] {
	return mtss.Correction[subject]{ID: p.ID, Supersedes: p.Supersedes, Voids: p.Voids, Subject: subject{p.Unit, p.Instrument.ID}}
}

// Progress counts the activities that are done, of those that were not dropped.
func (p Plan) Progress() mtss.Tally {
	var t mtss.Tally
	for _, activity := range p.Activities {
		switch {
		case activity.Status == Done:
			t.Earned++
			t.Possible++
		case activity.Status.open():
			t.Possible++
		}
	}
	return t
}

// Validate checks a plan against the administration that it follows from.
//
// Errors: mtss.CodeCorrection, CodePlanOther for another administration, unit or
// instrument, or a plan made before it; CodePlanItem; CodePlanActivity; those
// of instrument.Scorer.Responses, and the codes of strict reading for a plan that
// no document could hold.
func (p Plan) Validate(scorer *instrument.Scorer, a instrument.Administration) error {
	candidates, err := Candidates(scorer, a)
	if err != nil {
		return err
	}
	if issues := formOf(p, &Plan{}); len(issues) > 0 {
		return strict.Invalid(issues)
	}
	c := planChecker{scorer: scorer, p: &p, a: &a, below: map[string]bool{}, seen: map[string]bool{}}
	for _, candidate := range candidates {
		c.below[candidate.Item] = true
	}
	c.issues = mtss.Issues(p.correction().Validate())
	c.head()
	for i := range p.Activities {
		c.activity(pointer.Element("/activities", i), &p.Activities[i])
	}
	sortAsWritten(p, c.issues)
	return strict.Invalid(c.issues)
}

type planChecker struct {
	scorer      *instrument.Scorer
	p           *Plan
	a           *instrument.Administration
	below, seen map[string]bool // items below their top, ids of activities
	issues      []mtss.Issue
}

func (c *planChecker) fail(path string, code mtss.Code, format string, args ...any) {
	c.issues = append(c.issues, mtss.Issuef(path, code, format, args...))
}

func (c *planChecker) head() {
	if c.p.Administration != c.a.ID {
		c.fail("/administration", CodePlanOther, "the plan follows from administration %q, not from %q", c.p.Administration, c.a.ID)
	}
	if c.p.Instrument != c.a.Instrument {
		c.fail("/instrument", CodePlanOther, "is %s, want %s, as the administration", c.p.Instrument.String(), c.a.Instrument)
	}
	if c.p.Unit != c.a.Unit {
		c.fail("/unit", CodePlanOther, "is %q, want %q, as the administration", c.p.Unit.ID, c.a.Unit.ID)
	}
	if c.p.Date.Before(c.a.Date) {
		c.fail("/date", CodePlanOther, "is %s, before the administration of %s", c.p.Date, c.a.Date)
	}
}

func (c *planChecker) activity(at string, activity *Activity) {
	if c.seen[activity.ID] {
		c.fail(at+"/id", CodePlanActivity, "activity %q stands twice", activity.ID)
	}
	c.seen[activity.ID] = true
	switch _, known := c.scorer.Item(activity.Item); {
	case !known:
		c.fail(at+"/item", CodePlanItem, "%s has no item %q", c.a.Instrument, activity.Item)
	case !c.below[activity.Item] && (activity.Status.open() || activity.Since.IsZero()):
		// Once carried over, what is done or dropped stays, whatever became of its item.
		c.fail(at+"/item", CodePlanItem, "item %q is at its top already, was not administered, or does not apply", activity.Item)
	}
	begin := c.a.Date
	if !activity.Since.IsZero() {
		begin = activity.Since
	}
	if begin.After(c.a.Date) {
		c.fail(at+"/since", CodePlanActivity, "activity %q was first planned after %s, want an administration not later than that of %s", activity.ID, begin, c.a.Date)
	}
	if activity.Due.Before(begin) {
		c.fail(at+"/due", CodePlanActivity, "activity %q is due on %s, before %s, when it was planned at the earliest", activity.ID, activity.Due, begin)
	}
	switch {
	case activity.Status == Done && activity.DoneOn.IsZero():
		c.fail(at+"/status", CodePlanActivity, "activity %q is done, and the day is not stated", activity.ID)
	case activity.Status != Done && !activity.DoneOn.IsZero():
		c.fail(at+"/doneOn", CodePlanActivity, "activity %q has a day on which it was done, and is %s", activity.ID, activity.Status)
	case activity.Status == Done && (activity.DoneOn.Before(begin) || activity.DoneOn.After(c.p.Date)):
		c.fail(at+"/doneOn", CodePlanActivity, "activity %q was done on %s, want a day from %s to the day of the plan", activity.ID, activity.DoneOn, begin)
	}
}
