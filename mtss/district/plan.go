package district

import (
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// open reports whether an activity remains to be done.
func open(a *plan.Activity) bool { return a.Status == plan.Planned || a.Status == plan.UnderWay }

// overdue reports whether an activity should have been done before a day.
func overdue(a *plan.Activity, on mtss.Date) bool { return open(a) && a.Due.Before(on) }

// planConcerns returns the activities that are overdue, and those that fall to a role
// that nobody on a team of the unit holds on the day.
func (w *whole) planConcerns(v view) (found []mtss.Notice) {
	activities := w.plans[v.unit].Activities(v.unit, v.on)
	for i := range activities {
		a := &activities[i]
		if overdue(a, v.on) {
			found = append(found, mtss.Noticef(ConcernOverdue, "activity %s was due on %s and is not done: %s", a.ID, a.Due, a.What).About(a.ID))
		}
		if open(a) && len(w.teams.own(v.unit, v.on)) > 0 && w.teams.has(Role(a.Who), v.unit, v.on) != mtss.Met {
			found = append(found, mtss.Noticef(ConcernRoleLacking, "activity %s falls to the role %s, which nobody on the team holds", a.ID, a.Who).About(a.ID))
		}
	}
	return found
}

// planMeasures returns the measures of plans, but for those of ISDs alone, which
// package readiness speaks of.
func (w *whole) planMeasures(v view) rule.Facts {
	facts := w.plans[v.unit].Facts(v.unit, v.innovation, v.on)
	for name := range facts {
		if strings.HasPrefix(name, "isd.") {
			delete(facts, name)
		}
	}
	return facts
}

// planned takes the plans of each unit together.
func planned(plans plan.Plans) map[mtss.Unit]plan.Plans {
	of := map[mtss.Unit]plan.Plans{}
	for i := range plans {
		of[plans[i].Unit] = append(of[plans[i].Unit], plans[i])
	}
	return of
}
