package agreement

import "math/big"

// Metric says how far apart two ratings are in alpha.
type Metric string

// The metrics of alpha.
const (
	// Nominal takes all different ratings to be equally far apart.
	Nominal Metric = "nominal"
	// Ordinal takes only their order to be known: two ratings are the further
	// apart, the more ratings were given between them.
	Ordinal Metric = "ordinal"
	// Interval takes two scores to be as far apart as their difference.
	Interval Metric = "interval"
)

// Alpha returns Krippendorff's alpha of any number of raters. Units that fewer
// than two raters rated are left out, since nothing in them can be compared.
//
// With m(u) the ratings of unit u, n(u,c) those in category c, n(c) the sum of
// n(u,c) over the units, n the sum of n(c), and d(c,k) the distance of two
// categories,
//
//	alpha = 1 - (n-1) * sum over u of [1/(m(u)-1) * sum over c<k of n(u,c) n(u,k) d(c,k)^2]
//	                  / sum over c<k of n(c) n(k) d(c,k)^2
//
// where d is 1 (nominal), the sum of n(g) for g from c to k less the mean of
// n(c) and n(k) (ordinal), or the difference of the scores (interval).
//
// It is undefined for fewer than two raters (UndefinedRaters), if no unit has
// two ratings (UndefinedPairs), if all these ratings are the same
// (UndefinedVariation), and for any other metric (UndefinedMetric).
//
// Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability, University of
// Pennsylvania, 2011.
func (t RatingTable) Alpha(m Metric) Coefficient {
	c := t.compared()
	switch {
	case m != Nominal && m != Ordinal && m != Interval:
		return c.undefined(UndefinedMetric)
	case len(t.raters) < 2:
		return c.undefined(UndefinedRaters)
	case c.Units == 0:
		return c.undefined(UndefinedPairs)
	}
	pooled := t.pooled()
	distance := m.distance(t.scale, pooled)
	expected := distance.disagreement(pooled)
	if expected.Sign() == 0 {
		return c.undefined(UndefinedVariation)
	}
	share := t.observed(distance)
	share.Mul(share, new(big.Rat).SetFrac(big.NewInt(int64(c.Ratings-1)), expected))
	c.Value = ratio(share.Sub(big.NewRat(1, 1), share))
	return c
}

// pooled counts the ratings in each category, of the units that are compared.
func (t RatingTable) pooled() []int64 {
	counts := make([]int64, len(t.scale))
	for _, u := range t.units {
		if u.pairable() {
			u.histogram(counts)
		}
	}
	return counts
}

// observed adds up the disagreement within the units, each divided by one less
// than its number of ratings.
func (t RatingTable) observed(d distance) *big.Rat {
	sum := new(big.Rat)
	counts := make([]int64, len(t.scale))
	for _, u := range t.units {
		if !u.pairable() {
			continue
		}
		clear(counts)
		u.histogram(counts)
		if within := d.disagreement(counts); within.Sign() != 0 {
			sum.Add(sum, new(big.Rat).SetFrac(within, big.NewInt(int64(len(u)-1))))
		}
	}
	return sum
}

// distance says how far apart categories are: as far as their positions, or all
// equally far if it is nil.
type distance []int64

// distance places the categories. The ordinal distance of c and k is that of
// their middle ranks, since the ranks of c end where those of the next begin;
// twice the middle rank is a whole number, and the factor cancels.
func (m Metric) distance(scale []int, pooled []int64) distance {
	if m == Nominal {
		return nil
	}
	positions := make(distance, len(scale))
	var before int64
	for c, n := range pooled {
		if m == Interval {
			positions[c] = int64(scale[c])
		} else {
			positions[c] = 2*before + n
		}
		before += n
	}
	return positions
}

// disagreement is the sum over c<k of n(c) n(k) d(c,k)^2, up to a factor that
// is the same for all counts: with positions x, n*sum n(c)x(c)^2 less the
// square of sum n(c)x(c); without, n^2 less sum n(c)^2.
func (d distance) disagreement(counts []int64) *big.Int {
	var all, sum, squares, term big.Int
	for c, n := range counts {
		if n == 0 {
			continue
		}
		count := big.NewInt(n)
		all.Add(&all, count)
		if d == nil {
			squares.Add(&squares, term.Mul(count, count))
			continue
		}
		at := big.NewInt(d[c])
		sum.Add(&sum, term.Mul(count, at))
		squares.Add(&squares, term.Mul(&term, at))
	}
	if d == nil {
		return all.Sub(all.Mul(&all, &all), &squares)
	}
	return all.Sub(all.Mul(&all, &squares), sum.Mul(&sum, &sum))
}
