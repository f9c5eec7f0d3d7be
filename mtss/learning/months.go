package learning

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// monthly asks for one of the days in each calendar month that lies wholly in the
// series, is over and is not closed; nil days are not recorded.
func (c checker) monthly(days []mtss.Date) Commitment {
	var all []dated
	for _, m := range c.calendar.Months(wholeMonths(c.d.From, c.last)) {
		v := mtss.Undetermined
		if days != nil {
			v = kit.YesNo(slices.ContainsFunc(days, m.Days().Contains))
		}
		all = append(all, dated{m.Last(), v})
	}
	return joined(all)
}

// mostMonths is how many months of a series are looked at.
const mostMonths = 1200

// wholeMonths returns the calendar months that lie wholly between two days; no
// period where there are none, or more than are looked at.
func wholeMonths(from, last mtss.Date) mtss.Period {
	if !from.Valid() || !last.Valid() {
		return mtss.Period{}
	}
	begin := mtss.MonthOf(from)
	if from.Day > 1 {
		begin = begin.Next()
	}
	end := mtss.MonthOf(last.AddDays(1).AddDays(-last.AddDays(1).Day))
	if n := begin.Through(end); n < 1 || n > mostMonths {
		return mtss.Period{}
	}
	return mtss.Period{From: begin.First(), Until: end.Last()}
}

// monthsLater returns the same day of a later month, or that month's last.
func monthsLater(d mtss.Date, months int) mtss.Date {
	n := d.Year*12 + d.Month - 1 + months
	out := mtss.Date{Year: n / 12, Month: n%12 + 1, Day: d.Day}
	for out.Day = min(out.Day, 31); out.Day > 28 && !out.Valid(); {
		out.Day--
	}
	return out
}

// afterEach asks for a meeting that passes after each team session and before
// the next one; one in the afternoon of the session counts. After the last
// session, and before the rest of one in parts, it may still come.
func (c checker) afterEach(passes func(Meeting) mtss.Verdict) Commitment {
	return c.each(int64(len(c.topics)), c.team, func(s *sitting) mtss.Verdict {
		var next mtss.Date
		for _, other := range c.team {
			if first := other.parts[0].On; first.After(s.last()) && (next.IsZero() || first.Before(next)) {
				next = first
			}
		}
		v := mtss.NotMet
		switch {
		case c.d.Meetings == nil:
			v = mtss.Undetermined
		case next.IsZero() || !s.whole:
			v = c.running()
		}
		for _, m := range c.d.Meetings {
			if !m.On.Before(s.last()) && kit.Happened(m.On, c.on) && (next.IsZero() || m.On.Before(next)) {
				v = v.Or(passes(m))
			}
		}
		return v
	})
}
