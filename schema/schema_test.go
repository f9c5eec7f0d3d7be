package schema_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
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
		Groups: map[string]string{d.Subscales[0].ID: "Group A"}, Scores: map[string]string{"2": "Fully"}, Fields: map[string]string{"date": "Day"},
	}
	form, err := schema.Form(d, labels)
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Properties struct {
			Responses struct {
				Properties map[string]struct{ Enum []*int }
			}
		}
	}
	if err := json.Unmarshal(form.Schema, &s); err != nil {
		t.Fatal(err)
	}
	items := s.Properties.Responses.Properties
	if len(items) != 41 || len(items["41"].Enum) != 4 || items["1"].Enum[3] != nil {
		t.Errorf("got %d items", len(items))
	}
	for _, text := range []string{`"1 First"`, `"Look closely"`, `"Group A"`, `"2 Fully"`, `"Left open"`, `"Our form"`, `"Day"`} {
		if !strings.Contains(string(form.UI), text) {
			t.Errorf("the UI schema lacks %s", text)
		}
		if strings.Contains(string(form.Schema), text) {
			t.Errorf("the schema holds the host's text %s", text)
		}
	}
	if bare, err := schema.Form(d, schema.Labels{}); err != nil || strings.Contains(string(bare.UI), "Our form") {
		t.Errorf("texts stayed: %v", err)
	}
}

func TestFormRefused(t *testing.T) {
	d := definition(t, "ecboq@2.0")
	if _, err := schema.Form(d, schema.Labels{Instrument: instrument.Ref{ID: "other", Version: "1"}}); !errors.Is(err, schema.CodeFormLabels) {
		t.Errorf("labels of another instrument: got %v", err)
	}
	if _, err := schema.Form(instrument.Definition{ID: "bare", Version: "1"}, schema.Labels{}); !errors.Is(err, schema.CodeFormItems) {
		t.Errorf("no items: got %v", err)
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

func BenchmarkForm(b *testing.B) {
	d, _ := catalog.Lookup(instrument.Ref{ID: "ecboq", Version: "2.0"})
	for b.Loop() {
		if _, err := schema.Form(d, schema.Labels{}); err != nil {
			b.Fatal(err)
		}
	}
}
