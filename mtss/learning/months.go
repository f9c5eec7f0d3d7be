package learning

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// monthly wants one of the days in each month of the series, counted from its
// first day. A month that is not over may still have one, and decides nothing.
func (c checker) monthly(days []mtss.Date, recorded bool) Commitment {
	var ends []mtss.Date
	var verdicts []mtss.Verdict
	open := int64(0)
	for n := 0; n < 600; n++ {
		from, next := monthsLater(c.d.From, n), monthsLater(c.d.From, n+1)
		if !kit.Happened(from, c.last) {
			break
		}
		has := slices.ContainsFunc(days, func(d mtss.Date) bool { return !d.Before(from) && d.Before(next) && kit.Happened(d, c.on) })
		switch {
		case !recorded:
			ends, verdicts = append(ends, next.AddDays(-1)), append(verdicts, mtss.Undetermined)
		case has || !next.After(c.last):
			ends, verdicts = append(ends, next.AddDays(-1)), append(verdicts, kit.YesNo(has))
		default:
			open++
		}
	}
	f := c.joined(ends, verdicts)
	f.Count.Possible, f.Count.Unknown = f.Count.Possible+open, f.Count.Unknown+open
	return f
}

// monthsLater returns the same day of a later month, or that month's last.
func monthsLater(d mtss.Date, months int) mtss.Date {
	n := d.Year*12 + d.Month - 1 + months
	out := mtss.Date{Year: n / 12, Month: n%12 + 1, Day: d.Day}
	for out.Day > 28 && !out.Valid() {
		out.Day--
	}
	return out
}

// afterEach wants a meeting that passes after each team session and before the
// next one; one in the afternoon of the session counts. After the last session
// it may still come.
func (c checker) afterEach(passes func(Meeting) mtss.Verdict) Commitment {
	var days []mtss.Date
	var verdicts []mtss.Verdict
	for i, s := range c.team {
		v := mtss.NotMet
		if i == len(c.team)-1 {
			v = c.running()
		}
		if c.d.Meetings == nil {
			v = mtss.Undetermined
		}
		for _, m := range c.d.Meetings {
			if !m.On.Before(s.On) && kit.Happened(m.On, c.on) && (i == len(c.team)-1 || m.On.Before(c.team[i+1].On)) {
				v = v.Or(passes(m))
			}
		}
		days, verdicts = append(days, s.On), append(verdicts, v)
	}
	return c.joined(days, verdicts)
}
