package agreement

import "github.com/openmtss/mtss-go/mtss"

// The codes of problems with ratings.
const (
	// CodeScale: a scale is not a rising list of 2 to 256 whole numbers from -1000 to 1000.
	CodeScale mtss.Code = "agreement.scale"
	// CodeID: a rater or a unit has no id.
	CodeID mtss.Code = "agreement.id"
	// CodeRaterRepeated: a rater is listed twice.
	CodeRaterRepeated mtss.Code = "agreement.rater.repeated"
	// CodeRaterUnknown: a rating is by someone who is not among the raters.
	CodeRaterUnknown mtss.Code = "agreement.rater.unknown"
	// CodeUnitRepeated: a unit is listed twice.
	CodeUnitRepeated mtss.Code = "agreement.unit.repeated"
	// CodeRatingRepeated: a rater rated one unit twice.
	CodeRatingRepeated mtss.Code = "agreement.rating.repeated"
	// CodeScore: a rating is not on the scale.
	CodeScore mtss.Code = "agreement.score"
	// CodeRow: a row of a matrix has not one score for each rater.
	CodeRow mtss.Code = "agreement.row"
	// CodeMany: there are more than 10,000 raters or 1,000,000 units.
	CodeMany mtss.Code = "agreement.many"
)

// The reasons for which a coefficient is undefined.
const (
	// UndefinedWeights: the weights are none of unweighted, linear, quadratic.
	UndefinedWeights mtss.Code = "agreement.undefined.weights"
	// UndefinedMetric: the metric is none of nominal, ordinal, interval.
	UndefinedMetric mtss.Code = "agreement.undefined.metric"
	// UndefinedRaters: kappa is asked of other than two raters, or alpha of fewer than two.
	UndefinedRaters mtss.Code = "agreement.undefined.raters"
	// UndefinedPairs: no unit was rated by two raters.
	UndefinedPairs mtss.Code = "agreement.undefined.pairs"
	// UndefinedVariation: every rating is the same, so that no disagreement was to be expected by chance.
	UndefinedVariation mtss.Code = "agreement.undefined.variation"
)
