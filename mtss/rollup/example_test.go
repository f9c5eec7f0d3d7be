package rollup_test

import (
	"fmt"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// Five schools in two districts, of which one is too small to be shown, and the other one
// would give it away.
func ExampleState_Table() {
	var places []mtss.Place
	place := func(id string, kind mtss.UnitKind, parent string) {
		places = append(places, mtss.Place{Unit: mtss.Unit{ID: id, Kind: kind}, Parent: parent})
	}
	place("i-1", mtss.KindISD, "")
	place("d-1", mtss.KindDistrict, "i-1")
	place("d-2", mtss.KindDistrict, "i-1")
	definition, _ := catalog.Lookup(instrument.Ref{ID: "ecboq", Version: "2.0"})
	scorer, err := instrument.Compile(definition)
	if err != nil {
		fmt.Println(err)
		return
	}
	var state rollup.State
	for i, district := range []string{"d-1", "d-1", "d-1", "d-1", "d-2"} {
		school := fmt.Sprint("s-", i)
		place(school, mtss.KindSchool, district)
		a := instrument.Administration{Instrument: scorer.Definition().Ref(), Unit: mtss.Unit{ID: school, Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 4, Day: 1}}
		for _, item := range scorer.Definition().Items {
			a.Responses = append(a.Responses, instrument.Response{Item: item.ID, Score: i % 2})
		}
		result, err := scorer.Score(a)
		if err == nil {
			err = state.Add(a.Correction(), result)
		}
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	units, err := mtss.NewHierarchy(places)
	if err != nil {
		fmt.Println(err)
		return
	}
	table, account, err := state.Table(units, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindISD}, Policy: rollup.WithholdingPolicy{Below: 3}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range table.Rows {
		if r.Measure.ID != "total" {
			continue
		}
		fmt.Println(r.Unit.Kind, r.Unit.ID, r.Status)
		if r.Figures != nil {
			fmt.Println("  mean", r.Figures.Mean.PercentAgainst(), "median", r.Figures.Median.PercentAgainst(), "of", *r.Units)
		}
	}
	fmt.Println(account.Counted, "of", account.Records, "records count")
	// Output:
	// isd i-1 shown
	//   mean 20.0% median 0.0% of 5
	// district d-1 suppressed
	// district d-2 suppressed
	// 5 of 5 records count
}

// Of eight schools in three districts, the district of one is too small to be shown, and
// one more is withheld, since it would give that one away.
func ExampleWithholdingPolicy_Withhold() {
	group := func(ids ...string) (members []rollup.Member) {
		for _, id := range ids {
			members = append(members, rollup.Member{ID: id})
		}
		return members
	}
	groups := [][]rollup.Member{group("a", "b", "c", "d", "e", "f", "g", "h"), group("a", "b", "c", "d"), group("e", "f", "g"), group("h")}
	shown, err := rollup.WithholdingPolicy{Below: 3}.Withhold(groups)
	fmt.Println(shown, err)
	fmt.Println("follow if the third is shown:", rollup.Audit(groups, []bool{true, true, true, false}))
	// Output:
	// [true true false false] <nil>
	// follow if the third is shown: [3]
}
