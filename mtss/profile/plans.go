package profile

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// PlannedActivity is an activity of a plan of the unit or of one below it.
type PlannedActivity struct {
	// Plan is the id of the plan; absent where it has none.
	Plan string `json:"plan,omitzero"`
	// ID is the id of the activity.
	ID string `json:"id"`
	// Unit is the unit that the plan is for.
	Unit mtss.Unit `json:"unit"`
	// Text says what is to be done.
	Text string `json:"text"`
	// Who does it, a role; absent where that is not stated.
	Who string `json:"who,omitzero"`
	// Due is the last day on which it is on time; absent where none is stated.
	Due mtss.Date `json:"due,omitzero"`
	// Done is the day on which it was done; absent where it was not.
	Done mtss.Date `json:"done,omitzero"`
	// Status says whether it is done, open, missed or coming.
	Status schedule.DueStatus `json:"status" jsonschema:"enum=done,enum=open,enum=missed,enum=coming"`
}

// plans lists the activities of plans in force that were not dropped.
func (m *making) plans() {
	m.Activities = []PlannedActivity{}
	all := plan.Plans(listed[plan.Plan](m.documents))
	due, err := all.Due(mtss.Period{}, m.On)
	m.refuse("plan", origins{"": originsOf[plan.Plan](m.documents)}.of(err)...)
	planned := map[mtss.Unit][]plan.Activity{}
	for _, d := range due { // of each unit in the order of its activities
		if _, known := planned[d.Unit]; !known {
			planned[d.Unit] = slices.DeleteFunc(all.Activities(d.Unit, m.On), func(a plan.Activity) bool { return a.Status == plan.Dropped })
		}
		text := planned[d.Unit][0].What
		planned[d.Unit] = planned[d.Unit][1:]
		if m.within(d.Unit) {
			m.Activities = append(m.Activities, PlannedActivity{
				Plan: d.Schedule, ID: d.Subject, Unit: d.Unit, Text: text, Who: d.CompletedBy, Due: d.Until, Done: d.Done, Status: d.Status,
			})
		}
	}
}

// due lists what is due in the unit and below it.
func (m *making) due() {
	days := mtss.Period{From: m.On.AddDays(-halfYear), Until: m.On.AddDays(halfYear)}
	known := m.documents.due("", nil)
	all, err := schedule.List(days, m.On, append(known.all, m.usual()...)...)
	m.refuse("", known.of(err)...)
	for _, one := range all {
		if m.within(one.Unit) {
			m.Due = append(m.Due, one)
		}
	}
}

// usual supplies when a District Capacity Assessment is due by its own schedule, where it
// is in use and no document has a schedule for it.
func (m *making) usual() []schedule.Supplier {
	dca := schedule.DCA()
	if slices.ContainsFunc(listed[schedule.Schedule](m.documents), func(s schedule.Schedule) bool { return s.Instrument.ID == dca.Instrument.ID }) {
		return nil
	}
	var own []instrument.Result
	for _, r := range m.results {
		if r.Instrument.ID == dca.Instrument.ID && m.within(r.Unit) {
			own = append(own, r)
		}
	}
	return dca.Of(own, "", nil)
}
