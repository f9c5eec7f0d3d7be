package guard

import (
	"fmt"
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"go/types"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestDocCodeCompiles type-checks the Go code that doc comments show. Names that the
// text around it would explain, such as data and day, need not be declared; what is
// done with the library has to be right.
func TestDocCodeCompiles(t *testing.T) {
	all, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	now, err := exportedPackages()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{"fmt": "fmt", "log": "log", "os": "os", "strings": "strings", "csv": "encoding/csv", "errors": "errors", "json": "encoding/json", "bufio": "bufio", "testing": "testing"}
	for _, p := range now.all {
		known[p.Name()] = p.Path()
	}
	found, inDoc := 0, map[string]bool{}
	for _, s := range all {
		if s.test() || s.main() || strings.Contains("/"+s.path, "/internal/") {
			continue
		}
		for _, group := range s.file.Comments {
			for _, block := range codeBlocks(group.Text()) {
				body, ok := statements(block)
				if !ok {
					continue
				}
				found++
				inDoc[s.dir()] = inDoc[s.dir()] || group == s.file.Doc
				for _, problem := range checkSnippet(now.std, known, body) {
					t.Errorf("%s: %s in\n%s", s.path, problem, block)
				}
			}
		}
	}
	for _, p := range now.all {
		if dir, _ := local(p.Path()); !inDoc[dir] {
			t.Errorf("%s: the package comment shows no Go code", dir)
		}
	}
	if found < len(now.all) {
		t.Errorf("only %d pieces of code were found", found)
	}
}

// codeBlocks returns the code that a doc comment shows.
func codeBlocks(text string) (blocks []string) {
	for _, block := range new(comment.Parser).Parse(text).Content {
		if code, ok := block.(*comment.Code); ok {
			blocks = append(blocks, code.Text)
		}
	}
	return blocks
}

// statements returns code as the body of a function, and whether it is Go at all. A
// declared function is its own body, and the head of a loop alone has an empty one.
func statements(code string) (string, bool) {
	literal := "_ = " + oneFunc.ReplaceAllString(code, "func(")
	for _, body := range []string{code, strings.TrimRight(code, "\n") + "\n}", literal} {
		if _, err := parser.ParseFile(token.NewFileSet(), "", wrap(nil, body), parser.SkipObjectResolution); err == nil && !strings.HasPrefix(strings.TrimSpace(code), "{") {
			return body, true
		}
	}
	return "", false
}

var oneFunc = regexp.MustCompile(`^func \w+\(`)

func wrap(imports []string, body string) string {
	var b strings.Builder
	b.WriteString("package shown\n")
	for _, path := range imports {
		fmt.Fprintf(&b, "import %s\n", strconv.Quote(path))
	}
	return b.String() + "func _() error {\n" + body + "\nreturn nil\n}\n"
}

// checkSnippet returns what the compiler would say of the body of a function, but for
// names that nothing declares.
func checkSnippet(std types.Importer, known map[string]string, body string) (problems []string) {
	bare, err := parser.ParseFile(token.NewFileSet(), "", wrap(nil, body), parser.SkipObjectResolution)
	if err != nil {
		return []string{err.Error()}
	}
	var imports []string
	seen := map[string]bool{}
	ast.Inspect(bare, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && known[x.Name] != "" && !seen[x.Name] {
				seen[x.Name] = true
				imports = append(imports, known[x.Name])
			}
		}
		return true
	})
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", wrap(imports, body), parser.SkipObjectResolution)
	if err != nil {
		return []string{err.Error()}
	}
	config := types.Config{Importer: std, Error: func(err error) {
		says := err.(types.Error).Msg
		name, undefined := strings.CutPrefix(says, "undefined: ")
		switch {
		case undefined && token.IsIdentifier(name):
		case strings.HasPrefix(says, "declared and not used"), strings.Contains(says, "imported and not used"):
		default:
			problems = append(problems, says)
		}
	}}
	_, _ = config.Check("shown", fset, []*ast.File{file}, nil)
	return problems
}

func TestCheckSnippet(t *testing.T) {
	now, err := exportedPackages()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{"mtss": module + "/mtss", "fmt": "fmt"}
	for _, c := range []struct{ name, body, want string }{
		{"good", "d, err := mtss.ParseDate(text)\nif err != nil {\n\treturn err\n}\nfmt.Println(d.Year)", ""},
		{"one value of two", "d := mtss.ParseDate(text)\nfmt.Println(d.Year)", "assignment mismatch"},
		{"no such function", "mtss.ParseDay(text)", "undefined: mtss.ParseDay"},
		{"no such field", "var d mtss.Date\nfmt.Println(d.Week)", "d.Week undefined"},
	} {
		got := strings.Join(checkSnippet(now.std, known, c.body), "\n")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
