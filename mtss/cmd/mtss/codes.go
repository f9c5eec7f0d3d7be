package main

import "github.com/openmtss/mtss-go/mtss"

// The codes of problems that only the command has.
const (
	// CodeFile: a file cannot be opened or read.
	CodeFile mtss.Code = "cli.file"
	// CodeAccount: not every record that was rolled up counts; what became of them.
	CodeAccount mtss.Code = "cli.account"
)
