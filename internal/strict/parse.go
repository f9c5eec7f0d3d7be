package strict

import (
	"strings"
	"sync"

	"github.com/openmtss/mtss-go/mtss"
)

// wideObject is the number of members from which an object gets an index of
// names; below it, looking at each name is faster.
const wideObject = 32

// Parse reads one JSON document (RFC 8259) and reports what is wrong with its
// text. The document is never nil: after a syntax error it holds what was read
// until there, for Kind, Line and Sort, and decodes to nothing.
func Parse(data []byte) (*Document, []mtss.Issue) {
	d := &Document{}
	if len(data) > MaxSize {
		d.broken = true
		return d, []mtss.Issue{mtss.Issuef("", CodeLarge, "has %d bytes, want at most %d", len(data), MaxSize)}
	}
	d.src = string(data)
	d.nodes = make([]node, 0, sizeHint(d.src))
	s := stacks.Get().(*stack)
	p := parser{doc: d, src: d.src, stack: s.nodes[:0]}
	p.steps = s.steps[:0]
	p.document()
	if cap(p.stack) <= maxStack {
		s.nodes = p.stack
	}
	clear(s.steps[:]) // its names would keep the document
	stacks.Put(s)
	return d, p.issues
}

// stack is what a parser needs only while it reads.
type stack struct {
	nodes []node
	steps [8]step
}

// stacks saves [Parse] the making of one for each document. A stack is taken by
// one call at a time and never handed out.
var stacks = sync.Pool{New: func() any { return &stack{nodes: make([]node, 0, 64)} }}

// maxStack is the size up to which a stack is kept.
const maxStack = 4096

// sizeHint guesses the number of values, so that a usual document takes one
// slab. It is capped: commas inside of a string are not values.
func sizeHint(src string) int {
	return min(strings.Count(src, ",")+strings.Count(src, "{")+strings.Count(src, "[")+1, 1024)
}

type parser struct {
	report
	doc   *Document
	src   string
	pos   int
	depth int
	// stack holds the children of the containers that are still open. They
	// move to doc.nodes when their container closes, and so stand in a row.
	stack []node
}

func (p *parser) document() {
	p.byteOrderMark()
	p.space()
	if !p.doc.broken && p.pos == len(p.src) {
		p.doc.broken = true
		p.add(CodeEmpty, "is empty, want one JSON document")
	}
	if p.doc.broken {
		return
	}
	if p.value(node{at: int32(p.pos)}) {
		p.trailing()
	}
	p.doc.nodes = append(p.doc.nodes, p.stack...)
}

func (p *parser) byteOrderMark() {
	switch {
	case strings.HasPrefix(p.src, "\xef\xbb\xbf"):
		p.pos = 3
		p.add(CodeBOM, "starts with a byte order mark, want UTF-8 without one; save it as \"UTF-8\", not as \"UTF-8 with BOM\"")
	case strings.HasPrefix(p.src, "\xff\xfe"), strings.HasPrefix(p.src, "\xfe\xff"):
		p.doc.broken = true
		p.add(CodeBOM, "starts with the byte order mark of UTF-16, want UTF-8; save it as \"UTF-8\", not as \"Unicode\"")
	}
}

func (p *parser) trailing() {
	p.space()
	if p.pos < len(p.src) {
		p.add(CodeTrailing, "goes on after its end, found %s at %s, want one document", found(p.src, p.pos), p.doc.where(p.pos))
	}
}

func (p *parser) space() {
	for p.pos < len(p.src) {
		switch p.src[p.pos] {
		case ' ', '\t', '\n', '\r':
			p.pos++
		default:
			return
		}
	}
}

// peek returns the byte in hand, or 0 at the end.
func (p *parser) peek() byte {
	if p.pos < len(p.src) {
		return p.src[p.pos]
	}
	return 0
}

// value reads the value in hand into n, which knows already where it stands
// and what its name is, and puts it on the stack.
func (p *parser) value(n node) bool {
	switch c := p.peek(); {
	case c == '"':
		return p.text(n)
	case c == '-' || '0' <= c && c <= '9':
		return p.number(n)
	case c == '{':
		return p.container(n, Object, '}')
	case c == '[':
		return p.container(n, Array, ']')
	case c == 't':
		return p.literal(n, Bool, "true")
	case c == 'f':
		return p.literal(n, Bool, "false")
	case c == 'n':
		return p.literal(n, Null, "null")
	}
	return p.fail(p.pos, wantValue(p.src[p.pos:]))
}

// foreignWords are values as other languages write them, and what JSON has for them.
var foreignWords = []struct{ word, want string }{
	{"NaN", "null where it is not known: JSON has no NaN"}, {"Infinity", "a number: JSON has no Infinity"}, {"-Infinity", "a number: JSON has no -Infinity"},
	{"None", "null: JSON has no None"}, {"undefined", "null: JSON has no undefined"}, {"nil", "null: JSON has no nil"}, {"NULL", "null, in lower case"}, {"Null", "null, in lower case"},
	{"True", "true, in lower case"}, {"TRUE", "true, in lower case"}, {"False", "false, in lower case"}, {"FALSE", "false, in lower case"},
	{"'", "a text in double quotes"},
}

// wantValue says what to write in place of something that is not a value.
func wantValue(rest string) string {
	for _, f := range foreignWords {
		if strings.HasPrefix(rest, f.word) {
			return f.want
		}
	}
	return "a value"
}

func (p *parser) scalar(n node, kind Kind, from, to int) bool {
	n.kind, n.a, n.b = kind, int32(from), int32(to)
	p.stack = append(p.stack, n)
	p.pos = max(p.pos, to)
	return true
}

func (p *parser) literal(n node, kind Kind, word string) bool {
	rest := p.src[p.pos:]
	if strings.HasPrefix(rest, word) {
		return p.scalar(n, kind, p.pos, p.pos+len(word))
	}
	if strings.HasPrefix(word, rest) {
		return p.fail(len(p.src), word)
	}
	return p.fail(p.pos, wantValue(rest))
}

// container reads an array or object. After an error inside of it, it keeps
// what it has.
func (p *parser) container(n node, kind Kind, end byte) bool {
	if p.depth == MaxDepth {
		p.stop(p.pos)
		p.add(CodeDepth, "is nested too deeply at %s, want at most %d arrays and objects inside each other", p.doc.where(p.pos), MaxDepth)
		return false
	}
	p.depth++
	p.pos++
	mark := len(p.stack)
	ok, index := p.children(mark, kind, end)
	p.depth--
	n.kind, n.a, n.b = kind, int32(len(p.doc.nodes)), int32(len(p.stack)-mark)
	if index != nil {
		p.doc.index(n.a, index)
	}
	p.doc.nodes = append(p.doc.nodes, p.stack[mark:]...)
	p.stack = append(p.stack[:mark], n)
	return ok
}

// children reads up to the end of the container. The index is that of a wide
// object.
func (p *parser) children(mark int, kind Kind, end byte) (ok bool, index map[string]int32) {
	p.space()
	if p.peek() == end {
		p.pos++
		return true, nil
	}
	for count := 0; ; count++ {
		if kind == Array {
			ok = p.element(count)
		} else {
			ok = p.member(mark, &index)
		}
		if !ok {
			return false, index
		}
		p.space()
		switch p.peek() {
		case ',':
			p.pos++
			p.space()
		case end:
			p.pos++
			return true, index
		default:
			return p.fail(p.pos, "',' or '"+string(rune(end))+"'"), index
		}
	}
}

func (p *parser) element(index int) bool {
	p.report.at(index)
	ok := p.value(node{at: int32(p.pos)})
	if ok {
		p.leave()
	}
	return ok
}
