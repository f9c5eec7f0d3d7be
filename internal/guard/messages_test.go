package guard

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/openmtss/mtss-go/mtss/profile"
)

const (
	messagesFile = "docs/messages.json"
	saidFile     = "schema/said.txt"
)

// Every template of a notice or a problem is in docs/messages.json, in English under
// itself: a document of kind "words" to be translated. With -update it is written anew.
func TestMessages(t *testing.T) {
	sources, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	found := templates(sources)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(map[string]any{"kind": "words", "schemaVersion": 1, "language": "en", "words": found}); err != nil {
		t.Fatal(err)
	}
	upToDate(t, messagesFile, b.Bytes())
	upToDate(t, saidFile, said(found, codes(sources)))
	var words profile.Words
	if err := json.Unmarshal(b.Bytes(), &words); err != nil {
		t.Errorf("cannot be handed in: %v", err)
	}
	for _, want := range []string{"nothing is on record about {0}", "not known well enough: {0}", "by whom it was administered is not stated"} {
		if found[want] == "" {
			t.Errorf("%q is not found", want)
		}
	}
	year, err := os.ReadFile(filepath.Join(root, "mtss/profile/testdata/juniper.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, match := range regexp.MustCompile(`"template":"((?:[^"\\]|\\.)*)"`).FindAllStringSubmatch(string(year), -1) {
		var template string
		if err := json.Unmarshal([]byte(`"`+match[1]+`"`), &template); err != nil {
			t.Fatal(err)
		}
		if worded(template) && found[template] == "" {
			t.Errorf("a profile has %q, which is not listed", template)
		}
	}
}

// upToDate compares a file with what the sources say, or writes it.
func upToDate(t *testing.T, name string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(filepath.Join(root, name), want, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(t, name); !bytes.Equal(got, want) {
		t.Errorf("%s is not what the sources say; go test ./internal/guard -run TestMessages -update", name)
	}
}

// said lists what a message may be found by: the templates and the codes, quoted, a line each.
func said(templates map[string]string, codes []code) []byte {
	all := slices.Collect(maps.Keys(templates))
	for _, c := range codes {
		all = append(all, c.value)
	}
	slices.Sort(all)
	var out []byte
	for _, text := range slices.Compact(all) {
		out = append(strconv.AppendQuote(out, text), '\n')
	}
	return out
}

// templates returns what the domain's packages format messages by: the literals that are
// given to a function or method which takes a format and then any arguments.
func templates(files []source) map[string]string {
	place := map[string]int{} // of the format, by the name of the function
	for _, s := range files {
		if !s.domain() && !within(s.path, "mtss/cmd") || s.test() {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				noteFormat(place, n.Name.Name, n.Type)
			case *ast.AssignStmt:
				for i, right := range n.Rhs {
					if f, is := right.(*ast.FuncLit); is && i < len(n.Lhs) {
						if name, is := n.Lhs[i].(*ast.Ident); is {
							noteFormat(place, name.Name, f.Type)
						}
					}
				}
			}
			return true
		})
	}
	out := map[string]string{}
	add := func(format string) {
		if template := templateOf(format); worded(template) {
			out[template] = template
		}
	}
	for _, s := range files {
		if !s.domain() && !within(s.path, "mtss/cmd") || s.test() {
			continue
		}
		assigned, counted := assignedIn(s.file), map[string]bool{"Counted": true}
		if strings.Contains(s.text, "kit.Counted(code, n, noun, text)") {
			counted["say"] = true
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is {
				return true
			}
			name := called(call)
			if counted[name] && len(call.Args) == 4 { // of so many of a noun something is said
				noun, is := literal(call.Args[2])
				for _, said := range literals(call.Args[3], assigned) {
					if is {
						add("%d " + noun + " " + said)
						add("%d " + noun + "s " + said)
					}
				}
			}
			at, known := place[name]
			if !known || at >= len(call.Args) {
				return true
			}
			for _, format := range literals(call.Args[at], assigned) {
				add(format)
			}
			return true
		})
	}
	return out
}

// called is the name of the function or method that a call is of.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// noteFormat notes where a function takes its format, if it takes one before any arguments.
func noteFormat(place map[string]int, name string, f *ast.FuncType) {
	at, last := 0, ""
	for _, field := range f.Params.List {
		for _, id := range field.Names {
			if _, variadic := field.Type.(*ast.Ellipsis); variadic && last == "format" {
				place[name] = at - 1
			}
			last = id.Name
			at++
		}
	}
}

// literals returns the values that an expression may have: of a literal, of several that
// are joined, and of a variable that literals are assigned to in the same file; none where
// it is anything else.
func literals(e ast.Expr, assigned map[string][]string) (all []string) {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		for _, left := range literals(e.X, assigned) {
			for _, right := range literals(e.Y, assigned) {
				all = append(all, left+right)
			}
		}
		return all
	case *ast.Ident:
		return assigned[e.Name]
	case *ast.SelectorExpr:
		return assigned[e.Sel.Name]
	}
	if value, is := literal(e); is {
		return []string{value}
	}
	return nil
}

// assignedIn returns the literals that variables, constants, parameters and fields of
// structs without a name are given in a file.
func assignedIn(file *ast.File) map[string][]string {
	out, params := map[string][]string{}, map[string]*ast.FuncType{}
	note := func(name, value ast.Expr) {
		id, is := name.(*ast.Ident)
		if text, literal := literal(value); is && literal && !slices.Contains(out[id.Name], text) {
			out[id.Name] = append(out[id.Name], text)
		}
	}
	each := func(fields *ast.FieldList, values []ast.Expr) {
		at := 0
		for _, field := range fields.List {
			for _, name := range field.Names {
				if at < len(values) && name.Name != "text" {
					note(name, values[at])
				}
				at++
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			params[n.Name.Name] = n.Type
		case *ast.AssignStmt:
			for i := range min(len(n.Lhs), len(n.Rhs)) {
				name, is := n.Lhs[i].(*ast.Ident)
				if f, literal := n.Rhs[i].(*ast.FuncLit); is && literal {
					params[name.Name] = f.Type
				}
			}
		case *ast.CompositeLit:
			list, is := n.Type.(*ast.ArrayType)
			if !is {
				break
			}
			if of, is := list.Elt.(*ast.StructType); is {
				for _, element := range n.Elts {
					if one, is := element.(*ast.CompositeLit); is {
						each(of.Fields, one.Elts)
					}
				}
			}
		}
		return true
	})
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i := range min(len(n.Lhs), len(n.Rhs)) {
				note(n.Lhs[i], n.Rhs[i])
			}
		case *ast.ValueSpec:
			for i := range min(len(n.Names), len(n.Values)) {
				note(n.Names[i], n.Values[i])
			}
		case *ast.CallExpr:
			if f := params[called(n)]; f != nil {
				each(f.Params, n.Args)
			}
		}
		return true
	})
	return out
}

var (
	verb        = regexp.MustCompile(`%(?:%|[-+# 0-9.]*(?:\[(\d+)\])?[-+# 0-9.]*[a-zA-Z])`)
	placeholder = regexp.MustCompile(`\{\d+\}`)
)

// worded reports whether a template says something besides what fills it in.
func worded(template string) bool {
	return strings.ContainsFunc(placeholder.ReplaceAllString(template, ""), unicode.IsLetter)
}

// templateOf turns a format into the template that messages made by it have.
func templateOf(format string) string {
	n := 0
	return verb.ReplaceAllStringFunc(format, func(v string) string {
		if strings.HasSuffix(v, "%") {
			return "%"
		}
		n++
		return "{" + strconv.Itoa(n-1) + "}"
	})
}
