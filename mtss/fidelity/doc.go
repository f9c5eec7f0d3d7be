// Package fidelity counts how many of the practitioners who are intended to use
// an innovation use it as intended, and tells whether outcomes improved.
//
//	report, err := fidelity.Count(intended, observations, policy, hierarchy, on)
//	...
//	for _, share := range report.Shares {
//		fmt.Println(share.Unit.ID, share.Of(fidelity.Intended))
//	}
//
// The denominator is the practitioners who are intended to use the innovation
// on the day, not those who happen to have been observed. An observation that
// has expired, one by an observer who was not trained, and no observation at
// all leave a practitioner unknown, each counted apart. The shares are tallies:
// they add up from classroom to school to district, in any order.
//
// [Improved] judges a dated [Outcome] series against its baseline; whether
// outcomes are good is never typed in.
//
// Practitioners are opaque identifiers. No field asks for a name.
package fidelity
