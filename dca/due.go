package dca

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Due lists the activities of the plan that are not dropped, as seen on a day: each is
// of who is responsible and due by its day. A plan of a later day lists nothing.
func (p Plan) Due(days mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	due := []schedule.Due{}
	for i := range p.Activities {
		a := &p.Activities[i]
		if a.Status == Dropped || p.Date.After(on) {
			continue
		}
		d := schedule.Due{Kind: schedule.Activity, Unit: p.Unit, Subject: a.ID, Schedule: p.ID, Reason: schedule.ByPlan, Standing: string(a.Status), CompletedBy: string(a.Who), Until: a.Due}
		if kit.Happened(a.DoneOn, on) {
			d.Done = a.DoneOn
		}
		d.Status = schedule.StatusOf(mtss.Date{}, d.Until, d.Done, on)
		due = append(due, d)
	}
	return due, nil
}
