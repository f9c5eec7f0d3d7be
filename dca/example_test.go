package dca_test

import (
	_ "embed"
	"errors"
	"fmt"
	"log"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// completionJSON calls itself illustrative: its map of items to subscales is
// made up. Make your own from your copy of the instrument.
//
//go:embed testdata/completion.json
var completionJSON []byte

//go:embed testdata/administration.json
var administrationJSON []byte

func ExampleScore() {
	completion, err := instrument.DecodeCompletion(completionJSON) // from your copy of the DCA
	if err != nil {
		log.Fatal(err)
	}
	definition, err := dca.Complete(completion)
	if err != nil {
		log.Fatal(err)
	}
	administration, err := instrument.DecodeAdministration(administrationJSON) // what the district submitted
	if err != nil {
		log.Fatal(err)
	}
	result, err := dca.Score(definition, administration)
	if err != nil {
		log.Fatal(err) // mtss.Issues(err) lists every problem
	}
	for _, line := range result.Lines() { // what the district scores, and why
		fmt.Println(line)
	}
	// Output:
	// district d-0017: dca@7.7, 2026-01-20
	//   total                             43 of 54 points   79.6%
	//   leadership                        15 of 16 points   93.8%
	//   competency                        15 of 22 points   68.2%
	//   organization                      13 of 16 points   81.3%
	//   criterion minimum-capacity: not met; in all, 3 more points needed
	//     All of these are wanted: 0 of 2 met, so not met.
	//     total is 43 of 54 points (79.6%), which is not at least 80%; 1 more point needed.
	//     All of these are wanted: 2 of 3 met, so not met.
	//     leadership is 15 of 16 points (93.8%), which is at least 80%.
	//     competency is 15 of 22 points (68.2%), which is not at least 80%; 3 more points needed.
	//     organization is 13 of 16 points (81.3%), which is at least 80%.
	//     source: District Capacity Assessment (DCA), MiMTSS Technical Assistance Center, https://mimtsstac.org/district-capacity-assessment-dca
	//   caveat: what dca@7.7 lacks was supplied by the completion "illustration, not the instrument's own map"
	//   caveat: the completion is illustrative: its numbers are made up, and the result is not a measurement
	//   caveat: inferred: items are scored 0, 1 or 2: the top score of 2 is stated for items 25 to 27, the three-point key for the State Capacity Assessment of the same family
	//   caveat: unconfirmed: supplied by the completion "illustration, not the instrument's own map"
	//   caveat: by whom it was administered is not stated
	//   caveat: inferred: criterion "minimum-capacity": 80 percent is suggested until further validation research is conducted; that every subscale must reach it is the natural reading of the source, not its wording
}

func ExampleScore_invalid() {
	_, err := dca.Score(dca.V77(), instrument.Administration{
		Instrument: instrument.Ref{ID: "dca", Version: "7.7"},
		Unit:       mtss.Unit{ID: "d-0017", Kind: mtss.KindDistrict},
		Date:       mtss.Date{Year: 2026, Month: 2, Day: 30},
		Responses:  instrument.Responses{{Item: "1", Score: 3}, {Item: "2", Score: 1}, {Item: "2", Score: 2}, {Item: "x", Score: 1}},
	})
	fmt.Println(err)
	for _, issue := range mtss.Issues(err) {
		fmt.Printf("- %s at %s\n", issue.Code, issue.Path)
	}
	fmt.Println("a score off the scale:", errors.Is(err, instrument.CodeScore))
	// Output:
	// /date: has no valid date, want a day of the calendar (and 3 more)
	// - instrument.date at /date
	// - instrument.score at /responses/1
	// - instrument.answer.repeated at /responses/2
	// - instrument.item.unknown at /responses/x
	// a score off the scale: true
}

func ExampleComplete() {
	for _, lack := range dca.V77().Lacks {
		fmt.Printf("lacks %s: %s\n", lack.Of, lack.Says)
	}
	completion, err := instrument.DecodeCompletion(completionJSON)
	if err != nil {
		log.Fatal(err)
	}
	definition, err := dca.Complete(completion)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("then lacks", len(definition.Lacks), "and is completed by", definition.CompletedBy.Name)
	fmt.Println("illustrative:", definition.CompletedBy.Illustrative)
	// Output:
	// lacks items: the number of items is not confirmed; 27 are certain
	// lacks subscales: which items make up which subscale is not confirmed
	// lacks total: that the total pools the points of all items is not confirmed
	// then lacks 0 and is completed by illustration, not the instrument's own map
	// illustrative: true
}
