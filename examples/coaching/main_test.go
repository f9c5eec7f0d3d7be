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
func output(t *testing.T, without string) (string, error) {
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
	err = report(&out, data)
	return out.String(), err
}

func TestOutput(t *testing.T) {
	got, err := output(t, "")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", "output.golden")
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
	if again, _ := output(t, ""); again != got {
		t.Error("another run prints something else")
	}
}

// Without a document, what depends on it is not known, and what does not
// depend on it stays as it was.
func TestWithoutADocument(t *testing.T) {
	whole, err := output(t, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ without, want, stays string }{
		{"system.json", "open: components final: not known", "coach-1: 42 of 42"},
		{"plans.json", "no plan names an innovation", "definition: in use"},
		{"contacts.ndjson", "coach-1: 0 of 42", "definition: in use"},
		{"conditions.json", "of 0 more, it is not known whether they call for it", "coach-1: 42 of 42"},
		{"circumstances.json", "of 87 more, it is not known whether they call for it", "coach-1: 42 of 42"},
		{"levels.json", "the district has no rules for it", "coach-1: 42 of 42"},
		{"progress.json", "by the district's rules\n\nreached", "coach-1: 42 of 42"},
		{"data.json", "open: no feedback is collected", "coach-1: 42 of 42"},
		{"learning.ndjson", "training, and there was none\n$", "coach-1: 42 of 42"},
	} {
		got, err := output(t, test.without)
		if err != nil {
			t.Errorf("without %s: %v", test.without, err)
		}
		if !strings.Contains(got+"$", test.want) || got == whole {
			t.Errorf("without %s: want %q in\n%s", test.without, test.want, got)
		}
		if !strings.Contains(got, test.stays) || !strings.Contains(whole, test.stays) {
			t.Errorf("without %s: want %q, as with it", test.without, test.stays)
		}
	}
	if _, err := output(t, "people.json"); err == nil || !strings.HasPrefix(err.Error(), "circumstances.json: ") {
		t.Errorf("facts about nobody: %v", err)
	}
}

// A document with a problem stops the program, with the document's name.
func TestBadDocument(t *testing.T) {
	for name, content := range map[string]string{
		"system.json":     `{"kind":"coachingSystem"}`,
		"contacts.ndjson": "{}\n",
		"plans.json":      `{"kind":"coachingPlans","schemaVersion":1,"plans":[{"id":"a"}]}`,
	} {
		err := run(&strings.Builder{}, fstest.MapFS{name: &fstest.MapFile{Data: []byte(content)}})
		if err == nil || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
