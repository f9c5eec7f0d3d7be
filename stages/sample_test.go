package stages_test

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

var update = flag.Bool("update", false, "write the golden files again")

var maple = mtss.Unit{ID: "d-maple", Kind: mtss.KindDistrict}

func date(y, m, d int) mtss.Date { return mtss.Date{Year: y, Month: m, Day: d} }

// mustCompile returns the assessor of a model that is good.
func mustCompile(t testing.TB, m stages.Model) *stages.Assessor {
	t.Helper()
	a, err := stages.Compile(m)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return a
}

// on returns a record of the district on a day; facts are pairs of measure and text.
func on(day mtss.Date, facts ...string) evidence.Statement {
	r := evidence.Statement{Unit: maple, Innovation: "swpbis", Date: day}
	for i := 0; i+1 < len(facts); i += 2 {
		r.Facts = append(r.Facts, rule.FactText{Measure: facts[i], Text: facts[i+1]})
	}
	return r
}

func stated(records ...evidence.Statement) evidence.Statements {
	return evidence.Statements{Records: records}
}

// assessed assesses what is known of one unit and one innovation on a day.
func assessed(t testing.TB, a *stages.Assessor, day mtss.Date, records ...evidence.Statement) stages.Assessment {
	t.Helper()
	all, err := a.Assess(stated(records...), day)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if len(all) != 1 {
		t.Fatalf("%d assessments, want 1", len(all))
	}
	return all[0]
}

// finding returns a stage's finding.
func finding(t testing.TB, a stages.Assessment, id mtss.StageID) stages.StageFinding {
	t.Helper()
	for _, s := range a.Stages {
		if s.ID == id {
			return s
		}
	}
	t.Fatalf("no stage %s", id)
	return stages.StageFinding{}
}

// atInitial is evidence for everything up to initial implementation.
func atInitial(day mtss.Date, more ...string) evidence.Statement {
	return on(day, append([]string{"innovation.selected", "yes", "installation.initialComponents", "yes", "practice.used", "yes"}, more...)...)
}

// place is what an assessment comes to.
type place struct {
	Primary, Possible mtss.StageID
	Active, Skipped   []mtss.StageID
}

func placed(a stages.Assessment) place { return place{a.Primary, a.Possible, a.Active, a.Skipped} }

// golden compares with a file, or writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := "testdata/" + name
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: (-want +got)\n%s", file, diff)
	}
}

// problem is where an issue is, and its code.
type problem struct {
	Path string
	Code mtss.Code
}

func problems(err error) []problem {
	var out []problem
	for _, issue := range mtss.Issues(err) {
		out = append(out, problem{issue.Path, issue.Code})
	}
	return out
}
