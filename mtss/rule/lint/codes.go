package lint

import "github.com/openmtss/mtss-go/mtss"

// The codes of what lint finds, besides rule.CodeRefine.
const (
	// CodeConflict: two rules in force together cannot both hold.
	CodeConflict mtss.Code = "suite.lint.conflict"
	// CodeNever: a rule asks for what can never be, so that it is never met.
	CodeNever mtss.Code = "suite.lint.never"
	// CodeBandGap: between two bands of a measure nothing follows.
	CodeBandGap mtss.Code = "suite.lint.gap"
	// CodeOverlap: two bands of a measure overlap, and different things follow.
	CodeOverlap mtss.Code = "suite.lint.overlap"
	// CodeBound: no tally of the totals in the cases lies on a bound.
	CodeBound mtss.Code = "suite.lint.bound"
	// CodeStrict: one source is read both with its bound and without.
	CodeStrict mtss.Code = "suite.lint.strict"
	// CodeDirections: one tree wants a measure both high and low.
	CodeDirections mtss.Code = "suite.lint.directions"
	// CodeSource: a rule names no source.
	CodeSource mtss.Code = "suite.lint.source"
	// CodeCategory: the cases have a word that no rule asks for, of a measure that does not list its words.
	CodeCategory mtss.Code = "suite.lint.category"
	// CodeDead: a rule never decides anything.
	CodeDead mtss.Code = "suite.lint.dead"
)
