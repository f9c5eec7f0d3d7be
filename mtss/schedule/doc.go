// Package schedule lists what is due: what, of whom, by whom and by when, and
// whether it is done, open, missed or coming.
//
//	due, err := schedule.List(days, today, schedule.DCA().For(district, done, nil), watch)
//	if err != nil {
//		return err
//	}
//	for _, d := range due {
//		if !d.Settled() {
//			fmt.Println(d.Line(today))
//		}
//	}
//
// A [Schedule] says when an instrument is to be administered, and [Schedule.For]
// supplies what it asks for of a unit. Other packages supply what their documents
// say: observations that expire, activities of plans, decisions and barriers,
// timelines of coaching systems, sessions and surveys.
package schedule
