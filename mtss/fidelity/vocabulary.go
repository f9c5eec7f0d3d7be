package fidelity

import "github.com/openmtss/mtss-go/mtss/rule"

// Vocabulary returns the measures that this room provides: the shares of
// practitioners at fidelity over each denominator, what outcomes come to, the
// points by dimension, what was delivered of what was planned, and the
// coordinators who are trained for an instrument.
func Vocabulary() rule.Vocabulary {
	v := rule.Vocabulary{Measures: []rule.Measure{
		{Name: "fidelity.practitioners", Kind: rule.KindTally, Unit: "people"},
		{Name: "fidelity.practitioners.employed", Kind: rule.KindTally, Unit: "people"},
		{Name: "fidelity.practitioners.observed", Kind: rule.KindTally, Unit: "people"},
		{Name: "outcomes.improved", Kind: rule.KindYesNo},
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
