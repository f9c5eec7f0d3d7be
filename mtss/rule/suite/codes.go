package suite

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeEmpty: a folder has no case, so that nothing is tested.
	CodeEmpty mtss.Code = "suite.empty"
	// CodeRead: a file cannot be read.
	CodeRead mtss.Code = "suite.read"
	// CodeKind: a file in a folder of rules is neither a rule set nor cases.
	CodeKind mtss.Code = "suite.kind"
	// CodeSetRepeated: two rule sets have one id.
	CodeSetRepeated mtss.Code = "suite.set.repeated"
	// CodeCaseRule: no rule set of the folder has a case's rule.
	CodeCaseRule mtss.Code = "suite.case.rule"
	// CodeNotInForce: no version of a case's rule is in force on its day.
	CodeNotInForce mtss.Code = "rule.case.rule"
	// CodeExpect: a case expects nothing.
	CodeExpect mtss.Code = "rule.case.expect"
	// CodeTable: a table cannot be read, or cannot say what a document does.
	CodeTable mtss.Code = "suite.table"
	// CodeCaseAmbiguous: several rule sets, none of which refines the others, have a case's rule.
	CodeCaseAmbiguous mtss.Code = "suite.case.ambiguous"
)

// The codes of what lint finds, beside rule.CodeRefine.
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
	// CodeDead: a rule never decides anything.
	CodeDead mtss.Code = "suite.lint.dead"
)
