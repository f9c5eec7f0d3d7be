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
	// CodeCaseRepeated: a rule has two cases of one name, which would count as two.
	CodeCaseRepeated mtss.Code = "suite.case.repeated"
)
