package scoring

import (
	"errors"
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Problem is what is wrong at one place of an input, or, as a notice, what is good to
// know of it.
type Problem struct {
	// File is the input, as it was named; "" where there is only one.
	File string `json:"file,omitzero"`
	// Line is the number of the line, from 1; 0 for an input as a whole.
	Line int `json:"line"`
	// Path is the JSON Pointer to what is wrong.
	Path string `json:"path"`
	// Code is the stable name of what is wrong.
	Code mtss.Code `json:"code"`
	// Message says it in a sentence.
	Message string `json:"message"`
	// Template is the message with places for what is particular to the input, so
	// that it can be shown in another language; "" where nothing is.
	Template string `json:"template,omitzero"`
	// Params fill in the places of the template.
	Params []string `json:"params,omitempty"`
	// Notice reports whether nothing is wrong.
	Notice bool `json:"-"`
}

// String says where it is, and what.
func (p Problem) String() string {
	place := p.File
	if p.Line > 0 {
		place = fmt.Sprintf("%s:%d", place, p.Line)
	}
	if p.Path != "" {
		place += " " + p.Path
	}
	return fmt.Sprintf("%s: %s (%s)", place, p.Message, p.Code)
}

// Problems tells of an error that concerns a line, or an input as a whole if line is
// 0; nil is none. An error without codes has CodeProblem.
func Problems(file string, line int, err error) []Problem {
	return located(file, func(string) int { return line }, issuesOf(err))
}

// NoticeOf tells of a notice.
func NoticeOf(file string, line int, n mtss.Notice) Problem {
	p := located(file, func(string) int { return line }, []mtss.Issue{{Code: n.Code, Message: n.Message, Template: n.Template, Params: n.Params}})[0]
	p.Notice = true
	return p
}

// DocumentProblems tells what is wrong with a file that holds one document, in its
// order and each with its line; data is nil if the file could not be read.
func DocumentProblems(file string, data []byte, err error) []Problem {
	if data == nil {
		return Problems(file, 0, err)
	}
	return RecordProblems(file, records.Record{Line: 1, Data: data}, nil, err)
}

// Within names a file of a folder as its caller named the folder, "./ours" or "ours/"; of
// the folder "", it is the file's own name.
func Within(folder, file string) string {
	if file == "." {
		return folder
	}
	if folder != "" && !strings.HasSuffix(folder, "/") {
		folder += "/"
	}
	return folder + file
}

// FileProblems tells what is wrong with the files of a folder, which is named before each;
// err joins errors of files that say their place, as those of package profile do, and
// others, which are of the folder.
func FileProblems(folder string, err error) (all []Problem) {
	each := []error{err}
	if joined, is := err.(interface{ Unwrap() []error }); is {
		each = joined.Unwrap()
	}
	for _, err := range each {
		var placed interface {
			error
			Place() (file string, line int, data []byte)
			Unwrap() error
		}
		if !errors.As(err, &placed) {
			all = append(all, Problems(folder, 0, err)...)
			continue
		}
		file, line, data := placed.Place()
		if file = Within(folder, file); line == 0 {
			all = append(all, DocumentProblems(file, data, placed.Unwrap())...)
		} else {
			all = append(all, RecordProblems(file, records.Record{Line: line, Data: data}, nil, placed.Unwrap())...)
		}
	}
	return all
}

// RecordProblems tells all that is wrong with a record, in its order: errors of
// reading or scoring it, and what its definition finds in what could be read; without
// a definition, its items are not looked at. What could not be read is also missing,
// and is not mentioned twice.
func RecordProblems(file string, record records.Record, definition *instrument.Scorer, errs ...error) []Problem {
	var issues []mtss.Issue
	for _, err := range errs {
		issues = merge(issues, issuesOf(err)...)
	}
	if definition != nil {
		_, more := definition.Responses(record.Administration)
		issues = merge(issues, mtss.Issues(more)...)
	}
	if len(issues) == 0 {
		return nil
	}
	record.Sort(issues)
	return located(file, record.LineOf(), issues)
}

// located gives issues their places.
func located(file string, lineOf func(path string) int, issues []mtss.Issue) (all []Problem) {
	for _, issue := range issues {
		p := Problem{File: file, Line: lineOf(issue.Path), Path: issue.Path, Code: issue.Code, Message: issue.Message}
		if len(issue.Params) > 0 {
			p.Template, p.Params = issue.Template, issue.Params
		}
		all = append(all, p)
	}
	return all
}

// issuesOf returns the issues of an error, and one for an error without any.
func issuesOf(err error) []mtss.Issue {
	issues := mtss.Issues(err)
	if err != nil && len(issues) == 0 {
		issues = []mtss.Issue{{Code: CodeProblem, Message: err.Error()}}
	}
	return issues
}

// merge adds the issues that are about something that no issue so far is
// about. An issue of the record as a whole says nothing of its parts.
func merge(issues []mtss.Issue, more ...mtss.Issue) []mtss.Issue {
	if len(issues) == 0 {
		return more
	}
	said, around := map[string]bool{}, map[string]bool{}
	for _, issue := range issues {
		said[issue.Path] = true
		for _, path := range ancestors(issue.Path) {
			around[path] = true
		}
	}
	for _, issue := range more {
		known := issue.Path != "" && (said[issue.Path] || around[issue.Path])
		for _, path := range ancestors(issue.Path) {
			known = known || said[path]
		}
		if !known {
			issues = append(issues, issue)
		}
	}
	return issues
}

// ancestors returns the paths above a path, the whole document left out.
func ancestors(path string) (above []string) {
	for i := strings.LastIndexByte(path, '/'); i > 0; i = strings.LastIndexByte(path[:i], '/') {
		above = append(above, path[:i])
	}
	return above
}
