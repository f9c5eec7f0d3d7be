package mtsstest

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
)

// Suppliers fails where suppliers of evidence give another answer for a range
// of days than for each of its days by itself, or where an answer changes on a
// day that [evidence.Gathered.Days] does not list. Every supplier should pass: a
// forgotten day of expiry shows here.
func Suppliers(t testing.TB, above mtss.Hierarchy, days mtss.Period, policy evidence.HostPolicy, suppliers ...evidence.Supplier) {
	t.Helper()
	whole, err := evidence.Gather(above, days, policy, suppliers...)
	if err != nil {
		t.Fatalf("gather: %v", mtss.Issues(err))
	}
	listed := map[evidence.Subject]map[mtss.Date]bool{}
	before := map[evidence.Subject][]evidence.KnownValue{}
	for _, of := range whole.Subjects() {
		listed[of] = map[mtss.Date]bool{}
		for _, d := range whole.Days(of.Unit, of.Innovation, days) {
			listed[of][d] = true
		}
	}
	for d := days.From; d.Valid() && days.Contains(d); d = d.AddDays(1) {
		single, err := evidence.Gather(above, mtss.OneDay(d), policy, suppliers...)
		if err != nil {
			t.Fatalf("gather %s: %v", d, mtss.Issues(err))
		}
		for of := range listed {
			a, errA := whole.On(of.Unit, of.Innovation, d)
			b, errB := single.On(of.Unit, of.Innovation, d)
			if errA != nil || errB != nil {
				t.Fatalf("%s: %v, %v", d, errA, errB)
			}
			for i := range a {
				if !a[i].Value.Equal(b[i].Value) || a[i].Basis != b[i].Basis || a[i].Expired != b[i].Expired {
					t.Errorf("%s %s, %s, %s: %v of the range, %v of the day", of.Unit.Kind, of.Unit.ID, a[i].Measure, d, a[i].Value, b[i].Value)
				}
				if was := before[of]; was != nil && !listed[of][d] && !was[i].Value.Equal(a[i].Value) {
					t.Errorf("%s %s, %s, %s: changes on a day that is not listed", of.Unit.Kind, of.Unit.ID, a[i].Measure, d)
				}
			}
			before[of] = a
			if t.Failed() {
				return
			}
		}
	}
}
