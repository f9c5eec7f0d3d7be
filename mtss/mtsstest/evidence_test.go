package mtsstest_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/mtsstest"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

var school = mtss.Unit{Kind: mtss.KindSchool, ID: "school-1"}

func TestFacts(t *testing.T) {
	got := mtsstest.Facts(t, "staff: 40/50", "ready: 2026-01-20", "hours: 12.5 h", "met: 2025-09-15 yes, 2025-10-15 no", "once: 2025-09-15 40 points")
	want := rule.FactTexts{
		{Measure: "staff", Text: "40/50"}, {Measure: "ready", Text: "2026-01-20"}, {Measure: "hours", Text: "12.5 h"},
		{Measure: "met", Series: []rule.DatedText{{On: mtsstest.Day(t, "2025-09-15"), Value: "yes"}, {On: mtsstest.Day(t, "2025-10-15"), Value: "no"}}},
		{Measure: "once", Series: []rule.DatedText{{On: mtsstest.Day(t, "2025-09-15"), Value: "40 points"}}},
	}
	if diff := mtsstest.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := mtsstest.Facts(t); got == nil || len(got) != 0 {
		t.Errorf("no texts are no facts, and a list still: %v", got)
	}
}

func TestBadFacts(t *testing.T) {
	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "staff", Kind: rule.KindTally, Unit: "people"}, {Name: "met", Kind: rule.KindYesNo, Series: true}}}
	for _, c := range []struct {
		why   string
		texts []string
		wants []string
	}{
		{"good", []string{"staff: 4+3?/10", "met: 2025-09-15 yes"}, nil},
		{"no colon", []string{"staff 40/50"}, []string{`"staff 40/50"`, `want "measure: value"`}},
		{"no value", []string{"staff: "}, []string{`want "measure: value"`}},
		{"no measure", []string{": 40/50"}, []string{`want "measure: value"`}},
		{"a series with a day missing", []string{"met: 2025-09-15 yes, no"}, []string{`"no" has no day`}},
		{"a series with a value missing", []string{"met: 2025-09-15 yes, 2025-10-15 "}, []string{`"2025-10-15 " has no day and value`}},
		{"an unknown measure", []string{"stuff: 40/50"}, []string{`"stuff" is unknown`, "staff"}},
		{"a value of another kind", []string{"staff: many"}, []string{`"many" is no tally`, "43/54"}},
		{"every problem at once", []string{"stuff: 1/2", "staff: many"}, []string{`"stuff"`, `"many"`}},
		{"no series where one is wanted", []string{"met: yes"}, []string{"goes with a series"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			wants(t, said(t, func(t testing.TB) { mtsstest.ParsedFacts(t, vocabulary, c.texts...) }), c.wants...)
		})
	}
}

func TestEvidence(t *testing.T) {
	got := mtsstest.Evidence(t, school, "reading", "2026-01-20 a: 4/10", "2025-09-01 a: 1/10", "2026-01-20 b: 2025-09-15 yes, 2025-10-15 no")
	want := stages.Evidence{Records: []stages.Record{
		{Unit: school, Innovation: "reading", Date: mtsstest.Day(t, "2026-01-20"), Facts: mtsstest.Facts(t, "a: 4/10", "b: 2025-09-15 yes, 2025-10-15 no")},
		{Unit: school, Innovation: "reading", Date: mtsstest.Day(t, "2025-09-01"), Facts: mtsstest.Facts(t, "a: 1/10")},
	}}
	if diff := mtsstest.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBadEvidence(t *testing.T) {
	for _, c := range []struct {
		why, text string
		wants     []string
	}{
		{"no day", "a: 4/10", []string{`"a: 4/10" has no day`}},
		{"a day that does not exist", "2026-02-30 a: 4/10", []string{"has no day"}},
		{"nothing but a day", "2026-01-20", []string{`want "measure: value"`}},
	} {
		t.Run(c.why, func(t *testing.T) {
			wants(t, said(t, func(t testing.TB) { mtsstest.Evidence(t, school, "reading", c.text) }), c.wants...)
		})
	}
	wants(t, said(t, func(t testing.TB) { mtsstest.Day(t, "20.1.2026") }), `"20.1.2026"`)
}

// TestStage judges a stage from short texts, as a user's test would.
func TestStage(t *testing.T) {
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		practitioners, outcomes string
		want                    mtss.Verdict
	}{
		{"5/10", "yes", mtss.Met}, {"4/10", "yes", mtss.NotMet}, {"5/10", "no", mtss.NotMet}, {"4+3?/10", "yes", mtss.Undetermined},
	} {
		evidence := mtsstest.Evidence(t, school, "reading", "2026-01-20 fidelity.practitioners: "+c.practitioners, "2026-01-20 outcomes.improved: "+c.outcomes)
		all, err := assessor.Assess(evidence, mtsstest.Day(t, "2026-02-01"))
		if err != nil || len(all) != 1 {
			t.Fatalf("%d assessments, %v", len(all), err)
		}
		last := all[0].Stages[len(all[0].Stages)-1]
		if last.ID != stages.FullImplementation || last.Entered != c.want {
			t.Errorf("%s, %s: %s is %s, want %s", c.practitioners, c.outcomes, last.ID, last.Entered, c.want)
		}
	}
}

func ExampleFacts() {
	t := new(testing.T) // your own
	facts := mtsstest.Facts(t, "staff.commitment: 40/50", "tfi.met: 2025-09-15 yes, 2025-10-15 no")
	text, err := facts.MarshalJSON()
	fmt.Println(string(text), err)
	// Output: {"staff.commitment":"40/50","tfi.met":[{"on":"2025-09-15","value":"yes"},{"on":"2025-10-15","value":"no"}]} <nil>
}
