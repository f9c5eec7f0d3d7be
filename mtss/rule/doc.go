// Package rule has one job: it judges measures by criteria that are data, and
// explains each verdict.
//
// A [Node] is a criterion as a document holds it: a comparison of one measure with
// a threshold, or a combination of nodes. [Compile] checks it against the
// [Vocabulary] of measures that it may compare and returns a [Judge], which
// answers met, not met or undetermined, and explains why:
//
//	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "total", Kind: rule.KindTally, Unit: "points"}}}
//	node := rule.Node{Measure: "total", Comparison: rule.Comparison{AtLeast: "80%"}}
//	judge, err := rule.Compile("/require", node, vocabulary)
//	if err != nil {
//		log.Fatal(err)
//	}
//	facts := rule.Facts{"total": rule.Of(mtss.Tally{Earned: 43, Possible: 54})}
//	finding := judge.Explain(vocabulary.Values(facts))
//	fmt.Println(finding.Verdict, finding.Sentences()) // notMet, and that 1 more point is needed
//
// A [Set] is a document of rules with scopes and effective dates; [CompileSet]
// makes a [Rulebook] of it, which decides every rule in force on a day.
//
// # What a comparison means
//
// A comparison looks at the span from the worst to the best case of a measure. It
// is met when every way of filling in the unknowns meets it, not met when none
// does, and undetermined otherwise. atLeast, atMost and between include their
// bounds; moreThan and lessThan do not. A band is sound, not exact over whole
// points: from 4 to 7 of 10 is undetermined against 51% to 59%, although no point
// of 10 lies there, since an unknown item may turn out not to apply, and one point
// of 9 does.
//
// Nodes are joined by Kleene's strong logic, which is always sound. It is exact
// when every comparison points upward (atLeast, moreThan, is "yes") and no node is
// negated; a tree of mixed directions may be undetermined where looking at the
// unknowns together would decide.
//
// A series is compared by "last", which asks it of each of the latest values, or by
// "times", which asks it of so many of them, whichever they are. With "within" only
// the values of some days count: at most so many days old, of this school year or
// the one before, or of a window of the calendar, all as of the day of judgement. A
// district capacity assessment within the past year with at least 80% is
//
//	{"measure":"dca.total","within":"365 days","times":1,"atLeast":"80%"}
//
// where dca.total is a series; with "last" in place of "times" the latest of them
// must. A single value counts where it has a day within; without a day, or with one
// too long ago, the comparison is undetermined.
//
// A measure that does not apply drops out of "each"; compared by itself it is
// undetermined.
//
// # Where a finding points
//
// The path of a finding is a JSON Pointer into the document that holds the
// criterion. In a rule set it begins with the rule: "/rules/3/require/all/0", or
// "/rules/3/when". A decision by a set that refines others may come from one of
// those: [Decision] names the set that the paths lead into.
package rule
