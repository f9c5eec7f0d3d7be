package kit_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/internal/kit"
)

// What differs is told apart though hashes agree, wholly or in the half that is kept.
func TestIndex(t *testing.T) {
	var texts []string
	for i := range 3000 {
		texts = append(texts, fmt.Sprint("k", i*i%1000))
	}
	for why, hash := range map[string]func(text string) uint64{
		"one hash for all":           func(string) uint64 { return 0 },
		"the greatest":               func(string) uint64 { return 1<<64 - 1 },
		"differs below what is kept": func(text string) uint64 { return uint64(len(text))<<32 | uint64(text[1]) },
		"few":                        func(text string) uint64 { return uint64(text[1]) << 40 },
	} {
		x, first := kit.Index{}, map[string]int32{}
		for i, text := range texts {
			want, again := first[text]
			if !again {
				want = int32(i)
				first[text] = want
			}
			got, known := x.Find(hash(text), int32(i), func(at int32) bool { return texts[at] == text })
			if got != want || known != again {
				t.Fatalf("%s: text %d is %d, known %v, want %d, %v", why, i, got, known, want, again)
			}
		}
	}
}
