package plan

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Evidence supplies how many of the activities of each stage are done, of those that
// were not dropped, from each day on which that changes until the next: for each
// innovation that activities of the unit name, those for all of them included; for any
// innovation where none is named. The activities of exploration are declared, so that they count where
// package readiness has measured nothing.
//
// Errors: those of [Plans.Validate]; bad plans supply nothing.
func (p Plans) Evidence(_ mtss.Hierarchy, days mtss.Period) (evidence.Batch, error) {
	plans, notices, issues := p.inForce()
	out := evidence.Batch{Notices: notices}
	for _, unit := range units(plans) {
		s := supply{plans: plans, unit: unit, last: map[supplied]int{}}
		for _, s.on = range s.changes() {
			if days.Until.Valid() && s.on.After(days.Until) {
				break
			}
			s.day()
		}
		out.Records = append(out.Records, s.out...)
		out.Notices = append(out.Notices, s.twice()...)
	}
	return out, strict.Invalid(issues)
}

// KnownBy returns the plans that were known by a day: see mtss.KnownBy.
func (p Plans) KnownBy(day mtss.Date) evidence.Supplier { return Plans(mtss.KnownBy(p, day)) }

func units(plans []Plan) (all []mtss.Unit) {
	for i := range plans {
		if !slices.Contains(all, plans[i].Unit) {
			all = append(all, plans[i].Unit)
		}
	}
	return all
}

// supply is what plans supply of one unit.
type supply struct {
	plans []Plan
	unit  mtss.Unit
	on    mtss.Date
	last  map[supplied]int // the latest record of each
	out   []evidence.Record
}

type supplied struct {
	innovation string
	stage      mtss.StageID
}

// changes returns the days on which what plans say of the unit may change.
func (s *supply) changes() (days []mtss.Date) {
	for i := range s.plans {
		p := &s.plans[i]
		if p.Unit != s.unit {
			continue
		}
		days = append(days, p.from(), p.Date)
		for _, a := range p.Activities {
			days = append(days, a.Since, a.DoneOn, a.DroppedOn)
		}
	}
	days = slices.DeleteFunc(days, mtss.Date.IsZero)
	slices.SortFunc(days, mtss.Date.Compare)
	return slices.Compact(days)
}

// day supplies what is new on a day. What is not known any more ends.
func (s *supply) day() {
	activities := standing(s.plans, s.unit, s.on)
	names := innovations(activities)
	if len(names) == 0 {
		names = []string{""}
	}
	now := map[supplied]mtss.Tally{}
	for _, name := range names {
		all := tallies(activities, name, name == "", s.on)
		for _, stage := range stages() {
			if t, there := all[measure(stage)]; there {
				now[supplied{name, stage}] = t
			}
		}
	}
	for key, last := range s.last {
		if _, there := now[key]; !there {
			s.out[last].Term, s.out[last].Through = evidence.Term{}, s.on.AddDays(-1)
			delete(s.last, key)
		}
	}
	for _, name := range names {
		for _, stage := range stages() {
			t, there := now[supplied{name, stage}]
			if !there {
				continue
			}
			record := evidence.Record{Unit: s.unit, Innovation: name, Measured: evidence.Count(measure(stage)).Is(t), On: s.on, Term: evidence.Term{UntilChanged: true}}
			if stage == mtss.StageExploration {
				record.Measured, record.Basis = evidence.ExplorationActivities.Is(t), evidence.Declared
			}
			if last, before := s.last[supplied{name, stage}]; before && s.out[last].Measured.Value.Equal(record.Measured.Value) {
				continue
			}
			record.Rests = s.rests(name, stage)
			s.last[supplied{name, stage}] = len(s.out)
			s.out = append(s.out, record)
		}
	}
}

// rests returns the plans that have activities of a stage for an innovation, with what
// shows that they are done.
func (s *supply) rests(innovation string, stage mtss.StageID) (rests []evidence.RecordRef) {
	for i := range s.plans {
		p := &s.plans[i]
		if p.Unit != s.unit {
			continue
		}
		var shown []evidence.RecordRef
		counts := false
		for _, a := range p.activities(s.on) {
			if a.Stage != stage || innovation != "" && a.Innovation != "" && a.Innovation != innovation {
				continue
			}
			counts = true
			if a.Status == Done {
				for _, id := range a.Evidence {
					shown = append(shown, evidence.RecordRef{Kind: "evidence", ID: id})
				}
			}
		}
		if !counts {
			continue
		}
		rests = append(append(rests, evidence.RecordRef{Kind: p.Schema().Kind, ID: p.ID, On: p.Date}), shown...)
	}
	return rests
}

// twice tells of activities that share an id and differ in words.
func (s *supply) twice() (notices []mtss.Notice) {
	what, told := map[string]string{}, map[string]bool{}
	for i := range s.plans {
		if s.plans[i].Unit != s.unit {
			continue
		}
		for _, a := range s.plans[i].Activities {
			before, there := what[a.ID]
			if there && before != a.What && !told[a.ID] {
				told[a.ID] = true
				notices = append(notices, mtss.Noticef(NoticeTwice, "activity %s of %s is in two plans in different words, and counts twice", a.ID, s.unit.ID).About(a.ID))
			}
			what[a.ID] = a.What
		}
	}
	return notices
}

// Due lists the activities of the plans that are not dropped, as seen on a day: each is
// of who is responsible and due by its day. Those of a unit come in the order of
// [Plans.Activities]. Standing is the status. Errors: mtss.CodeDate, those of [Plans.Validate].
func (p Plans) Due(_ mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	if err := kit.NoDay(on); err != nil {
		return []schedule.Due{}, err
	}
	plans, _, issues := p.inForce()
	due := []schedule.Due{}
	for _, unit := range units(plans) {
		ids := namedBy(plans, unit)
		for _, a := range standing(plans, unit, on) {
			if a.Status == Dropped {
				continue
			}
			d := schedule.Due{
				Kind: schedule.Activity, Unit: unit, Subject: a.ID, Innovation: a.Innovation, Schedule: ids[key(&a)],
				Reason: schedule.ByPlan, Standing: string(a.Status), CompletedBy: a.Who, Until: a.Due, Done: a.DoneOn,
			}
			d.Status = schedule.StatusOf(mtss.Date{}, d.Until, d.Done, on)
			due = append(due, d)
		}
	}
	return due, strict.Invalid(issues)
}

// namedBy returns the ids of the latest plans of a unit that name each activity, by its
// key.
func namedBy(plans []Plan, unit mtss.Unit) map[string]string {
	ids := map[string]string{}
	for i := range plans {
		for k := range plans[i].Activities {
			if plans[i].Unit == unit {
				ids[key(&plans[i].Activities[k])] = plans[i].ID
			}
		}
	}
	return ids
}
