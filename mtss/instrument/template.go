package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// The placeholders of a template that cannot be left empty. No completion that
// still has one of them is accepted.
const (
	fillProvenance mtss.Provenance = "confirmed if you read it in the instrument, else unconfirmed"
	fillTotal      Total           = "points, mean or none"
	fillSomeTotal  Total           = "points or mean"
	fillScale                      = "the id of its scale"
)

// Template returns the completion to fill in for a definition: a place for
// everything that it lacks, and nothing else. It is refused until it is filled
// in, and each place that is not is reported with its path.
//
// Where items are lacking, there is a place for one further item: copy it for
// each, or leave an empty list where the definition has them all. Where
// subscales, sections or the items' scales are lacking, one of them holds all
// the items that are known, to be divided up; where a subscale is split into others
// only in part, one holds the items that are left.
func Template(d Definition) Completion {
	c := Completion{Instrument: d.Ref(), Provenance: fillProvenance}
	known, unscaled := []string{}, []string{}
	for _, item := range d.Items {
		known = append(known, item.ID)
		if item.Scale == "" {
			unscaled = append(unscaled, item.ID)
		}
	}
	for _, lack := range d.Lacks {
		switch lack.Of {
		case LackItems:
			c.Items = []Item{{Scale: onlyScale(d)}}
		case LackScales:
			c.Scales = []Scale{{Scores: []int{}}}
			if len(unscaled) > 0 {
				c.ItemScales = []ItemScale{{Items: unscaled}}
			}
		case LackSections:
			c.Sections = []Section{{Items: slices.Clone(known)}}
		case LackSubscales:
			for _, s := range d.Subscales {
				if d.split(&s) {
					c.Subscales = append(c.Subscales, Subscale{Parent: s.ID, Items: slices.Clone(s.Items)})
				}
			}
			if c.Subscales == nil {
				c.Subscales = []Subscale{{Items: slices.Clone(known)}}
			}
		case LackTotal:
			c.Total = fillTotal
			if d.asksForTotal() != "" {
				c.Total = fillSomeTotal
			}
		}
	}
	return c
}

// onlyScale returns the id of a definition's scale where it has just one, since
// a further item most likely uses it.
func onlyScale(d Definition) string {
	if len(d.Scales) == 1 {
		return d.Scales[0].ID
	}
	return fillScale
}
