package rule

import "slices"

// Clone returns a deep copy of the node.
func (n Node) Clone() Node {
	n.Each = slices.Clone(n.Each)
	n.Between = slices.Clone(n.Between)
	n.OneOf = slices.Clone(n.OneOf)
	n.All, n.Any, n.Of = cloneAll(n.All), cloneAll(n.Any), cloneAll(n.Of)
	if n.Not != nil {
		inner := n.Not.Clone()
		n.Not = &inner
	}
	return n
}

func cloneAll(nodes []Node) []Node {
	out := slices.Clone(nodes)
	for i := range out {
		out[i] = out[i].Clone()
	}
	return out
}
