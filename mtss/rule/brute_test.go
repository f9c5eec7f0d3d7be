package rule_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// This file holds a second, naive account of what nodes mean: plain answers
// about one way of filling in all unknowns, in whole numbers.

// small is an instrument of a few items scored 0 to 2, in two subscales, and a
// vote. A negative score is a missing one.
type small struct {
	items [2][]int
	vote  mtss.Verdict
}

// The measures of a small instrument, in their order.
const (
	partA = iota
	partB
	total
	mean
	vote
)

var smallVocabulary = rule.Vocabulary{
	Measures: []rule.Measure{
		{Name: "a", Kind: rule.KindTally, Unit: "points"},
		{Name: "b", Kind: rule.KindTally, Unit: "points"},
		{Name: "total", Kind: rule.KindTally, Unit: "points"},
		{Name: "mean", Kind: rule.KindRatio},
		{Name: "vote", Kind: rule.KindYesNo},
	},
	Groups: []rule.Group{{Name: "subscales", Members: []string{"a", "b"}}},
}

// anySmall returns an instrument of 4 to 6 items, up to 3 of them missing; one
// in eight has a subscale none of whose items apply.
func anySmall(r *rand.Rand) small {
	s := small{vote: mtss.Verdict(r.IntN(3) - 1)}
	items := 4 + r.IntN(3)
	first := 1 + r.IntN(items-1)
	if r.IntN(8) == 0 {
		first = items
	}
	missing := r.IntN(4)
	for i, place := range r.Perm(items) {
		score := r.IntN(3)
		if i < missing {
			score = -1
		}
		if place < first {
			s.items[0] = append(s.items[0], score)
		} else {
			s.items[1] = append(s.items[1], score)
		}
	}
	return s
}

// applies reports whether a measure applies.
func (s small) applies(measure int) bool { return measure != partB || len(s.items[1]) > 0 }

// tally counts a subscale by hand.
func (s small) tally(part int) mtss.Tally {
	t := mtss.Tally{Possible: int64(2 * len(s.items[part]))}
	for _, score := range s.items[part] {
		if score < 0 {
			t.Unknown += 2
		} else {
			t.Earned += int64(score)
		}
	}
	return t
}

func (s small) values() []rule.Value {
	a, b := s.tally(0), s.tally(1)
	both := mtss.Tally{Earned: a.Earned + b.Earned, Possible: a.Possible + b.Possible, Unknown: a.Unknown + b.Unknown}
	values := []rule.Value{rule.Of(a), rule.Of(b), rule.Of(both), rule.OfMean([]mtss.Tally{a, b}), rule.OfYesNo(s.vote)}
	if !s.applies(partB) {
		values[partB] = rule.NotApplicable()
	}
	return values
}

// completions calls f with every way of filling in what is missing.
func (s small) completions(f func(small)) {
	if s.vote == mtss.Undetermined {
		for _, answer := range []mtss.Verdict{mtss.Met, mtss.NotMet} {
			s.vote = answer
			s.completions(f)
		}
		return
	}
	for part, items := range s.items {
		for i, score := range items {
			if score >= 0 {
				continue
			}
			for filled := range 3 {
				s.with(part, i, filled).completions(f)
			}
			return
		}
	}
	f(s)
}

// with returns a copy with one item scored.
func (s small) with(part, item, score int) small {
	s.items[part] = append([]int{}, s.items[part]...)
	s.items[part][item] = score
	return s
}

// share returns a measure of a completed instrument as numerator and denominator.
func (s small) share(measure int) (num, den int64) {
	a, b := s.tally(0), s.tally(1)
	switch measure {
	case partA:
		return a.Earned, a.Possible
	case partB:
		return b.Earned, b.Possible
	case total:
		return a.Earned + b.Earned, a.Possible + b.Possible
	}
	if b.Possible == 0 {
		return a.Earned, a.Possible
	}
	return a.Earned*b.Possible + b.Earned*a.Possible, 2 * a.Possible * b.Possible
}

// plain is a node in the second account.
type plain struct {
	operator string // of a leaf: a comparison; else all, any, not, atLeastOf or each
	measures []int  // one of a leaf, several of each
	num, den int64  // of the threshold
	top      int64  // numerator of the greater bound of between
	counted  bool   // the threshold is num points
	count    int    // of atLeastOf
	nodes    []plain
}

var upward = []string{"atLeast", "moreThan"}
var everyWay = []string{"atLeast", "moreThan", "atMost", "lessThan", "between"}

// anyLeaf returns a comparison of a measure, or of each subscale.
func anyLeaf(r *rand.Rand, s small, operators []string) plain {
	if r.IntN(6) == 0 {
		return plain{operator: "yes", measures: []int{vote}}
	}
	den := []int64{2, 3, 4, 5, 6, 8, 10, 12, 100}[r.IntN(9)]
	p := plain{operator: operators[r.IntN(len(operators))], num: r.Int64N(den-1) + 1, den: den}
	p.top = p.num + r.Int64N(den-p.num+1)
	p.measures = []int{r.IntN(4)}
	for !s.applies(p.measures[0]) {
		p.measures = []int{r.IntN(4)}
	}
	if p.measures[0] != mean && r.IntN(3) == 0 {
		p.counted, p.num = true, r.Int64N(8)+1
		p.top = p.num + r.Int64N(4)
	}
	return p
}

// anyTree returns a combination of leaves, and of each; without nots unless mixed.
func anyTree(r *rand.Rand, s small, depth int, operators []string, mixed bool) plain {
	if depth == 0 || r.IntN(4) == 0 {
		leaf := anyLeaf(r, s, operators)
		if r.IntN(5) == 0 && leaf.operator != "yes" {
			leaf.nodes = []plain{{operator: leaf.operator}}
			leaf.operator, leaf.measures = "each", []int{partA, partB}
		}
		return leaf
	}
	p := plain{operator: []string{"all", "any", "atLeastOf"}[r.IntN(3)]}
	if mixed && r.IntN(4) == 0 {
		return plain{operator: "not", nodes: []plain{anyTree(r, s, depth-1, operators, mixed)}}
	}
	for range r.IntN(3) + 1 {
		p.nodes = append(p.nodes, anyTree(r, s, depth-1, operators, mixed))
	}
	if p.operator == "atLeastOf" {
		p.count = 1 + r.IntN(len(p.nodes))
	}
	return p
}

func (p plain) text(num int64) string {
	if p.counted {
		return fmt.Sprintf("%d points", num)
	}
	return fmt.Sprintf("%d/%d", num, p.den)
}

func (p plain) comparison(operator string) rule.Comparison {
	switch operator {
	case "atLeast":
		return atLeast(p.text(p.num))
	case "moreThan":
		return moreThan(p.text(p.num))
	case "atMost":
		return atMost(p.text(p.num))
	case "lessThan":
		return lessThan(p.text(p.num))
	case "between":
		return between(p.text(p.num), p.text(p.top))
	}
	return is(operator)
}

// node writes p as rules are written.
func (p plain) node() rule.Node {
	if p.operator == "each" {
		return each(p.comparison(p.nodes[0].operator), "subscales")
	}
	var nodes []rule.Node
	for _, n := range p.nodes {
		nodes = append(nodes, n.node())
	}
	switch p.operator {
	case "all":
		return rule.Node{All: nodes}
	case "any":
		return rule.Node{Any: nodes}
	case "not":
		return rule.Node{Not: &nodes[0]}
	case "atLeastOf":
		return rule.Node{AtLeastOf: p.count, Of: nodes}
	}
	return of(smallVocabulary.Measures[p.measures[0]].Name, p.comparison(p.operator))
}

// holds answers about a completed instrument.
func (p plain) holds(s small) bool {
	met := 0
	for _, n := range p.nodes {
		if p.operator != "each" && n.holds(s) {
			met++
		}
	}
	switch p.operator {
	case "all":
		return met == len(p.nodes)
	case "any":
		return met > 0
	case "not":
		return met == 0
	case "atLeastOf":
		return met >= p.count
	case "each":
		for _, m := range p.measures {
			if s.applies(m) && !p.compare(s, m, p.nodes[0].operator) {
				return false
			}
		}
		return true
	case "yes":
		return s.vote == mtss.Met
	}
	return p.compare(s, p.measures[0], p.operator)
}

func (p plain) compare(s small, measure int, operator string) bool {
	num, den := s.share(measure)
	value, low, high := num*p.den, p.num*den, p.top*den
	if p.counted {
		value, low, high = num, p.num, p.top
	}
	switch operator {
	case "atLeast":
		return value >= low
	case "moreThan":
		return value > low
	case "atMost":
		return value <= low
	case "lessThan":
		return value < low
	}
	return low <= value && value <= high
}

// truth goes through every completion.
func (p plain) truth(s small) mtss.Verdict {
	yes, no := false, false
	s.completions(func(full small) {
		if p.holds(full) {
			yes = true
		} else {
			no = true
		}
	})
	switch {
	case yes && !no:
		return mtss.Met
	case no && !yes:
		return mtss.NotMet
	}
	return mtss.Undetermined
}
