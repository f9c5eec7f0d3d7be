package suite

import (
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Report is how a folder's cases came out.
type Report struct {
	// Rules is how many rules the folder has, versions of a rule counted once.
	Rules int `json:"rules"`
	// Results holds every case that could be judged, in the order of files and cases.
	Results []Result `json:"results"`
	// Problems are what could not be read or judged.
	Problems []Problem `json:"problems"`
	// Gaps are what no case looks at; they fail nothing.
	Gaps []Gap `json:"gaps"`
}

// Result is one case and what its rule said.
type Result struct {
	// File is the file of the case.
	File string `json:"file"`
	// Line is where the case begins, from 1.
	Line int `json:"line"`
	// Name is the name of the case.
	Name string `json:"name"`
	// Rule is the id of its rule.
	Rule string `json:"rule"`
	// Passed reports whether the rule said what was expected.
	Passed bool `json:"passed"`
	// Expected is what the case expects.
	Expected Expect `json:"expected"`
	// Decision is what the rule said.
	Decision rule.Decision `json:"decision"`
}

// OK reports whether there is no problem and every case passed.
func (r Report) OK() bool { return len(r.Problems) == 0 && len(r.Failures()) == 0 }

// Failures returns the results of the cases that failed.
func (r Report) Failures() []Result {
	failures := []Result{}
	for _, result := range r.Results {
		if !result.Passed {
			failures = append(failures, result)
		}
	}
	return failures
}

// Run judges the cases of a folder by its rule sets, each file read by its own kind. vocabulary holds measures
// that the sets use without declaring them. What is wrong is in the report, by
// the codes of this package, of strict reading and of package rule; what can
// be judged beside it is.
func Run(files []File, vocabulary rule.Vocabulary) Report {
	f := load(files)
	f.compile(vocabulary)
	index := f.index()
	report := Report{Rules: len(index), Results: []Result{}}
	seen, cases := coverage{}, 0
	for _, file := range f.cases {
		cases += len(file.cases)
		for i, c := range file.cases {
			at := pointer.Element("/cases", i)
			set, issue := find(file.name, c, index)
			if issue != nil {
				f.add(file.name, file.doc, at, *issue)
				continue
			}
			if set.book == nil { // its own problems are reported
				continue
			}
			decision, passed, err := c.Run(set.book)
			if err != nil {
				f.add(file.name, file.doc, at, err)
				continue
			}
			seen.see(set, decision)
			report.Results = append(report.Results, Result{File: file.name, Line: file.doc.Line(at), Name: c.Name, Rule: c.Rule, Passed: passed, Expected: c.Expect, Decision: decision})
		}
	}
	if cases == 0 {
		f.whole(".", CodeEmpty, "the folder has no cases, want at least one in a .json file, which mtss rules convert makes of a .csv table")
	}
	report.Gaps = seen.gaps(f.sets)
	report.Problems = append([]Problem{}, f.problems...)
	return report
}

// find returns the set whose rule a case tests.
func find(file string, c Case, index map[string][]*setFile) (*setFile, *mtss.Issue) {
	sets := index[c.Rule]
	if len(sets) == 0 {
		issue := mtss.Issuef("/rule", CodeCaseRule, "no rule set of the folder has a rule %q", c.Rule)
		return nil, &issue
	}
	set := choose(file, sets)
	if set == nil {
		issue := mtss.Issuef("/rule", CodeCaseAmbiguous, "%d rule sets have a rule %q, and none refines the others; put the case in the folder of its set", len(sets), c.Rule)
		return nil, &issue
	}
	return set, nil
}
