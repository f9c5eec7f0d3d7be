package lint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// tree is a node of a rule with its place.
type tree struct {
	node *rule.Node
	path string
}

func trees(s *subject) (out []tree) {
	if s.rule.When != nil {
		out = append(out, tree{s.rule.When, pointer.Member(s.path, "when")})
	}
	if s.rule.Require != nil {
		out = append(out, tree{s.rule.Require, pointer.Member(s.path, "require")})
	}
	return out
}

// leafAt is a comparison of one measure with its place.
type leafAt struct {
	measure, path string
	node          *rule.Node
	opposite      bool // below an odd number of nots
}

// leavesOf lists the comparisons of a tree; of "each" one for each name.
func leavesOf(n *rule.Node, path string, opposite bool) (out []leafAt) {
	if n.Measure != "" {
		return []leafAt{{n.Measure, path, n, opposite}}
	}
	for i, name := range n.Each {
		out = append(out, leafAt{name, pointer.Element(pointer.Member(path, "each"), i), n, opposite})
	}
	for _, list := range []struct {
		name  string
		nodes []rule.Node
	}{{"all", n.All}, {"any", n.Any}, {"of", n.Of}} {
		for i := range list.nodes {
			out = append(out, leavesOf(&list.nodes[i], pointer.Element(pointer.Member(path, list.name), i), opposite)...)
		}
	}
	if n.Not != nil {
		out = append(out, leavesOf(n.Not, pointer.Member(path, "not"), !opposite)...)
	}
	return out
}

// direction is 1 where more meets a comparison better, -1 where less does, and
// 0 where neither is so.
func (f leafAt) direction() int {
	o, texts := read(f.node.Comparison)
	d := 0
	switch {
	case o.Lower() && !o.Upper(), o == threshold.Is && texts[0] == "yes":
		d = 1
	case o.Upper() && !o.Lower(), o == threshold.Is && texts[0] == "no":
		d = -1
	}
	if f.opposite {
		return -d
	}
	return d
}

// directions looks for a measure that one tree wants both high and low.
func (l *linter) directions(s *subject, t tree) {
	seen := map[string]int{}
	for _, leaf := range leavesOf(t.node, t.path, false) {
		name, way := root(s.set.Book.Derived(), leaf.measure), leaf.direction()
		if way != 0 && seen[name] == -way {
			l.find(s.set, t.path, CodeDirections, "rule %q wants %s both high and low, so that with unknowns it may stay undetermined where both together would decide", s.rule.ID, name)
		}
		if way != 0 {
			seen[name] = way
		}
	}
}

// root returns the measure that a share or a gap is worked out from, in whose
// direction it goes.
func root(derived []rule.Derived, name string) string {
	for range derived { // no chain is longer
		i := slices.IndexFunc(derived, func(d rule.Derived) bool { return d.Name == name && (d.Share != "" || d.Gap != nil) })
		if i < 0 {
			break
		}
		name = derived[i].Of
	}
	return name
}

// totals is what the tallies in the cases are of, by their measure.
type totals map[string][]int64

// add takes in the facts of cases.
func (t totals) add(cases []suite.Case) {
	for _, c := range cases {
		for _, fact := range c.Facts {
			texts := []string{fact.Text}
			for _, d := range fact.Series {
				texts = append(texts, d.Value)
			}
			for _, text := range texts {
				value, err := rule.ParseValue(rule.Measure{Name: fact.Measure, Kind: rule.KindTally}, text)
				tally, isTally := value.Tally()
				if err == nil && isTally && tally.Possible > 0 && !slices.Contains(t[fact.Measure], tally.Possible) {
					t[fact.Measure] = append(t[fact.Measure], tally.Possible)
				}
			}
		}
	}
	for _, list := range t {
		slices.Sort(list)
	}
}

// bound looks for a bound that no tally lies on: a part of a point, or of every
// total in the cases.
func (l *linter) bound(s *subject, leaf leafAt, shapes shaper) {
	m, known := shapes.measures[leaf.measure]
	if !known || m.Kind != rule.KindTally {
		return
	}
	all := l.totals[m.Name]
	for _, b := range limits(m, leaf.node.Comparison) {
		switch {
		case !b.counted && len(all) > 0 && !slices.ContainsFunc(all, func(n int64) bool { return whole(b.at.Mul(mtss.Whole(n))) }):
			l.find(s.set, leaf.path, CodeBound, "no tally lies on %s: the cases have %s of %s, and that part of none is a whole number", b.text, m.Name, list(all))
		case b.counted && !whole(b.at):
			l.find(s.set, leaf.path, CodeBound, "no tally lies on %q, since points are counted whole", b.text)
		case b.counted && len(all) > 0 && b.at.Cmp(mtss.Whole(all[len(all)-1])) > 0:
			l.find(s.set, leaf.path, CodeBound, "no tally reaches %q: the cases have %s of %s", b.text, m.Name, list(all))
		}
	}
}

func whole(r mtss.Ratio) bool {
	_, den, ok := r.Fraction()
	return ok && den == 1
}

// list names numbers, as far as a reader wants them.
func list(numbers []int64) string {
	var out []string
	for i, n := range numbers {
		if i == 5 {
			out = append(out, "...")
			break
		}
		out = append(out, strconv.FormatInt(n, 10))
	}
	return strings.Join(out, ", ")
}

// strict looks for one source that is read both with a bound and without it.
func (l *linter) strict(subjects []subject, shapes shaper) {
	type key struct {
		source          mtss.Source
		measure, bound  string
		upward, counted bool
	}
	type reading struct {
		strict bool
		of     *subject
	}
	seen := map[key][]reading{}
	for i := range subjects {
		s := &subjects[i]
		if s.rule.Source.Title == "" {
			continue
		}
		source := s.rule.Source
		source.Locator = "" // another page of one source is the same source
		for _, t := range trees(s) {
			for _, leaf := range leavesOf(t.node, t.path, false) {
				o, _ := read(leaf.node.Comparison)
				m := shapes.measures[leaf.measure]
				bounds := limits(m, leaf.node.Comparison)
				if len(bounds) != 1 || leaf.opposite {
					continue
				}
				b := bounds[0]
				num, den, _ := b.at.Fraction()
				k := key{source, m.Name, strconv.FormatInt(num, 10) + "/" + strconv.FormatInt(den, 10), o.Lower(), b.counted}
				now := reading{b.strict, s}
				for _, other := range seen[k] {
					if other.strict != now.strict && (other.of == s || together(other.of, s)) && !(s.above && other.of.above) {
						l.find(s.set, leaf.path, CodeStrict, "rules %q and %q read one source (%s) differently: %s itself is enough in one and not in the other", other.of.rule.ID, s.rule.ID, source.Title, b.text)
					}
				}
				seen[k] = append(seen[k], now)
			}
		}
	}
}
