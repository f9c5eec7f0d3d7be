package suite_test

import (
	"fmt"

	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// A district raised its bound; the case of last year still passes, and one of this
// year was not thought through.
func Example() {
	rules := `{"kind":"ruleSet","schemaVersion":1,"measures":{"staff":{"kind":"tally","unit":"people"}},"rules":[
{"id":"commit","title":"staff are committed","until":"2025-07-31","require":{"measure":"staff","atLeast":"80%"}},
{"id":"commit","title":"staff are committed","since":"2025-08-01","require":{"measure":"staff","moreThan":"80%"}}]}`
	cases := `{"kind":"cases","schemaVersion":1,"cases":[
{"name":"last year","rule":"commit","on":"2025-01-20","facts":{"staff":"40/50"},"expect":{"verdict":"met"}},
{"name":"this year","rule":"commit","on":"2026-01-20","facts":{"staff":"40/50"},"expect":{"verdict":"met"}}]}`
	report := suite.Run([]suite.File{{Name: "rules.json", Data: []byte(rules)}, {Name: "cases.json", Data: []byte(cases)}}, rule.Vocabulary{})
	for _, failure := range report.Failures() {
		for _, line := range failure.Lines() {
			fmt.Println(line)
		}
	}
	// Output:
	// FAIL  cases.json:3  this year
	//   expected: verdict met
	//   got:      verdict not met, applies yes
	//   commit, staff are committed: not met.
	//   staff is 40 of 50 people (80.0%), which is not more than 80%; 1 more person needed.
}

// A table of rules becomes a document of rules.
func ExampleFromCSV() {
	table := `id,measure,kind,unit,comparison,threshold,since,source
commit,staff,tally,people,atLeast,80%,2025-08-01,District handbook
`
	document, problems := suite.FromCSV(suite.File{Name: "rules.csv", Data: []byte(table)})
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	set, err := rule.DecodeSet(document)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(set.Rules[0].Require.AtLeast, set.Rules[0].Source.Title)
	// Output: 80% District handbook
}
