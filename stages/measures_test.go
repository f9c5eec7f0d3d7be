package stages_test

import (
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// TestStageAsMeasure: rules of a district depend on the stage, and know when it
// is open.
func TestStageAsMeasure(t *testing.T) {
	m := stages.NIRN(stages.Entry{})
	a := mustCompile(t, m)
	day := date(2026, 1, 20)
	judge := func(n rule.Node, r evidence.Statement) mtss.Verdict {
		t.Helper()
		vocabulary := m.Vocabulary("swpbis")
		j, err := rule.Compile("", n, vocabulary)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		return j.Verdict(vocabulary.Values(assessed(t, a, day, r).Facts("swpbis")))
	}
	primary := func(ids ...mtss.StageID) rule.Node {
		var names []string
		for _, id := range ids {
			names = append(names, string(id))
		}
		return rule.Node{Measure: "swpbis.primary", Comparison: rule.Comparison{OneOf: names}}
	}
	entered, completed := yesOf("swpbis.fullImplementation.entered"), yesOf("swpbis.installation.completed")
	open := atInitial(day, "fidelity.practitioners", "4+1?/10", "outcomes.improved", "yes")
	closed := atInitial(day, "fidelity.practitioners", "4/10", "installation.components", "10/10")
	nothing := on(day, "exploration.activities", "0/5", "innovation.selected", "no", "practice.used", "no", "outcomes.improved", "no")
	for _, tt := range []struct {
		name string
		node rule.Node
		r    evidence.Statement
		want mtss.Verdict
	}{
		{"the stage is sure", primary(mtss.StageInitialImplementation), closed, met},
		{"one of two", primary(mtss.StageExploration, mtss.StageInitialImplementation), closed, met},
		{"another", primary(mtss.StageFullImplementation), closed, notMet},
		{"the stage is open", primary(mtss.StageInitialImplementation), open, undetermined},
		{"none", primary(stages.NoStage), nothing, met},
		{"none of them", primary(mtss.StageInitialImplementation), nothing, notMet},
		{"nothing known", primary(stages.NoStage), on(day), undetermined},
		{"entered or not", entered, open, undetermined},
		{"not entered", entered, closed, notMet},
		{"completed", completed, closed, met},
		{"completed or not", completed, open, undetermined},
		{"no source says when", yesOf("swpbis.initialImplementation.completed"), closed, undetermined},
	} {
		if got := judge(tt.node, tt.r); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	given := assessed(t, a, day, closed).Facts("x")
	for _, measure := range m.Vocabulary("x").Measures {
		if _, ok := given[measure.Name]; !ok {
			t.Errorf("%s is declared and never given", measure.Name)
		}
		delete(given, measure.Name)
	}
	if len(given) != 0 || slices.ContainsFunc(m.Stages, func(s stages.Stage) bool { return s.ID == stages.NoStage }) {
		t.Errorf("given and not declared: %v", given)
	}
}

func yesOf(measure string) rule.Node {
	return rule.Node{Measure: measure, Comparison: rule.Comparison{Is: "yes"}}
}
