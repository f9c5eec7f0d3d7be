package agreement_test

import (
	"fmt"
	"log"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

// The example at the head of the package.
func Example() {
	table, err := agreement.Ratings{
		Scale:  []int{0, 1, 2},
		Raters: []string{"r1", "r2", "r3"},
		Units: []agreement.RatedUnit{
			{ID: "item1", Ratings: []agreement.RaterScore{{Rater: "r1", Score: 2}, {Rater: "r2", Score: 2}}},
			{ID: "item2", Ratings: []agreement.RaterScore{{Rater: "r1", Score: 0}, {Rater: "r2", Score: 2}, {Rater: "r3", Score: 0}}},
		},
	}.Table()
	if err != nil {
		log.Fatal(err)
	}
	pairs := table.Percent().Pairs
	alpha := table.Alpha(agreement.Ordinal)
	fmt.Printf("%d of %d pairs agree, alpha %v\n", pairs.Earned, pairs.Possible, alpha)
	// Output: 2 of 4 pairs agree, alpha 0.333
}

// seen is one item as two observers scored it.
func seen(item string, first, second int) agreement.RatedUnit {
	return agreement.RatedUnit{ID: item, Ratings: []agreement.RaterScore{{Rater: "first", Score: first}, {Rater: "second", Score: second}}}
}

// Two observers fill in one form for the same practitioner. The second did not
// see item 5.
func ExampleRatingTable_Kappa() {
	table, err := agreement.Ratings{
		Scale:  []int{0, 1, 2},
		Raters: []string{"first", "second"},
		Units: []agreement.RatedUnit{
			seen("item1", 2, 2), seen("item2", 1, 1), seen("item3", 0, 1), seen("item4", 2, 2),
			{ID: "item5", Ratings: []agreement.RaterScore{{Rater: "first", Score: 1}}},
		},
	}.Table()
	if err != nil {
		log.Fatal(err)
	}
	same := table.Percent().Unanimous
	fmt.Printf("%d of %d items agree\n", same.Earned, same.Possible)
	kappa := table.Kappa(agreement.Linear)
	fmt.Printf("kappa %v, exactly %s, of %d items; %d left out\n", kappa, kappa.Value.Number(), kappa.Units, kappa.LeftOut)
	// Output:
	// 3 of 4 items agree
	// kappa 0.667, exactly 2/3, of 4 items; 1 left out
}

// Two observers who gave the top score throughout agree, but not beyond chance:
// there was no chance to differ.
func ExampleRatingTable_Kappa_undefined() {
	table, err := agreement.Ratings{
		Scale:  []int{0, 1, 2},
		Raters: []string{"first", "second"},
		Units:  []agreement.RatedUnit{seen("item1", 2, 2), seen("item2", 2, 2)},
	}.Table()
	if err != nil {
		log.Fatal(err)
	}
	kappa := table.Kappa(agreement.Unweighted)
	fmt.Println(kappa)
	fmt.Println(kappa.Undefined)
	// Output:
	// undefined: all ratings are the same
	// agreement.undefined.variation
}

// The data of Krippendorff's paper: four observers, twelve units, some missing.
func ExampleRatingTable_Alpha() {
	observers := []string{"A", "B", "C", "D"}
	ratings := agreement.Ratings{Scale: []int{1, 2, 3, 4, 5}, Raters: observers}
	for i, scores := range [][]int{ // 0 for no rating
		{1, 1, 0, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2}, {1, 2, 3, 4},
		{4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {0, 5, 5, 5}, {0, 0, 1, 1}, {0, 3, 0, 0},
	} {
		unit := agreement.RatedUnit{ID: fmt.Sprint("unit ", i+1)}
		for k, score := range scores {
			if score != 0 {
				unit.Ratings = append(unit.Ratings, agreement.RaterScore{Rater: observers[k], Score: score})
			}
		}
		ratings.Units = append(ratings.Units, unit)
	}
	table, err := ratings.Table()
	if err != nil {
		log.Fatal(err)
	}
	for _, metric := range []agreement.Metric{agreement.Nominal, agreement.Ordinal, agreement.Interval} {
		fmt.Println(metric, table.Alpha(metric))
	}
	// Output:
	// nominal 0.743
	// ordinal 0.815
	// interval 0.849
}

func ExampleRatings_Table_invalid() {
	_, err := agreement.Ratings{
		Scale:  []int{0, 1, 2},
		Raters: []string{"r1", "r2"},
		Units: []agreement.RatedUnit{{ID: "item1", Ratings: []agreement.RaterScore{
			{Rater: "r1", Score: 3}, {Rater: "r9", Score: 1}, {Rater: "r1", Score: 2},
		}}},
	}.Table()
	for _, issue := range mtss.Issues(err) {
		fmt.Println(issue.Code, issue)
	}
	// Output:
	// agreement.score /units/0/ratings/0/score: score 3 is not on the scale 0, 1, 2
	// agreement.rater.unknown /units/0/ratings/1/rater: "r9" is not among the 2 raters
	// agreement.rating.repeated /units/0/ratings/2/rater: rater "r1" has rated this unit already
}
