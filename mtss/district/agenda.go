package district

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// Agenda returns what a team should take up at its next meeting, in this order:
// activities that are overdue or due by then, by day; open barriers that were
// routed to the team; activities that are under way; and the components of the report
// that are not in place. The subject of each is the id of the activity, barrier or
// component, as [meeting.Meeting.Missed] expects it.
func (d Documents) Agenda(team string, r Report, next mtss.Date) []mtss.Notice {
	w := d.whole()
	agenda := []mtss.Notice{}
	if d.Plan != nil {
		agenda = append(agenda, d.Plan.pressing(r.On, next)...)
	}
	for _, c := range w.communications {
		for _, b := range c.Barriers {
			if b.RoutedTo == team && b.routed(next) && !b.resolved(r.On) {
				agenda = append(agenda, mtss.Noticef(ConcernBarrier, "barrier open since %s: %s", b.RaisedOn, b.What).About(b.ID))
			}
		}
	}
	if d.Plan != nil {
		for i := range d.Plan.Activities {
			if a := &d.Plan.Activities[i]; a.Status == UnderWay && a.Due.After(next) {
				agenda = append(agenda, mtss.Noticef(ConcernUnderWay, "under way: %s", a.What).About(a.ID))
			}
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

// pressing returns the open activities that are due by the next meeting, by day.
func (p *Plan) pressing(on, next mtss.Date) (items []mtss.Notice) {
	activities := slices.Clone(p.Activities)
	slices.SortStableFunc(activities, func(a, b Activity) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.ID, b.ID)) })
	for i := range activities {
		a := &activities[i]
		switch {
		case a.overdue(on):
			items = append(items, mtss.Noticef(ConcernOverdue, "overdue: %s", a.What).About(a.ID))
		case a.open() && !a.Due.After(next):
			items = append(items, mtss.Noticef(ConcernDue, "due by the meeting: %s", a.What).About(a.ID))
		}
	}
	return items
}
