// Package learning follows professional learning: series of sessions with their
// hours, who attended, which needs they met and what their feedback changed;
// and the DIT series, with each commitment of a district that takes part as a
// dated check of its own.
//
//	series, err := learning.DecodeDIT(data)
//	...
//	for _, c := range series.Check(on).Commitments {
//		fmt.Println(c.Sentence())
//	}
//
// # What it is evidence of
//
// The DIT series builds or refines district infrastructure. Its measures, all
// of whose names begin with "dit.", are evidence of that and of nothing in
// schools or classrooms; its source says so, and its report repeats it.
//
// # Hours
//
// The source of the DIT series gives two readings of its hours, 10 or 11 for
// the team and 25 or 26 for the coordinator. [Readings] keeps both; where they
// come to different verdicts, the check is undetermined, with a caveat.
package learning
