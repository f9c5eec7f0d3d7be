package guard

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

func TestVariablesNeverChange(t *testing.T) { clean(t, openVars, assignments) }

// memos are the variables that store what a pure function gave, so that no
// caller can tell whether they do. Each needs its reason.
var memos = map[string]string{
	"internal/strict/plan.go plans": "how to decode a type; complete when stored, and never changed",
}

func TestMemosExist(t *testing.T) {
	sources, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, s := range sources {
		for _, spec := range packageVars(s) {
			for _, name := range spec.Names {
				found[s.path+" "+name.Name] = true
			}
		}
	}
	for memo := range memos {
		if !found[memo] {
			t.Errorf("%s is excepted, but there is no such variable", memo)
		}
	}
}

// openVars finds package variables that are made to be changed: exported ones,
// and ones that begin without a value. Embedded files can be neither.
func openVars(files []source) (defects []string) {
	for _, s := range files {
		if s.test() {
			continue
		}
		for decl, spec := range packageVars(s) {
			if embedded(decl, spec) {
				continue
			}
			for _, name := range spec.Names {
				switch {
				case name.IsExported() && !s.main():
					defects = append(defects, s.at(name.Pos(), "%s is an exported variable, which any importer can change: make it a constant or a function", name.Name))
				case len(spec.Values) == 0 && name.Name != "_" && memos[s.path+" "+name.Name] == "":
					defects = append(defects, s.at(name.Pos(), "%s has no value, so it is there to be changed; write out its zero value if it is not", name.Name))
				}
			}
		}
	}
	return defects
}

// packageVars yields the variables declared outside functions.
func packageVars(s source) func(yield func(*ast.GenDecl, *ast.ValueSpec) bool) {
	return func(yield func(*ast.GenDecl, *ast.ValueSpec) bool) {
		for _, d := range s.file.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.VAR {
				continue
			}
			for _, spec := range decl.Specs {
				if !yield(decl, spec.(*ast.ValueSpec)) {
					return
				}
			}
		}
	}
}

func embedded(decl *ast.GenDecl, spec *ast.ValueSpec) bool {
	if sel, ok := spec.Type.(*ast.SelectorExpr); ok && named(sel.X, "embed") && sel.Sel.Name == "FS" {
		return true
	}
	return directive(decl.Doc, "//go:embed ") || directive(spec.Doc, "//go:embed ")
}

func directive(doc *ast.CommentGroup, prefix string) bool {
	return doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool {
		return strings.HasPrefix(c.Text, prefix)
	})
}

// assignments finds statements that change a package variable, its fields or
// its elements.
func assignments(files []source) (defects []string) {
	folders := map[string][]source{}
	var order []string
	for _, s := range files {
		if s.test() {
			continue
		}
		if folders[s.dir()] == nil {
			order = append(order, s.dir())
		}
		folders[s.dir()] = append(folders[s.dir()], s)
	}
	for _, dir := range order {
		defects = append(defects, assigned(folders[dir])...)
	}
	return defects
}

// unresolved keeps the type checker to one package: which names are local to a
// function and which are the package's is clear without the imports.
type unresolved struct{}

func (unresolved) Import(string) (*types.Package, error) { return nil, errors.New("not imported") }

func assigned(files []source) (defects []string) {
	// Positions of different files must not collide, so one set holds them all.
	fset := token.NewFileSet()
	var parsed []*ast.File
	for i, s := range files {
		s, err := parseInto(fset, s)
		if err != nil {
			return []string{err.Error()}
		}
		files[i] = s
		parsed = append(parsed, s.file)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: unresolved{}, Error: func(error) {}}
	pkg, _ := config.Check(files[0].dir(), fset, parsed, info)
	for _, s := range files {
		ast.Inspect(s.file, func(n ast.Node) bool {
			for _, e := range changed(n) {
				if name, ok := shared(e, info, pkg); ok {
					defects = append(defects, s.at(n.Pos(), "changes the package variable %s: shared values stay as they are", name))
				}
			}
			return true
		})
	}
	return defects
}

func parseInto(fset *token.FileSet, s source) (source, error) {
	again, err := parseWith(fset, s.path, s.text)
	if err != nil {
		return s, fmt.Errorf("%s: %w", s.path, err)
	}
	return again, nil
}

// changed returns the expressions that a statement or call writes to.
func changed(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			return slices.DeleteFunc([]ast.Expr{n.Key, n.Value}, func(e ast.Expr) bool { return e == nil })
		}
	case *ast.CallExpr:
		if named(n.Fun, "delete", "clear", "copy") && len(n.Args) > 0 {
			return n.Args[:1]
		}
	}
	return nil
}

// shared returns the name of the package variable that e is or is a part of.
func shared(e ast.Expr, info *types.Info, pkg *types.Package) (string, bool) {
	for {
		switch x := e.(type) {
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.SelectorExpr:
			if id, ok := x.X.(*ast.Ident); ok {
				if _, other := info.Uses[id].(*types.PkgName); other {
					return id.Name + "." + x.Sel.Name, true
				}
			}
			e = x.X
		case *ast.Ident:
			v, ok := info.Uses[x].(*types.Var)
			return x.Name, ok && v.Parent() == pkg.Scope()
		default:
			return "", false
		}
	}
}

func TestOpenVars(t *testing.T) {
	planted(t, openVars, []plant{
		{"exported", "package dca\nvar V77 = 1\n", "V77 is an exported variable"},
		{"exported in a group", "package dca\nvar (\n\ta = 1\n\tB = 2\n)\n", "dca/score.go:4: B"},
		{"an exported error can be replaced too", "package dca\nimport \"errors\"\nvar ErrX = errors.New(\"x\")\n", "ErrX"},
		{"without a value", "package dca\nvar cache map[string]int\n", "cache has no value"},
		{"a memo that nobody gave a reason for", "package dca\nimport \"sync\"\nvar plans sync.Map\n", "plans has no value"},
		{"a memo with its reason", "-- internal/strict/plan.go --\npackage strict\nimport \"sync\"\nvar plans sync.Map\n", ""},
		{"unexported table", "package dca\nvar names = [...]string{\"a\"}\n", ""},
		{"proof of an interface", "package dca\nvar _ error = t{}\n", ""},
		{"files", "package dca\nimport \"embed\"\n//go:embed data\nvar Files embed.FS\n", ""},
		{"one file", "package dca\nimport _ \"embed\"\n//go:embed a.json\nvar a []byte\n", ""},
		{"in a function", "package dca\nfunc f() { var N int; _ = N }\n", ""},
		{"constant", "package dca\nconst N = 1\n", ""},
	})
}

func TestAssignments(t *testing.T) {
	planted(t, assignments, []plant{
		{"plain", "package dca\nvar n = 1\nfunc f() { n = 2 }\n", "dca/score.go:3: changes the package variable n"},
		{"from another file", "package dca\nvar n = 1\n-- dca/other.go --\npackage dca\nfunc f() { n++ }\n", "dca/other.go:2: changes the package variable n"},
		{"an element", "package dca\nvar m = map[int]int{}\nfunc f() { m[1] = 2 }\n", "variable m"},
		{"a field of an element", "package dca\nvar m = []struct{ n int }{{1}}\nfunc f() { m[0].n += 2 }\n", "variable m"},
		{"through a pointer", "package dca\nvar p = new(int)\nfunc f() { *p = 2 }\n", "variable p"},
		{"in a loop", "package dca\nvar n = 1\nfunc f() { for n = range 3 {} }\n", "variable n"},
		{"delete", "package dca\nvar m = map[int]int{}\nfunc f() { delete(m, 1) }\n", "variable m"},
		{"copy", "package dca\nvar m = []int{1}\nfunc f(x []int) { copy(m[1:], x) }\n", "variable m"},
		{"of another package", "package dca\nimport \"os\"\nfunc f() { os.Args = nil }\n", "variable os.Args"},
		{"a local of the same name", "package dca\nvar n = 1\nfunc f() { n := 1; n = 2; _ = n }\n", ""},
		{"a parameter of the same name", "package dca\nvar n = []int{1}\nfunc f(n []int) { n[0] = 2 }\n", ""},
		{"a field of the same name", "package dca\nvar n = 1\ntype t struct{ n int }\nfunc f(x t) t { x.n = 2; return x }\n", ""},
		{"the blank one", "package dca\nfunc f() { _ = 1 }\n", ""},
		{"in a test", "-- dca/score_test.go --\npackage dca\nvar n = 1\nfunc f() { n = 2 }\n", ""},
	})
}
