package readiness

import "github.com/openmtss/mtss-go/mtss/rule"

// Vocabulary returns the measures that this room provides. Of a record: how
// many prompts are answered, how many of each part speak for going ahead, each
// prompt and step by itself, the activities of exploration, what is asked for
// and the goals. Beside them those of an ISD's plan, of scaling up, of a
// hexagon and of an inventory of initiatives.
func Vocabulary() rule.Vocabulary {
	v := rule.Vocabulary{Measures: []rule.Measure{
		tally("exploration.activities", "activities"), yesNo("exploration.need"), yesNo("exploration.fit"), yesNo("exploration.capacity"),
		yesNo("exploration.readiness"), yesNo("exploration.agreement"), yesNo("innovation.selected"),
		tally("readiness.prompts", "prompts"), tally("readiness.need", "prompts"), tally("readiness.fit", "prompts"), tally("readiness.capacity", "prompts"),
		tally("readiness.steps", "steps"),
	}}
	add := func(m ...rule.Measure) { v.Measures = append(v.Measures, m...) }
	for _, p := range Prompts() {
		add(yesNo(p.Measure()))
	}
	for _, r := range append(supportKinds(), areas()...) {
		add(number("support."+r, "districts"))
	}
	add(number("support.hours", "h"), tally("support.matched", "areas"))
	for _, g := range goals() {
		add(yesNo("goal." + g))
	}
	add(tally("isd.plan.areas", "areas"), tally("isd.plan.activities", "activities"), yesNo("isd.plan.priority"), yesNo("isd.plan.coordinator"))
	for unit, kind := range resourceKinds() {
		add(number("isd.plan."+kind, []string{"positions", "people", "dollars"}[unit]))
	}
	add(tally("scaleup.units", "units"), tally("scaleup.cohorts", "cohorts"), tally("scaleup.replicating", "cohorts"), yesNo("scaleup.partner"))
	add(tally("hexagon.rated", "indicators"), tally("hexagon.total", "points"), rule.Measure{Name: "hexagon.recommendation", Kind: rule.KindCategory})
	for _, f := range forms() {
		for _, i := range f.Indicators {
			add(number("hexagon."+f.ID+"."+i, "points"))
		}
	}
	add(tally("initiatives.pairs", "pairs"), number("initiatives.conflicts", "pairs"), tally("initiatives.owned", "initiatives"),
		tally("initiatives.authority", "initiatives"), tally("initiatives.reviewed", "initiatives"), yesNo("initiatives.overloaded"))
	return v
}

func tally(name, unit string) rule.Measure {
	return rule.Measure{Name: name, Kind: rule.KindTally, Unit: unit}
}

func number(name, unit string) rule.Measure {
	return rule.Measure{Name: name, Kind: rule.KindQuantity, Unit: unit}
}

func yesNo(name string) rule.Measure { return rule.Measure{Name: name, Kind: rule.KindYesNo} }
