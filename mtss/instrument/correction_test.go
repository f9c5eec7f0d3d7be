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
