package agreement

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

// TestKappaWithWeightsOfItsPaper has the worked example of Cohen (1968), table
// 1: 200 cases, two judges, three diagnoses, and weights 1, 3 and 6 that no
// scale gives. The paper reports 0.348, and 0.353 with the weights that are not
// symmetric, as the documentation of the R packages psych (cohen.kappa) and DMAR
// (weighted_kappa) reports it. The latter found that the printed weights have to
// be transposed to give 0.353; as printed they give 0.421.
func TestKappaWithWeightsOfItsPaper(t *testing.T) {
	counts := [3][3]int{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}
	var pairs [][2]int
	for i, row := range counts {
		for j, n := range row {
			for range n {
				pairs = append(pairs, [2]int{i, j})
			}
		}
	}
	for _, test := range []struct {
		name   string
		weight [3][3]int64
		want   string
		exact  mtss.Ratio // derived here
	}{
		// Observed per 200: 14+10 + 3*(18+2) + 6*(10+6) = 180. Rows 120, 60, 20,
		// columns 100, 60, 40: expected 120*(60+3*40) + 60*(100+6*40) +
		// 20*(3*100+6*60) = 21600+20400+13200 = 55200. 1 - 200*180/55200 = 8/23.
		{"symmetric", [3][3]int64{{0, 1, 3}, {1, 0, 6}, {3, 6, 0}}, "0.348", mtss.NewRatio(8, 23)},
		// Observed: 14+10 + 2*18+4*2 + 2*10+6*6 = 24+44+56 = 124. Expected
		// 120*(60+2*40) + 60*(100+2*40) + 20*(4*100+6*60) = 16800+10800+15200 =
		// 42800. 1 - 200*124/42800 = 45/107.
		{"as printed, transposed here", [3][3]int64{{0, 1, 2}, {1, 0, 2}, {4, 6, 0}}, "0.421", mtss.NewRatio(45, 107)},
		// Observed: 24 + 4*18+2*2 + 6*10+2*6 = 172. Expected 120*(60+4*40) +
		// 60*(100+6*40) + 20*(2*100+2*60) = 26400+20400+6400 = 53200.
		// 1 - 200*172/53200 = 47/133.
		{"not symmetric", [3][3]int64{{0, 1, 4}, {1, 0, 6}, {2, 2, 0}}, "0.353", mtss.NewRatio(47, 133)},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := kappa(pairs, 3, func(i, j int) int64 { return test.weight[i][j] })
			if got.Decimal(3) != test.want || !got.Equal(test.exact) {
				t.Errorf("got %s = %s, want %s = %s", got.Number(), got.Decimal(3), test.exact.Number(), test.want)
			}
		})
	}
}

// TestKappaLargest has as many units and as wide a scale as there may be.
func TestKappaLargest(t *testing.T) {
	c := newChecker([]int{-mostScore, mostScore}, []string{"a", "b"})
	for i := range mostUnits {
		c.table.units = append(c.table.units, unit{{0, i % 2}, {1, (i + 1) % 2}})
	}
	if got := c.table.Kappa(Quadratic).Value; !got.Equal(mtss.Whole(-1)) {
		t.Errorf("got %v, want -1", got)
	}
}
