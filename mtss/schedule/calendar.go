package schedule

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// For returns what supplies the administrations that the schedule asks for of a
// unit. done are the days of those that were done, each with a yes or no
// (rule.OfYesNo) for the criterion that the schedule looks at; without a value that
// is not known. meetings are the dates of the team's meetings, past and planned;
// only the next administration goes by them. Administrations after the day of
// asking, or on a day that is not valid, are left out. Windows that were over
// before a baseline ask for nothing.
//
// Which windows count is decided when each begins: those of Then if the
// schedule was settled the day before, else Windows.
//
// Errors of what it supplies: those of [Schedule.Validate], mtss.CodeDate.
func (s Schedule) For(unit mtss.Unit, done []rule.Dated, meetings []mtss.Date) Supplier {
	return administrations{s, unit, done, meetings}
}

// Of returns what supplies the administrations that the schedule asks for, one for
// each of the units and for each other unit with a result of its instrument, in any of its versions: see
// [Schedule.For]. The schedule looks at one criterion of the results, by its id, or
// where that is "" at all of them together. Several results of one day and unit are
// of several administrations. meetings returns the dates of the meetings of a unit's
// team; nil means that there are none.
func (s Schedule) Of(results []instrument.Result, criterion string, meetings func(mtss.Unit) []mtss.Date, units ...mtss.Unit) []Supplier {
	done := map[mtss.Unit][]rule.Dated{}
	order := []mtss.Unit{}
	add := func(u mtss.Unit) {
		if _, known := done[u]; !known {
			done[u] = nil
			order = append(order, u)
		}
	}
	for _, u := range units {
		add(u)
	}
	for i := range results {
		if r := &results[i]; s.counts(r.Instrument.Ref) {
			add(r.Unit)
			done[r.Unit] = append(done[r.Unit], rule.Dated{On: r.Date, Value: rule.OfYesNo(verdictOf(r, criterion))})
		}
	}
	suppliers := make([]Supplier, len(order))
	for i, u := range order {
		var dates []mtss.Date
		if meetings != nil {
			dates = meetings(u)
		}
		suppliers[i] = s.For(u, done[u], dates)
	}
	return suppliers
}

// verdictOf is that on a criterion of a result, or on all of them.
func verdictOf(r *instrument.Result, criterion string) mtss.Verdict {
	verdict, found := mtss.Met, false
	for i := range r.Criteria {
		if c := &r.Criteria[i]; criterion == "" || c.ID == criterion {
			verdict, found = verdict.And(c.Verdict), true
		}
	}
	if !found {
		return mtss.Undetermined
	}
	return verdict
}

// administrations are those that a schedule asks for of a unit.
type administrations struct {
	schedule Schedule
	unit     mtss.Unit
	done     []rule.Dated
	meetings []mtss.Date
}

// Due lists the administrations in order of time.
func (a administrations) Due(days mtss.Period, on mtss.Date) ([]Due, error) {
	issues := mtss.Issues(a.schedule.Validate())
	if !days.From.Valid() || !days.Until.Valid() || !on.Valid() {
		issues = append(issues, mtss.Issuef("", mtss.CodeDate, "from %q through %q on %q are not days of the calendar", days.From, days.Until, on))
	}
	if len(issues) > 0 {
		return nil, strict.Invalid(issues)
	}
	c := calendar{schedule: &a.schedule, unit: a.unit, done: inOrder(a.done, on), from: days.From, until: days.Until, on: on, due: []Due{}}
	switch {
	case days.Until.Before(days.From):
	case a.schedule.Baseline && len(c.done) == 0:
		c.add(Due{Reason: ByBaseline, Status: OpenNow})
	default:
		c.windows(a.schedule.Windows, false)
		c.windows(a.schedule.Then, true)
		c.meetings(a.meetings)
	}
	slices.SortStableFunc(c.due, func(a, b Due) int {
		return cmp.Or(a.From.Compare(b.From), a.Until.Compare(b.Until), cmp.Compare(a.Window, b.Window))
	})
	return c.due, nil
}

// calendar makes a list of what is due.
type calendar struct {
	schedule        *Schedule
	unit            mtss.Unit
	done            []rule.Dated // in order
	from, until, on mtss.Date
	due             []Due
}

func (c *calendar) add(d Due) {
	s := c.schedule
	d.Kind, d.Unit, d.Schedule, d.Instrument = Administration, c.unit, s.ID, s.Instrument
	d.CompletedBy, d.SubmittedBy, d.Source = s.CompletedBy, s.SubmittedBy, s.Source
	c.due = append(c.due, d)
}

// windows adds the occurrences of windows that count while the schedule is
// settled, or while it is not: as far as is known on the day of asking, and if
// they were not over before the first administration.
func (c *calendar) windows(windows []mtss.Window, settled bool) {
	for _, w := range windows {
		for year := max(c.from.Year-1, 1); year <= c.until.Year; year++ {
			begin, end := w.In(year)
			if !begin.Valid() || !end.Valid() || end.Before(c.from) || begin.After(c.until) || c.schedule.Baseline && end.Before(c.done[0].On) {
				continue
			}
			eve := begin.AddDays(-1)
			if settled == (eve.Valid() && c.schedule.settled(c.done, eve)) {
				c.window(w.ID, begin, end)
			}
		}
	}
}

func (c *calendar) window(id string, begin, end mtss.Date) {
	d := Due{Reason: ByWindow, Window: id, From: begin, Until: end, Status: StatusOf(begin, end, mtss.Date{}, c.on)}
	for _, a := range c.done {
		if !a.On.Before(begin) { // the first one since it begins, late or not
			if d.Done = a.On; !a.On.After(end) {
				d.Status = Done
			}
			break
		}
	}
	c.add(d)
}

// meetings adds the next administration by the team's meetings. Before the first
// administration they count only if the schedule has no windows.
func (c *calendar) meetings(dates []mtss.Date) {
	s, last := c.schedule, mtss.Date{}
	switch {
	case s.FromMeeting == 0 || c.schedule.settled(c.done, c.on):
		return
	case len(c.done) > 0:
		last = c.done[len(c.done)-1].On
	case len(s.Windows) > 0:
		return
	}
	later := slices.DeleteFunc(slices.Clone(dates), func(m mtss.Date) bool { return !m.Valid() || !m.After(last) })
	slices.SortFunc(later, mtss.Date.Compare)
	later = slices.Compact(later)
	if len(later) < s.FromMeeting {
		return
	}
	d := Due{Reason: ByMeeting, From: later[s.FromMeeting-1]}
	if len(later) >= s.ThroughMeeting {
		d.Until = later[s.ThroughMeeting-1]
	}
	if d.From.After(c.until) {
		return
	}
	d.Status = StatusOf(d.From, d.Until, mtss.Date{}, c.on)
	c.add(d)
}
