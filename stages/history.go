package stages

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
)

// History tells how one unit went through the stages with one innovation.
type History struct {
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the innovation that the unit implements.
	Innovation string `json:"innovation"`
	// Model is the id of the stage model.
	Model string `json:"model"`
	// Points are the assessments on each day on which evidence came in or expired.
	Points []StagePoint `json:"points"`
	// Events are the entries into stages and the exits from them, in order.
	Events []StageEvent `json:"events"`
	// Stays are the days in each primary stage, in the order of the model. Days
	// without a primary stage are in none of them.
	Stays []Stay `json:"stays"`
	// Caveats are what a reader must know besides.
	Caveats []mtss.Notice `json:"caveats"`
}

// StagePoint is the primary stage from a day on.
type StagePoint struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// Primary is the stage that is certain; "" for none.
	Primary mtss.StageID `json:"primary"`
	// Possible is the latest stage that is not excluded.
	Possible mtss.StageID `json:"possible"`
	// Active are the stages that are entered and not completed.
	Active []mtss.StageID `json:"active"`
}

// StageEvent is a change of one stage.
type StageEvent struct {
	// On is the day of the evidence that shows the change.
	On mtss.Date `json:"on"`
	// Stage is the stage.
	Stage mtss.StageID `json:"stage"`
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
	Stage mtss.StageID `json:"stage"`
	// Days counts the days up to the last day of the history.
	Days int `json:"days"`
	// Times counts how often it became the primary stage.
	Times int `json:"times"`
	// Done is the share of the stage's activities done at the end, where that
	// is known; else nil.
	Done *mtss.Tally `json:"done,omitzero"`
}

// Schema names the kind of the document and the version of its schema.
func (History) Schema() mtss.Schema {
	return mtss.Schema{Kind: "stageHistory", Version: SchemaVersion}
}

// DecodeHistory reads one history strictly. Errors: the codes of strict reading.
func DecodeHistory(data []byte) (History, error) { return strict.Read[History](data, nil) }

// Validate reports what reading the history would refuse it for.
func (h History) Validate() error { return strict.Validate(&h, nil) }

// MarshalJSON writes the document.
func (h History) MarshalJSON() ([]byte, error) { return strict.Marshal(&h) }

// AppendJSON appends the document to dst.
func (h *History) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, h) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (h *History) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, h, nil) }

// History follows every unit and innovation of a document up to a day. Errors: as
// [Assessor.Assess].
func (a *Assessor) History(e evidence.Statements, until mtss.Date) ([]History, error) {
	if !until.Valid() {
		return nil, mtss.Issuef("/until", evidence.CodeDay, "%q is not a day to follow the evidence up to", until)
	}
	gathered, subjects, bad := a.subjects(e)
	var out []History
	for _, of := range subjects {
		from := until
		for _, r := range e.Records {
			if r.Unit == of.Unit && r.Innovation == of.Innovation && r.Date.Before(from) {
				from = r.Date
			}
		}
		h, err := a.Follow(gathered, of.Unit, of.Innovation, mtss.Period{From: from, Until: until})
		if err != nil {
			return out, err
		}
		out = append(out, h)
	}
	return out, bad
}

// Follow follows one unit and one innovation over a range of days: each day on
// which evidence comes in, or counts no longer. A stage that is entered on the
// first day of the range is listed as entered on it. Errors: CodeStages without a
// model, evidence.CodeDay.
func (a *Assessor) Follow(gathered *evidence.Gathered, unit mtss.Unit, innovation string, in mtss.Period) (History, error) {
	h := History{Unit: unit, Innovation: innovation, Points: []StagePoint{}, Events: []StageEvent{}, Stays: []Stay{}, Caveats: []mtss.Notice{}}
	switch {
	case a == nil:
		return h, mtss.Issuef("", CodeStages, "there is no stage model")
	case !in.From.Valid() || !in.Until.Valid() || in.Until.Before(in.From):
		return h, mtss.Issuef("", evidence.CodeDay, "from %q until %q is not a range of days", in.From, in.Until)
	}
	h.Model = a.model.ID
	tracks := make([]track, len(a.model.Stages))
	for i := range tracks {
		tracks[i] = track{was: mtss.NotMet, settled: mtss.NotMet}
	}
	var last Assessment
	for _, day := range gathered.Days(unit, innovation, in) {
		var err error
		if last, err = a.On(gathered, unit, innovation, day); err != nil {
			return h, err
		}
		h.Points = append(h.Points, StagePoint{On: day, Primary: last.Primary, Possible: last.Possible, Active: last.Active})
		h.Events = append(h.Events, follow(tracks, &last)...)
	}
	h.stays(last.Stages, in.Until)
	h.Caveats = append(h.Caveats, gathered.Notices()...)
	for _, c := range last.Caveats {
		if c.Code == CaveatLater {
			h.Caveats = append(h.Caveats, c)
		}
	}
	h.Caveats = append(h.Caveats, a.model.caveats()...)
	return h, nil
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
