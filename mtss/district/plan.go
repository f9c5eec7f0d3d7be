package district

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Plan is a document of what is to be done to install and use MTSS, also called an
// implementation plan. Its activities have the fields of those of an action plan
// that follows from an assessment.
type Plan struct {
	// ID identifies the plan.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the unit that the plan belongs to.
	Unit mtss.Unit `json:"unit"`
	// Date is the day on which the plan was made or last brought up to date.
	Date mtss.Date `json:"date"`
	// Activities are what is to be done.
	Activities []Activity `json:"activities" jsonschema:"maxItems=10000"`
}

// Activity is one thing to be done.
type Activity struct {
	// ID identifies the activity, and stays the same from plan to plan.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Item is the item of an assessment that the activity is about; absent if none.
	Item *ItemRef `json:"item,omitzero"`
	// Component is the component of infrastructure that the activity builds;
	// absent if none.
	Component mtss.Component `json:"component,omitzero" jsonschema:"enum=implementationTeam,enum=initiativeInventory,enum=initiativeReview,enum=staffSelection,enum=staffDevelopment,enum=communicationPlan,enum=barrierRemoval,enum=coachingSystem,enum=implementationPlan,enum=dataUse"`
	// Innovation is the innovation that the activity is for; absent means all of them.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Stage is the stage of implementation that the activity belongs to.
	Stage ActivityStage `json:"stage" jsonschema:"enum=exploration,enum=installation,enum=initialImplementation,enum=fullImplementation"`
	// What says briefly what is to be done.
	What string `json:"what" jsonschema:"minLength=1,maxLength=1000"`
	// Who is the role that the activity falls to, never a name.
	Who Role `json:"who" jsonschema:"minLength=1,maxLength=200"`
	// Due is the day by which the activity should be done.
	Due mtss.Date `json:"due"`
	// Status is the status of the activity.
	Status ActivityStatus `json:"status" jsonschema:"enum=planned,enum=underWay,enum=done,enum=dropped"`
	// DoneOn is the day on which the activity was done; absent while it is not.
	DoneOn mtss.Date `json:"doneOn,omitzero"`
	// Since is the day on which the activity was first planned; absent if not known.
	Since mtss.Date `json:"since,omitzero"`
}

// ItemRef names an item of an assessment.
type ItemRef struct {
	// Instrument is the instrument.
	Instrument string `json:"instrument" jsonschema:"minLength=1,maxLength=64"`
	// Version is the version of the instrument, since item numbers differ between versions.
	Version string `json:"version" jsonschema:"minLength=1,maxLength=64"`
	// Item is the item's id.
	Item string `json:"item" jsonschema:"minLength=1,maxLength=64"`
}

// ActivityStatus is how far an activity is, as in action plans.
type ActivityStatus string

// The status of an activity.
const (
	// Planned: not begun.
	Planned ActivityStatus = "planned"
	// UnderWay: begun.
	UnderWay ActivityStatus = "underWay"
	// Done: done.
	Done ActivityStatus = "done"
	// Dropped: given up.
	Dropped ActivityStatus = "dropped"
)

// ActivityStage is the stage of implementation that an activity belongs to.
type ActivityStage string

// The stages of activities.
const (
	// Exploration is finding out whether MTSS is needed and fits.
	Exploration ActivityStage = "exploration"
	// Installation is making ready.
	Installation ActivityStage = "installation"
	// InitialImplementation is the first use.
	InitialImplementation ActivityStage = "initialImplementation"
	// FullImplementation is use as intended.
	FullImplementation ActivityStage = "fullImplementation"
)

func (a *Activity) open() bool { return a.Status == Planned || a.Status == UnderWay }

// overdue reports whether the activity should have been done before a day.
func (a *Activity) overdue(on mtss.Date) bool { return a.open() && a.Due.Before(on) }

// DecodePlan reads the document strictly. Errors: the codes of strict reading
// and those of [Plan.Validate].
func DecodePlan(data []byte) (Plan, error) { return strict.Read(data, (*Plan).issues) }

// Schema names the kind of the document and the version of its schema.
func (Plan) Schema() mtss.Schema {
	return mtss.Schema{Kind: "implementationPlan", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (p Plan) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *Plan) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *Plan) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, p, (*Plan).issues) }

// Validate checks the plan. Errors: CodeRepeated, CodeActivity, and
// the codes of strict reading for a value that no document could hold.
func (p Plan) Validate() error { return strict.Validate(&p, (*Plan).issues) }

func (p *Plan) issues() []mtss.Issue {
	found := &problems{}
	differ(found, "/activities", "/id", "activity", p.Activities, func(a *Activity) string { return a.ID })
	for i := range p.Activities {
		a, at := &p.Activities[i], pointer.Element("/activities", i)
		switch {
		case (a.Status == Done) == a.DoneOn.IsZero():
			found.Fail(at+"/doneOn", CodeActivity, "activity %q is %s; doneOn is stated if the status is done, and only then", a.ID, a.Status)
		case a.DoneOn.After(p.Date):
			found.Fail(at+"/doneOn", CodeActivity, "activity %q was done on %s, after the date of the plan, %s", a.ID, a.DoneOn, p.Date)
		}
		for _, d := range [...]struct {
			member string
			day    mtss.Date
		}{{"/due", a.Due}, {"/doneOn", a.DoneOn}} {
			if !d.day.IsZero() && d.day.Before(a.Since) {
				found.Fail(at+d.member, CodeActivity, "is %s, before the activity was planned on %s", d.day, a.Since)
			}
		}
		if a.Since.After(p.Date) {
			found.Fail(at+"/since", CodeActivity, "is %s, after the date of the plan, %s", a.Since, p.Date)
		}
	}
	return found.List()
}

// With returns the plan brought up to date on a day with activities from elsewhere,
// such as an action plan that follows from an assessment. An activity replaces the
// one of the plan with the same id, but keeps its component and its innovation if it
// names none itself. The plan itself does not change. Errors: those of [Plan.Validate] for
// the new plan; CodeActivity for a day before the date of the plan.
func (p Plan) With(handed []Activity, on mtss.Date) (Plan, error) {
	if on.Before(p.Date) {
		return Plan{}, strict.Invalid([]mtss.Issue{mtss.Issuef("/date", CodeActivity, "the plan is dated %s, which is after %s", p.Date, on)})
	}
	p.Date, p.Activities = on, kit.Clone(p.Activities)
	had := len(p.Activities)
	for _, a := range kit.Clone(handed) {
		at := slices.IndexFunc(p.Activities[:had], func(b Activity) bool { return b.ID == a.ID })
		if at < 0 {
			p.Activities = append(p.Activities, a)
			continue
		}
		if a.Component == "" {
			a.Component = p.Activities[at].Component
		}
		if a.Innovation == "" {
			a.Innovation = p.Activities[at].Innovation
		}
		p.Activities[at] = a
	}
	return p, p.Validate()
}

// concerns returns the activities that are overdue, and those that fall to a role
// that nobody on a team of the unit holds on the day.
func (p *Plan) concerns(teams *Teams, v view) (found []mtss.Notice) {
	if p.Unit != v.unit || p.Date.After(v.on) {
		return nil
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		if a.overdue(v.on) {
			found = append(found, mtss.Noticef(ConcernOverdue, "activity %s was due on %s and is not done: %s", a.ID, a.Due, a.What).About(a.ID))
		}
		if a.open() && len(teams.own(p.Unit, v.on)) > 0 && teams.has(a.Who, p.Unit, v.on) != mtss.Met {
			found = append(found, mtss.Noticef(ConcernRoleLacking, "activity %s falls to the role %s, which nobody on the team holds", a.ID, a.Who).About(a.ID))
		}
	}
	return found
}

// measures returns how many of the activities that were not dropped are done, in
// all and by stage, and how many are not overdue. A plan of a later day says
// nothing.
func (p *Plan) measures(v view) rule.Facts {
	facts := rule.Facts{}
	if p.Unit != v.unit || p.Date.After(v.on) {
		return facts
	}
	tallies := map[string]mtss.Tally{"plan.done": {}, "plan.onTime": {}}
	count := func(measure string, earned bool) {
		tallies[measure] = kit.Plus(tallies[measure], mtss.Count(kit.YesNo(earned)))
	}
	activities := each(p.Activities, func(a *Activity) string { return a.ID })
	for i := range activities {
		if a := &activities[i]; a.Status != Dropped {
			count("plan.done", a.Status == Done)
			count("plan.onTime", !a.overdue(v.on))
			count(stageMeasure(a.Stage), a.Status == Done)
		}
	}
	if len(p.innovations()) > 0 { // each has its own, which [Plan.Evidence] supplies
		for _, stage := range activityStages {
			if stage != Exploration {
				delete(tallies, stageMeasure(stage))
			}
		}
	}
	for measure, t := range tallies {
		facts[measure] = rule.Of(t)
	}
	return facts
}

// activityStages are the stages of activities, in their order.
var activityStages = []ActivityStage{Exploration, Installation, InitialImplementation, FullImplementation}

// innovations are those that activities name.
func (p *Plan) innovations() (all []string) {
	for i := range p.Activities {
		if name := p.Activities[i].Innovation; name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

// Evidence supplies how many of the activities of each stage are done, of those that
// were not dropped, on the day of the plan and until there is a newer one: for each
// innovation that activities name, those for all of them included; for any innovation
// where none is named. What a district did to explore is measured by package readiness.
// Errors: those of [Plan.Validate], and then nothing is supplied.
func (p Plan) Evidence(mtss.Hierarchy, mtss.Period) (evidence.Batch, error) {
	if err := p.Validate(); err != nil {
		return evidence.Batch{}, err
	}
	activities := each(p.Activities, func(a *Activity) string { return a.ID })
	innovations := p.innovations()
	if len(innovations) == 0 {
		innovations = []string{""}
	}
	var out evidence.Batch
	for _, innovation := range innovations {
		for _, stage := range activityStages {
			var t mtss.Tally
			for i := range activities {
				if a := &activities[i]; a.Stage == stage && a.Status != Dropped && (a.Innovation == "" || a.Innovation == innovation) {
					t = kit.Plus(t, mtss.Count(kit.YesNo(a.Status == Done)))
				}
			}
			if stage == Exploration || t.Possible == 0 {
				continue
			}
			out.Records = append(out.Records, evidence.Record{
				Unit: p.Unit, Innovation: innovation, Measured: evidence.Count(stageMeasure(stage)).Is(t), On: p.Date,
				Term: evidence.Term{UntilChanged: true}, Rests: []evidence.Ref{{Kind: p.Schema().Kind, ID: p.ID, On: p.Date}},
			})
		}
	}
	return out, nil
}

// stageMeasure returns the measure of the activities of a stage, by the name that
// models of stages use. For exploration it counts only what the plan holds: what a
// district did to explore is measured by package readiness.
func stageMeasure(stage ActivityStage) string {
	switch stage {
	case Exploration:
		return "plan.exploration"
	case InitialImplementation:
		return "initial.activities"
	case FullImplementation:
		return "full.activities"
	}
	return string(stage) + ".activities"
}
