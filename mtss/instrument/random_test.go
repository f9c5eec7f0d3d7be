package instrument_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// maker makes up instruments and administrations.
type maker struct {
	*rand.Rand
	gaps bool // scales may have gaps
	all  bool // criteria may point down, too, and be joined in any way
}

func newMaker(seed uint64) maker { return maker{Rand: rand.New(rand.NewPCG(seed, 7))} }

func (m maker) chance(percent int) bool { return m.IntN(100) < percent }

func pick[T any](m maker, from ...T) T { return from[m.IntN(len(from))] }

// definition makes up an instrument of at most so many items, with subscales
// that part, nest or overlap.
func (m maker) definition(most int) instrument.Definition {
	d := toy("", nil)
	d.ID = "random"
	d.Scales = []instrument.Scale{twoUp(), fiveUp(), {ID: "0-1", Scores: []int{0, 1}}, {ID: "0-3", Scores: []int{0, 1, 2, 3}}}
	if m.gaps {
		d.Scales[3].Scores = []int{0, 2, 3, 7}
	}
	for i := range 1 + m.IntN(most) {
		d.Items = append(d.Items, instrument.Item{ID: "i" + strconv.Itoa(i), Scale: pick(m, d.Scales...).ID, NotApplicable: m.chance(40)})
	}
	m.subscales(&d)
	d.Total = pick(m, instrument.TotalPoints, instrument.TotalPoints, instrument.TotalNone)
	if len(d.Subscales) > 0 && m.chance(25) {
		d.Total = instrument.TotalMean
	}
	if len(d.Items) > 1 && m.chance(30) {
		cut := 1 + m.IntN(len(d.Items)-1)
		ids := itemIDs(d)
		d.Sections = []instrument.Section{{ID: "s1", Items: ids[:cut]}, {ID: "s2", Items: ids[cut:]}}
	}
	m.criteria(&d)
	return d
}

func itemIDs(d instrument.Definition) []string {
	ids := make([]string, len(d.Items))
	for i, item := range d.Items {
		ids[i] = item.ID
	}
	return ids
}

func (m maker) subscales(d *instrument.Definition) {
	count := m.IntN(5)
	for i := range count {
		s := instrument.Subscale{ID: "u" + strconv.Itoa(i)}
		if i > 0 && m.chance(40) {
			s.Parent = "u" + strconv.Itoa(m.IntN(i))
		}
		d.Subscales = append(d.Subscales, s)
	}
	if count == 0 {
		return
	}
	overlap := m.chance(30)
	for _, item := range d.Items {
		first := m.IntN(count)
		for i := range d.Subscales {
			if i == first || overlap && m.chance(30) {
				d.Subscales[i].Items = append(d.Subscales[i].Items, item.ID)
			}
		}
	}
	d.Subscales = slices.DeleteFunc(d.Subscales, func(s instrument.Subscale) bool { return len(members(*d, s.ID)) == 0 })
	for i := range d.Subscales {
		tops := map[int]bool{}
		for _, item := range members(*d, d.Subscales[i].ID) {
			tops[slices.Max(scaleOf(*d, item).Scores)] = true
		}
		if len(tops) == 1 && m.chance(50) {
			d.Subscales[i].Report = "mean"
		}
	}
}

func (m maker) criteria(d *instrument.Definition) {
	for i := range m.IntN(4) {
		node, ok := m.node(d, 2)
		if ok {
			d.Criteria = append(d.Criteria, instrument.Criterion{ID: "c" + strconv.Itoa(i), Title: "C", Require: node, Source: madeUp, Provenance: mtss.Confirmed})
		}
	}
}

// node makes up a criterion: comparisons that point upward, joined by all, any,
// each and atLeastOf; with m.all others as well.
func (m maker) node(d *instrument.Definition, depth int) (rule.Node, bool) {
	if depth > 0 && m.chance(60) {
		var nodes []rule.Node
		for range 1 + m.IntN(3) {
			if node, ok := m.node(d, depth-1); ok {
				nodes = append(nodes, node)
			}
		}
		switch {
		case len(nodes) == 0:
		case m.all && m.chance(30):
			return rule.Node{Not: &nodes[0]}, true
		default:
			return pick(m, rule.Node{All: nodes}, rule.Node{Any: nodes}, rule.Node{Of: nodes, AtLeastOf: 1 + m.IntN(len(nodes))}), true
		}
	}
	share := strconv.Itoa(m.IntN(101)) + "%"
	comparison := pick(m, rule.Comparison{AtLeast: share}, rule.Comparison{AtLeast: "2/3"}, rule.Comparison{MoreThan: strconv.Itoa(m.IntN(100)) + "%"})
	if m.all {
		low := m.IntN(60)
		comparison = pick(m, comparison, rule.Comparison{AtMost: share}, rule.Comparison{LessThan: strconv.Itoa(1+m.IntN(100)) + "%"},
			rule.Comparison{Between: []string{strconv.Itoa(low) + "%", strconv.Itoa(low+m.IntN(40)) + "%"}})
	}
	var measures, groups []string
	for _, s := range d.Subscales {
		measures, groups = append(measures, s.ID), []string{"subscales", "subscales.1"}
		if s.Parent != "" {
			groups = append(groups, "subscales.2")
		}
	}
	if d.Total != instrument.TotalNone {
		measures = append(measures, "total")
	}
	switch {
	case len(measures) == 0:
		return rule.Node{}, false
	case len(groups) > 0 && m.chance(40):
		return rule.Node{Each: []string{pick(m, groups...)}, Comparison: comparison}, true
	}
	return rule.Node{Measure: pick(m, measures...), Comparison: comparison}, true
}

// administration answers the items of a definition, leaving so many percent
// open, in a random order.
func (m maker) administration(d instrument.Definition, open int) instrument.Administration {
	a := given(d, "")
	only := ""
	if len(d.Sections) > 0 && m.chance(60) {
		only = pick(m, d.Sections...).ID
		a.Sections = []string{only}
	}
	for _, item := range d.Items {
		switch {
		case only != "" && !slices.Contains(sectionItems(d, only), item.ID):
		case item.NotApplicable && m.chance(15):
			a.NotApplicable = append(a.NotApplicable, item.ID)
		case !m.chance(open):
			a.Responses = append(a.Responses, instrument.Response{Item: item.ID, Score: pick(m, scaleOf(d, item.ID).Scores...)})
		case m.chance(50):
			a.Responses = append(a.Responses, instrument.Response{Item: item.ID, NotScored: true})
		}
	}
	m.Shuffle(len(a.Responses), func(i, k int) { a.Responses[i], a.Responses[k] = a.Responses[k], a.Responses[i] })
	return a
}

func sectionItems(d instrument.Definition, id string) []string {
	for _, s := range d.Sections {
		if s.ID == id {
			return s.Items
		}
	}
	return nil
}

func scaleOf(d instrument.Definition, item string) instrument.Scale {
	for _, i := range d.Items {
		for _, s := range d.Scales {
			if i.ID == item && s.ID == i.Scale {
				return s
			}
		}
	}
	panic(fmt.Sprintf("no item %q", item))
}

// members are the items of a subscale and of those below it; of "total", all.
func members(d instrument.Definition, id string) []string {
	if id == "total" {
		return itemIDs(d)
	}
	var items []string
	for _, s := range d.Subscales {
		if s.ID == id {
			items = append(items, s.Items...)
		}
		if s.Parent == id {
			items = append(items, members(d, s.ID)...)
		}
	}
	slices.Sort(items)
	return slices.Compact(items)
}

// open lists the items that were administered, apply and have no score.
func open(d instrument.Definition, a instrument.Administration) []string {
	var out []string
	for _, item := range itemIDs(d) {
		scored := slices.ContainsFunc(a.Responses, func(r instrument.Response) bool { return r.Item == item && !r.NotScored })
		administered := len(a.Sections) == 0
		for _, id := range a.Sections {
			administered = administered || slices.Contains(sectionItems(d, id), item)
		}
		if administered && !scored && !slices.Contains(a.NotApplicable, item) {
			out = append(out, item)
		}
	}
	return out
}

// answered returns a copy of an administration in which an item has the score.
func answered(a instrument.Administration, item string, score int) instrument.Administration {
	a.Responses = slices.DeleteFunc(slices.Clone(a.Responses), func(r instrument.Response) bool { return r.Item == item })
	a.Responses = append(a.Responses, instrument.Response{Item: item, Score: score})
	return a
}
