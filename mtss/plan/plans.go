package plan

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Plans are plans of one unit or of many, in any order. The same plan twice is one,
// and one that another plan supersedes or voids does not count. Bad plans count for
// nothing; [Plans.Evidence] and [Plans.Due] report them.
type Plans []Plan

// inForce returns the plans that count, by day, with what a reader must know, and
// what is wrong.
func (p Plans) inForce() (list []Plan, notices []mtss.Notice, issues []mtss.Issue) {
	var found kit.Problems
	places, again := kit.Sound("", p, func(v *Plan) string { return v.ID }, func(v *Plan) error { return v.Validate() }, mtss.CodeRecordRepeated, &found)
	for _, pair := range again {
		notices = append(notices, mtss.Noticef(mtss.NoticeRepeated, "is the record at %s again, and counts once", pointer.Element("", pair[1])).About(pointer.Element("", pair[0])))
	}
	corrections, good := make([]mtss.Correction[string], len(p)), map[int]bool{} // of bad ones: none
	for _, i := range places {
		corrections[i], good[i] = p[i].Correction(), true
	}
	standing, err := mtss.Standing(corrections)
	found.Add(mtss.Issues(err)...)
	for _, i := range standing {
		if good[i] {
			list = append(list, p[i])
		}
	}
	slices.SortStableFunc(list, func(a, b Plan) int { return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID)) })
	return list, notices, found.List()
}

// Validate checks the plans by themselves and with one another. Errors: those of
// [Plan.Validate], mtss.CodeRecordRepeated and those of mtss.Standing, with paths such
// as /3/supersedes.
func (p Plans) Validate() error {
	_, _, issues := p.inForce()
	return strict.Invalid(issues)
}

// key is what an activity of a unit is known by in several plans.
func key(a *Activity) string { return strconv.Quote(a.ID) + a.What }

// standing returns the activities of a unit as they stood on a day, each once: as the
// latest plan has it that names it. What a plan after an earlier administration left
// open, and the plan after a later one of the same instrument does not carry over, is
// left out. The plans are in force, and in order.
func standing(plans []Plan, unit mtss.Unit, on mtss.Date) (list []Activity) {
	at := map[string]int{}
	for i := range plans {
		p := &plans[i]
		if p.Unit != unit {
			continue
		}
		over := slices.ContainsFunc(plans[i+1:], func(q Plan) bool { return q.follows(p) && !q.Date.After(on) })
		for _, a := range p.activities(on) {
			known, there := at[key(&a)]
			switch {
			case there && p.Date.After(on) && list[known].Status != Planned:
			case there:
				list[known] = a
			default:
				at[key(&a)] = len(list)
				list = append(list, a)
			}
			if over && a.open() {
				list[at[key(&a)]].Status = left
			}
		}
	}
	return slices.DeleteFunc(list, func(a Activity) bool { return a.Status == left })
}

// left marks an activity that no later plan carries over.
const left ActivityStatus = ""

// follows reports whether the plan follows from a later administration of the same
// instrument than another plan does.
func (p *Plan) follows(before *Plan) bool {
	return p.Unit == before.Unit && p.Instrument.ID == before.Instrument.ID && p.Date.After(before.Date) &&
		p.Administration != "" && before.Administration != "" && p.Administration != before.Administration
}

// Activities returns the activities of a unit as they stood on a day, dropped ones
// included. Each names the instrument of its items.
func (p Plans) Activities(unit mtss.Unit, on mtss.Date) []Activity {
	plans, _, _ := p.inForce()
	return kit.OrEmpty(standing(plans, unit, on))
}

// Check returns what is wrong with the plans of a unit on a day, in the order of the
// plans' days: activities that are overdue, and for an ISD that MTSS is not a priority
// or has no resources.
func (p Plans) Check(unit mtss.Unit, on mtss.Date) []mtss.Notice {
	plans, _, _ := p.inForce()
	out := []mtss.Notice{}
	if latest := ofISD(plans, unit, on); latest != nil {
		switch {
		case !kit.Happened(latest.PrioritySince, on):
			out = append(out, mtss.Noticef(NoticePriority, "MTSS was not a county-wide priority on %s", on))
		case latest.Resources != nil && latest.nothing(on):
			out = append(out, mtss.Noticef(NoticePriority, "MTSS has been a county-wide priority since %s, but nothing is allocated for it", latest.PrioritySince))
		}
	}
	for _, a := range standing(plans, unit, on) {
		if a.overdue(on) {
			out = append(out, mtss.Noticef(NoticeOverdue, "activity %s was due on %s and is not done: %s", a.ID, a.Due, a.What).About(a.ID))
		}
	}
	return out
}

// ofISD returns the latest plan of an ISD; nil for another unit, and where there is
// none. What it says of days before its own, it says for itself.
func ofISD(plans []Plan, unit mtss.Unit, on mtss.Date) (latest *Plan) {
	if unit.Kind != mtss.KindISD {
		return nil
	}
	for i := range plans {
		if plans[i].Unit == unit && (latest == nil || !plans[i].Date.After(on)) {
			latest = &plans[i]
		}
	}
	return latest
}

// Vocabulary returns the measures that [Plans.Facts] gives.
func Vocabulary() rule.Vocabulary {
	measures := kit.Measures(rule.KindTally, "activities", "plan.done", "plan.onTime")
	for _, stage := range stages() {
		measures = append(measures, kit.Measures(rule.KindTally, "activities", measure(stage))...)
	}
	measures = append(measures, kit.Measures(rule.KindTally, "areas", "isd.plan.areas")...)
	measures = append(measures, kit.Measures(rule.KindYesNo, "", "isd.plan.priority", "isd.plan.coordinator")...)
	for i, kind := range resourceKinds() {
		measures = append(measures, kit.Measures(rule.KindQuantity, []string{"positions", "people", "dollars"}[i], "isd.plan."+string(kind))...)
	}
	return rule.Vocabulary{Measures: measures}
}

// measure returns the measure of the activities of a stage, by the name that models of
// stages use; that of exploration counts only what plans hold, since what was done to
// explore an innovation is measured by package readiness.
func measure(stage mtss.StageID) string {
	switch stage {
	case mtss.StageExploration:
		return "plan.exploration"
	case mtss.StageInitialImplementation:
		return string(evidence.InitialActivities)
	case mtss.StageFullImplementation:
		return string(evidence.FullActivities)
	}
	return string(evidence.InstallationActivities)
}

// Facts returns the measures of the plans of a unit on a day, as far as plans speak of
// it: of the activities for an innovation and of those for all innovations, or for ""
// of all. How many of those that were not dropped are done, in all and by stage, and
// how many are not overdue; a share of no activities does not apply. By stage, all
// activities together are nobody's where some name an innovation. For an ISD, besides,
// what its latest plan says of areas, priority, coordinator and resources.
func (p Plans) Facts(unit mtss.Unit, innovation string, on mtss.Date) rule.Facts {
	plans, _, _ := p.inForce()
	facts := rule.Facts{}
	activities, latest := standing(plans, unit, on), ofISD(plans, unit, on)
	if latest == nil && !slices.ContainsFunc(plans, func(p Plan) bool { return p.Unit == unit && !p.from().After(on) }) {
		return facts
	}
	named := innovation == "" && len(innovations(activities)) > 0
	for name, t := range tallies(activities, innovation, innovation == "", on) {
		facts[name] = rule.Of(t)
		if t == (mtss.Tally{}) {
			facts[name] = rule.NotApplicable()
		}
	}
	if named {
		for _, stage := range stages()[1:] {
			delete(facts, measure(stage))
		}
	}
	if latest != nil {
		areas := kit.Among(areas(), func(area Area) mtss.Verdict {
			return kit.YesNo(slices.ContainsFunc(activities, func(a Activity) bool { return a.Area == area }))
		})
		facts["isd.plan.areas"] = rule.Of(areas)
		facts["isd.plan.priority"] = rule.OfYesNo(kit.YesNo(kit.Happened(latest.PrioritySince, on)))
		facts["isd.plan.coordinator"] = rule.OfYesNo(kit.YesNo(kit.Happened(latest.CoordinatorSince, on)))
		if latest.Resources != nil {
			for _, kind := range resourceKinds() {
				facts["isd.plan."+string(kind)] = rule.OfSpan(latest.allocated(kind, on))
			}
		}
	}
	return facts
}

// tallies counts activities that are done or not overdue, of those that were not
// dropped; by stage only where there are some.
func tallies(activities []Activity, innovation string, all bool, on mtss.Date) map[string]mtss.Tally {
	out := map[string]mtss.Tally{"plan.done": {}, "plan.onTime": {}}
	count := func(measure string, earned bool) {
		out[measure] = kit.Plus(out[measure], mtss.Count(kit.YesNo(earned)))
	}
	for i := range activities {
		a := &activities[i]
		if a.Status == Dropped || !all && a.Innovation != "" && a.Innovation != innovation {
			continue
		}
		count("plan.done", a.Status == Done)
		count("plan.onTime", !a.overdue(on))
		if a.Stage != "" {
			count(measure(a.Stage), a.Status == Done)
		}
	}
	return out
}

// innovations are those that activities name.
func innovations(activities []Activity) []string {
	names := map[string]bool{}
	for i := range activities {
		names[activities[i].Innovation] = true
	}
	delete(names, "")
	return slices.Sorted(maps.Keys(names))
}
