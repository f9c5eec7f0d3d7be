package mtss

import "slices"

// Place is a unit and the unit that it belongs to.
type Place struct {
	Unit
	// Parent is the id of the unit above; absent at the top.
	Parent string `json:"parent,omitzero" jsonschema:"minLength=1,maxLength=200"`
}

// Hierarchy knows which unit belongs to which: classrooms to schools, schools
// to districts, and so on up. The zero value knows of none. It never changes.
type Hierarchy struct {
	places map[string]Place
}

// NewHierarchy builds a hierarchy. Errors: CodePlace, for an id that stands
// twice, a parent that is not there, a unit among its own parents, and a parent
// of a smaller kind than its child.
func NewHierarchy(places []Place) (Hierarchy, error) {
	h := Hierarchy{places: map[string]Place{}}
	var issues []Issue
	for i, p := range places {
		if _, known := h.places[p.ID]; known {
			issues = append(issues, Issuef(Element("/units", i), CodePlace, "unit %q stands twice", Clip(p.ID)))
			continue
		}
		h.places[p.ID] = p
	}
	for i, p := range places {
		parent, known := h.places[p.Parent]
		at := Member(Element("/units", i), "parent")
		switch {
		case p.Parent == "":
		case !known:
			issues = append(issues, Issuef(at, CodePlace, "parent %q of unit %q is not among the units", Clip(p.Parent), Clip(p.ID)))
		case h.inCycle(p.ID):
			issues = append(issues, Issuef(at, CodePlace, "unit %q is among its own parents", Clip(p.ID)))
		case slices.Index(UnitKinds(), parent.Kind) < slices.Index(UnitKinds(), p.Kind):
			issues = append(issues, Issuef(at, CodePlace, "%s %q cannot belong to %s %q", p.Kind, Clip(p.ID), parent.Kind, Clip(p.Parent)))
		}
	}
	if len(issues) > 0 {
		return Hierarchy{}, Invalid(issues)
	}
	return h, nil
}

func (h Hierarchy) inCycle(id string) bool {
	at := h.places[id].Parent
	for range h.places {
		if at == id {
			return true
		}
		at = h.places[at].Parent
	}
	return false
}

// Above returns the units above one, from the next up; none for a unit that the
// hierarchy does not know.
func (h Hierarchy) Above(id string) []Unit {
	var units []Unit
	for p := h.places[id]; p.Parent != ""; p = h.places[p.Parent] {
		units = append(units, h.places[p.Parent].Unit)
	}
	return units
}

// At returns the unit of a kind that one belongs to, which may be itself; ok is
// false where there is none.
func (h Hierarchy) At(id string, kind UnitKind) (unit Unit, ok bool) {
	if p, known := h.places[id]; known && p.Kind == kind {
		return p.Unit, true
	}
	for _, u := range h.Above(id) {
		if u.Kind == kind {
			return u, true
		}
	}
	return Unit{}, false
}
