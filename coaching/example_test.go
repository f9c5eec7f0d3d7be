package coaching_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
)

// Of two contacts a month that a plan plans for a team, three took place in
// September and October; November is not logged yet.
func ExampleCount() {
	school := mtss.Unit{ID: "school-1", Kind: mtss.KindSchool}
	september, november := mtss.Month{Year: 2025, Month: 9}, mtss.Month{Year: 2025, Month: 11}
	inputs := coaching.Inputs{
		From: september, Until: november, On: mtss.Date{Year: 2025, Month: 12, Day: 5},
		People: coaching.People{
			Coaches: []coaching.Coach{{ID: "coach-1", Role: "slt-coach", From: september.First(), Units: []mtss.Unit{school}, LoggedThrough: mtss.Date{Year: 2025, Month: 10, Day: 31}}},
			Coached: []coaching.Recipient{{ID: "team-1", Level: coaching.AtTeam, Type: coaching.Systems, Unit: school}},
		},
		Plans: coaching.ServicePlans{Plans: []coaching.ServicePlan{{
			ID: "plan-1", Coached: "team-1", Coach: "coach-1", From: september, Until: november,
			Frequency: []coaching.Frequency{{From: september, Contacts: 2}},
		}}},
	}
	const contacts = `
{"kind":"contact","schemaVersion":1,"coach":"coach-1","coached":"team-1","date":"2025-09-10","minutes":60,"mode":"inPerson","observed":true}
{"kind":"contact","schemaVersion":1,"coach":"coach-1","coached":"team-1","date":"2025-09-24","minutes":30,"mode":"virtual"}
{"kind":"contact","schemaVersion":1,"coach":"coach-1","coached":"team-1","date":"2025-10-08","minutes":45,"mode":"phone"}`
	report, err := coaching.Count(inputs, coaching.Read(strings.NewReader(contacts)))
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range report.Dosages {
		t, _ := d.Tally()
		fmt.Printf("%s: %d to %d of %d %s\n", mtss.MonthOf(d.From), t.Earned, t.Earned+t.Unknown, t.Possible, d.Of)
	}
	for _, n := range report.Notices() {
		if n.Code == coaching.NoticeLogOpen {
			fmt.Println(n.Message)
		}
	}
	// Output:
	// 2025-09: 2 to 2 of 2 contacts
	// 2025-10: 1 to 1 of 2 contacts
	// 2025-11: 0 to 2 of 2 contacts
	// the log of coach coach-1 is not known to be complete from 2025-11
}

// What is missing from a system of which only two components are spoken of.
func ExampleSystem_Notices() {
	system := coaching.System{
		Unit: mtss.Unit{ID: "district-1", Kind: mtss.KindDistrict},
		Components: []coaching.SystemComponent{
			{Component: coaching.Definition, Owner: "coordinator", Involved: []string{"implementation team"}, BasedOn: "own", Document: "definition", Covers: []string{"purpose", "systems", "instructional"}, Steps: []coaching.ComponentStep{
				{State: coaching.Final, On: mtss.Date{Year: 2025, Month: 6, Day: 1}},
				{State: coaching.InUse, On: mtss.Date{Year: 2025, Month: 9, Day: 1}, Evidence: "minutes of 1 September"},
			}},
			{Component: coaching.Guidelines, Owner: "coordinator", Involved: []string{"implementation team"}, BasedOn: "provided", Steps: []coaching.ComponentStep{
				{State: coaching.Drafting, On: mtss.Date{Year: 2025, Month: 9, Day: 1}},
			}, Timeline: coaching.Timeline{Final: mtss.Date{Year: 2025, Month: 12, Day: 1}}},
		},
	}
	on := mtss.Date{Year: 2026, Month: 1, Day: 15}
	final := system.Final(on)
	fmt.Printf("final: %d to %d of %d\n", final.Earned, final.Earned+final.Unknown, final.Possible)
	for _, n := range system.Notices(on)[4:] {
		fmt.Println(n.Message)
	}
	// Output:
	// final: 1 to 5 of 6
	// guidelines: it is drafting, not in use
	// guidelines: was to be final by 2025-12-01
}
