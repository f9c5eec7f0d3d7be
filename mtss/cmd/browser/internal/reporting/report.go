// Package reporting answers what a page asks of the report without a server: it takes
// files as they are, and gives profiles, a page of them and the problems of each file
// back.
package reporting

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"path"
	"runtime/debug"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// Request is what a report is asked for.
type Request struct {
	// Units are those to show, each by its id and, if it is known, its kind; none is
	// the single one at the top of the documents. Several are compared.
	Units []mtss.Unit `json:"units"`
	// On is the day, as YYYY-MM-DD; "" is the latest of the documents.
	On string `json:"on"`
	// Known is the day by which documents are to be known, as YYYY-MM-DD: what was
	// recorded after it does not count. "" is whatever is known.
	Known string `json:"known"`
	// Files are the names of the files, each once, in the order of what they hold.
	Files []string `json:"files"`
}

// Answer is what a report says.
type Answer struct {
	// Profiles are those of the units asked for.
	Profiles []profile.Profile `json:"profiles"`
	// Page shows them, as one HTML file; "" if one of them could not be made.
	Page string `json:"page"`
}

// Problem is what is wrong at one place of one file.
type Problem struct {
	// File is the file; "" for all of them together.
	File string `json:"file"`
	mtss.Problem
}

// Of makes a report of files. A file that is read in part counts as far as it is good.
func Of(request Request, contents [][]byte) (answer Answer, problems []Problem) {
	answer.Profiles = []profile.Profile{}
	documents, problems := read(request.Files, contents)
	whole := func(err error) { problems = append(problems, inFile("", 0, err)...) }
	options := profile.Options{MadeBy: Version()}
	good := true
	for _, day := range []struct {
		path, text string
		to         *mtss.Date
	}{{"/on", request.On, &options.On}, {"/known", request.Known, &options.KnownOn}} {
		if day.text != "" && day.to.UnmarshalText([]byte(day.text)) != nil {
			whole(mtss.Issuef(day.path, profile.CodeDay, "is %q, want a day as YYYY-MM-DD", day.text))
			good = false
		}
	}
	if !good {
		return answer, problems
	}
	units := request.Units
	if len(units) == 0 {
		units = []mtss.Unit{{}}
	}
	for _, options.Unit = range units {
		p, err := profile.Of(documents, options)
		whole(err)
		if p.Unit.ID != "" {
			answer.Profiles = append(answer.Profiles, p)
		}
	}
	if len(answer.Profiles) == len(units) {
		var b bytes.Buffer
		whole(page.Write(&b, documents.Words(), answer.Profiles...))
		answer.Page = b.String()
	}
	return answer, problems
}

// read reads the documents of files.
func read(files []string, contents [][]byte) (documents profile.Documents, problems []Problem) {
	folder := fstest.MapFS{} // the library reads folders; this one is in memory
	names := map[string]string{}
	for i, name := range files {
		clean := strings.TrimPrefix(path.Clean("/"+name), "/")
		if _, twice := folder[clean]; twice || clean == "" || i >= len(contents) {
			problems = append(problems, inFile(name, 0, mtss.Issuef("", scoring.CodeProblem, "there are two files of this name, or none; the first is used"))...)
			continue
		}
		folder[clean], names[clean] = &fstest.MapFile{Data: contents[i]}, name
	}
	documents, err := profile.Read(folder)
	for _, err := range each(err) {
		var file *profile.FileError
		switch {
		case !errors.As(err, &file):
			problems = append(problems, inFile("", 0, err)...)
		case file.Line > 0:
			problems = append(problems, inFile(names[file.File], file.Line, file.Err)...)
		default:
			problems = append(problems, of(names[file.File], scoring.DocumentProblems(names[file.File], folder[file.File].Data, file.Err))...)
		}
	}
	return documents, problems
}

func inFile(name string, line int, err error) []Problem {
	return of(name, scoring.Problems(name, line, err))
}

func of(name string, found []mtss.Problem) (problems []Problem) {
	for _, p := range found {
		problems = append(problems, Problem{File: cmp.Or(name, p.File), Problem: p})
	}
	return problems
}

// Call is Of for a caller that has the request as JSON.
func Call(request string, contents [][]byte) (answer, problems []byte) {
	var asked Request
	var said Answer
	var found []Problem
	if err := json.Unmarshal([]byte(request), &asked); err != nil {
		found = []Problem{{Problem: mtss.Problem{Issue: mtss.Issue{Code: strict.CodeSyntax, Message: err.Error()}}}}
	} else {
		said, found = Of(asked, contents)
	}
	return marshal(said), marshal(found)
}

func marshal(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // profiles that were just made, texts and numbers always marshal
	}
	return data
}

func each(err error) []error {
	if joined, is := err.(interface{ Unwrap() []error }); is {
		return joined.Unwrap()
	}
	return slices.DeleteFunc([]error{err}, func(err error) bool { return err == nil })
}

// Version is that of this module.
func Version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return cmp.Or(info.Main.Version, "(devel)")
	}
	return ""
}
