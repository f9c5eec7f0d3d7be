package main

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Only assessments in force, of this district, by this instrument, count as done.
func TestDueCountsWhatIsInForce(t *testing.T) {
	good := instrument.Administration{ID: "a", Instrument: instrument.Ref{ID: "dca", Version: "7.7"}, Unit: willow, Date: mtss.Date{Year: 2025, Month: 9, Day: 1}}
	elsewhere, other := good, good
	elsewhere.Unit.ID = "district-elm"
	other.Instrument.ID = "tfi"
	void := good
	void.ID, void.Voids = "b", "a"
	for _, test := range []struct {
		name     string
		capacity []instrument.Administration
		known    bool
	}{
		{"of this district", []instrument.Administration{good}, true},
		{"of another one", []instrument.Administration{elsewhere}, false},
		{"of another instrument", []instrument.Administration{other}, false},
		{"voided", []instrument.Administration{good, void}, false},
	} {
		var out strings.Builder
		if err := (&documents{capacity: test.capacity}).printDue(&out); err != nil {
			t.Fatal(test.name, mtss.Issues(err))
		}
		if got := !strings.Contains(out.String(), "capacity assessment: not known"); got != test.known {
			t.Errorf("%s: known %t, want %t:\n%s", test.name, got, test.known, out.String())
		}
	}
}
