package scoring

import "github.com/openmtss/mtss-go/mtss"

// The codes of problems that are not of one document.
const (
	// CodeDefinition: the definition that a record, a completion or the call asks for is not there, or is given twice.
	CodeDefinition mtss.Code = "cli.definition"
	// CodeProblem: an error without a code of its own, such as a failing output.
	CodeProblem mtss.Code = "cli.problem"
	// CodeCorrected: a record corrects one whose result is written already, which can happen where the input is not a file.
	CodeCorrected mtss.Code = "cli.corrected"
	// CodeVerifyInput: the administration that a result was scored from is not among the inputs.
	CodeVerifyInput mtss.Code = "cli.verify.input"
	// CodeVerifyCorrected: the administration that a result was scored from has been superseded or voided.
	CodeVerifyCorrected mtss.Code = "cli.verify.corrected"
)
