package strict

import (
	"errors"
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// Unmarshaler is a type that decodes itself from the tree, because its form
// depends on its content. It sees every JSON value, null too, and returns
// issues with full paths: path is where n stands. It goes on with
// [Node.Decode], into its parts or into a type without its methods.
type Unmarshaler interface {
	UnmarshalStrict(n Node, path string) []mtss.Issue
}

type decoder struct{ report }

// value decodes n into v by the plan of its type and the rules of its field.
// After the last issue that is listed it does no more work.
func (d *decoder) value(p *plan, r *rules, n Node, v reflect.Value) {
	if n.bad() || d.full {
		return
	}
	if p.kind != 0 && p.kind != n.Kind() {
		d.mismatch(p, n)
		return
	}
	switch p.shape {
	case shapeStruct:
		d.object(p, n, v)
	case shapeMap:
		d.mapping(p, n, v)
	case shapeSlice, shapeArray:
		d.list(p, r, n, v)
	case shapePointer:
		v.Set(reflect.New(p.elem.typ))
		d.value(p.elem, r, n, v.Elem())
	case shapeHook:
		d.hook(n, v)
	default:
		d.scalar(p, r, n, v)
	}
}

func (d *decoder) mismatch(p *plan, n Node) {
	if n.Kind() == Null {
		d.add(CodeNull, "is null, want %s", p.want)
		return
	}
	d.add(CodeType, "is %s, want %s", n.Kind(), p.want)
}

func (d *decoder) hook(n Node, v reflect.Value) {
	for _, issue := range v.Addr().Interface().(Unmarshaler).UnmarshalStrict(n, d.path()) {
		d.put(issue)
	}
}

// object decodes the members in document order, each into its field.
func (d *decoder) object(p *plan, n Node, v reflect.Value) {
	var buf [64]bool
	seen, start, next := buf[:], len(d.issues), 0
	if len(p.fields) > len(buf) {
		seen = make([]bool, len(p.fields))
	}
	for i := range n.Len() {
		name, member := n.Member(i)
		k, ok := p.find(name, next)
		if !ok {
			d.unknown(p, name)
			continue
		}
		seen[k], next = true, k+1
		d.enter(name)
		d.field(&p.fields[k], member, v)
		d.leave()
	}
	d.missing(p, seen, start)
}

func (d *decoder) field(f *field, n Node, v reflect.Value) {
	if f.nullable && n.Kind() == Null {
		return
	}
	if len(f.index) == 1 {
		v = v.Field(f.index[0])
	} else {
		v = v.FieldByIndex(f.index)
	}
	d.value(f.plan, f.rules, n, v)
}

func (d *decoder) unknown(p *plan, name string) {
	if d.full {
		return
	}
	d.addMember(name, CodeUnknownField, "is not known here, %s", choice(name, p.names, len(d.issues) < maxSuggestions))
}

// missing reports the required fields that were not seen, ahead of what was
// found inside of the object.
func (d *decoder) missing(p *plan, seen []bool, start int) {
	found := len(d.issues)
	for i := range p.fields {
		if f := &p.fields[i]; !seen[i] && !f.optional {
			d.addMember(f.name, CodeMissing, "is missing, want %s", f.plan.want)
		}
	}
	if start < found && found < len(d.issues) {
		late := slices.Clone(d.issues[found:])
		d.issues = slices.Insert(d.issues[:found], start, late...)
	}
}

// mapping decodes an object with any names. Members with issues stay out.
func (d *decoder) mapping(p *plan, n Node, v reflect.Value) {
	v.Set(reflect.MakeMapWithSize(p.typ, n.Len()))
	key, elem := reflect.New(p.typ.Key()).Elem(), reflect.New(p.elem.typ).Elem()
	for i := range n.Len() {
		name, member := n.Member(i)
		before := len(d.issues)
		elem.SetZero()
		d.enter(name)
		d.value(p.elem, nil, member, elem)
		d.leave()
		if len(d.issues) == before && !d.full && !member.bad() {
			key.SetString(name)
			v.SetMapIndex(key, elem)
		}
	}
}

// list decodes an array. It never yields a nil slice. Elements past the
// allowed number are not looked at, which bounds the memory they can take.
func (d *decoder) list(p *plan, r *rules, n Node, v reflect.Value) {
	count := n.Len()
	if p.shape == shapeArray {
		if count != p.len {
			d.add(CodeItems, "has length %d, want exactly %d elements", count, p.len)
		}
		count = min(count, p.len)
	} else {
		count = d.counted(r, count)
		v.Set(reflect.MakeSlice(p.typ, count, count))
	}
	if r != nil && r.unique {
		d.distinct(n, count)
	}
	for i := range count {
		d.report.at(i)
		d.value(p.elem, r, n.Element(i), v.Index(i))
		d.leave()
	}
}

// counted judges the number of elements and returns how many to decode.
func (d *decoder) counted(r *rules, count int) int {
	switch {
	case r == nil:
	case count < r.minItems:
		d.add(CodeItems, "has length %d, want at least %d elements", count, r.minItems)
	case count > r.maxItems:
		d.add(CodeItems, "has length %d, want at most %d elements", count, r.maxItems)
		return r.maxItems
	}
	return count
}

// refused reports the error of a type that reads its own text.
func (d *decoder) refused(err error) {
	if issue := (mtss.Issue{}); errors.As(err, &issue) {
		if !d.full {
			issue.Path = d.path()
			d.put(issue)
		}
		return
	}
	if code := mtss.Code(""); errors.As(err, &code) {
		d.add(code, "%s", err)
		return
	}
	d.add(CodeValue, "is refused: %s", err)
}
