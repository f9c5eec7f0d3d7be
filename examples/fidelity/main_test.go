package main

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// output runs the program without one of its documents; "" is with all of them.
func output(t *testing.T, without string) string {
	t.Helper()
	data := fstest.MapFS{}
	entries, err := fs.ReadDir(files, "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		content, err := fs.ReadFile(files, "data/"+e.Name())
		if err != nil {
			t.Fatal(err)
		}
		data[e.Name()] = &fstest.MapFile{Data: content}
	}
	if _, there := data[without]; !there && without != "" {
		t.Fatalf("there is no %s", without)
	}
	delete(data, without)
	var out strings.Builder
	if err := report(&out, data); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestOutput(t *testing.T) {
	got, file := output(t, ""), filepath.Join("testdata", "output.golden")
	if *update {
		if err := os.WriteFile(file, []byte(mtss.Wrap(got, 80)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), mtss.Wrap(got, 80)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if again := output(t, ""); again != got {
		t.Error("another run prints something else")
	}
}

const (
	stageMet      = "district district-willow: met\n"
	stageOpen     = "district district-willow: undetermined\n"
	noShare       = "Staff using it as intended: not known; at least 50% is wanted."
	allUnknown    = "Staff using it as intended: 0 to 59 of 60 people (0.0% to 98.3%) with 59 unknown, so whether it is at least 50% is undetermined; 30 more people needed, none if every unknown turns out well."
	noAgreement   = "observer agreement\n  not known: no lesson was observed twice"
	noWalkThrough = "  walk-throughs: not known"
)

// Without a document, what depends on it is undetermined or not known, and what
// does not depend on it stays as it was.
func TestWithoutADocument(t *testing.T) {
	whole := output(t, "")
	if !strings.Contains(whole, stageMet) {
		t.Fatal("with all documents the rule is met")
	}
	tested := map[string]bool{}
	for _, test := range []struct {
		without string
		want    []string
		stays   []string
	}{
		{"units.json", []string{stageOpen, noShare, "coordinators\n  not known"}, []string{"walk-through of p-060 in room-12-5: unobserved", "district district-willow: improved", "8 lessons seen"}},
		{"practitioners.json", []string{stageOpen, noShare, noWalkThrough}, []string{"dca@7.7 winter 2026-01-01 to 2026-02-28: missed", "district district-willow: improved", "8 lessons seen"}},
		{"policy.json", []string{stageOpen, noShare, noWalkThrough}, []string{"district district-willow: improved", "8 lessons seen"}},
		{"walkthrough.json", []string{stageOpen, allUnknown, "walk-through of p-001 in room-01-1: unobserved"}, []string{"district district-willow: improved", "8 lessons seen"}},
		{"walkthroughs.ndjson", []string{stageOpen, allUnknown, "walk-through of p-001 in room-01-1: unobserved", noAgreement}, []string{"district district-willow: improved"}},
		{"outcomes.json", []string{stageOpen, "outcomes\n  not known", "Outcomes improved: not known; yes is wanted."}, []string{"Staff using it as intended: 38 to 47 of 60 people", "8 lessons seen"}},
		{"dca.ndjson", []string{"capacity assessment: not known"}, []string{stageMet, "walk-through of p-060 in room-12-5: unobserved"}},
		{"coordinators.json", []string{"coordinators\n  not known"}, []string{stageMet, "dca@7.7 winter 2026-01-01 to 2026-02-28: missed"}},
	} {
		tested[test.without] = true
		got := output(t, test.without)
		for _, want := range test.want {
			if !strings.Contains(got, want) || strings.Contains(whole, want) {
				t.Errorf("without %s: want %q, which is not there with it, in\n%s", test.without, want, got)
			}
		}
		for _, stays := range test.stays {
			if !strings.Contains(got, stays) || !strings.Contains(whole, stays) {
				t.Errorf("without %s: want %q, as with it, in\n%s", test.without, stays, got)
			}
		}
	}
	entries, err := fs.ReadDir(files, "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !tested[e.Name()] {
			t.Errorf("%s is not left out in any case", e.Name())
		}
	}
}

// A document with a problem stops the program, with the document's name.
func TestBadDocument(t *testing.T) {
	for name, content := range map[string]string{
		"policy.json":         `{"kind":"fidelityPolicy"}`,
		"walkthroughs.ndjson": "{}\n",
		"units.json":          `{"kind":"units","schemaVersion":1,"units":[{"id":"a","kind":"school","parent":"b"}]}`,
	} {
		err := run(&strings.Builder{}, fstest.MapFS{name: &fstest.MapFile{Data: []byte(content)}})
		if err == nil || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
