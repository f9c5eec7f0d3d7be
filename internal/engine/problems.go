package engine

import (
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// The codes of problems that are not of one document.
const (
	// CodeDefinition: the definition that a record, a completion or the call asks for is not there, or is given twice.
	CodeDefinition mtss.Code = "cli.definition"
	// CodeProblem: an error without a code of its own, such as a failing output.
	CodeProblem mtss.Code = "cli.problem"
)

// Problem is what is wrong at one place of an input.
type Problem struct {
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
}

// Problems gives issues their lines.
func Problems(lineOf func(path string) int, issues []mtss.Issue) (all []Problem) {
	for _, issue := range issues {
		p := Problem{Line: lineOf(issue.Path), Path: issue.Path, Code: issue.Code, Message: issue.Message}
		if len(issue.Params) > 0 {
			p.Template, p.Params = issue.Template, issue.Params
		}
		all = append(all, p)
	}
	return all
}

// DocumentProblems are those of an input that is one document, in its order.
func DocumentProblems(data []byte, err error) []Problem {
	document, _ := strict.Parse(data) // as far as it can be read
	issues := Of(err)
	document.Sort(issues)
	return Problems(document.Line, issues)
}

// Of returns the issues of an error, and one for an error without any.
func Of(err error) []mtss.Issue {
	issues := mtss.Issues(err)
	if err != nil && len(issues) == 0 {
		issues = []mtss.Issue{{Code: CodeProblem, Message: err.Error()}}
	}
	return issues
}

// Scorers are the definitions that records are scored by.
type Scorers map[instrument.Ref]*instrument.Scorer

// Issues returns every problem of a record in the record's order: err, which
// came from reading or scoring it, and what its definition finds in what could
// be read. Without a definition, its items are not looked at.
func Issues(record records.Record, err error, scorer *instrument.Scorer) []mtss.Issue {
	issues := Of(err)
	if scorer != nil {
		_, more := scorer.Responses(record.Administration)
		issues = Merge(issues, mtss.Issues(more)...)
	}
	record.Sort(issues)
	return issues
}

// Merge adds the issues that are about something that no issue so far is
// about: what could not be read is also missing, and needs no second mention.
// An issue of the record as a whole says nothing of its parts.
func Merge(issues []mtss.Issue, more ...mtss.Issue) []mtss.Issue {
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

// NoDefinition says that a record's instrument is not among those that are
// scored by.
func (s Scorers) NoDefinition(ref instrument.Ref) mtss.Issue {
	var names []string
	for known := range maps.Keys(s) {
		names = append(names, known.String())
	}
	slices.Sort(names)
	if near := s.nearby(ref); near != "" {
		return mtss.Issuef("/instrument", CodeDefinition, "no definition of %s, did you mean %s? There are %s", ref.String(), near, strings.Join(names, ", "))
	}
	return mtss.Issuef("/instrument", CodeDefinition, "no definition of %s, want one of %s", ref.String(), strings.Join(names, ", "))
}

// nearby returns the name that was probably meant: that of an instrument of this id, or
// of the nearest, and of this version, or of the one that begins as it does, as 3.0 does
// with 3; "" if none is near.
func (s Scorers) nearby(ref instrument.Ref) string {
	var ids, versions []string
	for known := range s {
		ids = append(ids, known.ID)
	}
	slices.Sort(ids)
	id := ref.ID
	if !slices.Contains(ids, id) {
		id = strict.Nearest(id, ids)
	}
	for known := range s {
		if known.ID == id && (known.Version == ref.Version || strings.HasPrefix(known.Version, ref.Version+".") || strings.HasPrefix(ref.Version, known.Version+".")) {
			versions = append(versions, known.String())
		}
	}
	if len(versions) != 1 {
		return ""
	}
	return versions[0]
}
