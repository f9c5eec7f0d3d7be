package rollup_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss/rollup"
)

// Whatever fits into a word, what is alike is found where it is, and little else.
func TestIdentities(t *testing.T) {
	const step = 32
	for _, test := range []struct {
		why     string
		steps   int64 // how far the records reach
		records int
	}{
		{"one record", 1, 1},
		{"a small file, each place taken", 3000, 3000},
		{"the most that words of seven bytes are for", 1<<27 - 2, 100_000},
		{"more than that", 1<<27 - 1, 100_000},
		{"the most that there may be", 1<<31 - 2, 100_000},
	} {
		r := rand.New(rand.NewPCG(1, uint64(test.steps)))
		taken := map[int64]bool{0: true, test.steps - 1: true}
		for len(taken) < test.records {
			taken[r.Int64N(test.steps)] = true
		}
		var places []int64
		for at := range taken {
			places = append(places, at*step)
		}
		slices.Sort(places)
		keys, of, wanted := make([]uint64, len(places)), map[uint64][]int64{}, []uint64{r.Uint64()}
		for i, at := range places {
			if keys[i] = r.Uint64(); i > 0 && r.IntN(5) == 0 {
				keys[i] = keys[r.IntN(i)]
			}
			of[keys[i]] = append(of[keys[i]], at)
		}
		var like, named []int64
		for key, all := range of {
			if len(all) > 1 {
				like = append(like, all...)
			}
			if r.IntN(10) == 0 {
				wanted, named = append(wanted, key), append(named, all...)
			}
		}
		alike, found := rollup.Alike(test.steps*step, keys, places, wanted)
		for _, places := range []*[]int64{&like, &named, &alike, &found} {
			slices.Sort(*places)
			*places = slices.Compact(*places)
		}
		if !slices.Equal(alike, like) {
			t.Errorf("%s: %d are found to be alike, want %d", test.why, len(alike), len(like))
		}
		if !slices.Equal(found, named) {
			t.Errorf("%s: %d are found of the keys that are wanted, want %d", test.why, len(found), len(named))
		}
	}
}
