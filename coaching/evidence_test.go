package coaching_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// gathered asks the evidence of a report.
func gathered(t testing.TB, on string, suppliers ...evidence.Supplier) func(u mtss.Unit, m string) string {
	t.Helper()
	districts := mtss.Unit{ID: "d", Kind: mtss.KindDistrict}
	above, err := mtss.NewHierarchy([]mtss.Place{{Unit: districts}, {Unit: school, Parent: "d"}, {Unit: another, Parent: "d"}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := evidence.Gather(above, mtss.OneDay(day(on)), evidence.HostPolicy{}, suppliers...)
	if err != nil {
		t.Fatal(err)
	}
	return func(u mtss.Unit, m string) string {
		items, err := set.On(u, "swpbis", day(on))
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range items {
			if item.Measure == m {
				return shownValue(item.Value)
			}
		}
		return ""
	}
}

// shownValue writes a tally as "4+3?/10", and a verdict.
func shownValue(v rule.Value) string {
	if t, ok := v.Tally(); ok {
		text := fmt.Sprint(t.Earned)
		if t.Unknown > 0 {
			text += fmt.Sprintf("+%d?", t.Unknown)
		}
		return fmt.Sprintf("%s/%d", text, t.Possible)
	}
	verdict, _ := v.YesNo()
	return verdict.String()
}

// What a report supplies are measures of the closed list, of the day.
func TestReportSuppliesEvidence(t *testing.T) {
	s := small()
	d := mtss.Unit{ID: "d", Kind: mtss.KindDistrict}
	s.System = coaching.System{Unit: d, Components: []coaching.SystemComponent{
		{Component: coaching.Definition, Covers: []string{"purpose"}, Steps: []coaching.ComponentStep{{State: coaching.Final, On: day("2025-09-01")}, {State: coaching.InUse, On: day("2025-11-01")}}},
	}}
	s.Data.Reviews = []coaching.DataReview{{On: day("2025-12-01"), By: "b", Looked: []coaching.ReviewedData{"contacts"}, Decision: "more"}, {On: day("2025-10-01"), By: "b", Looked: []coaching.ReviewedData{"contacts"}}}
	r := counted(t, s, logged("team 2025-10-15 10")...)
	for _, test := range []struct {
		why, on string
		unit    mtss.Unit
		measure evidence.Count
		want    string
	}{
		{"before the first step nothing is known", "2025-08-31", d, evidence.CoachingComponents, "undetermined"},
		{"final", "2025-10-31", d, evidence.CoachingComponents, "1+5?/6"},
		{"and not in use", "2025-10-31", d, evidence.CoachingInUse, "0+5?/6"},
		{"in use", "2025-11-01", d, evidence.CoachingInUse, "1+5?/6"},
		{"the system serves the schools", "2025-11-01", school, evidence.CoachingInUse, "1+5?/6"},
		{"nobody is reached before the first contact", "2025-10-14", d, evidence.CoachingCoverage, "0/2"},
		{"one is from that day on", "2025-10-15", d, evidence.CoachingCoverage, "1/2"},
		{"in the school", "2025-10-15", school, evidence.CoachingCoverage, "1/1"},
		{"not in the other", "2025-10-15", another, evidence.CoachingCoverage, "0/1"},
		{"after a year it is not known", "2026-11-01", school, evidence.CoachingCoverage, "0+1?/1"},
		{"planned", "2026-01-10", d, evidence.CoachingPlanned, "1/2"},
		{"delivered", "2026-01-10", d, evidence.CoachingDosage, "1/8"},
	} {
		same(t, test.why, test.want, gathered(t, test.on, r)(test.unit, string(test.measure)))
	}
	ask := func(on string) string { return gathered(t, on, r)(d, string(evidence.CoachingDataUsed)) }
	same(t, "data used: before and after the decision", []string{"undetermined", "met"}, []string{ask("2025-11-30"), ask("2025-12-01")})
	same(t, "a system supplies by itself", "1+5?/6", gathered(t, "2025-11-01", s.System)(d, string(evidence.CoachingInUse)))
	_, err := (coaching.System{}).Evidence(mtss.Hierarchy{}, mtss.Period{})
	same(t, "a bad system has none", []string{"/unit/id json.length", "/unit/kind mtss.unit.kind"}, found(err))
}

// Whoever is reached by the evidence of the day of asking is reached by the report.
func TestEvidenceAgreesWithTheReport(t *testing.T) {
	r, _, err := year(documents(t))
	if err != nil {
		t.Fatal(err)
	}
	batch, err := r.Evidence(mtss.Hierarchy{}, mtss.OneDay(r.On))
	if err != nil {
		t.Fatal(err)
	}
	var sum mtss.Tally
	for _, s := range batch.Spells {
		if s.Days.Contains(r.On) {
			one := mtss.Count(s.Verdict)
			sum = mtss.Tally{Earned: sum.Earned + one.Earned, Possible: sum.Possible + one.Possible, Unknown: sum.Unknown + one.Unknown}
		}
	}
	want, _ := r.Facts()[string(evidence.CoachingCoverage)].Tally()
	same(t, "coverage", want, sum)
}

// Who is reached on a day is what a recount of the log from the start says, on each
// of 700 days.
func TestCoverageRecounted(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 12 {
		s := small()
		s.Plans, s.Until, s.On = coaching.ServicePlans{}, month("2026-03"), day("2026-04-30")
		s.People.Coaches[0].LoggedThrough = day("2026-04-30")
		s.People.Coached = nil
		var log []coaching.Contact
		for i := range 6 {
			one := coaching.Recipient{ID: fmt.Sprint("p", i), Level: coaching.AtPractitioner, Type: coaching.Instructional, Unit: []mtss.Unit{school, another}[i%2]}
			if r.IntN(2) == 0 {
				one.From = day("2025-08-01").AddDays(r.IntN(200))
			}
			if r.IntN(2) == 0 {
				one.Until = one.From.AddDays(r.IntN(300))
				if one.From.IsZero() {
					one.Until = day("2025-10-01").AddDays(r.IntN(300))
				}
			}
			s.People.Coached = append(s.People.Coached, one)
			for range r.IntN(3) {
				log = append(log, coaching.Contact{Coach: "c", Coached: one.ID, Date: day("2025-09-01").AddDays(r.IntN(210)), Mode: coaching.Phone})
			}
		}
		set, err := evidence.Gather(mtss.Hierarchy{}, mtss.Period{From: day("2025-08-01"), Until: day("2027-07-01")}, evidence.HostPolicy{}, counted(t, s, log...))
		if err != nil {
			t.Fatal(err)
		}
		for i := range 700 {
			on := day("2025-08-01").AddDays(i)
			var want mtss.Tally
			for _, one := range s.People.Coached {
				if !one.On(on) || one.Unit != school {
					continue
				}
				want.Possible++
				first, last := mtss.Date{}, mtss.Date{}
				for _, c := range log {
					if c.Coached == one.ID && (first.IsZero() || c.Date.Before(first)) {
						first = c.Date
					}
					if c.Coached == one.ID && mtss.MonthOf(c.Date).Last().After(last) {
						last = mtss.MonthOf(c.Date).Last()
					}
				}
				counts := last
				if first.IsZero() {
					counts = s.On
				}
				year := mtss.Calendar{}.NextYear(counts)
				switch {
				case on.After(year):
					want.Unknown++
				case !first.IsZero() && !on.Before(first):
					want.Earned++
				}
			}
			items, err := set.On(school, "", on)
			if err != nil {
				t.Fatal(err)
			}
			got := mtss.Tally{}
			for _, item := range items {
				if item.Measure == string(evidence.CoachingCoverage) {
					got, _ = item.Value.Tally()
				}
			}
			if got != want {
				t.Fatalf("%s: %+v, want %+v", on, got, want)
			}
		}
	}
}
