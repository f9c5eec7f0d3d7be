package gen_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/mtss/readiness"
)

// word is one of a closed list, with its label.
type word struct{ Word, Label string }

// table is a closed list of which another member decides what it takes.
type table struct {
	Document, Member, By string
	When                 []struct {
		Is    string
		Words []word
	}
}

func (t table) words(is string) (all []string) {
	for _, w := range t.When {
		if w.Is == is {
			for _, one := range w.Words {
				all = append(all, one.Word)
			}
		}
	}
	return all
}

// The file's tables say what the library takes: each word under its condition, and none
// of the others.
func TestConditionalWords(t *testing.T) {
	data, err := os.ReadFile("../../dist/vocabularies.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Conditional []table }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	tables := map[string]table{}
	for _, one := range file.Conditional {
		tables[one.Document+" "+one.Member] = one
	}
	asked := func(unit string, steps bool) (ids []string) {
		for _, p := range readiness.Prompts() {
			if string(p.Unit) == unit && (p.Part == readiness.Steps) == steps {
				ids = append(ids, p.ID)
			}
		}
		return ids
	}
	const hexagon = `{"kind":"hexagon","schemaVersion":1,"unit":{"id":"u","kind":"school"},"innovation":"i","date":"2026-01-20","form":"IS",`
	const record = `{"kind":"readiness","schemaVersion":1,"unit":{"id":"u","kind":"IS"},"innovation":"i","date":"2026-01-20",`
	for _, test := range []struct {
		why, table, document string
		want                 map[string][]string
	}{
		{"each form has indicators of its own", "hexagon ratings.indicator", hexagon + `"ratings":[{"indicator":"WORD"}]}`, map[string][]string{
			"2013": {"need", "fit", "resources", "evidence", "replication", "capacity"}, "2018": {"need", "fit", "evidence", "capacity", "supports", "usability"}}},
		{"one form ends in a recommendation", "hexagon recommendation", hexagon + `"ratings":[],"recommendation":"WORD"}`, map[string][]string{
			"2013": nil, "2018": {"adopt", "replicate", "deImplement"}}},
		{"prompts are for a kind of unit", "readiness answers.prompt", record + `"answers":[{"prompt":"WORD","supports":"no"}]}`, map[string][]string{
			"isd": asked("isd", false), "district": asked("district", false)}},
		{"steps are for a kind of unit", "readiness steps.step", record + `"answers":[],"steps":[{"step":"WORD","on":"2026-01-20"}]}`, map[string][]string{
			"isd": asked("isd", true), "district": asked("district", true)}},
		{"only an ISD supports areas", "readiness areas", record + `"answers":[],"areas":["WORD"]}`, map[string][]string{
			"isd": {"seb", "reading", "infrastructure", "pyramid"}, "district": nil}},
		{"only an ISD has goals", "readiness goals", record + `"answers":[],"goals":["WORD"]}`, map[string][]string{
			"isd": {"countyPlan", "trainers", "coaches", "dataCoordinators", "districtTeams"}, "district": nil}},
	} {
		got, all := tables[test.table], []string{}
		for is, want := range test.want {
			all = append(all, want...)
			words := got.words(is)
			if slices.Sort(words); !slices.Equal(words, slices.Sorted(slices.Values(want))) {
				t.Errorf("%s: of %s: got %q, want %q", test.why, is, words, want)
			}
		}
		if len(got.When) != len(test.want) {
			t.Errorf("%s: %d conditions, want %d", test.why, len(got.When), len(test.want))
		}
		for is := range test.want {
			for _, w := range all {
				document := strings.NewReplacer("IS", is, "WORD", w).Replace(test.document)
				if _, err := documents.Decode([]byte(document)); (err == nil) != slices.Contains(got.words(is), w) {
					t.Errorf("%s: %s under %s: %v", test.why, w, is, err)
				}
			}
		}
	}
}
