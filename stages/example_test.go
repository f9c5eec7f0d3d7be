package stages_test

import (
	"fmt"
	"log"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/stages"
)

func ExampleAssessor_Assess() {
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		log.Fatal(err)
	}
	document, err := evidence.DecodeStatements([]byte(`{"kind": "evidence", "schemaVersion": 1, "records": [{
		"unit": {"id": "d-17", "kind": "district"}, "innovation": "swpbis", "date": "2026-01-20",
		"facts": {
			"innovation.selected": "yes", "installation.initialComponents": "yes", "practice.used": "yes",
			"fidelity.practitioners": "4+3?/10", "outcomes.improved": "yes"}}]}`))
	if err != nil {
		log.Fatal(err)
	}
	assessments, err := assessor.Assess(document, mtss.Date{Year: 2026, Month: 2, Day: 1})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range assessments {
		fmt.Println(a.Unit.ID, "has", a.Primary, "for certain;", a.Possible, "is not excluded")
		if next, ok := a.Next(); ok {
			fmt.Println("to enter "+next.ID+":", next.Enter.Children[0].Needed[0])
		}
	}
	// Output:
	// d-17 has initialImplementation for certain; fullImplementation is not excluded
	// to enter fullImplementation: 1 more person needed, none if every unknown turns out well
}
