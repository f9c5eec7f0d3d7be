package district_test

import (
	"fmt"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
)

func ExampleDocuments_Measures() {
	maple := mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	on := mtss.Date{Year: 2026, Month: 5, Day: 1}
	teams, err := district.DecodeTeams([]byte(`{"kind":"teams","schemaVersion":1,"covers":[],"leads":[],"teams":[
	  {"id":"dit","teamKind":"district","unit":{"id":"maple","kind":"district"},"from":"2025-09-01","members":[
	    {"id":"m-1","role":"districtCoordinator"},{"id":"m-2","role":"districtAdministrator"}]}]}`))
	if err != nil {
		fmt.Println(mtss.Issues(err))
		return
	}
	documents := district.Documents{Teams: &teams}
	view := district.View{Unit: maple, On: on, Policy: district.Quarterly()}
	composition, _ := documents.Measures(view, nil)["team.composition"].Tally()
	fmt.Println(composition.Earned, "of", composition.Possible, "required roles")
	for _, f := range documents.Concerns(view, nil)[:2] {
		fmt.Println(f.Message)
	}
	// Output:
	// 2 of 4 required roles
	// the team of maple does not meet a requirement: school administration is on the district team
	// the team of maple does not meet a requirement: a liaison links the district team with executive leadership
}

func ExampleDocuments_Agenda() {
	date := func(month, day int) mtss.Date { return mtss.Date{Year: 2026, Month: month, Day: day} }
	plan := district.Plan{Unit: mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}, Date: date(4, 1), Activities: []district.Activity{
		{ID: "a-1", Stage: "installation", What: "write the protocols", Who: "districtCoordinator", Due: date(4, 20), Status: district.UnderWay},
		{ID: "a-2", Stage: "installation", What: "hear the schools", Who: "districtLead", Due: date(5, 10), Status: district.Planned},
		{ID: "a-3", Stage: "installation", What: "later", Who: "districtLead", Due: date(9, 1), Status: district.Planned},
	}}
	view := district.View{Unit: plan.Unit, On: date(5, 1)}
	agenda := district.Documents{Plan: &plan}.Agenda("dit", view, nil, date(5, 15))
	for _, c := range agenda {
		fmt.Println(c.Subject, c.Message)
	}
	meeting := district.Meeting{ID: "d-1", Team: "dit", Date: date(5, 15), Agenda: []string{"a-1"}}
	for _, c := range meeting.Missed(agenda) {
		fmt.Println("not taken up:", c.Subject)
	}
	// Output:
	// a-1 overdue: write the protocols
	// a-2 due by the meeting: hear the schools
	// not taken up: a-2
}
