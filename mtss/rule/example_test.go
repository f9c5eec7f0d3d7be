package rule_test

import (
	"fmt"
	"log"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// A criterion is judged, and says what is missing.
func Example() {
	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "total", Kind: rule.KindTally, Unit: "points"}}}
	node := rule.Node{Measure: "total", Comparison: rule.Comparison{AtLeast: "80%"}}
	judge, err := rule.Compile("/require", node, vocabulary)
	if err != nil {
		log.Fatal(err)
	}
	facts := rule.Facts{"total": rule.Of(mtss.Tally{Earned: 43, Possible: 54})}
	finding := judge.Explain(vocabulary.Values(facts))
	fmt.Println(finding.Verdict, finding.Sentences())
	// Output:
	// notMet [total is 43 of 54 points (79.6%), which is not at least 80%; 1 more point needed.]
}

func ExampleCompile() {
	vocabulary := rule.Vocabulary{
		Measures: []rule.Measure{
			{Name: "total", Kind: rule.KindTally, Unit: "points"},
			{Name: "practitioners", Kind: rule.KindTally, Unit: "people"},
		},
	}
	judge, err := rule.Compile("/require", rule.Node{All: []rule.Node{
		{Measure: "total", Comparison: rule.Comparison{AtLeast: "80%"}},
		{Measure: "practitioners", Comparison: rule.Comparison{AtLeast: "1/2"}},
	}}, vocabulary)
	if err != nil {
		log.Fatal(err)
	}
	finding := judge.Explain(vocabulary.Values(rule.Facts{
		"total":         rule.Of(mtss.Tally{Earned: 43, Possible: 54}),
		"practitioners": rule.Of(mtss.Tally{Earned: 4, Possible: 10, Unknown: 3}),
	}))
	fmt.Println(finding.Verdict)
	for _, sentence := range finding.Sentences() {
		fmt.Println(sentence)
	}
	// Output:
	// notMet
	// All of these are wanted: 0 of 2 met, so not met.
	// total is 43 of 54 points (79.6%), which is not at least 80%; 1 more point needed.
	// practitioners is 4 to 7 of 10 people (40.0% to 70.0%) with 3 unknown, so whether it is at least 1/2 is undetermined; 1 more person needed, none if every unknown turns out well.
}

func ExampleCompile_invalid() {
	_, err := rule.Compile("/rules/0/require", rule.Node{All: []rule.Node{
		{Measure: "totl", Comparison: rule.Comparison{AtLeast: "80%"}},
		{Measure: "total", Comparison: rule.Comparison{AtLeast: "80"}},
	}}, rule.Vocabulary{Measures: []rule.Measure{{Name: "total", Kind: rule.KindTally, Unit: "points"}}})
	for _, issue := range mtss.Issues(err) {
		fmt.Println(issue)
	}
	// Output:
	// /rules/0/require/all/0/measure: measure "totl" is unknown, did you mean total?
	// /rules/0/require/all/1/atLeast: measure "total": "80" is not a share, want a fraction such as "4/5" or a percentage such as "80%", or a count with its unit such as "5 points"
}
