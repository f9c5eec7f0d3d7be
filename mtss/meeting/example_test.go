package meeting_test

import (
	"fmt"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/meeting"
)

// Two exports overlap, so one meeting is in both.
func ExampleInForce() {
	february := meeting.Meeting{Team: "dit", Date: mtss.Date{Year: 2026, Month: 2, Day: 10}}
	march := meeting.Meeting{Team: "dit", Date: mtss.Date{Year: 2026, Month: 3, Day: 10}}
	counted, notices := meeting.InForce([]meeting.Meeting{february, march, february})
	fmt.Println(len(counted), "meetings")
	for _, n := range notices {
		fmt.Println(n)
	}
	// Output:
	// 2 meetings
	// team dit: the meeting on 2026-02-10 is given twice, and counts once
}
