package strict_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

func pointerTo(v any) any {
	if v == nil {
		return nil
	}
	p := reflect.New(reflect.TypeOf(v))
	p.Elem().Set(reflect.ValueOf(v))
	return p.Interface()
}

// FuzzDecode holds the decoder against encoding/json: what it accepts, the
// other one accepts with the same value, and it comes back from its encoding.
func FuzzDecode(f *testing.F) {
	for _, tt := range append(texts, values...) {
		if len(tt.input) < 4096 {
			f.Add([]byte(tt.input))
		}
	}
	f.Add([]byte(sample))
	f.Add([]byte(`{"id":"a","text":"abc","choice":"yes","flag":true,"small":1,"count":2,"large":3,"points":-4,"level":2,"pair":[1,2],"list":[1],"names":["a"],"objects":[{"id":"b"}],"maybe":null,"pointer":{"id":"c"},"counts":{"d":1},"tree":{"id":"e"},"score":2,"day":"2026-01-20","a/b~c":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		compare(t, data, func() any { return new(everything) })
		compare(t, data, func() any { return new(administration) })
	})
}

func compare(t *testing.T, data []byte, fresh func() any) {
	got := fresh()
	err := strict.Decode(data, got)
	document, _ := strict.Parse(data)
	for _, issue := range mtss.Issues(err) {
		if line := document.Line(issue.Path); line < 1 || line > bytes.Count(data, []byte("\n"))+1 {
			t.Fatalf("%v stands on line %d", issue, line)
		}
		if issue.Path != "" && issue.Path[0] != '/' || issue.Message == "" || issue.Code == "" {
			t.Fatalf("issue %+v", issue)
		}
	}
	if syntax := strings.HasPrefix(found(mtss.Issues(err)), " json.syntax"); syntax && json.Valid(data) {
		t.Fatalf("%q is valid JSON: %v", data, err)
	}
	if err != nil {
		return
	}
	want := fresh()
	lax := json.NewDecoder(bytes.NewReader(data))
	lax.DisallowUnknownFields()
	if err := lax.Decode(want); err != nil {
		t.Fatalf("encoding/json refuses %q: %v", data, err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%q\ngot  %+v\nwant %+v", data, got, want)
	}
	encoded, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	again := fresh()
	if err := strict.Decode(encoded, again); err != nil {
		t.Fatalf("%q came back as %q: %v", data, encoded, err)
	}
	if !reflect.DeepEqual(again, got) {
		t.Fatalf("%q came back as %q", data, encoded)
	}
}
