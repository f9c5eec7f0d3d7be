package main

import (
	"flag"
	"io"
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

// Without a document, what depends on it is not known, and what does not depend
// on it stays as it was.
func TestWithoutADocument(t *testing.T) {
	whole := output(t, "")
	tested := map[string]bool{}
	for _, test := range []struct {
		without string
		want    []string
		stays   []string
	}{
		{"teams.json", []string{"Team formed: not known", "A meeting made decisions from data: not known", "Responsibilities that are owned: 3 of 9 responsibilities, 5 not known"}, []string{"Communication protocols that are complete: 3 of 3"}},
		{"ownership.json", []string{"Responsibilities that are owned: not known"}, []string{"Team formed: yes"}},
		{"meetings.json", []string{"A meeting made decisions from data: not known", "Months in which the team met: not known"}, []string{"Team formed: yes"}},
		{"communication.json", []string{"Communication protocols that are complete: not known", "Days that the oldest barrier is open: not known"}, []string{"A meeting made decisions from data: yes"}},
		{"plan.json", []string{"Activities of the plan done: 1 of 3 activities", "Exploration activities of the plan done: not known"}, []string{"A meeting made decisions from data: yes"}},
		{"dca-plan.json", []string{"Activities of the plan done: 1 of 3 activities", "Installation activities done: 0 of 2 activities"}, []string{"A meeting made decisions from data: yes"}},
		{"checklist.json", []string{"Components declared otherwise than measured: not known", "communication plan: declared nothing, by its measures not in place"}, []string{"Components of infrastructure in place: 4 of 10 components, 1 not known"}},
		{"deliveries.json", []string{"Schools with a complete model of tiers: not known"}, []string{"A meeting made decisions from data: yes"}},
		{"others.json", []string{"Components of infrastructure in place: 2 of 10 components, 5 not known"}, []string{"A meeting made decisions from data: yes"}},
		{"stage.json", []string{"installation: entered undetermined"}, []string{"Components of infrastructure in place: 4 of 10 components"}},
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

// A document with a problem stops the program.
func TestBadDocument(t *testing.T) {
	for name, content := range map[string]string{
		"teams.json":  `{"kind":"teams"}`,
		"plan.json":   `{}`,
		"others.json": `{"kind":"evidence","schemaVersion":1,"records":[{"unit":{"id":"district-alder","kind":"district"},"innovation":"x","date":"2026-04-15","facts":{"nothing":"yes"}}]}`,
	} {
		err := run(io.Discard, fstest.MapFS{name: &fstest.MapFile{Data: []byte(content)}})
		if err == nil || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
