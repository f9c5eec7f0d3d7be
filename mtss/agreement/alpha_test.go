package agreement_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

// observers are the data of Krippendorff, Computing Krippendorff's
// Alpha-Reliability (2011): 4 observers, 12 units, values 1 to 5, 7 missing.
func observers() [][]int {
	return spelled(
		"1 2 3 3 2 1 4 1 2 . . .",
		"1 2 3 3 2 2 4 1 2 5 . 3",
		". 3 3 3 2 3 4 2 2 5 1 .",
		"1 2 3 3 2 4 4 1 2 5 1 .",
	)
}

// TestAlphaPublished has what the paper prints, to three decimals.
func TestAlphaPublished(t *testing.T) {
	five := []int{1, 2, 3, 4, 5}
	for _, test := range []struct {
		name   string
		scale  []int
		rows   [][]int
		metric agreement.Metric
		want   string
		source string
	}{
		{"four observers", five, observers(), agreement.Nominal, "0.743", "Krippendorff 2011"},
		{"four observers", five, observers(), agreement.Ordinal, "0.815", "Krippendorff 2011"},
		{"four observers", five, observers(), agreement.Interval, "0.849", "Krippendorff 2011"},
		// Coincidences o(0,0) = 10, o(0,1) = 4, o(1,1) = 2, from ten units: five
		// 0 and 0, four that differ, one 1 and 1. n = 20, n(0) = 14, n(1) = 6,
		// so alpha = 1 - 19*4/(14*6) = 2/21.
		{"two observers, two values", []int{0, 1}, contingency([]int{0, 1}, [][]int{{5, 2}, {2, 1}}), agreement.Nominal, "0.095", "Krippendorff 2011"},
	} {
		t.Run(test.name+" "+string(test.metric), func(t *testing.T) {
			if got := tableOf(t, test.scale, test.rows).Alpha(test.metric).String(); got != test.want {
				t.Errorf("got %s, want %s (%s)", got, test.want, test.source)
			}
		})
	}
}

// TestAlphaDerived has the same data exactly. Derived here, for the nominal
// metric: of the 11 units with two or more values, 7 agree fully; unit 2 has
// 2 2 3 2, unit 6 has 1 2 3 4, unit 8 has 1 1 2 1. Pairs that differ, over one
// less than the values: 3/3 + 6/3 + 3/3 = 4. The 40 values are 9 ones, 13 twos,
// 10 threes, 5 fours and 3 fives, so (40^2 - 81-169-100-25-9)/2 = 608 pairs
// differ. alpha = 1 - 39*4/608 = 113/152.
func TestAlphaDerived(t *testing.T) {
	got := tableOf(t, []int{1, 2, 3, 4, 5}, observers()).Alpha(agreement.Nominal)
	want := agreement.Coefficient{Value: mtss.NewRatio(113, 152), Raters: 4, Units: 11, Ratings: 40, LeftOut: 1}
	if diff := cmp.Diff(want, got, cmp.Comparer(mtss.Ratio.Equal)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAlphaUnusedScores has the same data on a longer scale, and spread out.
func TestAlphaUnusedScores(t *testing.T) {
	rows := observers()
	for _, m := range metrics {
		want := tableOf(t, []int{1, 2, 3, 4, 5}, rows).Alpha(m)
		got := tableOf(t, []int{-9, 0, 1, 2, 3, 4, 5, 6, 100}, rows).Alpha(m)
		if !got.Value.Equal(want.Value) {
			t.Errorf("%s: %v with scores that nobody gave, %v without", m, got, want)
		}
	}
}

func TestAlphaUndefined(t *testing.T) {
	scale := []int{0, 1, 2}
	for _, test := range []struct {
		name string
		rows [][]int
		want agreement.Coefficient
	}{
		{"one rater", [][]int{{0}, {1}}, agreement.Coefficient{Raters: 1, LeftOut: 2, Undefined: agreement.UndefinedRaters}},
		{"no ratings", [][]int{{na, na}}, agreement.Coefficient{Raters: 2, LeftOut: 1, Undefined: agreement.UndefinedPairs}},
		{"no unit rated twice", [][]int{{0, na}, {na, 1}}, agreement.Coefficient{Raters: 2, LeftOut: 2, Undefined: agreement.UndefinedPairs}},
		{"one value", [][]int{{2, 2}, {2, 2}, {1, na}}, agreement.Coefficient{Raters: 2, Units: 2, Ratings: 4, LeftOut: 1, Undefined: agreement.UndefinedVariation}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, m := range metrics {
				if diff := cmp.Diff(test.want, tableOf(t, scale, test.rows).Alpha(m), cmp.Comparer(mtss.Ratio.Equal)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", m, diff)
				}
			}
		})
	}
	full := tableOf(t, scale, [][]int{{0, 0}, {1, 2}})
	if got := full.Alpha("ratio"); got.Undefined != agreement.UndefinedMetric || got.Value.Defined() {
		t.Errorf("metric \"ratio\": got %v, want it undefined", got)
	}
	if got := full.Alpha(""); got.Undefined != agreement.UndefinedMetric {
		t.Errorf("no metric: got %v, want it undefined", got)
	}
}

// TestAlphaBelowChance has raters who never agree: two units, 0 1 and 1 0, so
// alpha = 1 - 3*2/(2*2) = -1/2.
func TestAlphaBelowChance(t *testing.T) {
	got := tableOf(t, []int{0, 1}, [][]int{{0, 1}, {1, 0}}).Alpha(agreement.Nominal)
	if !got.Value.Equal(mtss.NewRatio(-1, 2)) {
		t.Errorf("got %v, want -1/2", got.Value)
	}
}

func TestAlphaAgainstBruteForce(t *testing.T) {
	source := rand.New(rand.NewPCG(4, 6))
	for range 300 {
		scale := scales[source.IntN(len(scales))]
		rows := random(source, scale, 1+source.IntN(12), 2+source.IntN(7), 2+source.IntN(5))
		table := tableOf(t, scale, rows)
		for _, m := range metrics {
			got, want := table.Alpha(m), bruteAlpha(m, scale, rows)
			if got.Value.Defined() != (want != nil) || want != nil && exact(t, got.Value).Cmp(want) != 0 {
				t.Fatalf("%s of %v: got %v, want %v", m, rows, got.Value.Number(), want)
			}
		}
	}
}

// TestAlphaLarge has a fraction that 64 bits do not hold: units with every
// number of ratings from 2 to 60 divide by as many numbers.
func TestAlphaLarge(t *testing.T) {
	const raters = 60
	source := rand.New(rand.NewPCG(6, 4))
	scale := []int{0, 1, 2, 3, 4}
	var rows [][]int
	for given := 2; given <= raters; given++ {
		row := random(source, scale, 1, raters, 1<<30)[0]
		for i := given; i < raters; i++ {
			row[i] = na
		}
		rows = append(rows, row)
	}
	table := tableOf(t, scale, rows)
	for _, m := range metrics {
		got, want := table.Alpha(m).Value, bruteAlpha(m, scale, rows)
		if _, _, small := got.Fraction(); small {
			t.Errorf("%s: %v fits in 64 bits, so this tests nothing", m, got)
		}
		if exact(t, got).Cmp(want) != 0 {
			t.Errorf("%s: got %v, want %v", m, got, want)
		}
	}
	if want := big.NewRat(1, 1); bruteAlpha(agreement.Nominal, scale, [][]int{{0, 0}, {1, 1}}).Cmp(want) != 0 {
		t.Error("the brute force itself is wrong")
	}
}
