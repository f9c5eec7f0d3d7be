package agreement

import (
	"math/big"
)

// AC returns Gwet's agreement coefficient of any number of raters: AC1 without
// weights, AC2 with them. What chance would give is worked out from how hard it is to
// tell the categories apart rather than from how often each is used, so it does not
// collapse where nearly all ratings are the same, as kappa and alpha do.
//
// With m(u) the ratings of unit u, n(u,c) those in category c, q the categories of
// the scale, v(c,k) the weight of a disagreement as in [RatingTable.Kappa], v the greatest
// of them, w(c,k) = 1 - v(c,k)/v, and p(c) the mean of n(u,c)/m(u) over all units
// with a rating,
//
//	pa = 1 - mean over u of [sum over c, k of n(u,c) n(u,k) v(c,k) / (m(u) (m(u)-1) v)]
//	pe = sum of w(c,k) / (q (q-1)) * sum of p(c) (1 - p(c))
//	AC = (pa - pe) / (1 - pe)
//
// The first mean is over the units that two or more raters rated; one with a single
// rating counts for p alone. Every score of the scale is a category, given or not.
//
// It is undefined for fewer than two raters (UndefinedRaters), if no unit has two
// ratings (UndefinedPairs), and for any other weights (UndefinedWeights). Ratings
// that are all the same give 1.
//
// Kilem Li Gwet, Computing inter-rater reliability and its variance in the presence
// of high agreement, British Journal of Mathematical and Statistical Psychology 61
// (2008), 29-48. Kilem Li Gwet, Handbook of Inter-Rater Reliability, 4th edition,
// Advanced Analytics, 2014.
func (t RatingTable) AC(w Weights) Coefficient {
	c := t.compared()
	weight := w.disagreement(t.scale)
	switch {
	case weight == nil:
		return c.undefined(UndefinedWeights)
	case len(t.raters) < 2:
		return c.undefined(UndefinedRaters)
	case c.Units == 0:
		return c.undefined(UndefinedPairs)
	}
	q := int64(len(t.scale))
	greatest, all := int64(0), int64(0)
	for i := range t.scale {
		for k := range t.scale {
			greatest, all = max(greatest, weight(i, k)), all+weight(i, k)
		}
	}
	disagreed, spread := t.gwet(weight)
	disagreed.Quo(disagreed, new(big.Rat).SetInt64(int64(c.Units)*greatest))
	chance := big.NewRat(q*q*greatest-all, greatest)
	chance.Mul(chance, big.NewRat(1, q*(q-1)))
	chance.Mul(chance, spread)
	rest := chance.Sub(big.NewRat(1, 1), chance) // more than 0, since pe is less than the mean of w
	c.Value = ratio(disagreed.Sub(big.NewRat(1, 1), disagreed.Quo(disagreed, rest)))
	return c
}

// gwet adds up the weighted disagreement of the pairs of each unit, as a mean, and
// returns it with the sum of p(1-p) over the categories. Units of one size are
// added up as whole numbers first.
func (t RatingTable) gwet(weight func(i, k int) int64) (disagreed, spread *big.Rat) {
	counts := make([]int64, len(t.scale))
	within, given := map[int]*big.Int{}, map[int][]int64{}
	rated := int64(0)
	for _, u := range t.units {
		if len(u) == 0 {
			continue
		}
		rated++
		clear(counts)
		u.histogram(counts)
		m := len(u)
		if given[m] == nil {
			within[m], given[m] = new(big.Int), make([]int64, len(t.scale))
		}
		sum := int64(0)
		for i, n := range counts {
			given[m][i] += n
			for k := 0; n > 0 && k < len(counts); k++ {
				sum += n * counts[k] * weight(i, k)
			}
		}
		within[m].Add(within[m], big.NewInt(sum))
	}
	disagreed, spread = new(big.Rat), new(big.Rat)
	shares := make([]big.Rat, len(t.scale))
	for m, sum := range within {
		if m > 1 {
			disagreed.Add(disagreed, new(big.Rat).SetFrac(sum, big.NewInt(int64(m)*int64(m-1))))
		}
		for i, n := range given[m] {
			shares[i].Add(&shares[i], big.NewRat(n, int64(m)))
		}
	}
	one, all := big.NewRat(1, 1), new(big.Rat).SetInt64(rated)
	for i := range shares {
		p := shares[i].Quo(&shares[i], all)
		spread.Add(spread, new(big.Rat).Mul(p, new(big.Rat).Sub(one, p)))
	}
	return disagreed, spread
}
