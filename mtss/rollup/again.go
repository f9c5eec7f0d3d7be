package rollup

import (
	"bytes"
	"cmp"
	"io"
	"iter"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// loaded is a record that was read again.
type loaded struct {
	at   int64
	data []byte // followed by slack; valid until the buffer is used again
	a    instrument.Administration
	says mtss.Correction[string]
}

// again is how much is read again at first: more than most lines have.
const again = 1 << 10

// source returns the source of a place and the place in it.
func (s *sieving) source(place int64) (source int, at int64) {
	source, found := slices.BinarySearch(s.base, place)
	if !found {
		source--
	}
	for source+1 < len(s.base) && s.base[source+1] == place {
		source++
	}
	return source, place - s.base[source]
}

// lineOf reads the line that begins at a place or, if it is a good one that begins in
// its window, that one. It uses the buffer where that is large enough.
func (s *sieving) lineOf(place int64, inWindow bool, buffer []byte) (l loaded, err error) {
	if inWindow {
		place = place / window * window
	}
	source, at := s.source(place)
	in := &s.sources[source]
	before := int64(0)
	if inWindow && at > 0 {
		before = 1
	}
	for n := int64(again); ; n *= 8 {
		n := min(n, in.Size-at+before)
		data := buffer[:0]
		if int64(cap(data)) < n+slack {
			data = make([]byte, 0, n+slack)
		}
		data = data[:n]
		clear(data[n : n+slack])
		if got, err := in.In.ReadAt(data, at-before); got < len(data) {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return l, err
		}
		start := 0
		if inWindow {
			start = 1 + bytes.LastIndexByte(data[:min(window, len(data))], '\n')
		}
		length := bytes.IndexByte(data[start:], '\n')
		if length < 0 && int64(len(data)) < in.Size-at+before && len(data) < 2*records.MaxLine {
			continue
		}
		if length < 0 {
			length = len(data) - start
		}
		l.at = s.base[source] + at - before + int64(start)
		l.data = bytes.TrimSuffix(data[start:start+length], []byte{'\r'})
		return l, nil
	}
}

// reader is what one worker reads records again by.
type reader struct {
	lines  *lines
	buffer []byte
}

// reader returns that of a worker.
func (s *settling) reader(worker int) *reader {
	r := &s.readers[worker]
	if r.lines == nil {
		*r = reader{s.newLines(), make([]byte, again+slack)}
	}
	return r
}

// load reads a good record again.
func (s *settling) load(worker int, place int64) (l loaded, err error) {
	r := s.reader(worker)
	if l, err = s.lineOf(place, true, r.buffer); err == nil {
		source, _ := s.source(place)
		err = r.lines.generally(source, l.data, &l.a)
	}
	l.data, l.says = nil, l.a.Correction()
	return l, err
}

// lot is how many records are read again at a time.
const lot = 1 << 10

// each reads good records again, in order, each once.
func (s *settling) each(places []int64) iter.Seq2[loaded, error] {
	places = slices.Clone(places)
	for i := range places {
		places[i] = places[i] / window * window
	}
	slices.Sort(places)
	places = slices.Compact(places)
	return func(yield func(loaded, error) bool) {
		for part := range slices.Chunk(places, lot) {
			all := make([]loaded, len(part))
			err := share(s.workers, len(part), func(w, i int) (err error) {
				all[i], err = s.load(w, part[i])
				return err
			})
			if err != nil {
				yield(loaded{}, err)
				return
			}
			for _, l := range all {
				if !yield(l, nil) {
					return
				}
			}
		}
	}
}

// numbers returns the numbers of the lines at places, which are sorted.
func (s *sieving) numbers(places []int64) (map[int64]int, error) {
	numbers := make(map[int64]int, len(places))
	counter := lineCounter{sieving: s}
	for _, place := range places {
		n, err := counter.number(place)
		if err != nil {
			return nil, err
		}
		numbers[place] = n
	}
	return numbers, nil
}

// lineCounter counts lines up to places that rise.
type lineCounter struct {
	*sieving
	in     *lineRange
	at     int64
	count  int
	buffer []byte
}

// number returns the number of the line at a place, from 1.
func (c *lineCounter) number(place int64) (int, error) {
	i, found := slices.BinarySearchFunc(c.ranges, place, func(r lineRange, place int64) int { return cmp.Compare(c.base[r.source]+r.from, place) })
	if !found {
		i--
	}
	source, at := c.source(place)
	if in := &c.ranges[i]; in != c.in {
		c.in, c.at, c.count = in, max(0, in.from-1), in.before
		if in.from == 0 {
			c.count = 1
		}
	}
	if c.buffer == nil {
		c.buffer = make([]byte, chunkSize)
	}
	for c.at < at { // a line begins where one ends
		part := c.buffer[:min(int64(len(c.buffer)), at-c.at)]
		if n, err := c.sources[source].In.ReadAt(part, c.at); n < len(part) {
			return 0, err
		}
		c.count += bytes.Count(part, []byte{'\n'})
		c.at += int64(len(part))
	}
	return c.count, nil
}
