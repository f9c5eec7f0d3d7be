package strict

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// field plans one member. A second field of the same name is left out.
func (b *builder) field(p *plan, f reflect.StructField, index []int, name, options string) {
	name = cmp.Or(name, f.Name)
	if slices.ContainsFunc(p.fields, func(other field) bool { return other.name == name }) {
		b.wrong("has the name %q, which another field has", name)
		return
	}
	// As in the schema generator, these flags are looked for between any commas.
	flags := strings.Split(f.Tag.Get("jsonschema"), ",")
	out := field{name: name, index: index, nullable: slices.Contains(flags, "nullable")}
	b.options(&out, f.Type, options)
	out.optional = (out.omitEmpty || out.omitZero) && !slices.Contains(flags, "required")
	where := b.where
	out.plan = b.plan(f.Type)
	b.where = where
	b.nullable(&out, flags)
	out.rules = b.rules(f.Tag, out.plan)
	out.key = key(name)
	p.fields = append(p.fields, out)
}

// options reads the options of a json tag, which say when a member is left out.
func (b *builder) options(f *field, t reflect.Type, options string) {
	if options == "" {
		return
	}
	for _, option := range strings.Split(options, ",") {
		switch option {
		case "omitempty":
			f.omitEmpty = true
		case "omitzero":
			f.omitZero = true
		default:
			b.wrong("has the json option %q, want omitempty or omitzero", option)
		}
	}
	f.saysZero = t.Implements(zeroType) || t.Kind() != reflect.Pointer && implements(t, zeroType)
}

// nullable allows null where Go can tell it from a value: for a pointer, and
// for a type that sees null itself. A list is never nil when it is present.
func (b *builder) nullable(f *field, flags []string) {
	if flags[0] == "-" {
		b.wrong("is hidden from the schema and not from the decoder")
	}
	if !f.nullable || f.plan.shape == shapePointer {
		return
	}
	if f.plan.shape != shapeHook {
		b.wrong("is nullable, which needs a pointer")
	}
	f.nullable = false
}

// promoted finds a struct that decodes as one of its embedded parts, and so
// would not decode its other fields.
func (b *builder) promoted(t, iface reflect.Type) {
	if t.Kind() != reflect.Struct {
		return
	}
	part, others := "", false
	for i := range t.NumField() {
		f := t.Field(i)
		_, tagged := f.Tag.Lookup("json")
		if f.Anonymous && f.Type.Kind() != reflect.Interface && (f.Type.Implements(iface) || implements(f.Type, iface)) {
			part = f.Name
		} else if tagged {
			others = true
		}
	}
	if part != "" && others {
		b.wrong("%s decodes itself as its embedded %s and loses its other fields", t, part)
	}
}

// ownJSON refuses types that have only UnmarshalJSON, whose form the decoder
// cannot know. A struct is let pass: its method may well call this package,
// and its fields say its form.
func (b *builder) ownJSON(t reflect.Type) {
	if t.Kind() != reflect.Struct && implements(t, jsonType) {
		b.wrong("%s has UnmarshalJSON, want to be a Reader or have UnmarshalText", t)
	}
}

// Check reports every programming error in the type of v and in the types
// below it: floats and other types that cannot be decoded, fields without a
// json name, tags that decoder and schema would not read alike, and patterns
// that do not compile. A [Reader] is taken at its
// word. For the tests of the packages that decode.
func Check(v any) []error {
	t := reflect.TypeOf(v)
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil {
		return []error{errNoType}
	}
	b := builder{plans: map[reflect.Type]*plan{}, where: t.String()}
	b.plan(t)
	return b.errs
}
