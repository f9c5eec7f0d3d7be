package agreement_test

import (
	"math/big"

	"github.com/openmtss/mtss-go/mtss/agreement"
)

// bruteAlpha computes alpha as Krippendorff (2011) lays it out step by step:
// the matrix of observed coincidences o(c,k), filled pair by pair, the values'
// frequencies n(c) as its margins, the squared differences as tables, and
// alpha = 1 - (n-1) sum o(c,k) d(c,k) / sum n(c) n(k) d(c,k) over all ordered
// pairs of values. It returns nil where that divides by zero.
func bruteAlpha(metric agreement.Metric, scale []int, rows [][]int) *big.Rat {
	o := map[[2]int]*big.Rat{}
	for _, c := range scale {
		for _, k := range scale {
			o[[2]int{c, k}] = new(big.Rat)
		}
	}
	for _, row := range rows {
		given := present(row)
		for i, c := range given {
			for j, k := range given {
				if i != j {
					o[[2]int{c, k}].Add(o[[2]int{c, k}], big.NewRat(1, int64(len(given)-1)))
				}
			}
		}
	}
	margin, n := map[int]*big.Rat{}, new(big.Rat)
	for _, c := range scale {
		margin[c] = new(big.Rat)
		for _, k := range scale {
			margin[c].Add(margin[c], o[[2]int{c, k}])
		}
		n.Add(n, margin[c])
	}
	observed, expected := new(big.Rat), new(big.Rat)
	for _, c := range scale {
		for _, k := range scale {
			d := bruteDistance(metric, c, k, scale, margin)
			d.Mul(d, d)
			observed.Add(observed, new(big.Rat).Mul(o[[2]int{c, k}], d))
			expected.Add(expected, d.Mul(d, margin[c]).Mul(d, margin[k]))
		}
	}
	if expected.Sign() == 0 {
		return nil
	}
	alpha := n.Sub(n, big.NewRat(1, 1))
	alpha.Mul(alpha, observed).Quo(alpha, expected)
	return alpha.Sub(big.NewRat(1, 1), alpha)
}

// present are the scores that are not missing.
func present(row []int) (given []int) {
	for _, score := range row {
		if score != na {
			given = append(given, score)
		}
	}
	return given
}

func bruteDistance(metric agreement.Metric, c, k int, scale []int, margin map[int]*big.Rat) *big.Rat {
	d := new(big.Rat)
	switch {
	case metric == agreement.Interval:
		d.SetInt64(int64(c - k))
	case metric == agreement.Nominal && c != k:
		d.SetInt64(1)
	case metric == agreement.Ordinal:
		for _, g := range scale {
			if min(c, k) <= g && g <= max(c, k) {
				d.Add(d, margin[g])
			}
		}
		ends := new(big.Rat).Add(margin[c], margin[k])
		d.Sub(d, ends.Quo(ends, big.NewRat(2, 1)))
	}
	return d
}

// bruteKappa compares the mean disagreement of the two raters' scores of a unit
// with that of every score of the first with every score of the second. It
// returns nil where that divides by zero.
func bruteKappa(w agreement.Weights, rows [][]int) *big.Rat {
	var both [][]int
	for _, row := range rows {
		if len(row) == 2 && row[0] != na && row[1] != na {
			both = append(both, row)
		}
	}
	n := int64(len(both))
	var observed, expected int64
	for _, unit := range both {
		observed += bruteWeight(w, unit[0], unit[1])
		for _, other := range both {
			expected += bruteWeight(w, unit[0], other[1])
		}
	}
	if expected == 0 {
		return nil
	}
	chance := new(big.Rat).Quo(big.NewRat(expected, n), big.NewRat(n, 1))
	share := new(big.Rat).Quo(big.NewRat(observed, n), chance)
	return share.Sub(big.NewRat(1, 1), share)
}

func bruteWeight(w agreement.Weights, a, b int) int64 {
	d := int64(a - b)
	switch {
	case w == agreement.Quadratic || d == 0:
		return d * d
	case w == agreement.Unweighted:
		return 1
	case d < 0:
		return -d
	}
	return d
}
