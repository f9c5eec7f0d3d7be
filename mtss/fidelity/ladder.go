package fidelity

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// rung is one sum: of a unit and an innovation.
type rung struct {
	unit       mtss.Unit
	innovation string
}

// ladder finds the sums that something in a unit counts in: the unit's own and
// those of every unit above it.
type ladder struct {
	above mtss.Hierarchy
	place map[rung]int
	ways  map[rung][]int
	rungs []rung
}

func newLadder(above mtss.Hierarchy) *ladder {
	return &ladder{above: above, place: map[rung]int{}, ways: map[rung][]int{}}
}

// up returns the places of the sums of units and those above them, each once; a
// place that is len(rungs) before the call, or above it, is new, and they come in
// order.
func (l *ladder) up(innovation string, unit mtss.Unit, more []mtss.Unit) []int {
	way := l.way(innovation, unit)
	if len(more) == 0 {
		return way
	}
	all := slices.Clone(way)
	for _, u := range more {
		all = append(all, l.way(innovation, u)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (l *ladder) way(innovation string, unit mtss.Unit) []int {
	if way, known := l.ways[rung{unit, innovation}]; known {
		return way
	}
	var way []int
	for _, u := range append([]mtss.Unit{unit}, l.above.Above(unit.ID)...) {
		r := rung{u, innovation}
		if _, known := l.place[r]; !known {
			l.place[r] = len(l.rungs)
			l.rungs = append(l.rungs, r)
		}
		way = append(way, l.place[r])
	}
	l.ways[rung{unit, innovation}] = way
	return way
}

// now returns a unit by the id that it has now.
func now(u mtss.Unit, above mtss.Hierarchy) mtss.Unit {
	if known, ok := above.Unit(u.ID); ok && known.Kind == u.Kind {
		return known
	}
	return u
}

// within reports whether a unit is another one, or below it.
func within(u, other mtss.Unit, above mtss.Hierarchy) bool {
	u, other = now(u, above), now(other, above)
	return u == other || slices.Contains(above.Above(u.ID), other)
}
