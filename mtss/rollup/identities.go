package rollup

// identities are words of records: 33 bits of what each is known by and 31 of where it
// is, in steps of window bytes. They are in the order of the first, as far as collisions
// let them be; 0 is a free place.
type identities struct {
	slots []uint64
	count int
}

const (
	placeBits = 31
	// window is less than any administration has bytes, so that at most one begins in it.
	window = 32
	// mostPlaces is how far the sources may reach together.
	mostPlaces = window * (1<<placeBits - 2)
)

func newIdentities(expected int64) identities {
	return identities{slots: make([]uint64, max(64, expected+expected*5/16))}
}

func slotOf(key uint64, at int64) uint64 {
	return key&^(1<<placeBits-1) | uint64(at/window+1)
}

// placeOf is the window in which a record begins.
func placeOf(slot uint64) int64 { return int64(slot&(1<<placeBits-1)-1) * window }

func (t *identities) home(slot uint64) int {
	return int(slot >> placeBits * uint64(len(t.slots)) >> (64 - placeBits))
}

// add notes a record, and returns where one is that may be known by the same.
func (t *identities) add(key uint64, at int64) (other int64, found bool) {
	return t.insert(slotOf(key, at))
}

func (t *identities) insert(slot uint64) (other int64, found bool) {
	if t.count+t.count/4 >= len(t.slots) {
		t.grow(len(t.slots) + len(t.slots)/2)
	}
	t.count++
	for i := t.home(slot); ; i++ {
		if i == len(t.slots) {
			i = 0
		}
		switch held := t.slots[i]; {
		case held == 0:
			t.slots[i] = slot
			return other, found
		case !found && held>>placeBits == slot>>placeBits:
			other, found = placeOf(held), true
		}
	}
}

func (t *identities) grow(places int) {
	old := t.slots
	t.slots, t.count = make([]uint64, places), 0
	for _, slot := range old {
		if slot != 0 {
			t.insert(slot)
		}
	}
}

// merge takes in others, and appends those of both that may be known by the same.
func (t *identities) merge(other *identities, suspects []int64) []int64 {
	// In the order of their words they would crowd a table that grew with them.
	if places := (t.count + other.count) * 21 / 16; places > len(t.slots) {
		t.grow(places)
	}
	for _, slot := range other.slots {
		if slot != 0 {
			if at, found := t.insert(slot); found {
				suspects = append(suspects, at, placeOf(slot))
			}
		}
	}
	other.slots = nil
	return suspects
}

// find returns where records are that may be known by a key.
func (t *identities) find(key uint64) (places []int64) {
	slot := slotOf(key, 0)
	for i := t.home(slot); ; i++ {
		if i == len(t.slots) {
			i = 0
		}
		if t.slots[i] == 0 {
			return places
		}
		if t.slots[i]>>placeBits == slot>>placeBits {
			places = append(places, placeOf(t.slots[i]))
		}
	}
}
