package district_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// A table that cannot be read comes out empty, so each must have its rows, with
// words that appear once.
func TestWords(t *testing.T) {
	for table, words := range map[string][]string{
		"roles": texts(district.Roles()), "resources": texts(district.PublishedResources()), "responsibilities": texts(district.Responsibilities()),
	} {
		data, err := os.ReadFile("data/" + table + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if rows := strings.Count(string(data), "\n  {\"id\""); rows == 0 || rows != len(words) {
			t.Errorf("%s: read %d rows of %d", table, len(words), rows)
		}
		sorted := slices.Sorted(slices.Values(words))
		if len(slices.Compact(sorted)) != len(words) {
			t.Errorf("%s: a word appears twice", table)
		}
	}
}

func texts[T ~string](words []T) (list []string) {
	for _, w := range words {
		list = append(list, string(w))
	}
	return list
}

// The words of a table are those that reading takes, in the same order.
func TestWordsOfTags(t *testing.T) {
	listed := func(of any, field string) (list []string) {
		f, _ := reflect.TypeOf(of).FieldByName(field)
		for part := range strings.SplitSeq(f.Tag.Get("jsonschema"), ",") {
			if word, ok := strings.CutPrefix(part, "enum="); ok {
				list = append(list, word)
			}
		}
		return list
	}
	for _, test := range []struct {
		of    any
		field string
		want  []string
	}{
		{district.DeclaredComponent{}, "Component", texts(mtss.Components())},
		{district.ComponentStatus{}, "Component", texts(mtss.Components())},
		{plan.Activity{}, "Component", texts(mtss.Components())},
		{district.DeclaredComponent{}, "BasedOn", texts(district.PublishedResources())},
		{district.Owned{}, "Responsibility", texts(district.Responsibilities())},
	} {
		same(t, test.field, test.want, listed(test.of, test.field))
	}
	same(t, "constants of responsibilities", district.Responsibilities(), []district.Responsibility{
		district.OwnGuidance, district.OwnVisibility, district.OwnFunding, district.OwnPoliticalSupport, district.OwnTechnology, district.OwnSupportProcess,
		district.OwnAtRiskThresholds, district.OwnFamilyInformation, district.OwnGuidelines, district.OwnImplementationDetails, district.OwnTeamMeetings,
		district.OwnSchoolMeetings, district.OwnProfessionalDevelopment, district.OwnCountyPlan,
	})
}

// A list is a fresh copy each time.
func TestWordsAreCopies(t *testing.T) {
	district.Roles()[0] = "changed"
	if district.Roles()[0] == "changed" {
		t.Error("a caller changes the list of the package")
	}
}

// Each check is of a component that exists, each component has one, and the
// measures of this package are declared as its vocabulary declares them.
func TestChecks(t *testing.T) {
	own := map[string]rule.Measure{}
	for _, m := range district.Vocabulary().Measures {
		own[m.Name] = m
	}
	checks := district.Checks()
	for _, m := range checks.Measures {
		if declared, ok := own[m.Name]; ok && !cmp.Equal(declared, m) {
			t.Errorf("the checks declare %+v, and the vocabulary %+v", m, declared)
		}
	}
	checked := map[mtss.Component]bool{}
	for _, r := range checks.Rules {
		component, name, _ := strings.Cut(r.ID, "/")
		checked[mtss.Component(component)] = true
		if name == "" || r.Title == "" || r.Source.Title == "" || r.Provenance == "" || r.Require == nil {
			t.Errorf("%s lacks a part: %+v", r.ID, r)
		}
	}
	components := map[mtss.Component]bool{}
	for _, c := range mtss.Components() {
		components[c] = true
	}
	same(t, "components with a check", components, checked)
}

func TestRuleSetsCompile(t *testing.T) {
	for _, test := range []struct {
		set        rule.Set
		vocabulary rule.Vocabulary
		rules      int
	}{
		{district.RequiredComposition(), district.TeamVocabulary(), 8},
		{district.RecommendedComposition(), district.TeamVocabulary(), 9},
		{district.InstallationRules(), district.Vocabulary(), 10},
		{district.ExplorationRules(), district.Vocabulary(), 4},
		{district.Checks(), rule.Vocabulary{}, 15},
	} {
		if _, err := rule.CompileSet(test.vocabulary, test.set); err != nil || len(test.set.Rules) != test.rules {
			t.Errorf("%s: %d rules, want %d; %v", test.set.ID, len(test.set.Rules), test.rules, mtss.Issues(err))
		}
		for _, r := range test.set.Rules {
			if r.Source.Title == "" || r.Provenance == "" {
				t.Errorf("rule %s has no source or provenance", r.ID)
			}
		}
	}
}
