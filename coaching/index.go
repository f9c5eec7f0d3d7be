package coaching

import "hash/maphash"

// index finds by a hash what has been met already. Each place of it holds 32 bits of
// a hash and one more than a number; 0 is a free one. Nothing rests on the hash: what it
// finds is compared.
type index struct {
	slots []uint64
	count int
}

const lowHalf = 1<<32 - 1

// find returns the number of what is the same, or else notes next for it and returns
// that.
func (x *index) find(hash uint64, next int32, same func(number int32) bool) (number int32, known bool) {
	if 4*x.count >= 3*len(x.slots) {
		x.grow()
	}
	mask := len(x.slots) - 1
	for i := int(hash>>32) & mask; ; i = (i + 1) & mask {
		switch slot := x.slots[i]; {
		case slot == 0:
			x.slots[i] = hash&^lowHalf | uint64(next+1)
			x.count++
			return next, false
		case slot>>32 == hash>>32 && same(int32(slot&lowHalf)-1):
			return int32(slot&lowHalf) - 1, true
		}
	}
}

func (x *index) grow() {
	old := x.slots
	x.slots = make([]uint64, max(64, 2*len(old)))
	mask := len(x.slots) - 1
	for _, slot := range old {
		if slot == 0 {
			continue
		}
		i := int(slot>>32) & mask
		for x.slots[i] != 0 {
			i = (i + 1) & mask
		}
		x.slots[i] = slot
	}
}

// texts are the numbers of texts of which there may be as many as contacts, from 1 on.
// They lie behind one another.
type texts struct {
	index
	seed maphash.Seed
	all  []byte
	ends []int
}

func newTexts() texts { return texts{seed: maphash.MakeSeed()} }

// number returns the number of a text; 0 is that of none.
func (t *texts) number(text string) int32 {
	if text == "" {
		return 0
	}
	if len(t.ends) == 0 {
		t.ends = append(t.ends, 0)
	}
	number, known := t.find(maphash.String(t.seed, text), int32(len(t.ends)), func(n int32) bool {
		return string(t.all[t.ends[n-1]:t.ends[n]]) == text
	})
	if !known {
		t.all = append(t.all, text...)
		t.ends = append(t.ends, len(t.all))
	}
	return number
}
