package guard

import (
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const codesFile = "CODES.md"

var (
	codeShape = regexp.MustCompile(`^[a-z]+(\.[a-z-]+)+$`)
	codeText  = regexp.MustCompile(`[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+`)
	codeRow   = regexp.MustCompile("(?m)^\\| `?([^`|]*[^`| ])`? *\\| (.*) \\| `?([^`|]*[^`| ])`? *\\|$")
)

// code is one constant of type mtss.Code.
type code struct {
	name, value string
	means       string // its comment
	dir, pkg    string
	at          string // place, for messages
}

func TestCodes(t *testing.T) {
	clean(t, misshapen, loose, untested)
	sources, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(root, codesFile)
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		page = []byte(rewritten(string(page), codes(sources)))
		if err := os.WriteFile(file, page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, defect := range unlisted(string(page), codes(sources)) {
		t.Error(defect)
	}
}

// codes returns the constants of type mtss.Code, sorted by value.
func codes(files []source) (out []code) {
	for _, s := range files {
		if s.test() {
			continue
		}
		for _, d := range s.file.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.CONST {
				continue
			}
			for _, spec := range decl.Specs {
				out = append(out, codesOf(s, decl, spec.(*ast.ValueSpec))...)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b code) int { return strings.Compare(a.value, b.value) })
	return out
}

func codesOf(s source, decl *ast.GenDecl, spec *ast.ValueSpec) (out []code) {
	for i, name := range spec.Names {
		c := code{name: name.Name, dir: s.dir(), pkg: s.file.Name.Name, at: s.at(name.Pos(), "%s", name.Name)}
		if i < len(spec.Values) {
			value := spec.Values[i]
			call, converted := value.(*ast.CallExpr)
			if converted = converted && len(call.Args) == 1 && codeType(s, call.Fun); converted {
				value = call.Args[0]
			}
			if !converted && !codeType(s, spec.Type) {
				continue
			}
			c.value, _ = literal(value)
			c.means = meaning(c.name, spec, decl)
			out = append(out, c)
		}
	}
	return out
}

func codeType(s source, e ast.Expr) bool {
	if sel, ok := e.(*ast.SelectorExpr); ok {
		return named(sel.X, "mtss") && sel.Sel.Name == "Code"
	}
	return s.dir() == "mtss" && named(e, "Code")
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// meaning returns the constant's comment as one cell of the table: without the
// name it begins with, the full stop, and line breaks.
func meaning(name string, spec *ast.ValueSpec, decl *ast.GenDecl) string {
	text := spec.Doc.Text()
	if text == "" {
		text = spec.Comment.Text()
	}
	if text == "" && !decl.Lparen.IsValid() {
		text = decl.Doc.Text()
	}
	text = strings.Join(strings.Fields(text), " ")
	text = strings.TrimLeft(strings.TrimPrefix(text, name), ": ")
	text = strings.TrimPrefix(text, "means ")
	return strings.ReplaceAll(strings.TrimSuffix(text, "."), "|", `\|`)
}

// misshapen finds codes that break the form, stand twice, or explain nothing.
func misshapen(files []source) (defects []string) {
	first := map[string]code{}
	for _, c := range codes(files) {
		other, twice := first[c.value]
		switch {
		case !codeShape.MatchString(c.value):
			defects = append(defects, fmt.Sprintf("%s = %q does not match %s", c.at, c.value, codeShape))
		case twice:
			defects = append(defects, fmt.Sprintf("%s = %q is also %s", c.at, c.value, other.at))
		case c.means == "":
			defects = append(defects, fmt.Sprintf("%s has no comment: it becomes the meaning in %s", c.at, codesFile))
		}
		first[c.value] = c
	}
	return defects
}

// loose finds codes written as bare strings, which no table can list.
func loose(files []source) (defects []string) {
	for _, s := range files {
		if s.test() {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if value, ok := bareCode(n); ok {
				defects = append(defects, s.at(n.Pos(), "code %q is a bare string: declare a constant", value))
			}
			return true
		})
	}
	return defects
}

func bareCode(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.CallExpr:
		if len(n.Args) > 1 && (named(n.Fun, "Issuef") || selects(n.Fun, "mtss", "Issuef")) {
			return literal(n.Args[1])
		}
	case *ast.CompositeLit:
		if !named(n.Type, "Issue") && !selects(n.Type, "mtss", "Issue") {
			return "", false
		}
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok && named(kv.Key, "Code") {
				return literal(kv.Value)
			}
		}
	}
	return "", false
}

func selects(e ast.Expr, x, name string) bool {
	sel, ok := e.(*ast.SelectorExpr)
	return ok && named(sel.X, x) && sel.Sel.Name == name
}

// untested finds codes that no test names, by constant or by value. Files of
// test data are read from the disk beside the sources.
func untested(files []source) (defects []string) {
	seen := mentioned(files)
	for _, text := range testdata(files) {
		collect(seen, text)
	}
	for _, c := range codes(files) {
		if !seen[c.value] && !seen[c.pkg+"."+c.name] && !seen[path.Join(c.dir, c.name)] {
			defects = append(defects, fmt.Sprintf("%s: no test names it or %q", c.at, c.value))
		}
	}
	return defects
}

// mentioned returns what the tests name: codes as strings, constants as
// "pkg.Name", and as "folder/Name" inside their own package. The checks here
// name codes of their plants only.
func mentioned(files []source) map[string]bool {
	seen := map[string]bool{}
	for _, s := range files {
		if !s.test() || within(s.path, "internal/guard") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok {
					seen[x.Name+"."+n.Sel.Name] = true
				}
			case *ast.Ident:
				seen[path.Join(s.dir(), n.Name)] = true
			case *ast.BasicLit:
				if text, ok := literal(n); ok {
					collect(seen, text)
				}
			}
			return true
		})
	}
	return seen
}

func collect(seen map[string]bool, text string) {
	for _, word := range codeText.FindAllString(text, -1) {
		seen[word] = true
	}
}

// testdata returns the text of the files in the testdata folders of the
// sources' packages. Large ones are bulk data, which name no codes.
func testdata(files []source) (texts []string) {
	const large = 1 << 20
	var dirs []string
	for _, s := range files {
		if !slices.Contains(dirs, s.dir()) {
			dirs = append(dirs, s.dir())
		}
	}
	for _, dir := range dirs {
		folder := filepath.Join(root, dir, "testdata")
		_ = filepath.WalkDir(folder, func(file string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil // most packages have none
			}
			if info, err := entry.Info(); err == nil && info.Size() < large {
				if text, err := os.ReadFile(file); err == nil {
					texts = append(texts, string(text))
				}
			}
			return nil
		})
	}
	return texts
}

// row is a code's line in the table.
func (c code) row() string { return fmt.Sprintf("| `%s` | %s | `%s` |", c.value, c.means, c.dir) }

const tableHead = "| code | means | package |\n|---|---|---|\n"

// rewritten keeps what stands before the table and makes the table anew.
func rewritten(page string, all []code) string {
	intro, _, _ := strings.Cut(page, tableHead)
	table := tableHead
	for _, c := range all {
		table += c.row() + "\n"
	}
	return intro + table
}

// unlisted compares the table with the constants, both ways.
func unlisted(page string, all []code) (defects []string) {
	if !strings.Contains(page, tableHead) {
		return []string{fmt.Sprintf("%s has no table that begins %q", codesFile, tableHead)}
	}
	rows := map[string][]string{}
	_, table, _ := strings.Cut(page, tableHead)
	for _, m := range codeRow.FindAllStringSubmatch(table, -1) {
		rows[m[1]] = append(rows[m[1]], m[0])
	}
	for _, c := range all {
		switch listed := rows[c.value]; {
		case len(listed) == 0:
			defects = append(defects, fmt.Sprintf("%s lacks %s, %s", codesFile, c.value, c.at))
		case len(listed) > 1:
			defects = append(defects, fmt.Sprintf("%s lists %s %d times", codesFile, c.value, len(listed)))
		case listed[0] != c.row():
			defects = append(defects, fmt.Sprintf("%s says %s, want %s", codesFile, listed[0], c.row()))
		}
		delete(rows, c.value)
	}
	for value := range rows {
		defects = append(defects, fmt.Sprintf("%s lists %s, which is no constant", codesFile, value))
	}
	if len(defects) > 0 {
		slices.Sort(defects)
		defects = append(defects, "go test ./internal/guard -run TestCodes -update rewrites the table")
	}
	return defects
}
