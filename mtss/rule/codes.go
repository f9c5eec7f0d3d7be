package rule

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeOperator: a node has no operator, or more than one.
	CodeOperator mtss.Code = "rule.operator"
	// CodeComparison: a measure has no comparison, two, or one that its kind does not take.
	CodeComparison mtss.Code = "rule.comparison"
	// CodeMeasureUnknown: the vocabulary does not have the measure.
	CodeMeasureUnknown mtss.Code = "rule.measure.unknown"
	// CodeKind: a word is not a kind of measure.
	CodeKind mtss.Code = "rule.kind"
	// CodeMeasureRepeated: "each" names a measure twice, or a vocabulary does.
	CodeMeasureRepeated mtss.Code = "rule.measure.repeated"
	// CodeThreshold: a threshold cannot be read as the measure's kind.
	CodeThreshold mtss.Code = "rule.threshold"
	// CodeThresholdImpossible: no value of the measure can meet or have the threshold.
	CodeThresholdImpossible mtss.Code = "rule.threshold.impossible"
	// CodeThresholdUnit: a threshold is not in the unit of its measure.
	CodeThresholdUnit mtss.Code = "rule.threshold.unit"
	// CodeCount: "atLeastOf" asks for fewer than one or for more nodes than there are.
	CodeCount mtss.Code = "rule.count"
	// CodeLast: "last" or "times" is used with a measure that is not a series, or a series is compared with neither or both.
	CodeLast mtss.Code = "rule.last"
	// CodeWithin: "within" names no days, or a window that the calendar does not have.
	CodeWithin mtss.Code = "rule.within"
	// CodeFact: a fact cannot be read as its measure's kind.
	CodeFact mtss.Code = "rule.fact"
	// CodeValue: a measured value is of several sorts, or not the number or the mean that it says it is.
	CodeValue mtss.Code = "rule.value"
	// CodeDerived: a measure cannot be derived as asked.
	CodeDerived mtss.Code = "rule.derived"
	// CodeCircular: a derived measure is worked out from itself.
	CodeCircular mtss.Code = "rule.derived.circular"
	// CodeDepth: nodes are nested too deep.
	CodeDepth mtss.Code = "rule.depth"
	// CodeScope: a set refines one that was not given, or itself, or does not refine all that were given.
	CodeScope mtss.Code = "rule.scope"
	// CodeRule: a rule asks for nothing.
	CodeRule mtss.Code = "rule.empty"
	// CodePeriod: a rule ends before it begins.
	CodePeriod mtss.Code = "rule.period"
	// CodeVersions: two versions of a rule are in force on one day.
	CodeVersions mtss.Code = "rule.versions"
	// CodeRefine: a set refines a rule that a higher scope does not allow it to.
	CodeRefine mtss.Code = "rule.refine"
	// CodeApplies: a word is not yes, no or undetermined.
	CodeApplies mtss.Code = "rule.applies"
)

// The codes of the caveats of decisions.
const (
	// CaveatRule: a rule has a caution of its own.
	CaveatRule mtss.Code = "rule.caveat"
	// CaveatNotConfirmed: a rule is inferred or unconfirmed.
	CaveatNotConfirmed mtss.Code = "rule.caveat.notconfirmed"
	// CaveatTwice: a value of a series is there twice on one day, and may be one record given twice.
	CaveatTwice mtss.Code = "rule.caveat.twice"
	// CaveatLater: values of series after the day of judgement were not used.
	CaveatLater mtss.Code = "rule.caveat.later"
)

// The codes of the sentences of a finding.
const (
	// NoticeFinding: what was found, and what is wanted.
	NoticeFinding mtss.Code = "rule.notice.finding"
	// NoticeNeed: what it would take to meet the comparison of the notice before it.
	NoticeNeed mtss.Code = "rule.notice.need"
)
