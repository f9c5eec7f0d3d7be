package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Plan is an ISD's county-wide plan for MTSS.
type Plan struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the ISD.
	Unit mtss.Unit `json:"unit"`
	// PrioritySince is the day on which MTSS became a county-wide priority;
	// absent while it is not.
	PrioritySince mtss.Date `json:"prioritySince,omitzero"`
	// CoordinatorSince is the day on which an ISD coordinator was selected;
	// absent while there is none.
	CoordinatorSince mtss.Date `json:"coordinatorSince,omitzero"`
	// Resources are what is allocated; absent means that this is not known.
	Resources []PlanResource `json:"resources,omitzero" jsonschema:"maxItems=1000"`
	// Activities are the activities that are planned, each with its own id.
	Activities []PlanActivity `json:"activities" jsonschema:"maxItems=10000"`
}

// PlanResource is something that is allocated to the work.
type PlanResource struct {
	// Kind is fte (positions), personnel (people) or money.
	Kind ResourceKind `json:"kind" jsonschema:"enum=fte,enum=personnel,enum=money"`
	// Amount is how much, a plain number such as "0.5"; absent means that it is
	// not stated.
	Amount string `json:"amount,omitzero" jsonschema:"minLength=1,maxLength=20"`
	// Since is the day from which it is allocated.
	Since mtss.Date `json:"since"`
}

// PlanActivity is one activity of a plan.
type PlanActivity struct {
	// ID names the activity.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Area is what it develops: leadership, systems (those of the organization)
	// or competency (that of staff).
	Area PlanArea `json:"area" jsonschema:"enum=leadership,enum=systems,enum=competency"`
	// What says what is to be done. Descriptive only.
	What string `json:"what" jsonschema:"minLength=1,maxLength=1000"`
	// Owner is the role in charge of it, never a name. Descriptive only.
	Owner string `json:"owner" jsonschema:"minLength=1,maxLength=200"`
	// Due is the day by which it should be done.
	Due mtss.Date `json:"due"`
	// DoneOn is the day on which it was done; absent until it is.
	DoneOn mtss.Date `json:"doneOn,omitzero"`
}

// DecodePlan reads the document strictly and validates it. Errors: the codes of
// strict reading and those of [Plan.Validate].
func DecodePlan(data []byte) (Plan, error) { return strict.Read(data, (*Plan).issues) }

// Schema names the kind of the document and the version of its schema.
func (Plan) Schema() mtss.Schema { return mtss.Schema{Kind: "isdPlan", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (p Plan) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *Plan) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *Plan) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, p, (*Plan).issues)
}

// Validate reports what is wrong with the plan. Errors: the codes of strict
// reading, CodeUnit, CodeResource, CodeRepeated.
func (p Plan) Validate() error { return strict.Validate(&p, (*Plan).issues) }

func (p *Plan) issues() []mtss.Issue {
	var found problems
	found.unit("/unit", p.Unit, mtss.KindISD)
	for i, r := range p.Resources {
		at := pointer.Element("/resources", i)
		if amount, err := mtss.ParseNumber(r.Amount); r.Amount != "" && (err != nil || amount.Sign() < 0) {
			found.Fail(at+"/amount", CodeResource, "%q is not an amount, want a plain number of 0 or more", r.Amount)
		}
	}
	seen := map[string]bool{}
	for i, a := range p.Activities {
		at := pointer.Element("/activities", i)
		found.Once(at+"/id", CodeRepeated, seen, a.ID)
	}
	return found.List()
}

// Facts returns the measures of the plan on a day.
func (p Plan) Facts(on mtss.Date) rule.Facts {
	areas := kit.Among(planAreas(), func(area PlanArea) mtss.Verdict {
		return kit.YesNo(slices.ContainsFunc(p.Activities, func(a PlanActivity) bool { return a.Area == area }))
	})
	done := kit.Among(p.Activities, func(a PlanActivity) mtss.Verdict { return kit.YesNo(kit.Happened(a.DoneOn, on)) })
	facts := rule.Facts{
		"isd.plan.areas":       rule.Of(areas),
		"isd.plan.activities":  rule.Of(done),
		"isd.plan.priority":    rule.OfYesNo(kit.YesNo(kit.Happened(p.PrioritySince, on))),
		"isd.plan.coordinator": rule.OfYesNo(kit.YesNo(kit.Happened(p.CoordinatorSince, on))),
	}
	if p.Resources != nil {
		for _, kind := range resourceKinds() {
			facts["isd.plan."+string(kind)] = rule.OfSpan(p.allocated(kind, on))
		}
	}
	return facts
}

// allocated adds up one kind of resource; open above if an amount is not stated.
func (p Plan) allocated(kind ResourceKind, on mtss.Date) mtss.Span {
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

// Check returns what is wrong with the plan on a day: MTSS is not a priority or
// has no resources, and activities that are overdue.
func (p Plan) Check(on mtss.Date) []mtss.Notice {
	out := []mtss.Notice{}
	switch {
	case !kit.Happened(p.PrioritySince, on):
		out = append(out, mtss.Noticef(CaveatPriority, "MTSS was not a county-wide priority on %s", on))
	case p.Resources != nil && !slices.ContainsFunc(p.Resources, func(r PlanResource) bool { return kit.Happened(r.Since, on) }):
		out = append(out, mtss.Noticef(CaveatPriority, "MTSS has been a county-wide priority since %s, but nothing is allocated for it", p.PrioritySince))
	}
	for _, a := range p.Activities {
		if a.Due.Before(on) && !kit.Happened(a.DoneOn, on) {
			out = append(out, mtss.Noticef(CaveatOverdue, "activity %q of %s was due on %s", a.ID, a.Area, a.Due))
		}
	}
	return out
}
