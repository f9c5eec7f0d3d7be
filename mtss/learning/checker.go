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
	last          mtss.Date // the day of asking, or that on which the series was over
	over          bool
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
		case s.With == "team":
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

// judge checks one commitment. A row with a check of no known name stays
// undetermined.
func (c checker) judge(row commitment) Commitment {
	all := append(slices.Clone(c.support), c.team...)
	switch row.Check {
	case "once":
		return c.once(row.ID)
	case "sessions":
		return c.atLeast(row.Count, daysOf(all), true)
	case "supportSessions":
		return c.atLeast(row.Count, daysOf(c.support), true)
	case "teamSessions":
		return c.atLeast(row.Count, daysOf(c.team), true)
	case "planning":
		return c.atLeast(1, c.d.Planning, c.d.Planning != nil)
	case "coaches":
		return c.atLeast(1, c.d.Coaches, c.d.Coaches != nil)
	case "supportLength":
		return c.each(c.support, func(s DITSession) mtss.Verdict { return kit.YesNo(s.Minutes >= row.Minutes) })
	case "teamHours":
		return c.readings(c.teamMinutes(), func(r reading) int64 { return r.TeamMinutes })
	case "coordinatorHours":
		return c.readings(c.coordinatorMinutes(), func(r reading) int64 { return r.CoordinatorMinutes })
	case "coordinatorAttends":
		return c.each(all, func(s DITSession) mtss.Verdict { return answer(s.Coordinator) })
	case "isdAttendsSupport":
		return c.each(c.support, func(s DITSession) mtss.Verdict { return answer(s.ISD) })
	case "isdAttendsTeam":
		return c.each(c.team, func(s DITSession) mtss.Verdict { return answer(s.ISD) })
	case "wholeTeam":
		return c.each(c.team, wholeTeam)
	case "delivery":
		return c.each(all, c.delivered)
	case "supportBefore":
		return c.each(c.team, c.prepared)
	case "superintendent":
		return c.monthly(c.d.Superintendent, c.d.Superintendent != nil)
	case "meetsMonthly":
		return c.monthly(c.meetings(), c.d.Meetings != nil)
	case "meetsAfter":
		return c.afterEach(func(Meeting) mtss.Verdict { return mtss.Met })
	case "facilitates":
		return c.afterEach(func(m Meeting) mtss.Verdict { return answer(m.Facilitated) })
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

func answer(word string) mtss.Verdict {
	switch word {
	case "yes":
		return mtss.Met
	case "no":
		return mtss.NotMet
	}
	return mtss.Undetermined
}

func daysOf(sessions []DITSession) (days []mtss.Date) {
	for _, s := range sessions {
		days = append(days, s.On)
	}
	return days
}

func (c checker) meetings() (days []mtss.Date) {
	for _, m := range c.d.Meetings {
		days = append(days, m.On)
	}
	return days
}

// once checks what is kept once. Before the series begins it may still be.
func (c checker) once(id string) Commitment {
	f := Commitment{Count: mtss.Tally{Possible: 1}}
	for _, d := range c.d.Done {
		if d.Commitment == id && kit.Happened(d.On, c.on) {
			f.Verdict, f.On, f.Count.Earned = mtss.Met, d.On, 1
			return f
		}
	}
	if c.d.Done == nil {
		f.Count.Unknown = 1
	} else if kit.Happened(c.d.From, c.on) {
		f.Verdict, f.On = mtss.NotMet, c.d.From
	} else {
		f.Count.Unknown = 1 // there is time until the series begins
	}
	return f
}

// atLeast wants so many days up to the day of asking, or to the end of the series.
func (c checker) atLeast(wanted int64, days []mtss.Date, recorded bool) Commitment {
	f := Commitment{Count: mtss.Tally{Possible: wanted}}
	if !recorded {
		f.Count.Unknown = wanted
		return f
	}
	var counted []mtss.Date
	for _, d := range days {
		if kit.Happened(d, c.last) {
			counted = append(counted, d)
		}
	}
	slices.SortFunc(counted, mtss.Date.Compare)
	f.Count.Earned = min(int64(len(counted)), wanted)
	if f.Count.Earned == wanted {
		f.Verdict, f.On = mtss.Met, counted[wanted-1]
		return f
	}
	f.Verdict = c.running()
	if c.over {
		f.On = c.last
	}
	return f
}

// each wants the same of each session held.
func (c checker) each(sessions []DITSession, test func(DITSession) mtss.Verdict) Commitment {
	var days []mtss.Date
	var verdicts []mtss.Verdict
	for _, s := range sessions {
		days, verdicts = append(days, s.On), append(verdicts, test(s))
	}
	return c.joined(days, verdicts)
}

// joined joins the verdicts of several days: one that is not met decides.
// Where nothing was held, it is open.
func (c checker) joined(days []mtss.Date, verdicts []mtss.Verdict) Commitment {
	f := Commitment{Verdict: mtss.Met, Count: mtss.Count(verdicts...)}
	if len(verdicts) == 0 {
		f.Verdict = c.running()
	}
	order := make([]int, len(days))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return days[a].Compare(days[b]) })
	for _, i := range order {
		if f.Verdict != mtss.NotMet {
			f.On = days[i]
		}
		f.Verdict = f.Verdict.And(verdicts[i])
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
	return kit.YesNo((s.DeliveredBy == "isd") == c.d.Replication)
}

// prepared wants a coaching support session on the same topic, on an earlier
// day or the same one.
func (c checker) prepared(s DITSession) mtss.Verdict {
	return kit.YesNo(slices.ContainsFunc(c.support, func(p DITSession) bool { return p.Topic == s.Topic && !p.On.After(s.On) }))
}

func (c checker) teamMinutes() mtss.Span {
	sum := int64(0)
	for _, s := range c.team {
		sum += s.Minutes
	}
	return mtss.Exactly(mtss.Whole(sum))
}

// coordinatorMinutes are those of the sessions that the coordinator attended;
// sessions for which that is not recorded may add theirs.
func (c checker) coordinatorMinutes() mtss.Span {
	low, high := int64(0), int64(0)
	for _, s := range append(slices.Clone(c.support), c.team...) {
		switch answer(s.Coordinator) {
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
