package gen_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema/internal/gen"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// sources are the files of which the first document of the kind becomes the example in
// its schema.
func sources() map[string]string {
	return map[string]string{
		"actionPlan": "examples/installation/data/plan.json", "administration": "examples/district-year/data/dca.ndjson", "cases": "examples/district-rules/2-first-case/cases.json",
		"coachingCircumstances": "examples/coaching/data/progress.json", "coachingData": "examples/district-year/data/coaching-data.json",
		"coachingPeople": "examples/district-year/data/coaching-people.json", "coachingPlans": "examples/district-year/data/coaching-plans.json",
		"coachingSystem": "examples/coaching/data/system.json", "communication": "mtss/district/testdata/communication.json", "completion": "examples/quickstart/data/completion.json",
		"contact": "examples/district-year/data/contacts.ndjson", "coordinators": "examples/fidelity/data/coordinators.json", "crosswalk": "mtss/instrument/testdata/crosswalk.json",
		"definition": "examples/own-instrument/data/definition.json", "deliveryModels": "mtss/district/testdata/deliveries.json", "ditSeries": "examples/readiness/data/dit.json",
		"dosages": "internal/documents/testdata/samples.ndjson", "equating": "mtss/catalog/equatings/tfi-2.1-3.0.json", "evidence": "examples/stages/data/use.json",
		"fidelityPolicy": "examples/fidelity/data/policy.json", "fidelityReport": "internal/documents/testdata/samples.ndjson", "hexagon": "examples/readiness/data/hexagon-2018.json",
		"initiativeInventory": "examples/readiness/data/inventory.json", "installationChecklist": "examples/installation/data/checklist.json", "labels": "examples/web/data/labels-en.json",
		"layout": "examples/layouts/google-forms.json", "learningSeries": "examples/readiness/data/learning.json", "meeting": "dca/testdata/meeting.json",
		"meetingPolicy": "mtss/district/testdata/policy.json", "meetings": "mtss/district/testdata/meetings.json", "observation": "examples/district-year/data/observations.ndjson",
		"observations": "testdata/vectors/world/observations.json", "outcomes": "examples/stages/data/outcomes.json", "ownership": "mtss/district/testdata/ownership.json",
		"practitioners": "examples/stages/data/intended.json", "profile": "mtss/catalog/profiles/wisconsin-pbis.json", "protocol": "dca/protocols/dca.json",
		"readiness": "examples/readiness/data/isd.json", "result": "mtss/instrument/testdata/ecboq-row-a.json", "review": "dca/testdata/review.json",
		"rollup": "internal/documents/testdata/samples.ndjson", "rollupState": "internal/documents/testdata/samples.ndjson", "ruleSet": "examples/district-rules/7-whole-folder/district/rules.json",
		"scaleUp": "examples/readiness/data/scaleup.json", "schedule": "examples/district-year/data/dca-schedule.json", "stageAssessment": "stages/testdata/assessment.json",
		"stageHistory": "stages/testdata/history.json", "stageModel": "examples/stages/models/montana.json", "teams": "examples/district-year/data/teams.json",
		"trend": "dca/testdata/trend.json", "units": "examples/district-year/data/units.json", "words": "examples/district-year/data/words.json",
	}
}

// made are the examples that no file holds.
func made(t *testing.T) map[string]string {
	t.Helper()
	e, ok := catalog.LookupEquating(instrument.Ref{ID: "tfi", Version: "2.1"}, instrument.Ref{ID: "tfi", Version: "3.0"})
	if !ok {
		t.Fatal("no equating ships")
	}
	measured := e.Lines[0].FromPossible
	equated, err := e.Equate(e.Lines[0].Section, mtss.Tally{Earned: measured / 2, Possible: measured, Unknown: 2})
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(equated)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"equated": string(data),
		"unitProfile": `{"kind":"unitProfile","schemaVersion":1,"unit":{"id":"district-juniper","kind":"district"},"on":"2026-06-10","units":[],"assessed":[],"innovations":[],` +
			`"measures":[],"components":[],"coaching":[],"effect":null,"activities":[],"steps":[],"due":[],"concerns":[],"sources":[],"definitions":[],"inputs":[]}`,
	}
}

// Each schema has a document of its kind as an example, which is current and good.
func TestSamples(t *testing.T) {
	all, from := made(t), sources()
	var out strings.Builder
	for _, kind := range documents.Kinds() {
		text, ok := all[kind]
		if !ok {
			text = firstOf(t, kind, from[kind])
		}
		if _, err := documents.Decode([]byte(text)); err != nil {
			t.Errorf("the example of %s: %v", kind, err)
		}
		out.WriteString(text + "\n")
	}
	current(t, ".", map[string][]byte{"samples.ndjson": []byte(out.String())})
	schemas, err := gen.Schemas()
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range schemas {
		if _, ok := v.Get("examples"); !ok {
			t.Errorf("%s has no example", name)
		}
	}
}

// firstOf returns the first document of a kind in a file, on one line.
func firstOf(t *testing.T, kind, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	for decoder.More() {
		var raw json.RawMessage
		var head struct{ Kind string }
		if err := decoder.Decode(&raw); err != nil {
			t.Fatal(err)
		}
		if json.Unmarshal(raw, &head) == nil && head.Kind == kind {
			var line bytes.Buffer
			if err := json.Compact(&line, raw); err != nil {
				t.Fatal(err)
			}
			return line.String()
		}
	}
	t.Fatalf("%s holds no %s", name, kind)
	return ""
}

// Each member that is a text or a number of one's own has an example, and no example is
// left over.
func TestExamples(t *testing.T) {
	schemas, err := gen.Schemas()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, v := range schemas {
		title, _ := v.Get("title")
		unexampled(t, title.Unquoted(), v, seen)
		defs, _ := v.Get("$defs")
		for _, m := range defs.Members {
			unexampled(t, m.Name, m.Value, seen)
		}
	}
	data, err := os.ReadFile("examples.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if key, _, _ := strings.Cut(line, " "); !seen[key] {
			t.Errorf("%s is an example of nothing", key)
		}
	}
}

func unexampled(t *testing.T, of string, v tree.Value, seen map[string]bool) {
	t.Helper()
	properties, _ := v.Get("properties")
	for _, m := range properties.Members {
		at := of + "/" + m.Name
		unexampled(t, at, m.Value, seen)
		if !gen.Free(m.Name, m.Value) {
			continue
		}
		if _, ok := m.Value.Get("examples"); !ok && !seen[at] {
			t.Errorf("%s has no example, want one in examples.txt", at)
		}
		seen[at] = true
	}
}
