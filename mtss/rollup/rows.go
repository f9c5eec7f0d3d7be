package rollup

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// line is a row in the making.
type line struct {
	slice  *slice
	level  int // in the breakdown
	unit   string
	group  string
	values []*counted // those that count
	nones  []*counted // those that the measure does not apply to
	beside bool       // withheld since it would tell of one that is coded
	row    Row
}

func rank(kind mtss.UnitKind) int { return slices.Index(mtss.UnitKinds(), kind) }

// table counts the records of the state and makes the rows of all slices.
func (r *roll) table() (Table, Account, error) {
	r.count(r.entries())
	t := Table{By: slices.Clone(r.by.By), Period: r.by.Period, Characteristic: r.by.Characteristic, On: r.by.On, Policy: r.by.Policy, Rows: []Row{}, Caveats: []mtss.Notice{}}
	slices.SortFunc(r.order, func(a, b *slice) int {
		return cmp.Or(cmp.Compare(a.definition, b.definition), cmp.Compare(a.measure, b.measure), a.when.days.From.Compare(b.when.days.From), strings.Compare(a.when.window, b.when.window))
	})
	least := r.least()
	known := make([][]int, len(r.by.By)) // by level, the units that have rows in any case
	for level, kind := range r.by.By {
		for _, u := range r.units.Below("", kind) {
			known[level] = append(known[level], r.numbers[level].number(u.ID))
		}
	}
	all := make([][]*line, len(r.order))
	var spellings []mtss.Notice
	_ = share(r.workers, 1+len(r.order), func(_, i int) error {
		if i == 0 {
			spellings = r.spellings()
			return nil
		}
		s := r.order[i-1]
		all[i-1] = r.lines(s, least[s.definition], known)
		return nil
	})
	if err := r.protect(all); err != nil {
		return Table{}, Account{}, err
	}
	withheld, rows := int64(0), 0
	for _, lines := range all {
		rows += len(lines)
	}
	t.Rows = make([]Row, 0, rows)
	var lines []*line
	for i, s := range r.order {
		lines = append(lines, all[i]...)
		if next := i + 1; next < len(r.order) && r.order[next].definition == s.definition && r.order[next].measure == s.measure {
			continue
		}
		slices.SortStableFunc(lines, r.compare)
		for k, l := range lines {
			if k > 0 {
				l.change(lines[k-1])
			}
			if l.row.Status == Suppressed {
				withheld++
			}
			t.Rows = append(t.Rows, l.row)
		}
		lines = lines[:0]
	}
	t.Caveats = r.caveats(withheld, spellings)
	return t, r.account, nil
}

// compare puts larger units first; the sort is stable, so periods stay in order.
func (r *roll) compare(a, b *line) int {
	return cmp.Or(cmp.Compare(rank(r.by.By[b.level]), rank(r.by.By[a.level])), strings.Compare(a.unit, b.unit), strings.Compare(a.group, b.group))
}

// least returns the smallest kind of unit that each definition was used on: no smaller
// one has rows of it.
func (r *roll) least() []int {
	least := make([]int, len(r.state.Definitions))
	for i := range least {
		least[i] = len(mtss.UnitKinds())
	}
	for _, s := range r.order {
		least[s.definition] = min(least[s.definition], s.least)
	}
	return least
}

// lines divides the units of a slice by the rows that they are in. Units of a kind that
// has rows have one even where nothing is known of them.
func (r *roll) lines(s *slice, least int, known [][]int) (lines []*line) {
	d := &r.state.Definitions[s.definition]
	for level, kind := range r.by.By {
		all := make([]*line, len(r.numbers[level].ids))
		enter := func(n int, group string) *line {
			l := &line{slice: s, level: level, unit: r.numbers[level].ids[n], group: group}
			lines = append(lines, l)
			return l
		}
		if rank(kind) >= least {
			for _, n := range known[level] {
				all[n] = enter(n, "")
			}
		}
		s.divide(level, all, enter)
	}
	times := make([]int64, 2*many)
	for _, l := range lines {
		l.row = Row{
			Instrument: d.Instrument, Missing: d.Missing, Measure: d.Measures[s.measure], During: s.when.days, Window: s.when.window,
			Unit: mtss.Unit{ID: l.unit, Kind: r.by.By[l.level]}, Group: l.group,
		}
		l.row.Instrument.Lacks = slices.Clone(d.Instrument.Lacks)
		l.status(&r.by.Policy, times)
	}
	return lines
}

// divide puts the units of a slice into the lines of a level, of which there is one for each
// number of a unit and group.
func (s *slice) divide(level int, all []*line, enter func(n int, group string) *line) {
	sizes, total := make([]int32, len(all)), 0
	for i := range s.units {
		if n := s.units[i].place.at[level]; n >= 0 {
			sizes[n]++
			total++
		}
	}
	room, groups := make([]*counted, total), map[*line]map[string]*line{}
	for i := range s.units {
		c := &s.units[i]
		n := c.place.at[level]
		if n < 0 {
			continue
		}
		l := all[n]
		if l == nil {
			l = enter(int(n), "")
			all[n] = l
		}
		if l.values == nil {
			l.values, room = room[:0:sizes[n]], room[sizes[n]:]
		}
		l.take(c)
		group := c.place.group
		if group == "" {
			continue
		}
		if groups[l] == nil {
			groups[l] = map[string]*line{}
		}
		if groups[l][group] == nil {
			groups[l][group] = enter(int(n), group)
		}
		groups[l][group].take(c)
	}
}

// take takes a unit in among those that count, or to which the measure does not apply.
func (l *line) take(c *counted) {
	if c.none {
		l.nones = append(l.nones, c)
	} else {
		l.values = append(l.values, c)
	}
}

// status gives a line its figures, or says why it has none.
func (l *line) status(p *WithholdingPolicy, times []int64) {
	units, nones := int64(len(l.values)), int64(len(l.nones))
	switch {
	case units > 0:
		f := figures(l.row.Measure.Of, l.values, p.hides(), times)
		l.row.Status, l.row.Figures = Shown, &f
	case nones > 0 && nones < p.Below:
		l.row.Status = Suppressed
		return
	case nones > 0:
		units, l.row.Status = nones, NotApplicable
	default:
		l.row.Status = Missing
	}
	l.row.Units = &units
}

// change tells how a line differs from that of the period before.
func (l *line) change(before *line) {
	if before.level != l.level || before.unit != l.unit || before.group != l.group || before.row.Figures == nil || l.row.Figures == nil {
		return
	}
	a, b := before.row.Figures.Mean, l.row.Figures.Mean
	l.row.Figures.Change = &Change{Since: before.row.During, Low: b.Low.Sub(a.High), High: b.High.Sub(a.Low)}
}

// caveats say what a reader must know beside the numbers. Under a policy they name no
// numbers, which could be those of small groups.
func (r *roll) caveats(withheld int64, spellings []mtss.Notice) []mtss.Notice {
	out := []mtss.Notice{}
	say := func(code mtss.Code, n int64, noun, text string) {
		switch {
		case n == 0:
		case r.by.Policy.hides():
			out = append(out, mtss.Noticef(code, "%s "+noun+"s "+text, "some"))
		default:
			out = append(out, kit.Counted(code, n, noun, text))
		}
	}
	for i, kind := range r.by.By {
		lacking, own := int64(0), rank(kind)
		for _, p := range r.places {
			if p.up[i] == "" && p.rank <= own {
				lacking++
			}
		}
		say(CaveatUnplaced, lacking, "unit", "with records but no "+string(kind)+" above, and so in no row of that kind")
	}
	say(CaveatOutside, r.account.Outside, "administration", "outside every window, and so in no row")
	say(CaveatExpired, int64(len(r.expired)), "unit", "with a latest administration that has expired by the day of asking, counted as unknown")
	say(CaveatSameDay, int64(len(r.sameDay)), "unit", "with several administrations of one day, counted from the worst of them to the best")
	out = append(out, spellings...)
	for _, id := range sortedKeys(r.versions) {
		if n := r.versions[id]; n > 1 {
			out = append(out, mtss.Noticef(CaveatVersions, "has rows by %d versions, definitions or ways to treat missing answers, which are not to be compared", n).About(id))
		}
	}
	if withheld > 0 {
		out = append(out, mtss.Noticef(CaveatWithheld, "rows withheld: %d, of fewer than %d units or needed to protect those", withheld, r.by.Policy.Below))
	}
	if p := r.by.Policy; p.Note != "" {
		out = append(out, mtss.Noticef(CaveatPolicy, "of the policy by which rows are withheld: %s", p.Note))
	}
	return out
}
