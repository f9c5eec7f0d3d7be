package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// CodeFile: a file cannot be opened, read or written.
const CodeFile mtss.Code = "cli.file"

// reporter writes problems, one a line, and remembers that there were some.
type reporter struct {
	w    io.Writer
	text bool
	wide int // how many columns a line of text may have; 0 for any
	bad  bool
}

// errTold ends a command for problems that were told.
var errTold = errors.New("problems were told")

// tell writes problems, and returns errTold unless all are notices.
func (r *reporter) tell(problems ...mtss.Problem) (err error) {
	for _, p := range problems {
		if !p.Notice {
			r.bad, err = true, errTold
		}
		if r.text {
			fmt.Fprintln(r.w, mtss.Wrap(mtss.Printable(p.Error()), r.wide)) // on one line on standard error, as editors and searches want it
			continue
		}
		_ = json.NewEncoder(r.w).Encode(p) // standard error is all there is to say it on
	}
	return err
}

// report reports an error that concerns a line, or a file as a whole if line is
// 0; nil is none.
func (r *reporter) report(name string, line int, err error) error {
	return r.tell(scoring.Problems(name, line, coded(err))...)
}

// document reports what is wrong with a file that holds one document; data is nil if it
// could not be read.
func (r *reporter) document(name string, data []byte, err error) error {
	return r.tell(scoring.DocumentProblems(name, data, coded(err))...)
}

// inputs opens files in turn, or standard input where there are none or one is called
// "-", and reports those that cannot be opened.
func (k *invocation) inputs(names []string, use func(name string, in io.Reader)) {
	if len(names) == 0 {
		names = []string{"-"}
	}
	k.progress.expect(names)
	for _, name := range names {
		if name == "-" {
			use("-", k.progress.reading(k.in))
			continue
		}
		file, err := os.Open(name)
		if err == nil && isFolder(name) {
			err = mtss.Issuef("", CodeFile, "is a folder, want a file")
		}
		if k.report(name, 0, err) != nil {
			continue
		}
		use(name, k.progress.reading(file))
		_ = file.Close() // it was only read
	}
}

// load reads a file that holds one document and decodes it. What is wrong is told.
func load[T any](r *reporter, name string, into *T, decode func([]byte) (T, error)) error {
	data, err := readFile(name)
	if err == nil {
		*into, err = decode(data)
	}
	return r.document(name, data, err)
}

// isFolder reports whether a name is that of a folder.
func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// readFile reads a file that holds one document.
func readFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, coded(err)
	}
	defer func() { _ = file.Close() }() // it was only read
	data, err := records.ReadDocument(file)
	return data, coded(err)
}

// coded gives an error of a file its code.
func coded(err error) error {
	if of := (*fs.PathError)(nil); errors.As(err, &of) && len(mtss.Issues(err)) == 0 {
		return mtss.Issue{Code: CodeFile, Message: err.Error()}
	}
	return err
}

// prose renders lines for people, each with an end and none wider than a terminal. Texts
// come from records, so nothing in them may steer it.
func prose(lines ...string) (text string) {
	for _, line := range lines {
		text += mtss.Wrap(mtss.Printable(line)+"\n", textWidth)
	}
	return text
}
