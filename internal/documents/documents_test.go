package documents_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Each type has a kind of its own, tells it, and can be decoded.
func TestAll(t *testing.T) {
	seen := map[string]bool{}
	for _, typ := range documents.All() {
		if seen[typ.Kind] || typ.Kind == "" {
			t.Errorf("%q is the kind of two", typ.Kind)
		}
		seen[typ.Kind] = true
		if got := typ.New().Schema(); got != (mtss.Schema{Kind: typ.Kind, Version: 1}) {
			t.Errorf("%s: got %v", typ.Kind, got)
		}
		if typ.New() == typ.New() {
			t.Errorf("%s: the same document twice", typ.Kind)
		}
		_ = typ.New().Validate()
		if data, err := typ.New().AppendJSON([]byte("x")); err == nil && !strings.HasPrefix(string(data), `x{"kind":"`+typ.Kind+`","schemaVersion":1`) {
			t.Errorf("%s: written as %s", typ.Kind, data)
		}
		if _, err := typ.Decode([]byte(`{"kind":"other","schemaVersion":1}`)); !errors.Is(err, strict.CodeEnum) {
			t.Errorf("%s: another kind gives %v", typ.Kind, err)
		}
		if named, ok := documents.Named(typ.Kind); !ok || named.Kind != typ.Kind {
			t.Errorf("%s is not found", typ.Kind)
		}
	}
	if first, second := documents.Kinds(), documents.Kinds(); !slices.Equal(first, second) || len(first) != len(seen) {
		t.Error("the kinds change")
	}
}

func TestDecode(t *testing.T) {
	d, err := documents.Decode([]byte(`{"units":[{"id":"d-1","kind":"district"}],"schemaVersion":1,"kind":"units"}`))
	if err != nil {
		t.Fatal(err)
	}
	if units, ok := d.(*records.Units); !ok || len(units.Units) != 1 {
		t.Errorf("got %#v", d)
	}
	for text, want := range map[string]string{
		``:                             " json.empty",
		`{`:                            " json.syntax",
		`[]`:                           " json.type",
		`{}`:                           "/kind json.missing",
		`{"kind":7}`:                   "/kind json.type",
		`{"kind":"zebra"}`:             "/kind json.enum",
		`{"kind":"units","units":[]}`:  "/schemaVersion json.missing",
		`{"kind":"unit"}`:              "/kind json.enum",
		`{"kind":"units","a":1,"a":2}`: "/schemaVersion json.missing /units json.missing /a json.duplicate /a json.unknown-field",
	} {
		_, err := documents.Decode([]byte(text))
		var got []string
		for _, issue := range mtss.Issues(err) {
			got = append(got, issue.Path+" "+string(issue.Code))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
	_, err = documents.Decode([]byte(`{"kind":"unit"}`))
	if says := err.Error(); !strings.Contains(says, `did you mean "units"?`) || !strings.Contains(says, "administration, definition,") {
		t.Errorf("it says %s", says)
	}
}

// Nothing panics on a document that is not there.
func TestDecodeAny(t *testing.T) {
	if _, err := mtss.Decode[instrument.Result](nil); !errors.Is(err, strict.CodeEmpty) {
		t.Errorf("got %v", err)
	}
}
