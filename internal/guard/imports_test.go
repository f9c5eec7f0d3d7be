package guard

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// anything marks a package that may import every other one.
const anything = "*"

// strict is shared by all packages, so it may know nothing but the vocabulary;
// pointers and records that were seen before by the vocabulary too; kits by those of documents, whose data
// are rules too.
const (
	strict   = "internal/strict"
	pointers = "internal/pointer"
	seen     = "internal/seen"
	kits     = "internal/kit"
	// thresholds reads comparisons, for rules and for what looks rules over.
	thresholds = "internal/threshold"
	// tables reads what spreadsheets save.
	tables = "internal/table"
	// plains are the rows that most tables have.
	plains = "internal/plain"
	// digests tell equal contents.
	digests = "internal/digest"
	// words are for sentences and for forms.
	words = "internal/word"
)

// allowedImports says which of our own packages each package may import, strict aside.
// A new package has no entry, so its author decides here where it stands;
// "name/..." covers a folder and all below it.
var allowedImports = map[string][]string{
	"mtss":               {},
	pointers:             {},
	seen:                 {},
	thresholds:           {"mtss"},
	tables:               {},
	plains:               {"mtss", tables},
	digests:              {},
	words:                {},
	strict:               {"mtss"},
	kits:                 {"mtss", "mtss/rule"},
	"internal/guard":     {},
	"internal/documents": {anything},
	// engines are for browsers.
	"internal/engine":                     {"mtss", "mtss/instrument", "mtss/records", "mtss/scoring"},
	"mtss/scoring":                        {"mtss", "mtss/rule", "mtss/instrument", "mtss/catalog", "mtss/records", "mtss/rollup", "dca", kits, digests},
	"mtss/cmd/browser":                    {"internal/engine", "mtss/scoring"},
	"mtss/cmd/browser/internal/reporting": {"mtss", "mtss/profile", "mtss/profile/page", "mtss/scoring"},
	"mtss/cmd/browser/report":             {"mtss/cmd/browser", "mtss/cmd/browser/internal/reporting"},
	"mtss/cmd/browser/scoring":            {"internal/engine", "mtss/cmd/browser"},
	"mtss/cmd/browser/documents":          {"internal/engine", "mtss/cmd/browser", "internal/documents"},
	"internal/kinds":                      {anything},
	"mtss/rule":                           {"mtss", thresholds, words},
	"mtss/rule/internal/folder":           {"mtss", "mtss/rule"},
	"mtss/rule/suite":                     {"mtss", "mtss/rule", "mtss/rule/internal/folder", kits, thresholds, tables},
	"mtss/rule/lint":                      {"mtss", "mtss/rule", "mtss/rule/internal/folder", "mtss/rule/suite", thresholds},
	"mtss/evidence":                       {"mtss", "mtss/rule", kits, words},
	"mtss/instrument":                     {"mtss", "mtss/rule", digests},
	"mtss/catalog":                        {"mtss", "mtss/instrument"},
	"mtss/agreement":                      {"mtss"},
	"mtss/roster":                         {"mtss", kits},
	"mtss/schedule":                       {"mtss", "mtss/rule", "mtss/instrument", kits},
	"mtss/fidelity":                       {"mtss", "mtss/evidence", "mtss/rule", "mtss/instrument", "mtss/agreement", "mtss/records", "mtss/roster", "mtss/schedule", kits},
	"mtss/meeting":                        {"mtss", kits},
	"mtss/plan":                           {"mtss", "mtss/rule", "mtss/evidence", "mtss/instrument", "mtss/schedule", kits},
	"mtss/district":                       {"mtss", "mtss/evidence", "mtss/rule", "mtss/instrument", "mtss/meeting", "mtss/plan", "mtss/schedule", kits},
	"mtss/readiness":                      {"mtss", "mtss/evidence", "mtss/rule", "mtss/plan", "mtss/schedule", kits},
	"mtss/learning":                       {"mtss", "mtss/evidence", "mtss/rule", "mtss/meeting", "mtss/schedule", kits},
	"mtss/rollup":                         {"mtss", "mtss/instrument", "mtss/records", plains, kits, digests},
	"mtss/records":                        {"mtss", "mtss/instrument", tables, plains, kits, digests},
	"mtss/mtsstest":                       {anything},
	"internal/spoil":                      {anything},
	"mtss/cmd/mtss":                       {anything},
	"dca":                                 {"mtss", "mtss/evidence", "mtss/instrument", "mtss/rule", "mtss/agreement", "mtss/fidelity", "mtss/schedule", kits},
	"coaching":                            {"mtss", "mtss/evidence", "mtss/rule", "mtss/instrument", "mtss/fidelity", "mtss/learning", "mtss/rollup", "mtss/schedule", kits, digests},
	"stages":                              {"mtss", "mtss/evidence", "mtss/rule", kits},
	"mtss/profile":                        {anything},
	"mtss/profile/page":                   {digests, words, "mtss", "mtss/profile", "mtss/evidence", "mtss/fidelity", "mtss/instrument", "mtss/rule", "mtss/schedule", "mtss/district", "dca", "stages"},
	"schema":                              {"mtss", "mtss/instrument", "schema/internal/tree", words},
	"mtss/rule/files":                     {"mtss", "mtss/rule", "mtss/rule/suite"},
	"mtss/profile/sheet":                  {anything},

	"schema/internal/tree":    {"mtss"},
	"schema/internal/gen/...": {anything},
	"examples/...":            {anything},
}

// linkless are packages of other modules that hold constraints only, so that
// nothing of theirs is in an importer's program.
var linkless = []string{"golang.org/x/exp/constraints"}

// readers are the packages that read YAML, for those who want that: the command,
// and what a Go program imports for it.
var readers = []string{"mtss/rule/files", "mtss/cmd/mtss"}

// yaml is the module that they link.
const yaml = "go.yaml.in/yaml/v4"

// listed is what `go list` says about a package.
type listed struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

// name returns a package's path in this module.
func (p listed) name() (string, bool) { return local(p.ImportPath) }

func local(importPath string) (string, bool) {
	return strings.CutPrefix(importPath, module+"/")
}

func list() ([]listed, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard,Imports,Deps", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return nil, fmt.Errorf("go list: %w: %s", err, exit.Stderr)
	}
	if err != nil {
		return nil, err
	}
	var pkgs []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			return pkgs, nil
		} else if err != nil {
			return nil, err
		}
		pkgs = append(pkgs, p)
	}
}

func TestImports(t *testing.T) {
	pkgs, err := list()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(pkgs, func(p listed) bool { return p.ImportPath == module+"/mtss" }) {
		t.Fatalf("go list names %d packages, mtss is not among them", len(pkgs))
	}
	for _, defect := range append(directions(pkgs), foreign(pkgs)...) {
		t.Error(defect)
	}
}

// directions finds imports that the table does not allow.
func directions(pkgs []listed) (defects []string) {
	for _, p := range pkgs {
		name, ok := p.name()
		if !ok {
			continue
		}
		allowed, ok := allowance(name)
		if !ok {
			defects = append(defects, fmt.Sprintf("guard does not know the package %s: enter it in the table with what it may import", name))
			continue
		}
		for _, i := range p.Imports {
			if other, ours := local(i); ours && !mayImport(name, allowed, other) {
				defects = append(defects, fmt.Sprintf("%s imports %s, may import %s", name, other, allowed))
			}
		}
	}
	return defects
}

func allowance(name string) ([]string, bool) {
	if allowed, ok := allowedImports[name]; ok {
		return allowed, true
	}
	for folder := name; folder != "."; folder = path.Dir(folder) {
		if allowed, ok := allowedImports[folder+"/..."]; ok {
			return allowed, true
		}
	}
	return nil, false
}

func mayImport(name string, allowed []string, other string) bool {
	switch other {
	case strict:
		return name != "mtss"
	case pointers, seen:
		return true
	}
	return slices.Contains(allowed, anything) || slices.Contains(allowed, other)
}

// foreign finds code of other modules in what an importer would link.
func foreign(pkgs []listed) (defects []string) {
	known := map[string]bool{}
	for _, p := range pkgs {
		_, ours := p.name()
		known[p.ImportPath] = ours || p.Standard
	}
	for _, p := range pkgs {
		name, ours := p.name()
		if !ours || within(name, "mtss/mtsstest", "internal/spoil", "schema/internal/gen", "examples") {
			continue
		}
		for _, dep := range p.Deps {
			reads := slices.Contains(readers, name) && (dep == yaml || strings.HasPrefix(dep, yaml+"/"))
			if !known[dep] && !slices.Contains(linkless, dep) && !reads {
				defects = append(defects, fmt.Sprintf("%s depends on %s: only the standard library and this module are linked by importers", name, dep))
			}
		}
	}
	return defects
}

func ours(names ...string) []string {
	for i, n := range names {
		names[i] = module + "/" + n
	}
	return names
}

func TestDirections(t *testing.T) {
	for _, c := range []struct {
		name, room string
		imports    []string
		want       string
	}{
		{"down", "dca", ours("mtss", "mtss/instrument", strict), ""},
		{"standard library", "mtss", []string{"strings"}, ""},
		{"siblings", "dca", ours("coaching"), "dca imports coaching"},
		{"up", "mtss", ours("mtss/rule"), "mtss imports mtss/rule"},
		{"the vocabulary needs no decoder", "mtss", ours(strict), "mtss imports internal/strict"},
		{"the shared decoder knows no room", strict, ours("mtss/rule"), "internal/strict imports mtss/rule"},
		{"the command", "mtss/cmd/mtss", ours("dca", "stages"), ""},
		{"below examples", "examples/quickstart", ours("dca"), ""},
		{"a new package", "mtss/novel", nil, "does not know the package mtss/novel:"},
		{"a package in a package", "dca/internal/x", nil, "does not know the package dca/internal/x:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pkg := listed{ImportPath: module + "/" + c.room, Imports: c.imports}
			expect(t, directions([]listed{pkg}), c.want)
		})
	}
}

func TestForeign(t *testing.T) {
	others := []listed{
		{ImportPath: "strings", Standard: true},
		{ImportPath: "github.com/google/go-cmp/cmp"},
		{ImportPath: "golang.org/x/exp/constraints"},
	}
	for _, c := range []struct{ name, room, dep, want string }{
		{"standard library", "dca", "strings", ""},
		{"another module", "dca", "github.com/google/go-cmp/cmp", "dca depends on github.com/google/go-cmp/cmp"},
		{"helpers for tests", "mtss/mtsstest", "github.com/google/go-cmp/cmp", ""},
		{"examples", "examples/quickstart", "github.com/google/go-cmp/cmp", ""},
		{"the command is for importers too", "mtss/cmd/mtss", "github.com/google/go-cmp/cmp", "mtss/cmd/mtss depends"},
		{"the command reads YAML", "mtss/cmd/mtss", "go.yaml.in/yaml/v4/internal/libyaml", ""},
		{"a package that reads YAML", "mtss/rule/files", "go.yaml.in/yaml/v4", ""},
		{"YAML read by a package that does not have to", "mtss/rule/suite", "go.yaml.in/yaml/v4", "mtss/rule/suite depends"},
		{"constraints alone", "mtss", "golang.org/x/exp/constraints", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			pkg := listed{ImportPath: module + "/" + c.room, Deps: []string{c.dep}}
			expect(t, foreign(append(others, pkg)), c.want)
		})
	}
}
