package agreement_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

// TestKappaDerived has tables small enough to work out by hand. Derived here.
func TestKappaDerived(t *testing.T) {
	for _, test := range []struct {
		name   string
		scale  []int
		counts [][]int
		want   map[agreement.Weights]mtss.Ratio
		why    string
	}{
		{
			"two by two", []int{0, 1}, [][]int{{20, 5}, {10, 15}},
			map[agreement.Weights]mtss.Ratio{agreement.Unweighted: mtss.NewRatio(2, 5), agreement.Linear: mtss.NewRatio(2, 5), agreement.Quadratic: mtss.NewRatio(2, 5)},
			"po = 35/50 = 0.7; the first gave 25 and 25, the second 30 and 20, so pe = (25*30 + 25*20)/50^2 = 0.5; (0.7-0.5)/(1-0.5) = 2/5",
		},
		{
			// Rows 10, 10, 10; columns 11, 10, 9; N = 30.
			"three by three", []int{0, 1, 2}, [][]int{{8, 1, 1}, {2, 7, 1}, {1, 2, 7}},
			map[agreement.Weights]mtss.Ratio{
				// po = 22/30, pe = (110+100+90)/900 = 1/3, (11/15-1/3)/(2/3) = 3/5.
				agreement.Unweighted: mtss.NewRatio(3, 5),
				// Observed: 6 neighbours and 2 ends, 6*1 + 2*2 = 10. Expected by
				// rows of 10: 10*(10+2*9) + 10*(11+9) + 10*(2*11+10) = 800.
				// 1 - 30*10/800 = 5/8.
				agreement.Linear: mtss.NewRatio(5, 8),
				// Observed: 6*1 + 2*4 = 14. Expected: 10*(10+4*9) + 10*(11+9) +
				// 10*(4*11+10) = 1200. 1 - 30*14/1200 = 13/20.
				agreement.Quadratic: mtss.NewRatio(13, 20),
			},
			"see the comments",
		},
		{
			// The same table: now ends are 3 apart, the first step 1, the second 2.
			"unequal steps", []int{0, 1, 3}, [][]int{{8, 1, 1}, {2, 7, 1}, {1, 2, 7}},
			map[agreement.Weights]mtss.Ratio{
				agreement.Unweighted: mtss.NewRatio(3, 5),
				// Observed: 3 at 1, 3 at 2, 2 at 3: 15. Expected: 10*(10+3*9) +
				// 10*(11+2*9) + 10*(3*11+2*10) = 370+290+530 = 1190.
				agreement.Linear: mtss.NewRatio(1190-450, 1190),
				// Observed: 3*1 + 3*4 + 2*9 = 33. Expected: 10*(10+9*9) +
				// 10*(11+4*9) + 10*(9*11+4*10) = 910+470+1390 = 2770.
				agreement.Quadratic: mtss.NewRatio(2770-990, 2770),
			},
			"distances are those of the scores",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			table := tableOf(t, test.scale, contingency(test.scale, test.counts))
			for _, w := range weights {
				if got := table.Kappa(w); !got.Value.Equal(test.want[w]) {
					t.Errorf("%s: got %v, want %v: %s", w, got.Value.Number(), test.want[w].Number(), test.why)
				}
			}
		})
	}
}

// TestKappaPublished has what other programs print and document.
func TestKappaPublished(t *testing.T) {
	for _, test := range []struct {
		name     string
		counts   [][]int
		weights  agreement.Weights
		decimals int
		want     string
		source   string
	}{
		{"diagnoses", [][]int{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}, agreement.Unweighted, 3, "0.492", "Cohen 1968, table 1, N = 200, as the documentation of the R packages psych (cohen.kappa) and DMAR (weighted_kappa) gives it"},
		{"abstractors", [][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}, agreement.Unweighted, 7, "0.7964094", "R package irrCAC, example of kappa2.table"},
		{"abstractors", [][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}, agreement.Quadratic, 7, "0.8921569", "R package irrCAC, example of kappa2.table"},
		{"Winnipeg", [][]int{{38, 5, 0, 1}, {33, 11, 3, 0}, {10, 14, 5, 6}, {3, 7, 3, 10}}, agreement.Unweighted, 4, "0.2079", "R package vcd, Kappa(MSPatients), as vcdExtra documents it"},
		{"Winnipeg", [][]int{{38, 5, 0, 1}, {33, 11, 3, 0}, {10, 14, 5, 6}, {3, 7, 3, 10}}, agreement.Linear, 4, "0.3797", "R package vcd, Kappa(MSPatients), as vcdExtra documents it"},
		{"New Orleans", [][]int{{5, 3, 0, 0}, {3, 11, 4, 0}, {2, 13, 3, 4}, {1, 2, 4, 14}}, agreement.Unweighted, 4, "0.2965", "R package vcd, Kappa(MSPatients), as vcdExtra documents it"},
		{"New Orleans", [][]int{{5, 3, 0, 0}, {3, 11, 4, 0}, {2, 13, 3, 4}, {1, 2, 4, 14}}, agreement.Linear, 4, "0.4773", "R package vcd, Kappa(MSPatients), as vcdExtra documents it"},
	} {
		t.Run(test.name+" "+string(test.weights), func(t *testing.T) {
			scale := []int{1, 2, 3, 4}[:len(test.counts)]
			got := tableOf(t, scale, contingency(scale, test.counts)).Kappa(test.weights)
			if text := got.Value.Decimal(test.decimals); text != test.want {
				t.Errorf("got %s, want %s (%s)", text, test.want, test.source)
			}
		})
	}
}

// TestKappaLeavesOut has the 2 by 2 table above with units that one rater missed.
func TestKappaLeavesOut(t *testing.T) {
	rows := contingency([]int{0, 1}, [][]int{{20, 5}, {10, 15}})
	rows = append(rows, []int{na, 1}, []int{0, na}, []int{na, na})
	want := agreement.Coefficient{Value: mtss.NewRatio(2, 5), Raters: 2, Units: 50, Ratings: 100, LeftOut: 3}
	if diff := cmp.Diff(want, tableOf(t, []int{0, 1}, rows).Kappa(agreement.Unweighted), cmp.Comparer(mtss.Ratio.Equal)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestKappaUndefined(t *testing.T) {
	scale := []int{0, 1, 2}
	for _, test := range []struct {
		name string
		rows [][]int
		want mtss.Code
	}{
		{"no raters", nil, agreement.UndefinedRaters},
		{"one rater", [][]int{{0}, {1}}, agreement.UndefinedRaters},
		{"three raters", [][]int{{0, 0, 0}, {1, 1, 1}}, agreement.UndefinedRaters},
		{"nothing in common", [][]int{{0, na}, {na, 1}}, agreement.UndefinedPairs},
		{"both always the same", [][]int{{1, 1}, {1, 1}, {0, na}}, agreement.UndefinedVariation},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, w := range weights {
				if got := tableOf(t, scale, test.rows).Kappa(w); got.Undefined != test.want || got.Value.Defined() {
					t.Errorf("%s: got %v, want %s", w, got, test.want)
				}
			}
		})
	}
	full := tableOf(t, scale, [][]int{{0, 0}, {1, 2}})
	for _, w := range []agreement.Weights{"", "squared"} {
		if got := full.Kappa(w); got.Undefined != agreement.UndefinedWeights || got.Value.Defined() {
			t.Errorf("weights %q: got %v, want it undefined", w, got)
		}
	}
	// One rater who never varies makes kappa 0, not undefined: po = pe = 2/3.
	if got := tableOf(t, scale, [][]int{{0, 0}, {0, 0}, {0, 1}}).Kappa(agreement.Unweighted); !got.Value.Equal(mtss.Whole(0)) {
		t.Errorf("one rater never varies: got %v, want 0", got)
	}
}

func TestKappaAgainstBruteForce(t *testing.T) {
	source := rand.New(rand.NewPCG(19, 60))
	for range 300 {
		scale := scales[source.IntN(len(scales))]
		rows := random(source, scale, 1+source.IntN(15), 2, 2+source.IntN(8))
		table := tableOf(t, scale, rows)
		for _, w := range weights {
			got, want := table.Kappa(w), bruteKappa(w, rows)
			if got.Value.Defined() != (want != nil) || want != nil && exact(t, got.Value).Cmp(want) != 0 {
				t.Fatalf("%s of %v: got %v, want %v", w, rows, got.Value.Number(), want)
			}
		}
	}
}
