package stages

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Assessment is the stage of one unit and one innovation on a day.
type Assessment struct {
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what it implements.
	Innovation string `json:"innovation"`
	// On is the day of assessment.
	On mtss.Date `json:"on"`
	// Model is the id of the stage model.
	Model string `json:"model"`
	// Primary is the stage that the unit surely has: the latest that is
	// entered whose predecessors are all entered; "" where there is none.
	Primary string `json:"primary"`
	// Possible is the stage that it would have if every unknown turned out
	// well: Primary or a later one.
	Possible string `json:"possible"`
	// Active are the stages that are entered and not completed, in order.
	// Stages overlap, so there may be several.
	Active []string `json:"active"`
	// Skipped are stages that are not entered although a later one is.
	Skipped []string `json:"skipped"`
	// Stages are the findings, for every stage of the model.
	Stages []StageFinding `json:"stages"`
	// Caveats are what a reader must know besides.
	Caveats []mtss.Caveat `json:"caveats"`
}

// StageFinding is how one stage was judged.
type StageFinding struct {
	// ID names the stage.
	ID string `json:"id"`
	// Entered is the verdict on entering.
	Entered mtss.Verdict `json:"entered"`
	// Completed is the verdict on completing; undetermined where the model
	// has no node for it.
	Completed mtss.Verdict `json:"completed"`
	// Enter is the finding behind Entered.
	Enter rule.Finding `json:"enter"`
	// Complete is the finding behind Completed; nil where the model has no
	// node for it.
	Complete *rule.Finding `json:"complete,omitzero"`
	// Done is the share of the stage's activities that are done, where that is
	// known; else nil.
	Done *mtss.Tally `json:"done,omitzero"`
}

// Assess finds the stage of every unit and innovation in the evidence, in the
// order in which they first appear, on a day. Evidence after that day is not
// used, with a caveat. Errors: CodeEvidence and those of rule.FactTexts.Parse.
func (a *Assessor) Assess(e Evidence, on mtss.Date) ([]Assessment, error) {
	subjects, err := a.subjects(e)
	if err != nil {
		return nil, err
	}
	out := make([]Assessment, len(subjects))
	for i := range subjects {
		out[i] = a.assess(&subjects[i], on)
	}
	return out, nil
}

func (a *Assessor) assess(s *subject, on mtss.Date) Assessment {
	facts, later := s.facts(on)
	values := a.vocabulary.Values(facts)
	out := Assessment{
		Unit: s.unit, Innovation: s.innovation, On: on, Model: a.model.ID,
		Active: []string{}, Skipped: []string{}, Caveats: []mtss.Caveat{},
	}
	for i := range a.model.Stages {
		out.Stages = append(out.Stages, a.stage(i, values, facts))
	}
	out.place(a.model.Otherwise)
	out.caveats(&a.model, later)
	return out
}

func (a *Assessor) stage(i int, values []rule.Value, facts rule.Facts) StageFinding {
	s := &a.model.Stages[i]
	f := StageFinding{ID: s.ID, Enter: a.enter[i].Explain(values)}
	f.Enter.Source, f.Entered = s.Source, f.Enter.Verdict
	if s.Complete != nil {
		complete := a.complete[i].Explain(values)
		complete.Source = s.Source
		f.Complete, f.Completed = &complete, complete.Verdict
	}
	if t, ok := facts[s.Done].Tally(); ok {
		f.Done = &t
	}
	return f
}

// place works out the primary, possible, active and skipped stages.
func (a *Assessment) place(otherwise string) {
	a.Primary, a.Possible = otherwise, otherwise
	sure, possible := true, true
	last := -1
	for i, s := range a.Stages {
		sure = sure && s.Entered == mtss.Met
		possible = possible && s.Entered != mtss.NotMet
		if sure {
			a.Primary = s.ID
		}
		if possible {
			a.Possible = s.ID
		}
		if s.Entered == mtss.Met {
			last = i
		}
		if s.Entered == mtss.Met && s.Completed != mtss.Met {
			a.Active = append(a.Active, s.ID)
		}
	}
	for _, s := range a.Stages[:max(last, 0)] {
		if s.Entered != mtss.Met {
			a.Skipped = append(a.Skipped, s.ID)
		}
	}
}

func (a *Assessment) caveats(m *Model, later int) {
	add := func(code mtss.Code, message string) {
		a.Caveats = append(a.Caveats, mtss.Caveat{Code: code, Message: message})
	}
	if later > 0 {
		add(CaveatLater, strconv.Itoa(later)+" records of evidence are later than "+a.On.String()+" and were not used")
	}
	if len(a.Skipped) > 0 {
		add(CaveatSkipped, "a later stage is entered, yet "+strings.Join(a.Skipped, ", ")+" is not; stages are not skipped without coming back to them")
	}
	for _, s := range m.Stages {
		text := "stage \"" + s.ID + "\""
		if s.Note != "" {
			text += ": " + s.Note
		}
		if s.Provenance != "" && s.Provenance != mtss.Confirmed {
			add(CaveatNotConfirmed, string(s.Provenance)+": "+text)
		}
	}
}

// Next returns what it takes to enter the stage after the primary one; ok is
// false at the last stage.
func (a Assessment) Next() (next StageFinding, ok bool) {
	if a.Primary == "" && len(a.Stages) > 0 {
		return a.Stages[0], true
	}
	for i, s := range a.Stages {
		if s.ID == a.Primary && i+1 < len(a.Stages) {
			return a.Stages[i+1], true
		}
	}
	return StageFinding{}, false
}

// Lines renders the assessment for people.
func (a Assessment) Lines() []string {
	lines := []string{string(a.Unit.Kind) + " " + a.Unit.ID + ", " + a.Innovation + ", on " + a.On.String() + ": " + a.headline()}
	if len(a.Active) > 0 {
		lines = append(lines, "  active: "+strings.Join(a.Active, ", "))
	}
	for _, s := range a.Stages {
		lines = append(lines, "  "+s.ID+": "+entryWords(s.Entered)+doneWords(s.Done))
		for _, sentence := range s.Enter.Sentences() {
			lines = append(lines, "    "+sentence)
		}
	}
	if next, ok := a.Next(); ok {
		lines = append(lines, "  next: "+next.ID)
	}
	for _, c := range a.Caveats {
		lines = append(lines, "  caveat: "+c.Message)
	}
	return lines
}

func (a Assessment) headline() string {
	primary := a.Primary
	if primary == "" {
		primary = "no stage entered"
	}
	if a.Possible != a.Primary {
		return "surely " + primary + ", possibly " + a.Possible
	}
	return primary
}

func entryWords(v mtss.Verdict) string {
	switch v {
	case mtss.Met:
		return "entered"
	case mtss.NotMet:
		return "not entered"
	}
	return "undetermined"
}

func doneWords(t *mtss.Tally) string {
	if t == nil {
		return ""
	}
	return ", " + strconv.FormatInt(t.Earned, 10) + " of " + strconv.FormatInt(t.Possible, 10) + " activities done"
}
