// Package table has one job: it reads what spreadsheets call CSV as one kind of
// table, where it is certain what is meant.
//
//	in, comma := table.Open(file) // UTF-8 with line feeds; comma is ',', ';' or a tab
package table

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// window is how much of an input is looked at to find out how it is written.
const window = 1 << 16

// Open returns a table in UTF-8 without a byte order mark and with lines that end in
// a line feed, and what stands between its columns: a semicolon or a tab where the
// first line has some of these and no comma. UTF-16 is told by its mark, and lines that
// end in a carriage return alone by there being no line feed.
func Open(r io.Reader) (in *bufio.Reader, comma byte) {
	in = bufio.NewReaderSize(r, window)
	head, _ := in.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = in.Discard(3) // they were just seen
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		_, _ = in.Discard(2)
		in = bufio.NewReaderSize(&wide{in: in, big: head[0] == 0xfe}, window)
	}
	head = line(in)
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(bytes.TrimSuffix(head, []byte("\r")), '\r') >= 0 {
		in = bufio.NewReaderSize(&returns{in: in}, window)
		head = line(in)
	}
	return in, between(head)
}

// line returns an input as far as its first line, or as far as the window goes. It waits
// for no more of it, so that what comes slowly is read as it comes.
func line(in *bufio.Reader) []byte {
	head, err := in.Peek(1)
	for err == nil {
		head, _ = in.Peek(in.Buffered()) // it is there
		if bytes.IndexByte(head, '\n') >= 0 || len(head) == window {
			break
		}
		head, err = in.Peek(len(head) + 1)
	}
	return head
}

// between finds out what stands between columns.
func between(head []byte) byte {
	quoted, found := false, byte(',')
	for _, c := range head {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ',':
			return ','
		case c == '\n':
			return found
		case (c == ';' || c == '\t') && found == ',':
			found = c
		}
	}
	return found
}

// returns reads carriage returns as line feeds.
type returns struct{ in io.Reader }

func (r *returns) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// wide reads UTF-16 as UTF-8.
type wide struct {
	in   *bufio.Reader
	big  bool
	left []byte // of a character that did not fit
}

func (w *wide) Read(p []byte) (n int, err error) {
	for {
		n += copy(p[n:], w.left)
		if w.left = w.left[min(len(w.left), len(p)):]; len(w.left) > 0 || n == len(p) {
			return n, nil
		}
		w.left = nil
		if n > 0 && w.in.Buffered() < 2 {
			return n, nil // what else there is has yet to come
		}
		r, err := w.rune()
		if err != nil {
			return n, err
		}
		w.left = utf8.AppendRune(nil, r)
		if n+len(w.left) > len(p) {
			if n == 0 {
				n = copy(p, w.left)
				w.left = w.left[n:]
			}
			return n, nil
		}
	}
}

// rune reads one character; half of one is the replacement character.
func (w *wide) rune() (rune, error) {
	first, err := w.unit()
	if err != nil || !utf16.IsSurrogate(first) {
		return first, err
	}
	next, err := w.in.Peek(2)
	if err != nil {
		return utf8.RuneError, nil
	}
	second := rune(next[0]) | rune(next[1])<<8
	if w.big {
		second = rune(next[1]) | rune(next[0])<<8
	}
	r := utf16.DecodeRune(first, second)
	if r != utf8.RuneError {
		_, _ = w.in.Discard(2) // they were just seen
	}
	return r, nil
}

func (w *wide) unit() (rune, error) {
	a, err := w.in.ReadByte()
	if err != nil {
		return 0, err
	}
	b, err := w.in.ReadByte()
	if err != nil {
		return utf8.RuneError, nil // half a unit at the end
	}
	if w.big {
		a, b = b, a
	}
	return rune(a) | rune(b)<<8, nil
}
