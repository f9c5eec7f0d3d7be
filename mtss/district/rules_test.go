package district_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Each rule at the least that meets it, and just below; what it needs and does
// not get leaves it undetermined.
func TestRules(t *testing.T) {
	for _, test := range []struct {
		set      rule.Set
		rule     string
		met, not string // facts, "measure=value" apart by spaces
	}{
		{district.ExplorationRules(), "exploration-team", "team.formed=yes team.coordinator=yes", "team.formed=yes team.coordinator=no"},
		{district.ExplorationRules(), "exploration-sponsor", "team.sponsor=yes", "team.sponsor=no"},
		{district.ExplorationRules(), "exploration-partner", "partnership.mutual=yes", "partnership.mutual=no"},
		{district.ExplorationRules(), "exploration-activities", "plan.exploration=5/5", "plan.exploration=4/5"},
		{district.InstallationRules(), "installation-team", "team.formed=yes team.coordinator=yes", "team.formed=no team.coordinator=yes"},
		{district.InstallationRules(), "installation-composition", "team.composition=4/4", "team.composition=3/4"},
		{district.InstallationRules(), "installation-meetings", "team.meetings=3/3", "team.meetings=2/3"},
		{district.InstallationRules(), "installation-leads", "lead.named=yes lead.schools=3/3", "lead.named=yes lead.schools=2/3"},
		{district.InstallationRules(), "installation-domains", "lead.domains=3/3", "lead.domains=2/3"},
		{district.InstallationRules(), "installation-place", "lead.placed=yes", "lead.placed=no"},
		{district.InstallationRules(), "installation-ownership", "responsibility.owned=10/10", "responsibility.owned=9/10"},
		{district.InstallationRules(), "installation-linked", "team.linked=3/3", "team.linked=2/3"},
		{district.InstallationRules(), "installation-checklist", "installation.components=10/10", "installation.components=9/10"},
		{district.InstallationRules(), "installation-agreement", "installation.contradictions=0_components", "installation.contradictions=1_components"},
		{district.RequiredComposition(), "district-administration", "team.kind=district team.role.superintendent=1_people", "team.kind=district team.role.superintendent=0_people team.role.districtAdministrator=0_people team.role.curriculumDirector=0_people team.role.specialEducationDirector=0_people"},
		{district.RequiredComposition(), "school-interventions", "team.kind=school team.role.serviceProvider=1_people", "team.kind=school team.role.serviceProvider=0_people team.role.interventionist=0_people"},
		{district.RecommendedComposition(), "district-size", "team.kind=district team.size=3_people", "team.kind=district team.size=2_people"},
	} {
		vocabulary := district.Vocabulary()
		if strings.Contains(test.set.ID, "composition") {
			vocabulary = district.TeamVocabulary()
		}
		book, err := rule.CompileSet(vocabulary, test.set)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		kind, _, _ := strings.Cut(test.met, " ")
		if !strings.HasPrefix(kind, "team.kind=") {
			kind = ""
		}
		for facts, want := range map[string]mtss.Verdict{test.met: mtss.Met, test.not: mtss.NotMet, kind: mtss.Undetermined} {
			d, ok := book.Decide(test.rule, parse(t, vocabulary, facts), today)
			if !ok || d.Verdict != want || mtss.Verdict(d.Applies) != mtss.Met {
				t.Errorf("%s of %q is %s, want %s", test.rule, facts, d.Verdict, want)
			}
		}
	}
}

func parse(t testing.TB, vocabulary rule.Vocabulary, text string) rule.Facts {
	t.Helper()
	var facts rule.FactTexts
	for field := range strings.FieldsSeq(text) {
		name, value, _ := strings.Cut(field, "=")
		facts = append(facts, rule.FactText{Measure: name, Text: strings.ReplaceAll(value, "_", " ")})
	}
	parsed, err := facts.Parse("", vocabulary)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return parsed
}

// A rule of composition for one kind of team does not speak of another.
func TestCompositionByKind(t *testing.T) {
	book, err := rule.CompileSet(district.TeamVocabulary(), district.RequiredComposition())
	if err != nil {
		t.Fatal(err)
	}
	team := district.Team{ID: "x", TeamKind: "isd", Unit: mtss.Unit{ID: "lake", Kind: mtss.KindISD}, From: day("2025-09-01")}
	for _, d := range book.Judge(team.Facts(today), today) {
		if mtss.Verdict(d.Applies) != mtss.NotMet {
			t.Errorf("%s applies to a team of an ISD", d.Rule)
		}
	}
}

// A role that a district has of its own can be asked for by a rule of its own.
func TestOwnRolesInRules(t *testing.T) {
	team := district.Team{ID: "dit", TeamKind: "district", Unit: maple, From: day("2025-09-01"), Members: []district.TeamMember{{ID: "a", Role: "nurse"}, {ID: "a", Role: "parent"}, {ID: "b", Role: "nurse", Until: day("2026-04-30")}}}
	vocabulary := district.TeamVocabulary("nurse")
	judge, err := rule.Compile("", rule.Node{All: []rule.Node{
		{Measure: "team.role.nurse", Comparison: rule.Comparison{Between: []string{"1 people", "1 people"}}},
		{Measure: "team.size", Comparison: rule.Comparison{Between: []string{"1 people", "1 people"}}},
	}}, vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	if f := judge.Explain(vocabulary.Values(team.Facts(today))); f.Verdict != mtss.Met {
		t.Errorf("one nurse, who is a parent too: %v", f.Sentences())
	}
}
