package district

import (
	"cmp"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Due lists the barriers, the surveys of protocols and the decisions of meetings, as
// seen on a day. A barrier is open from the day on which it was raised until it is
// resolved, of the team to which it was routed or else of the one that raised it; no
// source states by when. Standing says whether a barrier was routed. A decision is
// due by the day that the meeting set, of the unit of the team; one without a day is
// not listed. Whether it was carried out is not recorded, so it stays due.
//
// Errors: mtss.CodeDate, those of [Documents.Report] for documents that are bad, and left out.
func (d Documents) Due(days mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	if err := kit.NoDay(on); err != nil {
		return []schedule.Due{}, err
	}
	w := d.whole()
	due := []schedule.Due{}
	for i := range w.communications {
		c := &w.communications[i]
		due = append(due, c.barriers(on)...)
		due = append(due, c.surveys(on)...)
	}
	for i := range w.meetings {
		m := &w.meetings[i]
		team := w.index[m.Team]
		if team == nil || m.Date.After(on) {
			continue
		}
		for _, one := range m.Decisions {
			if one.Due.IsZero() {
				continue
			}
			due = append(due, schedule.Due{
				Kind: schedule.Decision, Unit: team.Unit, Subject: one.What, Schedule: cmp.Or(m.ID, m.Team+" "+m.Date.String()), Reason: schedule.ByPlan,
				CompletedBy: cmp.Or(string(one.Who), m.Team), Until: one.Due, Status: schedule.StatusOf(mtss.Date{}, one.Due, mtss.Date{}, on),
			})
		}
	}
	return due, strict.Invalid(w.problems.List())
}

// MeetingDates are the days of the meetings of teams, by the unit of the team.
func (d Documents) MeetingDates() map[mtss.Unit][]mtss.Date {
	w, dates := d.whole(), map[mtss.Unit][]mtss.Date{}
	for i := range w.meetings {
		if team := w.index[w.meetings[i].Team]; team != nil {
			dates[team.Unit] = append(dates[team.Unit], w.meetings[i].Date)
		}
	}
	return dates
}

// barriers lists those that were raised up to a day.
func (c *Communication) barriers(on mtss.Date) (due []schedule.Due) {
	for i := range c.Barriers {
		one := &c.Barriers[i]
		if one.RaisedOn.After(on) {
			continue
		}
		d := schedule.Due{
			Kind: schedule.Barrier, Unit: c.Unit, Subject: one.ID, Reason: schedule.ByPlan, Standing: "notRouted",
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
	return due
}

// surveys lists those that protocols set a day for.
func (c *Communication) surveys(on mtss.Date) (due []schedule.Due) {
	for i := range c.Protocols {
		one := &c.Protocols[i]
		if one.SurveyOn.IsZero() {
			continue
		}
		d := schedule.Due{Kind: schedule.Survey, Unit: c.Unit, Subject: one.ID, Reason: schedule.ByPlan, CompletedBy: one.Team, Until: one.SurveyOn}
		if kit.Happened(one.SurveyedOn, on) {
			d.Done = one.SurveyedOn
		}
		d.Status = schedule.StatusOf(d.From, d.Until, d.Done, on)
		due = append(due, d)
	}
	return due
}
