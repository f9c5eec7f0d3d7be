package schema_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema"
)

func TestGet(t *testing.T) {
	files, err := fs.Glob(schema.FS(), "v1/*.schema.json")
	if err != nil || len(files) != len(schema.Names()) {
		t.Fatalf("%d files, %d names, %v", len(files), len(schema.Names()), err)
	}
	for _, name := range schema.Names() {
		text, ok := schema.Get(name)
		data, err := fs.ReadFile(schema.FS(), "v1/"+name+".schema.json")
		if !ok || err != nil || string(data) != text {
			t.Errorf("%s: %t %v", name, ok, err)
		}
	}
	for _, name := range []string{"nothing", "", "../v1/administration", "administration.schema.json"} {
		if text, ok := schema.Get(name); ok || text != "" {
			t.Errorf("there is a schema of %q", name)
		}
	}
	schema.Names()[0] = "changed"
	if schema.Names()[0] == "changed" {
		t.Error("a caller changed the names")
	}
}

func definition(t *testing.T, id string) instrument.Definition {
	t.Helper()
	name, version, _ := strings.Cut(id, "@")
	d, ok := catalog.Lookup(instrument.Ref{ID: name, Version: version})
	if !ok {
		t.Fatalf("%s does not ship", id)
	}
	return d
}

func TestForm(t *testing.T) {
	d := definition(t, "ecboq@2.0")
	labels := schema.Labels{
		Instrument: d.Ref(), Language: "en", Title: "Our form", NotScored: "Left open",
		Items: map[string]string{"1": "First"}, Help: map[string]string{"1": "Look closely"},
		Groups: map[string]string{d.Subscales[0].ID: "Group A"}, Fields: map[string]string{"date": "Day"},
		Scores: map[string]string{"2": "Fully", "1/1": "Halfway", "1/2": "All of it", d.Items[0].Scale + "/2": "Of the scale"}, Buttons: map[string]string{"submit": "Send"},
	}
	labels.Groups["about"] = "When"
	form, err := schema.Form(d, labels, mtss.Period{})
	if err != nil {
		t.Fatal(err)
	}
	type choice struct {
		Const *int
		Title string
	}
	var s struct {
		Title      string
		Properties struct {
			Date      struct{ Title string }
			Responses struct {
				Properties map[string]struct {
					Title string
					OneOf []choice
				}
			}
		}
	}
	if err := json.Unmarshal(form.Schema, &s); err != nil {
		t.Fatal(err)
	}
	items := s.Properties.Responses.Properties
	if len(items) != 41 || len(items["1"].OneOf) != 4 || s.Title != "Our form" || s.Properties.Date.Title != "Day" || items["1"].Title != "1 First" {
		t.Errorf("got %d items, the first %v, title %q, date %q", len(items), items["1"], s.Title, s.Properties.Date.Title)
	}
	for i, want := range []string{"0", "1 Halfway", "2 All of it", "Left open"} {
		if c := items["1"].OneOf[i]; c.Title != want || (c.Const == nil) != (i == 3) || c.Const != nil && *c.Const != i {
			t.Errorf("choice %d is %+v, want %s", i, c, want)
		}
	}
	if c := items["2"].OneOf; c[1].Title != "1" || c[2].Title != "2 Of the scale" {
		t.Errorf("the text of one item's score is another's: %+v", c)
	}
	for _, text := range []string{`"1 First"`, `"Look closely"`, `"Group A"`, `"2 Of the scale"`, `"Left open"`, `"Our form"`, `"Day"`, `"submitText": "Send"`} {
		if !strings.Contains(string(form.UI), text) {
			t.Errorf("the UI schema lacks %s", text)
		}
	}
	for _, text := range []string{`"Group A"`, `"When"`, `"#/properties/responses/properties/1"`, `"#/properties/unit/properties/kind"`, `"radio"`} {
		if !strings.Contains(string(form.Layout), text) {
			t.Errorf("the layout lacks %s", text)
		}
	}
	if bare, err := schema.Form(d, schema.Labels{}, mtss.Period{}); err != nil || strings.Contains(string(bare.UI), "Our form") {
		t.Errorf("texts stayed: %v", err)
	}
}

func TestFormRefused(t *testing.T) {
	d := definition(t, "ecboq@2.0")
	if _, err := schema.Form(d, schema.Labels{Instrument: instrument.Ref{ID: "other", Version: "1"}}, mtss.Period{}); !errors.Is(err, schema.CodeFormLabels) {
		t.Errorf("labels of another instrument: got %v", err)
	}
	if _, err := schema.Form(instrument.Definition{ID: "bare", Version: "1"}, schema.Labels{}, mtss.Period{}); !errors.Is(err, schema.CodeFormItems) {
		t.Errorf("no items: got %v", err)
	}
}

// Labels of what the definition lacks are problems, each with the nearest.
func TestFormOfStrangers(t *testing.T) {
	d := definition(t, "ecboq@2.0")
	l := schema.Labels{Instrument: d.Ref(), Language: "en", Items: map[string]string{"1": "x", "999": "x"}, Help: map[string]string{"410": "x"}, Groups: map[string]string{"none": "x"},
		Scores: map[string]string{"2": "x", "9": "x", "none/2": "x"}, Fields: map[string]string{"date": "x", "unit.kind": "x", "responses": "x", "nosuch": "x", "unit.nosuch": "x", "responses.1": "x"}}
	_, err := schema.Form(d, l, mtss.Period{})
	var got []string
	for _, i := range mtss.Issues(err) {
		got = append(got, i.Path)
	}
	if want := []string{"/items/999", "/help/410", "/groups/none", "/scores/9", "/scores/none~12", "/fields/nosuch", "/fields/responses.1", "/fields/unit.nosuch"}; !slices.Equal(got, want) || !errors.Is(err, schema.CodeFormLabels) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What a person knows comes first; ids are the host's, last and out of sight; and the
// kinds of unit are those that the instrument is for.
func TestFormForPeople(t *testing.T) {
	d := definition(t, "tfi@3.0")
	form, err := schema.Form(d, schema.Labels{}, mtss.Period{})
	if err != nil {
		t.Fatal(err)
	}
	var ui struct {
		Order []string `json:"ui:order"`
		ID    struct {
			Widget string `json:"ui:widget"`
		} `json:"id"`
	}
	if err := json.Unmarshal(form.UI, &ui); err != nil {
		t.Fatal(err)
	}
	if first, last := ui.Order[:5], ui.Order[len(ui.Order)-4:]; !slices.Equal(first, []string{"kind", "schemaVersion", "instrument", "unit", "date"}) || !slices.Equal(last, []string{"id", "supersedes", "voids", "$schema"}) || ui.ID.Widget != "hidden" {
		t.Errorf("order %q, id %q", ui.Order, ui.ID.Widget)
	}
	var shown node
	if err := json.Unmarshal(form.Schema, &shown); err != nil {
		t.Fatal(err)
	}
	each(shown, "form", func(at string, s node) {
		properties, _ := s["properties"].(node)
		for name, p := range properties {
			if p, ok := p.(node); ok && (p["title"] == nil || p["title"] == "") {
				t.Errorf("%s: %s has no title", at, name)
			}
		}
	})
	text := string(form.Schema)
	if strings.Contains(text, `"state"`) || !strings.Contains(text, `"school"`) {
		t.Error("the form offers kinds of unit that the instrument is not for")
	}
}

// Each variant has an identifier of its own, and each property a title and help that
// tells more than its name.
func TestSchemasForPeople(t *testing.T) {
	text, _ := schema.Get("contact")
	flat, err := schema.Dereferenced(text)
	if err != nil {
		t.Fatal(err)
	}
	older, err := schema.Draft07(text)
	if err != nil {
		t.Fatal(err)
	}
	both, err := schema.Draft07(string(flat))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, variant := range []string{text, string(flat), string(older), string(both)} {
		var s struct {
			ID         string `json:"$id"`
			Properties map[string]struct{ Title, Description string }
		}
		if err := json.Unmarshal([]byte(variant), &s); err != nil {
			t.Fatal(err)
		}
		ids[s.ID] = true
		for name, p := range s.Properties {
			if p.Title == "" || p.Description == "" || strings.HasPrefix(strings.ToLower(p.Description), strings.ToLower(name)+" is ") {
				t.Errorf("%s: title %q, description %q", name, p.Title, p.Description)
			}
		}
	}
	if len(ids) != 4 {
		t.Errorf("identifiers %v, want four", ids)
	}
}

func TestLabels(t *testing.T) {
	l := schema.Labels{Instrument: instrument.Ref{ID: "tfi", Version: "2.1"}, Language: "es-US", Items: map[string]string{"1.1": "Uno"}}
	data, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	again, err := schema.DecodeLabels(data)
	if err != nil || again.Items["1.1"] != "Uno" {
		t.Errorf("got %+v, %v", again, err)
	}
	if _, err := schema.DecodeLabels([]byte(`{"kind":"labels"}`)); !errors.Is(err, strict.CodeMissing) {
		t.Errorf("got %v", err)
	}
	for _, err := range strict.Check(schema.Labels{}) {
		t.Error(err)
	}
}

func FuzzDecodeLabels(f *testing.F) {
	f.Add([]byte(`{"kind":"labels","schemaVersion":1,"instrument":{"id":"a","version":"1"},"language":"en"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := schema.DecodeLabels(data)
		if err != nil {
			return
		}
		again, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := schema.DecodeLabels(again); err != nil {
			t.Errorf("%s is refused: %v", again, err)
		}
	})
}

func TestVariants(t *testing.T) {
	text, _ := schema.Get("ruleSet")
	older, err := schema.Draft07(text)
	if err != nil || strings.Contains(string(older), "$defs") || !strings.Contains(string(older), "#/definitions/RuleNode") {
		t.Errorf("draft 07: %v", err)
	}
	flat, err := schema.Dereferenced(text)
	if err != nil || !strings.Contains(string(flat), "#/$defs/RuleNode") || strings.Contains(string(flat), "#/$defs/Source") {
		t.Errorf("dereferenced: only what holds itself stays a reference; %v", err)
	}
	for _, f := range []func(string) ([]byte, error){schema.Draft07, schema.Dereferenced, schema.UI} {
		if _, err := f("{"); !errors.Is(err, strict.CodeSyntax) {
			t.Errorf("no JSON: got %v", err)
		}
	}
}

// What a member is called stays where a definition takes the place of its reference, at
// every depth: one definition serves members with titles of their own.
func TestDereferencedKeepsTitles(t *testing.T) {
	looked := 0
	for _, name := range schema.Names() {
		text, _ := schema.Get(name)
		flat, err := schema.Dereferenced(text)
		if err != nil {
			t.Fatal(err)
		}
		var whole, replaced map[string]any
		for data, into := range map[string]*map[string]any{text: &whole, string(flat): &replaced} {
			if err := json.Unmarshal([]byte(data), into); err != nil {
				t.Fatal(err)
			}
		}
		defs, _ := whole["$defs"].(map[string]any)
		looked += sameTitles(t, name, defs, whole, replaced)
	}
	if looked < 250 {
		t.Errorf("only %d members with a reference were looked at", looked)
	}
}

// sameTitles compares a schema with one that has no references left, and counts the
// references that it has a title beside.
func sameTitles(t *testing.T, at string, defs map[string]any, v, flat any) (looked int) {
	t.Helper()
	switch v := v.(type) {
	case []any:
		flat, _ := flat.([]any)
		for i, e := range v[:min(len(v), len(flat))] {
			looked += sameTitles(t, at, defs, e, flat[i])
		}
	case map[string]any:
		flat, _ := flat.(map[string]any)
		for _, text := range []string{"title", "description"} {
			if said, ok := v[text].(string); ok && flat[text] != said {
				t.Errorf("%s has the %s %q, want %q", at, text, flat[text], said)
			}
		}
		if _, stays := flat["$ref"]; stays { // of what holds itself
			return 0
		}
		if ref, ok := v["$ref"].(string); ok {
			if _, ok := v["title"]; ok {
				looked++
			}
			def, _ := defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
			return looked + sameTitles(t, at, defs, def["properties"], flat["properties"])
		}
		for name, e := range v {
			if name != "$defs" && name != "examples" {
				looked += sameTitles(t, at+"/"+name, defs, e, flat[name])
			}
		}
	}
	return looked
}

func BenchmarkForm(b *testing.B) {
	d, _ := catalog.Lookup(instrument.Ref{ID: "ecboq", Version: "2.0"})
	for b.Loop() {
		if _, err := schema.Form(d, schema.Labels{}, mtss.Period{}); err != nil {
			b.Fatal(err)
		}
	}
}

// Where a word of a closed list is chosen, the form shows its label.
func TestWordLabels(t *testing.T) {
	type field = map[string]any
	for _, test := range []struct {
		why, kind string
		path      []string
		want      string
	}{
		{"a list of one word", "hexagon", []string{"recommendation"}, "[Adopt Replicate De-implement]"},
		{"in an element", "readiness", []string{"requests", "items", "area"}, "[SEB Reading Infrastructure Pyramid]"},
		{"boxes to tick, labelled at the list", "readiness", []string{"areas"}, "[SEB Reading Infrastructure Pyramid]"},
		{"and not once more in the element", "readiness", []string{"areas", "items"}, "<nil>"},
		{"a text has none", "readiness", []string{"innovation"}, "<nil>"},
	} {
		text, _ := schema.Get(test.kind)
		data, err := schema.UI(text)
		if err != nil {
			t.Fatal(err)
		}
		var at field
		if err := json.Unmarshal(data, &at); err != nil {
			t.Fatal(err)
		}
		for _, name := range test.path {
			at, _ = at[name].(field)
		}
		if got := fmt.Sprint(at["ui:enumNames"]); got != test.want {
			t.Errorf("%s: got %s, want %s", test.why, got, test.want)
		}
	}
}
