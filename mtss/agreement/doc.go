// Package agreement computes how far raters who rated the same units on the same
// scale agree: percent agreement, Cohen's kappa, Krippendorff's alpha, Gwet's AC.
//
//	table, err := agreement.Ratings{
//		Scale:  []int{0, 1, 2},
//		Raters: []string{"r1", "r2", "r3"},
//		Units: []agreement.RatedUnit{
//			{ID: "item1", Ratings: []agreement.RaterScore{{Rater: "r1", Score: 2}, {Rater: "r2", Score: 2}}},
//			{ID: "item2", Ratings: []agreement.RaterScore{{Rater: "r1", Score: 0}, {Rater: "r2", Score: 2}, {Rater: "r3", Score: 0}}},
//		},
//	}.Table()
//	if err != nil {
//		return err // every problem at once, each with a path and a code
//	}
//	pairs := table.Percent().Pairs // 2 of 4 pairs of ratings agree
//	alpha := table.Alpha(agreement.Ordinal) // prints 0.333
//
// The units are what is rated: the items of an assessment that a team votes on,
// or the items of an observation form that two observers fill in for one
// practitioner. Not every rater need rate every unit; a rating that was not
// given is left out.
//
// # Which figure
//
// [RatingTable.Percent] counts, and takes luck for agreement: two raters who each
// give the top score to nearly everything agree nearly always. [RatingTable.Kappa] is
// for exactly two raters and leaves out units that one of them did not rate.
// [RatingTable.Alpha] takes any number of raters and uses every unit that two or more
// of them rated. Both fall towards 0, and below, where nearly all ratings are the
// same: of 100 units on which two raters agree 92 times on one score, and differ 8
// times, kappa makes -0.042. [RatingTable.AC], of any number of raters, stays near what
// is counted, with 0.913 there. Use it where most ratings are expected to be the
// same, as at the end of an implementation, and report it beside kappa or alpha
// rather than in place of them where ratings are spread. Nominal and unweighted figures treat every disagreement alike;
// the others count a disagreement for more the further apart two ratings are.
//
// Fleiss's kappa of 1971 is not offered. It is not Cohen's kappa for two
// raters: it takes both to use the categories equally often, as Scott's pi
// does, where Cohen's takes each rater's own habits into account.
//
// # Exactness
//
// All these figures are fractions of whole numbers, and none is rounded. A
// figure that the data can't give is undefined and says why; it is never 0,
// which means agreement no better than chance, nor 1.
package agreement
