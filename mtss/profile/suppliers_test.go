package profile_test

import (
	"os"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/mtsstest"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// What all documents of a district supply together for a range of days is what they
// supply for each day. In this range what meetings tell expires, two weeks after its
// beginning.
func TestSuppliersOfADistrict(t *testing.T) {
	d, err := profile.Read(os.DirFS("../../examples/district-year/data"))
	if err != nil {
		t.Fatal(err)
	}
	above, err := d.Hierarchy()
	if err != nil {
		t.Fatal(err)
	}
	days := mtss.Period{From: mtss.Date{Year: 2026, Month: 8, Day: 25}, Until: mtss.Date{Year: 2026, Month: 9, Day: 15}}
	mtsstest.Suppliers(t, above, days, evidence.HostPolicy{}, d.Suppliers()...)
}
