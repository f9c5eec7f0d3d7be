package kit

// blockBits is how many bits number the elements of a block.
const blockBits = 12

// Blocks is a list of which there may be millions, and which is not copied as it grows. The
// zero value is empty.
type Blocks[T any] struct {
	blocks [][]T
	count  int
}

// Len is how many there are.
func (b *Blocks[T]) Len() int { return b.count }

// At returns an element, in its place until the next one is added.
func (b *Blocks[T]) At(i int) *T { return &b.blocks[i>>blockBits][i&(1<<blockBits-1)] }

// Add adds an element.
func (b *Blocks[T]) Add(v T) {
	last := b.count >> blockBits
	if last == len(b.blocks) {
		var room []T // the first block grows, for short lists
		if last > 0 {
			room = make([]T, 0, 1<<blockBits)
		}
		b.blocks = append(b.blocks, room)
	}
	b.blocks[last] = append(b.blocks[last], v)
	b.count++
}
