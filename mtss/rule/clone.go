package rule

import "slices"

// Clone returns a deep copy of the node, down to [MaxDepth]: what is deeper, no
// rule can hold.
func (n Node) Clone() Node { return n.clone(0) }

func (n Node) clone(depth int) Node {
	if depth > MaxDepth {
		return n
	}
	n.Each = slices.Clone(n.Each)
	n.Between = slices.Clone(n.Between)
	n.OneOf = slices.Clone(n.OneOf)
	n.All, n.Any, n.Of = cloneAll(n.All, depth), cloneAll(n.Any, depth), cloneAll(n.Of, depth)
	if n.Not != nil {
		inner := n.Not.clone(depth + 1)
		n.Not = &inner
	}
	return n
}

func cloneAll(nodes []Node, depth int) []Node {
	out := slices.Clone(nodes)
	for i := range out {
		out[i] = out[i].clone(depth + 1)
	}
	return out
}
