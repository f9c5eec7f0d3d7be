package profile

import (
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// rules judges the host's own rules by what is known: those of sets that are everyone's,
// the unit's or those of a unit above it. Of sets that refine each other the lowest is
// judged, with those above it.
func (m *making) rules() {
	var sets []rule.Set
	var from []origin
	above := m.above.Above(m.Unit.ID)
	all := originsOf[rule.Set](m.documents)
	for i, s := range listed[rule.Set](m.documents) {
		if of := s.Scope.Unit; of != "" && of != m.Unit.ID && !slices.ContainsFunc(above, func(u mtss.Unit) bool { return u.ID == of }) {
			m.concern(Unused, mtss.Noticef(NoticeUnused, "rules of units that %s does not belong to were not used", m.Unit.ID).About(of))
			continue
		}
		sets, from = append(sets, s), append(from, all[i])
		m.defined(&s, s.ID)
	}
	for i, s := range sets {
		if refined(sets, s) {
			continue
		}
		book, err := rule.CompileSet(evidence.Vocabulary(), s, refinedBy(sets, s)...)
		if err != nil {
			m.refuse(s.ID, origins{whole: from[i : i+1]}.of(err)...)
			continue
		}
		m.judge(book)
	}
}

// refined reports whether another set takes the place of one. Sets that refine each other
// in a circle are refused, each as the lowest.
func refined(sets []rule.Set, s rule.Set) bool {
	for seen, below := map[string]bool{}, s; ; {
		i := slices.IndexFunc(sets, func(other rule.Set) bool { return below.ID != "" && other.Refines == below.ID })
		switch {
		case i < 0:
			return below.ID != s.ID
		case seen[sets[i].ID]:
			return false
		}
		below = sets[i]
		seen[below.ID] = true
	}
}

// refinedBy returns the sets that one refines, by way of each other.
func refinedBy(sets []rule.Set, s rule.Set) (all []rule.Set) {
	for range sets {
		i := slices.IndexFunc(sets, func(other rule.Set) bool { return s.Refines != "" && other.ID == s.Refines })
		if i < 0 {
			break
		}
		s = sets[i]
		all = append(all, s)
	}
	return all
}

// judge keeps what rules come to: once where that is the same with every innovation.
func (m *making) judge(book *rule.Rulebook) {
	whole := book.Judge(m.Facts(""), m.On)
	of := make([][]rule.Decision, len(m.Innovations))
	for k := range m.Innovations {
		of[k] = book.Judge(m.Facts(m.Innovations[k].ID), m.On)
	}
	for i, d := range whole {
		if !slices.ContainsFunc(of, func(with []rule.Decision) bool { return !reflect.DeepEqual(with[i], d) }) {
			m.Rules = append(m.Rules, d)
			continue
		}
		for k := range of {
			m.Innovations[k].Rules = append(m.Innovations[k].Rules, of[k][i])
		}
	}
	for _, d := range whole {
		for _, n := range d.Caveats {
			m.concern(qualityOf(n.Code, Remark), n)
		}
	}
}
