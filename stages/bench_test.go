package stages_test

import (
	"testing"

	"github.com/openmtss/mtss-go/stages"
)

func BenchmarkAssess(b *testing.B) {
	a := mustCompile(b, stages.NIRN(stages.Entry{}))
	day := date(2026, 6, 1)
	b.Run("one record", func(b *testing.B) {
		e := stated(atInitial(day, "fidelity.practitioners", "5/10", "outcomes.improved", "yes"))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := a.Assess(e, day); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("thirteen records", func(b *testing.B) {
		e := stated(years...)
		b.ReportAllocs()
		for b.Loop() {
			if _, err := a.Assess(e, day); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkHistory(b *testing.B) {
	a := mustCompile(b, stages.NIRN(stages.Entry{}))
	e := stated(years...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.History(e, date(2026, 6, 1)); err != nil {
			b.Fatal(err)
		}
	}
}
