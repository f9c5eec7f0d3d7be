package rollup

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// counted is a unit's value of a measure in a period.
type counted struct {
	place   *placed
	value   MeasureValue
	expired bool
}

// placed is a unit by its present id, with the units of each level that it belongs to.
type placed struct {
	unit  mtss.Unit
	up    []string // by level; "" for none
	group string
	known bool // it belongs to some unit that has rows
}

// slice is what is compared: a measure in a period.
type slice struct {
	definition, measure int
	when                when
	units               []*counted
	scores              map[*placed]*counted // its units, made for a total that it goes with
	others              []*slice             // of a total, what goes with it
}

// roll is one rolling up of a state.
type roll struct {
	by       Breakdown
	units    mtss.Hierarchy
	state    State // of records that count, or were before others that do
	places   map[mtss.Unit]*placed
	slices   map[sliceKey]*slice
	order    []*slice
	taken    map[latest]held // of the unit and instrument at hand
	account  Account
	versions map[string]int  // definitions by which there are records, by instrument
	sameDay  map[string]bool // units with several administrations of one day
	expired  map[string]bool
}

type sliceKey struct {
	definition, measure int
	when                when
}

// place finds the units that one belongs to.
func (r *roll) place(unit mtss.Unit) *placed {
	if p := r.places[unit]; p != nil {
		return p
	}
	p := &placed{unit: unit, up: make([]string, len(r.by.By))}
	r.places[unit] = p
	now, known := r.units.Unit(unit.ID)
	if known && now.Kind != unit.Kind {
		return p
	}
	if known {
		p.unit = now
	}
	for i, kind := range r.by.By {
		above, ok := r.units.At(unit.ID, kind)
		if !ok && unit.Kind == kind {
			above, ok = p.unit, true
		}
		if ok {
			p.up[i], p.known = above.ID, true
		}
	}
	if r.by.Characteristic != "" {
		p.group = r.units.Characteristic(p.unit.ID, r.by.Characteristic)
	}
	return p
}

// entry is a record that counts, with its unit and period.
type entry struct {
	record *StateRecord
	place  *placed
	when   when
	used   bool
}

// latest returns the places of the latest records of units that have rows, and accounts
// for all others. alive are the places of a cell that count.
func (r *roll) latest(of *latestOf, alive func(*cell) []int64) (places []int64) {
	for i := range of.all {
		u := &of.all[i]
		if u.later+u.outside+u.within == 0 {
			continue
		}
		r.account.Later += u.later
		if !r.place(u.unit).known {
			r.account.Unplaced += u.outside + u.within
			continue
		}
		r.account.Outside += u.outside
		r.account.Earlier += u.within
		before := len(places)
		for k := range u.cells {
			places = append(places, alive(&u.cells[k])...)
		}
		r.account.Earlier -= int64(len(places) - before)
	}
	return places
}

// entries places records in the hierarchy and in time, in the order of units,
// instruments and days.
func (r *roll) entries() []entry {
	entries := make([]entry, 0, len(r.state.Records))
	for i := range r.state.Records {
		rec := &r.state.Records[i]
		e := entry{record: rec, place: r.place(rec.Unit)}
		var ok bool
		switch e.when, ok = r.by.when(rec.Date); {
		case !r.by.On.IsZero() && rec.Date.After(r.by.On):
			r.account.Later++
		case !e.place.known:
			r.account.Unplaced++
		case !ok:
			r.account.Outside++
		default:
			entries = append(entries, e)
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		if order := strings.Compare(a.place.unit.ID, b.place.unit.ID); order != 0 {
			return order
		}
		if order := strings.Compare(r.instrument(a), r.instrument(b)); order != 0 {
			return order
		}
		return a.record.Date.Compare(b.record.Date)
	})
	return entries
}

// instrument returns the id of what an entry was scored by, of any version.
func (r *roll) instrument(e entry) string {
	return r.state.Definitions[e.record.Definition].Instrument.ID
}

// latest is the last value of a unit's measure in a period, whatever version of the
// instrument it is of, and those of the same day.
type latest struct {
	measure MeasureID
	when    when
}

// held is where the last value is, and the day and the definition that it is of.
type held struct {
	day        mtss.Date
	definition int
	of         *slice
	at         int // in the slice
}

// count takes of each unit, instrument, measure and period the latest value.
func (r *roll) count(entries []entry) {
	for from := 0; from < len(entries); {
		until := from + 1
		for until < len(entries) && entries[until].place.unit.ID == entries[from].place.unit.ID && r.instrument(entries[until]) == r.instrument(entries[from]) {
			until++
		}
		r.unit(entries[from:until])
		from = until
	}
	for i := range entries {
		if entries[i].used {
			r.account.Counted++
		} else {
			r.account.Earlier++
		}
	}
}

// unit counts the entries of one unit and instrument, of which the last comes last.
func (r *roll) unit(entries []entry) {
	clear(r.taken)
	for i := len(entries) - 1; i >= 0; i-- {
		e := &entries[i]
		measures := r.state.Definitions[e.record.Definition].Measures
		for k := range e.record.Values {
			v := &e.record.Values[k]
			key := latest{measures[v.Measure], e.when}
			before, there := r.taken[key]
			switch {
			case !there:
				s := r.slice(sliceKey{e.record.Definition, v.Measure, e.when})
				c := &counted{place: e.place, value: *v, expired: r.by.expired(e.record.Date)}
				if c.expired {
					r.expired[e.place.unit.ID] = true
				}
				s.units = append(s.units, c)
				r.taken[key] = held{e.record.Date, e.record.Definition, s, len(s.units) - 1}
				e.used = true
			case before.day == e.record.Date:
				c := before.of.units[before.at]
				c.value = either(c.value, *v, before.definition == e.record.Definition)
				r.sameDay[e.place.unit.ID] = true
				e.used = true
			}
		}
	}
}

func (r *roll) slice(key sliceKey) *slice {
	s := r.slices[key]
	if s == nil {
		s = &slice{definition: key.definition, measure: key.measure, when: key.when}
		r.slices[key] = s
		r.order = append(r.order, s)
	}
	return s
}

// either is what is known where one of two values counts and it is not known which:
// from the worse of the two to the better.
func either(a, b MeasureValue, alike bool) MeasureValue {
	low, high := min(a.Tally.Earned, b.Tally.Earned), max(a.Tally.Earned+a.Tally.Unknown, b.Tally.Earned+b.Tally.Unknown)
	switch {
	case alike && a.Share != nil && b.Share != nil:
		share := *a.Share
		if b.Share.Low.Cmp(share.Low) < 0 {
			share.Low = b.Share.Low
		}
		if b.Share.High.Cmp(share.High) > 0 {
			share.High = b.Share.High
		}
		a.Share = &share
	case alike && a.NotApplicable && b.NotApplicable:
	case alike && a.Share == nil && b.Share == nil && a.Tally.Possible == b.Tally.Possible:
		a.Tally.Earned, a.Tally.Unknown = low, high-low
	case a.Share != nil || b.Share != nil:
		open := closed(mtss.Span{})
		a.Share, a.Tally, a.NotApplicable = &open, mtss.Tally{}, false
	default:
		possible := max(a.Tally.Possible, b.Tally.Possible)
		a.Tally, a.NotApplicable = mtss.Tally{Possible: possible, Unknown: possible}, false
	}
	return a
}

// Table rolls the state up over the units: the rows that the breakdown asks for, and what
// became of each record. It never changes the state, and is the same however its
// records came together.
//
// Errors: those of [State.Validate] and [Breakdown.Validate], and CodePlan for a
// characteristic that no unit has, without a table, and
// CodeRecovered, which no breakdown brings about. mtss.CodeRecordRepeated and
// mtss.CodeCorrection, with paths by the order of [Merge], are returned beside a table
// of the records in force in spite of them.
func (s State) Table(units mtss.Hierarchy, by Breakdown) (Table, Account, error) {
	if err := by.over(units); err != nil {
		return Table{}, Account{}, err
	}
	if issues := s.issues(); len(issues) > 0 {
		return Table{}, Account{}, strict.Invalid(issues)
	}
	return s.table(units, by, s.doubtful())
}

// table rolls up a state, of which some records are doubtful. It is the same if others are
// as well.
func (s *State) table(units mtss.Hierarchy, by Breakdown, doubtful []bool) (Table, Account, error) {
	r := newRoll(units, by)
	standing, issues := r.settled(s, doubtful)
	r.state = Merge(standing, r.sift(s, doubtful))
	table, account, err := r.table()
	if err != nil {
		return Table{}, Account{}, err
	}
	return table, account, strict.Invalid(issues)
}

func newRoll(units mtss.Hierarchy, by Breakdown) roll {
	return roll{
		by: by, units: units, places: map[mtss.Unit]*placed{}, slices: map[sliceKey]*slice{}, taken: map[latest]held{},
		versions: map[string]int{}, sameDay: map[string]bool{}, expired: map[string]bool{},
	}
}
