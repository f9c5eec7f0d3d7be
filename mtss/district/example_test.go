package district_test

import (
	"fmt"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
)

func ExampleDocuments_Report() {
	maple := mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	on := mtss.Date{Year: 2026, Month: 5, Day: 1}
	teams, err := district.DecodeTeams([]byte(`{"kind":"teams","schemaVersion":1,"covers":[],"leads":[],"teams":[
	  {"id":"dit","teamKind":"district","unit":{"id":"maple","kind":"district"},"from":"2025-09-01","members":[
	    {"id":"m-1","role":"districtCoordinator"},{"id":"m-2","role":"districtAdministrator"}]}]}`))
	if err != nil {
		fmt.Println(mtss.Issues(err))
		return
	}
	documents := district.Documents{Teams: []district.Teams{teams}, Policy: district.Quarterly()}
	report, err := documents.Report(mtss.Hierarchy{}, maple, "", on)
	if err != nil {
		fmt.Println(mtss.Issues(err))
		return
	}
	composition, _ := report.Measures["team.composition"].Tally()
	fmt.Println(composition.Earned, "of", composition.Possible, "required roles")
	for _, n := range report.Notices[:2] {
		fmt.Println(n.Message)
	}
	// Output:
	// 2 of 4 required roles
	// the team of maple does not meet a requirement: school administration is on the district team
	// the team of maple does not meet a requirement: a liaison links the district team with executive leadership
}

// Data are in use for as long as a meeting that decided about them counts.
func ExampleDocuments_Evidence() {
	maple := mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	date := func(month, day int) mtss.Date { return mtss.Date{Year: 2026, Month: month, Day: day} }
	covers := []mtss.Coverage{{Unit: maple, From: date(1, 1)}}
	documents := district.Documents{
		Teams: []district.Teams{{Covers: covers, Teams: []district.Team{{ID: "dit", TeamKind: district.DistrictTeam, Unit: maple, From: date(1, 1)}}}},
		Meetings: []meeting.Meetings{{Covers: covers, Meetings: []meeting.Meeting{{
			Team: "dit", Date: date(4, 10), Results: []meeting.CitedResult{{ID: "dca-1", Of: meeting.CapacityResult, Date: date(2, 1)}},
			Decisions: []meeting.TeamDecision{{What: "draft a protocol", Results: []string{"dca-1"}}},
		}}}},
		Policy: district.Quarterly(),
	}
	set, err := evidence.Gather(mtss.Hierarchy{}, mtss.Period{From: date(4, 1), Until: date(12, 31)}, evidence.HostPolicy{}, documents)
	if err != nil {
		fmt.Println(mtss.Issues(err))
		return
	}
	for _, on := range []mtss.Date{date(4, 9), date(4, 10), date(7, 10), date(7, 11)} {
		items, err := set.On(maple, "pbis", on)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, item := range items {
			if item.Measure == string(evidence.DataUsed) {
				used, _ := item.Value.YesNo()
				fmt.Println(on, used)
			}
		}
	}
	// Output:
	// 2026-04-09 notMet
	// 2026-04-10 met
	// 2026-07-10 met
	// 2026-07-11 notMet
}

func ExampleDocuments_Agenda() {
	date := func(month, day int) mtss.Date { return mtss.Date{Year: 2026, Month: month, Day: day} }
	made := plan.Plan{Unit: mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}, Date: date(4, 1), Activities: []plan.Activity{
		{ID: "a-1", Stage: "installation", What: "write the protocols", Who: "districtCoordinator", Due: date(4, 20), Status: plan.UnderWay},
		{ID: "a-2", Stage: "installation", What: "hear the schools", Who: "districtLead", Due: date(5, 10), Status: plan.Planned},
		{ID: "a-3", Stage: "installation", What: "later", Who: "districtLead", Due: date(9, 1), Status: plan.Planned},
	}}
	report := district.Report{Unit: made.Unit, On: date(5, 1)}
	agenda := district.Documents{Plans: plan.Plans{made}}.Agenda("dit", report, date(5, 15))
	for _, n := range agenda {
		fmt.Println(n.Subject, n.Message)
	}
	held := meeting.Meeting{ID: "d-1", Team: "dit", Date: date(5, 15), Agenda: []string{"a-1"}}
	for _, n := range held.Missed(agenda) {
		fmt.Println("not taken up:", n.Subject)
	}
	// Output:
	// a-1 overdue: write the protocols
	// a-2 due by the meeting: hear the schools
	// not taken up: a-2
}
