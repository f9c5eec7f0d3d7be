package profile_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// large is a district with so many schools, of fifty practitioners each, and so many
// innovations: a third of the practitioners is meant to use each.
func large(schools, innovations int) (d profile.Documents) {
	district := mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}
	units := records.Units{Units: []mtss.Place{{Unit: district}}}
	var people roster.Roster
	var seen fidelity.Observations
	var outcomes fidelity.Outcomes
	walk := instrument.Ref{ID: "walk", Version: "1"}
	for s := range schools {
		school := mtss.Unit{ID: fmt.Sprintf("s-%03d", s), Kind: mtss.KindSchool}
		units.Units = append(units.Units, mtss.Place{Unit: school, Parent: district.ID})
		for i := range innovations {
			outcomes.Outcomes = append(outcomes.Outcomes, fidelity.Outcome{
				Measure: "benchmark", Unit: school, Innovation: fmt.Sprintf("innovation-%d", i), Better: fidelity.Higher, Of: "students",
				Baseline: fidelity.DatedTally{On: mtss.Date{Year: 2025, Month: 5, Day: 20}, Value: mtss.Tally{Earned: 40, Possible: 100}},
				Values:   []fidelity.DatedTally{{On: mtss.Date{Year: 2026, Month: 5, Day: 20}, Value: mtss.Tally{Earned: int64(30 + s%30), Possible: 100}}},
			})
		}
		for p := range 50 {
			person, innovation := fmt.Sprintf("p-%03d-%02d", s, p), fmt.Sprintf("innovation-%d", p%innovations)
			people.Intended = append(people.Intended, roster.Assignment{Person: person, Unit: school, Role: "teacher", Innovation: innovation, From: mtss.Date{Year: 2024, Month: 8, Day: 20}})
			for _, day := range []mtss.Date{{Year: 2025, Month: 10, Day: 1 + p%28}, {Year: 2026, Month: 4, Day: 1 + p%28}} {
				if (p+s)%7 > 0 {
					seen.Observations = append(seen.Observations, fidelity.Observation{
						Practitioner: person, Innovation: innovation, Instrument: walk, Date: day, Score: mtss.Tally{Earned: int64((p*7+s)%11 + 10), Possible: 20},
					})
				}
			}
		}
	}
	d.Add(&units, &people, &seen, &outcomes)
	for i := range innovations {
		cut := mtss.NewRatio(3, 4)
		d.Add(&fidelity.Policy{ID: fmt.Sprint("policy-", i), Innovation: fmt.Sprintf("innovation-%d", i), Instrument: walk, AtLeast: cut})
	}
	return d
}

func BenchmarkOf(b *testing.B) {
	d := large(30, 3)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := profile.Of(d, profile.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
