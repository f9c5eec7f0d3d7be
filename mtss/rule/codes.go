package rule

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeOperator: a node has no operator, or more than one.
	CodeOperator mtss.Code = "rule.operator"
	// CodeComparison: a measure stands without a comparison, with two, or with one that its kind lacks.
	CodeComparison mtss.Code = "rule.comparison"
	// CodeMeasureUnknown: the vocabulary lacks the measure.
	CodeMeasureUnknown mtss.Code = "rule.measure.unknown"
	// CodeKind: a kind of measure is none of the known ones.
	CodeKind mtss.Code = "rule.kind"
	// CodeMeasureRepeated: "each" names a measure twice, or a vocabulary does.
	CodeMeasureRepeated mtss.Code = "rule.measure.repeated"
	// CodeThreshold: a threshold cannot be read as the measure's kind.
	CodeThreshold mtss.Code = "rule.threshold"
	// CodeThresholdImpossible: no value of the measure can meet or have the threshold.
	CodeThresholdImpossible mtss.Code = "rule.threshold.impossible"
	// CodeThresholdUnit: a threshold is in another unit than its measure.
	CodeThresholdUnit mtss.Code = "rule.threshold.unit"
	// CodeCount: "atLeastOf" asks for fewer than one or for more nodes than there are.
	CodeCount mtss.Code = "rule.count"
	// CodeLast: "last" stands on a measure that is no series, or a series is compared without it.
	CodeLast mtss.Code = "rule.last"
	// CodeDepth: nodes are nested too deep.
	CodeDepth mtss.Code = "rule.depth"
)
