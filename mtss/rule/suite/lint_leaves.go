package suite

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
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
	c, d := f.node.Comparison, 0
	switch {
	case c.AtLeast != "", c.MoreThan != "", c.Is == "yes":
		d = 1
	case c.AtMost != "", c.LessThan != "", c.Is == "no":
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
		name, way := root(s.set.book.Derived(), leaf.measure), leaf.direction()
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

// totals gathers what the tallies in the cases are of.
func (f *folder) totals() map[string][]int64 {
	totals := map[string][]int64{}
	for _, file := range f.cases {
		for _, c := range file.cases {
			for _, fact := range c.Facts {
				for _, text := range append([]string{fact.Text}, texts(fact.Series)...) {
					value, err := rule.ParseValue(rule.Measure{Name: fact.Measure, Kind: rule.KindTally}, text)
					t, isTally := value.Tally()
					if err == nil && isTally && t.Possible > 0 && !slices.Contains(totals[fact.Measure], t.Possible) {
						totals[fact.Measure] = append(totals[fact.Measure], t.Possible)
					}
				}
			}
		}
	}
	for _, list := range totals {
		slices.Sort(list)
	}
	return totals
}

func texts(series []rule.DatedText) (out []string) {
	for _, d := range series {
		out = append(out, d.Value)
	}
	return out
}

// bound looks for a bound that no tally lies on: a part of a point, or of every
// total in the cases.
func (l *linter) bound(s *subject, leaf leafAt, shapes shaper) {
	m, known := shapes.measures[leaf.measure]
	if !known || m.Kind != rule.KindTally {
		return
	}
	c := leaf.node.Comparison
	for _, text := range append([]string{c.AtLeast, c.MoreThan, c.AtMost, c.LessThan}, c.Between...) {
		r, ok := number(m, text)
		if text == "" || !ok {
			continue
		}
		totals := l.totals[m.Name]
		switch share := !counted(m, text); {
		case share && len(totals) > 0 && !slices.ContainsFunc(totals, func(n int64) bool { return whole(r.Mul(mtss.Whole(n))) }):
			l.find(s.set, leaf.path, CodeBound, "no tally lies on %s: the cases have %s of %s, and that part of none is a whole number", text, m.Name, list(totals))
		case !share && !whole(r):
			l.find(s.set, leaf.path, CodeBound, "no tally lies on %q, since points are counted whole", text)
		case !share && len(totals) > 0 && r.Cmp(mtss.Whole(totals[len(totals)-1])) > 0:
			l.find(s.set, leaf.path, CodeBound, "no tally reaches %q: the cases have %s of %s", text, m.Name, list(totals))
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
				c, m := leaf.node.Comparison, shapes.measures[leaf.measure]
				text := c.AtLeast + c.MoreThan + c.AtMost + c.LessThan
				r, ok := number(m, text)
				if text == "" || !ok || leaf.opposite {
					continue
				}
				num, den, _ := r.Fraction()
				k := key{source, m.Name, strconv.FormatInt(num, 10) + "/" + strconv.FormatInt(den, 10), c.AtLeast+c.MoreThan != "", counted(m, text)}
				now := reading{c.MoreThan+c.LessThan != "", s}
				for _, other := range seen[k] {
					if other.strict != now.strict && (other.of == s || together(other.of, s)) && !(s.above && other.of.above) {
						l.find(s.set, leaf.path, CodeStrict, "rules %q and %q read one source (%s) differently: %s itself is enough in one and not in the other", other.of.rule.ID, s.rule.ID, source.Title, text)
					}
				}
				seen[k] = append(seen[k], now)
			}
		}
	}
}
