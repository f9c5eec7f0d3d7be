package evidence_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
)

// manySpells are four spells of each of 2,000 people in 30 schools, over two
// school years.
func manySpells(b *testing.B) (mtss.Hierarchy, evidence.Batch) {
	b.Helper()
	places := []mtss.Place{{Unit: district}}
	for i := range 30 {
		places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprintf("s%d", i), Kind: mtss.KindSchool}, Parent: "d"})
	}
	h, err := mtss.NewHierarchy(places)
	if err != nil {
		b.Fatal(err)
	}
	var out evidence.Batch
	for i := range 2000 {
		from := day("2024-08-20").AddDays(i % 17)
		for k := range 4 {
			next := from.AddDays(150 + (i*7+k*31)%60)
			p := evidence.Spell{
				Measure: string(evidence.Practitioners), Member: fmt.Sprintf("p%d", i), Unit: places[1+i%30].Unit, Innovation: "pbis",
				Days: mtss.Period{From: from, Until: next.AddDays(-1)}, Verdict: mtss.Verdict((i+k)%3 - 1),
				Rests: []evidence.RecordRef{{Kind: "observation", ID: fmt.Sprintf("o%d-%d", i, k), On: from, Through: next.AddDays(-1)}},
			}
			out.Spells = append(out.Spells, p)
			from = next
		}
	}
	return h, out
}

func BenchmarkGather(b *testing.B) {
	h, spells := manySpells(b)
	for b.Loop() {
		if _, err := evidence.Gather(h, mtss.Period{}, evidence.HostPolicy{}, spells); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOn(b *testing.B) {
	h, spells := manySpells(b)
	set, err := evidence.Gather(h, mtss.Period{}, evidence.HostPolicy{}, spells)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := set.On(district, "pbis", day("2025-10-01")); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHistory asks on each of the days of two years on which something
// may change.
func BenchmarkHistory(b *testing.B) {
	h, spells := manySpells(b)
	set, err := evidence.Gather(h, mtss.Period{}, evidence.HostPolicy{}, spells)
	if err != nil {
		b.Fatal(err)
	}
	days := 0
	for b.Loop() {
		for _, d := range set.Days(district, "pbis", mtss.Period{From: day("2024-08-20"), Until: day("2026-08-20")}) {
			if _, err := set.On(district, "pbis", d); err != nil {
				b.Fatal(err)
			}
			days++
		}
	}
	b.ReportMetric(float64(days)/float64(b.N), "days")
}
