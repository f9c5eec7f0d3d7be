package documents_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// rolledUp are a state and its table over three years, of which one has no
// administration, with groups and a change from year to year.
func rolledUp(t *testing.T, result []byte) (state, table []byte) {
	t.Helper()
	r, err := instrument.DecodeResult(result)
	if err != nil {
		t.Fatal(err)
	}
	var s rollup.State
	for i, year := range []int{2022, 2023, 2025} {
		r.Unit, r.Date = mtss.Unit{ID: "s-1", Kind: mtss.KindSchool}, mtss.Date{Year: year, Month: 1, Day: 20}
		id := []string{"a", "b", "c"}[i]
		of := mtss.Correction[string]{ID: id, Content: "content of " + id}
		for range 2 { // the second is the first again
			if err := s.Add(of, r); err != nil {
				t.Fatal(err)
			}
		}
	}
	units, err := mtss.NewHierarchy([]mtss.Place{{Unit: r.Unit, Characteristics: []mtss.Characteristic{{ID: "locale", Value: "rural"}}}})
	if err != nil {
		t.Fatal(err)
	}
	made, _, err := s.Table(units, rollup.Breakdown{
		By: []mtss.UnitKind{mtss.KindSchool}, Period: rollup.SchoolYear, On: r.Date.AddDays(30), Policy: rollup.WithholdingPolicy{ID: "own", Note: "nothing is withheld"},
		Characteristic: "locale",
	})
	if err != nil {
		t.Fatal(err)
	}
	whole := rollup.Merge(s)
	state, err = whole.MarshalJSON()
	if err == nil {
		table, err = made.MarshalJSON()
	}
	if err != nil {
		t.Fatal(err)
	}
	return state, table
}
