// Package mtss is the vocabulary that every other package of this library speaks:
// exact counts and fractions, verdicts with a third value, calendar dates,
// units, sources, and problems with a path and a code.
//
// Most of what is measured when a district installs a multi-tiered system of
// supports is "so many of so many, of which some are not known yet". A [Tally]
// carries that exactly:
//
//	t := mtss.Tally{Earned: 43, Possible: 54}
//	t.Span().AtLeast(mtss.NewRatio(80, 100)) // notMet: 43 of 54 is 79.63 %
//
// # Exactness
//
// No function of this library takes or returns a floating-point number. Shares
// and thresholds are a [Ratio]; comparisons cross-multiply; nothing is rounded
// before it is compared or added up. Printing rounds half up, away from zero,
// and [Ratio.PercentAgainst] keeps what is printed on its own side of a cut.
//
// # Unknown is not zero
//
// A [Span] runs from the worst to the best case. A comparison is [Met] when
// both ends meet it, [NotMet] when neither can, and [Undetermined] otherwise.
// The zero values are the careful ones: a zero [Verdict] is undetermined, a
// zero [Span] or [Ratio] says nothing, and no comparison with them is decided.
//
// # Problems
//
// Functions that read documents return an error that holds every [Issue] at
// once; [Issues] lists them and errors.Is finds a [Code] in them.
package mtss
