package lint

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss/rule"
)

// maxBoxes is how many alternatives of a rule are looked at together; a rule
// with more is taken to allow everything, so that no finding is made of it.
const maxBoxes = 64

// box is one alternative: what it wants of each measure.
type box map[string]values

// shape is a node as alternatives, any of which meets it. Where exact is false
// it allows more than the node does, so that what a shape rules out the node
// rules out too, and not the reverse.
type shape struct {
	boxes []box
	exact bool
}

// open allows everything.
func open() shape { return shape{boxes: []box{{}}} }

// shaper makes shapes of nodes, given the measures that they speak of.
type shaper struct {
	measures map[string]rule.Measure
	groups   map[string][]string
}

func newShaper(v rule.Vocabulary) shaper {
	s := shaper{measures: map[string]rule.Measure{}, groups: map[string][]string{}}
	for _, m := range v.Measures {
		s.measures[m.Name] = m
	}
	for _, g := range v.Groups {
		s.groups[g.Name] = g.Members
	}
	return s
}

// of returns the shape of a node; nil asks for nothing.
func (s shaper) of(n *rule.Node) shape {
	if n == nil {
		return shape{boxes: []box{{}}, exact: true}
	}
	return s.node(n, false)
}

// node returns the shape of a node, or of its opposite.
func (s shaper) node(n *rule.Node, opposite bool) shape {
	switch {
	case n.Measure != "":
		return s.leaf(n, n.Measure, opposite)
	case n.Not != nil:
		return s.node(n.Not, !opposite)
	case n.Each != nil:
		return s.each(n, opposite)
	case n.AtLeastOf > 0:
		return s.atLeastOf(n, opposite)
	}
	nodes, joined := n.All, !opposite
	if n.Any != nil {
		nodes, joined = n.Any, opposite
	}
	return s.join(nodes, joined, opposite)
}

// join combines nodes: all of them if joined, else any.
func (s shaper) join(nodes []rule.Node, joined, opposite bool) shape {
	shapes := make([]shape, len(nodes))
	for i := range nodes {
		shapes[i] = s.node(&nodes[i], opposite)
	}
	return combine(shapes, joined)
}

func combine(shapes []shape, joined bool) shape {
	if joined {
		out := shape{boxes: []box{{}}, exact: true}
		for _, next := range shapes {
			out = out.and(next)
		}
		return out
	}
	out := shape{exact: true}
	for _, next := range shapes {
		out.boxes, out.exact = append(out.boxes, next.boxes...), out.exact && next.exact
	}
	if len(out.boxes) > maxBoxes {
		return open()
	}
	return out
}

// and returns what both shapes allow.
func (a shape) and(b shape) shape {
	if len(a.boxes)*len(b.boxes) > maxBoxes*maxBoxes {
		return open()
	}
	out := shape{exact: a.exact && b.exact}
	for _, x := range a.boxes {
		for _, y := range b.boxes {
			if both, some := x.and(y); some {
				out.boxes = append(out.boxes, both)
			}
		}
	}
	if len(out.boxes) > maxBoxes {
		return open()
	}
	return out
}

// and returns what two alternatives allow together, and whether that is anything.
func (x box) and(y box) (box, bool) {
	out := box{}
	for name, v := range x {
		out[name] = v
	}
	for name, w := range y {
		if v, both := out[name]; both {
			w = v.and(w)
		}
		if w.empty() && !w.optional {
			return nil, false
		}
		out[name] = w
	}
	return out, true
}

// leaf is the shape of a comparison of one measure.
func (s shaper) leaf(n *rule.Node, name string, opposite bool) shape {
	m, known := s.measures[name]
	v := valuesOf(m, n.Comparison)
	if !known || n.Last > 0 && opposite {
		return open() // one of several values failing says nothing of each
	}
	if n.Times > 0 {
		return open() // of several values each may be another
	}
	if v.low.counted || v.high.counted {
		name += " (count)" // no share holds a count
	}
	if n.Within != "" {
		name += " within " + n.Within // another value may count on all days
	}
	out := shape{exact: n.Last == 0 && n.Within == ""}
	alternatives := []values{v}
	if opposite {
		alternatives = v.not(m.Kind)
	}
	for _, a := range alternatives {
		out.boxes = append(out.boxes, box{name: a})
	}
	return out
}

// each is the shape of one comparison of several measures.
func (s shaper) each(n *rule.Node, opposite bool) shape {
	var shapes []shape
	for _, name := range n.Each {
		members := s.groups[name]
		if _, known := s.measures[name]; known {
			members = []string{name}
		}
		for _, member := range members {
			one := s.leaf(n, member, opposite)
			for _, b := range one.boxes {
				for key, v := range b {
					v.optional = true
					b[key] = v
				}
			}
			one.exact = false // a member may drop out
			shapes = append(shapes, one)
		}
	}
	if len(shapes) == 0 {
		return open()
	}
	return combine(shapes, !opposite)
}

// atLeastOf is the shape of so many of several nodes. Its opposite is that more
// than the rest of them fail.
func (s shaper) atLeastOf(n *rule.Node, opposite bool) shape {
	wanted := n.AtLeastOf
	if opposite {
		wanted = len(n.Of) - n.AtLeastOf + 1
	}
	switch {
	case wanted < 1 || wanted > len(n.Of):
		return open()
	case wanted == 1:
		return s.join(n.Of, false, opposite)
	case wanted == len(n.Of):
		return s.join(n.Of, true, opposite)
	case len(n.Of) > 6: // more choices than a reader looks at together
		return open()
	}
	shapes := make([]shape, len(n.Of))
	for i := range n.Of {
		shapes[i] = s.node(&n.Of[i], opposite)
	}
	var choices []shape
	for _, chosen := range subsets(len(shapes), wanted) {
		var some []shape
		for _, i := range chosen {
			some = append(some, shapes[i])
		}
		choices = append(choices, combine(some, true))
	}
	return combine(choices, false)
}

// subsets lists the ways to choose k of n places.
func subsets(n, k int) (out [][]int) {
	var extend func(chosen []int, next int)
	extend = func(chosen []int, next int) {
		if len(chosen) == k {
			out = append(out, slices.Clone(chosen))
			return
		}
		for i := next; i < n; i++ {
			extend(append(chosen, i), i+1)
		}
	}
	extend(nil, 0)
	return out
}

// within reports whether whatever meets a meets b; false where that is not known.
func (a shape) within(b shape) bool {
	if !b.exact {
		return false
	}
	return !slices.ContainsFunc(a.boxes, func(x box) bool {
		return !slices.ContainsFunc(b.boxes, func(y box) bool { return x.within(y) })
	})
}

func (x box) within(y box) bool {
	for name, w := range y {
		v, both := x[name]
		if !both || !v.within(w) {
			return false
		}
	}
	return true
}
