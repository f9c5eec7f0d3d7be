package district

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// Agenda returns what a team should take up at its next meeting, in this order:
// activities that are overdue or due by then, by day; open barriers that were
// routed to the team; activities that are under way; and components that are not
// in place, of those that [Documents.Infrastructure] returned. The subject of each
// is the id of the activity, barrier or component.
func (d Documents) Agenda(team string, v View, components []ComponentStatus, next mtss.Date) []Concern {
	agenda := []Concern{}
	if d.Plan != nil {
		agenda = append(agenda, d.Plan.pressing(v.On, next)...)
	}
	if d.Communication != nil {
		for _, b := range d.Communication.Barriers {
			if b.RoutedTo == team && b.routed(next) && !b.resolved(v.On) {
				agenda = append(agenda, Concern{Code: ConcernBarrier, Unit: d.Communication.Unit, Subject: b.ID, Message: "barrier open since " + b.RaisedOn.String() + ": " + b.What})
			}
		}
	}
	if d.Plan != nil {
		for i := range d.Plan.Activities {
			if a := &d.Plan.Activities[i]; a.Status == UnderWay && a.Due.After(next) {
				agenda = append(agenda, d.Plan.concern(ConcernUnderWay, a, "under way: "+a.What))
			}
		}
	}
	for _, s := range components {
		message := "not in place"
		switch s.Derived {
		case mtss.Met:
			continue
		case mtss.Undetermined:
			message = "not known to be in place"
		}
		agenda = append(agenda, Concern{Code: ConcernComponent, Unit: v.Unit, Subject: string(s.Component), Message: message})
	}
	return agenda
}

// pressing returns the open activities that are due by the next meeting, by day.
func (p *Plan) pressing(on, next mtss.Date) (items []Concern) {
	for i := range p.Activities {
		a := &p.Activities[i]
		switch {
		case a.overdue(on):
			items = append(items, p.concern(ConcernOverdue, a, "overdue: "+a.What))
		case a.open() && !a.Due.After(next):
			items = append(items, p.concern(ConcernDue, a, "due by the meeting: "+a.What))
		}
	}
	slices.SortStableFunc(items, func(a, b Concern) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Subject, b.Subject)) })
	return items
}

// Missed returns what is on an agenda and was not taken up at the meeting; all of
// it if m is nil.
func (m *Meeting) Missed(agenda []Concern) []Concern {
	missed := []Concern{}
	for _, item := range agenda {
		if m == nil || !slices.Contains(m.Agenda, item.Subject) {
			missed = append(missed, kit.Clone(item))
		}
	}
	return missed
}
