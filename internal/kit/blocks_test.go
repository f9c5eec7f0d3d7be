package kit_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/kit"
)

// Elements are where they were added, over several blocks, and can be changed there.
func TestBlocks(t *testing.T) {
	var list kit.Blocks[int]
	const n = 3*4096 + 1
	for i := range n {
		if list.Len() != i {
			t.Fatalf("%d elements, want %d", list.Len(), i)
		}
		list.Add(i)
	}
	for i := range n {
		*list.At(i) += i
	}
	for i := range n {
		if got := *list.At(i); got != 2*i {
			t.Fatalf("element %d is %d, want %d", i, got, 2*i)
		}
	}
}
