package records_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

const goodUnits = `{"kind":"units","schemaVersion":1,"units":[{"id":"s-1","kind":"school","parent":"d-1"},{"id":"d-1","kind":"district"}]}`

func TestDecodeUnits(t *testing.T) {
	h, err := records.DecodeUnits([]byte(goodUnits))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if diff := cmp.Diff([]mtss.Unit{{ID: "d-1", Kind: mtss.KindDistrict}}, h.Above("s-1")); diff != "" {
		t.Error(diff)
	}
	var document records.Units
	if err := json.Unmarshal([]byte(goodUnits), &document); err != nil {
		t.Fatal(err)
	}
	for want, document := range map[string]records.Units{goodUnits: document, `{"kind":"units","schemaVersion":1,"units":[]}`: {}} {
		got, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("written (-want +got):\n%s", diff)
		}
		if _, err := records.DecodeUnits(got); err != nil {
			t.Errorf("%s: %v", got, err)
		}
	}
	for _, err := range strict.Check(records.Units{}) {
		t.Error(err)
	}
}

func TestDecodeUnitsRefuses(t *testing.T) {
	for _, test := range []struct {
		name, old, new string
		want           []string
	}{
		{"unknown parent", `"parent":"d-1"`, `"parent":"d-2"`, []string{"/units/0/parent mtss.unit.place"}},
		{"an id twice, and a parent that is not there", `{"id":"d-1","kind":"district"}`, `{"id":"s-1","kind":"school"},{"id":"s-1","kind":"school"},{"id":"d-1","kind":"district","parent":"x"}`,
			[]string{"/units/1 mtss.unit.place", "/units/2 mtss.unit.place", "/units/3/parent mtss.unit.place"}},
		{"unknown kind", `"kind":"school"`, `"kind":"town"`, []string{"/units/0/kind mtss.unit.kind"}},
		{"no id", `"id":"s-1"`, `"id":""`, []string{"/units/0/id json.length"}},
		{"a name", `"id":"s-1"`, `"id":"s-1","name":"x"`, []string{"/units/0/name json.unknown-field"}},
		{"a field twice, and an unknown kind", `"id":"s-1","kind":"school"`, `"id":"s-1","id":"s-2","kind":"town"`, []string{"/units/0/id json.duplicate", "/units/0/kind mtss.unit.kind"}},
		{"another kind of document", `"kind":"units"`, `"kind":"outcomes"`, []string{"/kind json.enum"}},
		{"null", `"units":[`, `"units":null,"x":[`, []string{"/units json.null", "/x json.unknown-field"}},
	} {
		if !strings.Contains(goodUnits, test.old) {
			t.Fatalf("%q is not in %s", test.old, goodUnits)
		}
		h, err := records.DecodeUnits([]byte(strings.Replace(goodUnits, test.old, test.new, 1)))
		var got []string
		for _, issue := range mtss.Issues(err) {
			got = append(got, issue.Path+" "+string(issue.Code))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if h.Len() > 0 {
			t.Errorf("%s: half a hierarchy", test.name)
		}
	}
}

func FuzzDecodeUnits(f *testing.F) {
	f.Add([]byte(goodUnits))
	f.Add([]byte(`{"kind":"units","schemaVersion":1,"units":[{"id":"a","kind":"region","parent":"b"},{"id":"b","kind":"region","parent":"a"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := records.DecodeUnits(data)
		if err != nil {
			if len(mtss.Issues(err)) == 0 || h.Len() > 0 {
				t.Fatalf("%q: %v, %d units", data, err, h.Len())
			}
			return
		}
		var document records.Units
		if err := strict.Unmarshal(data, &document, nil); err != nil {
			t.Fatal(err)
		}
		if h.Len() != len(document.Units) {
			t.Fatalf("%q: %d units of %d", data, h.Len(), len(document.Units))
		}
		for _, p := range document.Units {
			above := h.Above(p.ID)
			if len(above) > mtss.MaxLevels || (p.Parent != "") != (len(above) > 0) || len(above) > 0 && above[0].ID != p.Parent {
				t.Fatalf("%q: above %s stand %v", data, p.ID, above)
			}
		}
	})
}
