package strict

import (
	"encoding"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// Quick reads a good document at once, without a tree: members in any order, best in
// that of the writer, texts of plain ASCII without escapes, and plain integers. It
// says nothing of a document that is bad or that it does not know how to read, but
// leaves it to [Decoder], which alone decides: what Quick accepts, the decoder reads
// as the same value. It follows the same plan and the same rules.
//
// A [Reader] that is handed one reads the value in hand, and returns false where it
// would not, at any point of it.
type Quick struct {
	src   string
	pos   int
	depth int
	fresh bool   // whether next is at the first member of an object
	bad   bool   // whether a member in order was not as it must be
	raw   []byte // the text that a type reads itself
	names [quickNames]struct{ from, to int32 }
	used  int // how many names are in use
}

// quickNames is how many names of its own an object may have here.
const quickNames = 256

// quickly reports whether documents of a type are worth the attempt: whether what they
// must have can be read. Of a type that reads itself it sees whether it looks at the
// value.
func (p *plan) quickly() bool {
	switch p.shape {
	case shapeStruct:
		return !slices.ContainsFunc(p.fields, func(f field) bool { return !f.optional && !f.plan.quick })
	case shapePointer, shapeSlice:
		return p.elem.quick
	case shapeHook:
		q := &Quick{src: " "}
		reflect.New(p.typ).Interface().(Reader).Strict(q)
		return q.pos > 0
	}
	return p.shape >= shapeText
}

// End reports whether nothing comes after what was read.
func (q *Quick) End() bool {
	q.space()
	return q.pos == len(q.src)
}

func (q *Quick) space() {
	for q.pos < len(q.src) && q.src[q.pos] <= ' ' {
		switch q.src[q.pos] {
		case ' ', '\t', '\n', '\r':
			q.pos++
		default:
			return
		}
	}
}

// peek returns the byte in hand after any space, or 0 at the end.
func (q *Quick) peek() byte {
	if q.pos < len(q.src) && q.src[q.pos] > ' ' {
		return q.src[q.pos]
	}
	q.space()
	if q.pos < len(q.src) {
		return q.src[q.pos]
	}
	return 0
}

// word passes over a literal.
func (q *Quick) word(text string) bool {
	if q.peek(); !strings.HasPrefix(q.src[q.pos:], text) {
		return false
	}
	q.pos += len(text)
	return true
}

// open begins an object or a list.
func (q *Quick) open(with byte) bool {
	if q.peek() != with || q.depth == MaxDepth {
		return false
	}
	q.pos++
	q.depth++
	return true
}

// more reports whether another child follows before the end, of which count came
// before. What is neither leaves the reader where no child can be read.
func (q *Quick) more(count int, end byte) bool {
	switch c := q.peek(); {
	case c == end:
		q.pos++
		q.depth--
		return false
	case count == 0:
	case c == ',':
		q.pos++
	default:
		q.pos = len(q.src)
	}
	return true
}

func (q *Quick) value(p *plan, r *rules, v reflect.Value) bool {
	switch p.shape {
	case shapeStruct:
		return q.object(p, v)
	case shapeSlice:
		return q.list(p, r, v)
	case shapePointer:
		v.Set(reflect.New(p.elem.typ))
		return q.value(p.elem, r, v.Elem())
	case shapeHook:
		return v.Addr().Interface().(Reader).Strict(q)
	case shapeText:
		text, ok := q.Text()
		q.raw = append(q.raw[:0], text...)
		return ok && r.take(text) && v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(q.raw) == nil
	case shapeString:
		text, ok := q.Text()
		v.SetString(text)
		return ok && r.take(text)
	case shapeBool:
		is, ok := q.Bool()
		v.SetBool(is)
		return ok
	case shapeInt, shapeUint:
		i, ok := q.Int()
		if !ok || i < p.low || i > p.high || !r.takeInt(i) {
			return false
		}
		if p.shape == shapeUint {
			v.SetUint(uint64(i))
		} else {
			v.SetInt(i)
		}
		return true
	}
	return false
}

func (q *Quick) object(p *plan, v reflect.Value) bool {
	if len(p.fields) > 64 || !q.open('{') {
		return false
	}
	seen := uint64(0)
	for count, k := 0, -1; q.more(count, '}'); count++ {
		k = q.field(p, k+1)
		if k < 0 || seen>>k&1 != 0 || !q.member(&p.fields[k], v) {
			return false
		}
		seen |= 1 << k
	}
	for k := range p.fields {
		if seen>>k&1 == 0 && !p.fields[k].optional {
			return false
		}
	}
	return true
}

func (q *Quick) member(f *field, v reflect.Value) bool {
	switch {
	case f.index == nil && f.plan.kind == String:
		text, ok := q.Text()
		return ok && text == f.text
	case f.index == nil:
		return q.word(f.text) // and what follows says whether it ends there
	case f.nullable && q.Null():
		return true
	}
	return q.value(f.plan, f.rules, f.of(v))
}

// field reads the name of a member and the colon after it, and returns the place of
// the field, which probably is the next one, or one soon after it.
func (q *Quick) field(p *plan, next int) int {
	if q.peek() != '"' {
		return -1
	}
	rest := q.src[q.pos+1:]
	for k := next; k < len(p.names); k++ {
		name := p.names[k]
		if n := len(name); len(rest) > n+1 && rest[n] == '"' && rest[n+1] == ':' && rest[:n] == name {
			q.pos += n + 3
			return k
		}
	}
	name, ok := q.name()
	k, known := p.index[name]
	if !ok || !known {
		return -1
	}
	return k
}

func (q *Quick) name() (string, bool) {
	name, ok := q.Text()
	if !ok || q.peek() != ':' || len(name) > MaxName {
		return "", false
	}
	q.pos++
	return name, true
}

func (q *Quick) list(p *plan, r *rules, v reflect.Value) bool {
	if !q.open('[') {
		return false
	}
	v.Set(p.empty)
	count := 0
	for ; q.more(count, ']'); count++ {
		if r != nil && count == r.maxItems {
			return false
		}
		v.Grow(1)
		v.SetLen(count + 1)
		if !q.value(p.elem, r, v.Index(count)) {
			return false
		}
	}
	if r == nil {
		return true
	}
	if r.unique && count > 1 && (p.elem.shape != shapeString || !distinct(count, func(i int) string { return v.Index(i).String() })) {
		return false
	}
	return count >= r.minItems
}

// plainText tells the bytes of a text that stand for themselves.
var plainText = func() (plain [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		plain[c] = c != '"' && c != '\\'
	}
	return plain
}()

// Text reads a text. It shares the copy of the document that all texts share.
func (q *Quick) Text() (string, bool) {
	if q.peek() != '"' {
		return "", false
	}
	from := q.pos + 1
	for to := from; to < len(q.src); to++ {
		if !plainText[q.src[to]] {
			q.pos = to + 1
			return q.src[from:to], q.src[to] == '"'
		}
	}
	return "", false
}

// mostDigits keeps the integers that Quick reads within MaxInt.
const mostDigits = 15

// Int reads an integer.
func (q *Quick) Int() (int64, bool) {
	negative := q.peek() == '-'
	if negative {
		q.pos++
	}
	from, n := q.pos, int64(0)
	for ; q.pos < len(q.src) && q.src[q.pos]-'0' < 10; q.pos++ {
		if q.pos-from == mostDigits {
			return 0, false
		}
		n = n*10 + int64(q.src[q.pos]-'0')
	}
	digits := q.pos - from
	if digits == 0 || q.src[from] == '0' && (digits > 1 || negative) {
		return 0, false
	}
	if negative {
		return -n, true
	}
	return n, true
}

// Bool reads true or false.
func (q *Quick) Bool() (is, ok bool) {
	is = q.peek() == 't'
	return is, q.word("true") || q.word("false")
}

// Null passes over null, if that is the value in hand.
func (q *Quick) Null() bool { return q.peek() == 'n' && q.word("null") }

// Members guesses how many members the object in hand has, seldom too few.
func (q *Quick) Members() int {
	rest := q.src[q.pos:]
	if end := strings.IndexByte(rest, '}'); end > 0 {
		return min(strings.Count(rest[:end], ":"), quickNames)
	}
	return 0
}

// Object reads an object with names of its own: each reads the value of a name.
func (q *Quick) Object(each func(name string) bool) bool {
	if !q.open('{') {
		return false
	}
	var filter [quickNames / 64]uint64 // of the names so far, so that few have to be compared
	first := q.used
	for count := 0; q.more(count, '}'); count++ {
		q.peek()
		from := q.pos + 1
		name, ok := q.name()
		if !ok || q.used == quickNames {
			return false
		}
		hash := uint32(0)
		for i := range len(name) {
			hash = hash*31 + uint32(name[i])
		}
		hash %= quickNames
		if filter[hash/64]>>(hash%64)&1 != 0 && q.named(first, name) {
			return false
		}
		filter[hash/64] |= 1 << (hash % 64)
		q.names[q.used].from, q.names[q.used].to = int32(from), int32(from+len(name))
		q.used++
		if !each(name) {
			return false
		}
	}
	q.used = first
	return true
}

// named reports whether the object in hand has a name already.
func (q *Quick) named(first int, name string) bool {
	for _, n := range q.names[first:q.used] {
		if q.src[n.from:n.to] == name {
			return true
		}
	}
	return false
}
