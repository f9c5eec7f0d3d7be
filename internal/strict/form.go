package strict

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
)

// textForm is the way in which a type gives its text.
type textForm uint8

const (
	textNone textForm = iota // it gives none
	textAppended
	textMarshaled
	textKind // it is a string
)

// Appender is a type that writes itself. Inside of others it is asked to if it
// is a [Reader], or if its fields do not tell its form: any
// other has AppendJSON from this package, and is written by its plan.
type Appender interface {
	AppendJSON(dst []byte) ([]byte, error)
}

type schemed interface{ Schema() mtss.Schema }

type zeroer interface{ IsZero() bool }

var (
	appendType  = reflect.TypeFor[Appender]()
	schemaType  = reflect.TypeFor[schemed]()
	zeroType    = reflect.TypeFor[zeroer]()
	marshalType = reflect.TypeFor[json.Marshaler]()
	toTextType  = reflect.TypeFor[encoding.TextMarshaler]()
	addTextType = reflect.TypeFor[encoding.TextAppender]()
)

// writing plans how values of the type are written. A type is faulty if its
// fields do not tell its form.
func (b *builder) writing(p *plan, t reflect.Type, faulty bool) {
	marshals, appends := implements(t, marshalType), implements(t, appendType)
	switch {
	case p.shape == shapeHook:
		if !marshals && !appends {
			b.wrong("%s reads itself and has neither AppendJSON nor MarshalJSON", t)
		}
	case p.shape != shapeText:
		if p.shape != shapePointer && implements(t, toTextType) && !marshals {
			b.wrong("%s has MarshalText and no UnmarshalText", t)
		}
		// A type that appends itself has its MarshalJSON from this package.
		p.own = (appends || marshals) && (faulty || !appends) && p.head == nil
	case implements(t, addTextType):
		p.text = textAppended
	case implements(t, toTextType):
		p.text = textMarshaled
	case t.Kind() == reflect.String:
		p.text = textKind
	default:
		b.wrong("%s has UnmarshalText and no MarshalText", t)
	}
}

// schema plans the two members with which a document begins.
func (b *builder) schema(p *plan, t reflect.Type) {
	if !implements(t, schemaType) {
		return
	}
	schema := reflect.New(t).Interface().(schemed).Schema()
	kind, version := limitless(), limitless()
	kind.enum = []string{schema.Kind}
	version.minimum, version.maximum = int64(schema.Version), int64(schema.Version)
	p.fields = append(p.fields,
		field{name: "kind", text: schema.Kind, plan: b.plan(reflect.TypeFor[string]()), rules: kind},
		field{name: "schemaVersion", text: strconv.Itoa(schema.Version), plan: b.plan(reflect.TypeFor[int]()), rules: version})
	text, _ := appendString(nil, schema.Kind, true)
	p.head = append(append([]byte(`"kind":`), text...), `,"schemaVersion":`...)
	p.head = strconv.AppendInt(p.head, int64(schema.Version), 10)
}

// key returns a name as it is written after another member.
func key(name string) []byte {
	text, _ := appendString([]byte{','}, name, true)
	return append(text, ':')
}

// omits reports whether a value is left out, as encoding/json has it.
func (f *field) omits(v reflect.Value) bool {
	switch {
	case f.omitEmpty && isEmpty(v):
		return true
	case !f.omitZero:
		return false
	case !f.saysZero:
		return v.IsZero()
	case v.Kind() == reflect.Pointer:
		return v.IsNil() || v.Interface().(zeroer).IsZero()
	}
	return v.Addr().Interface().(zeroer).IsZero()
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}
