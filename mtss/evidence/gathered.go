package evidence

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// KnownValue is what is known of one measure on a day.
type KnownValue struct {
	// Measure names the measure.
	Measure string
	// Value is its value; missing where nothing that is current says it.
	Value rule.Value
	// Basis is what the value comes from; "" where there is none.
	Basis Basis
	// Unit is the unit that the value was found of: the one that was asked for,
	// or one above that serves it.
	Unit mtss.Unit
	// On is the day of the latest evidence that is used; no date where there is none.
	On mtss.Date
	// Through is the last day on which the value counts; no date where it
	// counts until something takes its place.
	Through mtss.Date
	// Expired reports that evidence counts no longer, so that the value, or
	// part of it, is unknown.
	Expired bool
	// Later counts records of later days, which were not used.
	Later int
	// Replaced reports that an earlier record of the same basis said otherwise.
	Replaced bool
	// Rests are the records behind the value, or behind what expired.
	Rests []RecordRef
	// Notices are what a reader must know of the value.
	Notices []mtss.Notice

	past []past
}

// past is a value that a measure had, by evidence that counted through a day.
type past struct {
	through mtss.Date
	value   rule.Value
}

// On returns what is known of a unit and an innovation on a day, one value for
// each measure, in the order of [MeasureDefinitions] and then of the policy. Errors:
// CodeDay for a day outside of the range that was gathered.
func (s *Gathered) On(unit mtss.Unit, innovation string, day mtss.Date) ([]KnownValue, error) {
	if s == nil || !day.Valid() || !s.days.Contains(day) {
		return nil, mtss.Issuef("/on", CodeDay, "%q is not a day of the evidence that was gathered", day)
	}
	unit, innovation = s.now(unit, innovation)
	items := make([]KnownValue, len(s.all))
	for i := range s.all {
		items[i] = s.item(i, unit, innovation, day)
	}
	s.follow(items)
	return items, nil
}

// follow has the use of an innovation follow from practitioners at fidelity.
func (s *Gathered) follow(items []KnownValue) {
	used, by := &items[s.at[string(Used)]], items[s.at[string(Practitioners)]]
	verdict, known := used.Value.YesNo()
	if t, ok := by.Value.Tally(); ok && t.Earned > 0 && (!known || verdict == mtss.Undetermined) {
		used.Value, used.Basis, used.Unit, used.On, used.Through, used.Rests = rule.OfYesNo(mtss.Met), by.Basis, by.Unit, by.On, by.Through, by.Rests
		used.Expired = false
		used.Notices = slices.DeleteFunc(used.Notices, func(n mtss.Notice) bool { return n.Code != NoticeConflict }) // the records still contradict each other
	}
	for _, p := range by.past {
		if t, ok := p.value.Tally(); ok && t.Earned > 0 {
			used.past = append(used.past, past{p.through, rule.OfYesNo(mtss.Met)})
		}
	}
}

// item works out one measure: of the unit itself, or of the nearest unit above
// that serves it.
func (s *Gathered) item(place int, unit mtss.Unit, innovation string, day mtss.Date) KnownValue {
	item, found := s.own(place, unit, innovation, day)
	if found || s.all[place].Reach != Serves {
		return item
	}
	for _, above := range s.above.Above(unit.ID) {
		if served, found := s.own(place, above, innovation, day); found {
			return served
		}
	}
	return item
}

// Members returns how the members of a count stand on a day: each spell of the
// unit and of the units below, by member.
func (s *Gathered) Members(unit mtss.Unit, innovation, measure string, day mtss.Date) []Spell {
	var out []Spell
	if s == nil {
		return out
	}
	unit, innovation = s.now(unit, innovation)
	shelf, place := s.shelves[subject{unit, innovation}], s.at[measure]
	if shelf == nil || shelf.members[place] == nil {
		return out
	}
	for _, p := range shelf.members[place].current(day) {
		spell := *p
		spell.Rests = slices.Clone(p.Rests)
		out = append(out, spell)
	}
	return out
}
