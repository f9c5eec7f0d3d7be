package rollup_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// whole makes a state of n schools with two years each, in districts of ten, agencies
// of two hundred and one state.
func whole(b *testing.B, n int) (rollup.State, mtss.Hierarchy) {
	b.Helper()
	s := toy(b, "1")
	places := []mtss.Place{{Unit: mtss.Unit{ID: "x", Kind: mtss.KindState}}}
	var state rollup.State
	for i := range n {
		if i%200 == 0 {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("i", i/200), Kind: mtss.KindISD}, Parent: "x"})
		}
		if i%10 == 0 {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("d", i/10), Kind: mtss.KindDistrict}, Parent: fmt.Sprint("i", i/200)})
		}
		places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("s", i), Kind: mtss.KindSchool}, Parent: fmt.Sprint("d", i/10)})
		for year := 2024; year < 2026; year++ {
			add(b, &state, s, given(b, s, fmt.Sprintf("s%d %d-09-0%d %d%d%d? id=%d-%d", i, year, 1+i%9, i%3, i/3%3, i/9%3, year, i)))
		}
	}
	h, err := mtss.NewHierarchy(places)
	if err != nil {
		b.Fatal(err)
	}
	return state, h
}

func BenchmarkTable(b *testing.B) {
	const n = 20_000
	state, h := whole(b, n)
	by := []mtss.UnitKind{mtss.KindDistrict, mtss.KindISD, mtss.KindState}
	for _, c := range []struct {
		name   string
		policy rollup.WithholdingPolicy
	}{{"open", rollup.WithholdingPolicy{}}, {"withheld", rollup.Policies()[0]}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := state.Table(h, rollup.Breakdown{By: by, Period: rollup.SchoolYear, Policy: c.policy}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(2*n), "ns/record")
		})
	}
}

// BenchmarkScales rolls up one record of each school, all of which count: 13 scales by
// district, agency and state.
func BenchmarkScales(b *testing.B) {
	const n, scales = 50_000, 13
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // it is to be the same each time
	state := rollup.State{Definitions: []rollup.Scored{{Instrument: instrument.UsedDefinition{Ref: instrument.Ref{ID: "i", Version: "1"}, Digest: strings.Repeat("0", 64)}, Missing: "unknown"}}}
	for k := range scales {
		state.Definitions[0].Measures = append(state.Definitions[0].Measures, rollup.MeasureID{Of: rollup.OfScore, ID: fmt.Sprint("s", k)})
	}
	places := []mtss.Place{{Unit: mtss.Unit{ID: "x", Kind: mtss.KindState}}}
	for i := range n {
		if i%1000 == 0 {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("i", i/1000), Kind: mtss.KindISD}, Parent: "x"})
		}
		if i%20 == 0 {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("d", i/20), Kind: mtss.KindDistrict}, Parent: fmt.Sprint("i", i/1000)})
		}
		school := mtss.Unit{ID: fmt.Sprint("s", i), Kind: mtss.KindSchool}
		places = append(places, mtss.Place{Unit: school, Parent: fmt.Sprint("d", i/20)})
		r := rollup.StateRecord{ID: fmt.Sprint(i), Unit: school, Date: mtss.Date{Year: 2025, Month: 9, Day: 1 + i%30}, Content: strings.Repeat("0", 64)}
		for k := range scales {
			earned, unknown := random.Int64N(40), random.Int64N(3)
			r.Values = append(r.Values, rollup.MeasureValue{Measure: k, Tally: mtss.Tally{Earned: earned, Unknown: unknown, Possible: 42}})
		}
		state.Records = append(state.Records, r)
	}
	h, err := mtss.NewHierarchy(places)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := state.Table(h, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindISD, mtss.KindState}}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/record")
}

func BenchmarkMerge(b *testing.B) {
	const n = 20_000
	state, _ := whole(b, n)
	one, other := rollup.State{Definitions: state.Definitions, Records: state.Records[:n]}, rollup.State{Definitions: state.Definitions, Records: state.Records[n:]}
	b.ReportAllocs()
	for b.Loop() {
		rollup.Merge(one, other)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(2*n), "ns/record")
}

// BenchmarkReading reads once, ten and a hundred times as many: what each costs grows
// little, if at all.
func BenchmarkReading(b *testing.B) {
	s := toy(b, "1")
	reading := rollup.Reading{Scorers: map[instrument.Ref]*instrument.Scorer{s.Definition().Ref(): s}}
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := reading.Table([]rollup.InputFile{many{lines: n}.source()}, places(b), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/record")
		})
	}
}
