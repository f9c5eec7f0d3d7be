package learning

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/meeting"
)

// monthly asks for one of the days in each calendar month that lies wholly in the
// series, is over and is not closed; nil days are not recorded.
func (c checker) monthly(days []mtss.Date) Commitment {
	var all []dated
	for _, m := range wholeMonths(c.calendar, c.d.From, c.last) {
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

// wholeMonths returns the months that lie wholly between two days and that the
// calendar does not close; none where there are more than are looked at.
func wholeMonths(calendar mtss.Calendar, from, last mtss.Date) []mtss.Month {
	if mtss.MonthOf(from).Through(mtss.MonthOf(last)) > mostMonths {
		return nil
	}
	return calendar.WholeMonths(mtss.Period{From: from, Until: last})
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
func (c checker) afterEach(passes func(meeting.Meeting) mtss.Verdict) Commitment {
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
			if !m.Date.Before(s.last()) && kit.Happened(m.Date, c.on) && (next.IsZero() || m.Date.Before(next)) {
				v = v.Or(passes(m))
			}
		}
		return v
	})
}
