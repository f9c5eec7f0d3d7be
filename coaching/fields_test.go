package coaching_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// descriptive are the fields that change nothing that is computed or shown by
// this package: words for people, and names of documents.
var descriptive = map[string]string{
	"system.json /id":                          "names the document",
	"people.json /id":                          "names the document",
	"plans.json /id":                           "names the document",
	"data.json /id":                            "names the document",
	"system.json /roles/*/title":               "the district's own name for the role",
	"system.json /roles/*/responsibilities/*":  "words; that there are some is looked at",
	"system.json /roles/*/involved/*":          "words; that there are some is looked at",
	"system.json /components/*/involved/*":     "words; that there are some is looked at",
	"system.json /components/*/basedOn":        "provided or own; that it is said is looked at",
	"system.json /components/*/owner":          "a role; that there is one is looked at",
	"system.json /components/*/document":       "a name; that there is one is looked at",
	"plans.json /plans/*/strategies/*":         "words; that there are some is looked at",
	"plans.json /plans/*/information/*":        "words; that there are some is looked at",
	"plans.json /plans/*/preparation":          "words; that there are some is looked at",
	"plans.json /plans/*/feedback":             "words; that there are some is looked at",
	"plans.json /plans/*/context":              "the local context, for people",
	"plans.json /plans/*/stage":                "the stage model is another package's; that there is one is looked at",
	"data.json /coaching/*/innovation":         "what the coaching was for; dimensions are added up over all",
	"data.json /coaching/*/instrument/id":      "dimensions are added up over all instruments",
	"data.json /coaching/*/instrument/version": "dimensions are added up over all instruments",
	"data.json /coaching/*/score/earned":       "the dimensions count",
	"data.json /coaching/*/score/possible":     "the dimensions count",
	"data.json /coaching/*/score/unknown":      "the dimensions count",
	"learning.ndjson /id":                      "names the series",
	"learning.ndjson /unit/kind":               "another package's",
	"learning.ndjson /format":                  "another package's",
	"learning.ndjson /planned/*/need":          "words; that there is one is looked at",
}

// malformed are the problems of a document's form, which say nothing of a
// field's meaning.
var malformed = regexp.MustCompile(`"code":"(json\.|mtss\.unit\.kind)`)

// enough is how often a field that only describes is tried.
const enough = 4

// mutation is one change of one value.
type mutation struct {
	field string // with * for places in lists
	apply func()
	undo  func()
}

// mutations lists a change for every value below v, for a day one to long
// before and one to long after.
func mutations(v any, field string, set func(any)) []mutation {
	var out []mutation
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			out = append(out, mutations(v[name], field+"/"+name, func(to any) { v[name] = to })...)
		}
	case []any:
		for i := range v {
			out = append(out, mutations(v[i], field+"/*", func(to any) { v[i] = to })...)
		}
	case string:
		others := []string{v + "x"}
		if len(v) == 5 && v[2] == ':' {
			others = []string{"15:40"}
		}
		if words := oneOf(v); words != nil {
			others = words
		}
		if len(v) == 10 && v[4] == '-' && v[7] == '-' {
			others = []string{"2016" + v[4:], "2036" + v[4:]}
		}
		for _, to := range others {
			out = append(out, mutation{field, func() { set(to) }, func() { set(v) }})
		}
	case float64:
		out = append(out, mutation{field, func() { set(v + 1) }, func() { set(v) }})
	case bool:
		out = append(out, mutation{field, func() { set(!v) }, func() { set(v) }})
	}
	return out
}

// oneOf returns the other words of a closed list that a word is of; nil for a
// free text.
func oneOf(word string) []string {
	for _, list := range []string{
		"systems instructional", "district school team practitioner", "external internal", "absent drafting final inUse", "high moderate low",
		"definition conditions qualifications selection serviceDelivery guidelines", "provided own", "inPerson virtual phone written both several",
		"coaching.adherence coaching.quality coaching.responsiveness coaching.dose", "confidence knowledge", "initial sustain", "schoolBased facilitators coaches", "contacts fidelity feedback", "training dataCoordination other coaching",
	} {
		if words := strings.Fields(list); slices.Contains(words, word) {
			return slices.DeleteFunc(words, func(w string) bool { return w == word })
		}
	}
	return nil
}

// Every field of the example's documents, changed to another value that its
// form allows, changes what is computed, shown or refused, or stands on the list
// above.
func TestEveryFieldMatters(t *testing.T) {
	docs := documents(t)
	_, whole, err := year(docs)
	if err != nil {
		t.Fatal(err)
	}
	matters, tried := map[string]bool{}, map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		if name == "conditions.json" {
			continue // another package's
		}
		content := docs[name]
		parts := [][]byte{content}
		if strings.HasSuffix(name, ".ndjson") {
			parts = bytes.Split(bytes.TrimSpace(content), []byte("\n"))
		}
		for i, part := range parts {
			var v any
			if err := json.Unmarshal(part, &v); err != nil {
				t.Fatal(err)
			}
			for _, m := range mutations(v, "", func(any) {}) {
				field := name + " " + m.field
				if strings.HasSuffix(field, "/kind") && !strings.Contains(field, "unit") || strings.HasSuffix(field, "/schemaVersion") {
					continue // form, and no content
				}
				if tried[field]++; matters[field] || descriptive[field] != "" && tried[field] > max(1, enough/slower) {
					continue
				}
				m.apply()
				changed := slices.Clone(parts)
				changed[i], err = json.Marshal(v)
				m.undo()
				if err != nil {
					t.Fatal(err)
				}
				docs[name] = bytes.Join(changed, []byte("\n"))
				_, text, _ := year(docs)
				matters[field] = text != whole && !malformed.MatchString(text)
			}
		}
		docs[name] = content
	}
	for _, field := range slices.Sorted(maps.Keys(matters)) {
		switch reason := descriptive[field]; {
		case !matters[field] && reason == "":
			t.Errorf("%s changes nothing, and is not on the list of what only describes", field)
		case matters[field] && reason != "":
			t.Errorf("%s is said to describe only, and changes something", field)
		}
	}
	for field := range descriptive {
		if _, there := matters[field]; !there {
			t.Errorf("%s is on the list, and in no document", field)
		}
	}
}
