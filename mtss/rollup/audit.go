package rollup

import (
	"container/heap"
	"math/big"
	"slices"
)

// Audit returns the places of the groups that are not shown and whose numbers follow
// all the same from those that are: as a sum of their numbers, each taken any
// number of times or subtracted. It is exact, by linear algebra in fractions, and looks
// at members alone, whatever was the reason to withhold a group. It finds
// none in what [WithholdingPolicy.Withhold] shows; use it on groups that are published together
// and were withheld elsewhere or apart from each other.
func Audit(groups [][]Member, shown []bool) (recovered []int) {
	rows := columns(groups)
	var given []int
	isShown := func(i int) bool { return i < len(shown) && shown[i] }
	for i := range groups {
		if isShown(i) {
			given = append(given, i)
		}
	}
	slices.SortStableFunc(given, func(a, b int) int { return len(rows[a]) - len(rows[b]) })
	e := elimination{}
	for _, i := range given {
		e.add(rows[i])
	}
	for i := range groups {
		if !isShown(i) && len(rows[i]) > 0 && len(e.reduce(rows[i])) == 0 {
			recovered = append(recovered, i)
		}
	}
	return recovered
}

// columns writes each group as the parts that it consists of, rising: members who are
// in exactly the same groups are one.
func columns(groups [][]Member) [][]int {
	of, next := map[string]int{}, 1
	for _, g := range groups {
		own := map[int]int{}
		for _, m := range each(g) {
			k := of[m.ID]
			if own[k] == 0 {
				own[k] = next
				next++
			}
			of[m.ID] = own[k]
		}
	}
	rows := make([][]int, len(groups))
	for i, g := range groups {
		for _, m := range g {
			rows[i] = append(rows[i], of[m.ID])
		}
		slices.Sort(rows[i])
		rows[i] = slices.Compact(rows[i])
	}
	return rows
}

// elimination holds equations by their first column, where they have 1.
type elimination map[int][]term

type term struct {
	column int
	times  *big.Rat
}

// add enters an equation, if it does not follow from those that are there.
func (e elimination) add(row []int) {
	left := e.reduce(row)
	if len(left) == 0 {
		return
	}
	first := new(big.Rat).Inv(left[0].times)
	for i := range left {
		left[i].times.Mul(left[i].times, first)
	}
	e[left[0].column] = left
}

// reduce takes from a row all that follows from the equations, and returns what is left.
func (e elimination) reduce(row []int) (left []term) {
	at := map[int]*big.Rat{}
	open := rising(slices.Clone(row))
	for _, c := range row {
		at[c] = big.NewRat(1, 1)
	}
	heap.Init(&open)
	for len(open) > 0 {
		c := heap.Pop(&open).(int)
		times := at[c]
		if times.Sign() == 0 {
			continue
		}
		equation := e[c]
		if equation == nil {
			left = append(left, term{c, times})
			continue
		}
		for _, t := range equation[1:] {
			if at[t.column] == nil {
				at[t.column] = new(big.Rat)
				heap.Push(&open, t.column)
			}
			at[t.column].Sub(at[t.column], new(big.Rat).Mul(times, t.times))
		}
	}
	return left
}

// rising is a heap of columns.
type rising []int

func (r rising) Len() int           { return len(r) }
func (r rising) Less(i, j int) bool { return r[i] < r[j] }
func (r rising) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *rising) Push(x any)        { *r = append(*r, x.(int)) }
func (r *rising) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}
