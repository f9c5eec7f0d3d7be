package rollup

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// identities are words of records: bits of a hash of what each is known by, and of where it
// is, in steps of window bytes. They lie in parts by 8 more bits of the hash, so that what
// is known by the same is in one part, and a part is small enough to be gone through
// in memory that is near.
type identities struct {
	parts  [1 << partBits]blocks
	places int // bits of a place
	size   int // bytes of a word
}

// blocks are words in pieces, so that more of them need no copy of those before.
type blocks struct {
	full [][]byte
	last []byte
}

const (
	partBits = 8
	// firstBlock and mostBlock are how many bytes a first block and any has.
	firstBlock, mostBlock = 128, 2048
	// window is less than any administration has bytes, so that at most one begins in it.
	window = 32
	// mostPlaces is how far the sources may reach together: a place has 31 bits at most.
	mostPlaces = window * (1<<31 - 2)
	// fewPlaces is how many bits a place has where words of 7 bytes will do: of the records
	// that lie in 4 GiB, fewer than one in a thousand then is like another by chance.
	fewPlaces = 27
)

// newIdentities returns an empty list of records that lie within so many bytes.
func newIdentities(reach int64) *identities {
	t := &identities{places: bits.Len64(uint64(reach/window) + 1), size: 8}
	if t.places <= fewPlaces {
		t.size = 7
	}
	return t
}

// word returns the part that a record is in, and its word.
func (t *identities) word(key uint64, at int64) (part int, word uint64) {
	return int(key >> (64 - partBits)), key<<partBits>>(64-8*t.size)&^(1<<t.places-1) | uint64(at/window+1)
}

// place is the window in which a record begins.
func (t *identities) place(word uint64) int64 { return int64(word&(1<<t.places-1)-1) * window }

// add notes a record.
func (t *identities) add(key uint64, at int64) {
	part, word := t.word(key, at)
	b := &t.parts[part]
	if len(b.last)+8 > cap(b.last) {
		b.grow()
	}
	n := len(b.last)
	binary.LittleEndian.PutUint64(b.last[n:n+8], word)
	b.last = b.last[:n+t.size]
}

// grow begins another piece.
func (b *blocks) grow() {
	n := cap(b.last)
	if n > 0 {
		b.full = append(b.full, b.last)
	}
	b.last = make([]byte, 0, min(max(2*n, firstBlock), mostBlock))
}

// at returns the word at a place of a piece.
func (t *identities) at(piece []byte, i int) uint64 {
	return binary.LittleEndian.Uint64(piece[i:i+8]) & (1<<(8*t.size) - 1)
}

// pieces are the words of a part in all.
func pieces(all []*identities, part int) (list [][]byte) {
	for _, t := range all {
		list = append(append(list, t.parts[part].full...), t.parts[part].last)
	}
	return list
}

// suspects are places of records that have to be looked at, by part.
type suspects [1 << partBits][]int64

func (s *suspects) places() []int64 { return slices.Concat(s[:]...) }

// alike returns where records are that may be known by what others of all are.
func alike(all []*identities, workers int) []int64 {
	var found suspects
	tables := make([][]uint64, workers)
	_ = share(workers, 1<<partBits, func(w, part int) error {
		tables[w] = found.alike(all, part, tables[w])
		return nil
	})
	return found.places()
}

// alike looks through one part with a table, which it returns.
func (s *suspects) alike(all []*identities, part int, table []uint64) []uint64 {
	t, size := all[0], 0
	list := pieces(all, part)
	for _, piece := range list {
		size += len(piece)
	}
	width := bits.Len(uint(2 * size / t.size))
	if places := 1 << width; len(table) < places {
		table = make([]uint64, places)
	}
	clear(table[:1<<width])
	for _, piece := range list {
		for k := 0; k < len(piece); k += t.size {
			word := t.at(piece, k)
			i := int(word << (64 - 8*t.size) >> 1 >> (63 - width))
			for table[i] != 0 && table[i]>>t.places != word>>t.places {
				i = (i + 1) & (1<<width - 1)
			}
			if table[i] == 0 {
				table[i] = word
			} else {
				s[part] = append(s[part], t.place(table[i]), t.place(word))
			}
		}
	}
	return table
}

// find returns where records are that may be known by one of the keys.
func find(all []*identities, keys []uint64, workers int) []int64 {
	var wanted [1 << partBits]map[uint64]bool
	t := all[0]
	for _, key := range keys {
		part, word := t.word(key, 0)
		if wanted[part] == nil {
			wanted[part] = map[uint64]bool{}
		}
		wanted[part][word>>t.places] = true
	}
	var found suspects
	_ = share(workers, 1<<partBits, func(_, part int) error {
		if wanted[part] == nil {
			return nil
		}
		for _, piece := range pieces(all, part) {
			for k := 0; k < len(piece); k += t.size {
				if word := t.at(piece, k); wanted[part][word>>t.places] {
					found[part] = append(found[part], t.place(word))
				}
			}
		}
		return nil
	})
	return found.places()
}
