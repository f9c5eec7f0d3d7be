package district_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
)

// descriptive fields are for people to read: nothing is computed from them.
// Every other field changes a measure, a concern, an agenda or a problem.
var descriptive = []string{
	"checklist/id", "communication/id", "deliveries/id", "meetings/id", "ownership/id", "plan/id", "policy/id", "teams/id",
	"meetings/meetings/decisions/what", "meetings/meetings/results/of",
	"deliveries/schools/tiers/interventions/fidelity/id", "deliveries/schools/tiers/interventions/fidelity/version",
	"checklist/components/basedOn", "plan/activities/component", "plan/activities/instrument/id", "plan/activities/items", "plan/activities/instrument/version", "policy/source/title", "policy/provenance",
}

// headers are checked by strict reading, in TestStrictly.
var headers = regexp.MustCompile(`/(kind|schemaVersion)$`)

// outcome is all that a set of documents comes to, problems included.
func outcome(t testing.TB, documents map[string]string) (text string, malformed bool) {
	t.Helper()
	var out strings.Builder
	note := func(err error) {
		for _, i := range mtss.Issues(err) {
			malformed = malformed || strings.HasPrefix(string(i.Code), "json.") || strings.HasPrefix(string(i.Code), "mtss.")
			out.WriteString(i.Path + " " + string(i.Code) + "\n")
		}
	}
	var d district.Documents
	d.Teams = list(lenient(note, documents["teams"], district.DecodeTeams))
	d.Ownership = list(lenient(note, documents["ownership"], district.DecodeOwnership))
	d.Meetings = list(lenient(note, documents["meetings"], meeting.DecodeMeetings))
	d.Communication = list(lenient(note, documents["communication"], district.DecodeCommunication))
	d.Plans = list(lenient(note, documents["plan"], plan.DecodePlan))
	d.Checklists = list(lenient(note, documents["checklist"], district.DecodeChecklist))
	d.TierModels = list(lenient(note, documents["deliveries"], district.DecodeTierModels))
	policy := lenient(note, documents["policy"], district.DecodeMeetingPolicy)
	if malformed {
		return "", true
	}
	note(d.Validate())
	v := view()
	v.Policy = *policy
	out.WriteString(picture(t, d, v))
	in := report(t, d, v, others())
	in.On = day("2026-04-20")
	agenda := d.Agenda("dit", in, day("2026-05-10"))
	for _, m := range d.Meetings[0].Meetings {
		out.WriteString(m.ID + encoded(t, m.Missed(agenda)))
	}
	return out.String(), false
}

func lenient[T any](note func(error), document string, decode func([]byte) (T, error)) *T {
	v, err := decode([]byte(document))
	note(err)
	return &v
}

// Each field is changed to other values of its kind, one place at a time.
func TestFieldsMatter(t *testing.T) {
	documents := map[string]string{}
	for _, r := range readers() {
		documents[r.name] = file(t, r.name)
	}
	whole, _ := outcome(t, documents)
	matters := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		var root any
		if err := json.Unmarshal([]byte(documents[name]), &root); err != nil {
			t.Fatal(err)
		}
		walk(root, name, func(field string, set func(any), was any) {
			if matters[field] || headers.MatchString(field) {
				return
			}
			for _, other := range instead(field, was) {
				set(other)
				changed := maps.Clone(documents)
				changed[name] = encoded(t, root)
				got, malformed := outcome(t, changed)
				set(was)
				if matters[field] = !malformed && got != whole; matters[field] {
					return
				}
			}
		})
	}
	for _, field := range slices.Sorted(maps.Keys(matters)) {
		if listed := slices.Contains(descriptive, field); listed == matters[field] {
			t.Errorf("%s: matters is %v, listed as descriptive is %v", field, matters[field], listed)
		}
	}
	for _, field := range descriptive {
		if _, ok := matters[field]; !ok {
			t.Errorf("%s is listed as descriptive, and no sample has it", field)
		}
	}
}

// absent takes a member out of its object.
type absent struct{}

// walk visits every value that is neither an object nor a list, and every list of texts.
func walk(v any, field string, visit func(field string, set func(any), was any)) {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			set := func(other any) {
				if v[name] = other; other == (absent{}) {
					delete(v, name)
				}
			}
			list, isList := v[name].([]any)
			_, isObject := v[name].(map[string]any)
			if isObject || isList && (len(list) == 0 || !text(list[0])) {
				walk(v[name], field+"/"+name, visit)
			} else {
				visit(field+"/"+name, set, v[name])
			}
		}
	case []any:
		for i := range v {
			walk(v[i], field, visit)
		}
	}
}

func text(v any) bool {
	_, ok := v.(string)
	return ok
}

// words are other values of fields that take some words only.
var words = map[string][]any{
	"kind": {"school", "district"}, "teamKind": {"gradeOrContent"}, "way": {"gave", "got"}, "of": {"fidelity", "outcome"},
	"status": {"established", "inProcess", "planned", "underWay"}, "domain": {"academic", "sel"}, "authority": {"none", "direct"},
	"stage": {"exploration", "installation"}, "component": {"staffSelection", "dataUse", "barrierRemoval"}, "responsibility": {"funding", "technology", "countyPlan"},
	"basedOn": {"dataSystem"}, "provenance": {"confirmed"},
}

// instead returns other values of a value's kind.
func instead(field string, was any) []any {
	switch was := was.(type) {
	case bool:
		return []any{!was}
	case float64:
		return []any{was + 1, was - 1, was + 60}
	case []any:
		return []any{[]any{}, []any{"zz"}, []any{"sel"}, absent{}}
	case string:
		if d, err := mtss.ParseDate(was); err == nil {
			return []any{d.AddDays(-400).String(), d.AddDays(-30).String(), d.AddDays(30).String(), d.AddDays(400).String(), absent{}}
		}
		if others := words[field[strings.LastIndex(field, "/")+1:]]; others != nil {
			return others
		}
		return []any{"zz", absent{}}
	}
	return nil
}
