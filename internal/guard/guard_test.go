package guard

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

const (
	root   = "../.."
	module = "github.com/openmtss/mtss-go"
)

var update = flag.Bool("update", false, "rewrite CODES.md from the constants' comments")

// source is one parsed Go file.
type source struct {
	path string // from the module root, with slashes
	text string
	fset *token.FileSet
	file *ast.File
}

// check returns one message for each defect in the files.
type check func([]source) []string

func (s source) dir() string  { return path.Dir(s.path) }
func (s source) test() bool   { return strings.HasSuffix(s.path, "_test.go") }
func (s source) main() bool   { return s.file.Name.Name == "main" }
func (s source) domain() bool { return !s.test() && !s.main() && !within(s.path, outside...) }

// outside are the folders that may do what the domain may not: read files,
// print, stop the program.
var outside = []string{"mtss/cmd", "mtss/mtsstest", "internal/spoil", "examples", "schema/internal/gen", "internal/guard"}

// within reports whether name is one of the folders or lies in one.
func within(name string, folders ...string) bool {
	return slices.ContainsFunc(folders, func(f string) bool {
		return name == f || strings.HasPrefix(name, f+"/")
	})
}

// at returns a message that begins with a place a reader can jump to.
func (s source) at(pos token.Pos, format string, args ...any) string {
	return fmt.Sprintf("%s:%d: %s", s.path, s.line(pos), fmt.Sprintf(format, args...))
}

func (s source) line(pos token.Pos) int { return s.fset.Position(pos).Line }

func parse(name, text string) (source, error) {
	return parseWith(token.NewFileSet(), name, text)
}

func parseWith(fset *token.FileSet, name, text string) (source, error) {
	file, err := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
	return source{path: name, text: text, fset: fset, file: file}, err
}

// repository parses every Go file of this module, whatever its build tags.
var repository = sync.OnceValues(func() ([]source, error) {
	var out []source
	err := walk(func(name string, content func() ([]byte, error)) error {
		if path.Ext(name) != ".go" || strings.Contains("/"+name, "/testdata/") {
			return nil
		}
		text, err := content()
		if err != nil {
			return err
		}
		s, err := parse(name, string(text))
		out = append(out, s)
		return err
	})
	return out, err
})

// walk visits the files of this module: not those of a module inside it, and
// no folder whose name the go command ignores.
func walk(visit func(name string, content func() ([]byte, error)) error) error {
	return filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return enter(name, file)
		}
		return visit(filepath.ToSlash(name), func() ([]byte, error) { return os.ReadFile(file) })
	})
}

func enter(name, file string) error {
	if name == "." {
		return nil
	}
	base := filepath.Base(name)
	if base[0] == '.' || base[0] == '_' || base == "node_modules" {
		return fs.SkipDir
	}
	if _, err := os.Stat(filepath.Join(file, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}

// clean fails with every defect that the checks find in this repository.
func clean(t *testing.T, checks ...check) {
	t.Helper()
	sources, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checks {
		for _, defect := range c(sources) {
			t.Error(defect)
		}
	}
}

// plant is a small source, with a defect or as the innocent that looks like one.
type plant struct {
	name string
	src  string // one file, dca/score.go, or several after lines "-- path --"
	want string // part of the only message; "" if the source is fine
}

// planted runs a check on each plant by itself.
func planted(t *testing.T, c check, plants []plant) {
	t.Helper()
	for _, p := range plants {
		t.Run(p.name, func(t *testing.T) {
			t.Helper()
			expect(t, c(grow(t, p.src)), p.want)
		})
	}
}

func expect(t *testing.T, got []string, want string) {
	t.Helper()
	switch {
	case want == "" && len(got) != 0:
		t.Errorf("found %q in a source without the defect", got)
	case want != "" && (len(got) != 1 || !strings.Contains(got[0], want)):
		t.Errorf("found %q, want one message with %q", got, want)
	}
}

func grow(t *testing.T, src string) []source {
	t.Helper()
	var out []source
	for name, text := range split(src) {
		s, err := parse(name, text)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// split yields the files of a plant in order.
func split(src string) func(yield func(name, text string) bool) {
	return func(yield func(name, text string) bool) {
		name, text := "dca/score.go", ""
		for line := range strings.Lines(src) {
			if head, ok := strings.CutPrefix(line, "-- "); ok {
				if text != "" && !yield(name, text) {
					return
				}
				name, text = strings.TrimSuffix(strings.TrimSpace(head), " --"), ""
				continue
			}
			text += line
		}
		yield(name, text)
	}
}

func TestPlantsAreSplit(t *testing.T) {
	var got []string
	for name, text := range split("-- a/a.go --\npackage a\n-- b/b.go --\npackage b\n") {
		got = append(got, name, text)
	}
	want := []string{"a/a.go", "package a\n", "b/b.go", "package b\n"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRepositoryIsRead(t *testing.T) {
	sources, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"mtss/doc.go", "internal/guard/guard_test.go"} {
		if !slices.ContainsFunc(sources, func(s source) bool { return s.path == name }) {
			t.Errorf("%s is not among the %d files that the checks read", name, len(sources))
		}
	}
}
