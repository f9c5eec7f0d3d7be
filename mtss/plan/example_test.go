package plan_test

import (
	"fmt"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/plan"
)

// Two plans of a district: what is done of both, and what is late.
func Example() {
	date := func(month, day int) mtss.Date { return mtss.Date{Year: 2026, Month: month, Day: day} }
	district := mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	plans := plan.Plans{
		{ID: "implementation", Unit: district, Date: date(1, 12), Activities: []plan.Activity{
			{ID: "materials", Innovation: "reading", Stage: mtss.StageInstallation, What: "buy the materials", Who: "coordinator", Due: date(3, 1), Status: plan.Done, DoneOn: date(1, 10)},
			{ID: "teams", Innovation: "behavior", Stage: mtss.StageInstallation, What: "train the teams", Who: "coordinator", Due: date(3, 1), Status: plan.Planned},
		}},
		{ID: "dca-winter", Unit: district, Date: date(2, 10), Administration: "maple-2026-winter", Instrument: instrument.Ref{ID: "dca", Version: "7.7"}, Activities: []plan.Activity{
			{ID: "coaches", Items: []string{"25", "26"}, Component: mtss.ComponentCoachingSystem, What: "say who coaches whom", Who: "superintendent", Due: date(6, 1), Status: plan.UnderWay},
		}},
	}
	on := date(4, 1)
	done, _ := plans.Facts(district, "", on)["plan.done"].Tally()
	fmt.Println(done.Earned, "of", done.Possible)
	reading, _ := plans.Facts(district, "reading", on)["installation.activities"].Tally()
	fmt.Println("reading:", reading.Earned, "of", reading.Possible)
	for _, n := range plans.Check(district, on) {
		fmt.Println(n.Message)
	}
	// Output:
	// 1 of 3
	// reading: 1 of 1
	// activity teams was due on 2026-03-01 and is not done: train the teams
}
