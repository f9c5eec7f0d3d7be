package plan

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// Plan is a document of what is to be done in a unit.
type Plan struct {
	// ID names the plan.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the plan that it corrects or brings up to date.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a plan that does not count; the plan that voids it does
	// not count either.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the unit that the plan is for.
	Unit mtss.Unit `json:"unit"`
	// Date is the day on which it was made, or last brought up to date.
	Date mtss.Date `json:"date"`
	// Recorded is the day on which the plan was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Administration is the id of the administration that it follows from; absent
	// where it follows from none.
	Administration string `json:"administration,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is the instrument whose items its activities name; absent where
	// each activity says so itself.
	Instrument instrument.Ref `json:"instrument,omitzero"`
	// PrioritySince is the day on which MTSS became a priority of the ISD; absent
	// while it is not, and in a plan of another unit.
	PrioritySince mtss.Date `json:"prioritySince,omitzero"`
	// CoordinatorSince is the day on which an ISD coordinator was selected; absent
	// while there is none, and in a plan of another unit.
	CoordinatorSince mtss.Date `json:"coordinatorSince,omitzero"`
	// Resources are what is allocated; absent means that this is not known.
	Resources []Resource `json:"resources,omitzero" jsonschema:"maxItems=1000"`
	// Activities are what is to be done, each with its own id.
	Activities []Activity `json:"activities" jsonschema:"maxItems=10000"`
}

// Resource is something that is allocated to the work.
type Resource struct {
	// Kind is fte (positions), personnel (people) or money.
	Kind ResourceKind `json:"kind" jsonschema:"enum=fte,enum=personnel,enum=money"`
	// Amount is how much, a plain number such as "0.5"; absent means that it is
	// not stated.
	Amount string `json:"amount,omitzero" jsonschema:"minLength=1,maxLength=20"`
	// Since is the day from which it is allocated.
	Since mtss.Date `json:"since"`
}

// Activity is one thing to be done.
type Activity struct {
	// ID names the activity. It keeps its id from plan to plan.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Items are the items that it is about: to raise their scores, or to sustain
	// those that have the greatest one; absent if none.
	Items []string `json:"items,omitzero" jsonschema:"minItems=1,maxItems=1000,minLength=1,maxLength=64,uniqueItems=true"`
	// Instrument is the instrument of these items; absent means that of the plan.
	Instrument instrument.Ref `json:"instrument,omitzero"`
	// Component is the component of infrastructure that it builds; absent if none.
	Component mtss.Component `json:"component,omitzero" jsonschema:"enum=implementationTeam,enum=initiativeInventory,enum=initiativeReview,enum=staffSelection,enum=staffDevelopment,enum=communicationPlan,enum=barrierRemoval,enum=coachingSystem,enum=implementationPlan,enum=dataUse"`
	// Innovation is the innovation that it is for; absent means all of them.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Stage is the stage of implementation that it belongs to; absent if none.
	Stage mtss.StageID `json:"stage,omitzero" jsonschema:"enum=exploration,enum=installation,enum=initialImplementation,enum=fullImplementation"`
	// Area is what the activity develops: leadership, systems (those of the organization)
	// or competency (that of staff); absent if none.
	Area Area `json:"area,omitzero" jsonschema:"enum=leadership,enum=systems,enum=competency"`
	// What says in a few words what is to be done.
	What string `json:"what" jsonschema:"minLength=1,maxLength=1000"`
	// Who is the role that is to do it, never a name.
	Who string `json:"who" jsonschema:"minLength=1,maxLength=200"`
	// Due is the day by which it should be done.
	Due mtss.Date `json:"due"`
	// Status is how far it is.
	Status ActivityStatus `json:"status" jsonschema:"enum=planned,enum=underWay,enum=done,enum=dropped"`
	// DoneOn is the day on which it was done; absent while it is not.
	DoneOn mtss.Date `json:"doneOn,omitzero"`
	// DroppedOn is the day on which it was given up; absent while it is not, or if
	// that is not known.
	DroppedOn mtss.Date `json:"droppedOn,omitzero"`
	// Since is the day on which it was first planned; absent if that is not known,
	// or the day of the plan or of the administration that it follows from.
	Since mtss.Date `json:"since,omitzero"`
	// Evidence are the ids of what shows that it is done; absent if none is named.
	Evidence []string `json:"evidence,omitzero" jsonschema:"minItems=1,maxItems=100,minLength=1,maxLength=200,uniqueItems=true"`
}

// open reports whether the activity remains to be done.
func (a *Activity) open() bool { return a.Status == Planned || a.Status == UnderWay }

// overdue reports whether the activity should have been done before a day.
func (a *Activity) overdue(on mtss.Date) bool { return a.open() && a.Due.Before(on) }

// as returns the activity of a plan of a day as it stood on another day.
func (a Activity) as(on, plan mtss.Date) Activity {
	given := a.DroppedOn
	if given.IsZero() {
		given = plan
	}
	switch {
	case a.Status == Done && a.DoneOn.After(on), a.Status == Dropped && given.After(on), a.Status == UnderWay && plan.After(on):
		a.Status, a.DoneOn, a.DroppedOn = Planned, mtss.Date{}, mtss.Date{}
	}
	return a
}

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
// strict reading, mtss.CodeCorrection, mtss.CodeRecorded, CodeISD, CodeResource, CodeActivity, CodeItem.
func (p Plan) Validate() error { return strict.Validate(&p, (*Plan).issues) }

func (p *Plan) issues() []mtss.Issue {
	var found kit.Problems
	found.Add(mtss.Issues(p.Correction().Validate())...)
	found.Add(kit.Recorded(p.Recorded, p.Date)...)
	for _, isd := range [...]struct {
		member string
		day    mtss.Date
	}{{"/prioritySince", p.PrioritySince}, {"/coordinatorSince", p.CoordinatorSince}} {
		if !isd.day.IsZero() && p.Unit.Kind != mtss.KindISD {
			found.Fail(isd.member, CodeISD, "is of the plan of an ISD, and the unit is of kind %s", p.Unit.Kind)
		}
	}
	for i, r := range p.Resources {
		if amount, err := mtss.ParseNumber(r.Amount); r.Amount != "" && (err != nil || amount.Sign() < 0) {
			found.Fail(pointer.Element("/resources", i)+"/amount", CodeResource, "%q is not an amount, want a plain number of 0 or more", r.Amount)
		}
	}
	seen := map[string]bool{}
	for i := range p.Activities {
		at := pointer.Element("/activities", i)
		found.Once(at+"/id", CodeActivity, seen, p.Activities[i].ID)
		p.Activities[i].check(at, p, &found)
	}
	return found.List()
}

// check checks an activity within its plan.
func (a *Activity) check(at string, p *Plan, found *kit.Problems) {
	if len(a.Items) > 0 && p.instrument(a) == (instrument.Ref{}) {
		found.Fail(at+"/items", CodeItem, "activity %q names items, and neither it nor the plan names their instrument", a.ID)
	}
	switch {
	case a.Status == Done && a.DoneOn.IsZero():
		found.Fail(at+"/status", CodeActivity, "activity %q is done, but the day is not stated", a.ID)
	case a.Status != Done && !a.DoneOn.IsZero():
		found.Fail(at+"/doneOn", CodeActivity, "activity %q has a day on which it was done, but its status is %s", a.ID, a.Status)
	case a.Status != Dropped && !a.DroppedOn.IsZero():
		found.Fail(at+"/droppedOn", CodeActivity, "activity %q has a day on which it was dropped, but its status is %s", a.ID, a.Status)
	}
	for _, d := range [...]struct {
		member, what string
		day          mtss.Date
		past         bool
	}{{"/due", "is due", a.Due, false}, {"/doneOn", "was done", a.DoneOn, true}, {"/droppedOn", "was dropped", a.DroppedOn, true}, {"/since", "was first planned", a.Since, true}} {
		switch {
		case d.day.IsZero():
		case d.past && d.day.After(p.Date):
			found.Fail(at+d.member, CodeActivity, "activity %q %s on %s, want a day up to that of the plan, %s", a.ID, d.what, d.day, p.Date)
		case d.day.Before(a.Since):
			found.Fail(at+d.member, CodeActivity, "activity %q %s on %s, before it was planned on %s", a.ID, d.what, d.day, a.Since)
		}
	}
}

// instrument returns the instrument of the items of an activity.
func (p *Plan) instrument(a *Activity) instrument.Ref {
	if a.Instrument != (instrument.Ref{}) {
		return a.Instrument
	}
	return p.Instrument
}

// Correction says what the plan corrects, for mtss.InForce.
func (p *Plan) Correction() mtss.Correction[string] {
	if p == nil {
		return mtss.Correction[string]{}
	}
	return mtss.Correction[string]{
		ID: p.ID, Supersedes: p.Supersedes, Voids: p.Voids, Content: kit.Content(p),
		Subject: string(p.Unit.Kind) + " " + strconv.Quote(p.Instrument.ID) + " " + p.Unit.ID,
	}
}

// Known returns the day from which the record was known: that on which it was recorded
// or else its own.
func (p Plan) Known() mtss.Date { return cmp.Or(p.Recorded, p.Date) }

// from returns the first day of which the plan tells: that of the first of its
// activities where each says since when it is planned, or else its own.
func (p *Plan) from() mtss.Date {
	from := p.Date
	for i := range p.Activities {
		since := p.Activities[i].Since
		if since.IsZero() {
			return p.Date
		}
		if since.Before(from) {
			from = since
		}
	}
	return from
}

// activities returns the activities of the plan as they stood on a day.
func (p *Plan) activities(on mtss.Date) (list []Activity) {
	if p.from().After(on) {
		return nil
	}
	for _, a := range p.Activities {
		if !a.Since.After(on) {
			a.Instrument = p.instrument(&a)
			if len(a.Items) == 0 {
				a.Instrument = instrument.Ref{}
			}
			list = append(list, kit.Clone(a.as(on, p.Date)))
		}
	}
	return list
}

// allocated adds up one kind of resource; open above if an amount is not stated.
func (p *Plan) allocated(kind ResourceKind, on mtss.Date) mtss.Span {
	sum, open := mtss.Whole(0), false
	for _, r := range p.Resources {
		if r.Kind != kind || !kit.Happened(r.Since, on) {
			continue
		}
		amount, err := mtss.ParseNumber(r.Amount)
		if err != nil {
			open = true
			continue
		}
		sum = sum.Add(amount)
	}
	if open {
		return mtss.Span{Low: sum}
	}
	return mtss.Exactly(sum)
}

// nothing reports whether nothing is allocated on a day.
func (p *Plan) nothing(on mtss.Date) bool {
	return !slices.ContainsFunc(p.Resources, func(r Resource) bool { return kit.Happened(r.Since, on) })
}
