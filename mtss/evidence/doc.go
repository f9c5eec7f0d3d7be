// Package evidence answers what is known of a unit and an innovation on a day,
// and what it rests on.
//
// Documents yield evidence: dated measures, each with the days on which it
// counts. [Gather] takes it in from everybody who supplies some, and what is [Gathered]
// is asked day by day:
//
//	gathered, err := evidence.Gather(hierarchy, mtss.OneDay(day), evidence.HostPolicy{}, document, watch)
//	if err != nil {
//		return err
//	}
//	values, err := gathered.On(school, "pbis", day)
//	if err != nil {
//		return err
//	}
//	for _, v := range values {
//		fmt.Println(v.Measure, v.Value, v.On, v.Through)
//	}
//
// # What decides
//
// A decision goes before what is measured, and that before what is declared.
// Within one of these the later evidence counts; different values of one day
// leave the measure unknown. What is measured counts through the end of the
// same window of the next year, or for a year where there are no windows; a
// decision counts until another one. A record's own term goes before the
// host's policy, and that before this default, which is inferred. What counts
// no longer leaves its measure unknown, and the [KnownValue] says what it was.
//
// # Up and down
//
// Each measure of the closed list says how it reaches other units. Members are
// pooled: a practitioner counts once in each unit above. A decision of a
// district serves the schools that have none of their own.
package evidence
