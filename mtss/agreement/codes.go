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
	// CodeRaterUnknown: a rating is by a rater who is not listed.
	CodeRaterUnknown mtss.Code = "agreement.rater.unknown"
	// CodeUnitRepeated: a unit is listed twice.
	CodeUnitRepeated mtss.Code = "agreement.unit.repeated"
	// CodeRatingRepeated: a rater rated one unit twice.
	CodeRatingRepeated mtss.Code = "agreement.rating.repeated"
	// CodeScore: a rating is not on the scale.
	CodeScore mtss.Code = "agreement.score"
	// CodeMany: there are more than 10,000 raters or 1,000,000 units.
	CodeMany mtss.Code = "agreement.many"
)

// The reasons for which a coefficient is undefined.
const (
	// UndefinedWeights: the weights are not unweighted, linear or quadratic.
	UndefinedWeights mtss.Code = "agreement.undefined.weights"
	// UndefinedMetric: the metric is not nominal, ordinal or interval.
	UndefinedMetric mtss.Code = "agreement.undefined.metric"
	// UndefinedRaters: there are not exactly two raters for kappa, or fewer than two for the others.
	UndefinedRaters mtss.Code = "agreement.undefined.raters"
	// UndefinedPairs: no unit was rated by two raters.
	UndefinedPairs mtss.Code = "agreement.undefined.pairs"
	// UndefinedVariation: every rating is the same, so no disagreement was to be expected by chance.
	UndefinedVariation mtss.Code = "agreement.undefined.variation"
)
