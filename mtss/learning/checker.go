package learning

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/meeting"
)

// sitting is one session of the series, held in one part or in several on
// different days. Parts of later days than that of asking are left out.
type sitting struct {
	topic  Topic
	parts  []DITSession // held, by day; one at least
	whole  bool         // whether no part is still to come
	before mtss.Date    // the day on which all of it is over, even a day to come
}

func (s *sitting) last() mtss.Date { return s.parts[len(s.parts)-1].On }

func (s *sitting) minutes() (sum int64) {
	for _, p := range s.parts {
		sum += p.Minutes
	}
	return sum
}

// each joins the verdicts on the parts: one that is not met decides.
func (s *sitting) each(test func(DITSession) mtss.Verdict) mtss.Verdict {
	v := mtss.Met
	for _, p := range s.parts {
		v = v.And(test(p))
	}
	return v
}

// checker checks commitments of one series on one day.
type checker struct {
	tables
	d             DIT
	on            mtss.Date
	calendar      mtss.Calendar
	last          mtss.Date // the day of asking, or that on which the series was over
	over          bool      // whether the day of asking is after the last day
	team, support []sitting // held, by first day
}

func newChecker(ships tables, d DIT, on mtss.Date, calendar mtss.Calendar) checker {
	c := checker{tables: ships, d: d, on: on, calendar: calendar, last: on, over: d.Until.Valid() && on.After(d.Until)}
	if c.over {
		c.last = d.Until
	}
	if d.Meetings != nil {
		c.d.Meetings, _ = meeting.InForce(d.Meetings)
	}
	sessions, _, _ := d.once()
	slices.SortStableFunc(sessions, func(a, b DITSession) int { return a.On.Compare(b.On) })
	for _, s := range sessions {
		list := &c.support
		if s.With == PartyTeam {
			list = &c.team
		}
		at := slices.IndexFunc(*list, func(g sitting) bool { return g.topic == s.Topic })
		held := kit.Happened(s.On, on)
		switch {
		case at >= 0:
			g := &(*list)[at]
			g.whole, g.before = g.whole && held, s.On
			if held {
				g.parts = append(g.parts, s)
			}
		case held:
			*list = append(*list, sitting{s.Topic, []DITSession{s}, true, s.On})
		}
	}
	return c
}

// judge checks one commitment. What it counts decides it.
func (c checker) judge(row commitment) Commitment {
	f := c.count(row)
	f.Verdict = f.Count.Span().AtLeast(mtss.Whole(1))
	return f
}

func (c checker) count(row commitment) Commitment {
	all := append(slices.Clone(c.support), c.team...)
	one, both := int64(len(c.topics)), int64(2*len(c.topics))
	switch row.Check {
	case "once":
		return c.once(row.ID)
	case "sessions":
		return c.atLeast(row.Count, daysOf(all))
	case "supportSessions":
		return c.atLeast(row.Count, daysOf(c.support))
	case "teamSessions":
		return c.atLeast(row.Count, daysOf(c.team))
	case "planning":
		return c.atLeast(1, c.d.Planning)
	case "coaches":
		return c.atLeast(1, c.d.Coaches)
	case "supportLength":
		return c.each(one, c.support, func(s *sitting) mtss.Verdict {
			if !s.whole && s.minutes() < row.Minutes {
				return mtss.Undetermined
			}
			return kit.YesNo(s.minutes() >= row.Minutes)
		})
	case "teamHours":
		return c.hours(c.teamMinutes(), func(r reading) int64 { return r.TeamMinutes })
	case "coordinatorHours":
		return c.hours(c.coordinatorMinutes(), func(r reading) int64 { return r.CoordinatorMinutes })
	case "coordinatorAttends":
		return c.parts(both, all, func(s DITSession) mtss.Verdict { return s.Coordinator.Verdict() })
	case "isdAttendsSupport":
		return c.parts(one, c.support, func(s DITSession) mtss.Verdict { return s.ISD.Verdict() })
	case "isdAttendsTeam":
		return c.parts(one, c.team, func(s DITSession) mtss.Verdict { return s.ISD.Verdict() })
	case "wholeTeam":
		f := c.parts(one, c.team, wholeTeam)
		f.People = c.attended()
		return f
	case "delivery":
		return c.parts(both, all, c.delivered)
	case "supportBefore":
		return c.each(one, c.team, c.prepared)
	case "superintendent":
		return c.monthly(c.d.Superintendent)
	case "meetsMonthly":
		return c.monthly(c.meetings())
	case "meetsAfter":
		return c.afterEach(func(meeting.Meeting) mtss.Verdict { return mtss.Met })
	case "facilitates":
		return c.afterEach(func(m meeting.Meeting) mtss.Verdict { return m.Facilitated.Verdict() })
	}
	return Commitment{}
}

// running is undetermined while the series goes on, and else not met.
func (c checker) running() mtss.Verdict {
	if c.over {
		return mtss.NotMet
	}
	return mtss.Undetermined
}

// daysOf are the last days of sessions of which no part is still to come.
func daysOf(sessions []sitting) []mtss.Date {
	days := []mtss.Date{}
	for _, s := range sessions {
		if s.whole {
			days = append(days, s.last())
		}
	}
	return days
}

// meetings are the days of the meetings; nil if they are not recorded.
func (c checker) meetings() (days []mtss.Date) {
	if c.d.Meetings != nil {
		days = []mtss.Date{}
	}
	for _, m := range c.d.Meetings {
		days = append(days, m.Date)
	}
	return days
}

// once checks what is kept once. It is open if it is not recorded, and until
// the series begins.
func (c checker) once(id string) Commitment {
	f := Commitment{Count: mtss.Tally{Possible: 1}}
	at := slices.IndexFunc(c.d.Done, func(d Done) bool { return string(d.Commitment) == id && kit.Happened(d.On, c.on) })
	switch {
	case at >= 0:
		f.On, f.Count.Earned = c.d.Done[at].On, 1
	case c.d.Done != nil && kit.Happened(c.d.From, c.on):
		f.On = c.d.From
	default:
		f.Count.Unknown = 1
	}
	return f
}

// atLeast asks for so many days up to the day of asking, or to the end of the
// series; nil days are not recorded. While it goes on, what is missing may come.
func (c checker) atLeast(wanted int64, days []mtss.Date) Commitment {
	f := Commitment{Count: mtss.Tally{Possible: wanted}}
	counted := slices.DeleteFunc(slices.Clone(days), func(d mtss.Date) bool { return !kit.Happened(d, c.last) })
	slices.SortFunc(counted, mtss.Date.Compare)
	f.Count.Earned = min(int64(len(counted)), wanted)
	switch {
	case days == nil || f.Count.Earned < wanted && !c.over:
		f.Count.Unknown = wanted - f.Count.Earned
	case f.Count.Earned == wanted:
		f.On = counted[wanted-1]
	default:
		f.On = c.last
	}
	return f
}

// dated is a verdict on something that happened, or should have, by a day.
type dated struct {
	on      mtss.Date
	verdict mtss.Verdict
}

// each asks for the same of each session held. When the series is over without
// any, all of those that it should have had are missing.
func (c checker) each(wanted int64, sessions []sitting, test func(*sitting) mtss.Verdict) Commitment {
	var all []dated
	for i := range sessions {
		all = append(all, dated{sessions[i].last(), test(&sessions[i])})
	}
	f := joined(all)
	if len(all) == 0 && c.over {
		f.Count.Possible, f.On = wanted, c.last
	}
	return f
}

// parts asks for the same of each part of each session.
func (c checker) parts(wanted int64, sessions []sitting, test func(DITSession) mtss.Verdict) Commitment {
	return c.each(wanted, sessions, func(s *sitting) mtss.Verdict { return s.each(test) })
}

// joined counts the verdicts of several days. The day is the first that is not
// met, or the last. Where there are none, it is open.
func joined(all []dated) (f Commitment) {
	slices.SortStableFunc(all, func(a, b dated) int { return a.on.Compare(b.on) })
	v := mtss.Met
	for _, d := range all {
		if v != mtss.NotMet {
			f.On = d.on
		}
		v, f.Count = v.And(d.verdict), kit.Plus(f.Count, mtss.Count(d.verdict))
	}
	return f
}

func wholeTeam(s DITSession) mtss.Verdict {
	if s.Members == nil {
		return mtss.Undetermined
	}
	return s.Members.Span().AtLeast(mtss.Whole(1))
}

// attended adds up who of the team attended, over the parts that say so; nil if
// none does.
func (c checker) attended() *mtss.Tally {
	var sum mtss.Tally
	for _, s := range c.team {
		for _, p := range s.parts {
			if p.Members != nil {
				sum = kit.Plus(sum, *p.Members)
			}
		}
	}
	if sum.Possible == 0 {
		return nil
	}
	return &sum
}

func (c checker) delivered(s DITSession) mtss.Verdict {
	if s.DeliveredBy == "" {
		return mtss.Undetermined
	}
	return kit.YesNo((s.DeliveredBy == PartyISD) == c.d.Replication)
}

// prepared asks for a coaching support session on the same topic that was over on
// an earlier day or the same one.
func (c checker) prepared(s *sitting) mtss.Verdict {
	return kit.YesNo(slices.ContainsFunc(c.support, func(p sitting) bool { return p.topic == s.topic && !p.before.After(s.parts[0].On) }))
}

func (c checker) teamMinutes() mtss.Tally {
	return minutes(c.team, func(DITSession) mtss.Verdict { return mtss.Met })
}

// coordinatorMinutes are those of the sessions that the coordinator attended.
func (c checker) coordinatorMinutes() mtss.Tally {
	return minutes(append(slices.Clone(c.support), c.team...), func(s DITSession) mtss.Verdict { return s.Coordinator.Verdict() })
}

// minutes adds up those of the parts that count; parts for which that is not known
// may add theirs.
func minutes(sessions []sitting, counts func(DITSession) mtss.Verdict) (t mtss.Tally) {
	for _, s := range sessions {
		for _, p := range s.parts {
			t.Possible += p.Minutes
			switch counts(p) {
			case mtss.Met:
				t.Earned += p.Minutes
			case mtss.Undetermined:
				t.Unknown += p.Minutes
			}
		}
	}
	return t
}

// hours compares minutes with both readings of the source. The first one, the
// total that it states, decides.
func (c checker) hours(minutes mtss.Tally, wanted func(reading) int64) Commitment {
	f := Commitment{}
	for _, r := range c.readings {
		one := Commitment{ID: r.ID, What: r.Title, Count: c.upTo(minutes, wanted(r)), Provenance: r.Provenance, Note: r.Note, Source: r.Source}
		one.Verdict = one.Count.Span().AtLeast(mtss.Whole(1))
		f.Readings = append(f.Readings, one)
	}
	if len(f.Readings) > 0 {
		f.Count = f.Readings[0].Count
	}
	return f
}

// upTo counts minutes up to those wanted. While the series goes on, those that
// are missing may come.
func (c checker) upTo(minutes mtss.Tally, wanted int64) mtss.Tally {
	t := mtss.Tally{Earned: min(minutes.Earned, wanted), Possible: wanted}
	t.Unknown = min(minutes.Unknown, wanted-t.Earned)
	if !c.over {
		t.Unknown = wanted - t.Earned
	}
	return t
}
