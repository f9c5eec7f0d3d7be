package coaching

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Due lists the states that the timelines of components plan, as seen on a day:
// each is due by its day, of the role that is responsible, and done once the
// component reached it or a later one and did not fall back. Standing is the state
// on the day. Errors: mtss.CodeDate.
func (s System) Due(days mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	if err := kit.NoDay(on); err != nil {
		return []schedule.Due{}, err
	}
	due := []schedule.Due{}
	for _, c := range s.Components {
		state, _ := c.State(on)
		for _, planned := range c.Timeline.planned() {
			d := schedule.Due{
				Kind: schedule.Coaching, Unit: s.Unit, Subject: string(c.Component) + " " + string(planned.State), Schedule: s.ID, Reason: schedule.ByPlan,
				Standing: string(state), CompletedBy: c.Owner, Until: planned.On, Source: slides("Activity 2.3"),
			}
			if rank(state) >= rank(planned.State) {
				d.Done = c.reached(planned.State, on)
			}
			d.Status = schedule.StatusOf(mtss.Date{}, d.Until, d.Done, on)
			due = append(due, d)
		}
	}
	return due, nil
}

// reached returns the first day up to another one on which the component was in a
// state or a later one.
func (c SystemComponent) reached(state ComponentState, on mtss.Date) (first mtss.Date) {
	for _, s := range c.Steps {
		if !s.On.After(on) && rank(s.State) >= rank(state) && (first.IsZero() || s.On.Before(first)) {
			first = s.On
		}
	}
	return first
}
