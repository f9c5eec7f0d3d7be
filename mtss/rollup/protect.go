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
	of := func(which func(l *line) bool) (order []*line) {
		for _, l := range lines {
			if which(l) {
				order = append(order, l)
			}
		}
		slices.SortStableFunc(order, func(a, b *line) int {
			return cmp.Or(
				cmp.Compare(rank(r.by.By[b.level]), rank(r.by.By[a.level])), cmp.Compare(min(len(a.group), 1), min(len(b.group), 1)),
				cmp.Compare(len(b.values)+len(b.nones), len(a.values)+len(a.nones)), strings.Compare(a.unit, b.unit), strings.Compare(a.group, b.group),
			)
		})
		return order
	}
	none := of(func(l *line) bool { return l.row.Status == NotApplicable })
	shown, _ := r.withhold(WithholdingPolicy{Below: p.Below}, none, false)
	for i, l := range none {
		if !shown[i] {
			l.withhold()
		}
	}
	all := of(func(l *line) bool { return len(l.values) > 0 })
	order := slices.Clone(all)
	shown, groups := r.withhold(WithholdingPolicy{Below: p.Below}, order, false)
	if found := Audit(groups, shown); len(found) > 0 {
		l := order[found[0]]
		return l.recovered()
	}
	kept := order[:0]
	for i, l := range order {
		if shown[i] {
			kept = append(kept, l)
			continue
		}
		l.withhold()
	}
	if p.codes() {
		shown, _ = r.withhold(p, kept, true)
		for i, l := range kept {
			if shown[i] {
				continue
			}
			l.row.Figures, l.row.Status, l.row.Coded = nil, Suppressed, p.sideOf(l.values)
			if l.beside = l.row.Coded == ""; !l.beside {
				l.row.Status = Extreme
			}
		}
	}
	return r.settle(all)
}

func (l *line) recovered() error {
	return strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeRecovered, "%s %q is withheld and would follow from other rows", string(l.row.Unit.Kind), l.unit)})
}

func (l *line) withhold() {
	l.row.Status, l.row.Coded, l.row.Figures, l.row.Units = Suppressed, "", nil, nil
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
	values  []*counted
}

// tells returns what a line tells of: its own score, and a total of the other scores as
// well, since those of them that are shown leave the one that is not.
func (r *roll) tells(l *line, answers bool) (all []told) {
	tell := func(t told, values []*counted) {
		if len(values) == 0 {
			return
		}
		t.members, t.values = make([]Member, len(values)), values
		for i, c := range values {
			t.members[i].ID = c.place.unit.ID
			if answers {
				t.members[i].Answer = c.answer()
			}
		}
		all = append(all, t)
	}
	own := addend{measure: l.slice.measure}
	if len(l.values) == 0 {
		tell(told{addend: own, adds: true}, l.nones)
		return all
	}
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
		for i := range o.units {
			if c := &o.units[i]; !c.none {
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
