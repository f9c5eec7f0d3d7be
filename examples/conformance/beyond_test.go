package conformance

import (
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/schema"
)

var update = flag.Bool("update", false, "look for a document for each code that JSON Schema cannot say")

// beyond are the codes of what a decoder refuses and JSON Schema cannot say,
// each with the reason. testdata/beyond.json has a document for each.
func beyond() map[mtss.Code]string {
	const within, order, narrow = "members of one document depend on each other", "two days or numbers must be in order", "a shape that is the same everywhere, of which only a part fits here"
	return map[mtss.Code]string{
		"json.number":                      "1.0 and 1e0 are integers to JSON Schema; the decoder takes one spelling of each",
		"json.duplicate":                   "a member twice is one to JSON Schema",
		"json.encoding":                    "half a surrogate pair, which JSON.stringify writes of such a string, is text to JSON Schema",
		"rule.empty":                       within,
		"evidence.record":                  within,
		"evidence.measure":                 within,
		"rule.fact":                        within,
		"rule.versions":                    within,
		"rule.within":                      within,
		"rule.measure.repeated":            "two derived measures of one name differ otherwise",
		"coaching.plan":                    order,
		"rule.derived.circular":            within,
		"rule.kind":                        within,
		"schema.form.labels":               "what there is to label, other schemas say",
		"stages.model.otherwise":           within,
		"rule.threshold.impossible":        within,
		"rule.threshold.unit":              within,
		"rule.derived":                     within,
		"rule.period":                      within,
		"stages.model.stages":              within,
		"instrument.id.reserved":           within,
		"instrument.report.mean":           within,
		"mtss.ratio.syntax":                "a percentage has at most 15 digits, before and after its point together",
		"mtss.unit.place":                  within,
		"rule.threshold":                   "how a threshold is written depends on what the measure is",
		"rule.operator":                    "a node has exactly one operator; schemas that say so break form generators",
		"rule.comparison":                  "a comparison has exactly one operator, and stands beside a measure only",
		"rule.count":                       order,
		"rule.last":                        "what a measure is, a vocabulary says",
		"rule.measure.unknown":             within,
		"instrument.displayed":             within,
		"instrument.items.none":            "a definition may have no items only if it says that it lacks them",
		"rule.value":                       within,
		"mtss.tally":                       within,
		"instrument.missing":               "a share lies between 0 and 100 percent",
		"instrument.fact.path":             within,
		"instrument.fact.none":             within,
		"instrument.id.repeated":           "uniqueItems compares whole elements, not ids",
		"instrument.item.repeated":         "uniqueItems compares whole elements, not ids",
		"instrument.item.unknown":          within,
		"instrument.item.unplaced":         within,
		"instrument.crosswalk":             within,
		"instrument.equating":              order,
		"instrument.lack":                  within,
		"instrument.parent.unknown":        within,
		"instrument.scale.scores":          order,
		"instrument.scale.unknown":         within,
		"instrument.subscale.cycle":        within,
		"instrument.subscale.empty":        within,
		"instrument.total":                 within,
		"district.lead":                    within,
		"district.owner":                   within,
		"learning.need":                    within,
		"mtss.recorded":                    order,
		"mtss.record.repeated":             "uniqueItems compares whole elements, not ids",
		"readiness.goal":                   within,
		"records.layout":                   within,
		"readiness.hexagon.rating":         within,
		"readiness.hexagon.recommendation": within,
		"readiness.id.repeated":            "uniqueItems compares whole elements, not ids",
		"readiness.initiative.load":        within,
		"readiness.step":                   "which steps there are, a table of the package says",
		"mtss.correction":                  within,
		"instrument.possible":              within,
		"coaching.circumstance":            order,
		"coaching.component":               order,
		"coaching.data":                    order,
		"coaching.id.repeated":             "uniqueItems compares whole elements, not ids",
		"coaching.people":                  within,
		"coaching.contact":                 within,
		"district.barrier":                 within,
		"district.delivery":                within,
		"district.meeting.decision":        within,
		"district.meeting.result":          within,
		"district.meeting.unnamed":         "a series of one team has the same meetings, which need not name it",
		"district.member":                  within,
		"district.partnership":             within,
		"district.period":                  order,
		"district.protocol":                within,
		"district.repeated":                "uniqueItems compares whole elements, not ids",
		"district.role":                    "which roles there are, a table of the package and the document say",
		"district.team":                    within,
		"learning.attendance":              within,
		"learning.date":                    order,
		"learning.feedback":                within,
		"learning.hours":                   within,
		"learning.session":                 within,
		"learning.unit":                    narrow,
		"readiness.cohort":                 order,
		"readiness.initiative.outcome":     within,
		"readiness.initiative.pair":        within,
		"readiness.prompt":                 "which prompts are for which kind of unit, a table of the package says",
		"readiness.request":                within,
		"readiness.unit":                   narrow,
		"dca.participant":                  within,
		"instrument.date":                  order,
		"dca.meeting.days":                 order,
		"plan.activity":                    within,
		"plan.isd":                         within,
		"plan.item":                        within,
		"plan.resource":                    "an amount is a plain number of 0 or more, as a text",
		"dca.rounds":                       order,
		"dca.vote.by":                      within,
		"dca.vote.item":                    "uniqueItems compares whole elements, not ids",
		"dca.vote.repeated":                "uniqueItems compares whole elements, not ids",
		"dca.vote.score":                   within,
		"dca.protocol":                     "uniqueItems compares whole elements, not ids",
		"fidelity.dimension":               order,
		"fidelity.dosage":                  order,
		"fidelity.id.repeated":             "uniqueItems compares whole elements, not ids",
		"fidelity.observation":             order,
		"fidelity.outcome":                 order,
		"fidelity.policy.choice":           within,
		"fidelity.policy.days":             within,
		"fidelity.policy.name":             within,
		"fidelity.policy.cut":              "a share lies between 0 and 100 percent",
		"fidelity.practitioner":            order,
		"fidelity.schedule":                within,
		"fidelity.share":                   within,
		"rollup.policy":                    "a share lies between 0 and 100 percent",
		"rollup.row":                       within,
		"rollup.state":                     within,
	}
}

// explained reports whether an issue may stand where the schema accepts.
func explained(issue mtss.Issue) bool {
	return beyond()[issue.Code] != ""
}

// example is a document that a decoder refuses with a code and a schema accepts.
type example struct {
	Code     mtss.Code `json:"code"`
	Kind     string    `json:"kind"`
	Document string    `json:"document"`
}

const examplesFile = "testdata/beyond.json"

func TestBeyond(t *testing.T) {
	if *update {
		look(t)
	}
	examples := read(t)
	for code := range beyond() {
		if !slices.ContainsFunc(examples, func(e example) bool { return e.Code == code }) {
			t.Errorf("no document shows %s", code)
		}
	}
	for _, e := range examples {
		text, _ := schema.Get(e.Kind)
		s, _ := load(t, text)
		if err := valid(t, s, []byte(e.Document)); err != nil {
			t.Errorf("%s: the schema can say it, take the code off the list: %v", e.Code, err)
		}
		issues := mtss.Issues(decoders()[e.Kind]([]byte(e.Document)))
		if !slices.ContainsFunc(issues, func(i mtss.Issue) bool { return i.Code == e.Code }) {
			t.Errorf("%s: %s is not refused with it, but with %v", e.Code, e.Document, issues)
		}
	}
}

func read(t *testing.T) []example {
	t.Helper()
	data, err := os.ReadFile(examplesFile)
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	return examples
}

// look writes the shortest document that it finds for each code.
func look(t *testing.T) {
	best := map[mtss.Code]example{}
	for _, e := range read(t) {
		best[e.Code] = e // rare ones were written by hand
	}
	for _, kind := range schema.Names() {
		decode := decoders()[kind]
		if decode == nil {
			continue
		}
		each(t, kind, 16_000, func(data []byte, decoded, judged error) {
			if judged != nil {
				return
			}
			for _, issue := range mtss.Issues(decoded) {
				if old, there := best[issue.Code]; !there || len(data) < len(old.Document) {
					best[issue.Code] = example{issue.Code, kind, string(data)}
				}
			}
		})
	}
	var all []example
	for _, e := range best {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b example) int { return strings.Compare(string(a.Code), string(b.Code)) })
	data, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(examplesFile, append(data, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}
