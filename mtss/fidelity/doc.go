// Package fidelity counts how many of the practitioners who are intended to use an
// innovation use it as intended, and answers what goes with that: whether
// outcomes improved, and which assessments are due.
//
//	report, err := fidelity.Count(rosters, observations, policy, hierarchy, on)
//	if err != nil {
//		return err
//	}
//	for _, share := range report.Shares {
//		fmt.Println(share.Unit.ID, share.Sentence(mtss.Intended))
//	}
//
// # Fidelity
//
// The denominator is the practitioners who are intended to use the innovation on
// the day, not those who happen to have been observed. Who works in two schools
// counts in each, and once in their district. A practitioner is unknown whose
// observations have expired, are too few, or were made by an observer who was not
// trained, or who was not observed at all; each reason is counted separately. After
// the last day for which a roster is confirmed it is not known who is intended, and
// the share is undetermined. The shares are tallies for every unit from classroom
// to state, and name the [mtss.Population] that they are of. [Share.Half] judges the
// rule of 50 percent.
//
// A [Policy] says which observations count, and the [ShareReport] repeats it. It
// may cover several versions of an instrument, each with a criterion of its own.
// Two of its defaults are inferred, since no source states them: an observation
// counts through the end of the same window of the next year, or a year; and a
// vacant position is intended, and not at fidelity on the day.
//
// # Outcomes
//
// [Improved] judges series of dated values, each an [Outcome], by a rule that
// compares them with their baseline or target; whether outcomes are good is
// never entered by hand. Schools pool in their district, and values expire as
// observations do. [InQuestion] reads fidelity and outcomes together.
//
// # Evidence
//
// [Documents] supply evidence for a range of days: what [Count] and
// [Improved] say of each of them, and what it was until it expired.
//
// # Assessments
//
// [Documents.Due] lists whom to observe, for the one list of package schedule,
// [Capacity] counts who is trained to administer it, and [SumDosages] what was
// delivered of what was planned.
//
// # People
//
// Practitioners, observers and coordinators are opaque identifiers or roles. No
// field asks for a name.
package fidelity
