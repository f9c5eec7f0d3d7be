package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// reporter writes problems, one a line, and remembers that there were some.
type reporter struct {
	w    io.Writer
	text bool
	bad  bool
}

func (r *reporter) tell(problems ...mtss.Problem) {
	for _, p := range problems {
		r.bad = r.bad || !p.Notice
		if r.text {
			fmt.Fprint(r.w, prose(p.Error()))
			continue
		}
		data, _ := json.Marshal(p) // strings and a number always marshal
		fmt.Fprintf(r.w, "%s\n", data)
	}
}

// report reports an error that concerns a line, or a file as a whole if line is
// 0; nil is none.
func (r *reporter) report(name string, line int, err error) {
	r.tell(scoring.Problems(name, line, err)...)
}

// document reports what is wrong with a file that holds one document; data is nil if it
// could not be read.
func (r *reporter) document(name string, data []byte, err error) {
	r.tell(scoring.DocumentProblems(name, data, err)...)
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

// found reports what was wrong with the files of a folder of rules, which is named as in
// the call.
func (r *reporter) found(dir string, problems []mtss.Problem) {
	for _, p := range problems {
		r.report(path.Join(dir, p.File), p.Line, p.Issue)
	}
}

// written reports an output that failed.
func (r *reporter) written(err error) int {
	r.report("-", 0, err)
	return r.status()
}

// unread reports a file that could not be read.
func (r *reporter) unread(name string, err error) int {
	r.report(name, 0, err)
	return r.status()
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

// load reads a file that holds one document and decodes it; false, after a report, if
// that fails.
func load[T any](r *reporter, name string, into *T, decode func([]byte) (T, error)) bool {
	data, err := readFile(name)
	if err == nil {
		*into, err = decode(data)
	}
	r.document(name, data, err)
	return err == nil
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
	data, err := records.ReadDocument(in)
	if err != nil {
		return nil, fileProblem(err)
	}
	return data, nil
}

// fileProblem gives an error of a file a code, if it has none.
func fileProblem(err error) error {
	if len(mtss.Issues(err)) > 0 {
		return err
	}
	return mtss.Issue{Code: CodeFile, Message: err.Error()}
}
