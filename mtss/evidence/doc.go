// Package evidence answers what is known of a unit and an innovation on a day,
// and what it rests on.
//
// Documents yield evidence: dated measures, each with the days on which it
// counts. [Gather] takes it in from everybody who supplies some, and the [Set]
// is asked day by day:
//
//	set, err := evidence.Gather(hierarchy, mtss.OneDay(day), evidence.Policy{}, document, watch)
//	if err != nil {
//		return err
//	}
//	items, err := set.On(school, "pbis", day)
//	if err != nil {
//		return err
//	}
//	for _, item := range items {
//		fmt.Println(item.Measure, item.Value, item.On, item.Through)
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
// no longer leaves its measure unknown, and the item says what it was.
//
// # Up and down
//
// Each measure of the closed list says how it reaches other units. Members are
// pooled: a practitioner counts once in each unit above. A decision of a
// district serves the schools that have none of their own.
package evidence
