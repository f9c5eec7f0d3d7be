package stages

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// The codes of this package.
const (
	// CodeStages: a model has no stages, or two of one id.
	CodeStages mtss.Code = "stages.model.stages"
	// CodeOtherwise: the stage that holds where none is entered is not the first of the model.
	CodeOtherwise mtss.Code = "stages.model.otherwise"
	// CodeEntry: an entry to full implementation names no variant of the rule.
	CodeEntry mtss.Code = "stages.entry"
	// CaveatLater: evidence after the day of assessment was not used.
	CaveatLater mtss.Code = "stages.caveat.later"
	// CaveatLeft: the innovation was given up, which ends its stages.
	CaveatLeft mtss.Code = "stages.caveat.left"
	// CaveatSkipped: a stage is entered although one before it is not.
	CaveatSkipped mtss.Code = "stages.caveat.skipped"
	// CaveatNotConfirmed: a stage's rule is inferred or unconfirmed.
	CaveatNotConfirmed mtss.Code = "stages.caveat.notconfirmed"
	// CaveatNote: a stage's rule has a note of its own.
	CaveatNote mtss.Code = "stages.caveat.note"
)

// Model is a stage model as data. The zero value is invalid.
type Model struct {
	// ID names the model, such as "nirn".
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Title is the name of the model, for people.
	Title string `json:"title,omitzero" jsonschema:"minLength=1,maxLength=300"`
	// Source is where the model is described.
	Source mtss.Source `json:"source,omitzero"`
	// Context is what readers should know of the model besides its rules, such as
	// how long stages commonly take.
	Context []Remark `json:"context,omitzero" jsonschema:"minItems=1,maxItems=50"`
	// Measures are the measures that its nodes compare; absent means those that
	// [NIRN] compares.
	Measures rule.Measures `json:"measures,omitzero"`
	// While is what must hold for stages to last. Where it was met before and is not
	// any more, the innovation was given up, which ends all stages. Absent means
	// that nothing ends them but what each asks for.
	While *rule.Node `json:"while,omitzero"`
	// InOrder makes a stage count only once all before it are entered. Without it the
	// furthest stage that is entered counts, and stages that were skipped are named.
	InOrder bool `json:"inOrder,omitzero"`
	// Stages are the stages in order.
	Stages []Stage `json:"stages" jsonschema:"minItems=1,maxItems=50"`
	// Otherwise is the first stage, where a unit has it without entering it;
	// absent means that it then has none.
	Otherwise mtss.StageID `json:"otherwise,omitzero" jsonschema:"minLength=1,maxLength=100"`
}

// Stage is one stage of a model.
type Stage struct {
	// ID names the stage, such as "installation".
	ID mtss.StageID `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Title is the name of the stage, for people.
	Title string `json:"title,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Question is what people ask themselves in the stage; absent where the
	// source states none.
	Question string `json:"question,omitzero" jsonschema:"minLength=1,maxLength=300"`
	// Activities are typical activities, in short.
	Activities []string `json:"activities,omitzero" jsonschema:"minItems=1,maxItems=100,minLength=1,maxLength=200"`
	// Done is the measure, a tally, of the stage's activities that are done.
	Done string `json:"done,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Enter decides whether the stage is entered.
	Enter rule.Node `json:"enter"`
	// Complete informs whether it is completed; absent where no source says.
	Complete *rule.Node `json:"complete,omitzero"`
	// Source is where the stage's rules are stated.
	Source mtss.Source `json:"source,omitzero"`
	// Provenance says how well they are known.
	Provenance mtss.Provenance `json:"provenance,omitzero"`
	// Note is a caution that belongs to every assessment.
	Note string `json:"note,omitzero" jsonschema:"minLength=1,maxLength=500"`
}

// Remark is a remark with its source.
type Remark struct {
	// Says is the remark.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=500"`
	// Source is where it is stated.
	Source mtss.Source `json:"source"`
}

// DecodeModel reads one stage model strictly: its form. [Compile] checks what
// its nodes say. Errors: the codes of strict reading.
func DecodeModel(data []byte) (Model, error) {
	return strict.Read[Model](data, nil)
}

// Schema names the kind of the document and the version of its schema.
func (Model) Schema() mtss.Schema { return mtss.Schema{Kind: "stageModel", Version: SchemaVersion} }

// Validate reports what reading the model would refuse it for; [Compile] checks
// what its nodes say.
func (m Model) Validate() error { return strict.Validate(&m, nil) }

// MarshalJSON writes the document.
func (m Model) MarshalJSON() ([]byte, error) { return strict.Marshal(&m) }

// AppendJSON appends the document to dst.
func (m *Model) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, m) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (m *Model) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, m, nil) }

// Assessor assesses evidence by one model. It never changes, so it is safe for
// concurrent use.
type Assessor struct {
	model      Model
	vocabulary rule.Vocabulary
	while      rule.Judge // zero where the model has no node for it
	enter      []rule.Judge
	complete   []rule.Judge // zero where a stage has no node for it
}

// Compile checks a model and makes it ready. Every problem is reported at once.
//
// Errors: CodeStages, CodeOtherwise, rule.CodeMeasureRepeated, rule.CodeKind,
// and those of rule.Compile; a stage without a node for entering is
// rule.CodeOperator.
func Compile(m Model) (*Assessor, error) {
	if m.Measures == nil {
		m.Measures = NIRN(Entry{}).Measures
	}
	a := &Assessor{model: m.clone(), vocabulary: rule.Vocabulary{Measures: slices.Clone(m.Measures)}}
	issues := m.checkNames()
	if m.While != nil {
		var err error
		a.while, err = rule.Compile("/while", *m.While, a.vocabulary)
		issues = append(issues, mtss.Issues(err)...)
	}
	if len(m.Stages) == 0 {
		issues = append(issues, mtss.Issuef("/stages", CodeStages, "a model needs at least one stage"))
	}
	ids := map[mtss.StageID]bool{}
	for i, s := range m.Stages {
		at := pointer.Element("/stages", i)
		if ids[s.ID] {
			issues = append(issues, mtss.Issuef(pointer.Member(at, "id"), CodeStages, "stage %q appears twice", s.ID))
		}
		ids[s.ID] = true
		issues = append(issues, a.compileStage(at, s)...)
	}
	if m.Otherwise != "" && (len(m.Stages) == 0 || m.Stages[0].ID != m.Otherwise) {
		issues = append(issues, mtss.Issuef("/otherwise", CodeOtherwise, "%q is not the first stage of the model", m.Otherwise))
	}
	if len(issues) > 0 {
		return nil, strict.Invalid(issues)
	}
	return a, nil
}

func (m Model) checkNames() []mtss.Issue {
	var issues []mtss.Issue
	seen := map[string]bool{}
	for _, measure := range m.Measures {
		if seen[measure.Name] {
			issues = append(issues, mtss.Issuef(pointer.Member("/measures", measure.Name), rule.CodeMeasureRepeated, "measure %q is declared twice", measure.Name))
		}
		seen[measure.Name] = true
		if !slices.Contains(rule.Kinds(), measure.Kind) {
			issues = append(issues, mtss.Issuef(pointer.Member("/measures", measure.Name), rule.CodeKind, "measure %q has no kind", measure.Name))
		}
	}
	return issues
}

func (a *Assessor) compileStage(path string, s Stage) []mtss.Issue {
	enter, err := rule.Compile(pointer.Member(path, "enter"), s.Enter, a.vocabulary)
	issues := mtss.Issues(err)
	var complete rule.Judge
	if s.Complete != nil {
		complete, err = rule.Compile(pointer.Member(path, "complete"), *s.Complete, a.vocabulary)
		issues = append(issues, mtss.Issues(err)...)
	}
	if s.Done != "" {
		isDone := func(m rule.Measure) bool { return m.Name == s.Done && m.Kind == rule.KindTally && !m.Series }
		if !slices.ContainsFunc(a.vocabulary.Measures, isDone) {
			issues = append(issues, mtss.Issuef(pointer.Member(path, "done"), rule.CodeMeasureUnknown, "%q is not a tally of the model", s.Done))
		}
	}
	a.enter, a.complete = append(a.enter, enter), append(a.complete, complete)
	return issues
}

// Model returns a copy of the model.
func (a *Assessor) Model() Model {
	if a == nil {
		return Model{}
	}
	return a.model.clone()
}

func (m Model) clone() Model {
	m.Measures, m.Context, m.Stages = slices.Clone(m.Measures), slices.Clone(m.Context), slices.Clone(m.Stages)
	if m.While != nil {
		while := m.While.Clone()
		m.While = &while
	}
	for i := range m.Stages {
		s := &m.Stages[i]
		s.Activities, s.Enter = slices.Clone(s.Activities), s.Enter.Clone()
		if s.Complete != nil {
			complete := s.Complete.Clone()
			s.Complete = &complete
		}
	}
	return m
}
