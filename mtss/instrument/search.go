package instrument

import "slices"

// maxSearch bounds how many combinations a search for the smallest gains tries.
const maxSearch = 5_000_000

// family is the items that count for the same scales in need. Points gained in
// any of them are worth the same.
type family struct {
	scales []int // in need
	items  []int
	room   int64
}

// search finds the fewest points where scales overlap, by trying how many come
// from each family; false if that takes too long.
func (g *gainer) search() bool {
	t := trier{families: g.families(), missing: slices.Clone(g.needs)}
	t.chosen = make([]int64, len(t.families))
	t.best = -1
	t.try(0, 0)
	if t.steps > maxSearch {
		return false
	}
	for i, points := range t.bestChosen {
		g.spend(&t.families[i], points)
	}
	return true
}

// families groups the items that can gain, those that count for the most scales
// first, else in the definition's order.
func (g *gainer) families() []family {
	var out []family
	for item, room := range g.room {
		var scales []int
		for i := range g.s.scales {
			if g.needs[i] > 0 && slices.Contains(g.s.scales[i].items, item) {
				scales = append(scales, i)
			}
		}
		if room == 0 || len(scales) == 0 {
			continue
		}
		k := slices.IndexFunc(out, func(f family) bool { return slices.Equal(f.scales, scales) })
		if k < 0 {
			k = len(out)
			out = append(out, family{scales: scales})
		}
		out[k].items = append(out[k].items, item)
		out[k].room += room
	}
	slices.SortStableFunc(out, func(a, b family) int { return len(b.scales) - len(a.scales) })
	return out
}

// spend gives points to a family's items, the first ones first.
func (g *gainer) spend(f *family, points int64) {
	if points == 0 {
		return
	}
	share := GainShare{Points: points}
	for _, item := range f.items {
		share.Items = append(share.Items, g.s.definition.Items[item].ID)
		taken := min(points, g.room[item])
		g.gained[item] += taken
		points -= taken
	}
	g.out.Shares = append(g.out.Shares, share)
}

// trier tries every useful way of spreading points over the families.
type trier struct {
	families   []family
	missing    []int64 // by scale
	chosen     []int64
	best       int64 // fewest points so far; -1 for none
	bestChosen []int64
	steps      int
}

// try spreads points over the families from one on; spent is what went before.
func (t *trier) try(from int, spent int64) {
	t.steps++
	worst := slices.Max(append([]int64{0}, t.missing...))
	if t.steps > maxSearch || t.best >= 0 && spent+worst >= t.best {
		return
	}
	if worst <= 0 {
		t.best, t.bestChosen = spent, slices.Clone(t.chosen)
		return
	}
	if from == len(t.families) {
		return
	}
	f := &t.families[from]
	useful := int64(0)
	for _, scale := range f.scales {
		useful = max(useful, t.missing[scale])
	}
	for points := min(f.room, useful); points >= 0; points-- {
		t.take(f, from, points)
		t.try(from+1, spent+points)
		t.take(f, from, -points)
	}
	t.chosen[from] = 0
}

func (t *trier) take(f *family, at int, points int64) {
	t.chosen[at] += points
	for _, scale := range f.scales {
		t.missing[scale] -= points
	}
}
