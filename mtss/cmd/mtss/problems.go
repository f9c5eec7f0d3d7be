package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// problem is one line of standard error.
type problem struct {
	File string `json:"file"`
	engine.Problem
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

// reporter writes problems and remembers that there were some.
type reporter struct {
	w    io.Writer
	text bool
	bad  bool
}

// report reports an error that concerns a line, or a file as a whole if line is
// 0; nil is none.
func (r *reporter) report(name string, line int, err error) {
	r.issues(name, func(string) int { return line }, engine.Of(err))
}

// notice says of a line what is not a problem.
func (r *reporter) notice(name string, line int, n mtss.Notice) {
	bad := r.bad
	r.report(name, line, mtss.Issue{Code: n.Code, Message: n.Message, Template: n.Template, Params: n.Params})
	r.bad = bad
}

// document reports what is wrong with a file that holds one document, each
// problem with its line; data is nil if the file could not be read.
func (r *reporter) document(name string, data []byte, err error) {
	if data == nil {
		r.report(name, 0, err)
		return
	}
	r.put(name, engine.DocumentProblems(data, err))
}

// folder reports the problems of a folder of documents, by its files.
func (r *reporter) folder(name string, err error) {
	if err == nil {
		return
	}
	all := []error{err}
	if joined, is := err.(interface{ Unwrap() []error }); is {
		all = joined.Unwrap()
	}
	for _, err := range all {
		var file *profile.FileError
		if !errors.As(err, &file) {
			r.report(name, 0, err)
			continue
		}
		r.report(filepath.Join(name, filepath.FromSlash(file.File)), file.Line, file.Err)
	}
}

func (r *reporter) issues(name string, lineOf func(path string) int, issues []mtss.Issue) {
	r.put(name, engine.Problems(lineOf, issues))
}

func (r *reporter) put(name string, problems []engine.Problem) {
	for _, found := range problems {
		r.bad = true
		p := problem{File: name, Problem: found}
		if r.text {
			fmt.Fprint(r.w, prose(p.prose()))
			continue
		}
		data, _ := json.Marshal(p) // strings and a number always marshal
		fmt.Fprintf(r.w, "%s\n", data)
	}
}

func (r *reporter) status() int {
	if r.bad {
		return exitBad
	}
	return exitGood
}

// eachInput opens the files in turn, or standard input where there are none or
// one is called "-", and reports those that cannot be opened.
func eachInput(files []string, in io.Reader, r *reporter, use func(name string, in io.Reader)) {
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, name := range files {
		if name == "-" {
			use("-", in)
			continue
		}
		file, err := os.Open(name)
		if err != nil {
			r.report(name, 0, fileProblem(err))
			continue
		}
		use(name, file)
		_ = file.Close() // it was only read
	}
}

// readFile reads a file that holds one document.
func readFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, fileProblem(err)
	}
	defer func() { _ = file.Close() }() // it was only read
	return readDocument(file)
}

// readDocument reads one document, and no more of an input than a document may
// have.
func readDocument(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, strict.MaxSize+1))
	switch {
	case err != nil:
		return nil, fileProblem(err)
	case len(data) > strict.MaxSize:
		return nil, mtss.Issuef("", strict.CodeLarge, "is longer than %d bytes, the most that a document may have", strict.MaxSize)
	}
	return data, nil
}

func fileProblem(err error) error { return mtss.Issue{Code: CodeFile, Message: err.Error()} }
