package rollup

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// placed is a unit by its present id, with the units of each level that it belongs to.
type placed struct {
	unit   mtss.Unit
	rank   int
	up     []string // by level; "" for none
	at     []int32  // by level, the number of the unit there, once it is numbered; nowhere for none
	group  string
	listed bool // the hierarchy knows it
	known  bool // it belongs to some unit that has rows
}

// numbers gives each unit of a level a number. The one that was asked for last is found at once.
type numbers struct {
	of   map[string]int
	ids  []string
	last string
	at   int
}

func (n *numbers) number(id string) int {
	if id == n.last && len(n.ids) > 0 {
		return n.at
	}
	at, known := n.of[id]
	if !known {
		at = len(n.ids)
		n.of[id], n.ids = at, append(n.ids, id)
	}
	n.last, n.at = id, at
	return at
}

// place finds the units that one belongs to.
func (r *roll) place(unit mtss.Unit) *placed {
	p := r.places[unit]
	if p == nil {
		p = r.look(unit)
		r.places[unit] = p
	}
	return p
}

// look looks the units up that one belongs to.
func (r *roll) look(unit mtss.Unit) *placed {
	p := &placed{unit: unit, rank: rank(unit.Kind), up: make([]string, len(r.by.By))}
	now, known := r.units.Unit(unit.ID)
	p.listed = known
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
	record  *StateRecord
	to      *destination
	place   *placed
	period  int
	expired bool
	used    bool
}

// entries places records in the hierarchy and in time, in the order of units,
// instruments and days.
func (r *roll) entries() (entries []entry) {
	days, periods := map[mtss.Date]entry{}, map[when]int{}
	at := r.state.definitions(r.states)
	for n := range r.states {
		records := r.states[n].Records
		entries = slices.Grow(entries, len(records))
		for i := range records {
			rec := &records[i]
			of, known := days[rec.Date]
			if !known {
				of = r.day(rec.Date, periods)
				days[rec.Date] = of
			}
			of.record, of.to, of.place = rec, &at[n][rec.Definition], r.place(rec.Unit)
			switch {
			case of.period == later:
				r.account.Later++
			case !of.place.known:
				r.account.Unplaced++
			case of.period == outside:
				r.account.Outside++
			default:
				r.number(of.place)
				entries = append(entries, of)
			}
		}
	}
	slices.SortFunc(entries, r.before)
	return entries
}

// before orders entries by unit, instrument and day, and those that share these as [Merge]
// orders records.
func (r *roll) before(a, b entry) int {
	if order := strings.Compare(a.place.unit.ID, b.place.unit.ID); order != 0 {
		return order
	}
	if order := strings.Compare(r.instrument(a), r.instrument(b)); order != 0 {
		return order
	}
	if order := a.record.Date.Compare(b.record.Date); order != 0 {
		return order
	}
	x, y := *a.record, *b.record
	x.Definition, x.Values, y.Definition, y.Values = a.to.place, nil, b.to.place, nil
	if order := compare(&x, &y); order != 0 { // most often, without a copy of any value
		return order
	}
	return slices.CompareFunc(a.to.values(a.record.Values), b.to.values(b.record.Values), compareValues)
}

// The periods of entries that do not count.
const (
	outside = -1
	later   = -2
)

// day returns what entries of a day have in common.
func (r *roll) day(d mtss.Date, periods map[when]int) entry {
	if !r.by.On.IsZero() && d.After(r.by.On) {
		return entry{period: later}
	}
	w, ok := r.by.when(d)
	if !ok {
		return entry{period: outside}
	}
	n, known := periods[w]
	if !known {
		n = len(r.periods)
		periods[w], r.periods = n, append(r.periods, w)
	}
	return entry{period: n, expired: r.by.expired(d)}
}

// number numbers the units that one belongs to.
func (r *roll) number(p *placed) {
	if p.at != nil {
		return
	}
	if len(r.room) < len(p.up) {
		r.room = make([]int32, 1024*len(p.up))
	}
	p.at, r.room = r.room[:len(p.up)], r.room[len(p.up):]
	for level, id := range p.up {
		p.at[level] = int32(nowhere)
		if id != "" {
			p.at[level] = int32(r.numbers[level].number(id))
		}
	}
}

// instrument returns the id of what an entry was scored by, of any version.
func (r *roll) instrument(e entry) string {
	return r.state.Definitions[e.to.place].Instrument.ID
}
