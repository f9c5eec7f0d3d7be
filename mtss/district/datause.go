package district

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// records are the meetings that count in the time that the policy looks back on.
type records struct {
	covers   []mtss.Coverage
	teams    *Teams
	index    map[string]*Team
	calendar mtss.Calendar
	units    map[mtss.Unit][]meeting.Meeting // those of each unit's implementation teams
	from, on mtss.Date
}

// records sorts the meetings by unit. A meeting counts if its team existed on its
// day; without a policy, none counts.
func (w *whole) records(v view) records {
	r := records{covers: w.covers, teams: &w.teams, index: w.index, calendar: w.policy.Calendar, units: map[mtss.Unit][]meeting.Meeting{}, from: w.policy.from(v.on), on: v.on}
	if r.from.IsZero() {
		return r
	}
	for _, one := range w.meetings {
		team, ok := r.index[one.Team]
		if ok && kit.Within(one.Date, r.from, r.on) && kit.Within(one.Date, team.From, team.Until) && team.TeamKind == TeamKind(team.Unit.Kind) {
			r.units[team.Unit] = append(r.units[team.Unit], one)
		}
	}
	return r
}

// silence returns the verdict on what the meetings of a unit do not show.
func (r records) silence(unit mtss.Unit) mtss.Verdict {
	if r.from.IsZero() {
		return mtss.Undetermined
	}
	return silence(r.covers, unit, r.from, r.on)
}

// dataUsed returns whether as many meetings of a unit's team as wanted made a
// decision that rests on a result of an innovation. A meeting whose decisions are not
// recorded may have.
func (r records) dataUsed(unit mtss.Unit, innovation string, wanted int) mtss.Verdict {
	perhaps := 0
	for i := range r.units[unit] {
		switch r.units[unit][i].UsesData(innovation) {
		case mtss.Met:
			wanted--
		case mtss.Undetermined:
			perhaps++
		}
	}
	switch {
	case r.from.IsZero():
		return mtss.Undetermined
	case wanted <= 0:
		return mtss.Met
	case wanted <= perhaps:
		return mtss.Undetermined
	}
	return r.silence(unit)
}

// linked returns whether information went both ways between the team of a school
// and that of the unit, as the meetings of either show.
func (r records) linked(school, unit mtss.Unit) mtss.Verdict {
	var up, down, unsaid bool
	for _, pair := range [...]struct {
		of, with mtss.Unit
		above    bool
	}{{school, unit, false}, {unit, school, true}} {
		for _, one := range r.units[pair.of] {
			unsaid = unsaid || one.Shared == nil
			for _, s := range one.Shared {
				other, ok := r.index[s.Team]
				if !ok || other.Unit != pair.with || !kit.Within(one.Date, other.From, other.Until) {
					continue
				}
				gave := s.Way == meeting.Gave
				up = up || s.Way == meeting.Both || gave != pair.above
				down = down || s.Way == meeting.Both || gave == pair.above
			}
		}
	}
	switch {
	case up && down:
		return mtss.Met
	case unsaid:
		return mtss.Undetermined
	}
	return r.silence(school).Or(r.silence(unit))
}

// months counts the months in which a unit's team met, of those that lie wholly
// within the time and that the calendar does not close. A month in which the team did
// not exist throughout is left out; a month that is not covered is unknown.
func (r records) months(unit mtss.Unit) (t mtss.Tally) {
	first, ok := r.first(unit)
	if !ok {
		return t
	}
	for _, month := range r.calendar.WholeMonths(mtss.Period{From: first, Until: r.on}) {
		days := month.Days()
		t.Possible++
		switch {
		case slices.ContainsFunc(r.units[unit], func(m meeting.Meeting) bool { return days.Contains(m.Date) }):
			t.Earned++
		case !covered(r.covers, unit, days.From, days.Until):
			t.Unknown++
		}
	}
	return t
}

// first returns the first day within the time on which a unit had its team; ok is
// false if it has none, and without a policy.
func (r records) first(unit mtss.Unit) (day mtss.Date, ok bool) {
	teams := r.teams.own(unit, r.on)
	if len(teams) == 0 || r.from.IsZero() {
		return day, false
	}
	began := slices.MinFunc(teams, func(a, b *Team) int { return a.From.Compare(b.From) }).From
	return laterOf(r.from, began), true
}

// attendance adds up, over the meetings of a unit's team, how many of its members
// on the day attended; who did is unknown for a meeting that does not say it. ok is
// false if records may be missing, and if there was no meeting.
func (r records) attendance(unit mtss.Unit) (t mtss.Tally, ok bool) {
	if first, ok := r.first(unit); !ok || !covered(r.covers, unit, first, r.on) {
		return t, false
	}
	for _, one := range r.units[unit] {
		people := r.index[one.Team].people(one.Date)
		t.Possible += int64(len(people))
		if one.Attended == nil {
			t.Unknown += int64(len(people))
		}
		for _, id := range each(one.Attended, func(id *string) string { return *id }) {
			if people[id] {
				t.Earned++
			}
		}
	}
	return t, t.Possible > 0
}

// meetingMeasures returns whether the unit's team uses data, and how many of its
// schools' teams do; months with a meeting; attendance, where all meetings are
// recorded; and how many schools are linked with the unit's team.
func (w *whole) meetingMeasures(v view) rule.Facts {
	r, wanted := w.records(v), w.policy.DataMeetings
	facts := rule.Facts{"data.used": rule.OfYesNo(r.dataUsed(v.unit, v.innovation, wanted))}
	if t := r.months(v.unit); t.Possible > 0 {
		facts["team.meetings"] = rule.Of(t)
	}
	if t, ok := r.attendance(v.unit); ok {
		facts["team.attendance"] = rule.Of(t)
	}
	if len(v.schools) > 0 {
		facts["data.used.schools"] = rule.Of(v.count(func(s mtss.Unit) mtss.Verdict { return r.dataUsed(s, v.innovation, wanted) }))
		facts["team.linked"] = rule.Of(v.count(func(s mtss.Unit) mtss.Verdict { return r.linked(s, v.unit) }))
	}
	return facts
}
