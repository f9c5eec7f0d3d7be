package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// Crosswalk says which items of one version of an instrument are the same as
// which of another. It permits following those items, and scales made of them
// alone, across the versions. It maps no scores: an item that was rewritten is
// not the same.
type Crosswalk struct {
	// From is the earlier version, To the later.
	From, To Ref
	// Items are the pairs that are the same.
	Items []ItemPair
	// Provenance says how well that is known.
	Provenance mtss.Provenance
	// Source is where it is stated.
	Source mtss.Source
	// Says tells what is mapped, and what is not known.
	Says string
}

// ItemPair is an item in both versions.
type ItemPair struct {
	// From is its id in the earlier version, To in the later.
	From, To string
}

// Validate checks a crosswalk against definitions of the two versions. The
// earlier one may be nil, where no definition of it is to be had. Errors:
// CodeCrosswalk.
func (c Crosswalk) Validate(from, to *Scorer) error {
	var issues []mtss.Issue
	seenFrom, seenTo := map[string]bool{}, map[string]bool{}
	for i, pair := range c.Items {
		at := mtss.Element("/items", i)
		if seenFrom[pair.From] || seenTo[pair.To] {
			issues = append(issues, mtss.Issuef(at, CodeCrosswalk, "item %q or %q is mapped twice", mtss.Clip(pair.From), mtss.Clip(pair.To)))
		}
		seenFrom[pair.From], seenTo[pair.To] = true, true
		if lacks(from, pair.From) || lacks(to, pair.To) {
			issues = append(issues, mtss.Issuef(at, CodeCrosswalk, "%s has no item %q, or %s no item %q", c.From, mtss.Clip(pair.From), c.To, mtss.Clip(pair.To)))
		}
	}
	return mtss.Invalid(issues)
}

func lacks(s *Scorer, item string) bool {
	if s == nil {
		return false
	}
	_, known := s.Item(item)
	return !known
}

// Unmapped returns the items of the later version that the crosswalk does not
// map, in the definition's order.
func (c Crosswalk) Unmapped(to Definition) []string {
	out := []string{}
	for _, item := range to.Items {
		if !slices.ContainsFunc(c.Items, func(p ItemPair) bool { return p.To == item.ID }) {
			out = append(out, item.ID)
		}
	}
	return out
}

// Later returns the id of an item in the later version; ok is false for one
// that is not mapped.
func (c Crosswalk) Later(item string) (id string, ok bool) {
	for _, p := range c.Items {
		if p.From == item {
			return p.To, true
		}
	}
	return "", false
}
