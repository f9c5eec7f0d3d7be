package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Due is one administration that a schedule asks for.
type Due struct {
	// Schedule is the id of the schedule that asks for it.
	Schedule string `json:"schedule"`
	// Instrument is what is to be administered.
	Instrument instrument.Ref `json:"instrument"`
	// Reason is what it goes by.
	Reason DueReason `json:"reason" jsonschema:"enum=baseline,enum=window,enum=meeting"`
	// Window is the id of the window; absent for another reason.
	Window string `json:"window,omitzero"`
	// From is the first day on which it is on time; absent for a baseline, which
	// may be given on any day.
	From mtss.Date `json:"from,omitzero"`
	// Until is the last day on which it is on time; absent for a baseline, and
	// where the last meeting in time has no date yet.
	Until mtss.Date `json:"until,omitzero"`
	// Status says whether it is done, open, missed or coming.
	Status DueStatus `json:"status" jsonschema:"enum=done,enum=open,enum=missed,enum=coming"`
	// Done is the day on which it was administered; absent where it was not.
	Done mtss.Date `json:"done,omitzero"`
}

// DueReason is why an administration is due.
type DueReason string

// The reasons.
const (
	// ByBaseline: there is no administration yet.
	ByBaseline DueReason = "baseline"
	// ByWindow: a window of the year asks for it.
	ByWindow DueReason = "window"
	// ByMeeting: so many meetings were held since the last administration.
	ByMeeting DueReason = "meeting"
)

// DueStatus is whether an administration that is due is done, on a day.
type DueStatus string

// The statuses of what is due.
const (
	// Done: it was administered on time.
	Done DueStatus = "done"
	// OpenNow: it can be administered on time now.
	OpenNow DueStatus = "open"
	// Missed: its time is over, and nothing was administered in it. An
	// administration that goes by meetings remains due.
	Missed DueStatus = "missed"
	// Coming: its time has not come yet.
	Coming DueStatus = "coming"
)

// Calendar lists what the schedule asks for from a day until another, as seen on
// the day of asking, in order of time. done are the days of the administrations,
// each with a yes or no (rule.OfYesNo) for the criterion that the schedule looks
// at; without a value that is not known. meetings are the dates of the team's
// meetings, past and planned; only the next administration goes by them.
// Administrations after the day of asking, or on a day that is not valid, are
// left out. Windows that were over before a baseline ask for nothing.
//
// Which windows count is decided when each begins: those of Then if the
// schedule was settled the day before, else Windows.
//
// Errors: those of [Schedule.Validate], mtss.CodeDate.
func (s Schedule) Calendar(done []rule.Dated, meetings []mtss.Date, from, until, on mtss.Date) ([]Due, error) {
	issues := mtss.Issues(s.Validate())
	if !from.Valid() || !until.Valid() || !on.Valid() {
		issues = append(issues, mtss.Issuef("", mtss.CodeDate, "from %q through %q on %q are not days of the calendar", from, until, on))
	}
	if len(issues) > 0 {
		return nil, strict.Invalid(issues)
	}
	c := calendar{schedule: &s, done: inOrder(done, on), from: from, until: until, on: on, due: []Due{}}
	switch {
	case until.Before(from):
	case s.Baseline && len(c.done) == 0:
		c.add(Due{Reason: ByBaseline, Status: OpenNow})
	default:
		c.windows(s.Windows, false)
		c.windows(s.Then, true)
		c.meetings(meetings)
	}
	slices.SortStableFunc(c.due, func(a, b Due) int {
		return cmp.Or(a.From.Compare(b.From), a.Until.Compare(b.Until), cmp.Compare(a.Window, b.Window))
	})
	return c.due, nil
}

// calendar makes a list of what is due.
type calendar struct {
	schedule        *Schedule
	done            []rule.Dated // in order
	from, until, on mtss.Date
	due             []Due
}

func (c *calendar) add(d Due) {
	d.Schedule, d.Instrument = c.schedule.ID, c.schedule.Instrument
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
	d := Due{Reason: ByWindow, Window: id, From: begin, Until: end, Status: c.status(begin, end)}
	for _, a := range c.done {
		if !a.On.Before(begin) && !a.On.After(end) {
			d.Status, d.Done = Done, a.On
			break
		}
	}
	c.add(d)
}

// status is the status of what was not administered on time. Without a last day
// its time is not over.
func (c *calendar) status(begin, end mtss.Date) DueStatus {
	switch {
	case c.on.Before(begin):
		return Coming
	case !end.IsZero() && c.on.After(end):
		return Missed
	}
	return OpenNow
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
	d.Status = c.status(d.From, d.Until)
	c.add(d)
}
