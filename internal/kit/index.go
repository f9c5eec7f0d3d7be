package kit

// Index finds by a hash what has been met already. Each place of it holds 32 bits of
// a hash and one more than a number; 0 is a free one. Nothing rests on the hash: what it
// finds is compared. The zero value has met nothing.
type Index struct {
	slots []uint64
	count int
}

const lowHalf = 1<<32 - 1

// Find returns the number of what is the same, or else notes next for it and returns
// that.
func (x *Index) Find(hash uint64, next int32, same func(number int32) bool) (number int32, known bool) {
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

// likely returns the number that Find would compare first, or 0 where there is none.
func (x *Index) likely(hash uint64) uint64 {
	mask := len(x.slots) - 1
	for i := int(hash>>32) & mask; ; i = (i + 1) & mask {
		if slot := x.slots[i]; slot == 0 || slot>>32 == hash>>32 {
			return max(slot&lowHalf, 1) - 1
		}
	}
}

func (x *Index) grow() {
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
