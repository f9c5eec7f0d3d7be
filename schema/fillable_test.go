package schema_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/schema"
)

type node = map[string]any

// form is the schema of a form of a kind, read as a tool reads it.
func form(t *testing.T, kind string) node {
	t.Helper()
	f, err := schema.FormOf(kind, schema.Labels{})
	if err != nil {
		t.Fatal(err)
	}
	var v node
	if err := json.Unmarshal(f.Schema, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// each calls do for a schema and all in it, with the definitions that it lies in.
func each(v any, at string, do func(at string, v node)) {
	switch v := v.(type) {
	case node:
		do(at, v)
		for _, name := range slices.Sorted(maps.Keys(v)) {
			each(v[name], at+"/"+name, do)
		}
	case []any:
		for i, e := range v {
			each(e, fmt.Sprint(at, "/", i), do)
		}
	}
}

// No form of any kind leads back to itself, or asks for what it does not show; nothing
// optional is filled in by a tool that has a list begin with its least length.
func TestFormsEnd(t *testing.T) {
	for _, kind := range schema.Names() {
		v := form(t, kind)
		defs, _ := v["$defs"].(node)
		refs := map[string][]string{}
		for name, def := range defs {
			each(def, name, func(at string, s node) {
				if ref, ok := s["$ref"].(string); ok {
					refs[name] = append(refs[name], strings.TrimPrefix(ref, "#/$defs/"))
				}
			})
		}
		var deep func(name string, above []string)
		deep = func(name string, above []string) {
			if slices.Contains(above, name) {
				t.Errorf("%s: %s holds itself", kind, name)
				return
			}
			if _, ok := defs[name]; !ok {
				t.Errorf("%s: no definition %s", kind, name)
			}
			for _, next := range refs[name] {
				deep(next, append(above[:len(above):len(above)], name))
			}
		}
		for name := range defs {
			deep(name, nil)
		}
		each(v, kind, func(at string, s node) {
			required, _ := s["required"].([]any)
			properties, _ := s["properties"].(node)
			for _, name := range required {
				if _, ok := properties[name.(string)]; !ok {
					t.Errorf("%s: %s is required and not shown", at, name)
				}
			}
			for name, p := range properties {
				p := p.(node)
				_, least := p["minItems"]
				_, pinned := p["const"]
				if (least || pinned) && !slices.Contains(required, any(name)) {
					t.Errorf("%s: %s is optional and would be filled in", at, name)
				}
			}
			if types, ok := s["type"].([]any); ok && properties == nil {
				t.Errorf("%s: type %v, want a choice", at, types)
			}
		})
		if _, ok := v["$schema"]; ok {
			t.Errorf("%s: names a draft", kind)
		}
		if pinned := v["properties"].(node)["kind"].(node); pinned["default"] != kind {
			t.Errorf("%s: begins with the kind %v", kind, pinned["default"])
		}
	}
}

// A rule is shown three levels deep; what is deeper is let through, and said in the title.
func TestFormLevels(t *testing.T) {
	for _, test := range []struct {
		why, kind, def string
		leads          string // the member that leads deeper
		title          string
		open           bool
	}{
		{"the first level is a rule like any", "ruleSet", "RuleNode", "all", "All", false},
		{"the next leads to the last", "ruleSet", "RuleNode2", "all", "All (last level of this form)", false},
		{"not only in lists", "stageModel", "RuleNode2", "not", "Not (last level of this form)", false},
		{"the last leads nowhere and keeps what it does not show", "ruleSet", "RuleNode3", "all", "", true},
		{"findings hold findings", "result", "RuleFinding2", "children", "Children (last level of this form)", false},
		{"a series of values, by way of another definition", "result", "Dated2", "value", "Value (last level of this form)", false},
		{"and values have no series there", "result", "Value3", "series", "", true},
	} {
		defs, _ := form(t, test.kind)["$defs"].(node)
		def, ok := defs[test.def].(node)
		if !ok {
			t.Errorf("%s: no %s among %v", test.why, test.def, slices.Sorted(maps.Keys(defs)))
			continue
		}
		member, _ := def["properties"].(node)[test.leads].(node)
		title, _ := member["title"].(string)
		_, closed := def["additionalProperties"]
		if title != test.title || closed == test.open {
			t.Errorf("%s: title %q, want %q; closed %v", test.why, title, test.title, closed)
		}
	}
}

// What may be null is a choice in which null can be chosen.
func TestFormChoices(t *testing.T) {
	for _, test := range []struct {
		why, kind string
		path      []string
		want      string
	}{
		{"a vote that is an abstention", "meeting", []string{"properties", "items", "items", "properties", "rounds", "items", "properties", "votes", "items", "properties", "score"}, "[Score None]"},
		{"a whole object", "result", []string{"properties", "total"}, "[Total None]"},
		{"a member of any name", "administration", []string{"properties", "responses", "additionalProperties"}, "[Value None]"},
		{"choices that have titles keep them", "evidence", []string{"properties", "records", "items", "properties", "facts", "additionalProperties"}, "[Value Value with its day Series]"},
	} {
		at := form(t, test.kind)
		for _, name := range test.path {
			at, _ = at[name].(node)
		}
		options, _ := at["oneOf"].([]any)
		titles := []any{}
		for _, o := range options {
			titles = append(titles, o.(node)["title"])
		}
		if got := fmt.Sprint(titles); got != test.want {
			t.Errorf("%s: got %s, want %s", test.why, got, test.want)
		}
	}
}

// An id that a document cannot do without is there to fill in; one that a host gives is not.
func TestFormIdentity(t *testing.T) {
	for kind, shown := range map[string]bool{"stageModel": true, "definition": true, "contact": false, "administration": false} {
		f, err := schema.FormOf(kind, schema.Labels{})
		if err != nil {
			t.Fatal(err)
		}
		var ui struct {
			ID struct {
				Widget string `json:"ui:widget"`
			} `json:"id"`
		}
		if err := json.Unmarshal(f.UI, &ui); err != nil || shown != (ui.ID.Widget == "") {
			t.Errorf("%s: the id has the widget %q, %v", kind, ui.ID.Widget, err)
		}
	}
}
