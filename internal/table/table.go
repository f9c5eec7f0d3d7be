// Package table has one job: it reads what spreadsheets call CSV as one kind of
// table, where it is certain what is meant.
//
//	rows := table.NewRows(file, isHeader)
//	cells, err := rows.Next()
package table

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// window is how much of an input is looked at to find out how it is written.
const window = 1 << 16

// lookahead is how many lines are looked at to find the header.
const lookahead = 20

// Open returns a table in UTF-8 without a byte order mark and with lines that end in
// a line feed, from its header on; what stands between its columns; and how many lines
// stand before the header. The header is the first of the first lines whose cells the
// function header knows, with commas, semicolons or tabs between them. Where there is
// none, the table begins with the first line, and has semicolons or tabs where that has
// some of these and no comma. UTF-16 is told by its mark or by its zero bytes, and lines
// that end in a carriage return alone by there being no line feed.
func Open(r io.Reader, header func(cells []string) bool) (in *bufio.Reader, comma byte, before int) {
	in = bufio.NewReaderSize(r, window)
	head, _ := in.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = in.Discard(3) // they were just seen
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		_, _ = in.Discard(2)
		in = bufio.NewReaderSize(&wide{in: in, big: head[0] == 0xfe}, window)
	case len(head) > 1 && (head[0] == 0) != (head[1] == 0):
		in = bufio.NewReaderSize(&wide{in: in, big: head[0] == 0}, window)
	}
	head = line(in)
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(bytes.TrimSuffix(head, []byte("\r")), '\r') >= 0 {
		in = bufio.NewReaderSize(&returns{in: in}, window)
	}
	comma, length, before := find(in, header)
	_, _ = in.Discard(length) // it was just seen
	return in, comma, before
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

// find finds what stands between columns, and how many bytes and lines stand before
// the header. It waits for no more rows than it takes to find the header.
func find(in *bufio.Reader, header func(cells []string) bool) (comma byte, length, before int) {
	first := line(in)
	stated, said, ok := said(first)
	if ok {
		length, before = said, 1
	} else {
		stated = between(first)
	}
	for at, above, n := length, before, 0; header != nil && n < lookahead; n++ {
		row := nextRow(in, at)
		if len(row) == 0 {
			break
		}
		for _, comma := range []byte{',', ';', '\t'} {
			if header(Cells(row, comma)) {
				return comma, at, above
			}
		}
		at += len(row)
		above += bytes.Count(row, []byte{'\n'})
	}
	return stated, length, before
}

// nextRow returns the row that begins at a place of the window, with its end, or as
// much of it as there is.
func nextRow(in *bufio.Reader, at int) []byte {
	quoted := false
	for end := at; ; {
		head, err := in.Peek(end + 1)
		if err == nil {
			head, _ = in.Peek(in.Buffered()) // it is there
		}
		for ; end < len(head); end++ {
			switch {
			case head[end] == '"':
				quoted = !quoted
			case head[end] == '\n' && !quoted:
				return head[at : end+1]
			}
		}
		if err != nil || end == window {
			return head[min(at, len(head)):]
		}
	}
}

// said reads the line with which a table may say what stands between its columns, as
// in sep=;
func said(head []byte) (comma byte, length int, ok bool) {
	line, _, _ := bytes.Cut(head, []byte{'\n'})
	text := bytes.Trim(line, "\"\r")
	if len(text) != 5 || !bytes.EqualFold(text[:4], []byte("sep=")) || bytes.IndexByte([]byte(",;\t"), text[4]) < 0 {
		return 0, 0, false
	}
	return text[4], min(len(line)+1, len(head)), true
}

// Cells returns the cells of a row without the spaces around them, for a look at what
// they say. A row that is not well formed gives cells all the same.
func Cells(row []byte, comma byte) (cells []string) {
	quoted, start := false, 0
	add := func(cell []byte) {
		text := Trim(string(cell))
		if len(text) > 1 && text[0] == '"' && text[len(text)-1] == '"' {
			text = Trim(strings.ReplaceAll(text[1:len(text)-1], `""`, `"`))
		}
		cells = append(cells, text)
	}
	for i, c := range row {
		switch {
		case c == '"':
			quoted = !quoted
		case c == comma && !quoted:
			add(row[start:i])
			start = i + 1
		}
	}
	add(row[start:])
	return cells
}

// Trim takes off the spaces around what a cell holds, no-break spaces and those without
// width too.
func Trim(cell string) string {
	if n := len(cell); n == 0 || '!' <= cell[0] && cell[0] <= '~' && '!' <= cell[n-1] && cell[n-1] <= '~' {
		return cell // as most are
	}
	return strings.TrimFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
	})
}

// foreign says what an input is that is not a table, and what to do; "" for one that may
// be one.
func foreign(in *bufio.Reader) string {
	head, _ := in.Peek(512)
	text := bytes.ToLower(bytes.TrimSpace(head))
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return "is a workbook, not a table as text; save the sheet as CSV UTF-8"
	case bytes.HasPrefix(text, []byte("%pdf")):
		return "is a PDF, not a table as text; export the data as CSV"
	case bytes.HasPrefix(text, []byte("<")):
		return "is a web page or XML, not a table as text; export the data as CSV"
	case bytes.HasPrefix(text, []byte("{")):
		return "is JSON, not a table; read it without -csv"
	}
	return ""
}

// between finds out what stands between columns by the first line.
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
