package main

import (
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

var district = os.DirFS("../district-year/data")

var update = flag.Bool("update", false, "rewrite the golden file")

func TestOutput(t *testing.T) {
	const golden = "testdata/quickstart.golden"
	var b strings.Builder
	if err := run(&b, district, ""); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s (-want +got)\n%s", golden, diff)
	}
	if lines := strings.Count(b.String(), "\n"); lines > 60 {
		t.Errorf("%d lines do not fit a screen", lines)
	}
}

// What the page says, however it comes to be worded. The figures can be counted in the
// documents.
func TestNumbers(t *testing.T) {
	var b strings.Builder
	if err := run(&b, district, ""); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ figure, why string }{
		{"42 to 48 of 54", "24 items come to 42 points, and 3 have no score yet"},
		{"77.8% to 88.9%", "42 and 48 of 54"},
		{"3 to 4 of 10", "three are at fidelity and one is unknown, of ten meant to use it"},
		{"14 to 17 of 24", "and three of twenty-four are unknown"},
		{"63 to 69 of 75", "contacts of the months so far"},
		{"fell back on March 14, 2026", "the day on which fewer than half were left"},
	} {
		if !strings.Contains(b.String(), c.figure) {
			t.Errorf("the page does not say %s: %s", c.figure, c.why)
		}
	}
}

func TestPage(t *testing.T) {
	name := filepath.Join(t.TempDir(), "district.html")
	if err := run(io.Discard, district, name); err != nil {
		t.Fatal(err)
	}
	if page, err := os.ReadFile(name); err != nil || !strings.HasPrefix(string(page), "<!doctype html>") {
		t.Errorf("%.40s, %v", page, err)
	}
}

// failing is an output that takes nothing.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestFails(t *testing.T) {
	for why, err := range map[string]error{
		"an output that takes nothing": run(failing{}, district, ""),
		"a folder that is not there":   run(io.Discard, district, filepath.Join(t.TempDir(), "none", "district.html")),
		"a document that is bad":       run(io.Discard, fstest.MapFS{"a.json": {Data: []byte(`{"kind":"units"}`)}}, ""),
		"no document":                  run(io.Discard, fstest.MapFS{}, ""),
	} {
		if err == nil {
			t.Errorf("%s is no error", why)
		}
	}
}
