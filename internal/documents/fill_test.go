package documents_test

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// filler makes values with everything in them that their tags let them have, and that
// samples seldom have at once: most optional members, words of the lists, numbers from
// the least on, ids of which many meet.
type filler struct{ *rand.Rand }

// deepest is where nothing optional follows any more.
const deepest = 8

// fill fills in v, which has the limits of a tag.
func (f filler) fill(v reflect.Value, tag string, depth int) {
	if known(f.Rand, v) {
		return
	}
	ids := []string{"a", "b", "c", "total", "dca", "1"}
	words, limits := limitsOf(tag)
	switch v.Kind() {
	case reflect.String:
		if _, is := v.Interface().(mtss.Provenance); is {
			words = []string{"confirmed", "inferred", "unconfirmed"}
		}
		if words == nil {
			words = ids
		}
		v.SetString(words[f.IntN(len(words))])
	case reflect.Bool:
		v.SetBool(f.IntN(2) == 0)
	case reflect.Int8:
		v.SetInt(int64(f.IntN(3) - 1)) // a verdict
	case reflect.Int, reflect.Int64:
		v.SetInt(limits["minimum"] + f.Int64N(4))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), tag, depth+1)
	case reflect.Slice:
		n := int(limits["minItems"])
		if depth < deepest {
			n += f.IntN(3)
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.fill(v.Index(i), tag, depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range f.IntN(3) {
			value := reflect.New(v.Type().Elem()).Elem()
			f.fill(value, "", depth+1)
			v.SetMapIndex(reflect.ValueOf(ids[f.IntN(len(ids))]).Convert(v.Type().Key()), value)
		}
	case reflect.Struct:
		f.members(v, depth)
	}
}

// members fills in the members of a struct, of the optional ones two in three.
func (f filler) members(v reflect.Value, depth int) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name := field.Tag.Get("json")
		if !field.IsExported() || name == "-" {
			continue
		}
		optional := strings.Contains(name, ",omit") || field.Type.Kind() == reflect.Pointer
		if !optional || depth <= deepest && f.IntN(3) > 0 {
			f.fill(v.Field(i), field.Tag.Get("jsonschema"), depth+1)
		}
	}
}

// limitsOf returns the words that a tag lists, and its numbers by name.
func limitsOf(tag string) (words []string, limits map[string]int64) {
	limits = map[string]int64{}
	for part := range strings.SplitSeq(tag, ",") {
		name, value, _ := strings.Cut(part, "=")
		if name == "enum" {
			words = append(words, value)
		} else if n, err := strconv.ParseInt(value, 10, 64); err == nil {
			limits[name] = n
		}
	}
	return words, limits
}

// known sets values of types that have forms of their own.
func known(r *rand.Rand, v reflect.Value) bool {
	switch at := v.Addr().Interface().(type) {
	case *mtss.Date:
		*at = mtss.Date{Year: 2025 + r.IntN(2), Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)}
	case *mtss.Month:
		*at = mtss.Month{Year: 2025 + r.IntN(2), Month: 1 + r.IntN(12)}
	case *mtss.MonthDay:
		*at = mtss.MonthDay{Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)}
	case *mtss.Tally:
		*at = mtss.Tally{Earned: int64(r.IntN(3)), Possible: int64(3 + r.IntN(3)), Unknown: int64(r.IntN(2))}
	case *mtss.UnitKind:
		*at = []mtss.UnitKind{mtss.KindSchool, mtss.KindDistrict}[r.IntN(2)]
	default:
		return readsItself(r, v)
	}
	return true
}
