package stages

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Assessment is the stage of one unit and one innovation on a day.
type Assessment struct {
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the innovation that the unit implements.
	Innovation string `json:"innovation"`
	// On is the day of assessment.
	On mtss.Date `json:"on"`
	// Model is the id of the stage model.
	Model string `json:"model"`
	// Primary is the stage that is certain: the latest that is entered, in a model
	// that goes in order the latest before which all are; "" where there is none.
	Primary mtss.StageID `json:"primary"`
	// Possible is the latest stage that is not excluded, which the unit would have
	// if every unknown turned out well: Primary or a later one.
	Possible mtss.StageID `json:"possible"`
	// LastKnown is a later stage than Primary that was certain until evidence
	// expired; absent where nothing that expired would change the stage.
	LastKnown *LastKnown `json:"lastKnown,omitzero"`
	// Active are the stages that are entered and not completed, in order.
	// Stages overlap, so there may be several.
	Active []mtss.StageID `json:"active"`
	// Skipped are stages that are not entered, although a later one is.
	Skipped []mtss.StageID `json:"skipped"`
	// Stages are the findings, for every stage of the model.
	Stages []StageFinding `json:"stages"`
	// Caveats are what a reader must know besides.
	Caveats []mtss.Notice `json:"caveats"`
}

// LastKnown is a stage with the last day on which it was certain.
type LastKnown struct {
	// Stage names the stage.
	Stage mtss.StageID `json:"stage"`
	// Through is the day.
	Through mtss.Date `json:"through"`
}

// StageFinding is how one stage was judged.
type StageFinding struct {
	// ID names the stage.
	ID mtss.StageID `json:"id"`
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

// Schema names the kind of the document and the version of its schema.
func (Assessment) Schema() mtss.Schema {
	return mtss.Schema{Kind: "stageAssessment", Version: SchemaVersion}
}

// DecodeAssessment reads one assessment strictly. Errors: the codes of strict
// reading.
func DecodeAssessment(data []byte) (Assessment, error) { return strict.Read[Assessment](data, nil) }

// Validate reports what reading the assessment would refuse it for.
func (a Assessment) Validate() error { return strict.Validate(&a, nil) }

// MarshalJSON writes the document.
func (a Assessment) MarshalJSON() ([]byte, error) { return strict.Marshal(&a) }

// AppendJSON appends the document to dst.
func (a *Assessment) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, a) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (a *Assessment) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, a, nil) }

// Gather takes in evidence for the model: its measures besides those that ship.
// Without a policy of the host's own its zero value will do. Errors: those of
// evidence.Gather.
func (a *Assessor) Gather(above mtss.Hierarchy, days mtss.Period, policy evidence.HostPolicy, suppliers ...evidence.Supplier) (*evidence.Gathered, error) {
	if a == nil {
		return nil, mtss.Issuef("", CodeStages, "there is no stage model")
	}
	policy.Measures = append(slices.Clone(policy.Measures), evidence.OwnMeasures(a.vocabulary.Measures...)...)
	return evidence.Gather(above, days, policy, suppliers...)
}

// Assess finds the stage of every unit and innovation in a document of evidence,
// in the order in which they first appear, on a day. Evidence after that day is
// not used, with a notice, and neither is what no longer counts on it. A unit and
// innovation with a bad record is left out; the others are assessed all the same,
// and returned with the error.
//
// Errors: those of evidence.Statements.Evidence and of [Assessor.On].
func (a *Assessor) Assess(e evidence.Statements, on mtss.Date) ([]Assessment, error) {
	if !on.Valid() {
		return nil, mtss.Issuef("/on", evidence.CodeDay, "%q is not a day to assess on", on)
	}
	gathered, subjects, bad := a.subjects(e)
	var out []Assessment
	for _, of := range subjects {
		assessment, err := a.On(gathered, of.Unit, of.Innovation, on)
		if err != nil {
			return out, err
		}
		out = append(out, assessment)
	}
	return out, bad
}

// subjects gathers a document and returns the units and innovations in it, as
// they first appear. Paths lead into the document.
func (a *Assessor) subjects(e evidence.Statements) (*evidence.Gathered, []evidence.Subject, error) {
	if a == nil {
		return nil, nil, mtss.Issuef("", CodeStages, "there is no stage model")
	}
	gathered, err := a.Gather(mtss.Hierarchy{}, mtss.Period{}, evidence.HostPolicy{}, e.With(a.vocabulary.Measures...))
	var issues []mtss.Issue
	for _, issue := range mtss.Issues(err) {
		issue.Path = strings.TrimPrefix(issue.Path, "/suppliers/0")
		issues = append(issues, issue)
	}
	known := gathered.Subjects()
	var subjects []evidence.Subject
	for _, r := range e.Records {
		of := evidence.Subject{Unit: r.Unit, Innovation: r.Innovation}
		if slices.Contains(known, of) && !slices.Contains(subjects, of) {
			subjects = append(subjects, of)
		}
	}
	return gathered, subjects, strict.Invalid(issues)
}

// On finds the stage of a unit and an innovation on a day, from evidence that was
// gathered for the model. Errors: CodeStages without a model, evidence.CodeDay.
func (a *Assessor) On(gathered *evidence.Gathered, unit mtss.Unit, innovation string, on mtss.Date) (Assessment, error) {
	if a == nil {
		return Assessment{}, mtss.Issuef("", CodeStages, "there is no stage model")
	}
	values, err := gathered.On(unit, innovation, on)
	if err != nil {
		return Assessment{}, err
	}
	facts := rule.Facts{}
	for _, it := range values {
		facts[it.Measure] = it.Value
		if it.Value.Day().IsZero() {
			facts[it.Measure] = it.Value.OnDay(it.On)
		}
	}
	out := a.judge(unit, innovation, on, facts)
	if a.left(values, facts, on) {
		out.leave(a.model)
	} else {
		out.last(a, values)
	}
	out.notices(a, gathered, values)
	return out, nil
}

// judge judges facts of a unit and an innovation.
func (a *Assessor) judge(unit mtss.Unit, innovation string, on mtss.Date, facts rule.Facts) Assessment {
	out := Assessment{
		Unit: unit, Innovation: innovation, On: on, Model: a.model.ID,
		Active: []mtss.StageID{}, Skipped: []mtss.StageID{}, Caveats: []mtss.Notice{},
	}
	values, later := a.vocabulary.ValuesOn(facts, on)
	for _, m := range a.vocabulary.Measures {
		if n := later[m.Name]; n > 0 {
			out.caveat(CaveatLater, "%s of %s later than %s not used", kit.Count(n, "dated value"), m.Name, on)
		}
	}
	for i := range a.model.Stages {
		out.Stages = append(out.Stages, a.stage(i, values, facts))
	}
	out.place(a.model)
	return out
}

// left reports whether what must hold for stages to last held once, and does not
// any more: the innovation was given up. What never held was not given up.
func (a *Assessor) left(known []evidence.KnownValue, facts rule.Facts, on mtss.Date) bool {
	if a.model.While == nil {
		return false
	}
	values, _ := a.vocabulary.ValuesOn(facts, on)
	finding := a.while.Explain(values)
	return finding.Verdict == mtss.NotMet && slices.ContainsFunc(known, func(it evidence.KnownValue) bool { return it.Replaced && speaks(finding, it.Measure) })
}

// speaks reports whether a finding is about a measure.
func speaks(f rule.Finding, measure string) bool {
	return f.Measure == measure || slices.ContainsFunc(f.Children, func(c rule.Finding) bool { return speaks(c, measure) })
}

// leave ends all stages.
func (a *Assessment) leave(m Model) {
	for i := range a.Stages {
		a.Stages[i].Entered, a.Stages[i].Completed = mtss.NotMet, mtss.NotMet
	}
	a.Active, a.Skipped = []mtss.StageID{}, []mtss.StageID{}
	a.place(m)
	a.caveat(CaveatLeft, "the innovation was given up, which ends its stages")
}

// last finds the stage that was certain before evidence expired.
func (a *Assessment) last(by *Assessor, values []evidence.KnownValue) {
	for _, day := range evidence.Expiries(values) {
		facts := rule.Facts{}
		for _, it := range values {
			facts[it.Measure] = it.Before(day)
		}
		then := by.judge(a.Unit, a.Innovation, a.On, facts)
		if by.rank(then.Primary) > by.rank(a.Primary) {
			a.LastKnown = &LastKnown{Stage: then.Primary, Through: day}
			return
		}
	}
}

// rank is the place of a stage in the model; -1 for none.
func (a *Assessor) rank(stage mtss.StageID) int {
	return slices.IndexFunc(a.model.Stages, func(s Stage) bool { return s.ID == stage })
}

// notices says what a reader must know of the evidence and of the model.
func (a *Assessment) notices(by *Assessor, gathered *evidence.Gathered, values []evidence.KnownValue) {
	judged := a.Caveats
	a.Caveats = slices.Clone(gathered.Notices())
	later := 0
	for _, it := range values {
		later = max(later, it.Later)
		if slices.ContainsFunc(by.vocabulary.Measures, func(m rule.Measure) bool { return m.Name == it.Measure }) {
			a.Caveats = append(a.Caveats, it.Notices...)
		}
	}
	if later > 0 {
		a.caveat(CaveatLater, "evidence later than %s was not used", a.On)
	}
	a.Caveats = append(a.Caveats, judged...)
	if len(a.Skipped) > 0 {
		a.caveat(CaveatSkipped, "a later stage is entered, but %s is not; a stage that was skipped has to be returned to", joined(a.Skipped))
	}
	a.Caveats = append(a.Caveats, by.model.caveats()...)
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

// place works out the primary, possible, active and skipped stages. The furthest
// stage that is entered is the primary one, unless the model goes in order.
func (a *Assessment) place(m Model) {
	a.Primary, a.Possible = m.Otherwise, m.Otherwise
	last, certain, open := -1, true, true
	for i, s := range a.Stages {
		entered, excluded := s.Entered == mtss.Met, s.Entered == mtss.NotMet
		certain, open = certain && entered, open && !excluded
		if !excluded && (open || !m.InOrder) {
			a.Possible = s.ID
		}
		if entered && (certain || !m.InOrder) {
			a.Primary = s.ID
		}
		if entered {
			last = i
			if s.Completed != mtss.Met {
				a.Active = append(a.Active, s.ID)
			}
		}
	}
	for _, s := range a.Stages[:max(last, 0)] {
		if s.Entered == mtss.NotMet {
			a.Skipped = append(a.Skipped, s.ID)
		}
	}
}

func (a *Assessment) caveat(code mtss.Code, format string, args ...any) {
	a.Caveats = append(a.Caveats, mtss.Noticef(code, format, args...))
}

// caveats are what belongs to everything that is assessed by the model.
func (m *Model) caveats() []mtss.Notice {
	var caveats []mtss.Notice
	for _, s := range m.Stages {
		uncertain := s.Provenance != "" && s.Provenance != mtss.Confirmed
		switch {
		case uncertain && s.Note != "":
			caveats = append(caveats, mtss.Noticef(CaveatNotConfirmed, "%s: stage %s: %s", s.Provenance, named(s.ID), s.Note))
		case uncertain:
			caveats = append(caveats, mtss.Noticef(CaveatNotConfirmed, "%s: stage %s", s.Provenance, named(s.ID)))
		case s.Note != "":
			caveats = append(caveats, mtss.Noticef(CaveatNote, "stage %s: %s", named(s.ID), s.Note))
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
