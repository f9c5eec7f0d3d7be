package gen

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"

	"github.com/invopop/jsonschema"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// The forms of texts that types read themselves. What they cannot say is in the
// list of examples/conformance.
const (
	datePattern     = `^([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`
	monthPattern    = `^([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})-(0[1-9]|1[0-2])$`
	monthDayPattern = `^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-9]))$`
	percentForm     = `(0|-?[1-9][0-9]{0,14}|-?(0|[1-9][0-9]{0,13})\.[0-9]{1,14})%`
	fractionForm    = `(0|-?[1-9][0-9]*)/[1-9][0-9]*`
	ratioPattern    = `^(` + percentForm + `|` + fractionForm + `)$`
	missingPattern  = `^(unknown|exclude|zero|prorate (` + percentForm + `|` + fractionForm + `))$`
)

// mapper gives the schemas of types that the generator does not know, and notes
// the types that these schemas refer to.
type mapper struct {
	mirrors map[reflect.Type]reflect.Type
	wanted  []reflect.Type
}

// mapped returns the schema of a type that reads or writes itself, and of
// integers, whose bounds the generator does not know; nil for any other.
func (m *mapper) mapped(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[mtss.Date]():
		return &jsonschema.Schema{Type: "string", Format: "date", Pattern: datePattern}
	case reflect.TypeFor[mtss.MonthDay]():
		return &jsonschema.Schema{Type: "string", Pattern: monthDayPattern}
	case reflect.TypeFor[mtss.Month]():
		return &jsonschema.Schema{Type: "string", Pattern: monthPattern}
	case reflect.TypeFor[mtss.Ratio]():
		return &jsonschema.Schema{Type: "string", Pattern: ratioPattern}
	case reflect.TypeFor[instrument.Missing]():
		return &jsonschema.Schema{Type: "string", Pattern: missingPattern}
	case reflect.TypeFor[mtss.UnitKind]():
		return words(mtss.UnitKinds()...)
	case reflect.TypeFor[mtss.Provenance]():
		return words(mtss.Confirmed, mtss.Inferred, mtss.Unconfirmed)
	case reflect.TypeFor[mtss.Verdict]():
		return words("met", "notMet", "undetermined")
	case reflect.TypeFor[rule.Kind]():
		return words(rule.Kinds()...)
	case reflect.TypeFor[rule.Applies]():
		return words("yes", "no", "undetermined")
	case reflect.TypeFor[instrument.Responses]():
		return responses()
	case reflect.TypeFor[rule.Measures]():
		return m.measures()
	case reflect.TypeFor[rule.FactTexts]():
		return m.factTexts()
	}
	if mirror, ok := m.mirrors[t]; ok {
		return m.refer(mirror)
	}
	return bounded(t)
}

func (m *mapper) refer(t reflect.Type) *jsonschema.Schema {
	m.wanted = append(m.wanted, t)
	return &jsonschema.Schema{Ref: "#/$defs/" + typeName(t)}
}

func words[T ~string](all ...T) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, w := range all {
		s.Enum = append(s.Enum, string(w))
	}
	return s
}

// bounded gives integers the bounds that the decoder has.
func bounded(t reflect.Type) *jsonschema.Schema {
	low, high := int64(-strict.MaxInt), int64(strict.MaxInt)
	bits := 64
	if k := t.Kind(); k >= reflect.Int8 && k <= reflect.Int64 || k >= reflect.Uint8 && k <= reflect.Uint64 {
		bits = t.Bits() // an int counts as 64 everywhere, so that schemas are the same on every machine
	}
	switch t.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		half := int64(math.MaxInt64) >> (64 - bits)
		low, high = max(-half-1, low), min(half, high)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		low, high = 0, int64(min(uint64(math.MaxUint64)>>(64-t.Bits()), strict.MaxInt))
	default:
		return nil
	}
	return &jsonschema.Schema{Type: "integer", Minimum: number(low), Maximum: number(high)}
}

func number(n int64) json.Number { return json.Number(strconv.FormatInt(n, 10)) }

func responses() *jsonschema.Schema {
	score := &jsonschema.Schema{Minimum: number(-strict.MaxInt), Maximum: number(strict.MaxInt)}
	score.Extras = map[string]any{"type": []string{"integer", "null"}}
	return &jsonschema.Schema{Type: "object", AdditionalProperties: score}
}

func (m *mapper) measures() *jsonschema.Schema {
	least, name := uint64(1), uint64(200)
	return &jsonschema.Schema{
		Type: "object", PropertyNames: &jsonschema.Schema{Type: "string", MinLength: &least, MaxLength: &name},
		AdditionalProperties: m.refer(reflect.TypeFor[measureDocument]()),
	}
}

func (m *mapper) factTexts() *jsonschema.Schema {
	dated := m.refer(reflect.TypeFor[rule.DatedText]())
	dated.Title = "Value with its day"
	return &jsonschema.Schema{Type: "object", AdditionalProperties: &jsonschema.Schema{OneOf: []*jsonschema.Schema{
		{Title: "Value", Type: "string"},
		dated,
		{Title: "Series", Type: "array", Items: m.refer(reflect.TypeFor[rule.DatedText]())},
	}}}
}
