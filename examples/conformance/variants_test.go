package conformance

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema"
)

// Every schema of the folder for frontends compiles, and its variants judge alike.
func TestVariantsAgree(t *testing.T) {
	documents := map[string]string{whole: "", strings.Replace(whole, `"1":1`, `"1":"1"`, 1): "", strings.Replace(whole, `"u"`, `""`, 1): ""}
	for _, dir := range []string{"2020-12", "draft-07", "dereferenced"} {
		files, err := filepath.Glob("../../schema/dist/" + dir + "/*.schema.json")
		files = slices.DeleteFunc(files, func(name string) bool { return filepath.Base(name) == "any.schema.json" }) // refers to the others
		if err != nil || len(files) != len(schema.Names()) {
			t.Fatalf("%s: %d files, %v", dir, len(files), err)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			s, _ := load(t, string(text))
			if filepath.Base(name) != "administration.schema.json" {
				continue
			}
			for document := range documents {
				if err := valid(t, s, []byte(document)); (err == nil) != (document == whole) {
					t.Errorf("%s: %s: %v", name, document, err)
				}
			}
		}
	}
}

// What a form sends, the scorer takes; what the scorer refuses, the form does.
func TestFormsAgree(t *testing.T) {
	for _, d := range catalog.All() {
		form, err := schema.Form(d, schema.Labels{}, mtss.Period{})
		scorer, bad := instrument.Compile(d)
		if err != nil || bad != nil || len(d.Lacks) > 0 {
			continue
		}
		s, _ := load(t, string(form.Schema))
		item := d.Items[0].ID
		for _, c := range []struct {
			responses    string
			sent, scored bool
		}{
			{`"` + item + `":` + first(d), true, true},
			{``, true, true},
			{`"` + item + `":null`, true, true},
			{`"` + item + `":250`, false, false},
			{`"` + item + `":"1"`, false, false},
			{`"nothing":1`, false, false},
		} {
			document := `{"kind":"administration","schemaVersion":1,"instrument":{"id":"` + d.ID + `","version":"` + d.Version +
				`"},"unit":{"id":"u","kind":"school"},"date":"2026-01-20","responses":{` + c.responses + `}}`
			if err := valid(t, s, []byte(document)); (err == nil) != c.sent {
				t.Errorf("%s, form: %s: %v", d.Ref(), c.responses, err)
			}
			a, err := instrument.DecodeAdministration([]byte(document))
			if err == nil {
				_, err = scorer.Score(a)
			}
			if (err == nil) != c.scored {
				t.Errorf("%s, scorer: %s: %v", d.Ref(), c.responses, err)
			}
		}
		other := strings.Replace(whole, `"id":"a"`, `"id":"other"`, 1)
		if valid(t, s, []byte(other)) == nil {
			t.Errorf("%s: the form takes another instrument", d.Ref())
		}
	}
}

func first(d instrument.Definition) string {
	for _, s := range d.Scales {
		if s.ID == d.Items[0].Scale {
			return string(rune('0' + s.Scores[0]))
		}
	}
	return "0"
}
