package agreement

import "github.com/openmtss/mtss-go/mtss"

// Percent is agreement as counted, without allowing for chance.
type Percent struct {
	// Pairs are the pairs of ratings of one unit that are the same, of all such
	// pairs. A missing rating makes no pair, so nothing is unknown.
	Pairs mtss.Tally `json:"pairs"`
	// Unanimous are the units on which all ratings are the same, of those that
	// two or more raters rated. For two raters this is their item-by-item
	// agreement, and the same as Pairs.
	Unanimous mtss.Tally `json:"unanimous"`
	// LeftOut is how many units were left out, because fewer than two raters rated them.
	LeftOut int `json:"leftOut" jsonschema:"minimum=0"`
}

// Percent counts agreement. A unit with m ratings, n(c) of them in category c,
// has m(m-1)/2 pairs, of which the sum over c of n(c)(n(c)-1)/2 agree; both are
// added up over the units, so a unit that more raters rated counts for more. Without a pair, the tallies are 0 of 0, whose share is undefined.
func (t RatingTable) Percent() Percent {
	var p Percent
	counts := make([]int64, len(t.scale))
	for _, u := range t.units {
		if !u.pairable() {
			p.LeftOut++
			continue
		}
		clear(counts)
		u.histogram(counts)
		pairs := agreeing(counts)
		p.Pairs.Earned += pairs.Earned
		p.Pairs.Possible += pairs.Possible
		p.Unanimous.Possible++
		if pairs.Earned == pairs.Possible {
			p.Unanimous.Earned++
		}
	}
	return p
}

// agreeing are the pairs within the categories, of all pairs.
func agreeing(counts []int64) mtss.Tally {
	var pairs mtss.Tally
	var all int64
	for _, n := range counts {
		pairs.Earned += n * (n - 1) / 2
		all += n
	}
	pairs.Possible = all * (all - 1) / 2
	return pairs
}
