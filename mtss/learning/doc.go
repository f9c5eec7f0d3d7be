// Package learning follows professional learning: series of sessions with their
// hours, who attended, which needs they met and what their feedback changed;
// and the DIT series, with each commitment of a district that takes part as a
// dated check of its own.
//
//	series, err := learning.DecodeDIT(data)
//	if err != nil {
//		return err
//	}
//	for _, c := range series.Commitments(on, calendar) {
//		fmt.Println(c.Sentence())
//	}
//
// # What it is evidence of
//
// The DIT series builds or refines district infrastructure. Its measures, all
// of whose names begin with "dit.", are evidence of that and not of anything in
// schools or classrooms; its source says so, and [DIT.Check] repeats it.
//
// # Hours
//
// The source of the DIT series can be read in two ways: 10 or 11 hours for the
// team, 25 or 26 for the coordinator. [Commitment.Readings] has the verdict of
// each. The total that the source states, 10 and 25, decides; where the other one
// differs, [DIT.Check] says so.
//
// # Evidence
//
// [Supplier] turns series into evidence of their units: how many of the sessions
// that were due were held, who attended them, and how many commitments are kept.
package learning
