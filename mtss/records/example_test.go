package records_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Three programs, of which the second has a score that the instrument lacks.
func Example() {
	file := strings.NewReader(`{"kind":"administration","schemaVersion":1,"instrument":{"id":"ecboq","version":"2.0"},"unit":{"id":"p-1","kind":"program"},"date":"2026-01-20","responses":{"1":2,"2":1}}
{"kind":"administration","schemaVersion":1,"instrument":{"id":"ecboq","version":"2.0"},"unit":{"id":"p-2","kind":"program"},"date":"2026-01-20","responses":{"1":3}}
{"kind":"administration","schemaVersion":1,"instrument":{"id":"ecboq","version":"2.0"},"unit":{"id":"p-3","kind":"program"},"date":"2026-01-20","responses":{"8":2,"9":2}}
`)
	definition, _ := catalog.Lookup(instrument.Ref{ID: "ecboq", Version: "2.0"})
	scorer, err := instrument.Compile(definition)
	if err != nil {
		log.Fatal(err)
	}
	for record, err := range records.NDJSON(file) {
		var result instrument.Result
		if err == nil {
			result, err = scorer.Score(record.Administration)
		}
		if err != nil {
			for _, issue := range mtss.Issues(err) {
				fmt.Printf("line %d: %s\n", record.Line, issue)
			}
			continue // the records after it still come
		}
		points := result.Total.Tally
		fmt.Printf("%s: %d to %d of %d points\n", result.Unit.ID, points.Earned, points.Earned+points.Unknown, points.Possible)
	}
	// Output:
	// p-1: 3 to 81 of 82 points
	// line 2: /responses/1: item "1" of ecboq@2.0 is scored 3, want 0 to 2
	// p-3: 4 to 82 of 82 points
}
