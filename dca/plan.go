package dca

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Plan is the action plan that follows from an administration: what is to be done
// about which item, by whom and by when.
type Plan struct {
	// ID names the plan.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the plan that it corrects or brings up to date.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a plan that does not count; the plan that voids it does
	// not count either.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Administration is the id of the administration that it follows from.
	Administration string `json:"administration" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is the instrument whose items it names.
	Instrument instrument.Ref `json:"instrument"`
	// Unit is the unit that the plan is for.
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
	// Item is the item that it is about: to raise its score, or to sustain it where it
	// has the greatest one.
	Item string `json:"item" jsonschema:"minLength=1,maxLength=64"`
	// What says in a few words what is to be done.
	What string `json:"what" jsonschema:"minLength=1,maxLength=1000"`
	// Who is the role that is to do it, never a name.
	Who string `json:"who" jsonschema:"minLength=1,maxLength=200"`
	// Due is the day by which it should be done.
	Due mtss.Date `json:"due"`
	// Status is how far it is.
	Status ActionStatus `json:"status" jsonschema:"enum=planned,enum=underWay,enum=done,enum=dropped"`
	// DoneOn is the day on which it was done; absent until then.
	DoneOn mtss.Date `json:"doneOn,omitzero"`
	// Since is the day of the administration after which it was first planned;
	// absent where that is the one that this plan follows from.
	Since mtss.Date `json:"since,omitzero"`
}

// ActionStatus is how far an activity is.
type ActionStatus string

// The statuses of an activity.
const (
	// Planned: it has not begun.
	Planned ActionStatus = "planned"
	// UnderWay: it has begun.
	UnderWay ActionStatus = "underWay"
	// Done: it is done.
	Done ActionStatus = "done"
	// Dropped: the team has given it up.
	Dropped ActionStatus = "dropped"
)

// open reports whether the activity remains to be done.
func (s ActionStatus) open() bool { return s == Planned || s == UnderWay }

// DecodePlan reads one plan strictly and validates it; [Plan.Against] compares it
// with its administration. Errors: the codes of strict reading and those of
// [Plan.Validate].
func DecodePlan(data []byte) (Plan, error) { return strict.Read(data, (*Plan).issues) }

// Schema names the kind of the document and the version of its schema.
func (Plan) Schema() mtss.Schema { return mtss.Schema{Kind: "actionPlan", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (p Plan) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *Plan) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *Plan) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, p, (*Plan).issues) }

// Validate reports what is wrong with the plan by itself. Errors: the codes of
// strict reading, mtss.CodeCorrection, CodePlanActivity.
func (p Plan) Validate() error { return strict.Validate(&p, (*Plan).issues) }

func (p *Plan) issues() []mtss.Issue {
	var found kit.Problems
	found.Add(mtss.Issues(p.Correction().Validate())...)
	seen := map[string]bool{}
	for i, a := range p.Activities {
		at := pointer.Element("/activities", i)
		found.Once(at+"/id", CodePlanActivity, seen, a.ID)
		switch {
		case a.Status == Done && a.DoneOn.IsZero():
			found.Fail(at+"/status", CodePlanActivity, "activity %q is done, but the day is not stated", a.ID)
		case a.Status != Done && !a.DoneOn.IsZero():
			found.Fail(at+"/doneOn", CodePlanActivity, "activity %q has a day on which it was done, but its status is %s", a.ID, a.Status)
		case a.DoneOn.After(p.Date):
			found.Fail(at+"/doneOn", CodePlanActivity, "activity %q was done on %s, want a day up to that of the plan, %s", a.ID, a.DoneOn, p.Date)
		}
	}
	return found.List()
}

// Correction says what the plan corrects, for mtss.InForce.
func (p *Plan) Correction() mtss.Correction[string] {
	if p == nil {
		return mtss.Correction[string]{}
	}
	return mtss.Correction[string]{ID: p.ID, Supersedes: p.Supersedes, Voids: p.Voids, Subject: subject(p.Unit, p.Instrument)}
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

// Against compares a plan with the administration that it follows from.
//
// Errors: CodePlanOther for another administration, unit or instrument, or a plan
// made before it; CodePlanItem; CodePlanActivity; those of [Plan.Validate] and of
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
	c := planChecker{scorer: scorer, p: &p, a: &a, scored: scored, issues: p.issues()}
	c.head()
	for i := range p.Activities {
		c.activity(pointer.Element("/activities", i), &p.Activities[i])
	}
	strict.Sort(&p, c.issues)
	return strict.Invalid(c.issues)
}

type planChecker struct {
	scorer *instrument.Scorer
	p      *Plan
	a      *instrument.Administration
	scored []string // the items that an activity can be about: to raise them, or to sustain them at their top
	issues []mtss.Issue
}

func (c *planChecker) fail(path string, code mtss.Code, format string, args ...any) {
	c.issues = append(c.issues, mtss.Issuef(path, code, format, args...))
}

func (c *planChecker) head() {
	if c.p.Administration != c.a.ID {
		c.fail("/administration", CodePlanOther, "the plan follows from administration %q, not from %q", c.p.Administration, c.a.ID)
	}
	if c.p.Instrument != c.a.Instrument {
		c.fail("/instrument", CodePlanOther, "is %s, want %s, like the administration", c.p.Instrument.String(), c.a.Instrument)
	}
	if c.p.Unit != c.a.Unit {
		c.fail("/unit", CodePlanOther, "is %q, want %q, like the administration", c.p.Unit.ID, c.a.Unit.ID)
	}
	if c.p.Date.Before(c.a.Date) {
		c.fail("/date", CodePlanOther, "is %s, before the administration of %s", c.p.Date, c.a.Date)
	}
}

func (c *planChecker) activity(at string, activity *Activity) {
	switch _, known := c.scorer.Item(activity.Item); {
	case !known:
		c.fail(at+"/item", CodePlanItem, "%s has no item %q", c.a.Instrument, activity.Item)
	case !slices.Contains(c.scored, activity.Item) && (activity.Status.open() || activity.Since.IsZero()):
		// Once carried over, what is done or dropped stays, whatever became of its item.
		c.fail(at+"/item", CodePlanItem, "item %q was not administered, or does not apply", activity.Item)
	}
	begin := c.a.Date
	if !activity.Since.IsZero() {
		begin = activity.Since
	}
	if begin.After(c.a.Date) {
		c.fail(at+"/since", CodePlanActivity, "activity %q was first planned after the administration of %s, want that of %s or an earlier one", activity.ID, begin, c.a.Date)
	}
	if activity.Due.Before(begin) {
		c.fail(at+"/due", CodePlanActivity, "activity %q is due on %s, want %s, the earliest day on which it was planned, or later", activity.ID, activity.Due, begin)
	}
	if activity.Status == Done && !activity.DoneOn.IsZero() && activity.DoneOn.Before(begin) {
		c.fail(at+"/doneOn", CodePlanActivity, "activity %q was done on %s, want %s, the earliest day on which it was planned, or later", activity.ID, activity.DoneOn, begin)
	}
}
