package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

const (
	stageEvidence = "testdata/evidence.json"
	emptyEvidence = `{"kind":"evidence","schemaVersion":1,"records":[]}`
)

func TestStageGolden(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
	}{
		{"stage", []string{"stage", stageEvidence}},
		{"stage-text", []string{"stage", "-text", "-on", "2025-12-31", stageEvidence}},
		{"stage-faulty", []string{"stage", "testdata/evidence-faulty.json"}},
		{"stage-faulty-text", []string{"stage", "-text", "testdata/evidence-faulty.json"}},
		{"usage-stage", []string{"stage", "-help"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name, "$ mtss "+strings.Join(c.args, " ")+"\n"+call(t, "", c.args...).String())
		})
	}
}

// stageRows reads standard output: "INNOVATION DAY PRIMARY POSSIBLE" of each assessment.
func stageRows(t *testing.T, out string) []string {
	t.Helper()
	rows := []string{}
	for line := range strings.Lines(out) {
		var a struct {
			Kind, Innovation, On, Model, Primary, Possible string
			SchemaVersion                                  int
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil || a.Kind != "stageAssessment" || a.SchemaVersion != stages.SchemaVersion {
			t.Fatalf("%q is no assessment: %v", line, err)
		}
		rows = append(rows, strings.Join([]string{a.Innovation, a.On, a.Model, "from", a.Primary, "to", a.Possible}, " "))
	}
	return rows
}

func TestStage(t *testing.T) {
	evidence := read(t, stageEvidence)
	used := `{"kind":"evidence","schemaVersion":1,"records":[{"unit":{"id":"d","kind":"district"},"innovation":"i","date":"2026-01-20","facts":{"practice.used":"no"}}]}`
	shuffled := strings.Replace(used, `{"unit"`, `{"unit":{"id":"d","kind":"district"},"innovation":"i","date":"2026-02-01","facts":{"exploration.activities":"0/5","innovation.selected":"no"}},{"unit"`, 1)
	keyActions := `{"kind":"evidence","schemaVersion":1,"records":[{"unit":{"id":"d","kind":"district"},"innovation":"i","date":"2026-01-20","facts":{"programInstallation.keyActions":"3/8"}}]}`
	for _, c := range []struct {
		name   string
		in     string
		args   []string
		status int
		want   []string
		found  []string
	}{
		{"the day of the latest evidence", evidence, nil, exitGood,
			[]string{"swpbis 2026-01-20 nirn from initialImplementation to fullImplementation", "reading 2026-01-20 nirn from exploration to fullImplementation"}, nil},
		{"the latest is not the last", shuffled, nil, exitGood, []string{"i 2026-02-01 nirn from  to fullImplementation"}, nil},
		{"an earlier day", evidence, []string{"-on", "2025-09-30"}, exitGood,
			[]string{"swpbis 2025-09-30 nirn from initialImplementation to fullImplementation", "reading 2025-09-30 nirn from  to fullImplementation"}, nil},
		{"the model by its name", evidence, []string{"-model", "nirn", "-"}, exitGood,
			[]string{"swpbis 2026-01-20 nirn from initialImplementation to fullImplementation", "reading 2026-01-20 nirn from exploration to fullImplementation"}, nil},
		{"another model that ships", keyActions, []string{"-model", "keyActions"}, exitGood, []string{"i 2026-01-20 keyActions from programInstallation to programInstallation"}, nil},
		{"a model in a file", used, []string{"-model", "testdata/model.json"}, exitGood, []string{"i 2026-01-20 two from unused to unused"}, nil},
		{"facts that the model does not ask for", evidence, []string{"-model", "keyActions"}, exitGood,
			[]string{"swpbis 2026-01-20 keyActions from programInstallation to programInstallation", "reading 2026-01-20 keyActions from programInstallation to programInstallation"}, nil},
		{"no evidence", emptyEvidence, nil, exitBad, []string{}, []string{"1 /records records.empty"}},
		{"no evidence, on a day", emptyEvidence, []string{"-on", "2026-01-20"}, exitBad, []string{}, []string{"1 /records records.empty"}},
		{"nothing at all", "", nil, exitBad, []string{}, []string{"1 json.empty"}},
		{"another kind of document", read(t, "testdata/model.json"), nil, exitBad, []string{}, []string{"2 /kind json.enum"}},
		{"bad facts, in the order of the document", read(t, "testdata/evidence-faulty.json"), nil, exitBad, []string{},
			[]string{"5 /records/0/facts/practise.used rule.measure.unknown", "5 /records/0/facts/fidelity.practitioners rule.fact", "6 /records/1/facts/practice.used rule.fact"}},
		{"a bad file among good ones", "", []string{"testdata/evidence-faulty.json", stageEvidence, "none.json"}, exitBad,
			[]string{"swpbis 2026-01-20 nirn from initialImplementation to fullImplementation", "reading 2026-01-20 nirn from exploration to fullImplementation"},
			[]string{"5 /records/0/facts/practise.used rule.measure.unknown", "5 /records/0/facts/fidelity.practitioners rule.fact", "6 /records/1/facts/practice.used rule.fact", "0 cli.file"}},
		{"no such model", evidence, []string{"-model", "nrin"}, exitBad, []string{}, []string{"0 cli.file"}},
		{"no such file of a model", evidence, []string{"-model", "none/model.json"}, exitBad, []string{}, []string{"0 cli.file"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, c.in, append([]string{"stage"}, c.args...)...)
			equal(t, "status", c.status, got.status)
			equal(t, "assessments", c.want, stageRows(t, got.out))
			equal(t, "problems", c.found, got.found(t))
		})
	}
}

func TestStageUsage(t *testing.T) {
	for _, args := range [][]string{{"-on", "yesterday"}, {"-on", "2026-02-30"}, {"-nonsense"}, {"-model"}} {
		got := call(t, emptyEvidence, append([]string{"stage"}, args...)...)
		if got.status != exitUsage || got.out != "" || got.err == "" {
			t.Errorf("%q: %v", args, got)
		}
	}
}

// TestStageModelProblems: a model's issues stand in the order of its file,
// whatever the order in which they are found.
func TestStageModelProblems(t *testing.T) {
	model := write(t, "model.json", `{"kind":"stageModel","schemaVersion":1,"id":"m",
		"otherwise":"b",
		"stages":[
			{"complete":{"measure":"used","is":"maybe"},"id":"a",
			 "enter":{"measure":"usd","is":"yes"}},
			{"id":"b","enter":{"measure":"used","atLeast":"80%"}}],
		"measures":{"used":{"kind":"yesNo"}}}`)
	got := call(t, emptyEvidence, "stage", "-model", model)
	equal(t, "status", exitBad, got.status)
	equal(t, "problems", []string{
		"2 /otherwise " + string(stages.CodeOtherwise), "4 /stages/0/complete/is " + string(rule.CodeThreshold),
		"5 /stages/0/enter/measure " + string(rule.CodeMeasureUnknown), "6 /stages/1/enter/atLeast " + string(rule.CodeComparison),
	}, got.found(t))
	typo := write(t, "model.json", strings.Replace(read(t, "testdata/model.json"), `"is"`, `"iz"`, 1))
	equal(t, "a typo is one line", []string{"7 /stages/0/enter/iz " + "json.unknown-field"}, call(t, emptyEvidence, "stage", "-model", typo).found(t))
}

// TestStageNamesModels: who mistypes a model's name is told which ship.
func TestStageNamesModels(t *testing.T) {
	got := call(t, emptyEvidence, "stage", "-model", "nrin", "-text")
	if !strings.Contains(got.err, "keyActions, nirn") || strings.Count(got.err, "\n") != 1 {
		t.Errorf("%q does not say what ships", got.err)
	}
	file := call(t, emptyEvidence, "stage", "-model", "./nrin", "-text")
	if strings.Contains(file.err, "keyActions") {
		t.Errorf("%q: that was meant as a file", file.err)
	}
}

// TestStageSays: with -text the lines are those of the library.
func TestStageSays(t *testing.T) {
	evidence, err := evidence.DecodeStatements([]byte(read(t, stageEvidence)))
	if err != nil {
		t.Fatal(err)
	}
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		t.Fatal(err)
	}
	all, err := assessor.Assess(evidence, evidence.Records[2].Date)
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, a := range all {
		want += strings.Join(a.Lines(), "\n") + "\n\n"
	}
	got := call(t, "", "stage", "-text", stageEvidence)
	if diff := cmp.Diff(mtss.Wrap(want, textWidth), got.out); diff != "" || got.status != exitGood {
		t.Errorf("status %d (-want +got)\n%s", got.status, diff)
	}
}

// Of evidence that is void altogether something is said, since there is nothing to assess.
func TestStageOfNothing(t *testing.T) {
	got := call(t, `{"kind":"evidence","schemaVersion":1,"records":[{"id":"a","unit":{"id":"d","kind":"district"},"innovation":"x","date":"2026-01-20","facts":{"practice.used":"yes"}},{"voids":"a","unit":{"id":"d","kind":"district"},"innovation":"x","date":"2026-01-21","facts":{}}]}`, "stage", "-text")
	if got.status != exitGood || got.out != "" || !strings.Contains(got.err, "every record is void or corrected") {
		t.Errorf("%s", got)
	}
}
