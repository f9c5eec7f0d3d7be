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
	above  mtss.Hierarchy
	place  map[rung]int
	rungs  []rung
	posts  []post
	postOf map[rung]int32
	last   int32 // the post that was asked for last
}

// post is what those who use an innovation in a unit have in common.
type post struct {
	rung
	way      []int // the places of the sums
	unplaced bool  // the hierarchy does not have the unit, though it has others
}

func newLadder(above mtss.Hierarchy) *ladder {
	return &ladder{above: above, place: map[rung]int{}, postOf: map[rung]int32{}}
}

// post returns the number of a post. Those of one unit mostly follow each other.
func (l *ladder) post(innovation string, unit mtss.Unit) int32 {
	key := rung{unit, innovation}
	if int(l.last) < len(l.posts) && l.posts[l.last].rung == key {
		return l.last
	}
	at, known := l.postOf[key]
	if !known {
		at = int32(len(l.posts))
		_, placed := l.above.Unit(unit.ID)
		l.posts, l.postOf[key] = append(l.posts, post{rung: key, way: l.way(key), unplaced: !placed && l.above.Len() > 0}), at
	}
	l.last = at
	return at
}

// way returns the places of the sums of a unit and those above it. One that is there
// already keeps its place.
func (l *ladder) way(from rung) (way []int) {
	for _, u := range append([]mtss.Unit{from.unit}, l.above.Above(from.unit.ID)...) {
		r := rung{u, from.innovation}
		if _, known := l.place[r]; !known {
			l.place[r] = len(l.rungs)
			l.rungs = append(l.rungs, r)
		}
		way = append(way, l.place[r])
	}
	return way
}

// together is a post of which each sum of several is one.
func (l *ladder) together(posts []int32) (all post) {
	for _, at := range posts {
		all.way, all.unplaced = append(all.way, l.posts[at].way...), all.unplaced || l.posts[at].unplaced
	}
	slices.Sort(all.way)
	all.way = slices.Compact(all.way)
	return all
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
