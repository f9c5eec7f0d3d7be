package district

import (
	"cmp"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Due lists the barriers and the surveys of protocols, as seen on a day. A barrier
// is open from the day on which it was raised until it is resolved, of the team to
// which it was routed or else of the one that raised it; no source states by when.
// Standing says whether a barrier was routed.
func (c Communication) Due(days mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	due := []schedule.Due{}
	for i := range c.Barriers {
		one := &c.Barriers[i]
		if one.RaisedOn.After(on) {
			continue
		}
		d := schedule.Due{
			Kind: schedule.Barrier, Unit: c.Unit, Subject: one.ID, Schedule: c.ID, Reason: schedule.ByPlan, Standing: "notRouted",
			CompletedBy: one.RaisedBy, From: one.RaisedOn,
		}
		if one.routed(on) {
			d.Standing, d.CompletedBy = "routed", cmp.Or(one.RoutedTo, d.CompletedBy)
		}
		if one.resolved(on) {
			d.Standing, d.Done = "resolved", one.ResolvedOn
		}
		d.Status = schedule.StatusOf(d.From, d.Until, d.Done, on)
		due = append(due, d)
	}
	for i := range c.Protocols {
		one := &c.Protocols[i]
		if one.SurveyOn.IsZero() {
			continue
		}
		d := schedule.Due{Kind: schedule.Survey, Unit: c.Unit, Subject: one.ID, Schedule: c.ID, Reason: schedule.ByPlan, CompletedBy: one.Team, Until: one.SurveyOn}
		if kit.Happened(one.SurveyedOn, on) {
			d.Done = one.SurveyedOn
		}
		d.Status = schedule.StatusOf(d.From, d.Until, d.Done, on)
		due = append(due, d)
	}
	return due, nil
}
