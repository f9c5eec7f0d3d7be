package rollup

import (
	"bytes"
	"hash/maphash"
	"slices"

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
	latestOf
	lines       *lines
	memory      []byte        // that chunks are read into
	seen        []*identities // of this sieve, and of those that it took in
	bad         []int64
	corrections []int64
	used        []bool // by definition
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
	reach     int64       // where that range ends
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

func newSieve(s *sieving) *sieve {
	return &sieve{
		sieving: s, latestOf: latestOf{periods: s.by, units: map[mtss.UnitKind]map[string]int{}}, lines: s.newLines(), seen: []*identities{newIdentities(s.reach)},
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
		use = func(at int64, line []byte) { s.row(source, rows, s.lines.quick[source], base+at, line) }
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
	s.latestOf.add(s.unit(r.kind, r.unit), r.date, cell{parts: r.parts, form: int32(r.form), at: at})
}

// key is what a record is known by, in one word: different for different records, but
// for chance. What it may be is settled by looking at the records again.
func (s *sieving) key(r *said) uint64 {
	if len(r.id) > 0 {
		return maphash.Bytes(s.seed, r.id)
	}
	return (maphash.Bytes(s.seed, r.unit) + uint64(dayNumber(r.date))) * 0x9e3779b97f4a7c15
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
		u := s.take(&t.latestOf, v)
		u.later, u.outside, u.within = u.later+v.later, u.outside+v.outside, u.within+v.within
	}
}
