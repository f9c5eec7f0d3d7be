package dca

import (
	"encoding/json"
	"slices"

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
	// Supersedes is the id of the plan that it corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Administration is the id of the administration that it follows from.
	Administration string `json:"administration" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is the instrument whose items it names.
	Instrument instrument.Ref `json:"instrument"`
	// Unit is whose plan it is.
	Unit mtss.Unit `json:"unit"`
	// Date is the day on which it was made.
	Date mtss.Date `json:"date"`
	// Activities are what is to be done.
	Activities []Activity `json:"activities" jsonschema:"maxItems=10000"`
}

// Activity is one thing to be done about an item.
type Activity struct {
	// ID names the activity within the plan.
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
	return mtss.Issuef("", CodePlanActivity, "%q is no status, want planned, underWay, done or dropped", mtss.Clip(string(text)))
}

// DecodePlan reads one plan strictly: its form. [Plan.Validate] checks it against
// its administration. Errors: the codes of strict reading.
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

// Candidate is an item below its top, which action planning is about.
type Candidate struct {
	// Item is the item's id.
	Item string `json:"item"`
	// Label is its short label.
	Label string `json:"label,omitzero"`
	// Subscales are the subscales that it belongs to, in the definition's order.
	Subscales []string `json:"subscales"`
	// Score is its score; nil where it is missing.
	Score *int `json:"score"`
	// Top is the greatest score it can have.
	Top int `json:"top"`
}

// Candidates returns the items below their top, and those that are missing, in
// the definition's order. Source: items scored 0 or 1 feed action planning, as
// stated for the State Capacity Assessment; for the DCA that is inferred.
// Errors: those of instrument.Scorer.Answers.
func Candidates(scorer *instrument.Scorer, a instrument.Administration) ([]Candidate, error) {
	answers, _, err := scorer.Answers(a)
	if err != nil {
		return nil, err
	}
	d := scorer.Definition()
	out := []Candidate{}
	for i, item := range d.Items {
		top := topOf(d, item)
		c := Candidate{Item: item.ID, Label: item.Label, Subscales: []string{}, Top: top}
		switch answer := answers[i]; {
		case answer == instrument.DoesNotApply || answer == instrument.NotAdministered || int(answer) == top:
			continue
		case answer != instrument.NoAnswer:
			score := int(answer)
			c.Score = &score
		}
		for _, sub := range d.Subscales {
			if slices.Contains(sub.Items, item.ID) {
				c.Subscales = append(c.Subscales, sub.ID)
			}
		}
		out = append(out, c)
	}
	return out, nil
}

func topOf(d instrument.Definition, item instrument.Item) int {
	for _, scale := range d.Scales {
		if scale.ID == item.Scale {
			return scale.Scores[len(scale.Scores)-1]
		}
	}
	return 0
}

// Validate checks a plan against the administration that it follows from.
//
// Errors: CodePlanSelf, CodeMeeting for another administration, unit or
// instrument, CodePlanItem, CodePlanActivity, and those of
// instrument.Scorer.Answers.
func (p Plan) Validate(scorer *instrument.Scorer, a instrument.Administration) error {
	candidates, err := Candidates(scorer, a)
	if err != nil {
		return err
	}
	var issues []mtss.Issue
	fail := func(path string, code mtss.Code, format string, args ...any) {
		issues = append(issues, mtss.Issuef(path, code, format, args...))
	}
	if p.Supersedes != "" && p.Supersedes == p.ID {
		fail("/supersedes", CodePlanSelf, "plan %q supersedes itself", mtss.Clip(p.ID))
	}
	if p.Administration != a.ID || p.Unit != a.Unit || p.Instrument != a.Instrument {
		fail("/administration", CodeMeeting, "the plan follows from administration %q of %s, not from %q", mtss.Clip(p.Administration), mtss.Clip(p.Unit.ID), mtss.Clip(a.ID))
	}
	seen := map[string]bool{}
	for i, activity := range p.Activities {
		at := mtss.Element("/activities", i)
		if seen[activity.ID] {
			fail(mtss.Member(at, "id"), CodePlanActivity, "activity %q stands twice", mtss.Clip(activity.ID))
		}
		seen[activity.ID] = true
		if !slices.ContainsFunc(candidates, func(c Candidate) bool { return c.Item == activity.Item }) {
			fail(mtss.Member(at, "item"), CodePlanItem, "item %q is at its top already, does not apply, or is no item of %s", mtss.Clip(activity.Item), p.Instrument)
		}
		if activity.Due.Before(p.Date) {
			fail(mtss.Member(at, "due"), CodePlanActivity, "activity %q is due on %s, before the plan of %s", mtss.Clip(activity.ID), activity.Due, p.Date)
		}
		if (activity.Status == Done) != activity.DoneOn.Valid() || activity.DoneOn.Valid() && activity.DoneOn.Before(p.Date) {
			fail(mtss.Member(at, "doneOn"), CodePlanActivity, "activity %q is done on a day, after the plan, or not done", mtss.Clip(activity.ID))
		}
	}
	return mtss.Invalid(issues)
}

// Carried is what became of an activity by the next administration.
type Carried struct {
	// Activity is the activity.
	Activity Activity `json:"activity"`
	// Before and After are the item's scores; nil where it was missing.
	Before *int `json:"before"`
	// After is the item's score at the next administration.
	After *int `json:"after"`
	// Overdue is set where it was due before the next administration and is
	// neither done nor dropped.
	Overdue bool `json:"overdue"`
	// Continues is set where the activity stays to be done: it is neither done
	// nor dropped, and the item is still below its top.
	Continues bool `json:"continues"`
}

// Carry holds a plan against the next administration and says, for each
// activity, what became of it. Errors: those of instrument.Scorer.Answers.
func (p Plan) Carry(scorer *instrument.Scorer, before, after instrument.Administration) ([]Carried, error) {
	first, _, err := scorer.Answers(before)
	if err != nil {
		return nil, err
	}
	second, _, err := scorer.Answers(after)
	if err != nil {
		return nil, err
	}
	d := scorer.Definition()
	out := []Carried{}
	for _, activity := range p.Activities {
		i, ok := scorer.Item(activity.Item)
		if !ok {
			continue // Validate reports it
		}
		open := activity.Status == Planned || activity.Status == UnderWay
		out = append(out, Carried{
			Activity: activity, Before: scoreOf(first[i]), After: scoreOf(second[i]),
			Overdue:   open && activity.Due.Before(after.Date),
			Continues: open && int(second[i]) != topOf(d, d.Items[i]) && second[i] != instrument.DoesNotApply,
		})
	}
	return out, nil
}

func scoreOf(answer instrument.Answer) *int {
	if answer > instrument.MaxScore {
		return nil
	}
	score := int(answer)
	return &score
}
