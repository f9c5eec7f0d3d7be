// Package rule judges measures by criteria that are data.
//
// A [Node] is a criterion as it stands in a document: a comparison of one
// measure with a threshold, or a combination of nodes. [Compile] checks it
// against the [Vocabulary] of measures that it may speak of and returns a
// [Judge], which answers met, not met or undetermined, and explains itself:
//
//	vocabulary := rule.Vocabulary{Measures: []rule.Measure{
//		{Name: "total", Kind: rule.KindTally, Unit: "points"},
//	}}
//	judge, err := rule.Compile(rule.Node{Measure: "total", Comparison: rule.Comparison{AtLeast: "80%"}}, vocabulary)
//	...
//	finding := judge.Explain(vocabulary.Values(rule.Facts{"total": rule.Of(mtss.Tally{Earned: 43, Possible: 54})}))
//	// finding.Verdict is notMet; finding.Sentences() says why, and that 1 more point is needed.
//
// # What a comparison means
//
// Comparisons look at the span from the worst to the best case of a measure. A
// comparison is met when every way of filling in the unknowns meets it, not
// met when none does, and undetermined otherwise. atLeast, atMost and between
// include their bounds; moreThan and lessThan do not. A band is
// sound, not exact over whole points: from 4 to 7 of 10 is undetermined against
// 51% to 59%, though no point of 10 lies there, since an unknown item may turn
// out not to apply, and of 9 one does.
//
// Nodes join by Kleene's strong logic, which is always sound. It is exact when
// every comparison points upward (atLeast, moreThan, is "yes") and no node is
// negated; a tree of mixed directions may say undetermined where a joint look
// at the unknowns would decide.
//
// A measure that does not apply drops out of "each"; compared by itself it is
// undetermined.
//
// # Where a finding points
//
// The path of a finding is a JSON Pointer into the document that the criterion
// stands in. In a rule set it begins with the rule: "/rules/3/require/all/0", or
// "/rules/3/when". A decision by a set that refines others may come from one
// of those: [Decision] names the set that the paths lead into.
package rule
