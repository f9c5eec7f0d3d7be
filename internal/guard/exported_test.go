package guard

import (
	"go/ast"
	"go/token"
	"slices"
	"testing"
)

// api calls visit with every exported name of the file outside tests and
// commands: its identifier, what documents it, and the expressions that an
// importer sees of it.
func api(s source, visit func(id *ast.Ident, documented bool, seen ...ast.Node)) {
	if s.test() || s.main() {
		return
	}
	for _, d := range s.file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			apiFunc(d, visit)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				apiSpec(d, spec, visit)
			}
		}
	}
}

type visitor = func(id *ast.Ident, documented bool, seen ...ast.Node)

func apiFunc(d *ast.FuncDecl, visit visitor) {
	if d.Name.IsExported() && (d.Recv == nil || receiver(d.Recv.List[0].Type).IsExported()) {
		visit(d.Name, text(d.Doc), d.Type)
	}
}

// receiver returns the name of a method's type, without pointer and parameters.
func receiver(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.Ident:
			return x
		default:
			return ast.NewIdent("_")
		}
	}
}

func apiSpec(d *ast.GenDecl, spec ast.Spec, visit visitor) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if !spec.Name.IsExported() {
			return
		}
		visit(spec.Name, text(spec.Doc) || !d.Lparen.IsValid() && text(d.Doc), typeParts(spec)...)
		if !oneMethod(spec.Type) {
			members(spec.Type, visit)
		}
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			if name.IsExported() {
				visit(name, text(spec.Doc, spec.Comment, d.Doc), valueParts(spec)...)
			}
		}
	}
}

func typeParts(spec *ast.TypeSpec) []ast.Node {
	var out []ast.Node
	if spec.TypeParams != nil {
		out = append(out, spec.TypeParams)
	}
	switch spec.Type.(type) {
	case *ast.StructType, *ast.InterfaceType:
		if !oneMethod(spec.Type) {
			return out // their members are visited one by one
		}
	}
	return append(out, spec.Type)
}

// oneMethod reports whether t is an interface like io.Reader, whose comment
// says what its only method does.
func oneMethod(t ast.Expr) bool {
	i, ok := t.(*ast.InterfaceType)
	return ok && i.Methods.NumFields() == 1
}

func valueParts(spec *ast.ValueSpec) []ast.Node {
	var out []ast.Node
	if spec.Type != nil {
		out = append(out, spec.Type)
	}
	for _, v := range spec.Values {
		if lit, ok := v.(*ast.BasicLit); ok {
			out = append(out, lit)
		}
	}
	return out
}

// members visits the exported fields of a struct and methods of an interface.
// What is embedded has its own documentation.
func members(t ast.Expr, visit visitor) {
	var fields *ast.FieldList
	switch t := t.(type) {
	case *ast.StructType:
		fields = t.Fields
	case *ast.InterfaceType:
		fields = t.Methods
	default:
		return
	}
	for _, f := range fields.List {
		if len(f.Names) == 0 {
			visit(receiver(f.Type), true, f.Type)
		}
		for _, name := range f.Names {
			if name.IsExported() {
				visit(name, text(f.Doc, f.Comment), f.Type)
				members(f.Type, visit)
			}
		}
	}
}

// text reports whether one of the comments says something: a directive does not.
func text(groups ...*ast.CommentGroup) bool {
	return slices.ContainsFunc(groups, func(g *ast.CommentGroup) bool { return g.Text() != "" })
}

func TestExportedNames(t *testing.T) { clean(t, undocumented, packagesWithoutDoc, floats) }

func undocumented(files []source) (defects []string) {
	for _, s := range files {
		api(s, func(id *ast.Ident, documented bool, _ ...ast.Node) {
			if !documented {
				defects = append(defects, s.at(id.Pos(), "%s is exported without a comment that says what it is", id.Name))
			}
		})
	}
	return defects
}

func packagesWithoutDoc(files []source) (defects []string) {
	documented := map[string]bool{}
	for _, s := range files {
		documented[s.dir()] = documented[s.dir()] || !s.test() && text(s.file.Doc)
	}
	for _, s := range files {
		if !s.test() && !documented[s.dir()] {
			documented[s.dir()] = true // one message a package
			defects = append(defects, s.at(s.file.Package, "package %s has no package comment", s.file.Name.Name))
		}
	}
	return defects
}

// floats finds floating-point numbers in what importers see: scores, shares
// and thresholds are exact.
func floats(files []source) (defects []string) {
	for _, s := range files {
		api(s, func(id *ast.Ident, _ bool, seen ...ast.Node) {
			if slices.ContainsFunc(seen, floating) {
				defects = append(defects, s.at(id.Pos(), "%s shows a floating-point number: counts are integers, shares are mtss.Ratio", id.Name))
			}
		})
	}
	return defects
}

func floating(n ast.Node) (found bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			found = found || named(n, "float32", "float64", "complex64", "complex128")
		case *ast.BasicLit:
			found = found || n.Kind == token.FLOAT
		case *ast.StructType:
			for _, f := range n.Fields.List {
				exported := len(f.Names) == 0 || slices.ContainsFunc(f.Names, (*ast.Ident).IsExported)
				found = found || exported && floating(f.Type)
			}
			return false
		}
		return !found
	})
	return found
}

func TestUndocumented(t *testing.T) {
	planted(t, undocumented, []plant{
		{"function", "package dca\nfunc Score() {}\n", "dca/score.go:2: Score"},
		{"method", "package dca\ntype t int\n// T is.\ntype T[P any] int\nfunc (t *T[P]) Get() {}\n", "Get"},
		{"type", "package dca\ntype T int\n", "T is exported"},
		{"type in a group with a comment", "package dca\n// Types.\ntype (\n\tT int\n)\n", "T is exported"},
		{"field", "package dca\n// T is.\ntype T struct{ N int }\n", "N is exported"},
		{"field of a field", "package dca\n// T is.\ntype T struct {\n\t// A is.\n\tA struct{ B int }\n}\n", "B is exported"},
		{"method of an interface", "package dca\n// T is.\ntype T interface {\n\tGet()\n\t// Set sets.\n\tSet()\n}\n", "Get is exported"},
		{"the only method of an interface", "package dca\n// T is.\ntype T interface{ Get() }\n", ""},
		{"constant", "package dca\nconst N = 1\n", "N is exported"},
		{"a directive is no comment", "package dca\nimport \"embed\"\n//go:embed data\nvar Files embed.FS\n", "Files"},
		{"constants of a group", "package dca\n// Numbers.\nconst (\n\tA = 1\n\tB = 2\n)\n", ""},
		{"beside it", "package dca\nconst (\n\tA = 1 // A is.\n)\n", ""},
		{"field beside it", "package dca\n// T is.\ntype T struct {\n\tN int // N is.\n\tm int\n}\n", ""},
		{"embedded field", "package dca\n// T is.\ntype T struct{ Other }\n", ""},
		{"not exported", "package dca\ntype t struct{ N int }\nfunc (t) Get() {}\nfunc f() {}\n", ""},
		{"command", "-- mtss/cmd/mtss/main.go --\npackage main\ntype T int\n", ""},
		{"test", "-- dca/score_test.go --\npackage dca\nfunc TestX() {}\n", ""},
	})
}

func TestPackagesWithoutDoc(t *testing.T) {
	planted(t, packagesWithoutDoc, []plant{
		{"none", "package dca\n", "package dca has no package comment"},
		{"one of two files", "package dca\n-- dca/doc.go --\n// Package dca is.\npackage dca\n", ""},
		{"two packages", "-- a/a.go --\n// Package a is.\npackage a\n-- b/b.go --\npackage b\n", "b/b.go:1"},
		{"only tests", "-- a/a_test.go --\npackage a\n", ""},
	})
}

func TestFloats(t *testing.T) {
	planted(t, floats, []plant{
		{"result", "package dca\nfunc Score() float64 { return 0 }\n", "dca/score.go:2: Score"},
		{"inside a parameter", "package dca\nfunc Score(m map[string][]float32) {}\n", "Score"},
		{"field", "package dca\ntype T struct{ P *float64 }\n", "P shows"},
		{"embedded", "package dca\ntype T struct{ float64 }\n", "float64 shows"},
		{"type", "package dca\ntype Share float64\n", "Share shows"},
		{"constraint", "package dca\ntype T[P ~int | ~float64] struct{}\n", "T shows"},
		{"method of an interface", "package dca\ntype T interface {\n\tGet() float64\n\tSet()\n}\n", "Get shows"},
		{"the only method of an interface", "package dca\ntype T interface{ Get() float64 }\n", "T shows"},
		{"constant", "package dca\nconst Cut = 0.8\n", "Cut shows"},
		{"inside a function", "package dca\nfunc Score() { var f float64; _ = f }\n", ""},
		{"not exported", "package dca\ntype T struct{ p float64 }\nfunc share() float64 { return 0 }\n", ""},
		{"a result with a hidden one", "package dca\nfunc Score() (r struct{ p float64 }) { return }\n", ""},
	})
}
