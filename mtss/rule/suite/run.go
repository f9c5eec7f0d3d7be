package suite

import (
	"fmt"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// CaseReport tells how the cases of a folder came out.
type CaseReport struct {
	// Rules is how many rules the folder has, versions of a rule counted once.
	Rules int `json:"rules"`
	// Results holds every case that could be judged, in the order of files and cases.
	Results []CaseResult `json:"results"`
	// Problems are what could not be read or judged.
	Problems []mtss.Problem `json:"problems"`
	// Gaps are what the cases leave untested; they do not fail the folder.
	Gaps []CoverageGap `json:"gaps"`
}

// CaseResult is one case and what its rule said.
type CaseResult struct {
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

// OK reports whether there are no problems and every case passed.
func (r CaseReport) OK() bool { return len(r.Problems) == 0 && len(r.Failures()) == 0 }

// Failures returns the results of the cases that failed.
func (r CaseReport) Failures() []CaseResult {
	failures := []CaseResult{}
	for _, result := range r.Results {
		if !result.Passed {
			failures = append(failures, result)
		}
	}
	return failures
}

// Run judges the cases of a folder by its rule sets, each file read by its own
// kind. vocabulary holds measures that the sets use without declaring them. What
// is wrong is in the report, by the codes of this package, of strict reading and
// of package rule; the rest is judged all the same.
func Run(files []File, vocabulary rule.Vocabulary) CaseReport {
	o := open(files, vocabulary)
	report := CaseReport{Rules: len(o.index), Results: []CaseResult{}}
	seen, cases, places := coverage{}, 0, map[caseKey]string{}
	for _, file := range o.cases {
		cases += len(file.cases)
		for i, c := range file.cases {
			at := pointer.Element("/cases", i)
			set, err := o.find(file.name, c.Rule)
			if err != nil && o.lostRules && len(o.index[c.Rule]) == 0 { // it may be there
				continue
			}
			if err != nil {
				o.Report(file.name, file.doc, at, err)
				continue
			}
			if set.Book == nil { // its own problems are reported
				continue
			}
			key := caseKey{set, c.Rule, c.Name}
			if first, twice := places[key]; twice {
				o.Report(file.name, file.doc, at, mtss.Issuef("/name", CodeCaseRepeated, "case %q of rule %q is in %s already; leave one out, or name what tells them apart", c.Name, c.Rule, first))
				continue
			}
			places[key] = fmt.Sprintf("%s, line %d,", file.name, file.doc.Line(at))
			decision, passed, err := c.Run(set.Book)
			if err != nil {
				o.Report(file.name, file.doc, at, err)
				continue
			}
			seen.see(set, decision, c)
			report.Results = append(report.Results, CaseResult{File: file.name, Line: file.doc.Line(at), Name: c.Name, Rule: c.Rule, Passed: passed, Expected: c.Expect, Decision: decision})
		}
	}
	if cases == 0 && !o.lostCases {
		o.Whole(".", mtss.Issuef("", CodeEmpty, "the folder has no cases, want at least one in a .yaml, .json or .csv file"))
	}
	report.Gaps, report.Problems = seen.gaps(o.Sets), o.Problems
	return report
}
