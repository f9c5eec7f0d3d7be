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
	completion, err1 := instrument.DecodeCompletion(completionJSON)
	definition, err2 := dca.Complete(completion)
	administration, err3 := instrument.DecodeAdministration(administrationJSON)
	result, err4 := dca.Score(definition, administration)
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		log.Fatal(err)
	}
	percent, _ := result.Total.Percent()
	fmt.Printf("total: %d of %d points, %s%%\n", result.Total.Tally.Earned, result.Total.Tally.Possible, percent)
	for _, criterion := range result.Criteria {
		fmt.Println(criterion.ID, "is", criterion.Verdict, criterion.Needed)
	}
	// Output:
	// total: 43 of 54 points, 79.6%
	// minimum-capacity is notMet [3 more points needed]
}

func ExampleScore_invalid() {
	_, err := dca.Score(dca.V77(), instrument.Administration{
		Instrument: instrument.Ref{ID: "dca", Version: "7.7"},
		Unit:       mtss.Unit{ID: "d-0017", Kind: mtss.District},
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
