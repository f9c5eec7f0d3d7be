package strict

import (
	"reflect"
	"strings"
	"sync"

	"github.com/openmtss/mtss-go/mtss"
)

var quicks = sync.Pool{New: func() any { return &Quick{raw: make([]byte, 0, 64)} }}

// quick reads a document into v, which it may leave half read.
func quick(data []byte, v reflect.Value) bool {
	p := planOf(v.Type())
	if !p.quick || len(data) > MaxSize {
		return false
	}
	q := newQuick(string(data))
	v.SetZero()
	ok := q.value(p, nil, v) && q.End()
	q.free()
	return ok
}

// Quickly reads a document into *v with the type's own reader of good documents, which
// saves the plan of the type where many are read. It is held to the same: what it
// accepts, the decoder reads as the same value, with nothing wrong in it.
func Quickly[T any](data []byte, v *T, read func(v *T, q *Quick) bool) bool {
	return len(data) <= MaxSize && QuicklyText(string(data), v, read)
}

// QuicklyText is Quickly of a text, which the texts of v will be parts of.
func QuicklyText[T any](text string, v *T, read func(v *T, q *Quick) bool) bool {
	if v == nil || len(text) > MaxSize {
		return false
	}
	q := newQuick(text)
	ok := read(v, q) && q.End()
	q.free()
	return ok
}

// Copies makes copies of documents as texts, many in one piece of memory, which is kept as
// long as a part of one of them is. The zero value has made none.
type Copies struct{ piece strings.Builder }

// pieceSize is how many bytes a piece has, or one document if that is longer.
const pieceSize = 16 << 10

// Of returns a copy of a document.
func (c *Copies) Of(data []byte) string {
	if c.piece.Cap()-c.piece.Len() < len(data) {
		c.piece.Reset()
		c.piece.Grow(max(pieceSize, len(data)))
	}
	from := c.piece.Len()
	c.piece.Write(data)
	return c.piece.String()[from:]
}

func newQuick(src string) *Quick {
	q := quicks.Get().(*Quick)
	q.src, q.pos, q.depth, q.used, q.bad = src, 0, 0, 0, false
	return q
}

func (q *Quick) free() {
	q.src = ""
	quicks.Put(q)
}

// quickIssues is what the values say of a document that was read quickly.
func quickIssues[T any](data []byte, v *T, issues func(*T) []mtss.Issue) error {
	if issues == nil {
		return nil
	}
	found := issues(v)
	if len(found) > 1 {
		document, _ := Parse(data)
		document.Sort(found)
	}
	return Invalid(found)
}
