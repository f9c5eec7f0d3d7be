package instrument_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// filler fills values at random: whatever fields a finding gets, the test has them.
type filler struct {
	*rand.Rand
	t    *testing.T
	text []string
}

// fill sets a value in two of three cases; lists get shorter on the way down.
func (f *filler) fill(v reflect.Value, depth int) {
	if f.IntN(3) == 0 {
		return
	}
	switch at := v.Addr().Interface().(type) {
	case *rule.Value:
		*at = []rule.Value{
			rule.Of(mtss.Tally{Earned: 1, Possible: 3, Unknown: 1}), rule.OfPart(mtss.Tally{Earned: 1, Possible: 3}, 5, true),
			rule.OfSpan(mtss.Span{Low: mtss.NewRatio(1, 3)}), rule.OfYesNo(mtss.Met), rule.OfCategory(f.text[f.IntN(len(f.text))]),
			rule.Of(mtss.Tally{Earned: 1, Possible: 2}).OnDay(mtss.Date{Year: 2026, Month: 1, Day: 20}),
		}[f.IntN(6)]
		return
	case *rule.Wanted:
		text := []string{`{"atLeast":"80%"}`, `{"between":["1","2"]}`, `{"is":"\u003c"}`, `{"oneOf":["a","b"]}`}[f.IntN(4)]
		if err := json.Unmarshal([]byte(text), at); err != nil {
			f.t.Fatal(err)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), depth)
		}
	case reflect.Slice:
		n := f.IntN(max(1, 4-depth))
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.fill(v.Index(i), depth+1)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), depth)
	case reflect.String:
		v.SetString(f.text[f.IntN(len(f.text))])
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int64:
		v.SetInt([]int64{-1, 1, 100}[f.IntN(3)])
	default:
		f.t.Fatalf("cannot fill %s", v.Type())
	}
}

// A criterion and its finding are written in the bytes of the plan of their types, or are
// left to it.
func TestFindingsAsByPlan(t *testing.T) {
	random := rand.New(rand.NewPCG(20, 2))
	good := []string{"", "a", "80 %", "é", "<\"\\>&\u2028\n"}
	plain, all := 0, 0
	for i := range 4000 {
		f := filler{Rand: random, t: t, text: good}
		if i%4 == 0 {
			f.text = append(f.text[:len(good):len(good)], "\xff")
		}
		var c instrument.CriterionResult
		f.fill(reflect.ValueOf(&c).Elem(), 0)
		want, err := instrument.AppendByPlan([]byte("before "), &c)
		got, ok := instrument.AppendPlain([]byte("before "), &c)
		if ok && (err != nil || string(got) != string(want)) {
			t.Fatalf("%+v\nis written as %s\nby its plan %s, %v", c, got, want, err)
		}
		if err == nil && !ok {
			t.Fatalf("%+v is good and not plain", c)
		}
		if all++; ok {
			plain++
		}
	}
	if plain < all/2 {
		t.Errorf("%d of %d are plain, want most", plain, all)
	}
}

// What cannot be written fails as before, with its path; nothing is appended.
func TestFindingsThatAreLeftToThePlan(t *testing.T) {
	nested := func(depth int) (f rule.Finding) {
		for range depth {
			f = rule.Finding{Children: []rule.Finding{f}}
		}
		return f
	}
	for _, test := range []struct {
		why  string
		f    rule.Finding
		want string // of the problem: its path and code
	}{
		{"a path that is not UTF-8", rule.Finding{Path: "\xff"}, "/path json.encoding"},
		{"a source that is not UTF-8", rule.Finding{Source: &mtss.Source{Title: "\xff"}}, "/source/title json.encoding"},
		{"a need below a child", rule.Finding{Children: []rule.Finding{{}, {Needed: []rule.Need{{Unit: "\xff"}}}}}, "/children/1/needed/0/unit json.encoding"},
		{"deep, but not too deep", nested(31), ""},
		{"too deep", nested(32), strings.Repeat("/children/0", 31) + "/children/0 json.depth"},
	} {
		c := instrument.CriterionResult{Finding: test.f}
		dst := []byte("before ")
		out, err := c.AppendJSON(dst)
		got := ""
		for _, issue := range mtss.Issues(err) {
			got = issue.Path + " " + string(issue.Code)
		}
		if got != test.want || err != nil && string(out) != "before " {
			t.Errorf("%s: got %q and %s, want %q", test.why, got, out, test.want)
		}
	}
}
