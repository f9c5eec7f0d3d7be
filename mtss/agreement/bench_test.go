package agreement_test

import (
	"math/rand/v2"
	"testing"

	"github.com/openmtss/mtss-go/mtss/agreement"
)

// BenchmarkMeeting has 8 votes on each of 27 items, one in twenty an abstention.
func BenchmarkMeeting(b *testing.B) {
	scale := []int{0, 1, 2}
	m := ratings(scale, random(rand.New(rand.NewPCG(27, 8)), scale, 27, 8, 20))
	table, err := m.Table()
	if err != nil {
		b.Fatal(err)
	}
	two := tableOf(b, scale, random(rand.New(rand.NewPCG(27, 2)), scale, 27, 2, 20))
	for name, run := range map[string]func(){
		"table":   func() { table, err = m.Table() },
		"percent": func() { table.Percent() },
		"nominal": func() { table.Alpha(agreement.Nominal) },
		"ordinal": func() { table.Alpha(agreement.Ordinal) },
		"kappa":   func() { two.Kappa(agreement.Quadratic) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
		})
	}
}
