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
// importers see with nil, zero, half-built and absurd values: as the receiver and as all
// arguments, nil and zero values; then values with one of everything in them, which is
// zero; then the same with the greatest, the least and other odd numbers. None may
// panic; what is wrong is an error. The calls are in a program that is made here and run.
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
				c.add(label, "built["+c.typ(named)+"](how)."+m.Name(), m.Signature())
				if pointer {
					c.add(label+" of nil", "(*"+c.typ(named)+")(nil)."+m.Name(), m.Signature())
				}
			}
		}
	}
}

// add adds a call, whose results that are sequences are walked.
func (c *caller) add(label, function string, s *types.Signature) {
	args := make([]string, s.Params().Len())
	for i := range args {
		t := s.Params().At(i).Type()
		if s.Variadic() && i == len(args)-1 {
			t = t.(*types.Slice).Elem()
		}
		args[i] = "*built[" + c.typ(t) + "](how)"
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
	c.calls = append(c.calls, fmt.Sprintf("\ttry(%q, func(how string) { %s })\n", label, body))
	c.count++
}

// builder is what the program makes values with.
const builder = `
func try(name string, call func(how string)) {
	for _, how := range []string{"", "half-built", "greatest", "least", "odd"} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println(name, how, "panics:", r)
				}
			}()
			call(how)
		}()
	}
}

var numbers = map[string]int64{"greatest": math.MaxInt64, "least": math.MinInt64, "odd": -1}

func built[T any](how string) *T {
	v := new(T)
	if how != "" {
		fill(reflect.ValueOf(v).Elem(), how, 6)
	}
	return v
}

func fill(v reflect.Value, how string, depth int) {
	if depth == 0 || !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), how, depth-1)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), how, depth-1)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), how, depth-1)
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, how, depth-1)
		fill(value, how, depth-1)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.String:
		if how == "odd" {
			v.SetString("a\xff/~{0}%d")
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(numbers[how])
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(numbers[how]))
	case reflect.Bool:
		v.SetBool(how == "odd")
	}
}
`

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
	b.WriteString("\t\"math\"\n\t\"reflect\"\n)\n" + builder + "\nfunc main() {\n")
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
