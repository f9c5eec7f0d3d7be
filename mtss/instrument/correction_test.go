package instrument_test

import (
	"errors"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func TestInForce(t *testing.T) {
	d := toy("1", nil)
	first, second, void, other := given(d, "1=0"), given(d, "1=2"), given(d, ""), given(d, "1=1")
	first.ID, second.ID, second.Supersedes = "a", "b", "a"
	other.ID, void.ID, void.Voids = "c", "d", "c"
	second.Instrument.Version = "2" // the wrong version had been noted
	got, err := instrument.InForce([]instrument.Administration{first, other, second, void})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "in force", []instrument.Administration{second}, got)
	got, err = instrument.InForce([]instrument.Administration{second})
	same(t, "in spite of a problem", []instrument.Administration{second}, got)
	if !errors.Is(err, mtss.CodeCorrection) {
		t.Errorf("corrects what is not there: %v", err)
	}
	got, err = instrument.InForce(nil)
	same(t, "of none", []instrument.Administration{}, got)
	same(t, "of none, a problem", nil, err)
	first.ID, second.Unit.ID = "a", "elsewhere"
	_, err = instrument.InForce([]instrument.Administration{first, second})
	same(t, "another unit", []string{"/1/supersedes mtss.correction"}, found(err))
	second.Unit.ID, second.Instrument.ID = first.Unit.ID, "tfi"
	_, err = instrument.InForce([]instrument.Administration{first, second})
	same(t, "another instrument", []string{"/1/supersedes mtss.correction"}, found(err))
}

// An administration is known by its id or, without one, by what it says.
func TestAdministrationCountsOnce(t *testing.T) {
	d := toy("1 2 3", nil)
	plain := func(answers string) instrument.Administration { return given(d, answers) }
	named := func(id, answers string) instrument.Administration {
		a := given(d, answers)
		a.ID = id
		return a
	}
	later := plain("1=1 2=2")
	later.Date.Day++
	elsewhere := plain("1=1 2=2")
	elsewhere.Unit.ID = "u-2"
	sections := func(ids ...string) instrument.Administration {
		a := plain("1=1")
		a.Sections = ids
		return a
	}
	for _, c := range []struct {
		why    string
		all    []instrument.Administration
		want   int
		issues []string
	}{
		{"the same without an id", []instrument.Administration{plain("1=1 2=2"), plain("1=1 2=2")}, 1, []string{}},
		{"in another order", []instrument.Administration{plain("1=1 2=2"), plain("2=2 1=1")}, 1, []string{}},
		{"asked and not scored says no more than left out", []instrument.Administration{plain("1=1 2=2 3=null"), plain("1=1 2=2")}, 1, []string{}},
		{"sections in another order", []instrument.Administration{sections("x", "y"), sections("y", "x")}, 1, []string{}},
		{"other sections", []instrument.Administration{sections("x", "y"), sections("x")}, 2, []string{}},
		{"another score", []instrument.Administration{plain("1=1 2=2"), plain("1=1 2=1")}, 2, []string{}},
		{"not applicable is not left out", []instrument.Administration{plain("1=1 2=2 3=NA"), plain("1=1 2=2")}, 2, []string{}},
		{"another day", []instrument.Administration{plain("1=1 2=2"), later}, 2, []string{}},
		{"another unit", []instrument.Administration{plain("1=1 2=2"), elsewhere}, 2, []string{}},
		{"the same id", []instrument.Administration{named("a", "1=1"), named("a", "1=1")}, 1, []string{}},
		{"two ids", []instrument.Administration{named("a", "1=1"), named("b", "1=1"), plain("1=1")}, 3, []string{}},
		{"one id, two contents", []instrument.Administration{named("a", "1=1"), named("a", "1=2")}, 2, []string{"/1/id mtss.record.repeated"}},
	} {
		got, err := instrument.InForce(c.all)
		same(t, c.why, c.want, len(got))
		same(t, c.why+": issues", c.issues, found(err))
	}
	bad := plain("1=1")
	bad.Unit.ID = "\xff"
	same(t, "what no document can hold is never the same", "", (&bad).Correction().Content)
}

func TestResultCorrection(t *testing.T) {
	d := toy("1", nil)
	one, two := scored(t, d, given(d, "1=1")), scored(t, d, given(d, "1=2"))
	again := scored(t, d, given(d, "1=1"))
	if one.Correction() != again.Correction() || one.Correction() == two.Correction() || (*instrument.Result)(nil).Correction().Content != "" {
		t.Error("a result without an administration's id is known by what it says")
	}
	named := given(d, "1=1")
	named.ID = "a-1"
	r := scored(t, d, named)
	same(t, "id", "a-1", r.Correction().ID)
}
