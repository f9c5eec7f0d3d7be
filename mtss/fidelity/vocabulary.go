package fidelity

import (
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Vocabulary returns the measures that this package provides: the share of
// practitioners at fidelity in each population, whether outcomes improved, the
// points by dimension, what was delivered of what was planned, and how many
// coordinators are trained for an instrument.
func Vocabulary() rule.Vocabulary {
	v := rule.Vocabulary{Measures: []rule.Measure{
		{Name: string(evidence.Practitioners), Kind: rule.KindTally, Unit: "people"},
		{Name: string(evidence.EmployedPractitioners), Kind: rule.KindTally, Unit: "people"},
		{Name: string(evidence.ObservedPractitioners), Kind: rule.KindTally, Unit: "people"},
		{Name: string(evidence.OutcomesImproved), Kind: rule.KindYesNo},
	}}
	for _, d := range Dimensions() {
		v.Measures = append(v.Measures, rule.Measure{Name: d.measure(), Kind: rule.KindTally, Unit: "points"})
	}
	v.Measures = append(v.Measures,
		rule.Measure{Name: "fidelity.dosage", Kind: rule.KindTally},
		rule.Measure{Name: "coordinators.trained", Kind: rule.KindTally, Unit: "people"},
	)
	return v
}
