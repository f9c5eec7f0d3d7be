package stages

import (
	"encoding/json"
	"maps"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// History tells how one unit went through the stages with one innovation.
type History struct {
	// Kind is "stageHistory"; writing sets it.
	Kind string `json:"kind"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion"`
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what it implements.
	Innovation string `json:"innovation"`
	// Model is the id of the stage model.
	Model string `json:"model"`
	// Points are the assessments on each day on which evidence came in.
	Points []StagePoint `json:"points"`
	// Events are the entries into stages and the exits from them, in order.
	Events []StageEvent `json:"events"`
	// Stays are the days in each primary stage, in the order of the model. Days
	// without a primary stage are in none of them.
	Stays []Stay `json:"stays"`
	// Caveats are what a reader must know besides.
	Caveats []mtss.Caveat `json:"caveats"`
}

// StagePoint is the primary stage from a day on.
type StagePoint struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// Primary is the stage that is certain; "" for none.
	Primary string `json:"primary"`
	// Possible is the latest stage that is not excluded.
	Possible string `json:"possible"`
	// Active are the stages that are entered and not completed.
	Active []string `json:"active"`
}

// StageEvent is a change of one stage.
type StageEvent struct {
	// On is the day of the evidence that shows the change.
	On mtss.Date `json:"on"`
	// Stage is the stage.
	Stage string `json:"stage"`
	// Change says what happened.
	Change StageChange `json:"change"`
}

// StageChange is what may happen to a stage.
type StageChange string

// The changes.
const (
	// Entered: the stage is entered for the first time.
	Entered StageChange = "entered"
	// Reentered: it is entered again.
	Reentered StageChange = "reentered"
	// Lost: it is no longer entered, as after turnover. The primary stage may regress.
	Lost StageChange = "lost"
	// Unsettled: whether it is entered is no longer known, as after evidence expired.
	Unsettled StageChange = "unsettled"
	// Settled: it is known again that it is entered, which had become unsettled.
	Settled StageChange = "settled"
	// Completed: it is completed.
	Completed StageChange = "completed"
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

// MarshalJSON writes the history with its kind and schema version.
func (h History) MarshalJSON() ([]byte, error) {
	type plain History
	p := plain(h)
	p.Kind, p.SchemaVersion = "stageHistory", SchemaVersion
	p.Points, p.Events = kit.OrEmpty(p.Points), kit.OrEmpty(p.Events)
	p.Stays, p.Caveats = kit.OrEmpty(p.Stays), kit.OrEmpty(p.Caveats)
	return json.Marshal(p)
}

// History follows every unit and innovation of the evidence up to a day. Errors:
// as Assess.
func (a *Assessor) History(e Evidence, until mtss.Date) ([]History, error) {
	subjects, err := a.subjects(e)
	out := make([]History, len(subjects))
	for i := range subjects {
		out[i] = a.history(&subjects[i], until)
	}
	return out, err
}

func (a *Assessor) history(s *subject, until mtss.Date) History {
	h := History{Unit: s.unit, Innovation: s.innovation, Model: a.model.ID, Points: []StagePoint{}, Events: []StageEvent{}, Stays: []Stay{}}
	tracks := make([]track, len(a.model.Stages))
	for i := range tracks {
		tracks[i] = track{was: mtss.NotMet, settled: mtss.NotMet}
	}
	known, facts := s.until(until), rule.Facts{}
	var last Assessment
	for i, r := range known {
		maps.Copy(facts, r.facts)
		if i+1 < len(known) && known[i+1].date == r.date {
			continue // the day has more evidence
		}
		last = a.assess(s, facts, r.date)
		h.Points = append(h.Points, StagePoint{On: r.date, Primary: last.Primary, Possible: last.Possible, Active: last.Active})
		h.Events = append(h.Events, follow(tracks, &last)...)
	}
	h.stays(last.Stages, until)
	h.Caveats = append(append(laterRecords(len(s.records)-len(known), until), s.disputes(until)...), a.model.caveats()...)
	return h
}

// track is how one stage was after the day before.
type track struct {
	was       mtss.Verdict
	settled   mtss.Verdict // the last verdict that was not undetermined
	ever      bool         // entered
	completed bool
}

// follow returns the events of a day, and keeps how each stage is after it.
func follow(tracks []track, a *Assessment) []StageEvent {
	var events []StageEvent
	for i, s := range a.Stages {
		t := &tracks[i]
		if change := t.change(s.Entered); change != "" {
			events = append(events, StageEvent{On: a.On, Stage: s.ID, Change: change})
		}
		completed := s.Completed == mtss.Met
		if completed && !t.completed {
			events = append(events, StageEvent{On: a.On, Stage: s.ID, Change: Completed})
		}
		t.was, t.completed, t.ever = s.Entered, completed, t.ever || s.Entered == mtss.Met
		if s.Entered != mtss.Undetermined {
			t.settled = s.Entered
		}
	}
	return events
}

// change compares a stage with the day before, and with how it last was settled.
func (t *track) change(now mtss.Verdict) StageChange {
	switch {
	case now == t.was:
		return ""
	case now == mtss.Met && t.settled == mtss.Met:
		return Settled
	case now == mtss.Met && t.ever:
		return Reentered
	case now == mtss.Met:
		return Entered
	case t.settled != mtss.Met:
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
