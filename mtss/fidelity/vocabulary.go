package fidelity

import "github.com/openmtss/mtss-go/mtss/rule"

// Vocabulary returns the measures that this room provides: the shares of
// practitioners at fidelity over each denominator, what outcomes come to, the
// points by dimension, what was delivered of what was planned, and the
// coordinators who are trained for an instrument.
func Vocabulary() rule.Vocabulary {
	v := rule.Vocabulary{Measures: []rule.Measure{
		{Name: "fidelity.practitioners", Kind: rule.Tally, Unit: "people"},
		{Name: "fidelity.practitioners.employed", Kind: rule.Tally, Unit: "people"},
		{Name: "fidelity.practitioners.observed", Kind: rule.Tally, Unit: "people"},
		{Name: "outcomes.improved", Kind: rule.YesNo},
	}}
	for _, d := range everyDimension() {
		v.Measures = append(v.Measures, rule.Measure{Name: d.measure(), Kind: rule.Tally, Unit: "points"})
	}
	v.Measures = append(v.Measures,
		rule.Measure{Name: "fidelity.dosage", Kind: rule.Tally},
		rule.Measure{Name: "coordinators.trained", Kind: rule.Tally, Unit: "people"},
	)
	return v
}
