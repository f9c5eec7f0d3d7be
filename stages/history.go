package stages

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// History is the way of one unit and one innovation through the stages.
type History struct {
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what it implements.
	Innovation string `json:"innovation"`
	// Model is the id of the stage model.
	Model string `json:"model"`
	// Points are the assessments on each day on which evidence came in.
	Points []Point `json:"points"`
	// Events are the entries into stages and the exits from them, in order.
	Events []Event `json:"events"`
	// Stays are the days in each primary stage, in the order of the model.
	Stays []Stay `json:"stays"`
}

// Point is the primary stage from a day on.
type Point struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// Primary is the stage that the unit surely has; "" for none.
	Primary string `json:"primary"`
	// Possible is the stage that it may have.
	Possible string `json:"possible"`
	// Active are the stages that are entered and not completed.
	Active []string `json:"active"`
}

// Event is a change of one stage.
type Event struct {
	// On is the day of the evidence that shows the change.
	On mtss.Date `json:"on"`
	// Stage is the stage.
	Stage string `json:"stage"`
	// Change says what happened.
	Change Change `json:"change"`
}

// Change is what may happen to a stage.
type Change string

// The changes.
const (
	// Entered: the stage is entered for the first time.
	Entered Change = "entered"
	// Reentered: it is entered again.
	Reentered Change = "reentered"
	// Lost: it is entered no more, as after turnover. The primary stage may regress.
	Lost Change = "lost"
	// Unsettled: whether it is entered is no longer known, as after evidence expired.
	Unsettled Change = "unsettled"
	// Settled: it is known again that it is entered, which had become unsettled.
	Settled Change = "settled"
	// Completed: it is completed.
	Completed Change = "completed"
)

// Stay is how long a stage was the primary one.
type Stay struct {
	// Stage is the stage.
	Stage string `json:"stage"`
	// Days counts the days up to the last day of the history.
	Days int `json:"days"`
	// Times counts how often it became the primary stage.
	Times int `json:"times"`
	// Done is the share of the stage's activities done at the end, where that
	// is known; else nil.
	Done *mtss.Tally `json:"done,omitzero"`
}

// History follows every unit and innovation of the evidence up to a day. Errors:
// as Assess.
func (a *Assessor) History(e Evidence, until mtss.Date) ([]History, error) {
	subjects, err := a.subjects(e)
	if err != nil {
		return nil, err
	}
	out := make([]History, len(subjects))
	for i := range subjects {
		out[i] = a.history(&subjects[i], until)
	}
	return out, nil
}

func (a *Assessor) history(s *subject, until mtss.Date) History {
	h := History{Unit: s.unit, Innovation: s.innovation, Model: a.model.ID, Points: []Point{}, Events: []Event{}, Stays: []Stay{}}
	t := newTracker(len(a.model.Stages))
	var last Assessment
	for _, day := range s.days(until) {
		last = a.assess(s, day)
		h.Points = append(h.Points, Point{On: day, Primary: last.Primary, Possible: last.Possible, Active: last.Active})
		h.Events = append(h.Events, t.follow(&last)...)
	}
	h.stays(last.Stages, until)
	return h
}

// days returns the days on which evidence came in, each once, up to a day.
func (s *subject) days(until mtss.Date) []mtss.Date {
	var days []mtss.Date
	for _, r := range s.records {
		if !r.date.After(until) {
			days = append(days, r.date)
		}
	}
	return slices.Compact(days) // records stand by date
}

// tracker notes how each stage stood after the day before.
type tracker struct {
	was       []mtss.Verdict
	settled   []mtss.Verdict // the last verdict that was not undetermined
	ever      []bool         // entered
	completed []bool
}

func newTracker(stages int) *tracker {
	t := &tracker{
		was: make([]mtss.Verdict, stages), settled: make([]mtss.Verdict, stages),
		ever: make([]bool, stages), completed: make([]bool, stages),
	}
	for i := range t.was {
		t.was[i], t.settled[i] = mtss.NotMet, mtss.NotMet
	}
	return t
}

func (t *tracker) follow(a *Assessment) []Event {
	var events []Event
	for i, s := range a.Stages {
		if change := t.change(i, s.Entered); change != "" {
			events = append(events, Event{On: a.On, Stage: s.ID, Change: change})
		}
		completed := s.Completed == mtss.Met
		if completed && !t.completed[i] {
			events = append(events, Event{On: a.On, Stage: s.ID, Change: Completed})
		}
		t.was[i], t.completed[i] = s.Entered, completed
		if s.Entered != mtss.Undetermined {
			t.settled[i] = s.Entered
		}
		t.ever[i] = t.ever[i] || s.Entered == mtss.Met
	}
	return events
}

// change compares a stage with the day before, and with how it last was settled.
func (t *tracker) change(i int, now mtss.Verdict) Change {
	switch {
	case now == t.was[i]:
		return ""
	case now == mtss.Met && t.settled[i] == mtss.Met:
		return Settled
	case now == mtss.Met && t.ever[i]:
		return Reentered
	case now == mtss.Met:
		return Entered
	case t.settled[i] != mtss.Met:
		return "" // it was not entered, and is not
	case now == mtss.NotMet:
		return Lost
	}
	return Unsettled
}

// stays adds up the days between points.
func (h *History) stays(stages []StageFinding, until mtss.Date) {
	for _, s := range stages {
		stay := Stay{Stage: s.ID, Done: s.Done}
		for i, p := range h.Points {
			if p.Primary != s.ID {
				continue
			}
			end := until
			if i+1 < len(h.Points) {
				end = h.Points[i+1].On
			}
			stay.Days += end.DaysSince(p.On)
			if i == 0 || h.Points[i-1].Primary != s.ID {
				stay.Times++
			}
		}
		h.Stays = append(h.Stays, stay)
	}
}
