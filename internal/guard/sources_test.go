package guard

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// elements says how many elements the project found in each of the documents
// that it grew from. docs/sources has a row for each, which says what models it.
var elements = []struct {
	prefix, title string
	count         int
}{
	{"S0", "capacity building by an intermediate school district", 96},
	{"S1", "exploration and readiness, the series for a district team", 103},
	{"S2", "the district's coaching system", 106},
	{"S3", "professional development in schools", 36},
	{"S4", "who owns MTSS", 56},
}

// leftOut marks an element that nothing models, with the reason after it.
const leftOut = "out: "

// element is a row of docs/sources.
type element struct {
	file, id, says string
	models         []string
}

func TestSources(t *testing.T) {
	rows, err := readElements(os.DirFS(filepath.Join(root, "docs", "sources")))
	if err != nil {
		t.Fatal(err)
	}
	names, err := declared()
	if err != nil {
		t.Fatal(err)
	}
	for _, document := range elements {
		t.Run(document.title, func(t *testing.T) {
			for _, defect := range elementDefects(document.prefix, document.count, rows, names, os.DirFS(root)) {
				t.Error(defect)
			}
		})
	}
}

func readElements(folder fs.FS) (rows []element, err error) {
	files, err := fs.Glob(folder, "*.csv")
	for _, name := range files {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		lines, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if len(lines) == 0 || strings.Join(lines[0], ",") != "id,element,models" {
			return nil, fmt.Errorf("%s: want the columns id,element,models", name)
		}
		for _, line := range lines[1:] {
			row := element{file: name, id: line[0], says: line[1], models: []string{line[2]}}
			if !strings.HasPrefix(line[2], leftOut) {
				row.models = strings.Split(line[2], "; ")
			}
			rows = append(rows, row)
		}
	}
	return rows, err
}

// seenElement is where an element was found.
type seenElement struct {
	file string
	out  bool
}

// elementDefects says which elements of a document have no row, which are left
// out by one room and modelled by another, and which rows name something that
// is not there. Several packages may model one element.
func elementDefects(prefix string, count int, rows []element, names map[string]bool, files fs.FS) (defects []string) {
	found := map[string]seenElement{}
	for _, row := range rows {
		if !strings.HasPrefix(row.id, prefix+"-") {
			continue
		}
		out := strings.HasPrefix(row.models[0], leftOut)
		switch earlier, again := found[row.id]; {
		case again && earlier.file == row.file:
			defects = append(defects, fmt.Sprintf("%s: %s stands there already", row.file, row.id))
		case again && (out || earlier.out):
			defects = append(defects, fmt.Sprintf("%s: %s stands in %s too, and one of them leaves it out", row.file, row.id, earlier.file))
		}
		found[row.id] = seenElement{row.file, out}
		if row.says == "" {
			defects = append(defects, fmt.Sprintf("%s: %s does not say what it is", row.file, row.id))
		}
		for _, model := range row.models {
			if why := missing(model, names, files); why != "" {
				defects = append(defects, fmt.Sprintf("%s: %s: %s", row.file, row.id, why))
			}
		}
	}
	for i := range count {
		if id := fmt.Sprintf("%s-%02d", prefix, i+1); found[id].file == "" {
			defects = append(defects, id+" has no row")
		} else {
			delete(found, id)
		}
	}
	for id, row := range found {
		defects = append(defects, fmt.Sprintf("%s: the document has no element %s", row.file, id))
	}
	return defects
}

// missing says why what a row names does not exist: a name such as
// coaching.SystemComponent.State, a row of data such as mtss/district/roles.json#lead,
// or a reason.
func missing(model string, names map[string]bool, files fs.FS) string {
	if reason, out := strings.CutPrefix(model, leftOut); out {
		if len(strings.Fields(reason)) < 3 {
			return "is left out for no reason"
		}
		return ""
	}
	file, row, isRow := strings.Cut(model, "#")
	if !isRow {
		if !names[model] {
			return "there is no " + model
		}
		return ""
	}
	data, err := fs.ReadFile(files, file)
	var tree any
	if err == nil {
		err = json.Unmarshal(data, &tree)
	}
	if err != nil {
		return fmt.Sprintf("%s: %v", file, err)
	}
	if row == "" || !hasID(tree, row) {
		return fmt.Sprintf("%s has no row with the id %q", file, row)
	}
	return ""
}

// hasID reports whether an object anywhere in a document has the id.
func hasID(tree any, id string) bool {
	switch tree := tree.(type) {
	case []any:
		for _, inner := range tree {
			if hasID(inner, id) {
				return true
			}
		}
	case map[string]any:
		if tree["id"] == id {
			return true
		}
		for _, inner := range tree {
			if hasID(inner, id) {
				return true
			}
		}
	}
	return false
}

// declared returns the exported names of all packages, with their fields and
// methods: "coaching.SystemComponent.State", "mtss/district.Roles".
func declared() (map[string]bool, error) {
	all, err := repository()
	names := map[string]bool{}
	for _, s := range all {
		if s.test() || s.main() {
			continue
		}
		for _, d := range s.file.Decls {
			declaredBy(d, func(name string) { names[s.dir()+"."+name] = true })
		}
	}
	return names, err
}

func declaredBy(d ast.Decl, add func(name string)) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			add(d.Name.Name)
		} else {
			add(receiver(d.Recv.List[0].Type).Name + "." + d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					add(name.Name)
				}
			case *ast.TypeSpec:
				add(spec.Name.Name)
				if fields, ok := spec.Type.(*ast.StructType); ok {
					for _, field := range fields.Fields.List {
						for _, name := range field.Names {
							add(spec.Name.Name + "." + name.Name)
						}
					}
				}
			}
		}
	}
}

func TestSourcesPlants(t *testing.T) {
	files := fstest.MapFS{"a/roles.json": {Data: []byte(`{"roles":[{"id":"lead"}]}`)}}
	names := map[string]bool{"coaching.Component.State": true}
	row := func(id, model string) element { return element{"a.csv", id, "an element", strings.Split(model, "; ")} }
	for _, plant := range []struct {
		name string
		rows []element
		want string
	}{
		{"good", []element{row("S0-01", "coaching.Component.State; a/roles.json#lead"), {"a.csv", "S0-02", "x", []string{"out: nothing is computed"}}}, ""},
		{"another document's", []element{row("S0-01", "a/roles.json#lead"), row("S0-02", "a/roles.json#lead"), row("S1-01", "nowhere")}, ""},
		{"no row", []element{row("S0-01", "a/roles.json#lead")}, "S0-02 has no row"},
		{"twice", []element{row("S0-01", "a/roles.json#lead"), row("S0-01", "a/roles.json#lead"), row("S0-02", "a/roles.json#lead")}, "already"},
		{"in two rooms", []element{row("S0-01", "a/roles.json#lead"), {"b.csv", "S0-01", "x", []string{"coaching.Component.State"}}, row("S0-02", "a/roles.json#lead")}, ""},
		{"left out by one of two", []element{row("S0-01", "a/roles.json#lead"), {"b.csv", "S0-01", "x", []string{"out: nothing is computed"}}, row("S0-02", "a/roles.json#lead")}, "leaves it out"},
		{"no element", []element{row("S0-01", "a/roles.json#lead"), row("S0-02", "a/roles.json#lead"), row("S0-03", "a/roles.json#lead")}, "no element S0-03"},
		{"no name", []element{row("S0-01", "coaching.Component.Colour"), row("S0-02", "a/roles.json#lead")}, "no coaching.Component.Colour"},
		{"no such row of data", []element{row("S0-01", "a/roles.json#coach"), row("S0-02", "a/roles.json#lead")}, "no row with the id"},
		{"no such file", []element{row("S0-01", "b/roles.json#lead"), row("S0-02", "a/roles.json#lead")}, "b/roles.json"},
		{"no reason", []element{{"a.csv", "S0-01", "x", []string{"out: no"}}, row("S0-02", "a/roles.json#lead")}, "for no reason"},
		{"nothing said", []element{{"a.csv", "S0-01", "", []string{"a/roles.json#lead"}}, row("S0-02", "a/roles.json#lead")}, "does not say"},
	} {
		got := elementDefects("S0", 2, plant.rows, names, files)
		if plant.want == "" && len(got) > 0 || plant.want != "" && (len(got) != 1 || !strings.Contains(got[0], plant.want)) {
			t.Errorf("%s: want %q, got %q", plant.name, plant.want, got)
		}
	}
}
