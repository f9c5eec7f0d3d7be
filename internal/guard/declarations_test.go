package guard

import (
	"bytes"
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// declarations writes the exported API of a package as Go that parses and has
// its types: functions have no bodies, and structs only their exported fields.
func declarations(pkg *types.Package) []byte {
	w := &writer{pkg: pkg, imports: map[string]bool{}}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		if o := scope.Lookup(name); o.Exported() {
			w.declare(o)
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "package %s\n", pkg.Name())
	paths := make([]string, 0, len(w.imports))
	for path := range w.imports {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		fmt.Fprintf(&out, "\nimport %q", path)
	}
	out.WriteString("\n\n")
	out.Write(w.text.Bytes())
	return out.Bytes()
}

type writer struct {
	pkg     *types.Package
	imports map[string]bool
	text    bytes.Buffer
}

func (w *writer) qualify(p *types.Package) string {
	if p == w.pkg {
		return ""
	}
	w.imports[p.Path()] = true
	return p.Name()
}

func (w *writer) of(t types.Type) string { return types.TypeString(t, w.qualify) }

func (w *writer) declare(o types.Object) {
	switch o := o.(type) {
	case *types.Const:
		if b, ok := o.Type().(*types.Basic); ok && b.Info()&types.IsUntyped != 0 {
			fmt.Fprintf(&w.text, "const %s = %s\n", o.Name(), o.Val().ExactString())
			return
		}
		fmt.Fprintf(&w.text, "const %s %s = %s\n", o.Name(), w.of(o.Type()), o.Val().ExactString())
	case *types.Var:
		fmt.Fprintf(&w.text, "var %s %s\n", o.Name(), w.of(o.Type()))
	case *types.Func:
		fmt.Fprintf(&w.text, "func %s%s\n", o.Name(), w.signature(o))
	case *types.TypeName:
		w.declareType(o)
	}
}

func (w *writer) declareType(o *types.TypeName) {
	if o.IsAlias() {
		fmt.Fprintf(&w.text, "type %s = %s\n", o.Name(), w.of(types.Unalias(o.Type())))
		return
	}
	named := o.Type().(*types.Named)
	params, args := w.params(named.TypeParams())
	fmt.Fprintf(&w.text, "type %s%s %s\n", o.Name(), params, w.underlying(named))
	for m := range named.Methods() {
		if m.Exported() {
			star := ""
			if _, ok := m.Signature().Recv().Type().(*types.Pointer); ok {
				star = "*"
			}
			fmt.Fprintf(&w.text, "func (%s%s%s) %s%s\n", star, o.Name(), args, m.Name(), w.signature(m))
		}
	}
}

// params writes type parameters as they are declared, and as they are used.
func (w *writer) params(list *types.TypeParamList) (declared, used string) {
	if list.Len() == 0 {
		return "", ""
	}
	var with, names []string
	for p := range list.TypeParams() {
		with = append(with, p.Obj().Name()+" "+w.of(p.Constraint()))
		names = append(names, p.Obj().Name())
	}
	return "[" + strings.Join(with, ", ") + "]", "[" + strings.Join(names, ", ") + "]"
}

// signature writes the parameters and results of a function.
func (w *writer) signature(f *types.Func) string {
	params, _ := w.params(f.Signature().TypeParams())
	plain := types.NewSignatureType(nil, nil, nil, f.Signature().Params(), f.Signature().Results(), f.Signature().Variadic())
	text := params + strings.TrimPrefix(w.of(plain), "func")
	if params != "" {
		return text + " { panic(0) }" // a generic function must have a body
	}
	return text
}

// underlying writes what a type is made of. Fields that are not exported stand
// as one that is not either, which keeps what may be compared with ==.
func (w *writer) underlying(named *types.Named) string {
	s, ok := named.Underlying().(*types.Struct)
	if !ok {
		return w.of(named.Underlying())
	}
	var b strings.Builder
	b.WriteString("struct {\n")
	hidden := false
	for f := range s.Fields() {
		switch {
		case !f.Exported():
			hidden = true
		case f.Embedded():
			fmt.Fprintf(&b, "\t%s\n", w.of(f.Type()))
		default:
			fmt.Fprintf(&b, "\t%s %s\n", f.Name(), w.of(f.Type()))
		}
	}
	switch {
	case hidden && !types.Comparable(s):
		b.WriteString("\t_ [0]func()\n")
	case hidden:
		b.WriteString("\t_ struct{}\n")
	}
	return b.String() + "}"
}
