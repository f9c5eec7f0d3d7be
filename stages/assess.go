package stages

import (
	"encoding/json"
	"maps"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Assessment is the stage of one unit and one innovation on a day.
type Assessment struct {
	// Kind is "stageAssessment"; writing sets it.
	Kind string `json:"kind"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion"`
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what it implements.
	Innovation string `json:"innovation"`
	// On is the day of assessment.
	On mtss.Date `json:"on"`
	// Model is the id of the stage model.
	Model string `json:"model"`
	// Primary is the stage that is certain: the latest that is entered and whose
	// predecessors are all entered; "" where there is none.
	Primary string `json:"primary"`
	// Possible is the latest stage that is not excluded, which the unit would have
	// if every unknown turned out well: Primary or a later one.
	Possible string `json:"possible"`
	// Active are the stages that are entered and not completed, in order.
	// Stages overlap, so there may be several.
	Active []string `json:"active"`
	// Skipped are stages that are not entered, or not known to be, although a
	// later one is.
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

// MarshalJSON writes the assessment with its kind and schema version.
func (a Assessment) MarshalJSON() ([]byte, error) {
	type plain Assessment
	p := plain(a)
	p.Kind, p.SchemaVersion = "stageAssessment", SchemaVersion
	p.Active, p.Skipped = kit.OrEmpty(p.Active), kit.OrEmpty(p.Skipped)
	p.Stages, p.Caveats = kit.OrEmpty(p.Stages), kit.OrEmpty(p.Caveats)
	return json.Marshal(p)
}

// Assess finds the stage of every unit and innovation in the evidence, in the
// order in which they first appear, on a day. Evidence after that day is not
// used, with a caveat. A unit and innovation with a bad record is left out; the
// others are assessed all the same, and returned with the error. Errors: CodeEvidence and those of
// rule.FactTexts.Parse.
func (a *Assessor) Assess(e Evidence, on mtss.Date) ([]Assessment, error) {
	subjects, err := a.subjects(e)
	out := make([]Assessment, len(subjects))
	for i := range subjects {
		s := &subjects[i]
		facts := rule.Facts{}
		known := s.until(on)
		for _, r := range known {
			maps.Copy(facts, r.facts)
		}
		out[i] = a.assess(s, facts, on)
		out[i].Caveats = append(append(laterRecords(len(s.records)-len(known), on), s.disputes(on)...), out[i].Caveats...)
	}
	return out, err
}

// assess judges what is known of a subject on a day.
func (a *Assessor) assess(s *subject, facts rule.Facts, on mtss.Date) Assessment {
	out := Assessment{
		Unit: s.unit, Innovation: s.innovation, On: on, Model: a.model.ID,
		Active: []string{}, Skipped: []string{}, Caveats: []mtss.Caveat{},
	}
	values, later := a.vocabulary.ValuesOn(facts, on)
	for _, m := range a.vocabulary.Measures {
		if n := later[m.Name]; n > 0 {
			out.caveat(CaveatLater, kit.Count(n, "dated value")+" of "+m.Name+" later than "+on.String()+" not used")
		}
	}
	for i := range a.model.Stages {
		out.Stages = append(out.Stages, a.stage(i, values, facts))
	}
	out.place(a.model.Otherwise)
	if len(out.Skipped) > 0 {
		out.caveat(CaveatSkipped, "a later stage is entered, but "+strings.Join(out.Skipped, ", ")+" is not, or is not known to be; a stage that was skipped has to be returned to")
	}
	out.Caveats = append(out.Caveats, a.model.caveats()...)
	return out
}

func (a *Assessor) stage(i int, values []rule.Value, facts rule.Facts) StageFinding {
	s := &a.model.Stages[i]
	f := StageFinding{ID: s.ID, Enter: a.enter[i].Explain(values)}
	f.Entered = f.Enter.Verdict
	f.Enter.Cite(s.Source)
	if s.Complete != nil {
		complete := a.complete[i].Explain(values)
		complete.Cite(s.Source)
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

func (a *Assessment) caveat(code mtss.Code, message string) {
	a.Caveats = append(a.Caveats, mtss.Caveat{Code: code, Message: message})
}

// laterRecords is the caveat that evidence was not used, if there is any.
func laterRecords(later int, on mtss.Date) []mtss.Caveat {
	if later == 0 {
		return []mtss.Caveat{}
	}
	return []mtss.Caveat{{Code: CaveatLater, Message: kit.Count(later, "record") + " of evidence later than " + on.String() + " not used"}}
}

// caveats are what belongs to everything that is assessed by the model.
func (m *Model) caveats() []mtss.Caveat {
	var caveats []mtss.Caveat
	for _, s := range m.Stages {
		code, text := CaveatNote, "stage \""+s.ID+"\""
		if s.Provenance != "" && s.Provenance != mtss.Confirmed {
			code, text = CaveatNotConfirmed, string(s.Provenance)+": "+text
		}
		if s.Note != "" {
			text += ": " + s.Note
		}
		if code == CaveatNotConfirmed || s.Note != "" {
			caveats = append(caveats, mtss.Caveat{Code: code, Message: text})
		}
	}
	return caveats
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
	switch {
	case primary == "" && a.Possible != "":
		return "no stage is certain, " + a.Possible + " is not excluded"
	case primary == "":
		return "no stage entered"
	case a.Possible != primary:
		return primary + " is certain, " + a.Possible + " is not excluded"
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
	done := strconv.FormatInt(t.Earned, 10)
	if t.Unknown > 0 {
		done += " to " + strconv.FormatInt(t.Earned+t.Unknown, 10)
	}
	return ", " + done + " of " + strconv.FormatInt(t.Possible, 10) + " activities done"
}
