package readiness

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Vocabulary returns the measures that this package provides. Of a readiness
// document: how many prompts are answered, how many of each part speak for going
// ahead, each prompt and step by itself, the activities of exploration, what is
// asked for and the goals. Besides these, those of plans, of scaling up,
// of a hexagon and of an inventory of initiatives; and options.enough, which a host
// may state for [Options].
func Vocabulary() rule.Vocabulary {
	var v rule.Vocabulary
	add := func(kind rule.Kind, unit string, names ...string) {
		v.Measures = append(v.Measures, kit.Measures(kind, unit, names...)...)
	}
	add(rule.KindTally, "activities", "exploration.activities")
	add(rule.KindYesNo, "", "exploration.need", "exploration.fit", "exploration.capacity", "exploration.readiness", "exploration.agreement", "innovation.selected")
	add(rule.KindYesNo, "", string(evidence.StaffSelection), optionsEnough)
	add(rule.KindTally, "prompts", "readiness.prompts", "readiness.need", "readiness.fit", "readiness.capacity")
	add(rule.KindTally, "steps", "readiness.steps")
	for _, p := range Prompts() {
		add(rule.KindYesNo, "", p.Measure())
	}
	for _, kind := range supportKinds() {
		add(rule.KindQuantity, "districts", "support."+string(kind))
	}
	for _, area := range areas() {
		add(rule.KindQuantity, "districts", "support."+string(area))
	}
	add(rule.KindQuantity, "h", "support.hours")
	add(rule.KindTally, "areas", "support.matched")
	for _, g := range goals() {
		add(rule.KindYesNo, "", "goal."+string(g))
	}
	add(rule.KindYesNo, "", "scaleup.partner", "initiatives.overloaded")
	v.Measures = append(v.Measures, plan.Vocabulary().Measures...)
	add(rule.KindTally, "units", "scaleup.units")
	add(rule.KindTally, "cohorts", "scaleup.cohorts", "scaleup.replicating")
	add(rule.KindTally, "indicators", "hexagon.rated")
	add(rule.KindTally, "points", "hexagon.total")
	add(rule.KindCategory, "", "hexagon.recommendation")
	for _, f := range forms() {
		for _, i := range f.Indicators {
			add(rule.KindQuantity, "points", "hexagon."+string(f.ID)+"."+string(i))
		}
	}
	add(rule.KindTally, "pairs", "initiatives.pairs")
	add(rule.KindQuantity, "pairs", "initiatives.conflicts")
	add(rule.KindTally, "initiatives", "initiatives.owned", "initiatives.authority", "initiatives.reviewed")
	return v
}
