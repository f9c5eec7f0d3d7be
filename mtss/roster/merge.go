package roster

import (
	"cmp"
	"hash/maphash"
	"iter"
	"maps"
	"math/bits"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Merge returns the assignments of rosters that belong together, in their order,
// each once. named returns the name that an innovation has now, as former names
// are names of one innovation; nil means that none has another one. Units that the
// hierarchy knows by a former id have the id that they have now.
//
// The same assignment again is one. Where rosters say different things, the one
// that is confirmed for longer decides: about the last day of an assignment, and
// about who is assigned to its units and innovations after the last day for which
// the others are confirmed, on which their assignments end. repeated counts what
// is there again, and what another roster decides.
//
// Assignments with problems are reported, with paths such as
// /rosters/0/intended/3, and left out. Errors: the codes of strict reading and
// CodeAssignment, for what [Roster.Validate] reports, over all rosters together,
// and for a unit of another kind than the hierarchy has it.
func Merge(above mtss.Hierarchy, named func(innovation string) string, rosters ...Roster) (all []Assignment, repeated int, err error) {
	m := merger{rosters: rosters, named: named, above: above}
	m.path = func(roster int) string { return pointer.Element("/rosters", roster) + "/intended" }
	for i, r := range rosters {
		if !r.ConfirmedThrough.IsZero() && !r.ConfirmedThrough.Valid() {
			m.Fail(pointer.Element("/rosters", i)+"/confirmedThrough", mtss.CodeDate, "%q is not a day of the calendar", r.ConfirmedThrough)
		}
	}
	m.check((*Assignment).whole)
	all, repeated = m.decide()
	return all, repeated, strict.Invalid(m.List())
}

// place is where somebody works, and for what.
type place struct {
	unit       mtss.Unit
	innovation string
}

// post is somebody's work in a place and a role.
type post struct {
	person string
	place
	role string
}

func (p post) compare(q post) int {
	return cmp.Or(cmp.Compare(p.innovation, q.innovation), cmp.Compare(p.person, q.person), kit.CompareUnits(p.unit, q.unit), cmp.Compare(p.role, q.role))
}

// merger checks assignments, and finds those that hold.
type merger struct {
	kit.Problems
	rosters []Roster
	named   func(string) string
	above   mtss.Hierarchy
	path    func(roster int) string // of its list of assignments

	of    []Assignment // of all rosters, with the name and the confirmed day that hold
	bad   []bool
	again []bool // there before, or replaced

	unit  mtss.Unit // looked up last: assignments of a unit mostly follow each other
	now   mtss.Unit // what the hierarchy has for it
	known bool
}

// check fills the rows, and reports assignments with issues, those that are twice
// on one day, positions that are vacant on a day on which their person works in
// another unit, and units of another kind.
func (m *merger) check(issues func(*Assignment) []mtss.Issue) {
	total := 0
	for i := range m.rosters {
		total += len(m.rosters[i].Intended)
	}
	m.of, m.bad, m.again = make([]Assignment, 0, total), make([]bool, total), make([]bool, total)
	var first kit.Index // of people and innovations
	seed := maphash.MakeSeed()
	several := map[int32][]int{} // by the first; few appear twice, so only those are looked at
	found := map[int][]mtss.Issue{}
	for k := range m.rosters {
		r := &m.rosters[k]
		for i := range r.Intended {
			at := len(m.of)
			m.of = append(m.of, r.Intended[i])
			a := &m.of[at]
			wrong := issues(a)
			if wrong == nil {
				wrong = m.misplaced(a)
			}
			a.ConfirmedThrough = cmp.Or(a.ConfirmedThrough, r.ConfirmedThrough)
			if wrong != nil {
				found[at], m.bad[at] = wrong, true
				continue
			}
			name := m.name(a.Innovation)
			hash := maphash.String(seed, a.Person) ^ bits.RotateLeft64(maphash.String(seed, name), 1)
			before, known := first.Find(hash, int32(at), func(n int32) bool { return m.of[n].Person == a.Person && m.name(m.of[n].Innovation) == name })
			switch {
			case !known:
			case several[before] == nil:
				several[before] = []int{int(before), at}
			default:
				several[before] = append(several[before], at)
			}
		}
	}
	m.repeat(several)
	for _, at := range m.twice(several) {
		a := &m.of[at]
		found[at] = []mtss.Issue{mtss.Issuef("", CodeAssignment, "practitioner %q is intended twice on one day for %q in %q", a.Person, a.Innovation, a.Unit.ID)}
		m.bad[at] = true
	}
	for _, at := range m.vacant(several) {
		a := &m.of[at]
		found[at] = []mtss.Issue{mtss.Issuef("", CodeAssignment, "practitioner %q is a vacant position for %q in %q, and works in another unit on one day", a.Person, a.Innovation, a.Unit.ID)}
		m.bad[at] = true
	}
	for _, at := range slices.Sorted(maps.Keys(found)) {
		roster, i := 0, at
		for ; i >= len(m.rosters[roster].Intended); roster++ {
			i -= len(m.rosters[roster].Intended)
		}
		m.Add(strict.Under(pointer.Element(m.path(roster), i), found[at])...)
	}
}

func (m *merger) name(innovation string) string {
	if m.named == nil {
		return innovation
	}
	return m.named(innovation)
}

// misplaced reports a unit that the hierarchy knows as one of another kind.
func (m *merger) misplaced(a *Assignment) []mtss.Issue {
	m.look(a.Unit)
	if !m.known || m.now.Kind == a.Unit.Kind {
		return nil
	}
	return []mtss.Issue{mtss.Issuef("/unit", CodeAssignment, "unit %q is of kind %s here, but of kind %s among the units", a.Unit.ID, a.Unit.Kind, m.now.Kind)}
}

// look sets what the hierarchy has for a unit.
func (m *merger) look(unit mtss.Unit) {
	if m.unit != unit {
		m.unit = unit
		m.now, m.known = m.above.Unit(unit.ID)
	}
}

// content is an assignment but for the days on which it ends.
type content struct {
	post
	from   mtss.Date
	share  string
	vacant bool
}

// repeat finds assignments that are there again. Of those that differ by their
// last day, the ones that are confirmed for longest hold.
func (m *merger) repeat(several map[int32][]int) {
	type ending struct {
		content
		until mtss.Date
	}
	for _, places := range several {
		longest := make(map[content]mtss.Date, len(places))
		for _, at := range places {
			if key, to := m.of[at].content(), m.of[at].ConfirmedThrough; to.After(longest[key]) {
				longest[key] = to
			}
		}
		held := make(map[ending]bool, len(places))
		for _, at := range places {
			a := &m.of[at]
			key := ending{a.content(), a.Until}
			m.again[at] = a.ConfirmedThrough != longest[key.content] || held[key]
			held[key] = held[key] || !m.again[at]
		}
	}
}

func (a *Assignment) content() content {
	return content{post{a.Person, place{a.Unit, a.Innovation}, a.Role}, a.From, a.Share.String(), a.Vacant}
}

// certain are the days for which the assignment is confirmed.
func (a *Assignment) certain() (days mtss.Period, ok bool) {
	return a.Days().Within(mtss.Period{Until: a.ConfirmedThrough})
}

// twice returns who is intended twice on one day in one role of a unit. Of two for
// the same days, one that is vacant goes.
func (m *merger) twice(several map[int32][]int) []int {
	var periods []kit.Dated[post]
	for _, places := range several {
		for _, at := range places {
			a, index := &m.of[at], at
			days, ok := a.certain()
			if m.again[at] || !ok {
				continue
			}
			if a.Vacant {
				index += len(m.of)
			}
			periods = append(periods, kit.Dated[post]{Key: post{a.Person, place{a.Unit, a.Innovation}, a.Role}, Days: days, Index: index})
		}
	}
	found := kit.Overlapping(periods, post.compare)
	for k := range found {
		found[k] %= len(m.of)
	}
	return found
}

// vacant returns positions that are vacant on a day on which their person works
// in another unit: people and positions are counted by id.
func (m *merger) vacant(several map[int32][]int) (found []int) {
	for _, places := range several {
		var filled []mtss.Period
		for _, at := range places {
			if days, ok := m.of[at].certain(); ok && !m.bad[at] && !m.again[at] && !m.of[at].Vacant {
				filled = append(filled, days)
			}
		}
		slices.SortFunc(filled, func(a, b mtss.Period) int { return a.From.Compare(b.From) })
		for k := 1; k < len(filled); k++ { // until becomes the latest end so far
			if kit.CompareEnds(filled[k-1].Until, filled[k].Until) > 0 {
				filled[k].Until = filled[k-1].Until
			}
		}
		for _, at := range places {
			days, ok := m.of[at].certain()
			if !ok || m.bad[at] || m.again[at] || !m.of[at].Vacant {
				continue
			}
			begun, _ := slices.BinarySearchFunc(filled, days, func(f, days mtss.Period) int {
				if days.Until.IsZero() || !f.From.After(days.Until) {
					return -1
				}
				return 1
			})
			if begun > 0 && filled[begun-1].Overlaps(mtss.Period{From: days.From}) {
				found = append(found, at)
			}
		}
	}
	return found
}

// decide returns the assignments that hold, those of a roster that another one
// outlasts only as long as it is confirmed.
func (m *merger) decide() (all []Assignment, repeated int) {
	last := map[place]mtss.Date{} // the last day of those that are stated
	for at := range m.of {
		a := &m.of[at]
		a.Innovation = m.name(a.Innovation)
		if m.bad[at] {
			continue
		}
		if m.look(a.Unit); m.known {
			a.Unit = m.now
		}
		if a.ConfirmedThrough.IsZero() {
			continue
		}
		if key := (place{a.Unit, a.Innovation}); a.ConfirmedThrough.After(last[key]) {
			last[key] = a.ConfirmedThrough
		}
	}
	all = m.of[:0]
	for at := range m.of {
		a := &m.of[at]
		if m.bad[at] {
			continue
		}
		if !m.again[at] && !a.ConfirmedThrough.IsZero() && a.ConfirmedThrough.Before(last[place{a.Unit, a.Innovation}]) {
			days, ok := a.certain()
			a.Until, m.again[at] = days.Until, !ok
		}
		switch {
		case m.again[at]:
			repeated++
		case len(all) == at: // it is in its place
			all = m.of[:at+1]
		default:
			all = append(all, *a)
		}
	}
	return all, repeated
}

// Unconfirmed returns the days on which it is not known who is assigned to a unit
// and an innovation, by the assignments that [Merge] returns: an assignment of the
// unit whose confirmed day is the last one before them, and the days. Where the
// assignments of a unit ended before the last day for which they are confirmed, and
// nobody came, nobody is expected there after it either.
func Unconfirmed(all []Assignment) iter.Seq2[Assignment, mtss.Period] {
	return func(yield func(Assignment, mtss.Period) bool) {
		of := map[place][]Assignment{} // with a confirmed day
		var order []place
		for i := range all {
			a := &all[i]
			if a.ConfirmedThrough.IsZero() {
				continue
			}
			key := place{a.Unit, a.Innovation}
			if of[key] == nil {
				order = append(order, key)
			}
			of[key] = append(of[key], *a)
		}
		for _, key := range order {
			if !unconfirmed(of[key], yield) {
				return
			}
		}
	}
}

// unconfirmed yields the days of one unit and innovation.
func unconfirmed(all []Assignment, yield func(Assignment, mtss.Period) bool) bool {
	slices.SortStableFunc(all, func(a, b Assignment) int { return a.ConfirmedThrough.Compare(b.ConfirmedThrough) })
	first := make([]mtss.Date, len(all)) // the first day of each and those after it
	for i := len(all) - 1; i >= 0; i-- {
		first[i] = all[i].From
		if i+1 < len(all) && first[i+1].Before(first[i]) {
			first[i] = first[i+1]
		}
	}
	open := false
	for i, a := range all {
		if i > 0 && all[i-1].ConfirmedThrough != a.ConfirmedThrough {
			open = false
		}
		open = open || a.Until.IsZero() || !a.Until.Before(a.ConfirmedThrough)
		days := mtss.Period{From: a.ConfirmedThrough.AddDays(1)}
		more := i+1 < len(all)
		if !open || !days.From.Valid() || more && (all[i+1].ConfirmedThrough == a.ConfirmedThrough || !first[i+1].After(days.From)) {
			continue
		}
		if more { // until the first day of which a later roster tells
			days.Until = first[i+1].AddDays(-1)
		}
		if !yield(a, days) {
			return false
		}
	}
	return true
}
