package coaching_test

import (
	"encoding/csv"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
)

// symbols returns the exported names of this package: functions, constants,
// types, and their fields and methods as Type.Name.
func symbols(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				receiver := ""
				if d.Recv != nil {
					if id, ok := d.Recv.List[0].Type.(*ast.Ident); ok {
						receiver = id.Name + "."
					}
				}
				out[receiver+d.Name.Name] = true
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					enter(spec, out)
				}
			}
		}
	}
	return out
}

func enter(spec ast.Spec, out map[string]bool) {
	switch spec := spec.(type) {
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			out[name.Name] = true
		}
	case *ast.TypeSpec:
		out[spec.Name.Name] = true
		if s, ok := spec.Type.(*ast.StructType); ok {
			for _, field := range s.Fields.List {
				for _, name := range field.Names {
					out[spec.Name.Name+"."+name.Name] = true
				}
			}
		}
	}
}

// rows are the elements of the source documents that this package models.
func rows(t *testing.T) [][]string {
	t.Helper()
	f, err := os.Open("../docs/sources/coaching.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "header", []string{"id", "element", "models"}, all[0])
	return all[1:]
}

// Every element is modelled by something that is there, and each row of the
// guide by an element.
func TestSources(t *testing.T) {
	known, guide := symbols(t), map[string]bool{}
	for _, g := range coaching.Guide() {
		guide[g.ID] = false
	}
	elements := map[string]bool{}
	for _, row := range rows(t) {
		if elements[row[0]] || row[1] == "" {
			t.Errorf("%s stands twice, or says nothing", row[0])
		}
		elements[row[0]] = true
		for model := range strings.SplitSeq(row[2], "; ") {
			if id, ok := strings.CutPrefix(model, "coaching/guide.json#"); ok {
				if _, there := guide[id]; !there {
					t.Errorf("%s: the guide has no %s", row[0], id)
				}
				guide[id] = true
				continue
			}
			if name, ok := strings.CutPrefix(model, "coaching."); !ok || !known[name] {
				t.Errorf("%s: there is no %s", row[0], model)
			}
		}
	}
	same(t, "elements", 54, len(elements))
	for id, used := range guide {
		if !used {
			t.Errorf("%s in the guide models no element", id)
		}
	}
}

// Every symbol that models an element is spoken of by a test or a document of
// the example. This looks at names alone.
func TestSourcesAreNamed(t *testing.T) {
	tests, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, name := range append(tests, "example_test.go") {
		if name == "sources_test.go" {
			continue
		}
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text.Write(content)
	}
	fields := map[string]bool{}
	for name, content := range documents(t) {
		if name != "conditions.json" {
			text.Write(content)
		}
	}
	for _, row := range rows(t) {
		for model := range strings.SplitSeq(row[2], "; ") {
			name, ok := strings.CutPrefix(model, "coaching.")
			if !ok {
				continue
			}
			last := name[strings.LastIndex(name, ".")+1:]
			member := `"` + strings.ToLower(last[:1]) + last[1:] + `"`
			if !strings.Contains(text.String(), last) && !strings.Contains(text.String(), member) {
				t.Errorf("%s: no test and no document speaks of %s", row[0], model)
			}
			fields[name] = true
		}
	}
	if len(fields) < 40 {
		t.Errorf("%d symbols", len(fields))
	}
}
