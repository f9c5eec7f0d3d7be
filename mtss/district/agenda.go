package district

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/plan"
)

// Agenda returns what a team should take up at its next meeting, in this order:
// activities of the plans of the report's unit that are overdue or due by then, by day; open barriers that were
// routed to the team; activities that are under way; and the components of the report
// that are not in place. The subject of each is the id of the activity, barrier or
// component, as [meeting.Meeting.Missed] expects it.
func (d Documents) Agenda(team string, r Report, next mtss.Date) []mtss.Notice {
	w := d.whole()
	agenda := []mtss.Notice{}
	activities := w.plans[r.Unit].Activities(r.Unit, r.On)
	slices.SortStableFunc(activities, func(a, b plan.Activity) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.ID, b.ID)) })
	agenda = append(agenda, pressing(activities, r.On, next)...)
	for _, c := range w.communications {
		for _, b := range c.Barriers {
			if b.RoutedTo == team && b.routed(next) && !b.resolved(r.On) {
				agenda = append(agenda, mtss.Noticef(ConcernBarrier, "barrier open since %s: %s", b.RaisedOn, b.What).About(b.ID))
			}
		}
	}
	for i := range activities {
		if a := &activities[i]; a.Status == plan.UnderWay && a.Due.After(next) {
			agenda = append(agenda, mtss.Noticef(ConcernUnderWay, "under way: %s", a.What).About(a.ID))
		}
	}
	for _, s := range r.Components {
		switch s.Derived {
		case mtss.NotMet:
			agenda = append(agenda, mtss.Noticef(ConcernComponent, "not in place").About(string(s.Component)))
		case mtss.Undetermined:
			agenda = append(agenda, mtss.Noticef(ConcernComponent, "not known to be in place").About(string(s.Component)))
		}
	}
	return agenda
}

// pressing returns the open activities that are due by the next meeting.
func pressing(activities []plan.Activity, on, next mtss.Date) (items []mtss.Notice) {
	for i := range activities {
		a := &activities[i]
		switch {
		case overdue(a, on):
			items = append(items, mtss.Noticef(ConcernOverdue, "overdue: %s", a.What).About(a.ID))
		case open(a) && !a.Due.After(next):
			items = append(items, mtss.Noticef(ConcernDue, "due by the meeting: %s", a.What).About(a.ID))
		}
	}
	return items
}
