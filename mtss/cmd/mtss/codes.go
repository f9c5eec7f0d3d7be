package main

import "github.com/openmtss/mtss-go/mtss"

// The codes of problems that only the command has.
const (
	// CodeFile: a file cannot be opened or read.
	CodeFile mtss.Code = "cli.file"
	// CodeDefinition: the definition that a record, a completion or the call asks for is not there, or is given twice.
	CodeDefinition mtss.Code = "cli.definition"
	// CodeAccount: not every record that was rolled up counts; what became of them.
	CodeAccount mtss.Code = "cli.account"
	// CodeProblem: an error without a code of its own, such as a failing output.
	CodeProblem mtss.Code = "cli.problem"
)
