package guard

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/exp/apidiff"
)

// apiFolder holds the exported API of each package as Go declarations: the
// baseline that changes are told against.
const apiFolder = "testdata/api"

// TestAPI tells every change of the exported API. Accept them with -update, and
// enter in CHANGELOG.md what a user would notice.
func TestAPI(t *testing.T) {
	now, err := exportedPackages()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := writeBaseline(now.all); err != nil {
			t.Fatal(err)
		}
	}
	then := &baseline{std: now.std, seen: map[string]*types.Package{}}
	for _, pkg := range now.all {
		name := strings.TrimPrefix(pkg.Path(), module+"/")
		old, err := then.Import(pkg.Path())
		switch {
		case errors.Is(err, os.ErrNotExist):
			t.Errorf("%s is a new package; -update enters it", name)
		case err != nil:
			t.Errorf("%s: %v", name, err)
		default:
			for _, c := range apidiff.Changes(old, pkg).Changes {
				t.Errorf("%s: %s (compatible: %t)", name, c.Message, c.Compatible)
			}
		}
	}
	for _, name := range gone(t, now.all) {
		t.Errorf("%s: the package is gone; -update removes it", name)
	}
}

// gone lists the packages of the baseline that are not there any more.
func gone(t *testing.T, all []*types.Package) (names []string) {
	files, err := filepath.Glob(filepath.Join(apiFolder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no baseline: %v", err)
	}
	for _, file := range files {
		if !slices.ContainsFunc(all, func(p *types.Package) bool { return apiFile(p.Path()) == file }) {
			names = append(names, strings.TrimSuffix(filepath.Base(file), ".txt"))
		}
	}
	return names
}

func apiFile(path string) string {
	name := strings.ReplaceAll(strings.TrimPrefix(path, module+"/"), "/", "_")
	return filepath.Join(apiFolder, name+".txt")
}

func writeBaseline(all []*types.Package) error {
	if err := os.RemoveAll(apiFolder); err != nil {
		return err
	}
	if err := os.MkdirAll(apiFolder, 0o755); err != nil {
		return err
	}
	for _, pkg := range all {
		if err := os.WriteFile(apiFile(pkg.Path()), declarations(pkg), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// exported are the packages that an importer may use, as they are now.
type exported struct {
	all []*types.Package
	std types.Importer
}

func exportedPackages() (exported, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Name,Export", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		return exported{}, fmt.Errorf("go list: %w", err)
	}
	files := map[string]string{}
	var ours []string
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct{ ImportPath, Name, Export string }
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			return exported{}, err
		}
		files[p.ImportPath] = p.Export
		if name, ok := local(p.ImportPath); ok && p.Name != "main" && !strings.Contains(name, "internal") && !within(name, "examples") {
			ours = append(ours, p.ImportPath)
		}
	}
	imports := importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) { return os.Open(files[path]) })
	e := exported{std: imports}
	slices.Sort(ours)
	for _, path := range ours {
		pkg, err := imports.Import(path)
		if err != nil {
			return exported{}, err
		}
		e.all = append(e.all, pkg)
	}
	return e, nil
}

// baseline reads packages from their declarations, and others as they are.
type baseline struct {
	std  types.Importer
	seen map[string]*types.Package
}

func (b *baseline) Import(path string) (*types.Package, error) {
	if _, ours := local(path); !ours || strings.Contains(path, "/internal/") {
		return b.std.Import(path)
	}
	if pkg, ok := b.seen[path]; ok {
		return pkg, nil
	}
	text, err := os.ReadFile(apiFile(path))
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, apiFile(path), text, 0)
	if err != nil {
		return nil, err
	}
	pkg, err := (&types.Config{Importer: b}).Check(path, fset, []*ast.File{file}, nil)
	b.seen[path] = pkg
	return pkg, err
}
