package kit_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/internal/kit"
)

// Texts are numbered as they come, each once, and are had again by their numbers.
func TestTexts(t *testing.T) {
	texts := kit.NewTexts()
	list, want := []string{"", "a", "", "ab", "a"}, []int32{0, 1, 0, 2, 1}
	for i := range 3000 {
		list, want = append(list, fmt.Sprint("k", i%1000)), append(want, int32(i%1000+3))
	}
	for i, text := range list {
		if got := texts.Number(text); got != want[i] || texts.Text(got) != text || texts.NumberOf([]byte(text)) != got {
			t.Fatalf("%q is number %d, of which the text is %q, want %d", text, got, texts.Text(got), want[i])
		}
	}
	if texts.Len() != 1002 {
		t.Errorf("%d texts, want 1002", texts.Len())
	}
}

// To look ahead changes no number, whether the texts are there, will be or won't.
func TestTextsNear(t *testing.T) {
	texts := kit.NewTexts()
	for i := range 3000 {
		var hashes []uint64
		for k := range i % 40 {
			hashes = append(hashes, texts.Hash(fmt.Sprint("k", (i+k*k)%2000)))
		}
		texts.Near(hashes)
		if got, n := texts.Len(), texts.Number(fmt.Sprint("k", i%1000)); got != min(i, 1000) || n != int32(i%1000+1) {
			t.Fatalf("after %d looks there are %d texts, and k%d is number %d", i, got, i%1000, n)
		}
	}
}
