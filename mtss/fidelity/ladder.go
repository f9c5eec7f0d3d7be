package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// rung is one sum: of a unit and a key, such as an innovation.
type rung[K comparable] struct {
	unit mtss.Unit
	key  K
}

// ladder finds the sums that something in a unit counts in: the unit's own and
// those of every unit above it.
type ladder[K comparable] struct {
	above mtss.Hierarchy
	place map[rung[K]]int
	ways  map[rung[K]][]int
	rungs []rung[K]
}

func newLadder[K comparable](above mtss.Hierarchy) *ladder[K] {
	return &ladder[K]{above: above, place: map[rung[K]]int{}, ways: map[rung[K]][]int{}}
}

// up returns the places of the sums of a unit and those above it; a place that
// is len(rungs) before the call is new.
func (l *ladder[K]) up(unit mtss.Unit, key K) []int {
	if way, known := l.ways[rung[K]{unit, key}]; known {
		return way
	}
	var way []int
	for _, u := range append([]mtss.Unit{unit}, l.above.Above(unit.ID)...) {
		r := rung[K]{u, key}
		if _, known := l.place[r]; !known {
			l.place[r] = len(l.rungs)
			l.rungs = append(l.rungs, r)
		}
		way = append(way, l.place[r])
	}
	l.ways[rung[K]{unit, key}] = way
	return way
}

// misplaced reports whether the hierarchy knows the id as a unit of another kind.
func misplaced(above mtss.Hierarchy, u mtss.Unit) (mtss.Unit, bool) {
	known, ok := above.Unit(u.ID)
	return known, ok && known.Kind != u.Kind
}

// rank orders units from the smallest kind up; -1 for no kind.
func rank(u mtss.Unit) int { return slices.Index(mtss.UnitKinds(), u.Kind) }

// compareUnits orders units from the smallest kind up, then by id.
func compareUnits(a, b mtss.Unit) int {
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.ID, b.ID))
}
