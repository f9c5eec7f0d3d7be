package files_test

import (
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// A folder is os.DirFS("rules") as a rule; here it is in the program.
func ExampleFolder() {
	folder := fstest.MapFS{
		"rules.yaml": {Data: []byte(`
kind: ruleSet
schemaVersion: 1
measures:
  staff: {kind: tally, unit: people}
rules:
  - id: commit # as the board decided
    require: {measure: staff, atLeast: 80%}
`)},
		"cases.csv": {Data: []byte("name,rule,on,verdict,staff\non the bound,commit,2026-01-20,met,40/50\nbelow it,commit,2026-01-20,met,39/50\n")},
	}
	report := suite.Run(files.Folder(folder), rule.Vocabulary{})
	fmt.Println(strings.Join(report.Lines(), "\n"))
	// Output:
	// FAIL  cases.csv:3  below it
	//   expected: verdict met
	//   got:      verdict not met, applies yes
	//   commit: not met.
	//   staff is 39 of 50 people (78.0%), which is not at least 80%; 1 more person needed.
	// 1 rule, 2 cases: 1 passed, 1 failed; 0 problems, 0 gaps
}
