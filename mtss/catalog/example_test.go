package catalog_test

import (
	"fmt"
	"log"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// A school at criterion in Tier 1 of the TFI 2.1, and the score of the TFI 3.0 that
// it is like.
func ExampleLookup() {
	ref := instrument.Ref{ID: "tfi", Version: "2.1"}
	definition, ok := catalog.Lookup(ref)
	if !ok {
		log.Fatal(ref, " does not ship")
	}
	scorer, err := instrument.Compile(definition)
	if err != nil {
		log.Fatal(err)
	}
	a := instrument.Administration{
		Instrument: ref, Unit: mtss.Unit{ID: "s-1", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20},
		Sections: []string{"tier1"},
	}
	for i, item := range definition.Sections[0].Items {
		a.Responses = append(a.Responses, instrument.Response{Item: item, Score: 1 + i%5/3})
	}
	result, err := scorer.Score(a)
	if err != nil {
		log.Fatal(err)
	}
	points := result.Subscales[0].Tally
	fmt.Printf("%d of %d points, criterion %s: %s\n", points.Earned, points.Possible, result.Criteria[0].ID, result.Criteria[0].Verdict)

	equating, ok := catalog.LookupEquating(ref, instrument.Ref{ID: "tfi", Version: "3.0"})
	if !ok {
		log.Fatal("no equating ships")
	}
	equated, err := equating.EquateResult(result)
	if err != nil {
		log.Fatal(err)
	}
	percent, _ := equated[0].Percent()
	fmt.Printf("like %s%% of %s\n", percent, equated[0].To)
	for _, caveat := range equated[0].Caveats {
		fmt.Println("-", caveat.Message)
	}
	// Output:
	// 21 of 30 points, criterion tier1: met
	// like 44% of tfi@3.0
	// - equated from tfi@2.1: it permits no trend with scores of tfi@3.0, and is not a verdict on a criterion of either
	// - 70 percent in 2.1 is like 43 to 47 percent in 3.0, whose own criterion is 50 percent: a school at criterion in 2.1 may not be in 3.0
}
