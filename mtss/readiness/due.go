package readiness

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Due lists the activities of the plan, as seen on a day: each is of its owner and due
// by its day. Standing is the area.
func (p Plan) Due(days mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	due := []schedule.Due{}
	for i := range p.Activities {
		a := &p.Activities[i]
		d := schedule.Due{Kind: schedule.Activity, Unit: p.Unit, Subject: a.ID, Schedule: p.ID, Reason: schedule.ByPlan, Standing: string(a.Area), CompletedBy: a.Owner, Until: a.Due}
		if kit.Happened(a.DoneOn, on) {
			d.Done = a.DoneOn
		}
		d.Status = schedule.StatusOf(mtss.Date{}, d.Until, d.Done, on)
		due = append(due, d)
	}
	return due, nil
}
