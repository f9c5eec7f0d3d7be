package rollup

import (
	"math/bits"
	"slices"
)

// identities are words of records: 33 bits of what each is known by and 31 of where it
// is, in steps of window bytes. They lie in parts by 8 more bits of the first, so that
// what is known by the same is in one part, and a part is small enough to be gone through
// in memory that is near.
type identities [1 << partBits]blocks

// blocks are words in pieces, so that more of them need no copy of those before.
type blocks struct {
	full [][]uint64
	last []uint64
}

const (
	partBits  = 8
	placeBits = 31
	// firstBlock and mostBlock are how many words a first block and any has room for.
	firstBlock, mostBlock = 16, 256
	// window is less than any administration has bytes, so that at most one begins in it.
	window = 32
	// mostPlaces is how far the sources may reach together.
	mostPlaces = window * (1<<placeBits - 2)
)

// partOf returns the part that a record is in, and its word.
func partOf(key uint64, at int64) (part int, word uint64) {
	return int(key >> (64 - partBits)), key<<partBits&^(1<<placeBits-1) | uint64(at/window+1)
}

// placeOf is the window in which a record begins.
func placeOf(word uint64) int64 { return int64(word&(1<<placeBits-1)-1) * window }

// add notes a record.
func (t *identities) add(key uint64, at int64) {
	part, word := partOf(key, at)
	if b := &t[part]; len(b.last) < cap(b.last) {
		b.last = append(b.last, word)
	} else {
		b.grow(word)
	}
}

// grow begins another piece.
func (b *blocks) grow(word uint64) {
	n := len(b.last)
	if n > 0 {
		b.full = append(b.full, b.last)
	}
	b.last = append(make([]uint64, 0, min(max(2*n, firstBlock), mostBlock)), word)
}

// pieces are the words of a part in all.
func pieces(all []*identities, part int) (list [][]uint64) {
	for _, t := range all {
		list = append(append(list, t[part].full...), t[part].last)
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
	count := 0
	list := pieces(all, part)
	for _, piece := range list {
		count += len(piece)
	}
	width := bits.Len(uint(2 * count))
	if places := 1 << width; len(table) < places {
		table = make([]uint64, places)
	}
	clear(table[:1<<width])
	for _, piece := range list {
		for _, word := range piece {
			i := int(word >> 1 >> (63 - width))
			for table[i] != 0 && table[i]>>placeBits != word>>placeBits {
				i = (i + 1) & (1<<width - 1)
			}
			if table[i] == 0 {
				table[i] = word
			} else {
				s[part] = append(s[part], placeOf(table[i]), placeOf(word))
			}
		}
	}
	return table
}

// find returns where records are that may be known by one of the keys.
func find(all []*identities, keys []uint64, workers int) []int64 {
	var wanted [1 << partBits]map[uint64]bool
	for _, key := range keys {
		part, word := partOf(key, 0)
		if wanted[part] == nil {
			wanted[part] = map[uint64]bool{}
		}
		wanted[part][word>>placeBits] = true
	}
	var found suspects
	_ = share(workers, 1<<partBits, func(_, part int) error {
		if wanted[part] == nil {
			return nil
		}
		for _, piece := range pieces(all, part) {
			for _, word := range piece {
				if wanted[part][word>>placeBits] {
					found[part] = append(found[part], placeOf(word))
				}
			}
		}
		return nil
	})
	return found.places()
}
