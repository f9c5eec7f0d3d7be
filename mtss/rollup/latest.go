package rollup

import (
	"encoding/binary"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// latestOf keeps, of each unit, the places of the latest records of each definition, period
// and parts. Those of other records are forgotten: nothing of them counts.
type latestOf struct {
	periods *Breakdown
	units   map[mtss.UnitKind]map[string]int
	all     []sifted
	last    int              // the unit of the record before
	more    [][]int64        // further places of cells
	whens   [1 << 12]dayWhen // periods of days, in places that few share
}

// sifted is what is known of a unit.
type sifted struct {
	unit    mtss.Unit
	later   int64 // records after the day of asking
	outside int64 // outside every window
	within  int64 // others
	cells   []cell
}

// cell holds the places of the latest records of a unit, definition, period and parts.
type cell struct {
	parts uint64
	when  int64
	day   int32
	form  int32
	more  int   // 1 more than the place of further ones in latestOf.more
	at    int64 // nowhere where it is empty
}

const nowhere int64 = -1

// The periods that are none.
const (
	whenOutside int64 = -1
	whenLater   int64 = -2
)

// add takes in a record that is at a place.
func (s *latestOf) add(unit int, date mtss.Date, c cell) {
	u := &s.all[unit]
	switch c.when = s.when(date); c.when {
	case whenLater:
		u.later++
	case whenOutside:
		u.outside++
	default:
		u.within++
		c.day = dayNumber(date)
		s.put(u, c)
	}
}

// dayNumber puts days into order.
func dayNumber(d mtss.Date) int32 { return int32(d.Year*512 + d.Month*32 + d.Day) }

// unit returns the place of a unit in all, which probably is that of the one before or
// the next.
func (s *latestOf) unit(kind mtss.UnitKind, id []byte) int {
	for i := s.last; i < len(s.all) && i < s.last+2; i++ {
		if u := &s.all[i].unit; u.ID == string(id) && u.Kind == kind {
			s.last = i
			return i
		}
	}
	s.last = s.look(kind, id)
	return s.last
}

// look finds a unit wherever it is, and enters it if it is new.
func (s *latestOf) look(kind mtss.UnitKind, id []byte) int {
	of := s.units[kind]
	if i, known := of[string(id)]; known {
		return i
	}
	if of == nil {
		of = map[string]int{}
		s.units[kind] = of
	}
	i := len(s.all)
	if i == cap(s.all) { // twice as many, which leaves less behind than append
		s.all = slices.Grow(s.all, i+1)
	}
	s.all = append(s.all, sifted{unit: mtss.Unit{ID: string(id), Kind: kind}})
	of[s.all[i].unit.ID] = i
	return i
}

// dayWhen is a day and the number of its period.
type dayWhen struct {
	day  int32
	when int64
}

// when returns the number of the period of a day.
func (s *latestOf) when(d mtss.Date) int64 {
	day := dayNumber(d)
	known := &s.whens[day&(1<<12-1)]
	if known.day != day {
		*known = dayWhen{day, s.periods.number(d)}
	}
	return known.when
}

// number returns the number of the period of a day.
func (p *Breakdown) number(d mtss.Date) int64 {
	if !p.On.IsZero() && d.After(p.On) {
		return whenLater
	}
	w, ok := p.when(d)
	if !ok {
		return whenOutside
	}
	n := int64(dayNumber(w.days.From)) // periods of a breakdown begin on different days, or are of windows that do
	for i, window := range p.Calendar.Windows {
		if p.Period == EachWindow && window.ID == w.window {
			n = n*int64(len(p.Calendar.Windows)) + int64(i)
		}
	}
	return n
}

// put keeps the places of a cell if they are the latest, or as late as the latest.
func (s *latestOf) put(u *sifted, c cell) {
	for i := range u.cells {
		k := &u.cells[i]
		if k.parts != c.parts || k.form != c.form || k.when != c.when {
			continue
		}
		switch {
		case k.at == nowhere || c.day > k.day:
			k.day, k.at, k.more = c.day, c.at, 0
		case c.day == k.day:
			if k.more == 0 {
				s.more = append(s.more, nil)
				k.more = len(s.more)
			}
			s.more[k.more-1] = append(s.more[k.more-1], c.at)
		}
		return
	}
	c.more = 0
	u.cells = append(u.cells, c)
}

// take puts the places of another's unit among the own ones, and returns the unit.
func (s *latestOf) take(other *latestOf, v *sifted) *sifted {
	u := &s.all[s.unit(v.unit.Kind, []byte(v.unit.ID))]
	for _, c := range v.cells {
		for _, at := range other.places(&c) {
			c.at = at
			s.put(u, c)
		}
	}
	return u
}

// places are where the records of a cell are.
func (s *latestOf) places(c *cell) []int64 {
	if c.at == nowhere {
		return nil
	}
	if c.more == 0 {
		return []int64{c.at}
	}
	return append([]int64{c.at}, s.more[c.more-1]...)
}

// sift returns those of all other records that are the latest, and accounts for the rest.
func (r *roll) sift(s *State, doubtful []bool) (out State) {
	of := latestOf{periods: &r.by, units: map[mtss.UnitKind]map[string]int{}}
	sets, used := measureSets{}, make([]bool, len(s.Definitions))
	for i := range s.Records {
		rec := &s.Records[i]
		used[rec.Definition] = true
		if doubtful[i] {
			continue
		}
		r.account.Records += 1 + rec.Again
		r.account.Repeated += rec.Again
		parts := uint64(0)
		if len(rec.Values) < len(s.Definitions[rec.Definition].Measures) {
			parts = sets.number(rec.Values)
		}
		of.add(of.unit(rec.Unit.Kind, []byte(rec.Unit.ID)), rec.Date, cell{parts: parts, form: int32(rec.Definition), at: int64(i)})
	}
	for i, is := range used {
		if is {
			r.versions[s.Definitions[i].Instrument.ID]++
		}
	}
	out.Definitions = s.Definitions
	places := r.latest(&of, of.places)
	out.Records = make([]StateRecord, len(places))
	for i, at := range places {
		out.Records[i] = s.Records[at]
	}
	return out
}

// measureSets number what is administered of instruments in part, from 1.
type measureSets struct {
	numbers map[string]uint64
	key     []byte
}

func (m *measureSets) number(values []MeasureValue) uint64 {
	m.key = m.key[:0]
	for k := range values {
		m.key = binary.AppendUvarint(m.key, uint64(values[k].Measure))
	}
	n, known := m.numbers[string(m.key)]
	if !known {
		if m.numbers == nil {
			m.numbers = map[string]uint64{}
		}
		n = uint64(len(m.numbers) + 1)
		m.numbers[string(m.key)] = n
	}
	return n
}
