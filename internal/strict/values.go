package strict

import (
	"encoding"
	"reflect"
	"slices"
	"unicode/utf8"
)

// Checks looks for a reason to refuse a Go value. It finds none in a good one
// and need not be right about a bad one: what it does not pass is written and
// read, so that Go and JSON are refused in the same words.
type Checks struct {
	size    int // at least the bytes of what would be written
	depth   int
	scratch []scratch
	buf     []byte
	room    [64]byte
}

// scratch is a place for values of a type.
type scratch struct {
	plan *plan
	at   encoding.TextUnmarshaler
}

// hookDepth is how many arrays and objects a type that writes itself may add.
const hookDepth = 4

// good reports whether a document is.
func (c *Checks) good(v reflect.Value) bool {
	return c.document(planOf(v.Type()), nil, v) && c.size <= MaxSize
}

// Value reports whether *v is good.
func (c *Checks) Value(v any) bool {
	value := reflect.ValueOf(v)
	return value.Kind() == reflect.Pointer && !value.IsNil() && c.value(planOf(value.Type().Elem()), nil, value.Elem())
}

// Text reports whether a text is good.
func (c *Checks) Text(text string) bool {
	c.size += 6*len(text) + 4
	return utf8.ValidString(text)
}

// Int reports whether an integer is good.
func (c *Checks) Int(i int64) bool {
	c.size += 24
	return -MaxInt <= i && i <= MaxInt
}

// Names reports whether an object may have n members of these names.
func (c *Checks) Names(n int, name func(i int) string) bool {
	for i := range n {
		if text := name(i); len(text) > MaxName || !c.Text(text) {
			return false
		}
	}
	return distinct(n, name)
}

func distinct(n int, text func(i int) string) bool {
	ok := true
	repeats(n, text, func(int, int) { ok = false })
	return ok
}

func (c *Checks) value(p *plan, r *rules, v reflect.Value) bool {
	if p.own {
		return c.reread(p, v)
	}
	return c.document(p, r, v)
}

// document checks a value by its plan, as it is written.
func (c *Checks) document(p *plan, r *rules, v reflect.Value) bool {
	switch p.shape {
	case shapePointer:
		return !v.IsNil() && c.value(p.elem, r, v.Elem())
	case shapeHook:
		return c.hook(p, v)
	case shapeText:
		return c.text(p, r, v)
	case shapeString:
		text := v.String()
		return c.Text(text) && r.take(text)
	case shapeBool:
		c.size += 8
		return true
	case shapeInt:
		return c.Int(v.Int()) && p.low <= v.Int() && v.Int() <= p.high && r.takeInt(v.Int())
	case shapeUint:
		return v.Uint() <= uint64(p.high) && c.Int(int64(v.Uint())) && r.takeInt(int64(v.Uint()))
	case shapeNone:
		return false
	}
	c.depth++
	c.size += 2
	ok := c.depth <= MaxDepth && c.size <= MaxSize && c.container(p, r, v)
	c.depth--
	return ok
}

func (c *Checks) container(p *plan, r *rules, v reflect.Value) bool {
	switch p.shape {
	case shapeStruct:
		return c.object(p, v)
	case shapeMap:
		return c.mapping(p, v)
	}
	count := v.Len()
	if r != nil && (p.shape == shapeSlice && (count < r.minItems || count > r.maxItems) || r.unique && !unique(p, v)) {
		return false
	}
	for i := range count {
		c.size++
		if !c.value(p.elem, r, v.Index(i)) {
			return false
		}
	}
	return true
}

func (c *Checks) object(p *plan, v reflect.Value) bool {
	c.size += len(p.head)
	for i := range p.fields {
		f := &p.fields[i]
		if f.index == nil {
			continue
		}
		member := f.of(v)
		if f.omits(member) {
			if !f.optional {
				return false
			}
			continue
		}
		c.size += len(f.key) + 4
		if f.nullable && member.IsNil() {
			continue
		}
		if !c.value(f.plan, f.rules, member) {
			return false
		}
	}
	return true
}

func (c *Checks) mapping(p *plan, v reflect.Value) bool {
	if v.Len() == 0 {
		return true
	}
	names, value := members(p, v)
	return c.Names(len(names), func(i int) string { return names[i] }) &&
		!slices.ContainsFunc(names, func(name string) bool { return !c.value(p.elem, nil, value(name)) })
}

// unique reports whether the elements of a list differ: texts by themselves,
// others as they are written.
func unique(p *plan, v reflect.Value) bool {
	text := func(i int) string { return v.Index(i).String() }
	if p.elem.shape != shapeString && p.elem.text != textKind {
		written := make([]string, v.Len())
		for i := range written {
			w := writer{raw: true}
			if !w.value(p.elem, v.Index(i)) {
				return false
			}
			written[i] = string(w.dst)
		}
		text = func(i int) string { return written[i] }
	}
	return distinct(v.Len(), text)
}

func (c *Checks) hook(p *plan, v reflect.Value) bool {
	hook, ok := v.Addr().Interface().(Reader)
	if !ok {
		return c.reread(p, v)
	}
	c.depth += hookDepth
	ok = hook.Strict(c) && c.depth <= MaxDepth
	c.depth -= hookDepth
	return ok
}

// reread writes one value and reads it.
func (c *Checks) reread(p *plan, v reflect.Value) bool {
	w := writer{raw: true}
	if c.depth > MaxDepth/2 || !w.value(p, v) {
		return false
	}
	c.size += len(w.dst)
	document, issues := Parse(w.dst)
	if len(issues) > 0 {
		return false
	}
	d := newDecoder("")
	d.value(p, nil, document.Root(), reflect.New(p.typ).Elem())
	return len(d.issues) == 0
}

// text checks a text with the type that reads it.
func (c *Checks) text(p *plan, r *rules, v reflect.Value) bool {
	if c.buf == nil {
		c.buf = c.room[:0]
	}
	var err error
	c.buf, err = p.appendText(c.buf[:0], v)
	c.size += 6*len(c.buf) + 4
	return err == nil && utf8.Valid(c.buf) && (r == nil || r.take(string(c.buf))) && c.place(p).UnmarshalText(c.buf) == nil
}

// place returns a value of the type to read into.
func (c *Checks) place(p *plan) encoding.TextUnmarshaler {
	for i := range c.scratch {
		if c.scratch[i].plan == p {
			return c.scratch[i].at
		}
	}
	at := reflect.New(p.typ).Interface().(encoding.TextUnmarshaler)
	c.scratch = append(c.scratch, scratch{p, at})
	return at
}
