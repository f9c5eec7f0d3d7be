package district_test

import (
	"math/rand/v2"
	"testing"
)

// A thousand schools, with their teams and meetings.
func BenchmarkMeasures(b *testing.B) {
	d, v := random(rand.New(rand.NewPCG(1, 1)), 1000)
	for b.Loop() {
		measures(b, d, v, nil)
	}
}

func BenchmarkConcerns(b *testing.B) {
	d, v := random(rand.New(rand.NewPCG(1, 1)), 1000)
	for b.Loop() {
		concerns(b, d, v, nil)
	}
}
