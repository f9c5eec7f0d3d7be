package fidelity_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// Of four teachers who are intended to use the innovation, one is at fidelity,
// one is not, one was last observed too long ago, and one was never observed.
func ExampleCount() {
	school := mtss.Unit{ID: "school-1", Kind: mtss.KindSchool}
	above, err := mtss.NewHierarchy([]mtss.Place{{Unit: school, Parent: "district-1"}, {Unit: mtss.Unit{ID: "district-1", Kind: mtss.KindDistrict}}})
	if err != nil {
		log.Fatal(err)
	}
	staff := roster.Roster{Intended: []roster.Assignment{
		{Person: "t-1", Unit: school, Innovation: "classroom-management"}, {Person: "t-2", Unit: school, Innovation: "classroom-management"},
		{Person: "t-3", Unit: school, Innovation: "classroom-management"}, {Person: "t-4", Unit: school, Innovation: "classroom-management"},
	}}
	walkthrough := instrument.Ref{ID: "walkthrough", Version: "1"}
	observe := func(who string, on mtss.Date, points int64) fidelity.Observation {
		return fidelity.Observation{Practitioner: who, Innovation: "classroom-management", Instrument: walkthrough, Date: on, Score: mtss.Tally{Earned: points, Possible: 10}}
	}
	observations := []fidelity.Observation{
		observe("t-1", mtss.Date{Year: 2026, Month: 3, Day: 2}, 9),
		observe("t-2", mtss.Date{Year: 2026, Month: 3, Day: 3}, 6),
		observe("t-3", mtss.Date{Year: 2024, Month: 3, Day: 4}, 10),
	}
	policy := fidelity.Policy{Instrument: walkthrough, AtLeast: mtss.NewRatio(80, 100), CurrentDays: 365}
	report, err := fidelity.Count([]roster.Roster{staff}, observations, policy, above, mtss.Date{Year: 2026, Month: 5, Day: 1})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Policy)
	for _, share := range report.Shares {
		fmt.Printf("%s %s: %s\n", share.Unit.Kind, share.Unit.ID, share.Sentence(mtss.Intended))
	}
	// Output:
	// walkthrough@1 at least 80%, latest observation of the last 365 days
	// school school-1: 1 to 3 of 4 intended practitioners at fidelity (25.0% to 75.0%); unknown: 1 not observed, 1 expired
	// district district-1: 1 to 3 of 4 intended practitioners at fidelity (25.0% to 75.0%); unknown: 1 not observed, 1 expired
}

// A file of observations of any length is counted as it is read. One that is wrong is told by
// its line.
func ExampleCountLines() {
	file := strings.NewReader(`{"kind":"observation","schemaVersion":1,"practitioner":"t-1","innovation":"classroom-management","instrument":{"id":"walkthrough","version":"1"},"date":"2026-03-02","score":{"earned":9,"possible":10,"unknown":0}}
{"kind":"observation","schemaVersion":1,"practitioner":"t-2","innovation":"classroom-management","instrument":{"id":"walkthrough","version":"1"},"date":"2026-03-03","score":{"earned":6,"possible":10,"unknown":0}}
{"kind":"observation","schemaVersion":1,"practitioner":"t-2","innovation":"classroom-management","instrument":{"id":"walkthrough","version":"1"},"date":"2026-04-31","score":{"earned":9,"possible":10,"unknown":0}}
`)
	school := mtss.Unit{ID: "school-1", Kind: mtss.KindSchool}
	staff := roster.Roster{Intended: []roster.Assignment{
		{Person: "t-1", Unit: school, Innovation: "classroom-management"}, {Person: "t-2", Unit: school, Innovation: "classroom-management"},
	}}
	policy := fidelity.Policy{Instrument: instrument.Ref{ID: "walkthrough", Version: "1"}, AtLeast: mtss.NewRatio(80, 100)}
	observations := fidelity.ReadObservations(records.Lines(file))
	report, err := fidelity.CountLines([]roster.Roster{staff}, observations, policy, mtss.Hierarchy{}, mtss.Date{Year: 2026, Month: 5, Day: 1})
	for _, issue := range mtss.Issues(err) {
		fmt.Println(issue)
	}
	for _, share := range report.Shares {
		fmt.Printf("%s %s: %s\n", share.Unit.Kind, share.Unit.ID, share.Sentence(mtss.Intended))
	}
	// Output:
	// /lines/3/date: 2026-04-31 is not a day of the calendar
	// school school-1: 1 of 2 intended practitioners at fidelity (50.0%)
}

func ExampleImproved() {
	on := func(year, month int) mtss.Date { return mtss.Date{Year: year, Month: month, Day: 15} }
	referrals := fidelity.Outcome{
		Measure: "students with referrals", Unit: mtss.Unit{ID: "district-1", Kind: mtss.KindDistrict}, Innovation: "classroom-management", Better: fidelity.Lower,
		Baseline: fidelity.DatedTally{On: on(2025, 5), Value: mtss.Tally{Earned: 120, Possible: 1000}},
		Values:   []fidelity.DatedTally{{On: on(2026, 1), Value: mtss.Tally{Earned: 95, Possible: 980}}},
	}
	attendance := referrals
	attendance.Measure, attendance.Better, attendance.Values = "students who attend", fidelity.Higher, nil
	improvements, err := fidelity.Improved([]fidelity.Outcome{referrals, attendance}, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, on(2026, 4))
	if err != nil {
		log.Fatal(err)
	}
	for _, improved := range improvements {
		fmt.Println(improved.Unit.ID, improved.Verdict)
		for i, outcome := range improved.Outcomes {
			fmt.Println(" ", outcome.Measure, improved.Findings[i].Verdict)
		}
	}
	// Output:
	// district-1 undetermined
	//   students who attend undetermined
	//   students with referrals met
}

// Observations of 2025 have expired in November 2026; what they said is told.
func ExampleDocuments() {
	school := mtss.Unit{ID: "school-1", Kind: mtss.KindSchool}
	walkthrough := instrument.Ref{ID: "walkthrough", Version: "1"}
	known := fidelity.Documents{
		Rosters: []roster.Roster{{Intended: []roster.Assignment{{Person: "t-1", Unit: school, Innovation: "pbis"}, {Person: "t-2", Unit: school, Innovation: "pbis"}}}},
		Observations: []fidelity.Observation{
			{Practitioner: "t-1", Innovation: "pbis", Instrument: walkthrough, Date: mtss.Date{Year: 2025, Month: 10, Day: 7}, Score: mtss.Tally{Earned: 9, Possible: 10}},
			{Practitioner: "t-2", Innovation: "pbis", Instrument: walkthrough, Date: mtss.Date{Year: 2026, Month: 10, Day: 6}, Score: mtss.Tally{Earned: 5, Possible: 10}},
		},
		Policies: []fidelity.Policy{{Instrument: walkthrough, AtLeast: mtss.NewRatio(4, 5)}},
	}
	on := mtss.Date{Year: 2026, Month: 11, Day: 1}
	set, err := evidence.Gather(mtss.Hierarchy{}, mtss.OneDay(on), evidence.HostPolicy{}, known)
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range set.Members(school, "pbis", string(evidence.Practitioners), on) {
		fmt.Println(m.Member, m.Verdict, "was", m.Was, "by an observation of", m.Rests[0].On, "that counts through", m.Rests[0].Through)
	}
	due, err := known.Due(mtss.Period{From: on, Until: mtss.Date{Year: 2027, Month: 6, Day: 30}}, on)
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range due {
		fmt.Println(d.Line(on))
	}
	// Output:
	// t-1 undetermined was met by an observation of 2025-10-07 that counts through 2026-10-07
	// t-2 notMet was undetermined by an observation of 2026-10-06 that counts through 2027-10-06
	// school school-1: walkthrough@1 of t-1 (expired) due now
}

// Used as intended, and outcomes are not good: the innovation is in question.
func ExampleInQuestion() {
	share := fidelity.Share{AtFidelity: 6, NotAtFidelity: 4}
	fmt.Println(fidelity.InQuestion(share.Half().Verdict, mtss.NotMet))
	// Output: innovation
}
