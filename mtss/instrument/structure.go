package instrument

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss/rule"
)

// groupLevel returns the level that a group's name means: 0 for
// "subscales", the top level, n for "subscales.n"; -1 for another name.
func groupLevel(name string) int {
	if name == "subscales" {
		return 0
	}
	digits, ok := strings.CutPrefix(name, "subscales.")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 1 {
		return -1
	}
	return n
}

// vocabulary returns the measures that criteria may compare: the subscales in
// their order, then the total, in the order of Scorer.tallies, and last whether the
// protocol was kept.
func (d *Definition) vocabulary() rule.Vocabulary {
	var v rule.Vocabulary
	levels := d.levels()
	deepest := 0
	for i, s := range d.Subscales {
		v.Measures = append(v.Measures, rule.Measure{Name: s.ID, Kind: rule.KindTally, Unit: "points"})
		deepest = max(deepest, levels[i])
	}
	switch d.Total {
	case TotalNone:
	case TotalMean:
		v.Measures = append(v.Measures, rule.Measure{Name: "total", Kind: rule.KindRatio})
	default:
		v.Measures = append(v.Measures, rule.Measure{Name: "total", Kind: rule.KindTally, Unit: "points"})
	}
	v.Measures = append(v.Measures, rule.Measure{Name: protocolKept, Kind: rule.KindYesNo})
	v.Groups = append(v.Groups, rule.Group{Name: "subscales", Members: d.atLevel(levels, 1)})
	if _, lacking := d.Lacking(LackSubscales); lacking {
		deepest = min(deepest, 1) // each of a lower level would be judged by some of them
	}
	for level := 1; level <= deepest; level++ {
		v.Groups = append(v.Groups, rule.Group{Name: "subscales." + strconv.Itoa(level), Members: d.atLevel(levels, level)})
	}
	return v
}

// split reports whether a subscale is split into others only in part: it has
// subscales below it, and items of its own.
func (d *Definition) split(s *Subscale) bool {
	return len(s.Items) > 0 && slices.ContainsFunc(d.Subscales, func(below Subscale) bool { return below.Parent == s.ID })
}

func (d *Definition) atLevel(levels []int, level int) []string {
	var ids []string
	for i, s := range d.Subscales {
		if levels[i] == level {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// levels returns the level of each subscale, 1 at the top. In a cycle, which
// validation refuses, it stops at the number of subscales.
func (d *Definition) levels() []int {
	parents := d.parents()
	levels := make([]int, len(parents))
	for i := range parents {
		for at := i; at >= 0 && levels[i] < len(parents); at = parents[at] {
			levels[i]++
		}
	}
	return levels
}

// parents returns the index of each subscale's parent, -1 at the top.
func (d *Definition) parents() []int {
	parents := make([]int, len(d.Subscales))
	for i, s := range d.Subscales {
		parents[i] = slices.IndexFunc(d.Subscales, func(p Subscale) bool { return s.Parent != "" && p.ID == s.Parent })
	}
	return parents
}

// membership returns, for each subscale, which items belong to it or to a
// subscale below it.
func (d *Definition) membership(itemIndex map[string]int) [][]bool {
	parents := d.parents()
	in := make([][]bool, len(d.Subscales))
	for i := range in {
		in[i] = make([]bool, len(d.Items))
	}
	for i, s := range d.Subscales {
		for at, steps := i, 0; at >= 0 && steps < len(parents); at, steps = parents[at], steps+1 {
			for _, id := range s.Items {
				in[at][itemIndex[id]] = true
			}
		}
	}
	return in
}
