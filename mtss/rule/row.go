package rule

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// mostOrders is up to how many values of one day are tried in every order.
const mostOrders = 4

// inARow counts how many values at the end rise one after another, or fall, from the
// fewest to the most that there may be: over all that unknown values may be, as if
// every number were possible, and all orders of the values of one day.
func inARow(known []Dated, falling bool) Value {
	if len(known) == 0 {
		return OfSpan(mtss.Exactly(mtss.Whole(0)))
	}
	spans := make([]mtss.Span, len(known))
	for i := range known {
		if spans[i] = known[i].Value.span(); falling {
			zero := mtss.Whole(0)
			spans[i] = mtss.Span{Low: zero.Sub(spans[i].High), High: zero.Sub(spans[i].Low)}
		}
	}
	line, row := cellsOf(spans), rowEnd{}
	for from, to := 0, 0; from < len(known); from = to {
		for to = from + 1; to < len(known) && known[to].On == known[from].On; to++ {
		}
		row = line.day(row, spans[from:to])
	}
	least, most := len(known), 0
	for _, c := range row.counts {
		if c.most > 0 {
			least, most = min(least, c.least), max(most, c.most)
		}
	}
	return OfSpan(mtss.Span{Low: mtss.Whole(int64(least)), High: mtss.Whole(int64(most))})
}

// cells cut the numbers at the ends of spans: cell 1 is the first end, 3 the next, and
// so on, and the even ones are what lies below, between and above.
type cells []mtss.Ratio

func cellsOf(spans []mtss.Span) (cuts cells) {
	for _, s := range spans {
		for _, end := range []mtss.Ratio{s.Low, s.High} {
			if end.Defined() {
				cuts = append(cuts, end)
			}
		}
	}
	slices.SortFunc(cuts, mtss.Ratio.Cmp)
	return slices.CompactFunc(cuts, mtss.Ratio.Equal)
}

// of returns the first and the last cell of a span.
func (c cells) of(s mtss.Span) (first, last int) {
	place := func(end mtss.Ratio, open int) int {
		if !end.Defined() {
			return open
		}
		i, _ := slices.BinarySearchFunc(c, end, mtss.Ratio.Cmp)
		return 2*i + 1
	}
	return place(s.Low, 0), place(s.High, 2*len(c))
}

// rowEnd holds, for each cell from the first on in which the last value may lie, how
// many values rise up to it: the fewest and the most, which is 0 where it cannot.
type rowEnd struct {
	first  int
	counts []struct{ least, most int }
}

// day appends the values of one day in every order that they may have.
func (c cells) day(before rowEnd, spans []mtss.Span) (after rowEnd) {
	if len(spans) > mostOrders {
		return c.crowd(before, spans)
	}
	order := slices.Clone(spans)
	var from func(i int, row rowEnd)
	from = func(i int, row rowEnd) {
		if i == len(order) {
			after = after.or(row)
		}
		for k := i; k < len(order); k++ {
			order[i], order[k] = order[k], order[i]
			from(i+1, c.next(row, order[i]))
			order[i], order[k] = order[k], order[i]
		}
	}
	from(0, before)
	return after
}

// crowd stands for many values of one day: any may be the last, after none or all.
func (c cells) crowd(before rowEnd, spans []mtss.Span) (after rowEnd) {
	most := len(spans)
	for _, count := range before.counts {
		most = max(most, count.most+len(spans))
	}
	for _, s := range spans {
		row := c.next(rowEnd{}, s)
		for i := range row.counts {
			row.counts[i].most = most
		}
		after = after.or(row)
	}
	return after
}

// next appends a value.
func (c cells) next(before rowEnd, s mtss.Span) rowEnd {
	first, last := c.of(s)
	after := rowEnd{first, make([]struct{ least, most int }, last-first+1)}
	highest := -1 // cell of the value before
	for i, count := range before.counts {
		if count.most > 0 {
			highest = before.first + i
		}
	}
	fewest, greatest, below := 0, 0, 0 // of the cells below, so far
	for i := range after.counts {
		cell, count := first+i, &after.counts[i]
		for ; below < len(before.counts) && before.first+below < cell; below++ {
			if b := before.counts[below]; b.most > 0 {
				if fewest == 0 || b.least < fewest {
					fewest = b.least
				}
				greatest = max(greatest, b.most)
			}
		}
		least := 0 // none yet
		if greatest > 0 {
			least = fewest + 1
		}
		count.most = greatest + 1
		if at := cell - before.first; at >= 0 && at < len(before.counts) && before.counts[at].most > 0 {
			same := before.counts[at] // as much, or in a gap also less or more
			if least == 0 || same.least < least {
				least = same.least
			}
			count.most = max(count.most, same.most)
			if cell%2 == 0 {
				least, count.most = 1, max(count.most, same.most+1)
			}
		}
		if least == 0 || highest > cell {
			least = 1 // it fell, or is the first
		}
		count.least = least
	}
	return after
}

// or joins what may be the case in one way and in another.
func (r rowEnd) or(o rowEnd) rowEnd {
	if len(r.counts) == 0 || len(o.counts) == 0 {
		return rowEnd{max(r.first, o.first), append(slices.Clip(r.counts), o.counts...)}
	}
	first := min(r.first, o.first)
	end := max(r.first+len(r.counts), o.first+len(o.counts))
	out := rowEnd{first, make([]struct{ least, most int }, end-first)}
	copy(out.counts[r.first-first:], r.counts)
	for i, c := range o.counts {
		to := &out.counts[o.first-first+i]
		switch {
		case to.most == 0:
			*to = c
		case c.most > 0:
			to.least, to.most = min(to.least, c.least), max(to.most, c.most)
		}
	}
	return out
}
