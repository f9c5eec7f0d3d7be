package rollup

import (
	"bytes"
	"hash/maphash"
	"slices"

	"github.com/openmtss/mtss-go/internal/plain"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// A sieve goes through lines once and keeps the places of those that may count: of each
// unit, definition and period the latest. Most lines of a large input are not among
// them, and none is scored before it is known to be. Beside that it keeps the identity
// of each record in one word, and the places of what has to be looked at again: lines
// that are bad or that correct others.
type sieve struct {
	*sieving
	lines       *lines
	units       map[mtss.UnitKind]map[string]int
	all         []sifted
	memory      []byte        // that chunks are read into
	last        int           // the unit of the record before
	more        [][]int64     // further places of cells
	seen        []*identities // of this sieve, and of those that it took in
	bad         []int64
	corrections []int64
	whens       [1 << 12]dayWhen // periods of days, in places that few share
	used        []bool           // by definition
	records     int64
	stops       bool                      // a row of a table is not a line by itself
	again       bool                      // it fills the cells that are empty, and does no more
	dead        map[int64]end             // what does not count, when it does so again
	one         instrument.Administration // of the general reader
}

// sieving is what all sieves of one run share and do not change.
type sieving struct {
	reading *Reading
	workers int
	by      *Breakdown
	forms   []form
	sources []InputFile
	base    []int64 // where each source begins in the one range of places
	// rowsFrom is, by source, where the rows of a table begin, and linesFrom how many lines come
	// before.
	rowsFrom  []int64
	linesFrom []int
	ranges    []lineRange // of all sources, in order
	seed      maphash.Seed
}

// lineRange is a range of a source, whose lines one worker reads.
type lineRange struct {
	source      int
	from, until int64
	lines       int // how many begin in it
	before      int // how many of the source begin before it
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
	more  int   // 1 more than the place of further ones in sieve.more
	at    int64 // nowhere where it is empty
}

const nowhere int64 = -1

// The periods that are none.
const (
	whenOutside int64 = -1
	whenLater   int64 = -2
)

func newSieve(s *sieving) *sieve {
	return &sieve{
		sieving: s, lines: s.newLines(), units: map[mtss.UnitKind]map[string]int{}, seen: []*identities{new(identities)},
		used: make([]bool, len(s.forms)),
	}
}

// run sifts the lines that begin in a range, and counts them.
func (s *sieve) run(r *lineRange, step func(lines, size int)) error {
	source, base := r.source, s.base[r.source]
	c := newChunks(&s.sources[source], r.from, r.until, s.memory)
	r.lines = 0
	use := func(at int64, line []byte) { s.line(base+at, line) }
	if s.sources[source].Layout != nil {
		rows, err := s.lines.rows(source)
		if err != nil {
			return err
		}
		var quick *plain.Table
		rows.Plain(&quick)
		use = func(at int64, line []byte) { s.row(source, rows, quick, base+at, line) }
	}
	err := c.run(use, func(at int64) {
		r.lines++
		s.tooLong(base + at)
	}, func(lines, size int) {
		r.lines += lines
		step(lines, size)
	})
	s.memory = c.memory
	if err == nil && s.stops {
		return s.sieving.notLines(source)
	}
	return err
}

func (s *sieve) tooLong(at int64) {
	if !s.again {
		s.bad = append(s.bad, at)
	}
}

// line sifts one line.
func (s *sieve) line(at int64, data []byte) {
	if n := len(data); n > 0 && data[n-1] == '\r' {
		data = data[:n-1]
	}
	var what said
	switch {
	case len(data) > records.MaxLine:
		s.tooLong(at)
	case s.lines.read(data, &what):
		s.record(at, &what)
	case len(bytes.Trim(data, " \t\r")) == 0:
	case s.generally(data, &what):
		s.record(at, &what)
	default:
		s.tooLong(at)
	}
}

// generally reads a line by the general reader, and reports whether it can be scored.
func (s *sieve) generally(data []byte, what *said) bool {
	return s.one.UnmarshalJSON(data) == nil && s.scorable(&s.one, what)
}

// scorable reports whether an administration can be scored, and what it says.
func (s *sieve) scorable(a *instrument.Administration, what *said) bool {
	what.form = slices.IndexFunc(s.forms, func(f form) bool { return f.ref == a.Instrument })
	if what.form < 0 {
		return false
	}
	f := &s.forms[what.form]
	if !f.fits || len(a.Summary) > 0 {
		if _, err := s.reading.score(f.scorer, *a); err != nil {
			return false
		}
	} else if _, err := f.scorer.Responses(*a); err != nil {
		return false
	}
	what.id, what.supersedes, what.voids = []byte(a.ID), []byte(a.Supersedes), []byte(a.Voids)
	what.unit, what.kind, what.date, what.parts = []byte(a.Unit.ID), a.Unit.Kind, a.Date, f.parts(a)
	return true
}

// parts is what of an administration that was read otherwise was administered.
func (f *form) parts(a *instrument.Administration) (parts uint64) {
	if len(a.Summary) > 0 {
		return partsSummary
	}
	for _, id := range a.Sections {
		if k := slices.IndexFunc(f.sections, func(s instrument.Section) bool { return s.ID == id }); k >= 0 && k < mostSections {
			parts |= 1 << k
		}
	}
	return parts
}

// record takes in a good record.
func (s *sieve) record(at int64, r *said) {
	if s.again {
		s.refill(at, r)
		return
	}
	s.records++
	s.used[r.form] = true
	s.seen[0].add(s.key(r), at)
	if len(r.supersedes) > 0 || len(r.voids) > 0 {
		s.corrections = append(s.corrections, at)
	}
	u := &s.all[s.unit(r.kind, r.unit)]
	switch when := s.when(r.date); when {
	case whenLater:
		u.later++
	case whenOutside:
		u.outside++
	default:
		u.within++
		s.put(u, cell{parts: r.parts, form: int32(r.form), when: when, day: dayNumber(r.date), at: at})
	}
}

// key is what a record is known by, in one word: different for different records, but
// for chance. What it may be is settled by looking at the records again.
func (s *sieving) key(r *said) uint64 {
	if len(r.id) > 0 {
		return maphash.Bytes(s.seed, r.id)
	}
	return (maphash.Bytes(s.seed, r.unit) + uint64(dayNumber(r.date))) * 0x9e3779b97f4a7c15
}

// dayNumber puts days into order.
func dayNumber(d mtss.Date) int32 { return int32(d.Year*512 + d.Month*32 + d.Day) }

// unit returns the place of a unit in all, which probably is that of the one before or
// the next.
func (s *sieve) unit(kind mtss.UnitKind, id []byte) int {
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
func (s *sieve) look(kind mtss.UnitKind, id []byte) int {
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
func (s *sieve) when(d mtss.Date) int64 {
	day := dayNumber(d)
	known := &s.whens[day&(1<<12-1)]
	if known.day != day {
		*known = dayWhen{day, s.by.number(d)}
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
func (s *sieve) put(u *sifted, c cell) {
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

// refill keeps records in the cells that lost theirs.
func (s *sieve) refill(at int64, r *said) {
	if s.dead[at] != 0 {
		return
	}
	i, known := s.units[r.kind][string(r.unit)]
	when := s.when(r.date)
	if !known || when < 0 {
		return
	}
	if u := &s.all[i]; slices.ContainsFunc(u.cells, func(c cell) bool { return c.parts == r.parts && int(c.form) == r.form && c.when == when }) {
		s.put(u, cell{parts: r.parts, form: int32(r.form), when: when, day: dayNumber(r.date), at: at})
	}
}

// places are where the records of a cell are.
func (s *sieve) places(c *cell) []int64 {
	if c.at == nowhere {
		return nil
	}
	if c.more == 0 {
		return []int64{c.at}
	}
	return append([]int64{c.at}, s.more[c.more-1]...)
}

// merge takes in what another sieve kept of other lines.
func (s *sieve) merge(t *sieve) {
	s.records += t.records
	s.bad = append(s.bad, t.bad...)
	s.corrections = append(s.corrections, t.corrections...)
	for i := range t.used {
		s.used[i] = s.used[i] || t.used[i]
	}
	s.seen = append(s.seen, t.seen...)
	s.mergeCells(t)
}

// mergeCells takes in what another sieve kept of units.
func (s *sieve) mergeCells(t *sieve) {
	for i := range t.all {
		v := &t.all[i]
		u := &s.all[s.unit(v.unit.Kind, []byte(v.unit.ID))]
		u.later, u.outside, u.within = u.later+v.later, u.outside+v.outside, u.within+v.within
		for k := range v.cells {
			c := v.cells[k]
			for _, at := range t.places(&c) {
				c.at = at
				s.put(u, c)
			}
		}
	}
}
