// Package fidelity counts how many of the practitioners who are intended to use
// an innovation use it as intended, tells whether outcomes improved, and lists
// which assessments are due.
//
//	report, err := fidelity.Count(intended, observations, policy, hierarchy, on)
//	...
//	for _, share := range report.Shares {
//		fmt.Println(share.Unit.ID, share.Sentence(fidelity.Intended))
//	}
//
// # Fidelity
//
// The denominator is the practitioners who are intended to use the innovation
// on the day, not those who happen to have been observed. Observations that
// have expired or are too few, ones by an observer who was not trained, and no
// observation at all leave a practitioner unknown, each counted apart. The
// shares are tallies: they add up from classroom to school to district, in any
// order, and each names its denominator. A [Policy] says which observation
// counts and for how long, and the [ShareReport] repeats it.
//
// # Outcomes
//
// [Improved] judges dated [Outcome] series by a rule, against their baseline or
// target; whether outcomes are good is never typed in.
//
// # Assessments
//
// [Schedule.Calendar] lists what is due when, [Capacity] who is trained to
// administer it, and [SumDosages] what was delivered of what was planned.
//
// # People
//
// Practitioners, observers and coordinators are opaque identifiers or roles. No
// field asks for a name.
package fidelity
