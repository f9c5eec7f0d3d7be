package learning

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// checker checks commitments of one series on one day.
type checker struct {
	d             DIT
	on            mtss.Date
	last          mtss.Date    // the day of asking, or that on which the series was over
	over          bool         // whether the day of asking is after the last day
	team, support []DITSession // held, by day
}

func newChecker(d DIT, on mtss.Date) checker {
	c := checker{d: d, on: on, last: on, over: d.Until.Valid() && on.After(d.Until)}
	if c.over {
		c.last = d.Until
	}
	for _, s := range d.Sessions {
		switch {
		case !kit.Happened(s.On, on):
		case s.With == WithTeam:
			c.team = append(c.team, s)
		default:
			c.support = append(c.support, s)
		}
	}
	byDay := func(a, b DITSession) int { return a.On.Compare(b.On) }
	slices.SortStableFunc(c.team, byDay)
	slices.SortStableFunc(c.support, byDay)
	return c
}

// judge checks one commitment; one with an unknown check is undetermined.
func (c checker) judge(row commitment) Commitment {
	all := append(slices.Clone(c.support), c.team...)
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
		return c.each(c.support, func(s DITSession) mtss.Verdict { return kit.YesNo(s.Minutes >= row.Minutes) })
	case "teamHours":
		return c.readings(c.teamMinutes(), func(r reading) int64 { return r.TeamMinutes })
	case "coordinatorHours":
		return c.readings(c.coordinatorMinutes(), func(r reading) int64 { return r.CoordinatorMinutes })
	case "coordinatorAttends":
		return c.each(all, func(s DITSession) mtss.Verdict { return kit.Said(s.Coordinator, Yes) })
	case "isdAttendsSupport":
		return c.each(c.support, func(s DITSession) mtss.Verdict { return kit.Said(s.ISD, Yes) })
	case "isdAttendsTeam":
		return c.each(c.team, func(s DITSession) mtss.Verdict { return kit.Said(s.ISD, Yes) })
	case "wholeTeam":
		return c.each(c.team, wholeTeam)
	case "delivery":
		return c.each(all, c.delivered)
	case "supportBefore":
		return c.each(c.team, c.prepared)
	case "superintendent":
		return c.monthly(c.d.Superintendent)
	case "meetsMonthly":
		return c.monthly(c.meetings())
	case "meetsAfter":
		return c.afterEach(func(Meeting) mtss.Verdict { return mtss.Met })
	case "facilitates":
		return c.afterEach(func(m Meeting) mtss.Verdict { return kit.Said(m.Facilitated, Yes) })
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

func daysOf(sessions []DITSession) []mtss.Date {
	days := []mtss.Date{}
	for _, s := range sessions {
		days = append(days, s.On)
	}
	return days
}

// meetings are the days of the meetings; nil if they are not recorded.
func (c checker) meetings() (days []mtss.Date) {
	if c.d.Meetings != nil {
		days = []mtss.Date{}
	}
	for _, m := range c.d.Meetings {
		days = append(days, m.On)
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
		f.Verdict, f.On, f.Count.Earned = mtss.Met, c.d.Done[at].On, 1
	case c.d.Done != nil && kit.Happened(c.d.From, c.on):
		f.Verdict, f.On = mtss.NotMet, c.d.From
	default:
		f.Count.Unknown = 1
	}
	return f
}

// atLeast asks for so many days up to the day of asking, or to the end of the
// series; nil days are not recorded.
func (c checker) atLeast(wanted int64, days []mtss.Date) Commitment {
	f := Commitment{Count: mtss.Tally{Possible: wanted}}
	if days == nil {
		f.Count.Unknown = wanted
		return f
	}
	counted := slices.DeleteFunc(slices.Clone(days), func(d mtss.Date) bool { return !kit.Happened(d, c.last) })
	slices.SortFunc(counted, mtss.Date.Compare)
	f.Count.Earned = min(int64(len(counted)), wanted)
	switch f.Verdict = c.running(); {
	case f.Count.Earned == wanted:
		f.Verdict, f.On = mtss.Met, counted[wanted-1]
	case c.over:
		f.On = c.last
	}
	return f
}

// dated is a verdict on something that happened, or should have, by a day.
type dated struct {
	on      mtss.Date
	verdict mtss.Verdict
}

// each asks for the same of each session held.
func (c checker) each(sessions []DITSession, test func(DITSession) mtss.Verdict) Commitment {
	var all []dated
	for _, s := range sessions {
		all = append(all, dated{s.On, test(s)})
	}
	return c.joined(all)
}

// joined joins the verdicts of several days: one that is not met decides.
// Where there are none, it is open.
func (c checker) joined(all []dated) Commitment {
	f := Commitment{Verdict: mtss.Met}
	if len(all) == 0 {
		f.Verdict = c.running()
	}
	slices.SortStableFunc(all, func(a, b dated) int { return a.on.Compare(b.on) })
	for _, d := range all {
		if f.Verdict != mtss.NotMet {
			f.On = d.on
		}
		f.Verdict, f.Count = f.Verdict.And(d.verdict), kit.Plus(f.Count, mtss.Count(d.verdict))
	}
	return f
}

func wholeTeam(s DITSession) mtss.Verdict {
	if s.Members == nil {
		return mtss.Undetermined
	}
	return s.Members.Span().AtLeast(mtss.Whole(1))
}

func (c checker) delivered(s DITSession) mtss.Verdict {
	if s.DeliveredBy == "" {
		return mtss.Undetermined
	}
	return kit.YesNo((s.DeliveredBy == ByISD) == c.d.Replication)
}

// prepared asks for a coaching support session on the same topic, on an earlier
// day or the same one.
func (c checker) prepared(s DITSession) mtss.Verdict {
	return kit.YesNo(slices.ContainsFunc(c.support, func(p DITSession) bool { return p.Topic == s.Topic && !p.On.After(s.On) }))
}

func (c checker) teamMinutes() mtss.Span {
	return minutes(c.team, func(DITSession) mtss.Verdict { return mtss.Met })
}

// coordinatorMinutes are those of the sessions that the coordinator attended.
func (c checker) coordinatorMinutes() mtss.Span {
	return minutes(append(slices.Clone(c.support), c.team...), func(s DITSession) mtss.Verdict { return kit.Said(s.Coordinator, Yes) })
}

// minutes adds up those of the sessions that count; sessions for which that is
// not known may add theirs.
func minutes(sessions []DITSession, counts func(DITSession) mtss.Verdict) mtss.Span {
	low, high := int64(0), int64(0)
	for _, s := range sessions {
		switch counts(s) {
		case mtss.Met:
			low, high = low+s.Minutes, high+s.Minutes
		case mtss.Undetermined:
			high += s.Minutes
		}
	}
	return mtss.Span{Low: mtss.Whole(low), High: mtss.Whole(high)}
}

// readings compares minutes with both readings. Where they come to different
// verdicts, the commitment is undetermined.
func (c checker) readings(minutes mtss.Span, wanted func(reading) int64) Commitment {
	f := Commitment{}
	for i, r := range readings() {
		v := minutes.AtLeast(mtss.Whole(wanted(r)))
		if v == mtss.NotMet {
			v = c.running()
		}
		f.Readings = append(f.Readings, Commitment{ID: r.ID, What: r.Title, Verdict: v, Count: upTo(minutes, wanted(r)), Provenance: r.Provenance, Note: r.Note, Source: r.Source})
		if i == 0 {
			f.Verdict = v
		} else if v != f.Verdict {
			f.Verdict = mtss.Undetermined
		}
		f.Count = f.Readings[i].Count // the last one asks for most
	}
	return f
}

// upTo counts minutes up to those wanted.
func upTo(minutes mtss.Span, wanted int64) mtss.Tally {
	low, _, _ := minutes.Low.Fraction()
	high, _, _ := minutes.High.Fraction()
	earned := min(low, wanted)
	return mtss.Tally{Earned: earned, Possible: wanted, Unknown: min(high, wanted) - earned}
}
