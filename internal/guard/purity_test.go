package guard

import (
	"go/ast"
	"path"
	"slices"
	"strconv"
	"testing"
)

// impure are the packages through which a domain package would see more than
// its arguments or do more than return a value.
var impure = []string{
	"os", "net", "io/fs", "io/ioutil", "syscall", "unsafe", "plugin", "flag",
	"log", "math/rand", "crypto/rand", "testing", "expvar",
}

// pure are packages below an impure one that only compute.
var pure = []string{"net/url"}

// filesAsArguments has the packages that hand out embedded files or are handed a
// folder, and need the interface for it.
var filesAsArguments = map[string]string{"schema": "io/fs", "mtss/profile": "io/fs", "mtss/rule/files": "io/fs"}

// impureCalls are the functions that do so in packages that else may be used.
var impureCalls = map[string][]string{
	"time": {"Now", "Since", "Until", "Local", "LoadLocation", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"},
	"fmt":  {"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"},
}

func TestDomainIsPure(t *testing.T) { clean(t, inits, panics, impureImports, clocks) }

func domainOnly(files []source) []source {
	return slices.DeleteFunc(slices.Clone(files), func(s source) bool { return !s.domain() })
}

func inits(files []source) (defects []string) {
	for _, s := range domainOnly(files) {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				defects = append(defects, s.at(f.Pos(), "init() runs behind the importer's back: compute it where it is asked for"))
			}
		}
	}
	return defects
}

func panics(files []source) (defects []string) {
	for _, s := range domainOnly(files) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && named(call.Fun, "panic") {
				defects = append(defects, s.at(n.Pos(), "panic: return an error, so that no caller's document stops a service"))
			}
			return true
		})
	}
	return defects
}

func named(e ast.Expr, names ...string) bool {
	id, ok := e.(*ast.Ident)
	return ok && slices.Contains(names, id.Name)
}

func impureImports(files []source) (defects []string) {
	for _, s := range domainOnly(files) {
		for local, imported := range imports(s) {
			switch {
			case within(imported, impure...) && !slices.Contains(pure, imported) && filesAsArguments[s.dir()] != imported:
				defects = append(defects, s.at(s.file.Name.Pos(), "imports %q: a domain package sees only its arguments", imported))
			case local == ".":
				defects = append(defects, s.at(s.file.Name.Pos(), "imports %q into its own names", imported))
			case local == "_" && imported != "embed":
				defects = append(defects, s.at(s.file.Name.Pos(), "imports %q for what it does at start", imported))
			}
		}
	}
	return defects
}

// imports returns what the file imports, by the name it uses for it.
func imports(s source) map[string]string {
	out := map[string]string{}
	for _, spec := range s.file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		name := path.Base(imported)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		out[name] = imported
	}
	return out
}

func clocks(files []source) (defects []string) {
	for _, s := range domainOnly(files) {
		names := imports(s)
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && slices.Contains(impureCalls[names[x.Name]], sel.Sel.Name) {
				defects = append(defects, s.at(n.Pos(), "%s.%s: what a function needs, a date too, is an argument", names[x.Name], sel.Sel.Name))
			}
			return true
		})
	}
	return defects
}

func TestInits(t *testing.T) {
	planted(t, inits, []plant{
		{"init", "package dca\nfunc init() {}\n", "dca/score.go:2: init()"},
		{"a method of that name", "package dca\ntype t int\nfunc (t) init() {}\n", ""},
		{"in a test", "-- dca/score_test.go --\npackage dca\nfunc init() {}\n", ""},
		{"in the command", "-- mtss/cmd/mtss/main.go --\npackage main\nfunc init() {}\n", ""},
	})
}

func TestPanics(t *testing.T) {
	planted(t, panics, []plant{
		{"in a function", "package dca\nfunc f() { panic(1) }\n", "dca/score.go:2: panic"},
		{"in a literal of a variable", "package dca\nvar f = func() { panic(1) }\n", "dca/score.go:2: panic"},
		{"the word in a comment and a string", "package dca\n// panic( never.\nconst s = \"panic(\"\n", ""},
		{"in an example program", "-- examples/a/main.go --\npackage main\nfunc main() { panic(1) }\n", ""},
	})
}

func TestImpureImports(t *testing.T) {
	planted(t, impureImports, []plant{
		{"os", "package dca\nimport \"os\"\n", `"os"`},
		{"a package below os", "package dca\nimport \"os/exec\"\n", `"os/exec"`},
		{"under another name", "package dca\nimport o \"os\"\n", `"os"`},
		{"the network", "package dca\nimport \"net/http\"\n", `"net/http"`},
		{"files through an interface", "package dca\nimport \"io/fs\"\n", `"io/fs"`},
		{"files that are embedded", "-- schema/schema.go --\npackage schema\nimport \"io/fs\"\n", ""},
		{"chance", "package dca\nimport \"math/rand/v2\"\n", `"math/rand/v2"`},
		{"names of another package", "package dca\nimport . \"strings\"\n", "its own names"},
		{"a driver", "package dca\nimport _ \"image/png\"\n", "at start"},
		{"embedded data", "package dca\nimport _ \"embed\"\n", ""},
		{"addresses only", "package dca\nimport \"net/url\"\n", ""},
		{"readers", "package dca\nimport \"io\"\n", ""},
		{"a command", "-- mtss/cmd/mtss/main.go --\npackage main\nimport \"os\"\n", ""},
		{"helpers for tests", "-- mtss/mtsstest/run.go --\npackage mtsstest\nimport \"testing\"\n", ""},
	})
}

func TestClocks(t *testing.T) {
	planted(t, clocks, []plant{
		{"now", "package dca\nimport \"time\"\nvar x = time.Now()\n", "time.Now"},
		{"now as a value", "package dca\nimport \"time\"\nvar now = time.Now\n", "time.Now"},
		{"under another name", "package dca\nimport t \"time\"\nvar x = t.Now()\n", "time.Now"},
		{"the machine's place", "package dca\nimport \"time\"\nvar x = time.Local\n", "time.Local"},
		{"printing", "package dca\nimport \"fmt\"\nfunc f() { fmt.Println() }\n", "fmt.Println"},
		{"calendar arithmetic", "package dca\nimport \"time\"\nvar x = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)\n", ""},
		{"a field of that name", "package dca\ntype clock struct{ Now int }\nfunc f(time clock) int { return time.Now }\n", ""},
	})
}
