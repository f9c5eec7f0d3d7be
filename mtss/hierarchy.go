package mtss

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
)

// MaxLevels is how many levels of units there may be above one unit.
const MaxLevels = 32

// Place is a unit and the unit that it belongs to.
type Place struct {
	Unit
	// Parent is the id of the unit above; absent at the top.
	Parent string `json:"parent,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// FormerIDs are ids that the unit had before, and those of units that merged
	// into it. What is recorded under one of them is of this unit.
	FormerIDs []string `json:"formerIds,omitzero" jsonschema:"minItems=1,maxItems=50,uniqueItems=true,minLength=1,maxLength=200"`
	// Characteristics are what units are compared by besides where they belong, such as
	// a locale that is rural. They hold for the units below as well, unless those have
	// their own.
	Characteristics []Characteristic `json:"characteristics,omitzero" jsonschema:"maxItems=50"`
}

// Characteristic is one thing that is said of a unit. The zero value is refused.
type Characteristic struct {
	// ID is what it is about, such as locale. No kind of unit is one, nor are schoolYear
	// and window, which roll-ups have other rows for.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64,pattern=^[a-z][A-Za-z0-9.-]*$"`
	// Value is what is so of the unit, such as rural.
	Value string `json:"value" jsonschema:"minLength=1,maxLength=200"`
}

// Hierarchy knows which unit belongs to which: classrooms to schools, schools
// to districts, and so on up. It knows a unit by its former ids, too. The zero value
// knows of none. It never changes.
type Hierarchy struct {
	places map[string]*node
	former map[string]string // the ids that units have now, by their former ones
}

// node is a place with the one above it.
type node struct {
	Place
	parent *node
}

// NewHierarchy builds a hierarchy. Every problem is reported at once, in the
// order of the places. Errors: CodePlace, for a place without an id or a known
// kind, an id that appears twice, a parent that is not there, a unit among its
// own parents, a parent of a smaller kind than its child, more than MaxLevels
// units above one, a former id that is the id of a unit, or the former id of
// another one, and a characteristic without a value, of an id that it can't have, or
// that a unit has twice.
func NewHierarchy(places []Place) (Hierarchy, error) {
	b := builder{h: Hierarchy{places: make(map[string]*node, len(places)), former: map[string]string{}}, levels: make(map[string]int, len(places))}
	repeated := make([]bool, len(places))
	for i, p := range places {
		if _, repeated[i] = b.h.places[p.ID]; !repeated[i] {
			b.h.places[p.ID] = &node{Place: p}
		}
	}
	for i, p := range places {
		b.at = pointer.Element("/units", i)
		if repeated[i] {
			b.fail("", "unit %q appears twice", p.ID)
			continue
		}
		b.place(p)
		b.names(p)
		b.characteristics(p)
	}
	if len(b.issues) > 0 {
		return Hierarchy{}, invalid(b.issues)
	}
	for _, p := range b.h.places {
		p.parent = b.h.places[p.Parent]
	}
	return b.h, nil
}

// builder checks the places of a hierarchy.
type builder struct {
	h      Hierarchy
	levels map[string]int // how many units are above one, or inCircle
	at     string
	issues []Issue
}

func (b *builder) fail(member, format string, args ...any) {
	b.issues = append(b.issues, Issuef(b.at+member, CodePlace, format, args...))
}

func (b *builder) place(p Place) {
	if p.ID == "" || !slices.Contains(UnitKinds(), p.Kind) {
		b.fail("", "unit %q of kind %q, want an id and a kind", p.ID, string(p.Kind))
		return
	}
	if p.Parent == "" {
		return
	}
	parent, known := b.h.places[p.Parent]
	if !known {
		parent = &node{}
	}
	rank, level := slices.Index(UnitKinds(), parent.Kind), b.level(p.ID)
	switch {
	case !known:
		near := ""
		if len(b.issues) < 10 { // a document of nothing else must not buy much work
			near = Nearest(p.Parent, slices.Sorted(maps.Keys(b.h.places)))
		}
		if near != "" && near != p.ID {
			b.fail("/parent", "parent %q of unit %q is not among the units, did you mean %q?", p.Parent, p.ID, near)
		} else {
			b.fail("/parent", "parent %q of unit %q is not among the units", p.Parent, p.ID)
		}
	case level == inCircle:
		b.fail("/parent", "unit %q is among its own parents", p.ID)
	case level == MaxLevels+1: // those below are too deep for the same reason
		b.fail("/parent", "unit %q has more than %d levels above it", p.ID, MaxLevels)
	case rank >= 0 && rank < slices.Index(UnitKinds(), p.Kind):
		b.fail("/parent", "%s %q cannot belong to %s %q", p.Kind, p.ID, parent.Kind, p.Parent)
	}
}

// names notes the former ids of a unit.
func (b *builder) names(p Place) {
	for i, id := range p.FormerIDs {
		at := pointer.Element("/formerIds", i)
		_, taken := b.h.places[id]
		other, known := b.h.former[id]
		switch {
		case id == "" || taken:
			b.fail(at, "%q is the id of a unit, so it is not a former one of %q", id, p.ID)
		case known:
			b.fail(at, "%q is a former id of unit %q already", id, other)
		default:
			b.h.former[id] = p.ID
		}
	}
}

var characteristicID = regexp.MustCompile(`^[a-z][A-Za-z0-9.-]{0,63}$`)

// characteristics checks what is said of a unit.
func (b *builder) characteristics(p Place) {
	for i, c := range p.Characteristics {
		at := pointer.Element("/characteristics", i)
		switch {
		case slices.Contains(UnitKinds(), UnitKind(c.ID)) || c.ID == "schoolYear" || c.ID == "window":
			b.fail(at+"/id", "%q can't be what a characteristic is about, since roll-ups have rows of that name, want a word such as locale", c.ID)
		case !characteristicID.MatchString(c.ID):
			b.fail(at+"/id", "%q is not what a characteristic is about, want a word such as locale", c.ID)
		case c.Value == "":
			b.fail(at+"/value", "characteristic %s of unit %q has no value", c.ID, p.ID)
		case slices.ContainsFunc(p.Characteristics[:i], func(other Characteristic) bool { return other.ID == c.ID }):
			b.fail(at, "unit %q has characteristic %s twice", p.ID, c.ID)
		}
	}
}

// now returns the id that a unit has now.
func (h Hierarchy) now(id string) string {
	if now, renamed := h.former[id]; renamed {
		return now
	}
	return id
}

// What level says of units without a number of units above them.
const (
	inCircle    = -1
	belowCircle = -2
	onTheWay    = -3
)

// level counts the units above one. It climbs until it meets a unit that was
// counted before, so that all together cost one step for each unit.
func (b *builder) level(id string) int {
	var way []string
	for b.levels[id] == 0 {
		p, known := b.h.places[id]
		if !known || p.Parent == "" {
			break
		}
		b.levels[id] = onTheWay
		way = append(way, id)
		id = p.Parent
	}
	level, circle := b.levels[id], b.levels[id] == onTheWay
	for i := len(way) - 1; i >= 0; i-- {
		switch {
		case circle:
			level = inCircle
			circle = way[i] != id
		case level < 0:
			level = belowCircle
		default:
			level++
		}
		b.levels[way[i]] = level
	}
	return level
}

// Len returns how many units the hierarchy knows.
func (h Hierarchy) Len() int { return len(h.places) }

// at returns the place of an id, or of a former one; nil where the hierarchy does not know it.
func (h Hierarchy) at(id string) *node { return h.places[h.now(id)] }

// Unit returns the unit of an id, or of a former one, by the id that it has now; ok
// is false where the hierarchy does not know it.
func (h Hierarchy) Unit(id string) (unit Unit, ok bool) {
	if p := h.at(id); p != nil {
		return p.Unit, true
	}
	return Unit{}, false
}

// Above returns the units above one, from the next up; none for a unit that the
// hierarchy does not know.
func (h Hierarchy) Above(id string) []Unit {
	p := h.at(id)
	if p == nil {
		return nil
	}
	var units []Unit
	for p = p.parent; p != nil; p = p.parent {
		units = append(units, p.Unit)
	}
	return units
}

// At returns the unit of a kind that one belongs to, which may be itself; ok is
// false where there is none.
func (h Hierarchy) At(id string, kind UnitKind) (unit Unit, ok bool) {
	for p := h.at(id); p != nil; p = p.parent {
		if p.Kind == kind {
			return p.Unit, true
		}
	}
	return Unit{}, false
}

// Characteristic returns the value of a characteristic of a unit, or else of the next unit
// above that has it; "" where none has.
func (h Hierarchy) Characteristic(unit, id string) string {
	for p := h.at(unit); p != nil; p = p.parent {
		for _, c := range p.Characteristics {
			if c.ID == id {
				return c.Value
			}
		}
	}
	return ""
}

// Characteristics returns what units are compared by, sorted.
func (h Hierarchy) Characteristics() []string {
	ids := map[string]bool{}
	for _, p := range h.places {
		for _, c := range p.Characteristics {
			ids[c.ID] = true
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// Below returns the units of a kind that are below a unit, by their ids; none for a
// unit that is not known, and for "" all units of the kind.
func (h Hierarchy) Below(id string, kind UnitKind) []Unit {
	var below []Unit
	for _, p := range h.places {
		if p.Kind == kind && (id == "" || p.below(id)) {
			below = append(below, p.Unit)
		}
	}
	slices.SortFunc(below, func(a, b Unit) int { return strings.Compare(a.ID, b.ID) })
	return below
}

// below reports whether a place is below the unit of an id.
func (n *node) below(id string) bool {
	for p := n.parent; p != nil; p = p.parent {
		if p.ID == id {
			return true
		}
	}
	return false
}
