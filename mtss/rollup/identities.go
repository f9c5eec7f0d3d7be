package rollup

import "math/bits"

// identities are words of records: 33 bits of what each is known by and 31 of where it
// is, in steps of window bytes. They lie in parts by 8 more bits of the first, so that
// what is known by the same is in one part, and a part is small enough to be gone through
// in memory that is near.
type identities [1 << partBits][]uint64

const (
	partBits  = 8
	placeBits = 31
	// window is less than any administration has bytes, so that at most one begins in it.
	window = 32
	// mostPlaces is how far the sources may reach together.
	mostPlaces = window * (1<<placeBits - 2)
)

func newIdentities(expected int64) *identities {
	t := new(identities)
	if expected > 0 {
		for p := range t {
			t[p] = make([]uint64, 0, expected/(1<<partBits)*33/32+16)
		}
	}
	return t
}

// partOf returns the part that a record is in, and its word.
func partOf(key uint64, at int64) (part int, word uint64) {
	return int(key >> (64 - partBits)), key<<partBits&^(1<<placeBits-1) | uint64(at/window+1)
}

// placeOf is the window in which a record begins.
func placeOf(word uint64) int64 { return int64(word&(1<<placeBits-1)-1) * window }

// add notes a record.
func (t *identities) add(key uint64, at int64) {
	part, word := partOf(key, at)
	t[part] = append(t[part], word)
}

// alike returns where records are that may be known by what others of all are.
func alike(all []*identities) (suspects []int64) {
	var table []uint64
	for p := range 1 << partBits {
		count := 0
		for _, t := range all {
			count += len(t[p])
		}
		width := bits.Len(uint(2 * count))
		if places := 1 << width; len(table) < places {
			table = make([]uint64, places)
		}
		clear(table[:1<<width])
		for _, t := range all {
			for _, word := range t[p] {
				i := int(word >> 1 >> (63 - width))
				for table[i] != 0 && table[i]>>placeBits != word>>placeBits {
					i = (i + 1) & (1<<width - 1)
				}
				if table[i] == 0 {
					table[i] = word
				} else {
					suspects = append(suspects, placeOf(table[i]), placeOf(word))
				}
			}
		}
	}
	return suspects
}

// find returns where records are that may be known by one of the keys.
func find(all []*identities, keys []uint64) (places []int64) {
	wanted := map[int]map[uint64]bool{}
	for _, key := range keys {
		part, word := partOf(key, 0)
		if wanted[part] == nil {
			wanted[part] = map[uint64]bool{}
		}
		wanted[part][word>>placeBits] = true
	}
	for part, words := range wanted {
		for _, t := range all {
			for _, word := range t[part] {
				if words[word>>placeBits] {
					places = append(places, placeOf(word))
				}
			}
		}
	}
	return places
}
