package district

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// records are the meetings that count: those not withdrawn, in the time that the
// policy looks back on.
type records struct {
	meetings *Meetings
	teams    *Teams
	index    map[string]*Team
	units    map[mtss.Unit][]Meeting // those of each unit's implementation teams
	from, on mtss.Date
}

// records sorts the meetings by unit. A meeting counts if its team existed on its
// day; without a policy, none counts.
func (m *Meetings) records(teams *Teams, v View) records {
	r := records{meetings: m, teams: teams, index: teams.index(), units: map[mtss.Unit][]Meeting{}, from: v.Policy.from(v.On), on: v.On}
	counted, _ := mtss.InForce(m.Meetings, (*Meeting).correction) // problems are for Validate to report
	for _, one := range counted {
		team, ok := r.index[one.Team]
		if ok && !r.from.IsZero() && kit.Within(one.Date, r.from, r.on) && kit.Within(one.Date, team.From, team.Until) && team.TeamKind == TeamKind(team.Unit.Kind) {
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
	return silence(r.meetings.Covers, unit, r.from, r.on)
}

// dataUsed returns whether as many meetings of a unit's team as wanted made a
// decision that rests on a result.
func (r records) dataUsed(unit mtss.Unit, wanted int) mtss.Verdict {
	for _, one := range r.units[unit] {
		if one.usesData() {
			wanted--
		}
	}
	if wanted <= 0 && !r.from.IsZero() {
		return mtss.Met
	}
	return r.silence(unit)
}

// linked returns whether information went both ways between the team of a school
// and that of the unit, as the meetings of either show.
func (r records) linked(school, unit mtss.Unit) mtss.Verdict {
	var up, down bool
	for _, pair := range [...]struct {
		of, with mtss.Unit
		above    bool
	}{{school, unit, false}, {unit, school, true}} {
		for _, one := range r.units[pair.of] {
			for _, s := range one.Shared {
				other, ok := r.index[s.Team]
				if !ok || other.Unit != pair.with || !kit.Within(one.Date, other.From, other.Until) {
					continue
				}
				up = up || s.Way == Both || (s.Way == Gave) != pair.above
				down = down || s.Way == Both || (s.Way == Gave) == pair.above
			}
		}
	}
	if up && down {
		return mtss.Met
	}
	return r.silence(school).Or(r.silence(unit))
}

// months counts the calendar months in which a unit's team met, of those that lie
// wholly within the time. A month in which the team did not exist throughout is
// left out; a month that is not covered is unknown.
func (r records) months(unit mtss.Unit) (t mtss.Tally) {
	first, ok := r.first(unit)
	if !ok {
		return t
	}
	if first.Day > 1 {
		first = nextMonth(first)
	}
	for {
		next := nextMonth(first)
		last := next.AddDays(-1)
		if !last.Valid() || last.After(r.on) {
			return t
		}
		t.Possible++
		switch {
		case slices.ContainsFunc(r.units[unit], func(m Meeting) bool { return kit.Within(m.Date, first, last) }):
			t.Earned++
		case !covered(r.meetings.Covers, unit, first, last):
			t.Unknown++
		}
		first = next
	}
}

// nextMonth returns the first day of the month after that of a day.
func nextMonth(d mtss.Date) mtss.Date {
	d.Day = 1
	d = d.AddDays(31)
	d.Day = 1
	return d
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
// on the day attended; ok is false if records may be missing, and if there was no
// meeting.
func (r records) attendance(unit mtss.Unit) (t mtss.Tally, ok bool) {
	if first, ok := r.first(unit); !ok || !covered(r.meetings.Covers, unit, first, r.on) {
		return t, false
	}
	for _, one := range r.units[unit] {
		people := r.index[one.Team].people(one.Date)
		t.Possible += int64(len(people))
		for _, id := range one.Attended {
			if people[id] {
				t.Earned++
			}
		}
	}
	return t, t.Possible > 0
}

// measures returns whether the unit's team uses data, and how many of its schools'
// teams do; months with a meeting; attendance, where all meetings are recorded;
// and how many schools are linked with the unit's team.
func (m *Meetings) measures(teams *Teams, v View) rule.Facts {
	r := m.records(teams, v)
	facts := rule.Facts{"data.used": rule.OfYesNo(r.dataUsed(v.Unit, v.Policy.DataMeetings))}
	if t := r.months(v.Unit); t.Possible > 0 {
		facts["team.meetings"] = rule.Of(t)
	}
	if t, ok := r.attendance(v.Unit); ok {
		facts["team.attendance"] = rule.Of(t)
	}
	if len(v.Schools) > 0 {
		facts["data.used.schools"] = rule.Of(v.schools(func(s mtss.Unit) mtss.Verdict { return r.dataUsed(s, v.Policy.DataMeetings) }))
		facts["team.linked"] = rule.Of(v.schools(func(s mtss.Unit) mtss.Verdict { return r.linked(s, v.Unit) }))
	}
	return facts
}
