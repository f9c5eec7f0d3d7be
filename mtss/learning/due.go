package learning

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Due lists the sessions of the series, as seen on a day. One whose day has come
// was held, as far as nothing else is recorded; one that was called off remains due
// until another one of the same needs is planned or held. Errors: mtss.CodeDate.
func (s Series) Due(days mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	if err := kit.NoDay(on); err != nil {
		return []schedule.Due{}, err
	}
	due := []schedule.Due{}
	sessions, _, _ := s.once()
	for i := range sessions {
		e := &sessions[i]
		if e.Held == mtss.No && e.madeUp(sessions) {
			continue
		}
		d := session(s.Unit, s.ID, e.ID, e.On, e.held(on), on)
		if e.Held == mtss.No {
			d.Standing = "calledOff"
		}
		due = append(due, d)
	}
	return due, nil
}

// madeUp reports whether a later session meets every need of one that was called
// off, or continues it.
func (e *Session) madeUp(sessions []Session) bool {
	for i := range sessions {
		other := &sessions[i]
		if other.Held == mtss.No || !other.On.After(e.On) {
			continue
		}
		if cmp.Or(other.Continues, other.ID) == cmp.Or(e.Continues, e.ID) || len(e.Needs) > 0 && !slices.ContainsFunc(e.Needs, func(need string) bool { return !slices.Contains(other.Needs, need) }) {
			return true
		}
	}
	return false
}

// Due lists the sessions of the district, as seen on a day. One whose day has come
// was held. Errors: mtss.CodeDate.
func (d DIT) Due(days mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	if err := kit.NoDay(on); err != nil {
		return []schedule.Due{}, err
	}
	due := []schedule.Due{}
	sessions, _, _ := d.once()
	for _, e := range sessions {
		due = append(due, session(d.Unit, d.ID, string(e.Topic)+" "+string(e.With), e.On, !e.On.After(on), on))
	}
	return due, nil
}

// session is a session of a series.
func session(unit mtss.Unit, series, id string, day mtss.Date, held bool, on mtss.Date) schedule.Due {
	d := schedule.Due{Kind: schedule.Session, Unit: unit, Subject: id, Schedule: series, Reason: schedule.ByPlan, From: day, Until: day}
	if held {
		d.Done = day
	}
	d.Status = schedule.StatusOf(d.From, d.Until, d.Done, on)
	return d
}
