package guard

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestNothingPanics calls every exported function and method of the packages that
// importers see with nil, zero and half-built arguments: a nil pointer and a pointer to
// a zero value as the receiver, zero values for the rest. None may panic; what is
// wrong is an error. The calls are in a program that is made here and run.
func TestNothingPanics(t *testing.T) {
	program := newCaller()
	now, err := exportedPackages()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range now.all {
		if p.Path() != module+"/mtss/mtsstest" { // a test always hands over its T
			program.scope(p)
		}
	}
	if program.count < 500 {
		t.Fatalf("only %d calls were found", program.count)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "main.go")
	overlay := filepath.Join(dir, "overlay.json")
	top, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	replace, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(top, "internal/guard/nothingpanics/main.go"): file}})
	if err == nil {
		err = os.WriteFile(overlay, replace, 0o644)
	}
	if err == nil {
		err = os.WriteFile(file, program.source(), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", "-overlay", overlay, "./internal/guard/nothingpanics")
	cmd.Dir = root
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%.3000s", err, problems.String())
	}
	for line := range strings.Lines(out.String()) {
		t.Error(strings.TrimSpace(line))
	}
}

// caller gathers calls, and the packages that they need.
type caller struct {
	names map[string]string // of imports, by path
	calls []string
	count int
}

func newCaller() *caller {
	return &caller{names: map[string]string{}}
}

// name returns what a package is called in the program.
func (c *caller) name(p *types.Package) string {
	if _, known := c.names[p.Path()]; !known {
		c.names[p.Path()] = fmt.Sprintf("p%d", len(c.names))
	}
	return c.names[p.Path()]
}

func (c *caller) typ(t types.Type) string { return types.TypeString(t, c.name) }

// scope adds the calls of one package.
func (c *caller) scope(p *types.Package) {
	for _, name := range p.Scope().Names() {
		switch o := p.Scope().Lookup(name).(type) {
		case *types.Func:
			if o.Exported() && o.Signature().TypeParams().Len() == 0 {
				c.add(p.Path()+"."+name, c.name(p)+"."+name, o.Signature())
			}
		case *types.TypeName:
			named, is := o.Type().(*types.Named)
			if !o.Exported() || !is || named.TypeParams().Len() > 0 || types.IsInterface(named) {
				continue
			}
			for i := range named.NumMethods() {
				m := named.Method(i)
				if !m.Exported() {
					continue
				}
				_, pointer := m.Signature().Recv().Type().(*types.Pointer)
				label := p.Path() + "." + name + "." + m.Name()
				c.add(label, "new("+c.typ(named)+")."+m.Name(), m.Signature())
				if pointer {
					c.add(label+" of nil", "(*"+c.typ(named)+")(nil)."+m.Name(), m.Signature())
				}
			}
		}
	}
}

// add adds a call with zero arguments, whose results that are sequences are walked.
func (c *caller) add(label, function string, s *types.Signature) {
	args := make([]string, s.Params().Len())
	for i := range args {
		t := s.Params().At(i).Type()
		if s.Variadic() && i == len(args)-1 {
			t = t.(*types.Slice).Elem()
		}
		args[i] = "*new(" + c.typ(t) + ")"
	}
	results := make([]string, s.Results().Len())
	for i := range results {
		results[i] = fmt.Sprintf("r%d", i)
	}
	call := function + "(" + strings.Join(args, ", ") + ")"
	body := call
	if len(results) > 0 {
		body = strings.Join(results, ", ") + " := " + call
		for i, r := range results {
			body += "; _ = " + r
			if seq, is := s.Results().At(i).Type().Underlying().(*types.Signature); is && seq.Params().Len() == 1 {
				if yield, is := seq.Params().At(0).Type().Underlying().(*types.Signature); is {
					switch yield.Params().Len() {
					case 1:
						body += "; for range " + r + " { break }"
					case 2:
						body += "; for range " + r + " { break }"
					}
				}
			}
		}
	}
	c.calls = append(c.calls, fmt.Sprintf("\ttry(%q, func() { %s })\n", label, body))
	c.count++
}

// source returns the program.
func (c *caller) source() []byte {
	var b bytes.Buffer
	b.WriteString("package main\n\nimport (\n\t\"fmt\"\n")
	paths := make([]string, 0, len(c.names))
	for path := range c.names {
		paths = append(paths, path)
	}
	slices.SortFunc(paths, func(a, b string) int { return cmp.Compare(a, b) })
	for _, path := range paths {
		fmt.Fprintf(&b, "\t%s %q\n", c.names[path], path)
	}
	b.WriteString(")\n\nfunc try(name string, call func()) {\n\tdefer func() {\n\t\tif r := recover(); r != nil {\n\t\t\tfmt.Printf(\"%s panics: %v\\n\", name, r)\n\t\t}\n\t}()\n\tcall()\n}\n\nfunc main() {\n")
	for _, call := range c.calls {
		b.WriteString(call)
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// TestSignaturesCanBeImported: no exported function, method, field, constant or variable
// mentions a type of an internal package, which an importer cannot name.
func TestSignaturesCanBeImported(t *testing.T) {
	now, err := exportedPackages()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range now.all {
		for line := range strings.Lines(string(declarations(p))) {
			if strings.Contains(line, module+"/internal/") || strings.Contains(line, "/internal/") && strings.Contains(line, module) {
				t.Errorf("%s: %s", p.Path(), strings.TrimSpace(line))
			}
		}
	}
}
