package strict

import (
	"errors"
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// value decodes n into v by the plan of its type and the rules of its field.
// After the last issue that is listed it does no more work.
func (d *Decoder) value(p *plan, r *rules, n Node, v reflect.Value) {
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

func (d *Decoder) mismatch(p *plan, n Node) {
	if n.Kind() == Null {
		d.add(CodeNull, "is null, want %s", p.want)
		return
	}
	d.add(CodeType, "is %s, want %s", n.Kind(), p.want)
}

// object decodes the members in document order, each into its field. Of a
// document of another kind it decodes none.
func (d *Decoder) object(p *plan, n Node, v reflect.Value) {
	if p.head != nil && d.other(p, n) {
		return
	}
	var buf [64]bool
	seen, start, next := buf[:], len(d.issues), 0
	if len(p.fields) > len(buf) {
		seen = make([]bool, len(p.fields))
	}
	for i := range n.Len() {
		name, member := n.Member(i)
		k, ok := p.find(name, next)
		if !ok {
			d.stranger(p, name, member)
			continue
		}
		seen[k], next = true, k+1
		if p.fields[k].index == nil {
			continue
		}
		d.enter(name)
		d.field(&p.fields[k], member, v)
		d.leave()
	}
	d.missing(p, seen, start)
}

// other reports whether an object is a document of another kind or version.
// That is the one problem then, since what follows has another form. What is
// missing is told beside all else.
func (d *Decoder) other(p *plan, n Node) bool {
	kind := d.head(&p.fields[0], n)
	if kind == headWrong || kind == headBad {
		d.headless = d.headless || kind == headWrong && len(d.steps) == 0
		return true
	}
	version := d.head(&p.fields[1], n)
	if kind == headMissing || version == headRight || version == headMissing {
		return false
	}
	d.headless = d.headless || version == headWrong && len(d.steps) == 0
	return true
}

// How a member stands with which a document begins.
const (
	headRight = iota
	headMissing
	headWrong
	headBad // reported when the text was read
)

// head judges a member with which a document begins.
func (d *Decoder) head(f *field, n Node) int {
	member, ok := n.Find(f.name)
	switch {
	case !ok:
		return headMissing
	case member.bad():
		return headBad
	case member.Kind() == f.plan.kind && member.Text() == f.text:
		return headRight
	}
	d.enter(f.name)
	d.value(f.plan, f.rules, member, reflect.New(f.plan.typ).Elem())
	d.leave()
	return headWrong
}

func (d *Decoder) field(f *field, n Node, v reflect.Value) {
	if f.nullable && n.Kind() == Null {
		return
	}
	d.value(f.plan, f.rules, n, f.of(v))
}

// schemaMember names the schema of a document for editors. It says nothing that
// the document's kind does not, so it is passed over, and not written.
const schemaMember = "$schema"

// stranger is a member that the type has no field for.
func (d *Decoder) stranger(p *plan, name string, n Node) {
	if p.head == nil || name != schemaMember {
		d.unknown(p, name)
		return
	}
	d.enter(name)
	d.value(planOf(reflect.TypeFor[string]()), nil, n, reflect.New(reflect.TypeFor[string]()).Elem())
	d.leave()
}

func (d *Decoder) unknown(p *plan, name string) {
	if d.full {
		return
	}
	d.addMember(name, CodeUnknownField, "is not known here, %s", choice(name, p.names, len(d.issues) < maxSuggestions))
}

// missing reports the required fields that were not seen, ahead of what was
// found inside of the object.
func (d *Decoder) missing(p *plan, seen []bool, start int) {
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
func (d *Decoder) mapping(p *plan, n Node, v reflect.Value) {
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
func (d *Decoder) list(p *plan, r *rules, n Node, v reflect.Value) {
	count := n.Len()
	if p.shape == shapeArray {
		if count != p.len {
			d.add(CodeItems, "has length %d, want exactly %d elements", count, p.len)
		}
		count = min(count, p.len)
	} else {
		count = d.counted(r, count)
		v.Set(p.empty)
		v.Grow(count)
		v.SetLen(count)
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
func (d *Decoder) counted(r *rules, count int) int {
	switch {
	case r == nil:
	case count < r.minItems && r.minItems == 1:
		d.add(CodeItems, "has length 0, want at least 1 element")
	case count < r.minItems:
		d.add(CodeItems, "has length %d, want at least %d elements", count, r.minItems)
	case count > r.maxItems:
		d.add(CodeItems, "has length %d, want at most %d elements", count, r.maxItems)
		return r.maxItems
	}
	return count
}

// refused reports the error of a type that reads its own text.
func (d *Decoder) refused(err error) {
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
