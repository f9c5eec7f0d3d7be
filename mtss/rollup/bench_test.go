package rollup_test

import (
	"fmt"
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
