package district

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// AgendaItem is something that a team should take up at its next meeting.
type AgendaItem struct {
	// ID is the id of the activity, component or barrier.
	ID string `json:"id"`
	// From says where it comes from.
	From string `json:"from"`
	// Why says why it is on the agenda.
	Why string `json:"why"`
	// Item is the item of an assessment that an activity is about; nil where it is about none.
	Item *ItemRef `json:"item,omitzero"`
	// Who is the role that it falls to; "" where none is known.
	Who Word `json:"who,omitzero"`
	// Due is the day by which it should be done; none where there is none.
	Due mtss.Date `json:"due,omitzero"`
}

// Where items of an agenda come from.
const (
	// FromPlan: an activity of the implementation plan.
	FromPlan = "plan"
	// FromChecklist: a component of the installation checklist.
	FromChecklist = "checklist"
	// FromBarriers: a barrier that is open.
	FromBarriers = "barriers"
)

// Agenda returns what follows for a team's next meeting, in this order: what is
// overdue and what falls due until the meeting, by day; barriers that were
// routed to the team; activities that are under way; and components that are
// not in place. Each document may be nil.
func Agenda(team string, plan *Plan, components []ComponentStatus, communication *Communication, on, next mtss.Date) []AgendaItem {
	agenda := []AgendaItem{}
	if plan != nil {
		agenda = append(agenda, plan.pressing(on, next)...)
	}
	if communication != nil {
		for i := range communication.Barriers {
			if b := &communication.Barriers[i]; b.RoutedTo == team && b.routed(next) && !b.resolved(on) {
				agenda = append(agenda, AgendaItem{ID: b.ID, From: FromBarriers, Why: "barrier open since " + b.RaisedOn.String() + ": " + b.What})
			}
		}
	}
	if plan != nil {
		for i := range plan.Activities {
			if a := &plan.Activities[i]; a.Status == UnderWay && a.Due.After(next) {
				agenda = append(agenda, a.item("under way: "+a.What))
			}
		}
	}
	for _, s := range components {
		if s.Derived == mtss.Met {
			continue
		}
		why := "not in place"
		if s.Derived == mtss.Undetermined {
			why = "not known to be in place"
		}
		agenda = append(agenda, AgendaItem{ID: string(s.Component), From: FromChecklist, Why: why})
	}
	return agenda
}

// pressing returns the open activities that are due until the next meeting, by
// the day on which they are.
func (p *Plan) pressing(on, next mtss.Date) (items []AgendaItem) {
	for i := range p.Activities {
		a := &p.Activities[i]
		switch {
		case a.overdue(on):
			items = append(items, a.item("overdue: "+a.What))
		case a.open() && !a.Due.After(next):
			items = append(items, a.item("due until the meeting: "+a.What))
		}
	}
	slices.SortStableFunc(items, func(a, b AgendaItem) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.ID, b.ID)) })
	return items
}

func (a *Activity) item(why string) AgendaItem {
	return AgendaItem{ID: a.ID, From: FromPlan, Why: why, Item: a.Item, Who: a.Who, Due: a.Due}
}

// Missed returns what was on an agenda and was not taken up by a meeting.
func (m *Meeting) Missed(agenda []AgendaItem) []AgendaItem {
	missed := []AgendaItem{}
	for _, item := range agenda {
		if !slices.Contains(m.Agenda, item.ID) {
			missed = append(missed, item)
		}
	}
	return missed
}
