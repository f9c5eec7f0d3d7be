package strict

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/mtss"
)

// Document is one parsed document. It does not change, and may be used by
// several goroutines.
type Document struct {
	src    string
	nodes  []node // the root is the last one
	broken bool   // it ended with an error and decodes to nothing
	// wide holds the names of the large objects, by their first child.
	wide map[int32]map[string]int32
	// lost holds the places of paths that issues name and the tree lacks.
	lost map[string]int32
	// lines holds where each line starts; made when first asked for.
	lines   []int32
	counted sync.Once
}

// Root returns the value of the document; the zero Node if there is none.
func (d *Document) Root() Node {
	if len(d.nodes) == 0 {
		return Node{}
	}
	return Node{d, &d.nodes[len(d.nodes)-1]}
}

// Kind returns the member "kind" of the root if it is a string, else "".
func (d *Document) Kind() string {
	if kind, ok := d.Root().Find("kind"); ok && kind.Kind() == String {
		return kind.Text()
	}
	return ""
}

// Decode sets *v to the value of the document, following the type of *v, and
// returns every issue in document order. What was good is set even if there
// are issues. For a document that Parse could not read to its end it does
// nothing and returns none: Parse has said why.
func (d *Document) Decode(v any) []mtss.Issue {
	if d.broken {
		return nil
	}
	in := newDecoder("")
	in.Read(d.Root(), v)
	d.Sort(in.issues)
	return in.issues
}

// Decode sets *v to the value of the node, which stands at path, and returns
// the issues: for a part of a document whose other parts do not count.
func (n Node) Decode(path string, v any) []mtss.Issue {
	d := newDecoder(path)
	d.Read(n, v)
	return d.issues
}

// decode reads one JSON document into *v, and returns every issue in document
// order. That a document is of another kind or version is the only issue.
func decode(data []byte, v any) (*Document, []mtss.Issue) {
	d, issues := Parse(data)
	if d.broken {
		return d, issues
	}
	in := newDecoder("")
	in.Read(d.Root(), v)
	if in.headless || len(issues) == 0 {
		issues = in.issues
	} else {
		issues = append(issues, in.issues...)
	}
	d.Sort(issues)
	return d, issues
}

// Line returns the line where a path stands, counted from 1. A path that the
// document lacks stands where its longest existing prefix does.
func (d *Document) Line(path string) int {
	at, _ := d.place(path)
	return d.line(at)
}

func (d *Document) line(at int) int {
	d.counted.Do(func() {
		d.lines = append(d.lines, 0)
		for i := 0; ; {
			next := strings.IndexByte(d.src[i:], '\n')
			if next < 0 {
				return
			}
			i += next + 1
			d.lines = append(d.lines, int32(i))
		}
	})
	after, exact := slices.BinarySearch(d.lines, int32(at))
	if exact {
		return after + 1
	}
	return after
}

// near describes an offset for a reader, at a cost that does not grow with
// the length of the line.
func (d *Document) near(at int) string {
	return fmt.Sprintf("line %d (byte %d)", d.line(at), at)
}

// where describes an offset to the character, for issues that come once.
func (d *Document) where(at int) string {
	line := d.line(at)
	column := utf8.RuneCountInString(d.src[d.lines[line-1]:at]) + 1
	return fmt.Sprintf("line %d, column %d (byte %d)", line, column, at)
}

// name returns the name of a member.
func (d *Document) name(n *node) string {
	raw := d.src[n.at+1 : n.nameEnd]
	if n.flags&escapedName != 0 {
		return unescape(raw)
	}
	return raw
}

func (d *Document) index(first int32, names map[string]int32) {
	if d.wide == nil {
		d.wide = map[int32]map[string]int32{}
	}
	d.wide[first] = names
}

// lose remembers the place of a path that is not in the tree; the first place
// if it has several.
func (d *Document) lose(path string, at int) {
	if d.lost == nil {
		d.lost = map[string]int32{}
	}
	if _, ok := d.lost[path]; !ok {
		d.lost[path] = int32(at)
	}
}
