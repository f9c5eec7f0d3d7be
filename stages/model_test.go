package stages_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// wholeModel uses every member that a stage model can have.
const wholeModel = `{"kind":"stageModel","schemaVersion":1,"id":"m","title":"t","source":{"title":"a book"},"context":[{"says":"years","source":{"title":"b"}}],` +
	`"measures":{"used":{"kind":"yesNo"},"done":{"kind":"tally","unit":"activities"}},` +
	`"stages":[{"id":"a","title":"A","question":"why?","activities":["x"],"done":"done","enter":{"measure":"used","is":"yes"},"complete":{"measure":"done","atLeast":"100%","why":"w"},"source":{"title":"c"},"provenance":"inferred","note":"n"}],"otherwise":"a"}`

// wireModel is the model as the wire format shows it: it declares no measures.
const wireModel = `{"kind":"stageModel","schemaVersion":1,"id":"nirn","stages":[{"id":"full","question":"..","enter":{"measure":"fidelity.practitioners","atLeast":"50%"},"complete":{"measure":"outcomes.improved","is":"yes"}}]}`

func TestDecodeModel(t *testing.T) {
	head := `{"kind":"stageModel","schemaVersion":1,"id":"m","measures":{},`
	for _, tt := range []struct {
		name, text string
		want       []problem
		why        string
	}{
		{"everything", wholeModel, nil, ""},
		{"the wire format's", wireModel, nil, ""},
		{"nothing", ` `, []problem{{"", strict.CodeEmpty}}, ""},
		{"two", wireModel + wireModel, []problem{{"", strict.CodeTrailing}}, ""},
		{"bare", `{}`, []problem{{"/kind", strict.CodeMissing}, {"/schemaVersion", strict.CodeMissing}, {"/id", strict.CodeMissing}, {"/stages", strict.CodeMissing}}, ""},
		{"no stages", head + `"stages":[]}`, []problem{{"/stages", strict.CodeItems}}, ""},
		{"a stage without entry", head + `"stages":[{"id":"a"}]}`, []problem{{"/stages/0/enter", strict.CodeMissing}}, ""},
		{"a typo", head + `"stages":[{"id":"a","entre":{},"enter":{"mesure":"m"}}]}`, []problem{{"/stages/0/entre", strict.CodeUnknownField}, {"/stages/0/enter/mesure", strict.CodeUnknownField}}, "one line each"},
		{"odd values", head + `"stages":[{"id":"","enter":{},"activities":[],"provenance":"sure","complete":null}],"otherwise":7}`,
			[]problem{{"/stages/0/id", strict.CodeLength}, {"/stages/0/activities", strict.CodeItems}, {"/stages/0/provenance", mtss.CodeProvenance}, {"/stages/0/complete", strict.CodeNull}, {"/otherwise", strict.CodeType}}, "in document order"},
		{"apples", strings.Replace(wholeModel, `"tally"`, `"apples"`, 1), []problem{{"/measures/done/kind", rule.CodeKind}}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, err := stages.DecodeModel([]byte(tt.text))
			if diff := cmp.Diff(tt.want, problems(err)); diff != "" {
				t.Fatalf("%s: (-want +got)\n%s\n%v", tt.why, diff, mtss.Issues(err))
			}
			if err == nil {
				mustCompile(t, m)
				roundTrip(t, m, stages.DecodeModel)
			}
		})
	}
}

// roundTrip writes a document, reads it and writes it again.
func roundTrip[T any](t *testing.T, document T, decode func([]byte) (T, error)) []byte {
	t.Helper()
	first, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	again, err := decode(first)
	if err != nil {
		t.Fatalf("%s: %v", first, mtss.Issues(err))
	}
	second, err := json.Marshal(again)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Errorf("written as\n%s\nthen as\n%s", first, second)
	}
	return first
}

func TestModelKeepsEverything(t *testing.T) {
	m, err := stages.DecodeModel([]byte(wholeModel))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wholeModel, string(roundTrip(t, m, stages.DecodeModel))); diff != "" {
		t.Errorf("(-read +written)\n%s", diff)
	}
}

// TestShippedModelsAreDocuments: each can be written, read and compiled, and
// then assesses as it did.
func TestShippedModelsAreDocuments(t *testing.T) {
	day := date(2026, 1, 20)
	for _, m := range []stages.Model{stages.NIRN(stages.Entry{}), stages.NIRN(stages.Entry{Denominator: mtss.Observed, OwnOutcomes: true, DataUse: true}), keyActions(t), phases(t)} {
		data := roundTrip(t, m, stages.DecodeModel)
		again, err := stages.DecodeModel(data)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := json.Marshal(assessed(t, mustCompile(t, m), day, on(day)))
		got, _ := json.Marshal(assessed(t, mustCompile(t, again), day, on(day)))
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", m.ID, diff)
		}
	}
}

// TestAll: each model that ships is found under its own id, and no other is.
func TestAll(t *testing.T) {
	var ids []string
	for _, m := range stages.All() {
		again, ok := stages.Lookup(m.ID)
		if diff := cmp.Diff(m, again); diff != "" || !ok {
			t.Errorf("%s: (-all +lookup)\n%s", m.ID, diff)
		}
		mustCompile(t, m)
		ids = append(ids, m.ID)
	}
	if diff := cmp.Diff([]string{"keyActions", "nirn"}, ids); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, id := range []string{"", "NIRN", "../data/nirn"} {
		if _, ok := stages.Lookup(id); ok {
			t.Errorf("%q was found", id)
		}
	}
}

// TestStandardMeasures: a model that declares none may compare those of NIRN.
func TestStandardMeasures(t *testing.T) {
	m, err := stages.DecodeModel([]byte(wireModel))
	if err != nil {
		t.Fatal(err)
	}
	day := date(2026, 1, 20)
	if got := assessed(t, mustCompile(t, m), day, on(day, "fidelity.practitioners", "5/10")); got.Primary != "full" {
		t.Errorf("got %+v", got)
	}
	m.Measures = rule.Measures{}
	if _, err := stages.Compile(m); len(problems(err)) != 2 {
		t.Errorf("declared to be none: %v", mtss.Issues(err))
	}
}

func TestCompileRefuses(t *testing.T) {
	good := func() stages.Model { return stages.NIRN(stages.Entry{}) }
	for _, tt := range []struct {
		name   string
		change func(*stages.Model)
		want   []problem
		why    string
	}{
		{"nothing changed", func(*stages.Model) {}, nil, ""},
		{"no stages", func(m *stages.Model) { m.Stages = nil }, []problem{{"/stages", stages.CodeStages}}, ""},
		{"no entry", func(m *stages.Model) { m.Stages[1].Enter = rule.Node{} }, []problem{{"/stages/1/enter", rule.CodeOperator}}, "a stage must be entered somehow"},
		{"one id twice", func(m *stages.Model) { m.Stages[3].ID = m.Stages[0].ID }, []problem{{"/stages/3/id", stages.CodeStages}}, ""},
		{"an unknown measure", func(m *stages.Model) { m.Stages[1].Enter.Measure = "inovation.selected" }, []problem{{"/stages/1/enter/measure", rule.CodeMeasureUnknown}}, ""},
		{"in completing", func(m *stages.Model) { m.Stages[3].Complete.All[0].AtLeast = "101%" }, []problem{{"/stages/3/complete/all/0/atLeast", rule.CodeThresholdImpossible}}, ""},
		{"a wrong kind", func(m *stages.Model) { m.Stages[3].Enter.All[0].Comparison = rule.Comparison{Is: "yes"} }, []problem{{"/stages/3/enter/all/0/is", rule.CodeComparison}}, ""},
		{"done is no measure", func(m *stages.Model) { m.Stages[0].Done = "x" }, []problem{{"/stages/0/done", rule.CodeMeasureUnknown}}, ""},
		{"done is no tally", func(m *stages.Model) { m.Stages[0].Done = "practice.used" }, []problem{{"/stages/0/done", rule.CodeMeasureUnknown}}, ""},
		{"otherwise nowhere", func(m *stages.Model) { m.Otherwise = "x" }, []problem{{"/otherwise", stages.CodeOtherwise}}, ""},
		{"otherwise not the first", func(m *stages.Model) { m.Otherwise = mtss.StageInstallation }, []problem{{"/otherwise", stages.CodeOtherwise}}, "entering exploration would be a step back"},
		{"otherwise the first", func(m *stages.Model) { m.Otherwise = mtss.StageExploration }, nil, ""},
		{"a measure twice", func(m *stages.Model) { m.Measures = append(m.Measures, m.Measures[0]) }, []problem{{"/measures/exploration.activities", rule.CodeMeasureRepeated}}, ""},
		{"a measure of no kind", func(m *stages.Model) { m.Measures = append(m.Measures, rule.Measure{Name: "x"}) }, []problem{{"/measures/x", rule.CodeKind}}, ""},
		{"all of it", func(m *stages.Model) {
			m.Stages[0].Enter, m.Stages[2].Enter.All[1].Is, m.Otherwise = rule.Node{}, "maybe", "x"
		}, []problem{{"/stages/0/enter", rule.CodeOperator}, {"/stages/2/enter/all/1/is", rule.CodeThreshold}, {"/otherwise", stages.CodeOtherwise}}, "at once"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := good()
			tt.change(&m)
			a, err := stages.Compile(m)
			if diff := cmp.Diff(tt.want, problems(err)); diff != "" || (a == nil) != (err != nil) {
				t.Errorf("%s: (-want +got)\n%s\n%v", tt.why, diff, mtss.Issues(err))
			}
		})
	}
}

// TestAssessorKeepsItself changes the model that went in and those that came out.
func TestAssessorKeepsItself(t *testing.T) {
	m := stages.NIRN(stages.Entry{})
	a := mustCompile(t, m)
	day := date(2026, 1, 20)
	render := func() string {
		data, err := json.Marshal([]any{assessed(t, a, day, atInitial(day, "fidelity.practitioners", "5/10")), a.Model()})
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	want := render()
	got := assessed(t, a, day, atInitial(day, "fidelity.practitioners", "5/10"))
	got.Stages[3].Enter.Children[0].Verdict, got.Caveats[0].Message = notMet, "x"
	for _, m := range []stages.Model{m, a.Model()} {
		for i := range m.Measures {
			m.Measures[i] = rule.Measure{}
		}
		for i := range m.Stages {
			s := &m.Stages[i]
			s.Activities[0] = "x"
			for k := range s.Enter.All {
				s.Enter.All[k] = rule.Node{}
			}
			for k := range s.Enter.Any {
				s.Enter.Any[k] = rule.Node{}
			}
			if s.Complete != nil {
				*s.Complete = rule.Node{}
			}
			s.ID, s.Note = "x", "x"
		}
		m.Context[0].Says = "x"
	}
	if diff := cmp.Diff(want, render()); diff != "" {
		t.Errorf("(-before +after)\n%s", diff)
	}
}

// TestNotes: a note stands beside every assessment, as does what is not confirmed.
func TestNotes(t *testing.T) {
	m := stages.Model{ID: "m", Measures: rule.Measures{{Name: "used", Kind: rule.KindYesNo}}}
	enter := rule.Node{Measure: "used", Comparison: rule.Comparison{Is: "yes"}}
	for _, s := range []stages.Stage{{ID: "a", Provenance: mtss.Confirmed, Note: "mind"}, {ID: "b", Provenance: mtss.Unconfirmed}, {ID: "c", Provenance: mtss.Inferred, Note: "a reading"}, {ID: "d", Provenance: mtss.Confirmed}, {ID: "e"}} {
		s.Enter = enter
		m.Stages = append(m.Stages, s)
	}
	day := date(2026, 1, 20)
	want := []mtss.Notice{
		mtss.Noticef(stages.CaveatNote, "stage %s: %s", "a", "mind"),
		mtss.Noticef(stages.CaveatNotConfirmed, "%s: stage %s", "unconfirmed", "b"),
		mtss.Noticef(stages.CaveatNotConfirmed, "%s: stage %s: %s", "inferred", "c", "a reading"),
	}
	a := mustCompile(t, m)
	if diff := cmp.Diff(want, assessed(t, a, day, on(day)).Caveats); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(want, historyOf(t, a, day, on(day)).Caveats); diff != "" {
		t.Errorf("history: (-want +got)\n%s", diff)
	}
}

func TestTags(t *testing.T) {
	for _, v := range []any{stages.Model{}, evidence.Statements{}} {
		if errs := strict.Check(v); errs != nil {
			t.Errorf("%T: %v", v, errs)
		}
	}
}
