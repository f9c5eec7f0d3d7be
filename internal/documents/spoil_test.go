package documents_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/internal/kinds"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var tries = flag.Int("tries", 300, "how many spoiled values of each type are tried")

// samples are good documents of each kind, to be spoiled.
func samples(t *testing.T) map[string][][]byte {
	t.Helper()
	text := func(all ...string) (out [][]byte) {
		for _, one := range all {
			out = append(out, []byte(one))
		}
		return out
	}
	const source = `{"title":"made up","edition":"1","year":2020,"url":"u","locator":"l"}`
	const facts = `"facts":[{"id":"all","covers":[""],"says":"made up","provenance":"confirmed","source":` + source + `}]`
	const criteria = `"criteria":[{"id":"c","title":"C","require":{"all":[{"measure":"a","atLeast":"80%"},{"any":[{"measure":"total","between":["10%","90%"]},{"not":{"each":["subscales"],"lessThan":"1 points"}}]},{"atLeastOf":1,"of":[{"measure":"total","moreThan":"0%","why":"w"}]}]},"source":` + source + `,"provenance":"inferred","note":"n"}]`
	const from, to = `"from":{"id":"a","version":"1"}`, `"to":{"id":"a","version":"2"}`
	out := map[string][][]byte{
		"administration": text(`{"kind":"administration","schemaVersion":1,"id":"a","supersedes":"b","instrument":{"id":"toy","version":"1"},"unit":{"id":"u","kind":"school"},"date":"2026-01-20","responses":{"1":2,"2":null,"4":1},"notApplicable":["3"],"sections":["s"],"administeredBy":{"role":"r","trainedOn":"2025-01-01","trainingDays":30}}`),
		"definition":     text(`{"kind":"definition","schemaVersion":1,"id":"toy","version":"1","edition":"e","title":"T","license":"l","scales":[{"id":"s","scores":[0,1,2]}],"items":[{"id":"1","scale":"s"},{"id":"2","scale":"s","label":"L","notApplicable":true}],"sections":[{"id":"one","items":["1","2"]}],"subscales":[{"id":"a","items":["1"],"report":"mean"},{"id":"b","parent":"a","items":["2"],"report":"items"}],"total":"points","possible":4,"report":"items","missing":"prorate 80%",` + criteria + `,` + facts + `}`),
		"completion":     text(`{"kind":"completion","schemaVersion":1,"instrument":{"id":"toy","version":"1"},"name":"n","illustrative":true,"provenance":"confirmed","source":` + source + `,"scales":[{"id":"s","scores":[0,1]}],"itemScales":[{"scale":"s","items":["1"]}],"items":[{"id":"2","scale":"s"}],"sections":[{"id":"x","items":["1"]}],"subscales":[{"id":"a","items":["1"]}],"total":"mean"}`),
		"profile":        text(`{"kind":"profile","schemaVersion":1,"id":"p","instrument":{"id":"toy","version":"1"},"title":"T","note":"n",` + criteria + `,` + facts + `}`),
		"crosswalk":      text(`{"kind":"crosswalk","schemaVersion":1,` + from + `,` + to + `,"items":[{"from":"1","to":"1"},{"from":"2","to":"3"}],"provenance":"confirmed","source":` + source + `,"says":"s"}`),
		"equating":       text(`{"kind":"equating","schemaVersion":1,"id":"e","title":"T",` + from + `,` + to + `,"lines":[{"section":"a","fromPossible":10,"toPossible":20,"slope":"75%","offset":"-8.23%","printedInverse":"2/3"}],"discrepancies":[{"section":"a","of":"o","printed":"1","worked":"2","says":"s"}],"caveats":["c"],` + facts + `}`),
		"units":          text(`{"kind":"units","schemaVersion":1,"units":[{"id":"s-1","kind":"school","parent":"d-1"},{"id":"d-1","kind":"district"}]}`),
		"layout":         text(`{"kind":"layout","schemaVersion":1,"source":` + source + `,"form":"wide","labelRows":2,"columns":{"date":"EndDate"},"items":{"Q1":"1","Q2":"2"},"constant":{"instrument":"a","version":"1"},"joined":[{"header":"unit","from":["State","School"],"between":"-"}],"split":[{"header":"Place","between":" - ","into":["p","q"]}],"ignore":["x"],"ignoreOthers":true,"dateOrder":"monthFirst","decimalComma":true,"codes":[{"cell":"In Place","means":"2"},{"cell":"-9","means":"missing","in":["Q1"]}],"choices":[{"in":["Q2"],"between":", ","take":"count"}]}`),
		"ruleSet":        text(`{"kind":"ruleSet","schemaVersion":1,"id":"s","scope":{"unit":"d-1","kind":"district"},"refines":"o","measures":{"a":{"kind":"yesNo","series":true},"b":{"kind":"tally","unit":"points"}},"derived":[{"name":"c","of":"a","share":"people"}],"rules":[{"id":"r","title":"t","source":` + source + `,"provenance":"confirmed","since":"2025-08-01","until":"2026-08-01","refinable":true,"when":{"measure":"a","last":2,"is":"yes"},"require":{"measure":"b","atLeast":"1 points"},"then":"x","why":"y","caveats":["z"]}]}`),
		"cases":          text(`{"kind":"cases","schemaVersion":1,"cases":[{"name":"n","rule":"r","on":"2026-01-20","facts":{"a":[{"on":"2026-01-20","value":"yes"}],"b":"4+3?/10"},"expect":{"verdict":"met","applies":"yes","then":"x"}}]}`),
		"labels":         text(`{"kind":"labels","schemaVersion":1,"instrument":{"id":"toy","version":"1"},"language":"en","title":"T","items":{"1":"One","2":"Two"},"help":{"1":"h"},"notScored":"n","messages":{"json.missing":"y"}}`),
	}
	for _, name := range []string{"dca-incomplete", "dca-unknowns", "ecboq-row-a", "tfi-tier1"} {
		data, err := os.ReadFile("../../mtss/instrument/testdata/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		out["result"] = append(out["result"], data)
	}
	year, err := os.ReadFile("../../mtss/profile/testdata/juniper.json")
	if err != nil {
		t.Fatal(err)
	}
	out["unitProfile"] = [][]byte{year}
	out["words"] = text(`{"kind":"words","schemaVersion":1,"language":"en","words":{"unit/s-1":"Ash","innovation/pbis":"PBIS"}}`)
	strange, err := strange().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	out["result"] = append(out["result"], strange)
	equated := instrument.Equated{
		Equating: "e", Section: "a", From: instrument.Ref{ID: "a", Version: "1"}, To: instrument.Ref{ID: "a", Version: "2"},
		Measured: mtss.Tally{Earned: 5, Possible: 10, Unknown: 2}, Share: mtss.Span{Low: mtss.NewRatio(1, 3)}, Possible: 20, Undefined: "why",
		Caveats: []mtss.Notice{{Code: "c", Message: "m"}},
	}
	data, err := equated.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	out["equated"] = append(out["equated"], data)
	state, table := rolledUp(t, out["result"][0])
	fromFiles(t, out)
	out["rollupState"], out["rollup"] = append(out["rollupState"], state), append(out["rollup"], table)
	return out
}

// fromFiles adds the documents that are in the files of examples and tests, a few of
// each kind that has none of its own: goldens of what is written, and data as
// districts have it.
func fromFiles(t *testing.T, out map[string][][]byte) {
	t.Helper()
	const most, long = 3, 20_000
	own := map[string]bool{}
	for kind := range out {
		own[kind] = true
	}
	err := filepath.WalkDir("../..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if entry.Name() == "schema" || entry.Name() == "node_modules" || strings.HasPrefix(entry.Name(), ".") && len(entry.Name()) > 2 {
				return filepath.SkipDir
			}
			return nil
		}
		var lines [][]byte
		switch filepath.Ext(name) {
		case ".json":
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			lines = [][]byte{data}
		case ".ndjson", ".golden", ".jsonl":
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			lines = bytes.Split(data, []byte("\n"))
		}
		for _, line := range lines {
			if len(line) == 0 || len(line) > long || line[0] != '{' {
				continue
			}
			if document, err := documents.Decode(line); err == nil {
				if kind := document.Schema().Kind; !own[kind] && len(out[kind]) < most {
					out[kind] = append(out[kind], line)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// strange is a result with all sorts of values.
func strange() instrument.Result {
	on := mtss.Date{Year: 2026, Month: 1, Day: 20}
	var children []rule.Finding
	for _, v := range values() {
		if data, err := v.MarshalJSON(); err != nil || json.Unmarshal(data, new(rule.Value)) != nil {
			continue // no document can hold it
		}
		children = append(children, rule.Finding{Path: "/p", Verdict: mtss.Met, Measure: "m", Measured: v, Last: 2})
	}
	return instrument.Result{
		Unit: mtss.Unit{ID: "u", Kind: mtss.KindSchool}, Date: on, Missing: "prorate 2/3", Instrument: instrument.UsedDefinition{Ref: instrument.Ref{ID: "a", Version: "1"}},
		Total:     &instrument.Score{OfSubscales: &mtss.Span{Low: mtss.NewRatio(1, 3), High: mtss.NewRatio(1, 2)}},
		Subscales: []instrument.Score{{ID: "s", Label: "l", Tally: mtss.Tally{Earned: 1, Possible: 3}, Items: 2, ItemsAtTop: &mtss.Tally{Possible: 2, Unknown: 1}}},
		Criteria:  []instrument.CriterionResult{{ID: "c", Title: "T", Provenance: mtss.Inferred, Finding: rule.Finding{Operator: rule.OperatorAll, Needed: []rule.Need{{Gap: "5%", Unit: "x"}}, Children: children}}},
		Items:     instrument.ItemAccount{Unscored: instrument.Responses{{Item: "30", Score: 2}, {Item: "31", NotScored: true}}},
	}
}

// values are measured values of each sort.
func values() []rule.Value {
	on := mtss.Date{Year: 2026, Month: 1, Day: 20}
	long := mtss.Whole(1)
	for i := range int64(40) {
		long = long.Add(mtss.NewRatio(1, 97+i*i))
	}
	return []rule.Value{
		{}, rule.NotApplicable(), rule.Of(mtss.Tally{Earned: 1, Possible: 2}), rule.Of(mtss.Tally{Earned: 3, Possible: 2}), rule.Of(mtss.Tally{Earned: -1}),
		rule.OfSpan(mtss.Span{}), rule.OfSpan(mtss.Span{Low: mtss.NewRatio(-1, 3)}), rule.OfSpan(mtss.Exactly(long)), rule.OfSpan(mtss.Exactly(mtss.NewRatio(25, 2))),
		rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 3}, {Possible: 7, Unknown: 3}, {}}), rule.OfMean([]mtss.Tally{{Earned: 9, Possible: 3}}),
		rule.OfYesNo(mtss.NotMet), rule.OfYesNo(mtss.Undetermined), rule.OfDate(on), rule.OfCategory("x"), rule.OfCategory("a\xff"),
		rule.OfSeries(), rule.OfSeries(rule.Dated{On: on, Value: rule.Of(mtss.Tally{Earned: 1, Possible: 1})}, rule.Dated{Value: rule.OfYesNo(mtss.Met)}),
	}
}

// A Go value is refused for what its JSON is refused for, in the same words and
// order; what passes reads back equal and is written as the same bytes again.
func TestGoAsJSON(t *testing.T) {
	n := *tries
	if testing.Short() || raceDetector {
		n = 30
	}
	all := samples(t)
	for _, typ := range documents.All() {
		if len(all[typ.Kind]) == 0 {
			t.Errorf("%s: no sample to spoil", typ.Kind)
			continue
		}
		t.Run(typ.Kind, func(t *testing.T) {
			passed := 0
			for i := range n {
				if spoiled(t, typ, all[typ.Kind], i) {
					passed++
				}
			}
			if passed == 0 || passed == n {
				t.Errorf("%d of %d pass", passed, n)
			}
		})
	}
}

// spoiled tries one value, a sample or one that is filled in, and reports whether it is
// good.
func spoiled(t *testing.T, typ kinds.Type, samples [][]byte, seed int) bool {
	t.Helper()
	r := rand.New(rand.NewPCG(uint64(seed), 7))
	v := typ.New()
	if seed%2 == 1 {
		filler{r}.fill(reflect.ValueOf(v).Elem(), "", 0)
	} else if err := json.Unmarshal(samples[seed/2%len(samples)], v); err != nil {
		t.Fatalf("a good sample is refused: %v", mtss.Issues(err))
	}
	for range r.IntN(4) {
		spoil(r, reflect.ValueOf(v).Elem())
	}
	got := mtss.Issues(v.Validate())
	data, err := v.AppendJSON(nil)
	if err != nil {
		first := mtss.Issues(err)[0]
		if !slices.ContainsFunc(got, func(i mtss.Issue) bool { return i.Path == first.Path && i.Code == first.Code }) {
			t.Fatalf("%d: is not written for %v, and refused for %v", seed, first, got)
		}
		return false
	}
	back, err := typ.Decode(data)
	if diff := cmp.Diff(mtss.Issues(err), got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%d: %s\n(-decoded +validated)\n%s", seed, data, diff)
	}
	if err != nil {
		return false
	}
	written := bytes.Clone(data)
	for i := range data {
		data[i] = '#' // a caller may use its buffer again
	}
	data = written
	if diff := cmp.Diff(v, back, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%d: %s\ncomes back different:\n%s", seed, data, diff)
	}
	if again, err := back.AppendJSON(nil); err != nil || !bytes.Equal(again, data) {
		t.Fatalf("%d: %s\nis written again as\n%s, %v", seed, data, again, err)
	}
	return true
}

var (
	words   = []string{"", "a", "1", "met", "yes", "2026-01-20", "80%", "1/0", "points", "total", "a\xff", "\u2028<&>\"", strings.Repeat("x", 301), "items", "mean"}
	numbers = []int64{0, 1, -1, 2, 3, 251, math.MaxInt64, 1<<53 + 1, math.MinInt64}
	dates   = []mtss.Date{{}, {Year: 2026, Month: 13, Day: 45}, {Year: 2026, Month: 2, Day: 28}, {Year: -3, Month: 1, Day: 1}}
)

// readsItself sets values of types that read themselves.
func readsItself(r *rand.Rand, v reflect.Value) bool {
	switch at := v.Addr().Interface().(type) {
	case *rule.Value:
		all := values()
		*at = all[r.IntN(len(all))]
	case *rule.Wanted:
		_ = json.Unmarshal([]byte([]string{`{}`, `{"is":"yes"}`, `{"between":["1","2"]}`, `{"oneOf":["a"],"atMost":"1"}`}[r.IntN(4)]), at)
	case *instrument.Missing:
		*at = []instrument.Missing{instrument.MissingUnknown(), instrument.MissingZero(), instrument.MissingProrate(mtss.NewRatio(1, 3))}[r.IntN(3)]
	case *mtss.Ratio:
		*at = []mtss.Ratio{{}, mtss.Whole(2), mtss.NewRatio(-1, 7), mtss.NewRatio(1, 2), mtss.NewRatio(1<<62, 3).Mul(mtss.NewRatio(1<<62, 5))}[r.IntN(5)]
	default:
		return false
	}
	return true
}

// spoil changes one thing somewhere in a value.
func spoil(r *rand.Rand, v reflect.Value) {
	if !v.CanSet() {
		return
	}
	if at, is := v.Addr().Interface().(*mtss.Date); is {
		*at = dates[r.IntN(len(dates))]
		return
	}
	if readsItself(r, v) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(words[r.IntN(len(words))])
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int64:
		v.SetInt(numbers[r.IntN(len(numbers))])
	case reflect.Int8:
		v.SetInt(int64(r.IntN(3) - 1))
	case reflect.Struct:
		if i := r.IntN(v.NumField()); v.Type().Field(i).Tag.Get("json") != "-" { // what no document has
			spoil(r, v.Field(i))
		}
	case reflect.Pointer:
		switch {
		case v.IsNil():
			v.Set(reflect.New(v.Type().Elem()))
		case r.IntN(4) == 0:
			v.SetZero()
		default:
			spoil(r, v.Elem())
		}
	case reflect.Slice:
		spoilList(r, v)
	case reflect.Map:
		if r.IntN(4) == 0 || v.IsNil() {
			v.Set(reflect.MakeMap(v.Type()))
		}
		name, value := words[r.IntN(len(words))], words[r.IntN(len(words))]
		v.SetMapIndex(reflect.ValueOf(name).Convert(v.Type().Key()), reflect.ValueOf(value).Convert(v.Type().Elem()))
	default:
		return // set by nothing here: what reads itself has its own cases
	}
}

func spoilList(r *rand.Rand, v reflect.Value) {
	switch n := v.Len(); {
	case n == 0 || r.IntN(8) == 0:
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
	case r.IntN(8) == 0:
		v.SetZero()
	case r.IntN(8) == 0:
		v.SetLen(n - 1)
	case r.IntN(8) == 0:
		v.Set(reflect.Append(v, v.Index(r.IntN(n))))
	default:
		spoil(r, v.Index(r.IntN(n)))
	}
}
