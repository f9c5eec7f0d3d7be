// Package fidelity counts how many of the practitioners who are intended to use an
// innovation use it as intended, and answers what goes with that: whether
// outcomes improved, and which assessments are due.
//
//	report, err := fidelity.Count(intended, observations, policy, hierarchy, on)
//	if err != nil {
//		return err
//	}
//	for _, share := range report.Shares {
//		fmt.Println(share.Unit.ID, share.Sentence(fidelity.Intended))
//	}
//
// # Fidelity
//
// The denominator is the practitioners who are intended to use the innovation on
// the day, not those who happen to have been observed. A practitioner is unknown
// whose observations have expired, are too few, or were made by an observer who
// was not trained, or who was not observed at all; each reason is counted
// separately. The shares are tallies for every unit from classroom to state, and
// name the [Population] that they are of. A [Policy] says which observation counts
// and for how long, and the [ShareReport] repeats it.
//
// # Outcomes
//
// [Improved] judges series of dated values, each an [Outcome], by a rule that
// compares them with their baseline or target; whether outcomes are good is
// never entered by hand.
//
// # Assessments
//
// [Schedule.Calendar] lists what is due and when, [Capacity] counts who is trained
// to administer it, and [SumDosages] what was delivered of what was planned.
//
// # People
//
// Practitioners, observers and coordinators are opaque identifiers or roles. No
// field asks for a name.
package fidelity
