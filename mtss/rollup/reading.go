package rollup

import (
	"cmp"
	"hash/maphash"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// InputFile is an input that can be read again, such as a file: administrations, one a
// line.
type InputFile struct {
	// Name is what messages call it.
	Name string
	// In is what is read, from 0. It is read at several places at once where there are
	// several workers.
	In io.ReaderAt
	// Size is how many bytes it has.
	Size int64
	// Layout is that of a table with a row for each administration; nil for NDJSON.
	Layout *records.Layout
}

// Reading says how administrations are read and scored. The zero value knows no
// definition, and so finds every record bad.
type Reading struct {
	// Scorers are the definitions.
	Scorers map[instrument.Ref]*instrument.Scorer
	// Missing is what unanswered items count as; nil for each definition's own way.
	Missing *instrument.Missing
	// Workers is how many parts of a source are read at once; less than 2 is one after
	// the other. The table is the same.
	Workers int
	// Tell is told of each record of a source, by its place in the list, that is bad, and
	// of each that has an error of [mtss.Standing] or mtss.NoticeRepeated: first of the
	// corrections and then of all others, in the order of the sources. The error is nil
	// for a record of an instrument that Scorers lacks. nil tells nobody.
	Tell func(source int, record records.Record, err error)
	// Step, if it is not nil, is called now and then with how many more lines were
	// read, never twice at once.
	Step func(lines, size int)
}

// Table rolls up the administrations of sources straight into a table: the one that
// [State.Table] makes of a state of the same records, in memory that grows with units
// and periods and by some 8 bytes for each record. Records
// that are bad do not count, and those that repeat or correct others only as [State.Table]
// says.
//
// Errors: those of [Breakdown.Validate] and of the sources, CodePlan for a characteristic that
// no unit has, and CodeSources for sources of
// more than 64 GiB and for tables whose rows are not lines by themselves: those that are not in
// UTF-8, that have a line end in a cell, or rows of less than 32 bytes. [records.Wide] and
// [State.Add] take in such a table.
func (r Reading) Table(sources []InputFile, units mtss.Hierarchy, by Breakdown) (Table, Account, error) {
	if err := by.over(units); err != nil {
		return Table{}, Account{}, err
	}
	shared := sieving{reading: &r, workers: max(1, r.Workers), by: &by, sources: sources, seed: maphash.MakeSeed()}
	for _, scorer := range r.Scorers {
		if len(scorer.Definition().Items) == 0 {
			continue
		}
		shared.forms = append(shared.forms, newForm(scorer))
	}
	slices.SortFunc(shared.forms, func(a, b form) int {
		return cmp.Or(strings.Compare(a.ref.ID, b.ref.ID), strings.Compare(a.ref.Version, b.ref.Version))
	})
	for i, source := range sources {
		if source.In == nil || source.Size < 0 {
			return Table{}, Account{}, mtss.Issuef(pointer.Element("", i), CodeSources, "source %q cannot be read", source.Name)
		}
		if err := shared.open(i); err != nil {
			return Table{}, Account{}, err
		}
		shared.base = append(shared.base, shared.reach)
		shared.reach += (source.Size/window + 1) * window
	}
	if shared.reach > mostPlaces {
		return Table{}, Account{}, mtss.Issuef("", CodeSources, "the sources have %d bytes, want %d at most", shared.reach, int64(mostPlaces))
	}
	shared.divide()
	sieves, err := shared.sift(func() *sieve { return newSieve(&shared) }, r.Step)
	if err != nil {
		return Table{}, Account{}, err
	}
	s := settling{sieve: newSieve(&shared), gone: map[int64]end{}, readers: make([]reader, shared.workers)}
	for i, t := range sieves {
		if i == 0 {
			s.sieve = t
			continue
		}
		s.merge(t)
	}
	for _, step := range []func() error{s.repeats, s.corrected, s.forget, s.tell, s.fill} {
		if err := step(); err != nil {
			return Table{}, Account{}, err
		}
	}
	return s.table(units)
}

// score scores by the policy of the reading.
func (r *Reading) score(s *instrument.Scorer, a instrument.Administration) (instrument.Result, error) {
	if r.Missing != nil {
		return s.ScoreWith(a, *r.Missing)
	}
	return s.Score(a)
}

// mostRange is how much of a source a worker takes at a time.
const mostRange = 1 << 20

// divide divides the sources into ranges, more than there are workers, so that none waits
// long for another.
func (s *sieving) divide() {
	total := int64(0)
	for i := range s.sources {
		total += s.sources[i].Size
	}
	most := min(total/int64(16*s.workers)+1, mostRange)
	for i := range s.sources {
		for from := s.rowsFrom[i]; from < s.sources[i].Size; from += most {
			s.ranges = append(s.ranges, lineRange{source: i, from: from, until: min(from+most, s.sources[i].Size), before: s.linesFrom[i]})
		}
	}
}

// sift reads all sources. Each worker has a sieve of its own.
func (s *sieving) sift(fresh func() *sieve, step func(lines, size int)) ([]*sieve, error) {
	sieves := make([]*sieve, s.workers)
	var turn sync.Mutex
	counted := func(lines, size int) {
		if step != nil && lines > 0 {
			turn.Lock()
			defer turn.Unlock()
			step(lines, size)
		}
	}
	err := share(s.workers, len(s.ranges), func(w, i int) error {
		if sieves[w] == nil {
			sieves[w] = fresh()
		}
		return sieves[w].run(&s.ranges[i], counted)
	})
	for i, r := range s.ranges {
		if next := i + 1; next < len(s.ranges) && s.ranges[next].source == r.source {
			s.ranges[next].before = s.ranges[i].before + r.lines
		}
	}
	return slices.DeleteFunc(sieves, func(t *sieve) bool { return t == nil }), err
}
