package instrument

import "slices"

// maxSearch bounds how many combinations a search for the smallest gains tries.
const maxSearch = 5_000_000

// search finds the fewest points if scales overlap, by trying how many come from
// each family; false if that takes too long.
func (g *gainer) search() bool {
	families, of := g.families()
	t := trier{families: families, missing: slices.Clone(g.needs), spare: make([]int64, len(g.needs))}
	for _, f := range families {
		for _, scale := range f.scales {
			t.spare[scale] += f.spare
		}
	}
	most := int64(0)
	for _, f := range families {
		most += f.spare
	}
	t.fewest = most + 1
	t.try(0, 0)
	left := t.fewest
	for item, k := range of {
		if k < 0 {
			continue
		}
		points, ok := g.most(&t, item, k, left)
		if !ok {
			return false
		}
		g.gained[item] = points
		left -= points
	}
	g.share(of, len(families))
	return true
}

// most gives an item as many points as it can have in a smallest set, now that
// those before it have theirs, and left points are to be spent.
func (g *gainer) most(t *trier, item, family int, left int64) (points int64, ok bool) {
	f := &t.families[family]
	t.leave(f, g.spare[item])
	for points = min(g.spare[item], left); points >= 0; points-- {
		t.take(f, points)
		if t.within(left - points) {
			return points, true
		}
		t.take(f, -points)
	}
	return 0, false // only where it took too long
}

// family is the items that count for the same scales in need. Points gained in
// any of them are worth the same.
type family struct {
	scales []int // in need
	spare  int64
}

// families groups the items that can gain, in the definition's order. of is the
// family of each item, or -1.
func (g *gainer) families() (families []family, of []int) {
	for item, spare := range g.spare {
		var scales []int
		for i := range g.s.scales {
			if _, found := slices.BinarySearch(g.s.scales[i].items, item); found && g.needs[i] > 0 && spare > 0 {
				scales = append(scales, i)
			}
		}
		k := slices.IndexFunc(families, func(f family) bool { return slices.Equal(f.scales, scales) })
		if k < 0 && len(scales) > 0 {
			k = len(families)
			families = append(families, family{scales: scales})
		}
		if k >= 0 {
			families[k].spare += spare
		}
		of = append(of, k)
	}
	return families, of
}

// share says how many points come from each family.
func (g *gainer) share(of []int, families int) {
	shares := make([]gainShare, families)
	for item, k := range of {
		if k >= 0 {
			shares[k].Items = append(shares[k].Items, g.s.definition.Items[item].ID)
			shares[k].Points += g.gained[item]
		}
	}
	for _, s := range shares {
		if s.Points > 0 {
			g.out.Shares = append(g.out.Shares, s)
		}
	}
}

// trier tries every useful way of spreading points over the families.
type trier struct {
	families []family
	missing  []int64 // by scale, what it still needs
	spare    []int64 // by scale, what the families still to be tried can give it
	fewest   int64   // points so far
	enough   int64   // no fewer are looked for
	steps    int
}

// within reports whether so many points fill what is missing; false, too, if
// that takes too long.
func (t *trier) within(points int64) bool {
	t.fewest, t.enough = points+1, points
	t.try(0, 0)
	return t.fewest <= points && t.steps <= maxSearch
}

// try spreads points over the families from one on; spent is what went before.
func (t *trier) try(from int, spent int64) {
	t.steps++
	worst := int64(0)
	for scale, missing := range t.missing {
		if missing > t.spare[scale] {
			return // the families that are left cannot fill it
		}
		worst = max(worst, missing)
	}
	if t.steps > maxSearch || spent+worst >= t.fewest {
		return
	}
	if worst == 0 {
		t.fewest = spent
		return
	}
	f := &t.families[from] // there is one, since something is missing and can be filled
	useful := int64(0)
	for _, scale := range f.scales {
		useful = max(useful, t.missing[scale])
	}
	spare := f.spare
	t.leave(f, spare)
	for points := min(spare, useful); points >= 0 && t.fewest > t.enough; points-- {
		t.take(f, points)
		t.try(from+1, spent+points)
		t.take(f, -points)
	}
	t.leave(f, -spare)
}

// take gains points in a family.
func (t *trier) take(f *family, points int64) {
	for _, scale := range f.scales {
		t.missing[scale] -= points
	}
}

// leave takes points away from what is still to be tried.
func (t *trier) leave(f *family, spare int64) {
	f.spare -= spare
	for _, scale := range f.scales {
		t.spare[scale] -= spare
	}
}
