package rollup_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss/rollup"
)

// Results and states of before titles were written take the title of those that have it,
// whichever comes first, and stay without one where none has it.
func TestTitlesFillIn(t *testing.T) {
	s := toy(t, "1")
	one := func(unit, title string) (state rollup.State) {
		a := given(t, s, unit+" 2025-01-10 2222")
		r, err := s.Score(a)
		if err != nil {
			t.Fatal(err)
		}
		if r.Instrument.Title != "T" {
			t.Fatalf("scored with the title %q", r.Instrument.Title)
		}
		r.Instrument.Title = title
		if err := state.Add(a.Correction(), r); err != nil {
			t.Fatal(err)
		}
		return state
	}
	for _, c := range []struct{ why, first, second, want string }{
		{"the first is old", "", "T", "T"},
		{"the second is old", "T", "", "T"},
		{"both have it", "T", "T", "T"},
		{"both are old", "", "", ""},
	} {
		titled := func(how string, state rollup.State) {
			t.Helper()
			if len(state.Definitions) != 1 || state.Definitions[0].Instrument.Title != c.want {
				t.Errorf("%s, %s: definitions %+v, want one with the title %q", c.why, how, state.Definitions, c.want)
			}
		}
		first, second := one("s1", c.first), one("s2", c.second)
		titled("merged", rollup.Merge(first, second))

		added := one("s1", c.first)
		a := given(t, s, "s2 2025-01-10 2222")
		r, err := s.Score(a)
		if err != nil {
			t.Fatal(err)
		}
		r.Instrument.Title = c.second
		if err := added.Add(a.Correction(), r); err != nil {
			t.Fatal(err)
		}
		titled("added", added)
	}
}
