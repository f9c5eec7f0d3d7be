package learning_test

import (
	"fmt"
	"log"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/learning"
)

// A district has had the first two sessions. Nobody recorded who of the team
// attended, and the coordinator has not seen the superintendent.
func Example() {
	series, err := learning.DecodeDIT([]byte(`{"kind":"ditSeries","schemaVersion":1,"unit":{"id":"d-1","kind":"district"},"from":"2025-09-01",
		"sessions":[
			{"with":"coordinator","topic":"readiness","on":"2025-09-02","minutes":180,"coordinator":"yes"},
			{"with":"team","topic":"readiness","on":"2025-09-09","minutes":120,"coordinator":"yes"}],
		"superintendent":[]}`))
	if err != nil {
		log.Fatal(err)
	}
	on := mtss.Date{Year: 2025, Month: 10, Day: 15}
	for _, c := range series.Commitments(on, mtss.Calendar{}) {
		switch c.ID {
		case "coordinatorHours", "superintendent", "supportHours", "wholeTeam":
			fmt.Println(c.Sentence())
		}
	}
	fmt.Println(series.Check(on, mtss.Calendar{})[0].Message)
	// Output:
	// each coaching support session lasts three hours: met, 1 of 1, on 2025-09-02
	// the hours of the coordinator in coaching support sessions and team sessions alone, in two readings: undetermined, 300 of 1500 with 1200 unknown
	// the whole team attends each team session: undetermined, 0 of 1 with 1 unknown, on 2025-09-09
	// the coordinator checks in with the superintendent monthly, so that the work fits the district: not met, 0 of 1, on 2025-09-30
	// the series builds district infrastructure; it is not evidence of anything in schools or classrooms
}

// Of four sessions, one was called off and one is still to come, which fails nothing.
func ExampleSupplier() {
	district := mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}
	day := func(month, day int) mtss.Date { return mtss.Date{Year: 2025, Month: month, Day: day} }
	series := learning.Series{Unit: district, Format: learning.ForCoaches, From: day(9, 1), Sessions: []learning.Session{
		{ID: "a", On: day(9, 10), Minutes: 120}, {ID: "b", On: day(10, 8), Minutes: 120, Held: mtss.No},
		{ID: "c", On: day(11, 12), Minutes: 120}, {ID: "d", On: day(12, 10), Minutes: 120},
	}}
	on := day(12, 1)
	set, err := evidence.Gather(mtss.Hierarchy{}, mtss.OneDay(on), evidence.HostPolicy{}, learning.Supplier(mtss.Calendar{}, []learning.Series{series}, nil))
	if err != nil {
		log.Fatal(err)
	}
	items, err := set.On(district, "seb-mtss", on)
	if err != nil {
		log.Fatal(err)
	}
	for _, item := range items {
		if t, _ := item.Value.Tally(); item.Measure == string(evidence.LearningSessions) {
			fmt.Println(t.Earned, "of", t.Possible, "sessions that were due, through", item.Through)
		}
	}
	// Output:
	// 2 of 3 sessions that were due, through 2026-11-12
}
