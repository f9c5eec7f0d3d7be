package kit

import (
	"bytes"
	"hash/maphash"
)

// Texts are the numbers of texts of which there may be millions, from 1 on; 0 is that of
// none. They lie behind one another.
type Texts struct {
	index Index
	seed  maphash.Seed
	all   []byte
	ends  []int
	near  byte // read by Near
}

// NewTexts returns no texts yet.
func NewTexts() Texts { return Texts{seed: maphash.MakeSeed(), ends: []int{0}} }

// Len is how many there are.
func (t *Texts) Len() int { return len(t.ends) - 1 }

// Text returns the text of a number.
func (t *Texts) Text(number int32) string {
	if number == 0 {
		return ""
	}
	return string(t.of(number))
}

func (t *Texts) of(number int32) []byte { return t.all[t.ends[number-1]:t.ends[number]] }

// Number returns the number of a text.
func (t *Texts) Number(text string) int32 {
	if text == "" {
		return 0
	}
	return t.Hashed(text, t.Hash(text))
}

// Hash returns the hash of a text, for Near and Hashed.
func (t *Texts) Hash(text string) uint64 { return maphash.String(t.seed, text) }

// Hashed is Number of a text that is not empty, with its hash.
func (t *Texts) Hashed(text string, hash uint64) int32 {
	number, known := t.index.Find(hash, int32(len(t.ends)), func(n int32) bool { return string(t.of(n)) == text })
	if !known {
		t.all = append(t.all, text...)
		t.ends = append(t.ends, len(t.all))
	}
	return number
}

// NumberOf is Number of a text that may change.
func (t *Texts) NumberOf(text []byte) int32 {
	if len(text) == 0 {
		return 0
	}
	return t.HashedOf(text, t.HashOf(text))
}

// HashOf is Hash of a text that may change.
func (t *Texts) HashOf(text []byte) uint64 { return maphash.Bytes(t.seed, text) }

// HashedOf is Hashed of a text that may change.
func (t *Texts) HashedOf(text []byte, hash uint64) int32 {
	number, known := t.index.Find(hash, int32(len(t.ends)), func(n int32) bool { return bytes.Equal(t.of(n), text) })
	if !known {
		t.all = append(t.all, text...)
		t.ends = append(t.ends, len(t.all))
	}
	return number
}

// Near reads what the texts of these hashes will be compared with, all of them at once, so
// that the looks that follow don't wait for memory one after another. It overwrites the
// hashes, changes no number and only saves time.
func (t *Texts) Near(hashes []uint64) {
	if t.Len() == 0 {
		return
	}
	for i, hash := range hashes {
		hashes[i] = t.index.likely(hash)
	}
	for i, number := range hashes {
		hashes[i] = uint64(t.ends[max(number, 1)-1])
	}
	for _, start := range hashes {
		t.near ^= t.all[start]
	}
}
