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

// Without a document, what depends on it is undetermined or not known, and what
// does not depend on it stays as it was.
func TestWithoutADocument(t *testing.T) {
	whole := output(t, "")
	tested := map[string]bool{}
	for _, test := range []struct {
		without string
		want    []string
		stays   []string
	}{
		{"isd.json", []string{"sessions for facilitators of professional learning: undetermined", "Districts that ask for training: not known"}, []string{"fit is assessed: met", "cohort first"}},
		{"district.json", []string{"need is assessed: undetermined", "stage: none is certain"}, []string{"need: 6 of 7 speak for it", "seb-mtss and advisory"}},
		{"plan.json", []string{"The ISD plans with a coordinator: not known"}, []string{"sessions for facilitators of professional learning: met"}},
		{"scaleup.json", []string{"training and coaching of District Implementation Teams: undetermined", "scaling up\n  not known"}, []string{"sessions for facilitators of professional learning: met"}},
		{"hexagon-2013.json", []string{"not known in one of the forms"}, []string{"2018: 3 of 6 rated, the team recommends adopt"}},
		{"hexagon-2018.json", []string{"not known in one of the forms"}, []string{"2013: 5 of 6 rated, 20 to 24 points of 30"}},
		{"inventory.json", []string{"Initiatives compared with each other: not known", "initiatives\n  not known"}, []string{"fit is assessed: met"}},
		{"dit.json", []string{"commitments of the series\n  not known"}, []string{"fit is assessed: met", "teacher: 78 of 89 attended"}},
		{"learning.json", []string{"professional learning of staff\n  not known"}, []string{"the team meets monthly: not met"}},
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
		"isd.json":  `{"kind":"readiness"}`,
		"dit.json":  `{"kind":"ditSeries","schemaVersion":1,"unit":{"id":"s","kind":"school"},"from":"2025-09-01","sessions":[]}`,
		"plan.json": `{}`,
	} {
		err := run(&strings.Builder{}, fstest.MapFS{name: &fstest.MapFile{Data: []byte(content)}})
		if err == nil || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
