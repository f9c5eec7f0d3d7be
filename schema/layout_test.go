package schema_test

import (
	"encoding/json"
	"testing"

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
