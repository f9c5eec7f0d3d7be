package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/openmtss/mtss-go/mtss"
)

// problem is one line of standard error.
type problem struct {
	File    string    `json:"file"`
	Line    int       `json:"line,omitempty"`
	Path    string    `json:"path"`
	Code    mtss.Code `json:"code"`
	Message string    `json:"message"`
}

// The codes of problems that only the command has.
const (
	// CodeFile: a file cannot be opened.
	CodeFile mtss.Code = "cli.file"
	// CodeDefinition: a record is of an instrument that no definition was given for.
	CodeDefinition mtss.Code = "cli.definition"
	// CodeProblem: an error without a code of its own.
	CodeProblem mtss.Code = "cli.problem"
)

// reporter writes problems and remembers that there were some.
type reporter struct {
	w    io.Writer
	text bool
	bad  bool
}

// report writes every issue of an error; nil is none.
func (r *reporter) report(file string, line int, err error) {
	if err == nil {
		return
	}
	r.bad = true
	issues := mtss.Issues(err)
	if issues == nil {
		issues = []mtss.Issue{{Code: CodeProblem, Message: err.Error()}}
	}
	for _, issue := range issues {
		p := problem{File: file, Line: line, Path: issue.Path, Code: issue.Code, Message: issue.Message}
		if r.text {
			fmt.Fprintln(r.w, p.prose())
			continue
		}
		data, _ := json.Marshal(p) // strings and a number always marshal
		fmt.Fprintf(r.w, "%s\n", data)
	}
}

func (p problem) prose() string {
	place := p.File
	if p.Line > 0 {
		place = fmt.Sprintf("%s:%d", place, p.Line)
	}
	if p.Path != "" {
		place += " " + p.Path
	}
	return fmt.Sprintf("%s: %s (%s)", place, p.Message, p.Code)
}

func (r *reporter) status() int {
	if r.bad {
		return exitBad
	}
	return exitGood
}

// eachInput opens the files in turn, or standard input where there are none,
// and reports those that cannot be opened.
func eachInput(files []string, in io.Reader, r *reporter, use func(name string, in io.Reader)) {
	if len(files) == 0 {
		use("-", in)
		return
	}
	for _, name := range files {
		if name == "-" {
			use("-", in)
			continue
		}
		file, err := os.Open(name)
		if err != nil {
			r.report(name, 0, mtss.Issue{Code: CodeFile, Message: err.Error()})
			continue
		}
		use(name, file)
		_ = file.Close() // it was only read
	}
}
