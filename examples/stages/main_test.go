package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

var update = flag.Bool("update", false, "write the golden files again")

// days are those on which the example assesses, and one on which all is known.
var days = []mtss.Date{{Year: 2024, Month: 3, Day: 1}, {Year: 2025, Month: 3, Day: 1}, {Year: 2026, Month: 1, Day: 15}, {Year: 2026, Month: 11, Day: 1}}

// data returns the example's files, without one of them if it is named.
func data(t *testing.T, without string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(files, "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Base(name) == without {
			return err
		}
		content, err := fs.ReadFile(files, name)
		out[path.Base(name)] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestGolden(t *testing.T) {
	var out bytes.Buffer
	if err := run(&out, data(t, "")); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("testdata/output.txt", out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/output.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestThreeYears: the district goes the whole way, and back after turnover.
func TestThreeYears(t *testing.T) {
	assessor, set := gathered(t, data(t, ""))
	var way []mtss.StageID
	for _, day := range days {
		a, err := assessor.On(set, district, innovation, day)
		if err != nil {
			t.Fatal(err)
		}
		way = append(way, a.Primary)
	}
	want := []mtss.StageID{mtss.StageInstallation, mtss.StageInitialImplementation, mtss.StageFullImplementation, mtss.StageInitialImplementation}
	if diff := cmp.Diff(want, way); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	history, err := assessor.Follow(set, district, innovation, mtss.Period{From: days[0], Until: days[3]})
	if err != nil {
		t.Fatal(err)
	}
	lost := stages.StageEvent{On: mtss.Date{Year: 2026, Month: 6, Day: 13}, Stage: mtss.StageFullImplementation, Change: stages.Lost}
	if !slices.Contains(history.Events, lost) {
		t.Errorf("no %+v in %+v", lost, history.Events)
	}
}

// gathered is what a host does: compile a model, and gather evidence for it.
func gathered(t *testing.T, data fs.FS) (*stages.Assessor, *evidence.Gathered) {
	t.Helper()
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		t.Fatal(err)
	}
	set, err := gather(data, assessor)
	if err != nil {
		t.Fatal(err)
	}
	return assessor, set
}

// measuresIn returns the measures that a file is the only one to give: those of
// its facts, or for a primary document what is computed from it.
func measuresIn(t *testing.T, name string, content []byte) []string {
	t.Helper()
	switch name {
	case "intended.json", "observations.json", "policy.json":
		return []string{"fidelity.practitioners"}
	case "outcomes.json":
		return []string{"outcomes.improved"}
	}
	evidence, err := evidence.DecodeStatements(content)
	if err != nil {
		t.Fatalf("%s: %v", name, mtss.Issues(err))
	}
	var measures []string
	for _, r := range evidence.Records {
		if r.From == "" {
			t.Errorf("%s: a record of %s does not say where it is from", name, r.Date)
		}
		for _, f := range r.Facts {
			measures = append(measures, f.Measure)
		}
	}
	return measures
}

// leavesOn returns each leaf's finding, by its path.
func leavesOn(t *testing.T, data fs.FS, day mtss.Date) map[string]rule.Finding {
	t.Helper()
	assessor, set := gathered(t, data)
	a, err := assessor.On(set, district, innovation, day)
	if err != nil {
		t.Fatal(err)
	}
	leaves := map[string]rule.Finding{}
	var walk func(f rule.Finding)
	walk = func(f rule.Finding) {
		if f.Operator == "" {
			leaves[f.Path] = f
		}
		for _, child := range f.Children {
			walk(child)
		}
	}
	for _, s := range a.Stages {
		walk(s.Enter)
		if s.Complete != nil {
			walk(*s.Complete)
		}
	}
	return leaves
}

// TestEachFileCounts leaves out one file after another: every comparison of a
// measure that comes from it becomes undetermined, and no other changes.
func TestEachFileCounts(t *testing.T) {
	for name, file := range data(t, "") {
		t.Run(name, func(t *testing.T) {
			measures := measuresIn(t, name, file.Data)
			depended := 0
			for _, day := range days {
				with, without := leavesOn(t, data(t, ""), day), leavesOn(t, data(t, name), day)
				for path, leaf := range with {
					got := without[path]
					switch {
					case leaf.Measure == "practice.used": // follows from the walk-throughs, too
						depended++
					case !slices.Contains(measures, leaf.Measure):
						if diff := cmp.Diff(written(t, leaf), written(t, got)); diff != "" {
							t.Errorf("%s on %s does not come from the file, yet (-with +without)\n%s", path, day, diff)
						}
					case got.Verdict != mtss.Undetermined:
						t.Errorf("%s on %s comes from the file, yet is %s without it", path, day, written(t, got))
					case leaf.Verdict != mtss.Undetermined:
						depended++
					}
				}
			}
			if depended == 0 {
				t.Error("no verdict depends on the file")
			}
		})
	}
}

func written(t *testing.T, f rule.Finding) string {
	t.Helper()
	text, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestNoFiles: without any data there is nobody to assess, and that is no error.
func TestNoFiles(t *testing.T) {
	if _, set := gathered(t, fstest.MapFS{}); len(set.Subjects()) != 0 {
		t.Errorf("%+v", set.Subjects())
	}
}

// TestBadFiles: what cannot be read is said, with the file's name and line.
func TestBadFiles(t *testing.T) {
	assessor, _ := gathered(t, fstest.MapFS{})
	for name, file := range data(t, "") {
		bad := data(t, "")
		bad[name] = &fstest.MapFile{Data: append([]byte("x"), file.Data...)}
		set, err := gather(bad, assessor)
		if err == nil || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("%s: %v", name, err)
		}
		if len(set.Subjects()) == 0 {
			t.Errorf("%s: the good files beside it are lost", name)
		}
	}
}

// TestGlue: from a folder of documents to a stage takes a host few lines.
func TestGlue(t *testing.T) {
	content, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(content), "\nfunc gather(")
	body, _, _ = strings.Cut(body, "\n}\n")
	if lines := strings.Count(body, "\n"); lines > 15 {
		t.Errorf("gather has %d lines, want at most 15", lines)
	}
}

// TestMontana compiles the other model that is written as a document.
func TestMontana(t *testing.T) {
	content, err := os.ReadFile("models/montana.json")
	if err != nil {
		t.Fatal(err)
	}
	model, err := stages.DecodeModel(content)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	assessor, err := stages.Compile(model)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	day := days[0]
	for _, tt := range []struct {
		level             string
		primary, possible mtss.StageID
	}{
		{"0 level", "", ""}, {"1 level", "exploration", "exploration"}, {"2 level", "implementation", "implementation"},
		{"4 level", "implementation", "implementation"}, {"5 level", "sustainability", "sustainability"}, {"unknown", "", "sustainability"},
	} {
		record := evidence.Statement{Unit: district, Innovation: innovation, Date: day, Facts: rule.FactTexts{{Measure: "integrity.level", Text: tt.level}}}
		all, err := assessor.Assess(evidence.Statements{Records: []evidence.Statement{record}}, day)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		if got := all[0]; got.Primary != tt.primary || got.Possible != tt.possible {
			t.Errorf("%s: %q to %q, want %q to %q", tt.level, got.Primary, got.Possible, tt.primary, tt.possible)
		}
		if len(all[0].Caveats) != 3 {
			t.Errorf("%s: each of the three readings is a caveat: %+v", tt.level, all[0].Caveats)
		}
	}
}
