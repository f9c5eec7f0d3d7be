package main

import "github.com/openmtss/mtss-go/mtss"

// CodeFile: a file cannot be opened or read.
const CodeFile mtss.Code = "cli.file"
