package scoring

import (
	"errors"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Problems tells of an error that concerns a line, or an input as a whole if line is
// 0; nil is none. An error without codes has CodeProblem. One that says its place, or is
// joined of some that do, as those of package profile are, is told there.
func Problems(file string, line int, err error) []mtss.Problem {
	return placedProblems("", file, line, err)
}

// NoticeOf tells of a notice.
func NoticeOf(file string, line int, n mtss.Notice) mtss.Problem {
	p := located(file, func(string) int { return line }, []mtss.Issue{{Code: n.Code, Message: n.Message, Template: n.Template, Params: n.Params}})[0]
	p.Notice = true
	return p
}

// DocumentProblems tells what is wrong with a file that holds one document, in its
// order and each with its line; data is nil if the file could not be read.
func DocumentProblems(file string, data []byte, err error) []mtss.Problem {
	if data == nil {
		return Problems(file, 0, err)
	}
	return RecordProblems(file, records.Record{Line: 1, Data: data}, nil, err)
}

// InFolder tells of problems with the files of a folder, which are named as its caller
// named the folder, "./ours" or "ours/"; in the folder "", they keep their own names.
func InFolder(folder string, problems []mtss.Problem) (all []mtss.Problem) {
	for _, p := range problems {
		all = append(all, Problems(within(folder, p.File), p.Line, p.Issue)...)
	}
	return all
}

// within names a file of a folder.
func within(folder, file string) string {
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
func FileProblems(folder string, err error) (all []mtss.Problem) {
	return placedProblems(folder, folder, 0, err)
}

func placedProblems(folder, file string, line int, err error) (all []mtss.Problem) {
	var placed interface {
		error
		Place() (file string, line int, data []byte)
		Unwrap() error
	}
	if !errors.As(err, &placed) {
		return located(file, func(string) int { return line }, issuesOf(err))
	}
	each := []error{err}
	if joined, is := err.(interface{ Unwrap() []error }); is {
		each = joined.Unwrap()
	}
	for _, err := range each {
		if !errors.As(err, &placed) {
			all = append(all, Problems(file, line, err)...)
			continue
		}
		file, line, data := placed.Place()
		if file = within(folder, file); line == 0 {
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
func RecordProblems(file string, record records.Record, definition *instrument.Scorer, errs ...error) []mtss.Problem {
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

// check tells of a record what scoring it would tell. A record of an instrument of
// somebody's own, which none of these is like, is looked at without its items.
func (s Scorers) check(file string, record records.Record, corrections *Corrections, err error) []mtss.Problem {
	ref := record.Administration.Instrument
	if err != nil {
		var other error
		if s[ref] == nil && s.likely(ref) {
			_, other = s.Of(ref)
		}
		return RecordProblems(file, record, s[ref], err, other)
	}
	counts, problems := corrections.Counts(file, &record)
	if !counts {
		return problems
	}
	scorer, err := s.Of(ref)
	if scorer != nil {
		_, err = scorer.Score(record.Administration)
	} else if !s.likely(ref) {
		err = nil
	}
	return append(problems, RecordProblems(file, record, scorer, err)...)
}

// likely reports whether a name that is not known is meant to be one that is.
func (s Scorers) likely(ref instrument.Ref) bool {
	for known := range s {
		if known.ID == ref.ID {
			return true
		}
	}
	return s.nearby(ref) != ""
}

// located gives issues their places.
func located(file string, lineOf func(path string) int, issues []mtss.Issue) (all []mtss.Problem) {
	for _, issue := range issues {
		if len(issue.Params) == 0 {
			issue.Template, issue.Params = "", nil
		}
		all = append(all, mtss.Problem{File: file, Line: lineOf(issue.Path), Issue: issue})
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
