package strict_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// span is a number, or an object with the ends: a type with a form of its own
// that goes on into the form of another.
type span struct{ low, high int }

type ends struct {
	Low  int `json:"low" jsonschema:"minimum=0"`
	High int `json:"high" jsonschema:"minimum=0"`
}

const codeSpan mtss.Code = "test.span"

func (s *span) readStrict(d *strict.Decoder, n strict.Node) {
	var e ends
	if n.Kind() != strict.Object {
		if d.Read(n, &e.Low) {
			*s = span{e.Low, e.Low}
		}
		return
	}
	if !d.Read(n, &e) {
		return
	}
	switch {
	case e.Low > e.High:
		d.Fail(codeSpan, "ends before it begins")
	case e.High > 100:
		d.FailMember("high", codeSpan, "is more than all")
	}
	*s = span{e.Low, e.High}
}

func (s span) checkStrict(c *strict.Checks) bool {
	if s.low == s.high {
		return c.Int(int64(s.low))
	}
	e := ends{s.low, s.high}
	return s.low < s.high && s.high <= 100 && c.Value(&e)
}

func (s span) AppendJSON(dst []byte) ([]byte, error) {
	if s.low == s.high {
		return fmt.Append(dst, s.low), nil
	}
	e := ends{s.low, s.high}
	return strict.Append(dst, &e)
}

func TestHookWithForm(t *testing.T) {
	type spans struct {
		All []span `json:"all" jsonschema:"uniqueItems=true"`
	}
	for _, test := range []struct {
		spans []span
		want  string
	}{
		{[]span{{1, 1}, {1, 2}, {0, 100}, {-3, -3}}, ""},
		{[]span{{1, 2}, {1, 2}}, "/all/1 json.items\n"},
		{[]span{{-1, 2}, {3, 2}, {1, 200}, {-2, 300}}, "/all/0/low json.range\n/all/1 test.span\n/all/2/high test.span\n/all/3/low json.range\n"},
	} {
		v := spans{test.spans}
		if got := found(mtss.Issues(strict.Validate(&v, nil))); got != test.want || strict.GoodAtSight(&v) != (test.want == "") {
			t.Errorf("%v: got %q, want %q", test.spans, got, test.want)
		}
		data, err := strict.Marshal(&v)
		if err != nil {
			t.Error(err)
		}
		back, err := strict.Read[spans](data, nil)
		if got := found(mtss.Issues(err)); got != test.want || test.want == "" && fmt.Sprint(back) != fmt.Sprint(v) {
			t.Errorf("%s: got %q %v, want %q", data, got, back, test.want)
		}
	}
}

// before is a document as it is until it has a schema.
type before struct {
	Kind string   `json:"kind" jsonschema:"enum=before"`
	List []string `json:"list"`
}

func (b before) MarshalJSON() ([]byte, error) {
	type plain before
	b.Kind = "before"
	if b.List == nil {
		b.List = []string{}
	}
	return json.Marshal(plain(b))
}

// A document that writes itself in another way is asked to, inside of others.
func TestOwnMarshalJSON(t *testing.T) {
	type pair struct {
		A before   `json:"a"`
		B []before `json:"b"`
		C *before  `json:"c,omitzero"`
	}
	v := pair{B: []before{{List: []string{"x", "<"}}}, C: &before{}}
	want, _ := json.Marshal(v)
	if got, err := strict.Marshal(&v); err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %s, want %s: %v", got, want, err)
	}
	if err := strict.Validate(&v, nil); err != nil || !strict.GoodAtSight(&v) {
		t.Errorf("got %v", err)
	}
	if got := found(mtss.Issues(strict.Validate(&v.A, nil))); got != "/kind json.enum\n" {
		t.Errorf("alone it is written by its fields: %q", got)
	}
}

type mute struct{}

var errMute = errors.New("has no words")

func (*mute) UnmarshalText([]byte) error           { return nil }
func (mute) AppendText(dst []byte) ([]byte, error) { return dst, errMute }

type quoting string

func (q *quoting) UnmarshalText(text []byte) error      { *q = quoting(text); return nil }
func (q quoting) AppendText(dst []byte) ([]byte, error) { return append(dst, q...), nil }

func TestTexts(t *testing.T) {
	type texts struct {
		A quoting   `json:"a"`
		D mtss.Date `json:"d,omitzero"`
		M *mute     `json:"m,omitzero"`
	}
	v := texts{A: "ä\"<\u2028\n"}
	data, err := strict.Marshal(&v)
	if err != nil || string(data) != `{"a":"ä\"\u003c\u2028\n"}` {
		t.Errorf("%s %v", data, err)
	}
	if back, err := strict.Read[texts](data, nil); err != nil || back != v {
		t.Errorf("%+v %v", back, err)
	}
	v.A, v.D = "\xff", mtss.Date{Year: 2026, Month: 13, Day: 45}
	if _, err := strict.Marshal(&v); found(mtss.Issues(err)) != "/a json.encoding\n" {
		t.Error(err)
	}
	if got := found(mtss.Issues(strict.Validate(&v, nil))); got != "/a json.encoding\n/d mtss.date\n" {
		t.Errorf("got %q", got)
	}
	v.A = ""
	if _, err := strict.Marshal(&v); found(mtss.Issues(err)) != "/d mtss.date\n" {
		t.Error(err)
	}
	v.M = &mute{}
	v.D = mtss.Date{}
	if err := strict.Validate(&v, nil); found(mtss.Issues(err)) != "/m json.value\n" || !strings.Contains(err.Error(), "cannot be written: has no words") {
		t.Error(err)
	}
}

// What only the text of a document can have, a Go value is refused for too.
func TestNamesAndDepth(t *testing.T) {
	counts := map[string]int64{"": 1, strings.Repeat("x", strict.MaxName+1): 2, "a\xff": 3, "b": strict.MaxInt + 1}
	got := mtss.Issues(strict.Validate(&counts, nil))
	data, _ := json.Marshal(counts)
	want := mtss.Issues(strict.Decode(bytes.Replace(data, []byte(`\ufffd`), []byte("\xff"), 1), new(map[string]int64)))
	if len(got) != 3 || !same(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if strconv.IntSize < 64 {
		return // no int is too large there
	}
	large := int64(strict.MaxInt) + 1
	twice := answers{{item: "a", score: 1}, {item: "b", score: 1}, {item: "a", score: int(large)}}
	type holder struct {
		A answers `json:"a"`
	}
	if got := found(mtss.Issues(strict.Validate(&holder{twice}, nil))); got != "/a/a json.duplicate\n" {
		t.Errorf("got %q", got)
	}
	for depth, want := range map[int]string{strict.MaxDepth: "", strict.MaxDepth + 1: strings.Repeat("/next", strict.MaxDepth) + " json.depth\n"} {
		l := &loop{}
		for range depth - 1 {
			l = &loop{Next: l}
		}
		text := strings.Repeat(`{"next":`, depth-1) + "{}" + strings.Repeat("}", depth-1)
		if got := found(mtss.Issues(strict.Validate(l, nil))); got != want {
			t.Errorf("%d: got %q", depth, got)
		}
		if _, err := strict.Marshal(l); (err == nil) != (want == "") {
			t.Errorf("%d: is written: %v", depth, err)
		}
		if got := found(mtss.Issues(strict.Decode([]byte(text), new(loop)))); got != want {
			t.Errorf("%d: decoding gives %q", depth, got)
		}
	}
	text := strings.Repeat("x", strict.MaxSize-1)
	if got := found(mtss.Issues(strict.Validate(&text, nil))); got != " json.large\n" {
		t.Errorf("got %q", got)
	}
	text = text[1:]
	if err := strict.Validate(&text, nil); err != nil {
		t.Error(err)
	}
}

// wanted shows what it keeps out of reach, and is not read.
type wanted struct{ ends *ends }

func (w wanted) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, w.ends) }

func (w wanted) IsZero() bool { return w.ends == nil }

// outcome is written by its fields, and so is what is inside of it.
type outcome struct {
	Wanted wanted    `json:"wanted,omitzero"`
	Parts  []outcome `json:"parts"`
}

func (o *outcome) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, o) }

func (o outcome) MarshalJSON() ([]byte, error) { return strict.Marshal(&o) }

func TestWrittenOnly(t *testing.T) {
	v := outcome{wanted{&ends{1, 2}}, []outcome{{}, {Wanted: wanted{&ends{3, 4}}}}}
	want := `{"wanted":{"low":1,"high":2},"parts":[{"parts":[]},{"wanted":{"low":3,"high":4},"parts":[]}]}`
	if data, err := strict.Marshal(&v); err != nil || string(data) != want {
		t.Errorf("got %s, %v", data, err)
	}
	if data, err := json.Marshal(v); err != nil || string(data) != want {
		t.Errorf("got %s, %v", data, err)
	}
	v.Parts[1].Wanted.ends.Low = -1
	if _, err := strict.Marshal(&v); err != nil {
		t.Errorf("what the values say is not judged: %v", err)
	}
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *span) Strict(codec any) bool {
	switch c := codec.(type) {
	case *strict.Decoder:
		x.readStrict(c, c.Node())
		return true
	case *strict.Checks:
		return x.checkStrict(c)
	}
	return false
}
