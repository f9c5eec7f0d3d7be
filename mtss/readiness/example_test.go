package readiness_test

import (
	"fmt"
	"log"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/readiness"
)

// An ISD asks which technical assistance to take. One district asks for
// training; whether the region understands MTSS is not known yet.
func Example() {
	record, err := readiness.DecodeReadiness([]byte(`{"kind":"readiness","schemaVersion":1,
		"unit":{"id":"isd-lake","kind":"isd"},"innovation":"seb-mtss","date":"2026-01-20",
		"answers":[
			{"prompt":"isd.need.districts","supports":"yes"},
			{"prompt":"isd.fit.enhances","supports":"yes"},
			{"prompt":"isd.fit.understood","supports":"unsure"},
			{"prompt":"isd.capacity.leadership","supports":"yes","evidence":[{"kind":"conversation","on":"2026-01-12"}]}],
		"requests":[{"district":"d-1","area":"seb","support":"training","hours":6,"on":"2026-01-10"}],
		"goals":["trainers"]}`))
	if err != nil {
		log.Fatal(err)
	}
	on := mtss.Date{Year: 2026, Month: 2, Day: 1}
	facts := record.Facts(on)
	need, _ := facts["readiness.need"].Tally()
	fmt.Println(need.Earned, "of", need.Possible, "prompts speak for a need,", need.Unknown, "are open")
	for _, p := range record.Prompts(on) {
		if p.ID == "isd.fit.understood" {
			fmt.Println(p.Asks+":", p.Gap)
		}
	}
	decisions, err := readiness.Choose(facts, on, "10%")
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range decisions {
		if d.Matches() == mtss.Met {
			fmt.Println("take:", d.Title)
		}
	}
	// Output:
	// 1 of 7 prompts speak for a need, 6 are open
	// whether the region understands MTSS as a framework: unsure
	// take: sessions for facilitators of professional learning
}

// The yearly record of 2026 is silent on the decision of 2024, which still counts.
func ExampleSupplier() {
	district := mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}
	records := []readiness.Readiness{
		{ID: "r24", Unit: district, Innovation: "seb-mtss", Date: mtss.Date{Year: 2024, Month: 3, Day: 4}, Decision: &readiness.Selection{On: mtss.Date{Year: 2024, Month: 3, Day: 1}, Selected: true}},
		{ID: "r26", Unit: district, Innovation: "seb-mtss", Date: mtss.Date{Year: 2026, Month: 3, Day: 1}},
	}
	on := mtss.Date{Year: 2026, Month: 5, Day: 1}
	set, err := evidence.Gather(mtss.Hierarchy{}, mtss.OneDay(on), evidence.HostPolicy{}, readiness.Supplier(records, nil))
	if err != nil {
		log.Fatal(err)
	}
	items, err := set.On(district, "seb-mtss", on)
	if err != nil {
		log.Fatal(err)
	}
	for _, item := range items {
		if selected, _ := item.Value.YesNo(); item.Measure == string(evidence.Selected) {
			fmt.Println(item.Measure, selected, "since", item.On)
		}
	}
	// Output:
	// innovation.selected met since 2024-03-01
}

// Half of the indicators are rated, so that the total lies between 17 and 29.
func ExampleHexagon_Facts() {
	h := readiness.Hexagon{Form: "2013", Ratings: []readiness.IndicatorRating{{Indicator: "need", Rating: 5}, {Indicator: "fit", Rating: 4}, {Indicator: "capacity", Rating: 5}}}
	total, _ := h.Facts()["hexagon.total"].Tally()
	fmt.Println(total.Earned, "to", total.Earned+total.Unknown, "of", total.Possible)
	// Output:
	// 17 to 29 of 30
}
