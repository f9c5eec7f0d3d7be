package fidelity_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Whatever observations are like, each is told from the others by all that it says, and
// counts once; compared by hand, each with each.
func TestToldApart(t *testing.T) {
	r := random(7)
	one := func() fidelity.Observation {
		o := fidelity.Observation{Practitioner: fmt.Sprint("p", r.IntN(2)), Innovation: fmt.Sprint("n", r.IntN(2)), Instrument: walk, Date: today.AddDays(-r.IntN(2)), Score: mtss.Tally{Earned: r.Int64N(2), Possible: 10, Unknown: r.Int64N(2)}}
		switch r.IntN(8) {
		case 0:
			o.Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: mtss.Tally{Possible: 1 + r.Int64N(2)}}}
		case 1:
			o.AdministeredBy = instrument.AdministeredBy{Role: "coach", TrainingDays: r.IntN(2)}
		case 2:
			o.Instrument.Version = "2"
		case 3:
			o.Score = mtss.Tally{Earned: 1 << (19 + r.IntN(3)), Possible: 1 << 40} // which is none
		case 4:
			o.Date = mtss.Date{Year: 2026, Month: 13, Day: r.IntN(2)}
		case 5:
			o.ID = fmt.Sprint("o", r.IntN(40))
		}
		return o
	}
	for range 50 {
		observed := make([]fidelity.Observation, r.IntN(120))
		for i := range observed {
			observed[i] = one()
		}
		want := inForce(observed, func(innovation string) string { return innovation })
		got, _ := fidelity.InForce(observed)
		same(t, "in force", want, append([]fidelity.Observation(nil), got...))
	}
}

// Of three that differ in their dimensions alone, the last two are one.
func TestRepeatedDimensions(t *testing.T) {
	observed := seen("p 2026-04-01 9/10\np 2026-04-01 9/10\np 2026-04-01 9/10")
	for i := range observed[1:] {
		observed[1+i].Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("1/2")}}
	}
	r := counted(t, people(north, "p"), observed, four(), mtss.Hierarchy{}, today)
	same(t, "repeated", []int64{1, 2}, []int64{r.Repeated, r.OfIntended})
}

// Of observations of one day that are worth the same, which is the later doesn't depend on
// the order in which they were given: not by their ids, versions or observers.
func TestSameDay(t *testing.T) {
	p := four()
	p.Versions = []fidelity.VersionCut{{Version: "2", AtLeast: mtss.NewRatio(19, 20)}}
	for why, bend := range map[string]func(o *fidelity.Observation){
		"another version":  func(o *fidelity.Observation) { o.Instrument.Version = "2" },
		"another observer": func(o *fidelity.Observation) { o.AdministeredBy.Role = "coach" },
		"an id": func(o *fidelity.Observation) {
			o.ID, o.Dimensions = "0", []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("1/2")}}
		},
	} {
		observed := seen("p 2026-04-01 9/10\np 2026-04-01 9/10\np 2026-03-01 1/10")
		observed[0].ID = "a"
		if observed[1].ID = "a"; why != "an id" {
			observed[0].ID, observed[1].ID = "", ""
		}
		bend(&observed[1])
		first := counted(t, people(north, "p"), observed, p, mtss.Hierarchy{}, today)
		observed[0], observed[1] = observed[1], observed[0]
		same(t, why, first, counted(t, people(north, "p"), observed, p, mtss.Hierarchy{}, today))
		if why == "an id" {
			same(t, "the later id is the later", 0, len(first.Shares[0].Dimensions))
		}
	}
}
