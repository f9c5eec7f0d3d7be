package agreement_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

// na is no rating, in a row of scores.
const na = math.MinInt32

// ids returns n names.
func ids(prefix string, n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprint(prefix, i+1)
	}
	return names
}

// ratings returns the ratings that rows of scores hold, a row for each unit.
func ratings(scale []int, rows [][]int) agreement.Ratings {
	r := agreement.Ratings{Scale: scale}
	if len(rows) > 0 {
		r.Raters = ids("rater", len(rows[0]))
	}
	for i, name := range ids("unit", len(rows)) {
		u := agreement.RatedUnit{ID: name}
		for rater, score := range rows[i] {
			if score != na {
				u.Ratings = append(u.Ratings, agreement.RaterScore{Rater: fmt.Sprint("rater", rater+1), Score: score})
			}
		}
		r.Units = append(r.Units, u)
	}
	return r
}

func tableOf(t testing.TB, scale []int, rows [][]int) agreement.RatingTable {
	t.Helper()
	table, err := ratings(scale, rows).Table()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// transposed makes rows of units from one line for each rater.
func transposed(lines [][]int) [][]int {
	rows := make([][]int, len(lines[0]))
	for unit := range rows {
		for _, line := range lines {
			rows[unit] = append(rows[unit], line[unit])
		}
	}
	return rows
}

// spelled reads one line for each rater, with a point for a missing rating.
func spelled(lines ...string) [][]int {
	var raters [][]int
	for _, line := range lines {
		var scores []int
		for _, word := range strings.Fields(line) {
			score := na
			if word != "." {
				fmt.Sscan(word, &score)
			}
			scores = append(scores, score)
		}
		raters = append(raters, scores)
	}
	return transposed(raters)
}

// contingency makes rows of two raters' scores from the counts of each pair of
// places on the scale.
func contingency(scale []int, counts [][]int) (rows [][]int) {
	for i, line := range counts {
		for j, n := range line {
			for range n {
				rows = append(rows, []int{scale[i], scale[j]})
			}
		}
	}
	return rows
}

// exact returns a defined ratio as a big.Rat.
func exact(t testing.TB, r mtss.Ratio) *big.Rat {
	t.Helper()
	x, ok := new(big.Rat).SetString(r.Number())
	if !ok {
		t.Fatalf("%q is no number", r.Number())
	}
	return x
}

// random returns rows over the scale, of which about one score in gaps is missing.
func random(source *rand.Rand, scale []int, units, raters, gaps int) [][]int {
	rows := make([][]int, units)
	for i := range rows {
		for range raters {
			score := scale[source.IntN(len(scale))]
			if source.IntN(gaps) == 0 {
				score = na
			}
			rows[i] = append(rows[i], score)
		}
	}
	return rows
}

var (
	metrics = []agreement.Metric{agreement.Nominal, agreement.Ordinal, agreement.Interval}
	weights = []agreement.Weights{agreement.Unweighted, agreement.Linear, agreement.Quadratic}
	scales  = [][]int{{0, 1}, {0, 1, 2}, {1, 2, 3, 4, 5}, {-3, 0, 1, 7}}
)

// coefficients returns all that the table gives, by name.
func coefficients(table agreement.RatingTable) map[string]agreement.Coefficient {
	all := map[string]agreement.Coefficient{}
	for _, m := range metrics {
		all["alpha "+string(m)] = table.Alpha(m)
	}
	for _, w := range weights {
		all["kappa "+string(w)] = table.Kappa(w)
	}
	return all
}
