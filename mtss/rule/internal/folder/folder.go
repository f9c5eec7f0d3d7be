// Package folder has one job: it reads a folder of rules and cases, each file by
// its own kind, and compiles the sets, for what runs cases and for what looks
// rules over.
package folder

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Codes are those of package suite, for what is wrong with a folder.
type Codes struct {
	// Read is of a file that cannot be read.
	Read mtss.Code
	// Kind is of a file that is neither a rule set nor cases.
	Kind mtss.Code
	// SetRepeated is of two rule sets with one id.
	SetRepeated mtss.Code
}

// Set is a rule set with its file and, if it is sound, its rulebook.
type Set struct {
	// Name is the name of the file.
	Name string
	// Doc is the file as it was read.
	Doc *strict.Document
	// Set is the set.
	Set rule.Set
	// Book is its rulebook; nil if there are problems.
	Book *rule.Rulebook
}

// Cases takes in a file of cases.
type Cases func(name string, doc *strict.Document, data []byte) error

// Folder is what was read.
type Folder struct {
	// Sets are the rule sets, in the order of their files.
	Sets []Set
	// Problems are what was wrong.
	Problems []mtss.Problem

	codes Codes
	cases Cases
	byID  map[string]*Set
}

// New returns an empty folder, whose cases go to a function.
func New(codes Codes, cases Cases) *Folder {
	return &Folder{Problems: []mtss.Problem{}, codes: codes, cases: cases, byID: map[string]*Set{}}
}

// Report adds the issues of an error in a file, each with its line. A prefix is
// where in the file the paths of the issues begin.
func (f *Folder) Report(name string, doc *strict.Document, prefix string, err error) {
	issues := mtss.Issues(err)
	if prefix == "" {
		doc.Sort(issues)
	}
	for _, i := range issues {
		i.Path = prefix + i.Path
		f.Problems = append(f.Problems, mtss.Problem{File: name, Line: doc.Line(i.Path), Issue: i})
	}
}

// Whole adds a problem of a file, or of the folder, as a whole.
func (f *Folder) Whole(name string, issue mtss.Issue) {
	f.Problems = append(f.Problems, mtss.Problem{File: name, Issue: issue})
}

// Add takes in a file, or why it could not be read.
func (f *Folder) Add(name string, data []byte, err error) {
	if err != nil {
		f.Whole(name, mtss.Issuef("", f.codes.Read, "%s", err))
		return
	}
	doc, issues := strict.Parse(data)
	if len(issues) > 0 {
		f.Report(name, doc, "", strict.Invalid(issues))
		return
	}
	switch kind := doc.Kind(); kind {
	case "ruleSet":
		set, err := rule.DecodeSet(data)
		f.Report(name, doc, "", err)
		if err == nil {
			f.Sets = append(f.Sets, Set{Name: name, Doc: doc, Set: set})
		}
	case "cases":
		f.Report(name, doc, "", f.cases(name, doc, data))
	default:
		f.Report(name, doc, "", mtss.Issuef("/kind", f.codes.Kind, `kind %q, want "ruleSet" or "cases"`, kind))
	}
}

// Compile makes the rulebooks, each with the sets that it refines, once every
// file is there.
func (f *Folder) Compile(vocabulary rule.Vocabulary) {
	for i := range f.Sets {
		s := &f.Sets[i]
		if other, taken := f.byID[s.Set.ID]; taken && s.Set.ID != "" {
			f.Report(s.Name, s.Doc, "", mtss.Issuef("/id", f.codes.SetRepeated, "set %q is in %s already", s.Set.ID, other.Name))
			continue
		}
		f.byID[s.Set.ID] = s
	}
	for i := range f.Sets {
		s := &f.Sets[i]
		var above []rule.Set
		for _, higher := range f.Chain(s)[1:] {
			above = append(above, higher.Set)
		}
		book, err := rule.CompileSet(vocabulary, s.Set, above...)
		f.Report(s.Name, s.Doc, "", err)
		s.Book = book
	}
}

// Chain returns a set and those that it refines, as far as they are there, the
// lowest first.
func (f *Folder) Chain(s *Set) []*Set {
	chain := []*Set{s}
	for s.Set.Refines != "" {
		s = f.byID[s.Set.Refines]
		if s == nil || slices.ContainsFunc(chain, func(o *Set) bool { return o.Set.ID == s.Set.ID }) {
			break
		}
		chain = append(chain, s)
	}
	return chain
}

// Leaves returns the comparisons behind a decision, in order.
func Leaves(d rule.Decision) (found []rule.Finding) {
	var walk func(f rule.Finding)
	walk = func(f rule.Finding) {
		if len(f.Children) == 0 {
			found = append(found, f)
		}
		for _, child := range f.Children {
			walk(child)
		}
	}
	for _, f := range []*rule.Finding{d.When, d.Require} {
		if f != nil {
			walk(*f)
		}
	}
	return found
}
