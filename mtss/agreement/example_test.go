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
		Units: []agreement.Unit{
			{ID: "item1", Ratings: []agreement.Rating{{Rater: "r1", Score: 2}, {Rater: "r2", Score: 2}}},
			{ID: "item2", Ratings: []agreement.Rating{{Rater: "r1", Score: 0}, {Rater: "r2", Score: 2}, {Rater: "r3", Score: 0}}},
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

// A team votes on three items; one vote of item 3 was not cast.
func ExampleTable_Summaries() {
	table, err := agreement.Matrix{
		Scale:  []int{0, 1, 2},
		Raters: []string{"r1", "r2", "r3", "r4"},
		Rows: []agreement.Row{
			{ID: "item1", Scores: []int{2, 2, 2, 2}},
			{ID: "item2", Scores: []int{0, 1, 1, 0}},
			{ID: "item3", Scores: []int{0, agreement.Missing, 2, 2}},
		},
	}.Table()
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range table.Summaries() {
		spread, _ := s.Spread()
		fmt.Printf("%s: %d votes, most often %v, spread %d\n", s.Unit, s.Ratings, s.Modes, spread)
	}
	fmt.Println("talk about", table.Spanning())
	// Output:
	// item1: 4 votes, most often [2], spread 0
	// item2: 4 votes, most often [0 1], spread 1
	// item3: 3 votes, most often [2], spread 2
	// talk about [item3]
}

// Two observers fill in one form for the same practitioner. The second did not
// see item 5.
func ExampleTable_Kappa() {
	table, err := agreement.Matrix{
		Scale:  []int{0, 1, 2},
		Raters: []string{"first", "second"},
		Rows: []agreement.Row{
			{ID: "item1", Scores: []int{2, 2}},
			{ID: "item2", Scores: []int{1, 1}},
			{ID: "item3", Scores: []int{0, 1}},
			{ID: "item4", Scores: []int{2, 2}},
			{ID: "item5", Scores: []int{1, agreement.Missing}},
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
func ExampleTable_Kappa_undefined() {
	table, err := agreement.Matrix{
		Scale:  []int{0, 1, 2},
		Raters: []string{"first", "second"},
		Rows:   []agreement.Row{{ID: "item1", Scores: []int{2, 2}}, {ID: "item2", Scores: []int{2, 2}}},
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
func ExampleTable_Alpha() {
	const na = agreement.Missing
	m := agreement.Matrix{Scale: []int{1, 2, 3, 4, 5}, Raters: []string{"A", "B", "C", "D"}}
	for i, scores := range [][]int{
		{1, 1, na, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2}, {1, 2, 3, 4},
		{4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {na, 5, 5, 5}, {na, na, 1, 1}, {na, 3, na, na},
	} {
		m.Rows = append(m.Rows, agreement.Row{ID: fmt.Sprint("unit ", i+1), Scores: scores})
	}
	table, err := m.Table()
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
		Units: []agreement.Unit{{ID: "item1", Ratings: []agreement.Rating{
			{Rater: "r1", Score: 3}, {Rater: "r9", Score: 1}, {Rater: "r1", Score: 2},
		}}},
	}.Table()
	for _, issue := range mtss.Issues(err) {
		fmt.Println(issue.Code, issue)
	}
	// Output:
	// agreement.score /units/0/ratings/0/score: score 3 is not on the scale [0 1 2]
	// agreement.rater.unknown /units/0/ratings/1/rater: "r9" is not among the 2 raters
	// agreement.rating.repeated /units/0/ratings/2/rater: rater "r1" has rated this unit already
}
