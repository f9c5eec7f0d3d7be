// Package spoil has one job: it tests that documents made in Go and documents read
// from JSON are refused alike, by spoiling good ones.
//
//	spoil.Try(t, 1000, coaching.DecodeServicePlans, plans)
//
// The flag -spoil multiplies how often it tries: go test ./coaching -spoil 20.
package spoil

import (
	"bytes"
	"flag"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

var more = flag.Int("spoil", 1, "how many times as often documents are spoiled")

// Try spoils a good document in a few places, so many times, and fails the test
// unless checking the Go value and reading what it is written as give the same
// list of problems; a value that passes must read back equal and be written in
// the same bytes again. Both good and bad values must come up.
func Try[T any, P interface {
	*T
	mtss.Document
}](t *testing.T, tries int, decode func([]byte) (T, error), good T) {
	t.Helper()
	tries *= *more
	if testing.Short() {
		tries /= 10
	}
	s := spoiler{Rand: rand.New(rand.NewPCG(15, uint64(tries)))}
	s.collect(reflect.ValueOf(&good).Elem())
	passed, refused, unwritten := 0, 0, 0
	for i := range tries {
		v := kit.Clone(good)
		for range 1 + s.IntN(3) {
			s.spoil(reflect.ValueOf(&v).Elem())
		}
		var before T
		if i%10 == 0 {
			before = kit.Clone(v)
		}
		bad := P(&v).Validate()
		data, err := P(&v).AppendJSON(nil)
		if i%10 == 0 {
			if diff := cmp.Diff(before, v); diff != "" {
				t.Fatalf("checking or writing changes a value (-before +after):\n%s", diff)
			}
		}
		if err != nil {
			if unwritten++; bad == nil {
				t.Fatalf("passes, and cannot be written: %v\n%+v", err, v)
			}
			continue
		}
		back, err := decode(data)
		if !reflect.DeepEqual(mtss.Issues(bad), mtss.Issues(err)) {
			t.Fatalf("checked and read are refused differently (-checked +read):\n%s%s", cmp.Diff(mtss.Issues(bad), mtss.Issues(err)), data)
		}
		if err != nil {
			refused++
			continue
		}
		passed++
		if diff := cmp.Diff(v, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("comes back different (-written +read):\n%s%s", diff, data)
		}
		if again, err := P(&back).AppendJSON(nil); err != nil || !bytes.Equal(again, data) {
			t.Fatalf("is written as\n%s and then\n%s: %v", data, again, err)
		}
	}
	if tries >= 100 && (passed == 0 || refused == 0) {
		t.Errorf("%d pass, %d are refused and %d cannot be written: want all of them", passed, refused, unwritten)
	}
}

// spoiler changes one place of a value at a time.
type spoiler struct {
	*rand.Rand
	texts []string // that the good document has, so that ids meet and words are misplaced
}

// collect notes the texts of a value.
func (s *spoiler) collect(v reflect.Value) {
	each(v, func(at reflect.Value) {
		if at.Kind() == reflect.String && !slices.Contains(s.texts, at.String()) {
			s.texts = append(s.texts, at.String())
		}
	})
}

// each visits every place of a value that can be set. What reads itself is left to
// the tests of its own package.
func each(v reflect.Value, visit func(reflect.Value)) {
	if _, reads := v.Addr().Interface().(strict.Reader); reads {
		return
	}
	visit(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			each(v.Elem(), visit)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			each(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Tag.Get("json") != "-" {
				each(v.Field(i), visit)
			}
		}
	}
}

// spoil changes one place.
func (s *spoiler) spoil(v reflect.Value) {
	var places []reflect.Value
	each(v, func(at reflect.Value) {
		switch at.Kind() {
		case reflect.Struct:
			if _, ratio := at.Interface().(mtss.Ratio); !ratio {
				return
			}
		case reflect.Map, reflect.Array:
			return
		}
		places = append(places, at)
	})
	s.change(places[s.IntN(len(places))])
}

func (s *spoiler) change(at reflect.Value) {
	numbers := []int64{0, 1, 2, -1, 13, 45, 100, 745, 1441, 10_000, mtss.MaxCount + 1, math.MaxInt64, math.MinInt64}
	switch at.Kind() {
	case reflect.String:
		at.SetString(s.text())
	case reflect.Bool:
		at.SetBool(!at.Bool())
	case reflect.Int, reflect.Int64:
		at.SetInt(numbers[s.IntN(len(numbers))])
	case reflect.Pointer:
		if at.IsNil() {
			at.Set(reflect.New(at.Type().Elem()))
		} else {
			at.SetZero()
		}
	case reflect.Slice:
		s.list(at)
	case reflect.Struct:
		ratios := []mtss.Ratio{{}, mtss.Whole(0), mtss.Whole(1), mtss.NewRatio(1, 2), mtss.NewRatio(-1, 3), mtss.NewRatio(3, 2)}
		at.Set(reflect.ValueOf(ratios[s.IntN(len(ratios))]))
	}
}

func (s *spoiler) text() string {
	if s.IntN(2) == 0 {
		return s.texts[s.IntN(len(s.texts))]
	}
	others := []string{"", "x", "yes", "a b", "ä<&>", "a\u2028b", "a\x00b", "a\xffb", "12:60", "2026-02-30", strings.Repeat("long ", 300)}
	return others[s.IntN(len(others))]
}

// list drops, adds or repeats an element.
func (s *spoiler) list(at reflect.Value) {
	n := at.Len()
	switch {
	case s.IntN(4) == 0:
		at.Set(reflect.MakeSlice(at.Type(), 0, 0))
	case s.IntN(4) == 0:
		at.SetZero()
	case n > 0 && s.IntN(2) == 0:
		at.Set(reflect.Append(at, reflect.ValueOf(kit.Clone(at.Index(s.IntN(n)).Interface()))))
	case n > 1:
		i, j := s.IntN(n), s.IntN(n)
		first, second := at.Index(i).Interface(), at.Index(j).Interface()
		at.Index(i).Set(reflect.ValueOf(second))
		at.Index(j).Set(reflect.ValueOf(first))
	default:
		at.Set(reflect.Append(at, reflect.Zero(at.Type().Elem())))
	}
}
