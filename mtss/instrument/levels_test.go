package instrument_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// criterionOf is a criterion over a finding, as a document holds it.
func criterionOf(finding string) string {
	return `{"id":"c","title":"C","provenance":"inferred",` + finding + `}`
}

func TestLevels(t *testing.T) {
	const leaf = `"path":"/x","verdict":"undetermined","measure":"tier1","unit":"points","measured":{"earned":3,"possible":30,"unknown":20},"wanted":{"atLeast":"70%"},"needed":[],"children":[]`
	const level = `{"measure":"tier1","unit":"points","verdict":"undetermined","measured":{"earned":3,"possible":30,"unknown":20},"relation":"atLeast","wanted":["70%"]`
	one := func(wanted, relation string) (finding, levels string) {
		return strings.Replace(leaf, `"atLeast":"70%"`, wanted, 1), strings.Replace(level, `"relation":"atLeast","wanted":["70%"]`, relation, 1) + "}"
	}
	join := func(operator string, children ...string) string {
		return `"path":"","verdict":"undetermined","operator":"` + operator + `","needed":[],"children":[` + strings.Join(children, ",") + `]`
	}
	band, bandLevel := one(`"between":["50%","70%"]`, `"relation":"between","wanted":["50%","70%"]`)
	words, wordsLevel := one(`"oneOf":["a","b"]`, `"relation":"oneOf","wanted":["a","b"]`)
	more, moreLevel := one(`"moreThan":"1/3"`, `"relation":"moreThan","wanted":["1/3"]`)
	most, mostLevel := one(`"atMost":"2 points"`, `"relation":"atMost","wanted":["2 points"]`)
	less, lessLevel := one(`"lessThan":"0%"`, `"relation":"lessThan","wanted":["0%"]`)
	is, isLevel := one(`"is":"yes"`, `"relation":"is","wanted":["yes"]`)
	for _, c := range []struct{ why, finding, levels string }{
		{"one comparison", leaf, level + "}"},
		{"a band has two ends", band, bandLevel},
		{"several words", words, wordsLevel},
		{"other relations, in the order of the tree", join("any", "{"+more+"}", "{"+most+"}", "{"+less+"}", "{"+is+"}"), strings.Join([]string{moreLevel, mostLevel, lessLevel, isLevel}, ",")},
		{"below two combinations", join("all", "{"+join("each", "{"+leaf+"}", "{"+leaf+"}")+"}"), level + "}," + level + "}"},
		{"the opposite is wanted", join("not", "{"+leaf+"}"), level + `,"opposite":true}`},
		{"the opposite of the opposite", join("not", "{"+join("not", "{"+leaf+"}")+"}"), level + "}"},
		{"nothing is known of the measure", strings.Replace(leaf, `"measured":{"earned":3,"possible":30,"unknown":20},`, "", 1), strings.Replace(level, `"measured":{"earned":3,"possible":30,"unknown":20},`, "", 1) + "}"},
		{"nothing was compared", join("all"), ""},
	} {
		before := criterionOf(c.finding)
		want := before
		if c.levels != "" {
			want = criterionOf(c.finding + `,"levels":[` + c.levels + `]`)
		}
		for _, text := range []string{before, want} { // of before levels were written, and as it is
			var r instrument.CriterionResult
			if err := json.Unmarshal([]byte(text), &r); err != nil {
				t.Errorf("%s: %v in %s", c.why, err, text)
				continue
			}
			if got, err := r.AppendJSON(nil); err != nil || string(got) != want {
				t.Errorf("%s: written is %s, %v\nwant %s", c.why, got, err, want)
			}
		}
	}
}

func TestLevelsAgree(t *testing.T) {
	const finding = `"path":"/x","verdict":"met","measure":"tier1","unit":"points","measured":{"earned":30,"possible":30,"unknown":0},"wanted":{"atLeast":"70%"},"needed":[],"children":[]`
	const level = `{"measure":"tier1","unit":"points","verdict":"met","measured":{"earned":30,"possible":30,"unknown":0},"relation":"atLeast","wanted":["70%"]}`
	for _, c := range []struct{ why, levels string }{
		{"another threshold than the finding's", strings.Replace(level, "70%", "80%", 1)},
		{"another verdict", strings.Replace(level, `"met"`, `"notMet"`, 1)},
		{"another count", strings.Replace(level, `"earned":30`, `"earned":29`, 1)},
		{"one too many", level + "," + level},
		{"none", ""},
	} {
		var r instrument.CriterionResult
		err := json.Unmarshal([]byte(criterionOf(finding+`,"levels":[`+c.levels+`]`)), &r)
		issues := mtss.Issues(err)
		if len(issues) != 1 || issues[0].Path != "/levels" || issues[0].Code != instrument.CodeDisplayed {
			t.Errorf("%s: got %v, want one %s at /levels", c.why, err, instrument.CodeDisplayed)
		}
	}
	var r instrument.CriterionResult
	err := json.Unmarshal([]byte(criterionOf(finding+`,"levels":[`+strings.Replace(level, "atLeast", "least", 1)+`]`)), &r)
	if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Path != "/levels/0/relation" {
		t.Errorf("a relation that is none: %v", err)
	}
}
