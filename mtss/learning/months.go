package learning

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// monthly asks for one of the days in each month of the series, counted from its
// first day; nil days are not recorded. A month that is not over may still have
// one, and decides nothing.
func (c checker) monthly(days []mtss.Date) Commitment {
	var all []dated
	open := int64(0)
	for n := 0; n < 600; n++ {
		from, next := monthsLater(c.d.From, n), monthsLater(c.d.From, n+1)
		if !kit.Happened(from, c.last) {
			break
		}
		has := slices.ContainsFunc(days, func(d mtss.Date) bool { return !d.Before(from) && d.Before(next) && kit.Happened(d, c.on) })
		switch {
		case days == nil:
			all = append(all, dated{next.AddDays(-1), mtss.Undetermined})
		case has || !next.After(c.last):
			all = append(all, dated{next.AddDays(-1), kit.YesNo(has)})
		default:
			open++
		}
	}
	f := c.joined(all)
	f.Count.Possible, f.Count.Unknown = f.Count.Possible+open, f.Count.Unknown+open
	return f
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
// session it may still come.
func (c checker) afterEach(passes func(Meeting) mtss.Verdict) Commitment {
	var all []dated
	for i, s := range c.team {
		last, v := i == len(c.team)-1, mtss.NotMet
		if last {
			v = c.running()
		}
		if c.d.Meetings == nil {
			v = mtss.Undetermined
		}
		for _, m := range c.d.Meetings {
			if !m.On.Before(s.On) && kit.Happened(m.On, c.on) && (last || m.On.Before(c.team[i+1].On)) {
				v = v.Or(passes(m))
			}
		}
		all = append(all, dated{s.On, v})
	}
	return c.joined(all)
}
