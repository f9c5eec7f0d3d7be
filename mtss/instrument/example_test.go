package instrument_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// An instrument that a school made up, and what it filled in: item 3 is still to
// be scored.
const (
	walkJSON = `{"kind":"definition","schemaVersion":1,"id":"hallway-walk","version":"2026","title":"Hallway walk of an invented school",
"scales":[{"id":"0-2","scores":[0,1,2]}],
"items":[{"id":"1","scale":"0-2"},{"id":"2","scale":"0-2"},{"id":"3","scale":"0-2"}],
"total":"points",
"criteria":[{"id":"ready","title":"Ready for a second hallway","require":{"measure":"total","atLeast":"75%"},"source":{"title":"Team minutes"},"provenance":"confirmed"}],
"facts":[{"id":"form","covers":["","/criteria/0"],"says":"the school's own form","provenance":"confirmed","source":{"title":"Team minutes"}}]}`
	walkedJSON = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"hallway-walk","version":"2026"},
"unit":{"id":"s-1","kind":"school"},"date":"2026-01-20","administeredBy":{"role":"coach","trainedOn":"2025-09-01"},
"responses":{"1":2,"2":1,"3":null}}`
)

func Example() {
	definition, err := instrument.DecodeDefinition([]byte(walkJSON))
	if err != nil {
		log.Fatal(err) // every problem at once, each with a path and a code
	}
	scorer, err := instrument.Compile(definition)
	if err != nil {
		log.Fatal(err)
	}
	administration, err := instrument.DecodeAdministration([]byte(walkedJSON))
	if err != nil {
		log.Fatal(err)
	}
	result, err := scorer.Score(administration)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Join(result.Lines(), "\n")) // the scores, and why
	// Output:
	// school s-1: hallway-walk@2026, 2026-01-20
	//   total                               3 of 6 points  50.0% to 83.3%, 2 unknown
	//   unknown: no score yet for item 3; depending on it, the total is 50.0% to 83.3%
	//   criterion ready: undetermined
	//     total is 3 to 5 of 6 points (50.0% to 83.3%) with 2 unknown, so whether it is at least 75% is undetermined; 2 more points needed, none if every unknown turns out well.
	//     source: Team minutes
}

// walked makes ready what walkJSON and walkedJSON hold.
func walked() (*instrument.Scorer, instrument.Administration) {
	definition, err := instrument.DecodeDefinition([]byte(walkJSON))
	if err != nil {
		log.Fatal(err)
	}
	scorer, err := instrument.Compile(definition)
	if err != nil {
		log.Fatal(err)
	}
	administration, err := instrument.DecodeAdministration([]byte(walkedJSON))
	if err != nil {
		log.Fatal(err)
	}
	return scorer, administration
}

// A rule of one's own judges what an assessment measured, with its unknowns.
func ExampleResult_Facts() {
	scorer, administration := walked()
	result, err := scorer.Score(administration)
	if err != nil {
		log.Fatal(err)
	}
	vocabulary := scorer.Definition().Vocabulary("walk") // walk.total, walk.ready.met
	half, err := rule.Compile("", rule.Node{Measure: "walk.total", Comparison: rule.Comparison{AtLeast: "50%"}}, vocabulary)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("half of the points:", half.Verdict(vocabulary.Values(result.Facts("walk"))))
	fmt.Println("ready:", result.Criteria[0].Verdict)
	// Output:
	// half of the points: met
	// ready: undetermined
}

// The fewest points that meet a criterion, whatever is still unknown.
func ExampleScorer_Goals() {
	scorer, administration := walked()
	goals, err := scorer.Goals(administration, "ready")
	if err != nil {
		log.Fatal(err)
	}
	for _, gain := range goals.Gains {
		fmt.Printf("item %s from %d to %d\n", gain.Item, gain.From, gain.To)
	}
	// Output:
	// item 2 from 1 to 2
	// item 3 from 0 to 1
}
