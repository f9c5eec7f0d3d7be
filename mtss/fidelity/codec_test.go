package fidelity_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// stored is a document of a type, in Go and as it is stored.
type stored[T any] interface {
	*T
	mtss.Document
	UnmarshalJSON(data []byte) error
}

// documents are all types of documents, each by a test of what it is refused for.
func documents() map[string]func(t *testing.T, tries int) {
	return map[string]func(*testing.T, int){
		"practitioners":  bothForms[roster.Roster](goodPractitioners),
		"observations":   bothForms[fidelity.Observations](goodObservations),
		"observation":    bothForms[fidelity.ObservationLine](goodObservation),
		"outcomes":       bothForms[fidelity.Outcomes](goodOutcomes),
		"dosages":        bothForms[fidelity.Dosages](goodDosages),
		"fidelityPolicy": bothForms[fidelity.Policy](goodPolicy),
		"schedule":       bothForms[schedule.Schedule](goodSchedule),
		"coordinators":   bothForms[fidelity.Coordinators](goodCoordinators),
		"fidelityReport": bothForms[fidelity.ShareReport](goodReport),
	}
}

// A Go value is refused for what its JSON is refused for, in the same words; what
// passes reads back equal, and is written to the same bytes again.
func TestDocumentsInBothForms(t *testing.T) {
	tries := 2500 // 20,000 in all
	if testing.Short() || slower > 1 {
		tries = 200
	}
	for kind, test := range documents() {
		t.Run(kind, func(t *testing.T) { test(t, tries) })
	}
}

func bothForms[T any, P stored[T]](good string) func(t *testing.T, tries int) {
	return func(t *testing.T, tries int) {
		passed, refused := 0, 0
		for i := range tries {
			var v, back T
			if err := P(&v).UnmarshalJSON([]byte(good)); err != nil {
				t.Fatal(mtss.Issues(err))
			}
			r := random(uint64(i))
			for range r.IntN(3) {
				spoil(r, reflect.ValueOf(&v).Elem())
			}
			got := mtss.Issues(P(&v).Validate())
			data, err := P(&v).AppendJSON(nil)
			if err != nil {
				if first := mtss.Issues(err)[0]; !slices.ContainsFunc(got, func(i mtss.Issue) bool { return i.Path == first.Path && i.Code == first.Code }) {
					t.Fatalf("%d: is not written for %v, and refused for %v", i, first, got)
				}
				continue
			}
			err = P(&back).UnmarshalJSON(data)
			if diff := cmp.Diff(mtss.Issues(err), got); diff != "" {
				t.Fatalf("%d: %s\n(-decoded +validated)\n%s", i, data, diff)
			}
			if err != nil {
				refused++
				continue
			}
			passed++
			if diff := cmp.Diff(v, back); diff != "" {
				t.Fatalf("%d: %s reads back as (-want +got)\n%s", i, data, diff)
			}
			again, err := json.Marshal(P(&back))
			if err != nil || !bytes.Equal(again, data) {
				t.Fatalf("%d: is written again as %s, want %s, %v", i, again, data, err)
			}
		}
		if refused < tries/20 || passed < tries/20 {
			t.Errorf("%d refused, %d passed: too few of one", refused, passed)
		}
	}
}

// spoil sets one leaf of a value to something that may be wrong there.
func spoil(r *rand.Rand, v reflect.Value) {
	switch at := v.Addr().Interface().(type) {
	case *mtss.Date:
		*at = []mtss.Date{{}, {Year: 2026, Month: 13, Day: 45}, {Year: 2026, Month: 2, Day: 29}, {Year: -1, Month: 1, Day: 1}, today, today.AddDays(-400)}[r.IntN(6)]
		return
	case *mtss.MonthDay:
		*at = []mtss.MonthDay{{}, {Month: 13, Day: 1}, {Month: 2, Day: 29}, {Month: 6, Day: 31}}[r.IntN(4)]
		return
	case *mtss.Ratio:
		*at = []mtss.Ratio{{}, mtss.Whole(2), mtss.NewRatio(-1, 3), mtss.NewRatio(1, 3), mtss.NewRatio(123456789, 987654321)}[r.IntN(5)]
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		at := r.IntN(v.NumField())
		for v.Type().Field(at).Tag.Get("json") == "-" {
			at = r.IntN(v.NumField())
		}
		spoil(r, v.Field(at))
	case reflect.Slice:
		n := v.Len()
		switch {
		case n > 0 && r.IntN(4) > 0:
			spoil(r, v.Index(r.IntN(n)))
		case n > 0 && r.IntN(2) == 0:
			v.Set(reflect.Append(v, v.Index(r.IntN(n))))
		case r.IntN(2) == 0:
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		case n > 0:
			v.Set(v.Slice(0, n-1))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		spoil(r, v.Elem())
	case reflect.String:
		v.SetString([]string{"", "a", "b", "walk", "p", "north", "school", "quality", "latest", "a\xffb", "<&>\u2028", strings.Repeat("long ", 60)}[r.IntN(12)])
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int64:
		v.SetInt([]int64{0, 1, 2, 3, -1, 1001, 36601, 1 << 53, 1<<53 + 1}[r.IntN(9)])
	}
}

// What a share displays is what its counts come to, or it is refused: it is
// never read as something else than it says.
func TestShareReadsBack(t *testing.T) {
	for _, test := range []struct {
		old, new string
		want     []string
	}{
		{`"atFidelity":2`, `"atFidelity":3`, []string{"/shares/0/intended fidelity.share", "/shares/0/employed fidelity.share", "/shares/0/observed fidelity.share"}},
		{`"percent":null`, `"percent":"50.0"`, []string{"/shares/0/intended fidelity.share"}},
		{`"low":"40.0"`, `"low":40`, []string{"/shares/0/intended/low json.type"}},
		{`"low":"40.0"`, `"low":null`, []string{"/shares/0/intended fidelity.share"}},
		{`"low":"40.0",`, ``, []string{"/shares/0/intended/low json.missing"}},
		{`"open":0`, `"open":-1`, []string{"/shares/0/open json.range"}},
		{`"dimension":"quality"`, `"dimension":"charm"`, []string{"/shares/0/dimensions/0/dimension json.enum"}},
		{`"atLeast":"80%"`, `"atLeast":"180%"`, []string{"/policy/atLeast fidelity.policy.cut"}},
		{`"caveats":[`, `"caveats":[null,`, []string{"/caveats/0 json.null"}},
	} {
		if strings.Count(goodReport, test.old) == 0 {
			t.Fatalf("%s is not in %s", test.old, goodReport)
		}
		_, err := fidelity.DecodeShareReport([]byte(strings.Replace(goodReport, test.old, test.new, 1)))
		same(t, test.new, test.want, found(err))
	}
	var s fidelity.Share
	if err := json.Unmarshal([]byte(`{"atFidelity":1}`), &s); err == nil {
		t.Error("a share by itself is read with members missing")
	}
}

// A word of a closed list is refused with the list, and with the nearest word.
func TestWordsAreListed(t *testing.T) {
	for _, test := range []struct{ document, old, new, want string }{
		{goodPolicy, `"meanOfLast"`, `"meanofLast"`, `is "meanofLast", did you mean "meanOfLast"?`},
		{goodOutcomes, `"higher"`, `"up"`, `is "up", want "higher" or "lower"`},
		{goodObservation, `"quality"`, `"qualty"`, `did you mean "quality"?`},
	} {
		var err error
		switch document := []byte(strings.Replace(test.document, test.old, test.new, 1)); test.document {
		case goodPolicy:
			_, err = fidelity.DecodePolicy(document)
		case goodOutcomes:
			_, err = fidelity.DecodeOutcomes(document)
		default:
			_, err = fidelity.DecodeObservation(document)
		}
		if !strings.Contains(fmt.Sprint(err), test.want) {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
}

// Nothing that is handed out shares memory with what came in.
func TestNothingShared(t *testing.T) {
	observed := seen("p 2026-04-01 9/10")
	observed[0].Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("1/2")}}
	standing, err := fidelity.InForce(observed)
	_, used, explained := four().Explain(observed, today)
	if err != nil || explained != nil {
		t.Fatal(err, explained)
	}
	report := counted(t, people(north, "p"), observed, four(), mtss.Hierarchy{}, today)
	before := encoded(t, []any{standing, used, report})
	observed[0].Dimensions[0] = fidelity.DimensionScore{Dimension: fidelity.Exposure, Score: tally("2/2")}
	same(t, "observations", before, encoded(t, []any{standing, used, report}))

	o := series("m", fidelity.Higher, "2025-09-01 50/100\n2026-04-01 60/100")
	improved, err := fidelity.Improved([]fidelity.Outcome{o}, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
	if err != nil {
		t.Fatal(err)
	}
	before = encoded(t, improved)
	o.Values[0].Value.Earned = 1
	same(t, "outcomes", before, encoded(t, improved))
}
