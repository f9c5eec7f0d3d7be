package district_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// A table that cannot be read comes out empty, so each must have its rows, with
// ids that stand once and sources that have a title.
func TestTables(t *testing.T) {
	for _, table := range []struct {
		file string
		ids  []string
		src  []mtss.Source
	}{
		entries("roles", district.Roles()), entries("teams", district.TeamKinds()), entries("departments", district.Departments()),
		entries("domains", district.Domains()), entries("profile", district.PracticeProfile()),
		rowsOf("responsibilities", district.Responsibilities(), func(r district.Responsibility) (string, mtss.Source) { return r.ID, r.Source }),
		rowsOf("components", district.Components(), func(r district.Component) (string, mtss.Source) { return r.ID, r.Source }),
		rowsOf("checks", district.Checks(), func(r district.Check) (string, mtss.Source) { return r.ID, r.Source }),
		rowsOf("resources", district.Resources(), func(r district.Resource) (string, mtss.Source) { return r.ID, r.Source }),
		rowsOf("citations", district.Citations(), func(r district.Citation) (string, mtss.Source) { return r.ID, r.Source }),
		rowsOf("readings", district.Readings(), func(r district.Reading) (string, mtss.Source) { return r.ID, r.Source }),
		rowsOf("micip", district.MICIPQuestions(), func(r district.Question) (string, mtss.Source) { return r.ID, r.Source }),
	} {
		data, err := os.ReadFile("data/" + table.file + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if rows := strings.Count(string(data), "\n  {\"id\""); rows == 0 || rows != len(table.ids) {
			t.Errorf("%s: read %d rows of %d", table.file, len(table.ids), rows)
		}
		sorted := slices.Sorted(slices.Values(table.ids))
		if len(slices.Compact(sorted)) != len(table.ids) {
			t.Errorf("%s: an id stands twice", table.file)
		}
		for i, s := range table.src {
			if s.Title == "" {
				t.Errorf("%s %s: no source", table.file, table.ids[i])
			}
		}
	}
}

type idsOf = struct {
	file string
	ids  []string
	src  []mtss.Source
}

func rowsOf[T any](file string, rows []T, of func(T) (string, mtss.Source)) (out idsOf) {
	out.file = file
	for _, r := range rows {
		id, src := of(r)
		out.ids, out.src = append(out.ids, id), append(out.src, src)
	}
	return out
}

func entries(file string, rows []district.Entry) idsOf {
	return rowsOf(file, rows, func(e district.Entry) (string, mtss.Source) { return e.ID, e.Source })
}

func TestTablesHaveGoodTags(t *testing.T) {
	for _, row := range []any{district.Entry{}, district.Responsibility{}, district.Component{}, district.Check{}, district.Resource{}, district.Citation{}, district.Reading{}, district.Question{}} {
		for _, err := range strict.Check(row) {
			t.Errorf("%T: %v", row, err)
		}
	}
}

// What one row says of another exists, and the measures of this room are
// declared as its vocabulary declares them.
func TestTablesReferToWhatExists(t *testing.T) {
	components, domains := map[string]bool{}, map[string]bool{}
	for _, c := range district.Components() {
		components[c.ID] = true
	}
	for _, d := range district.Domains() {
		domains[d.ID] = true
	}
	same(t, "domains", map[string]bool{"academic": true, "behavior": true, "sel": true}, domains)
	if len(components) != 10 || len(district.PracticeProfile()) != 5 {
		t.Errorf("%d components, want 10; %d of the profile, want 5", len(components), len(district.PracticeProfile()))
	}
	own := map[string]rule.Measure{}
	for _, m := range district.Vocabulary().Measures {
		own[m.Name] = m
	}
	checked := map[string]bool{}
	for _, c := range district.Checks() {
		checked[c.Component] = true
		if m, ok := own[c.Measure]; ok && (m.Kind != c.MeasureKind || m.Unit != c.MeasureUnit) {
			t.Errorf("%s: %s is a %s in %q here, and a %s in %q in the vocabulary", c.ID, c.Measure, c.MeasureKind, c.MeasureUnit, m.Kind, m.Unit)
		}
	}
	same(t, "components with a check", components, checked)
	same(t, "what items 25 to 27 are about", []string{"coachingSystem", "coachingSystem", "coachingSystem", ""}, func() (list []string) {
		for _, item := range []string{"25", "26", "27", "1"} {
			c, _ := district.ComponentOf(district.ItemRef{Instrument: "dca", Version: "7.7", Item: item})
			list = append(list, c.ID)
		}
		return list
	}())
	if _, ok := district.ComponentOf(district.ItemRef{Instrument: "dca", Version: "6.0", Item: "25"}); ok {
		t.Error("item 25 of another version is about something that is not known")
	}
}

// The address that a source misprints is kept as printed, and the ones it does
// not print are not guessed.
func TestResources(t *testing.T) {
	byID, supported := map[string]district.Resource{}, map[string]bool{}
	for _, c := range district.Checks() {
		supported[c.ID], supported[c.Component] = true, true
	}
	for _, q := range district.MICIPQuestions() {
		supported[q.ID] = true
	}
	for _, r := range district.Resources() {
		byID[r.ID] = r
		for _, id := range r.Supports {
			if !supported[id] && !strings.HasPrefix(id, "readiness.") {
				t.Errorf("%s supports %s, which is not there", r.ID, id)
			}
		}
		if r.Address == "" && r.Caveat == "" {
			t.Errorf("%s has no address, and does not say so", r.ID)
		}
	}
	if r := byID["moduleInfrastructure"]; r.Address != "https://youtu.be/KfYqxdSVt8" || r.Caveat == "" {
		t.Errorf("the misprinted address: %+v", r)
	}
	if r := byID["nirnAIHub"]; r.Address != "" {
		t.Errorf("an address that no source prints: %s", r.Address)
	}
	for id, want := range map[string]int{"coordinator-named": 2, "nothing": 0} {
		if got := district.ResourcesFor(id); len(got) != want {
			t.Errorf("%s is supported by %d resources, want %d", id, len(got), want)
		}
	}
}

// Figures about teams are texts with a caveat or a condition, and no rule, check
// or measure holds them.
func TestCitationsAreNotCoefficients(t *testing.T) {
	for _, c := range district.Citations() {
		if c.Cites != "" && (c.Caveat == "" || c.Condition == "") {
			t.Errorf("%s is given without its caveat and condition", c.ID)
		}
	}
	for _, set := range []rule.Set{district.RequiredComposition(), district.RecommendedComposition(), district.InstallationRules()} {
		for _, figure := range []string{`"80%"`, `"30%"`, `"3.6`, `"7 `} {
			if strings.Contains(encoded(t, set), figure) {
				t.Errorf("set %s compares with %s", set.ID, figure)
			}
		}
	}
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
