package schedule_test

import (
	"fmt"
	"log"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// The district gave its baseline in May and the fall assessment in time; on 1
// March the winter one has been missed.
func ExampleSchedule_For() {
	administered := []rule.Dated{
		{On: mtss.Date{Year: 2025, Month: 5, Day: 20}},
		{On: mtss.Date{Year: 2025, Month: 9, Day: 16}},
	}
	days := mtss.Period{From: mtss.Date{Year: 2025, Month: 7, Day: 1}, Until: mtss.Date{Year: 2026, Month: 9, Day: 30}}
	on := mtss.Date{Year: 2026, Month: 3, Day: 1}
	district := mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}
	due, err := schedule.List(days, on, schedule.DCA().For(district, administered, nil))
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range due {
		fmt.Println(d.Line(on))
	}
	// Output:
	// district d-1: dca@7.7 (fall) done on 2025-09-16
	// district d-1: dca@7.7 (winter) missed, 1 day ago, on 2026-02-28
	// district d-1: dca@7.7 (fall) coming, 2026-08-01 to 2026-09-30
}
