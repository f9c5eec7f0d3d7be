package coaching

import (
	"hash/maphash"

	"github.com/openmtss/mtss-go/internal/kit"
)

// texts are the numbers of texts of which there may be as many as contacts, from 1 on.
// They lie behind one another.
type texts struct {
	index kit.Index
	seed  maphash.Seed
	all   []byte
	ends  []int
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
	number, known := t.index.Find(maphash.String(t.seed, text), int32(len(t.ends)), func(n int32) bool {
		return string(t.all[t.ends[n-1]:t.ends[n]]) == text
	})
	if !known {
		t.all = append(t.all, text...)
		t.ends = append(t.ends, len(t.all))
	}
	return number
}
