package rollup

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// line is a row in the making.
type line struct {
	slice  *slice
	level  int // in the breakdown
	unit   string
	group  string
	values []*counted // those that count
	none   int64      // how many units the measure does not apply to
	row    Row
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
	all := make([][]*line, len(r.order))
	for i, s := range r.order {
		all[i] = r.lines(s, least[s.definition], levels)
	}
	if err := r.protect(all); err != nil {
		return Table{}, err
	}
	withheld := int64(0)
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
			l = &line{slice: s, level: k.level, unit: k.unit, group: k.group}
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
				if c.none() {
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

// protect withholds lines: those of too few units, and of the rest, where shares are coded,
// those that would tell one that is. All that a definition says of a period is withheld
// together, since a total less other scores is a score.
func (r *roll) protect(lines [][]*line) error {
	if !r.by.Policy.hides() {
		return nil
	}
	type whole struct {
		definition int
		when       when
	}
	together, order := map[whole][]*line{}, []whole{}
	for i, s := range r.order {
		key := whole{s.definition, s.when}
		if together[key] == nil {
			order = append(order, key)
		}
		together[key] = append(together[key], lines[i]...)
	}
	for _, key := range order {
		if err := r.protectWhole(together[key]); err != nil {
			return err
		}
	}
	return nil
}

func (r *roll) protectWhole(lines []*line) error {
	p := r.by.Policy
	order := slices.DeleteFunc(slices.Clone(lines), func(l *line) bool { return l.row.Status != Shown })
	slices.SortStableFunc(order, func(a, b *line) int {
		return cmp.Or(
			cmp.Compare(rank(r.by.By[b.level]), rank(r.by.By[a.level])), cmp.Compare(min(len(a.group), 1), min(len(b.group), 1)),
			cmp.Compare(len(b.values), len(a.values)), strings.Compare(a.unit, b.unit), strings.Compare(a.group, b.group),
		)
	})
	shown, groups := r.withhold(WithholdingPolicy{Below: p.Below}, order, false)
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
	shown, _ = r.withhold(p, kept, true)
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

// withhold says which lines can be shown, as [WithholdingPolicy.Withhold] does, where a line may tell
// of several scores at once. The groups are what the lines add up.
func (r *roll) withhold(p WithholdingPolicy, lines []*line, answers bool) (shown []bool, groups [][]Member) {
	all := map[addend]*parts{}
	for _, l := range lines {
		tells, ok := r.tells(l, answers), true
		insides := make([]map[int]size, len(tells))
		var group []Member
		for k, t := range tells {
			if all[t.addend] == nil {
				all[t.addend] = newParts(p)
			}
			if ok {
				insides[k], ok = all[t.addend].fits(t.members)
			}
			if !t.adds {
				continue
			}
			name := fmt.Sprint(t.addend, " ")
			for _, m := range t.members {
				group = append(group, Member{ID: name + m.ID})
			}
		}
		for k, t := range tells {
			if ok {
				all[t.addend].divide(t.members, insides[k])
			}
		}
		shown, groups = append(shown, ok), append(groups, group)
	}
	return shown, groups
}

// addend is a score that lines tell of, or what a total has of units without other scores.
type addend struct {
	measure int
	rest    bool
}

// told are the members whose scores a line tells of.
type told struct {
	addend
	adds    bool // whether the line is the sum of these
	members []Member
}

// tells returns what a line tells of: its own score, and a total of the other scores as
// well, since those of them that are shown leave the one that is not.
func (r *roll) tells(l *line, answers bool) (all []told) {
	tell := func(t told, values []*counted) {
		if len(values) == 0 {
			return
		}
		t.members = make([]Member, len(values))
		for i, c := range values {
			t.members[i].ID = c.place.unit.ID
			if answers {
				t.members[i].Answer = c.answer()
			}
		}
		all = append(all, t)
	}
	own := addend{measure: l.slice.measure}
	if !total(l.row.Measure) {
		tell(told{addend: own, adds: true}, l.values)
		return all
	}
	tell(told{addend: own}, l.values)
	some := map[*counted]bool{}
	for _, s := range r.others(l.slice) {
		var values []*counted
		for _, c := range l.values {
			if score := s.scores[c.place]; score != nil {
				values, some[c] = append(values, score), true
			}
		}
		tell(told{addend: addend{measure: s.measure}, adds: true}, values)
	}
	own.rest = true
	tell(told{addend: own, adds: true}, slices.DeleteFunc(slices.Clone(l.values), func(c *counted) bool { return some[c] }))
	return all
}

// others returns the slices of the other scores that go with a total.
func (r *roll) others(s *slice) []*slice {
	if s.others != nil {
		return s.others
	}
	s.others = []*slice{}
	for _, o := range r.order {
		if o == s || o.definition != s.definition || o.when != s.when || r.state.Definitions[o.definition].Measures[o.measure].Of != OfScore {
			continue
		}
		o.scores = map[*placed]*counted{}
		for _, c := range o.units {
			if !c.none() {
				o.scores[c.place] = c
			}
		}
		s.others = append(s.others, o)
	}
	return s.others
}

// total reports whether a measure is the total or the points of all items.
func total(m MeasureID) bool { return m.Of == OfScore && (m.ID == "total" || m.ID == "points") }

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
	if !r.by.Policy.hides() {
		out = append(out, r.spellings()...)
	}
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
