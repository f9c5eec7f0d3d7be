package strict

import (
	"encoding"
	"fmt"
	"math"
	"reflect"
	"strings"
	"sync"
)

// shape is the way a Go type is decoded.
type shape uint8

const (
	shapeNone shape = iota // a type that cannot be decoded
	shapeStruct
	shapeMap
	shapeSlice
	shapeArray
	shapePointer
	shapeHook
	shapeText
	shapeString
	shapeBool
	shapeInt
	shapeUint
)

// plan is what reading, checking and writing have to know of a Go type.
type plan struct {
	typ       reflect.Type
	shape     shape
	kind      Kind          // the JSON type wanted; 0 if the type takes any
	want      string        // for messages, such as "an integer"
	elem      *plan         // of pointers, lists and maps
	len       int           // of arrays
	low, high int64         // of integers
	empty     reflect.Value // of slices: one without elements
	text      textForm      // of texts
	own       bool          // inside of others it writes itself
	quick     bool          // it can be read by Quick
	head      []byte        // of documents: kind and schema version, as they are written
	fields    []field
	names     []string // of the fields
	index     map[string]int
}

type field struct {
	name     string
	key      []byte // ,"name": as it is written
	index    []int  // from struct to struct; nil for what the head holds
	text     string // what the head holds
	plan     *plan
	rules    *rules
	optional bool
	nullable bool

	omitEmpty, omitZero bool
	saysZero            bool // its IsZero says whether it is zero
}

// of returns the value of the field in a struct.
func (f *field) of(v reflect.Value) reflect.Value {
	for _, i := range f.index {
		v = v.Field(i)
	}
	return v
}

// find returns the field of a name. It tries the next one first: members
// mostly come in the order of the fields.
func (p *plan) find(name string, next int) (int, bool) {
	if next < len(p.names) && p.names[next] == name {
		return next, true
	}
	k, ok := p.index[name]
	return k, ok
}

// plans memoises a pure function: the plan of a type never changes, and is
// stored only when it is complete.
var plans sync.Map // reflect.Type to *plan

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	b := builder{plans: map[reflect.Type]*plan{}}
	p, _ := plans.LoadOrStore(t, b.plan(t))
	return p.(*plan)
}

// builder makes plans and notes programming errors on the way.
type builder struct {
	plans map[reflect.Type]*plan // also breaks the cycles of recursive types
	where string
	errs  []error
}

func (b *builder) wrong(format string, args ...any) {
	b.errs = append(b.errs, fmt.Errorf("%s: "+format, append([]any{b.where}, args...)...))
}

var (
	readType = reflect.TypeFor[Reader]()
	textType = reflect.TypeFor[encoding.TextUnmarshaler]()
	jsonType = reflect.TypeFor[interface{ UnmarshalJSON([]byte) error }]()
)

func implements(t, iface reflect.Type) bool { return reflect.PointerTo(t).Implements(iface) }

func (b *builder) plan(t reflect.Type) *plan {
	if p, ok := b.plans[t]; ok {
		return p
	}
	p := &plan{typ: t, want: "a value"}
	b.plans[t] = p
	before := len(b.errs)
	switch {
	case implements(t, readType):
		p.shape = shapeHook
		b.promoted(t, readType)
	case implements(t, textType):
		p.is(shapeText, String)
		b.promoted(t, textType)
	default:
		b.byKind(p, t)
		b.ownJSON(t)
	}
	b.writing(p, t, len(b.errs) > before)
	p.quick = p.quickly()
	return p
}

// byKind sets the kind before it goes down, so that a recursive type finds it.
func (b *builder) byKind(p *plan, t reflect.Type) {
	switch t.Kind() {
	case reflect.Struct:
		p.is(shapeStruct, Object)
		b.structure(p, t)
	case reflect.Map:
		p.is(shapeMap, Object)
		p.elem = b.plan(t.Elem())
		b.key(p, t.Key())
	case reflect.Slice:
		p.is(shapeSlice, Array)
		p.empty = reflect.MakeSlice(t, 0, 0)
		p.elem = b.plan(t.Elem())
		b.bytes(p, t)
	case reflect.Array:
		p.is(shapeArray, Array)
		p.elem, p.len = b.plan(t.Elem()), t.Len()
	case reflect.Pointer:
		b.pointer(p, t)
	case reflect.String:
		p.is(shapeString, String)
	case reflect.Bool:
		p.is(shapeBool, Bool)
	default:
		b.number(p, t)
	}
}

func (p *plan) is(s shape, k Kind) {
	p.shape, p.kind, p.want = s, k, k.String()
	if k == Number {
		p.want = "an integer"
	}
}

// number plans the integers. Their bounds are those of the Go type, within
// what JavaScript reads exactly.
func (b *builder) number(p *plan, t reflect.Type) {
	switch t.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		half := int64(math.MaxInt64) >> (64 - t.Bits())
		p.is(shapeInt, Number)
		p.low, p.high = max(-half-1, -MaxInt), min(half, MaxInt)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		p.is(shapeUint, Number)
		p.high = int64(min(uint64(math.MaxUint64)>>(64-t.Bits()), MaxInt))
	case reflect.Float32, reflect.Float64:
		b.wrong("%s is a float, want integers and fractions", t)
	default:
		b.wrong("%s cannot be decoded", t)
	}
}

// pointer plans *T as T: null is the field's affair.
func (b *builder) pointer(p *plan, t reflect.Type) {
	p.elem = b.plan(t.Elem())
	p.shape, p.kind, p.want = shapePointer, p.elem.kind, p.elem.want
	if t.Elem().Kind() == reflect.Pointer {
		b.wrong("%s points to a pointer", t)
		p.shape, p.kind = shapeNone, 0
	}
}

func (b *builder) key(p *plan, key reflect.Type) {
	if key.Kind() != reflect.String || implements(key, textType) {
		b.wrong("%s has keys of type %s, want plain strings", p.typ, key)
		p.shape, p.kind = shapeNone, 0
	}
}

// bytes refuses []byte, which encoding/json and the schema take as base64.
func (b *builder) bytes(p *plan, t reflect.Type) {
	if p.elem.shape == shapeUint && t.Elem().Kind() == reflect.Uint8 {
		b.wrong("%s would be base64 elsewhere, want another type", t)
		p.shape, p.kind = shapeNone, 0
	}
}

func (b *builder) structure(p *plan, t reflect.Type) {
	before := b.where
	p.index = map[string]int{}
	b.schema(p, t)
	b.fields(p, t, nil)
	b.where = before
	if len(p.fields) == 0 && t.NumField() > 0 {
		b.wrong("%s has no field to decode into", t)
	}
	for i := range p.fields {
		p.names = append(p.names, p.fields[i].name)
		p.index[p.fields[i].name] = i
	}
}

// fields adds the fields of a struct, and those of the structs it embeds.
func (b *builder) fields(p *plan, t reflect.Type, index []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		b.where = t.String() + "." + f.Name
		at := append(index[:len(index):len(index)], i)
		tag, tagged := f.Tag.Lookup("json")
		name, options, _ := strings.Cut(tag, ",")
		switch {
		case tag == "-":
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			b.fields(p, f.Type, at)
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Pointer:
			b.wrong("is an embedded pointer, want an embedded struct")
		case f.PkgPath == "":
			if !tagged || name == "" || name == "-" {
				b.wrong("has no name in a json tag")
			}
			b.field(p, f, at, name, options)
		case tagged:
			b.wrong("has a json tag and is not exported")
		}
	}
}
