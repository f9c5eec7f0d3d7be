package rollup

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// line is a row in the making.
type line struct {
	level  int // in the breakdown
	unit   string
	group  string
	values []*counted // those that count
	none   int64      // how many units the measure does not apply to
	row    Row
}

func (l *line) members(answers bool) []Member {
	members := make([]Member, len(l.values))
	for i, c := range l.values {
		members[i].ID = c.place.unit.ID
		if answers {
			members[i].Answer = c.answer()
		}
	}
	return members
}

func rank(kind mtss.UnitKind) int { return slices.Index(mtss.UnitKinds(), kind) }

// table makes the rows of all slices.
func (r *roll) table() (Table, error) {
	t := Table{By: slices.Clone(r.by.By), Period: r.by.Period, On: r.by.On, Policy: r.by.Policy, Rows: []Row{}, Caveats: []mtss.Notice{}}
	slices.SortFunc(r.order, func(a, b *slice) int {
		return cmp.Or(cmp.Compare(a.definition, b.definition), cmp.Compare(a.measure, b.measure), a.when.days.From.Compare(b.when.days.From), strings.Compare(a.when.window, b.when.window))
	})
	least := r.least()
	levels := make([][]mtss.Unit, len(r.by.By))
	for i, kind := range r.by.By {
		levels[i] = r.units.Below("", kind)
	}
	withheld := int64(0)
	var lines []*line
	for i, s := range r.order {
		of := r.lines(s, least[s.definition], levels)
		if err := r.protect(of); err != nil {
			return Table{}, err
		}
		lines = append(lines, of...)
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
	t.Caveats = r.caveats(withheld)
	return t, nil
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
		for _, c := range s.units {
			least[s.definition] = min(least[s.definition], rank(c.place.unit.Kind))
		}
	}
	return least
}

// lines divides the units of a slice by the rows that they are in. Units of a kind that
// has rows have one even where nothing is known of them.
func (r *roll) lines(s *slice, least int, levels [][]mtss.Unit) []*line {
	type key struct {
		level       int
		unit, group string
	}
	found := map[key]*line{}
	var lines []*line
	at := func(k key) *line {
		l := found[k]
		if l == nil {
			l = &line{level: k.level, unit: k.unit, group: k.group}
			found[k] = l
			lines = append(lines, l)
		}
		return l
	}
	for level, units := range levels {
		if rank(r.by.By[level]) < least {
			continue
		}
		for _, u := range units {
			at(key{level, u.ID, ""})
		}
	}
	for _, c := range s.units {
		for level, unit := range c.place.up {
			if unit == "" {
				continue
			}
			groups := []string{"", c.place.group}
			if c.place.group == "" {
				groups = groups[:1]
			}
			for _, group := range groups {
				l := at(key{level, unit, group})
				if c.value.NotApplicable && !c.expired {
					l.none++
				} else {
					l.values = append(l.values, c)
				}
			}
		}
	}
	d := &r.state.Definitions[s.definition]
	for _, l := range lines {
		l.row = Row{
			Instrument: d.Instrument, Missing: d.Missing, Measure: d.Measures[s.measure], During: s.when.days, Window: s.when.window,
			Unit: mtss.Unit{ID: l.unit, Kind: r.by.By[l.level]}, Group: l.group,
		}
		l.row.Instrument.Lacks = slices.Clone(d.Instrument.Lacks)
		l.status(&r.by.Policy)
	}
	return lines
}

// status gives a line its figures, or says why it has none.
func (l *line) status(p *WithholdingPolicy) {
	units := int64(len(l.values))
	switch {
	case units > 0:
		f := figures(l.row.Measure.Of, l.values)
		l.row.Status, l.row.Figures = Shown, &f
	case l.none > 0 && l.none < p.Below:
		l.row.Status = Suppressed
		return
	case l.none > 0:
		units, l.row.Status = l.none, NotApplicable
	default:
		l.row.Status = Missing
	}
	l.row.Units = &units
}

// protect withholds lines of one slice: those of too few units, and of the rest, where
// shares are coded, those that would tell one that is.
func (r *roll) protect(lines []*line) error {
	p := r.by.Policy
	if !p.hides() {
		return nil
	}
	order := slices.DeleteFunc(slices.Clone(lines), func(l *line) bool { return l.row.Status != Shown })
	slices.SortStableFunc(order, func(a, b *line) int {
		return cmp.Or(
			cmp.Compare(rank(r.by.By[b.level]), rank(r.by.By[a.level])), cmp.Compare(min(len(a.group), 1), min(len(b.group), 1)),
			cmp.Compare(len(b.values), len(a.values)), strings.Compare(a.unit, b.unit), strings.Compare(a.group, b.group),
		)
	})
	shown, groups, err := withhold(WithholdingPolicy{Below: p.Below}, order, false)
	if err != nil {
		return err
	}
	if found := Audit(groups, shown); len(found) > 0 {
		l := order[found[0]]
		return strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeRecovered, "%s %q is withheld and would follow from other rows", string(l.row.Unit.Kind), l.unit)})
	}
	kept := order[:0]
	for i, l := range order {
		if shown[i] {
			kept = append(kept, l)
			continue
		}
		l.row.Status, l.row.Figures, l.row.Units = Suppressed, nil, nil
	}
	if !p.codes() {
		return nil
	}
	if shown, _, err = withhold(p, kept, true); err != nil {
		return err
	}
	for i, l := range kept {
		if shown[i] {
			continue
		}
		l.row.Figures, l.row.Status = nil, Suppressed
		if coded := p.sideOf(l.values); coded != "" {
			l.row.Status, l.row.Coded = Extreme, coded
		}
	}
	return nil
}

func withhold(p WithholdingPolicy, lines []*line, answers bool) (shown []bool, groups [][]Member, err error) {
	for _, l := range lines {
		groups = append(groups, l.members(answers))
	}
	shown, err = p.Withhold(groups)
	return shown, groups, err
}

// sideOf returns on which side the share of units lies, if it may not be told.
func (p WithholdingPolicy) sideOf(values []*counted) Coded {
	var sum mtss.Tally
	for _, c := range values {
		sum = kit.Plus(sum, c.answer())
	}
	return p.extreme(sum)
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
func (r *roll) caveats(withheld int64) []mtss.Notice {
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
		lacking := int64(0)
		for _, p := range r.places {
			if p.up[i] == "" && rank(p.unit.Kind) <= rank(kind) {
				lacking++
			}
		}
		say(CaveatUnplaced, lacking, "unit", "with records but no "+string(kind)+" above, and so in no row of that kind")
	}
	say(CaveatOutside, r.account.Outside, "administration", "outside every window, and so in no row")
	say(CaveatExpired, int64(len(r.expired)), "unit", "with a latest administration that has expired by the day of asking, counted as unknown")
	say(CaveatSameDay, int64(len(r.sameDay)), "unit", "with several administrations of one day, counted from the worst of them to the best")
	for _, id := range sortedKeys(r.versions) {
		if n := r.versions[id]; n > 1 {
			out = append(out, mtss.Noticef(CaveatVersions, "has rows by %d versions, definitions or ways to treat missing answers, which are not to be compared", n).About(id))
		}
	}
	if withheld > 0 {
		out = append(out, mtss.Noticef(CaveatWithheld, "rows withheld: %d, of fewer than %d units or needed to protect those", withheld, r.by.Policy.Below))
	}
	return out
}
