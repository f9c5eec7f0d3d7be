package main

import (
	"errors"
	"flag"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

var update = flag.Bool("update", false, "rewrite the golden file")

func output(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	data, err := fs.Sub(files, "data")
	if err == nil {
		err = report(&b, data)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestOutput(t *testing.T) {
	const golden = "testdata/district-year.golden"
	got := output(t)
	if *update {
		if err := os.WriteFile(golden, []byte(mtss.Wrap(got, 80)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), mtss.Wrap(got, 80)); diff != "" {
		t.Errorf("%s (-want +got)\n%s", golden, diff)
	}
}

// What the year comes to, however it comes to be worded. The figures can be counted in the
// documents.
func TestNumbers(t *testing.T) {
	got := output(t)
	for _, c := range []struct{ want, why string }{
		{"42 of 54 points  77.8% to 88.9%, 6 unknown", "24 items have come to 42 points, and 3 items of 2 points have no score"},
		{"no score yet for items 12, 22, 27", "the team did not agree"},
		{"2025-02-04: 18 of 54 points", "the first administration"},
		{"2026-03-14: full implementation lost", "on this day the share fell below half"},
		{"2026-06-05: full implementation entered", "outcomes of the other innovation improved"},
		{"Ash Elementary: 2 to 3 of 5 staff use it as intended", "one was not observed"},
		{"2 of 3 scores are certainly higher", "6 to 10, 7 to 9, and 8 to 8 of 12"},
		{"Coaching contacts delivered of those planned: 63 to 69 of 75 contacts (84.0% to 92.0%) with 6 unknown, so whether it is at least 85% is undetermined; 1 more contact needed", "85% of 75 is 63.75"},
		{"Months in which the team met: 1 of 2 months (50.0%)", "one meeting in the two months that count"},
		{"So: plan coaching for those who are not at fidelity.", "the rule applies to the innovation with 3 to 4 of 10"},
	} {
		if !strings.Contains(got, c.want) {
			t.Errorf("%q is missing: %s", c.want, c.why)
		}
	}
}

// The whole job takes few names: the identifiers of ours that the program uses, fields and
// methods among them, each counted once.
func TestFewNames(t *testing.T) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "main.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	compiled := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "\t")
		compiled[path] = file
	}
	config := types.Config{Importer: importer.ForCompiler(set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(compiled[path]) })}
	if _, err := config.Check("main", set, []*ast.File{file}, info); err != nil {
		t.Fatal(err)
	}
	names := map[types.Object]bool{}
	for _, object := range info.Uses {
		if p := object.Pkg(); p != nil && strings.HasPrefix(p.Path(), "github.com/openmtss/mtss-go/") {
			names[origin(object)] = true
		}
	}
	if len(names) > 60 {
		for name := range names {
			t.Log(name.Pkg().Name(), name.Name())
		}
		t.Errorf("%d names, want at most 60", len(names))
	}
	if len(names) < 40 {
		t.Errorf("%d names: not all were found", len(names))
	}
}

// origin returns the declaration of what a generic function or type was made from.
func origin(object types.Object) types.Object {
	switch o := object.(type) {
	case *types.Func:
		return o.Origin()
	case *types.Var:
		return o.Origin()
	}
	return object
}

// failing is an output that takes nothing.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestFails(t *testing.T) {
	data, err := fs.Sub(files, "data")
	if err != nil {
		t.Fatal(err)
	}
	if err := run(failing{}, data); err == nil {
		t.Error("an output that takes nothing is no error")
	}
}
