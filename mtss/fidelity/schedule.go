package fidelity

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Schedule says when an instrument is to be administered. It goes by windows of
// the year or by meetings of the team; after a run of scores at criterion it
// may go over to other windows.
type Schedule struct {
	// ID names the schedule.
	ID string
	// Instrument is what is administered.
	Instrument instrument.Ref
	// Windows are the windows of a year, each of which wants one administration.
	Windows []mtss.Window
	// EveryMeetings wants an administration at this many meetings after the
	// last one, besides Windows; 0 means that meetings do not matter.
	EveryMeetings int
	// AfterAtCriterion is how many administrations at criterion in a row it
	// takes to go over to Then; 0 means never.
	AfterAtCriterion int
	// Then are the windows after that.
	Then []mtss.Window
	// Source is where the schedule is stated.
	Source mtss.Source
}

// Administered is one administration that was done.
type Administered struct {
	// On is the day.
	On mtss.Date
	// AtCriterion is the verdict on the criterion that the schedule looks at.
	AtCriterion mtss.Verdict
}

// Due is one administration that is wanted.
type Due struct {
	// Window names the window; "" where a meeting is what it goes by.
	Window string `json:"window,omitzero"`
	// From is the first day on which it may be done, Until the last.
	From mtss.Date `json:"from"`
	// Until is the last day; absent where it goes by meetings.
	Until mtss.Date `json:"until,omitzero"`
	// Status says how it stands.
	Status DueStatus `json:"status"`
}

// DueStatus is how a wanted administration stands on a day.
type DueStatus string

// The states of what is due.
const (
	// Done: it was administered in time.
	Done DueStatus = "done"
	// OpenNow: its time has come and is not over.
	OpenNow DueStatus = "open"
	// Missed: its time is over, and nothing was administered.
	Missed DueStatus = "missed"
	// Coming: its time has not come.
	Coming DueStatus = "coming"
)

// Validate reports a schedule that has nothing to go by. Errors: CodeSchedule.
func (s Schedule) Validate() error {
	if len(s.Windows) == 0 && s.EveryMeetings <= 0 || s.EveryMeetings < 0 || s.AfterAtCriterion < 0 || s.AfterAtCriterion > 0 && len(s.Then) == 0 {
		return mtss.Issuef("", CodeSchedule, "schedule %q wants windows or meetings to go by, and windows to go over to", mtss.Clip(s.ID))
	}
	return nil
}

// Settled reports whether the run of scores at criterion up to a day lets the
// schedule go over to Then: the last administrations, as many as are asked for,
// are all at criterion.
func (s Schedule) Settled(done []Administered, on mtss.Date) bool {
	past := before(done, on)
	if s.AfterAtCriterion == 0 || len(past) < s.AfterAtCriterion {
		return false
	}
	return !slices.ContainsFunc(past[len(past)-s.AfterAtCriterion:], func(a Administered) bool { return a.AtCriterion != mtss.Met })
}

// before returns the administrations up to a day, by date.
func before(done []Administered, on mtss.Date) []Administered {
	var past []Administered
	for _, a := range done {
		if !a.On.After(on) {
			past = append(past, a)
		}
	}
	slices.SortStableFunc(past, func(a, b Administered) int { return a.On.Compare(b.On) })
	return past
}

// Calendar lists what the schedule wants from a day on through another, as it
// stands on the day of asking, in order of time. meetings are the dates of the
// team's meetings, past and planned. Errors: CodeSchedule.
func (s Schedule) Calendar(done []Administered, meetings []mtss.Date, from, until, on mtss.Date) ([]Due, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	out := []Due{}
	for year := from.Year - 1; year <= until.Year; year++ {
		for _, w := range s.windowsOf(year, done, on) {
			begin, end := w.In(year)
			if end.Before(from) || begin.After(until) {
				continue
			}
			out = append(out, Due{Window: w.ID, From: begin, Until: end, Status: status(done, begin, end, on)})
		}
	}
	if due, ok := s.byMeeting(done, meetings, on); ok && !due.From.Before(from) && !due.From.After(until) {
		out = append(out, due)
	}
	slices.SortStableFunc(out, func(a, b Due) int { return a.From.Compare(b.From) })
	return out, nil
}

// windowsOf returns the windows that count in a year: those after the run of
// scores at criterion for the years that begin after it was complete.
func (s Schedule) windowsOf(year int, done []Administered, on mtss.Date) []mtss.Window {
	start := mtss.Date{Year: year, Month: 1, Day: 1}
	if start.After(on) {
		start = on
	}
	if s.Settled(done, start) {
		return s.Then
	}
	return s.Windows
}

// status compares a window with what was administered.
func status(done []Administered, begin, end, on mtss.Date) DueStatus {
	inTime := func(a Administered) bool { return !a.On.After(on) && !a.On.Before(begin) && !a.On.After(end) }
	switch {
	case slices.ContainsFunc(done, inTime):
		return Done
	case on.Before(begin):
		return Coming
	case on.After(end):
		return Missed
	}
	return OpenNow
}

// byMeeting finds the meeting at which the next administration is due.
func (s Schedule) byMeeting(done []Administered, meetings []mtss.Date, on mtss.Date) (Due, bool) {
	past := before(done, on)
	if s.EveryMeetings == 0 || len(past) == 0 || s.Settled(done, on) {
		return Due{}, false
	}
	last := past[len(past)-1].On
	later := slices.DeleteFunc(slices.Clone(meetings), func(m mtss.Date) bool { return !m.After(last) })
	slices.SortFunc(later, mtss.Date.Compare)
	if len(later) < s.EveryMeetings {
		return Due{}, false
	}
	due := Due{From: later[s.EveryMeetings-1], Status: Coming}
	if !on.Before(due.From) {
		due.Status = OpenNow
	}
	return due, true
}

// DCASchedule returns the schedule of the District Capacity Assessment after
// its baseline: once in August or September, once in January or February.
func DCASchedule() Schedule {
	windows := mtss.DCAWindows()
	return Schedule{ID: "dca", Instrument: instrument.Ref{ID: "dca", Version: "7.7"}, Windows: windows, Source: windows[0].Source}
}

// TFISchedule returns the schedule of a Tiered Fidelity Inventory: at the start
// of the year, then at every third or fourth meeting, here the fourth; yearly
// after three administrations in a row at criterion. The start of the year is
// the host's window.
func TFISchedule(version string, startOfYear mtss.Window) Schedule {
	return Schedule{
		ID: "tfi", Instrument: instrument.Ref{ID: "tfi", Version: version}, Windows: []mtss.Window{startOfYear},
		EveryMeetings: 4, AfterAtCriterion: 3, Then: []mtss.Window{startOfYear},
		Source: mtss.Source{Title: "Tiered Fidelity Inventory (TFI), PBISApps", URL: "https://pbisapps.org/products/tfi"},
	}
}

// WisconsinTFISchedule returns Wisconsin's schedule for Tier 1: fall, winter and
// spring until it is at criterion once, then each spring. The windows are the
// host's, since the source gives no days.
func WisconsinTFISchedule(fall, winter, spring mtss.Window) Schedule {
	return Schedule{
		ID: "tfi-wisconsin", Instrument: instrument.Ref{ID: "tfi", Version: "2.1"}, Windows: []mtss.Window{fall, winter, spring},
		AfterAtCriterion: 1, Then: []mtss.Window{spring},
		Source: mtss.Source{Title: "Tiered Fidelity Inventory, Wisconsin PBIS Network", URL: "https://www.wisconsinpbisnetwork.org/tiered-fidelity-inventory.html"},
	}
}

// Coordinator is somebody who administers assessments, by an opaque id.
type Coordinator struct {
	// ID is an opaque identifier, never a name.
	ID string
	// Unit is where they work.
	Unit mtss.Unit
	// Trained are the instruments that they are trained for, and when.
	Trained []Training
}

// Training is a training for an instrument.
type Training struct {
	// Instrument is the instrument.
	Instrument instrument.Ref
	// On is the day of the training.
	On mtss.Date
}

// Capacity counts, for an instrument, the coordinators whose training is
// current on a day, of all of them. A training counts for so many days; 0 means
// for good.
func Capacity(coordinators []Coordinator, ref instrument.Ref, days int, on mtss.Date) mtss.Tally {
	verdicts := make([]mtss.Verdict, len(coordinators))
	for i, c := range coordinators {
		verdicts[i] = mtss.NotMet
		for _, t := range c.Trained {
			if t.Instrument == ref && !t.On.After(on) && (days == 0 || on.DaysSince(t.On) <= days) {
				verdicts[i] = mtss.Met
			}
		}
	}
	return mtss.Count(verdicts...)
}
