package strict_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// texts and numbers that some limit refuses and some passes.
var (
	someTexts = []string{
		"", "a", "b", "yes", "no", "code", "bad", "YES", "abc", "ä", "äöü", "<&>", "a\u2028b\u2029", "\x00\b\f\n\r\t\x1f\x7f", `"\/`,
		"school", "district", "planet", "2026-01-20", "2026-13-45", "met", strings.Repeat("long ", 50), "😀", "~/",
	}
	goodTexts = []string{"a", "b", "c", "ab", "abc", "yes", "no"}
	someInts  = []int64{0, 1, 2, -1, 3, 5, 6, 9, 10, 127, 128, 255, 256, strict.MaxInt, strict.MaxInt + 1, -strict.MaxInt - 1, math.MaxInt64, math.MinInt64}
	someDates = []mtss.Date{{}, {Year: 2026, Month: 13, Day: 45}, {Year: 2026, Month: 2, Day: 29}, {Year: -1, Month: 1, Day: 1}, {Year: 12345, Month: 1, Day: 1}}
	goodDate  = mtss.Date{Year: 2026, Month: 1, Day: 20}
)

// filler fills values: spoil of a hundred leaves are spoiled.
type filler struct {
	*rand.Rand
	spoil int
	utf8  bool // all texts are UTF-8
}

func (f filler) bad() bool { return f.IntN(100) < f.spoil }

func (f filler) text() string {
	switch {
	case !f.bad():
		return goodTexts[f.IntN(len(goodTexts))]
	case !f.utf8 && f.IntN(20) == 0:
		return "a\xffb"
	}
	return someTexts[f.IntN(len(someTexts))]
}

func (f filler) number() int64 {
	if !f.bad() {
		return f.Int64N(3)
	}
	return someInts[f.IntN(len(someInts))]
}

func (f filler) fill(v reflect.Value, depth int) {
	if !v.CanSet() { // an embedded struct that is not exported
		f.kind(v, depth)
		return
	}
	switch at := v.Addr().Interface().(type) {
	case *mtss.Date:
		*at = goodDate
		if f.bad() {
			*at = someDates[f.IntN(len(someDates))]
		}
		return
	case *mtss.Verdict:
		*at = mtss.Verdict(f.IntN(3) - 1)
		return
	case *mtss.UnitKind:
		*at = mtss.KindSchool
		if f.bad() {
			*at = mtss.UnitKind(f.text())
		}
		return
	case *day:
		at.text = "2026-01-20"
		if f.bad() {
			at.text = f.text()
		}
		return
	case *score:
		if at.set = f.IntN(4) > 0; at.set {
			at.points = f.number()
		}
		return
	case *answers:
		*at = nil
		for range f.IntN(4) {
			one := answer{item: f.text(), notScored: f.IntN(4) == 0}
			if !one.notScored {
				one.score = int(f.number())
			}
			if f.bad() || !slices.ContainsFunc(*at, func(a answer) bool { return a.item == one.item }) {
				*at = append(*at, one)
			}
		}
		return
	}
	f.kind(v, depth)
}

func (f filler) kind(v reflect.Value, depth int) {
	many := f.IntN(4)
	if depth > 5 {
		many = 0
	}
	if v.CanSet() {
		v.SetZero()
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(f.text())
	case reflect.Bool:
		v.SetBool(f.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(f.number())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(f.number()))
	case reflect.Pointer:
		if many > 1 {
			v.Set(reflect.New(v.Type().Elem()))
			f.fill(v.Elem(), depth+1)
		}
	case reflect.Slice:
		if f.IntN(5) > 0 {
			v.Set(reflect.MakeSlice(v.Type(), many, many))
		}
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			f.fill(v.Index(i), depth+1)
		}
	case reflect.Map:
		if f.IntN(5) > 0 {
			v.Set(reflect.MakeMap(v.Type()))
			for range many {
				elem := reflect.New(v.Type().Elem()).Elem()
				f.fill(elem, depth+1)
				v.SetMapIndex(reflect.ValueOf(f.text()).Convert(v.Type().Key()), elem)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if (field.IsExported() || field.Anonymous) && field.Tag.Get("json") != "-" {
				f.fill(v.Field(i), depth+1)
			}
			// Left out, an empty list comes back as none.
			if k := field.Type.Kind(); (k == reflect.Slice || k == reflect.Map) && v.Field(i).Len() == 0 && strings.Contains(field.Tag.Get("json"), "omitempty") {
				v.Field(i).SetZero()
			}
		}
	}
}

// leaves are the types of fields, with tags that fit them.
var leaves = []struct {
	of   reflect.Type
	tags []string
}{
	{reflect.TypeFor[string](), []string{"", "minLength=1", "minLength=1,maxLength=3", "enum=a,enum=yes,enum=b", "pattern=^[a-zä]*$"}},
	{reflect.TypeFor[int](), []string{"", "minimum=0", "minimum=-1,maximum=5", "enum=0,enum=2,enum=1"}},
	{reflect.TypeFor[int8](), []string{"", "maximum=2"}},
	{reflect.TypeFor[uint16](), []string{"", "minimum=1"}},
	{reflect.TypeFor[uint64](), []string{""}},
	{reflect.TypeFor[bool](), []string{""}},
	{reflect.TypeFor[word](), []string{"", "enum=yes,enum=no,enum=a"}},
	{reflect.TypeFor[mtss.Date](), []string{""}},
	{reflect.TypeFor[mtss.Verdict](), []string{""}},
	{reflect.TypeFor[mtss.Unit](), []string{""}},
	{reflect.TypeFor[day](), []string{""}},
	{reflect.TypeFor[score](), []string{""}},
	{reflect.TypeFor[answers](), []string{""}},
	{reflect.TypeFor[by](), []string{""}},
	{reflect.TypeFor[form](), []string{""}},
	{reflect.TypeFor[[]string](), []string{"", "uniqueItems=true,minLength=1", "minItems=1,maxItems=2", "uniqueItems=true,maxItems=3"}},
	{reflect.TypeFor[[]common](), []string{"", "uniqueItems=true"}},
	{reflect.TypeFor[[]word](), []string{"", "uniqueItems=true,enum=yes,enum=no,enum=a,enum=b"}},
	{reflect.TypeFor[[]mtss.Date](), []string{"", "uniqueItems=true"}},
	{reflect.TypeFor[[]*int](), []string{"", "maximum=5"}},
	{reflect.TypeFor[[2]int](), []string{"", "minimum=0"}},
	{reflect.TypeFor[[]answers](), []string{""}},
	{reflect.TypeFor[map[string]int](), []string{""}},
	{reflect.TypeFor[map[string][]common](), []string{""}},
	{reflect.TypeFor[*int](), []string{"", "nullable", "nullable,minimum=1"}},
	{reflect.TypeFor[*mtss.Date](), []string{"", "nullable"}},
	{reflect.TypeFor[*by](), []string{"", "nullable"}},
}

// family returns a type of the family that all types of documents are of.
func family(r *rand.Rand, depth int) reflect.Type {
	var fields []reflect.StructField
	for i := range 1 + r.IntN(6) {
		leaf := leaves[r.IntN(len(leaves))]
		of, tag := leaf.of, leaf.tags[r.IntN(len(leaf.tags))]
		if depth < 3 && r.IntN(5) == 0 {
			of, tag = family(r, depth+1), ""
			switch r.IntN(4) {
			case 0:
				of = reflect.SliceOf(of)
			case 1:
				of = reflect.PointerTo(of)
			case 2:
				of = reflect.MapOf(reflect.TypeFor[string](), of)
			}
		}
		option := []string{"", "", ",omitzero", ",omitempty"}[r.IntN(4)]
		if option == ",omitzero" && tag == "" && r.IntN(8) == 0 {
			tag = "required"
		}
		fields = append(fields, reflect.StructField{
			Name: fmt.Sprintf("F%d", i), Type: of,
			Tag: reflect.StructTag(fmt.Sprintf(`json:"m%d%s" jsonschema:"%s"`, i, option, tag)),
		})
	}
	return reflect.StructOf(fields)
}

// listed gives lists and maps that are written and nil no elements, which is
// what distinguishes the codec from encoding/json.
func listed(v reflect.Value, keep bool) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			omits := strings.Contains(field.Tag.Get("json"), "omit")
			if (field.IsExported() || field.Anonymous) && !(strings.Contains(field.Tag.Get("json"), "omitzero") && v.Field(i).IsZero()) {
				listed(v.Field(i), !omits)
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			listed(v.Elem(), true)
		}
	case reflect.Slice:
		if v.IsNil() && keep && v.CanSet() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			listed(v.Index(i), true)
		}
	case reflect.Map:
		if v.IsNil() && keep && v.CanSet() {
			v.Set(reflect.MakeMap(v.Type()))
		}
		for _, key := range v.MapKeys() {
			elem := reflect.New(v.Type().Elem()).Elem()
			elem.Set(v.MapIndex(key))
			listed(elem, true)
			v.SetMapIndex(key, elem)
		}
	}
}
