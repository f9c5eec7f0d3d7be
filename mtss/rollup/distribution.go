package rollup

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// figures returns the figures of a measure over units. Where some are withheld and units
// don't have the same possible points, the mean is as far open as the pooled points leave
// it, and there are no quartiles: with them would follow what those few have whose possible
// points are known.
func figures(of MeasureKind, values []*counted, withholds bool, times []int64) Figures {
	if f, ok := even(of, values, times); ok {
		return f
	}
	var f Figures
	var tally mtss.Tally
	pooled := true
	lows, highs := make([]mtss.Ratio, len(values)), make([]mtss.Ratio, len(values))
	for i, c := range values {
		t := c.tally()
		tally.Earned += t.Earned
		tally.Possible += t.Possible
		tally.Unknown += t.Unknown
		pooled = pooled && c.value.Share == nil
		share := c.share(t)
		lows[i], highs[i] = share.Low, share.High
		if c.expired {
			f.Expired++
		}
	}
	if pooled {
		f.Tally = &tally
	}
	f.Mean = mtss.Span{Low: mean(lows), High: mean(highs)}
	withholds = withholds && pooled && slices.ContainsFunc(values, func(c *counted) bool { return c.value.Tally.Possible != values[0].value.Tally.Possible })
	if withholds {
		f.Mean = means(tally, values)
	}
	if of == OfCriterion || withholds {
		return f
	}
	slices.SortFunc(lows, mtss.Ratio.Cmp)
	slices.SortFunc(highs, mtss.Ratio.Cmp)
	quartile := func(k int64) *mtss.Span { return &mtss.Span{Low: quantile(lows, k), High: quantile(highs, k)} }
	f.LowerQuartile, f.Median, f.UpperQuartile = quartile(1), quartile(2), quartile(3)
	return f
}

// even is figures of units that have the same possible points, if they aren't many: how often
// there are so many points is counted, for the worst case and the best.
func even(of MeasureKind, values []*counted, times []int64) (f Figures, ok bool) {
	possible := int64(values[0].possible)
	if possible == 0 {
		return f, false
	}
	lows, highs := times[:possible+1], times[many:many+possible+1]
	clear(lows)
	clear(highs)
	low, high := int64(0), int64(0)
	for _, c := range values {
		if int64(c.possible) != possible {
			return Figures{}, false
		}
		low, high = low+int64(c.low), high+int64(c.high)
		lows[c.low]++
		highs[c.high]++
		if c.expired {
			f.Expired++
		}
	}
	n := int64(len(values))
	f.Tally = &mtss.Tally{Earned: low, Unknown: high - low, Possible: n * possible}
	f.Mean = f.Tally.Span()
	if of == OfCriterion {
		return f, true
	}
	quartiles := make([]mtss.Span, 3)
	for k := range quartiles {
		at := int64(k+1) * (n - 1)
		of := func(times []int64) mtss.Ratio {
			return mtss.NewRatio(point(times, at/4)*(4-at%4)+point(times, (at+3)/4)*(at%4), 4*possible)
		}
		quartiles[k] = mtss.Span{Low: of(lows), High: of(highs)}
	}
	f.LowerQuartile, f.Median, f.UpperQuartile = &quartiles[0], &quartiles[1], &quartiles[2]
	return f, true
}

// point returns the points at a place in order, of which there are so many of each.
func point(times []int64, at int64) int64 {
	points := int64(0)
	for ; at >= times[points]; points++ {
		at -= times[points]
	}
	return points
}

// tally returns the points of a value: all of them unknown if it has expired.
func (c *counted) tally() mtss.Tally {
	t := c.value.Tally
	if c.expired {
		t.Earned, t.Unknown = 0, t.Possible
	}
	return t
}

// share returns the share of a value; a share that is not defined, as of 0 points,
// can be any.
func (c *counted) share(t mtss.Tally) mtss.Span {
	switch {
	case c.expired:
		return closed(mtss.Span{})
	case c.value.Share != nil:
		return *c.value.Share
	}
	return closed(t.Span())
}

// answer is the tally of a value; that of a mean of subscales, which has none, in
// millionths.
func (c *counted) answer() mtss.Tally {
	if c.value.Share == nil {
		return c.tally()
	}
	share := c.share(mtss.Tally{})
	t := mtss.Tally{Possible: 1_000_000}
	low, _ := t.Limit(share.Low, false)
	high, _ := t.Target(share.High, false)
	t.Earned, t.Unknown = low, high-low
	return t
}

// mean returns the mean of shares, of which there is at least one. It adds up those of
// one denominator as integers: most are of one.
func mean(shares []mtss.Ratio) mtss.Ratio {
	sums, sum := map[int64]int64{}, mtss.Whole(0)
	for _, s := range shares {
		num, den, ok := s.Fraction()
		if !ok || num < 0 || num > mtss.MaxCount || sums[den] > mtss.MaxCount {
			sum = sum.Add(s)
			continue
		}
		sums[den] += num
	}
	for den, num := range sums {
		sum = sum.Add(mtss.NewRatio(num, den))
	}
	return sum.Quo(mtss.Whole(int64(len(shares))))
}

// means returns the least and the greatest mean of the shares of units that have so many
// points together: the points are those of the units with the most possible points, or with
// the fewest.
func means(sum mtss.Tally, values []*counted) mtss.Span {
	var possible []int64
	for _, c := range values {
		possible = append(possible, c.value.Tally.Possible)
	}
	slices.Sort(possible)
	of := func(points, open int64) mtss.Ratio {
		var shares []mtss.Ratio
		for _, p := range possible {
			own := min(p, points)
			points -= own
			if p == 0 { // any share is possible
				own, p = open, 1
			}
			shares = append(shares, mtss.NewRatio(own, p))
		}
		return mean(shares)
	}
	high := of(sum.Earned+sum.Unknown, 1)
	slices.Reverse(possible)
	return mtss.Span{Low: of(sum.Earned, 0), High: high}
}

// quantile returns the quartile k of shares in order: where it falls between two, in
// proportion to how far it is from each, as spreadsheets do.
func quantile(shares []mtss.Ratio, k int64) mtss.Ratio {
	at := k * int64(len(shares)-1)
	i, rest := at/4, at%4
	low := shares[i]
	if rest == 0 {
		return low
	}
	const small = 1 << 20
	high := shares[i+1]
	a, b, ok1 := low.Fraction()
	c, d, ok2 := high.Fraction()
	if ok1 && ok2 && max(a, b, c, d) < small && min(a, c) >= 0 {
		return mtss.NewRatio(a*d*(4-rest)+c*b*rest, 4*b*d)
	}
	return low.Add(high.Sub(low).Mul(mtss.NewRatio(rest, 4)))
}
