package lint_test

import (
	"fmt"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/lint"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

func ExampleLint() {
	rules := []byte(`{"kind":"ruleSet","schemaVersion":1,"measures":{"staff":{"kind":"tally","unit":"people"}},"rules":[
{"id":"most","source":{"title":"Guide"},"require":{"measure":"staff","atLeast":"80%"}},
{"id":"few","source":{"title":"Guide"},"require":{"measure":"staff","lessThan":"50%"}}]}`)
	files := []suite.File{{Name: "rules.json", Data: rules}}
	findings, problems := lint.Lint(files, rule.Vocabulary{})
	for _, f := range append(problems, findings...) {
		fmt.Printf("%s:%d: %s\n", f.File, f.Line, f.Message)
	}
	// Output:
	// rules.json:3: rules "most" and "few" are in force together and cannot both hold: staff is wanted at least 80% and less than 50%
}

func ExamplePropose() {
	rules := []byte(`{"kind":"ruleSet","schemaVersion":1,"measures":{"staff":{"kind":"tally","unit":"people"}},"rules":[
{"id":"most","require":{"measure":"staff","atLeast":"80%"}}]}`)
	book, found, day, problems := suite.Find([]suite.File{{Name: "rules.json", Data: rules}}, rule.Vocabulary{}, "most", mtss.Date{})
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	cases, _ := lint.Propose(book, found.ID, day)
	for _, c := range cases.Cases {
		fmt.Println(c.Facts[0].Text, c.Expect.Verdict)
	}
	// Output:
	// 7/10 notMet
	// 8/10 met
	// 9/10 met
}
