package schema_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema"
)

// The layout of a document has a control for each member of an object, under its title;
// what is pinned, and who the document is, are not in it.
func TestLayoutGroups(t *testing.T) {
	f, err := schema.FormOf("administration", schema.Labels{Fields: map[string]string{"unit": "Where"}})
	if err != nil {
		t.Fatal(err)
	}
	type element struct {
		Type, Label, Scope string
		Elements           []element
	}
	var layout element
	if err := json.Unmarshal(f.Layout, &layout); err != nil {
		t.Fatal(err)
	}
	at := map[string]string{} // the group of each control
	for _, e := range layout.Elements {
		at[e.Scope] = e.Label
		for _, inner := range e.Elements {
			at[inner.Scope] = e.Label
		}
	}
	for _, test := range []struct {
		why, scope, group string
		there             bool
	}{
		{"a member of an object", "#/properties/unit/properties/id", "Where", true},
		{"the object itself has no control", "#/properties/unit", "", false},
		{"what is no object", "#/properties/date", "", true},
		{"what is pinned", "#/properties/kind", "", false},
		{"who the document is", "#/properties/id", "", false},
	} {
		if group, there := at[test.scope]; there != test.there || group != test.group {
			t.Errorf("%s: there %v, in %q", test.why, there, group)
		}
	}
}

// Whatever an item is called, its control has a JSON Pointer to it.
func TestLayoutPointers(t *testing.T) {
	d := instrument.Definition{ID: "own", Version: "1", Scales: []instrument.Scale{{ID: "amount", Scores: []int{0, 1}}}}
	names := []string{"1", "1.1", "a/b", "a~b", "~1", "/", "x[0]", "two words"}
	for _, name := range names {
		d.Items = append(d.Items, instrument.Item{ID: name, Scale: "amount"})
	}
	f, err := schema.Form(d, schema.Labels{}, mtss.Period{})
	if err != nil {
		t.Fatal(err)
	}
	var layout struct {
		Elements []struct{ Elements []struct{ Scope string } }
	}
	if err := json.Unmarshal(f.Layout, &layout); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, control := range layout.Elements[1].Elements {
		member := strings.TrimPrefix(control.Scope, "#/properties/responses/properties/")
		if strings.Contains(member, "/") {
			t.Errorf("%s leads deeper than an item", control.Scope)
		}
		got = append(got, strings.NewReplacer("~1", "/", "~0", "~").Replace(member))
	}
	if !slices.Equal(got, names) {
		t.Errorf("controls of %q, want %q", got, names)
	}
}
