//go:build !race

package instrument_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

// TestNoMemory: writing takes no memory, reading little, and scoring what the result is
// made of. The race detector takes some itself.
func TestNoMemory(t *testing.T) {
	d := benchDefinition()
	a := given(d, "1=1 2=2 3=0")
	r := scored(t, d, a)
	room := make([]byte, 0, 1<<16)
	if n := testing.AllocsPerRun(100, func() { _, _ = r.AppendJSON(room) }); n != 0 {
		t.Errorf("writing a result takes %v allocations", n)
	}
	s, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = s.Score(a) }); n > 15 {
		t.Errorf("scoring an administration takes %v allocations", n)
	}
	data := encoded(t, a)
	if n := testing.AllocsPerRun(100, func() { _, _ = instrument.DecodeAdministration(data) }); n > 10 {
		t.Errorf("reading an administration takes %v allocations", n)
	}
}
