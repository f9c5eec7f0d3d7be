package strict_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

func seeded(n uint64) *rand.Rand { return rand.New(rand.NewPCG(n, 15)) }

func tries(t *testing.T) int {
	if testing.Short() {
		return 2_000
	}
	return 20_000
}

// same compares two lists, message by message.
func same(a, b []mtss.Issue) bool { return fmt.Sprintf("%#v", a) == fmt.Sprintf("%#v", b) }

// jsonOf writes a value with encoding/json alone, and dates that are none.
func jsonOf(t *testing.T, v any) []byte {
	t.Helper()
	listed(reflect.ValueOf(v).Elem(), true)
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What Validate says of a Go value is what decoding says of its JSON, which
// encoding/json writes here; for types of all forms, good and spoiled.
func TestGoIsRefusedForWhatJSONIs(t *testing.T) {
	refused, passed, slow := 0, 0, 0
	var of reflect.Type
	for i := range tries(t) {
		r := seeded(uint64(i))
		if i%20 == 0 {
			of = family(r, 0)
			if errs := strict.Check(reflect.New(of).Interface()); errs != nil {
				t.Fatal(errs)
			}
		}
		v := reflect.New(of)
		filler{r, r.IntN(3) * 4, true}.fill(v.Elem(), 0)
		sight := strict.GoodAtSight(v.Interface())
		got := strict.FormOf(v.Interface())
		data, err := strict.Written(v.Interface())
		if len(got) == 0 {
			passed++
			if err != nil {
				t.Fatalf("%d: passes, and is not written: %v", i, err)
			}
			if want := jsonOf(t, v.Interface()); !bytes.Equal(data, want) {
				t.Fatalf("%d: is written\n%s\nwant\n%s", i, data, want)
			}
			again := reflect.New(v.Type().Elem())
			if err := strict.Decode(data, again.Interface()); err != nil {
				t.Fatalf("%d: %s passes, and is refused: %v", i, data, err)
			}
			if back, err := strict.Written(again.Interface()); err != nil || !bytes.Equal(back, data) {
				t.Fatalf("%d: is written again\n%s\nwant\n%s %v", i, back, data, err)
			}
			if !sight {
				slow++
			}
			continue
		}
		refused++
		if sight {
			t.Fatalf("%d: good at sight, and refused: %v", i, got)
		}
		if err != nil { // a date that is none: encoding/json does not write it either
			if _, theirs := json.Marshal(v.Interface()); theirs == nil {
				t.Fatalf("%d: is not written: %v", i, err)
			}
			continue
		}
		if want := mtss.Issues(strict.Decode(jsonOf(t, v.Interface()), reflect.New(v.Type().Elem()).Interface())); !same(got, want) {
			t.Fatalf("%d: %s\ngot  %v\nwant %v", i, jsonOf(t, v.Interface()), got, want)
		}
	}
	t.Logf("%d refused, %d passed, of them %d not at sight", refused, passed, slow)
	if refused < tries(t)/5 || passed < tries(t)/5 {
		t.Errorf("%d refused, %d passed: too few of one", refused, passed)
	}
}

// The same of the copy of a document, with what its values say, against the
// form before it.
func TestDocumentInBothForms(t *testing.T) {
	passed := 0
	for i := range tries(t) {
		r := seeded(uint64(i))
		var f form
		filler{r, r.IntN(4) * 3, i%4 > 0}.fill(reflect.ValueOf(&f).Elem(), 0)
		got := mtss.Issues(f.Validate())
		data, err := f.MarshalJSON()
		if err != nil {
			if len(got) == 0 {
				t.Fatalf("%d: passes, and is not written: %v", i, err)
			}
			first := mtss.Issues(err)[0]
			if !strings.Contains(fmt.Sprint(found(got)), fmt.Sprintf("%s %s\n", first.Path, first.Code)) {
				t.Fatalf("%d: is not written for %v, and refused for %v", i, first, got)
			}
			continue
		}
		back, err := strict.Read(data, (*form).issues)
		if want := mtss.Issues(err); !same(got, want) {
			t.Fatalf("%d: %s\ngot  %v\nwant %v", i, data, got, want)
		}
		old := former{
			ID: f.ID, Supersedes: f.Supersedes, Voids: f.Voids, Instrument: f.Instrument, Unit: f.Unit, Date: f.Date,
			Responses: formerAnswers(f.Responses), NotApplicable: f.NotApplicable, Sections: f.Sections, AdministeredBy: f.AdministeredBy,
		}
		if want, err := json.Marshal(old); err != nil || !bytes.Equal(data, want) {
			t.Fatalf("%d: is written\n%s\nwant\n%s %v", i, data, want, err)
		}
		if err != nil {
			continue
		}
		passed++
		if f.Responses == nil {
			f.Responses = answers{}
		}
		if !reflect.DeepEqual(back, f) {
			t.Fatalf("%d: reads back as\n%+v\nwant\n%+v", i, back, f)
		}
		again, err := back.AppendJSON([]byte("before "))
		if err != nil || string(again) != "before "+string(data) {
			t.Fatalf("%d: is written again as %s, %v", i, again, err)
		}
	}
	if passed < tries(t)/5 {
		t.Errorf("%d passed: too few", passed)
	}
}

// Texts that are not UTF-8 are refused on all ways, never replaced.
func TestNotUTF8(t *testing.T) {
	for path, spoil := range map[string]func(*form){
		"/id":                  func(f *form) { f.ID = "a\xff" },
		"/unit/id":             func(f *form) { f.Unit.ID = "\xc3" },
		"/notApplicable/1":     func(f *form) { f.NotApplicable[1] = "\xed\xa0\x80" },
		"/responses/a\uFFFD":   func(f *form) { f.Responses[3].item = "a\xff" },
		"/administeredBy/role": func(f *form) { f.AdministeredBy.Role = "\xf8" },
	} {
		f := filled()
		spoil(f)
		if _, err := f.AppendJSON(nil); found(mtss.Issues(err)) != path+" json.encoding\n" {
			t.Errorf("%s: is written: %v", path, err)
		}
		if got := found(mtss.Issues(f.Validate())); got != path+" json.encoding\n" {
			t.Errorf("%s: Validate says %q", path, got)
		}
	}
}

// A document of another kind or version has that one problem; what is missing is
// told beside all else.
func TestHead(t *testing.T) {
	rest := `"zebra":1,"unit":7,"id":"a","id":"b"}`
	for head, want := range map[string]string{
		`{`:                                             "/kind json.missing\n/schemaVersion json.missing\n/instrument json.missing\n/date json.missing\n/responses json.missing\n/zebra json.unknown-field\n/unit json.type\n/id json.duplicate",
		`{"kind":7,`:                                    "/kind json.type",
		`{"kind":null,`:                                 "/kind json.null",
		`{"kind":"adminstration",`:                      "/kind json.enum",
		`{"kind":"Administration",`:                     "/kind json.enum",
		`{"kind":"administration",`:                     "/schemaVersion json.missing\n/instrument json.missing\n/date json.missing\n/responses json.missing\n/zebra json.unknown-field\n/unit json.type\n/id json.duplicate",
		`{"schemaVersion":2,`:                           "/kind json.missing\n/instrument json.missing\n/date json.missing\n/responses json.missing\n/schemaVersion json.range\n/zebra json.unknown-field\n/unit json.type\n/id json.duplicate",
		`{"kind":"\u0061d",`:                            "/kind json.enum",
		`{"kind":"a","kind":"b",`:                       "/kind json.enum",
		`{"schemaVersion":"1",`:                         "/kind json.missing\n/instrument json.missing\n/date json.missing\n/responses json.missing\n/schemaVersion json.type\n/zebra json.unknown-field\n/unit json.type\n/id json.duplicate",
		"\xef\xbb\xbf{\"kind\":\"\",":                   "/kind json.enum",
		`{"kind":"administration","schemaVersion":2,`:   "/schemaVersion json.range",
		`{"kind":"administration","schemaVersion":"1",`: "/schemaVersion json.type",
		`{"kind":"administration","schemaVersion":1.0,`: "/schemaVersion json.number",
	} {
		v, err := strict.Read([]byte(head+rest), (*form).issues)
		if got := found(mtss.Issues(err)); got != want+"\n" || !strings.Contains(want, "\n") && !reflect.DeepEqual(v, form{}) {
			t.Errorf("%s: got %q, want %q", head, got, want)
		}
	}
	_, err := strict.Read([]byte(`{"kind":"administration","schemaVersion":1,`+rest), (*form).issues)
	if got := found(mtss.Issues(err)); got != "/instrument json.missing\n/date json.missing\n/responses json.missing\n/zebra json.unknown-field\n/unit json.type\n/id json.duplicate\n" {
		t.Errorf("got %q", got)
	}
	if _, err := strict.Read([]byte("{\"kind\":\"\xff\"}"), (*form).issues); found(mtss.Issues(err)) != "/kind json.encoding\n" {
		t.Errorf("got %v", err)
	}
	for _, says := range []string{`is "adminstration", did you mean "administration"?`} {
		if _, err := strict.Read([]byte(`{"kind":"adminstration"}`), (*form).issues); !strings.Contains(err.Error(), says) {
			t.Errorf("got %v", err)
		}
	}
}

// A document inside of another one has its kind too.
func TestHeadInside(t *testing.T) {
	type folder struct {
		First form   `json:"first"`
		More  []form `json:"more"`
	}
	f := folder{First: *filled()}
	data, err := strict.Marshal(&f)
	if err != nil || !strings.Contains(string(data), `"more":[]`) {
		t.Fatalf("%s %v", data, err)
	}
	if back, err := strict.Read[folder](data, nil); err != nil || back.First.Unit != f.First.Unit {
		t.Errorf("got %+v, %v", back, err)
	}
	_, err = strict.Read[folder](bytes.Replace(data, []byte(`"kind":"administration"`), []byte(`"kind":"x","y":1`), 1), nil)
	if got := found(mtss.Issues(err)); got != "/first/kind json.enum\n" {
		t.Errorf("got %q", got)
	}
	if _, err = strict.Read[folder]([]byte(`{"first":{},"more":[{}],"z":1}`), nil); !strings.HasPrefix(found(mtss.Issues(err)), "/first/kind json.missing\n/first/schemaVersion json.missing\n") {
		t.Errorf("got %v", err)
	}
}

// What the values say comes in the order of the document, from Go too.
func TestValuesInOrder(t *testing.T) {
	f := filled()
	f.ID, f.Supersedes, f.Sections = "a", "a", []string{"x", f.Unit.ID}
	if got := found(mtss.Issues(f.Validate())); got != "/supersedes test.correction\n/sections/1 test.section\n" {
		t.Errorf("got %q", got)
	}
}

type loop struct {
	Next *loop   `json:"next,omitzero"`
	All  []*loop `json:"all,omitzero"`
}

// Nothing panics, and nothing that no document can hold is written.
func TestHalfBuilt(t *testing.T) {
	var none *form
	for name, err := range map[string]error{
		"Validate": none.Validate(), "Unmarshal": strict.Unmarshal([]byte("{}"), none, (*form).issues),
		"Append": second(strict.Append(nil, none)), "Marshal": second(strict.Marshal(none)),
	} {
		if got := found(mtss.Issues(err)); got != " json.value\n" {
			t.Errorf("%s of nil: %v", name, err)
		}
	}
	if err := new(form).Validate(); err == nil {
		t.Error("an empty document passes")
	}
	if data, err := new(form).MarshalJSON(); err != nil || !strings.HasPrefix(string(data), `{"kind":"administration","schemaVersion":1,"instrument":{`) {
		t.Errorf("%s %v", data, err)
	}
	round := &loop{}
	round.Next = round
	wide := &loop{}
	for range 60 {
		wide = &loop{All: []*loop{wide, wide, nil}}
	}
	for _, l := range []*loop{round, wide} {
		if got := found(mtss.Issues(strict.Validate(l, nil))); !strings.HasSuffix(got, " json.depth\n") && !strings.HasSuffix(got, " json.large\n") {
			t.Errorf("got %q", got)
		}
		if _, err := strict.Marshal(l); err == nil {
			t.Error("is written")
		}
	}
	large := &form{ID: strings.Repeat("x", strict.MaxSize)}
	if got := found(mtss.Issues(large.Validate())); got != " json.large\n" {
		t.Errorf("got %q", got)
	}
	for _, v := range []any{new(float64), new(any), new(map[int]int), new(chan int)} {
		if _, err := strict.Written(v); err == nil || strict.FormOf(v) == nil {
			t.Errorf("%T is written", v)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// Nothing that is handed out shares memory with what came in, or with what is
// handed out next.
func TestNothingShared(t *testing.T) {
	data, _ := filled().MarshalJSON()
	in := bytes.Clone(data)
	f, err := strict.Read(in, (*form).issues)
	if err != nil {
		t.Fatal(err)
	}
	clear(in)
	first, _ := f.MarshalJSON()
	kept := string(first)
	for range 100 {
		if next, _ := (&form{ID: "other"}).MarshalJSON(); len(next) > 0 {
			clear(next)
		}
	}
	if string(first) != string(data) || kept != string(data) {
		t.Errorf("got %s", first)
	}
	if g, _ := strict.Read(data, (*form).issues); !reflect.DeepEqual(f, g) {
		t.Errorf("got %+v", f)
	}
}

// No memory is taken to write a document or to find a good one good.
func TestNoMemory(t *testing.T) {
	f, room := filled(), make([]byte, 0, 4096)
	if n := testing.AllocsPerRun(100, func() { _, _ = f.AppendJSON(room) }); n != 0 {
		t.Errorf("writing takes %v allocations", n)
	}
	data, _ := f.MarshalJSON()
	if n := testing.AllocsPerRun(100, func() { _, _ = strict.Read(data, (*form).issues) }); n > 10 {
		t.Errorf("reading takes %v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { _ = f.Validate() }); n > 8 {
		t.Errorf("checking takes %v allocations", n)
	}
}

// FuzzCodec reads, writes and reads: what is read is written and comes back.
func FuzzCodec(f *testing.F) {
	data, _ := filled().MarshalJSON()
	f.Add(data)
	f.Add([]byte(sample))
	f.Add([]byte(`{"id":"a","text":"abc","choice":"yes","pair":[1,2],"names":["a<b"],"objects":[{"id":"b"}],"maybe":null,"counts":{"d":1},"tree":{"id":"e"},"score":2,"day":"2026-01-20","a/b~c":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		returns[form](t, data)
		returns[everything](t, data)
		returns[administration](t, data)
	})
}

func returns[T any](t *testing.T, data []byte) {
	v, err := strict.Read[T](data, nil)
	if err != nil {
		_ = strict.Validate(&v, nil)
		return
	}
	if err := strict.Validate(&v, nil); err != nil {
		t.Fatalf("%q is read, and refused: %v", data, err)
	}
	written, err := strict.Marshal(&v)
	if err != nil {
		t.Fatalf("%q is not written: %v", data, err)
	}
	if again, err := strict.Read[T](written, nil); err != nil || !reflect.DeepEqual(again, v) {
		t.Fatalf("%q comes back as %+v, want %+v: %v", written, again, v, err)
	}
}
