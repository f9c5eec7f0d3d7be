package table

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// MaxLine is the longest row that is read, in bytes without the line end: 1 MiB.
const MaxLine = 1 << 20

// Rows splits a table into rows: cells with commas between them, or with what [Open]
// finds there. A cell with a comma, a quote or a line end in it is quoted, and quotes in
// it are doubled. A cell such as ="1.10", by which a spreadsheet is kept from taking a
// text for a number, is that text.
//
// It exists because encoding/csv puts no bound on a quoted cell: one stray quote
// makes it keep all that follows in memory and lose it as one bad row. Here such a
// row is given up after MaxLine bytes, and reading continues with the line after
// its first, so that the rows below a stray quote are still read. On well-formed
// input both give the same cells, but for cells such as ="1.10", and for rows of nothing
// but blank cells, which spreadsheets leave at the end and are skipped.
type Rows struct {
	// Comma is what stands between cells.
	Comma byte
	// Line is where the row in hand begins, from 1.
	Line    int
	in      *bufio.Reader
	recoded bool
	unended bool
	// window holds lines of the input: those before from are done, those up to to
	// are of the row in hand, and those after it were given back.
	window   []byte
	from, to int
	end      error // why no line can be added to the window
	height   int   // how many lines the row in hand has
	text     []byte
	ends     []int // of the cells, in text
	cells    []string
}

// Fault is a way in which a row can be bad. Reading goes on after it.
type Fault string

// The faults of rows.
const (
	ErrLongLine Fault = "the line is too long"
	ErrLongRow  Fault = "a quoted cell does not end before the row is too long"

	errBareQuote Fault = "there is a quote inside a cell that does not begin with one; put the cell into quotes, and double those in it"
	errAfter     Fault = "there is something between a closing quote and the next comma; double the quotes inside a cell"
	errOpen      Fault = "a quoted cell does not end; close its quote"
)

// Error says what is wrong.
func (f Fault) Error() string { return string(f) }

// NewRows returns the rows of a table from its header on, which is the first of the first
// rows that the function header knows: see [Open].
func NewRows(r io.Reader, header func(cells []string) bool) *Rows {
	as := bufio.NewReaderSize(r, window)
	in, comma, before := Open(as, header)
	return &Rows{in: in, Comma: comma, Line: 1 + before, recoded: in != as}
}

// Recoded reports whether the input has other bytes than the rows that are read: it is
// UTF-16, or has lines that end in a carriage return.
func (r *Rows) Recoded() bool { return r.recoded }

// Below is the number of the line below the row in hand.
func (r *Rows) Below() int { return r.Line + r.height }

// Only makes a line, which may have no end, all that is left to read.
func (r *Rows) Only(line []byte) {
	r.window, r.from, r.to, r.height, r.end, r.unended = line, 0, 0, 0, io.EOF, false
}

// Unended reports whether the input ended within a quoted cell.
func (r *Rows) Unended() bool { return r.unended }

// Foreign says what the input is that is not a table, and what to do; "" for one that may
// be one.
func (r *Rows) Foreign() string { return foreign(r.in) }

// Ended reports whether no row comes after an error.
func (r *Rows) Ended(err error) bool { return err != nil && err == r.end }

// Next reads the next row that is not blank. Its cells are good for as long as
// the caller likes, the list of them until the next row; of a bad row they are
// those before the fault. The error is a [Fault]; io.EOF at the end; or
// one of reading, after which nothing comes.
func (r *Rows) Next() ([]string, error) {
	for {
		r.advance()
		r.text, r.ends = r.text[:0], r.ends[:0]
		err := r.row()
		if err != nil || !blank(r.text) {
			return r.cut(), err
		}
	}
}

// advance is done with the row in hand.
func (r *Rows) advance() {
	r.Line += r.height
	r.from, r.height = r.to, 0
}

// Ahead returns the line that comes next, with its end, and leaves it there.
func (r *Rows) Ahead() (line []byte, ok bool) {
	r.advance()
	if r.to == len(r.window) && r.end == nil {
		r.fill()
	}
	rest := r.window[r.to:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end+1]
	}
	return rest, len(rest) > 0
}

// Pass makes the line that comes next the row in hand.
func (r *Rows) Pass(line []byte) { r.to, r.height = r.to+len(line), 1 }

// row reads the row in hand. Of a bad one, all but the first line is given back.
func (r *Rows) row() error {
	line, err := r.more()
	if err == ErrLongLine {
		r.end, r.height = nil, 1
	}
	if err != nil {
		return err
	}
	first := r.to - r.from
	if err = r.split(line); err != nil {
		r.to, r.height = r.from+first, 1
	}
	return err
}

// more adds a line to the row in hand and returns it without its end.
func (r *Rows) more() (line []byte, err error) {
	if r.to == len(r.window) {
		if r.end == nil {
			r.fill()
		}
		if r.to == len(r.window) {
			return nil, r.end
		}
	}
	rest := r.window[r.to:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end+1]
	}
	r.to += len(rest)
	r.height++
	return Content(rest), nil
}

// fill reads a line into the window, or finds out why there is none. A line
// that the input breaks off in is left out: cut short, it could look good.
func (r *Rows) fill() {
	if r.from > len(r.window)/2 {
		r.window = r.window[:copy(r.window, r.window[r.from:])]
		r.from, r.to = 0, r.to-r.from
	}
	before := len(r.window)
	window, large, err := AppendLine(r.in, r.window)
	switch {
	case err != nil && err != io.EOF:
		window, r.end = window[:before], fmt.Errorf("%w", err) // which can be compared, whatever it is
	case large:
		r.end = ErrLongLine
	case len(window) == before:
		r.end = io.EOF
	}
	r.window = window
}

// split takes the row in hand apart, which begins with line.
func (r *Rows) split(line []byte) error {
	for more := true; more; {
		if len(line) > 0 && line[0] == '"' {
			var err error
			if line, more, err = r.quoted(line[1:]); err != nil {
				return err
			}
			continue
		}
		if len(line) > 1 && line[0] == '=' && line[1] == '"' {
			var err error
			if line, more, err = r.quoted(line[2:]); err != nil {
				return err
			}
			continue
		}
		var cell []byte
		cell, line, more = bytes.Cut(line, []byte{r.Comma})
		if bytes.IndexByte(cell, '"') >= 0 {
			return errBareQuote
		}
		r.text = append(r.text, cell...)
		r.ends = append(r.ends, len(r.text))
	}
	return nil
}

// quoted reads a cell after its opening quote, and returns what follows the comma
// behind it; more is false if the row ends with it.
func (r *Rows) quoted(line []byte) (rest []byte, more bool, err error) {
	for {
		end := bytes.IndexByte(line, '"')
		if end < 0 {
			r.text = append(append(r.text, line...), '\n')
			if line, err = r.continued(); err != nil {
				return nil, false, err
			}
			continue
		}
		r.text = append(r.text, line[:end]...)
		line = line[end+1:]
		switch {
		case len(line) > 0 && line[0] == '"':
			r.text, line = append(r.text, '"'), line[1:]
		case len(line) > 0 && line[0] != r.Comma:
			return nil, false, errAfter
		default:
			r.ends = append(r.ends, len(r.text))
			return line[min(1, len(line)):], len(line) > 0, nil
		}
	}
}

// continued returns the next line of a quoted cell.
func (r *Rows) continued() ([]byte, error) {
	line, err := r.more()
	switch {
	case err == ErrLongLine, err == nil && len(Content(r.window[r.from:r.to])) > MaxLine:
		return nil, ErrLongRow
	case err != nil:
		r.unended = true
		return nil, errOpen
	}
	return line, nil
}

// cut returns the cells of the row in hand. One string holds them all.
func (r *Rows) cut() []string {
	r.cells = r.cells[:0]
	text, start := string(r.text), 0
	for _, end := range r.ends {
		r.cells = append(r.cells, asText(text[start:end]))
		start = end
	}
	return r.cells
}

// asText returns what a cell such as ="1.10" holds; others are returned as they are.
func asText(cell string) string {
	if len(cell) > 2 && cell[0] == '=' && cell[1] == '"' && strings.IndexByte(cell[2:], '"') == len(cell)-3 {
		return cell[2 : len(cell)-1]
	}
	return cell
}

// blank reports whether a row holds nothing but spaces.
func blank(text []byte) bool {
	return len(text) == 0 || (text[0] <= ' ' || text[0] > '~') && Trim(string(text)) == ""
}

// AppendLine reads to the end of a line, and appends the line with its end to
// buffer. Of a line that is too large, it appends nothing.
func AppendLine(in *bufio.Reader, buffer []byte) (out []byte, large bool, err error) {
	start := len(buffer)
	for {
		part, err := in.ReadSlice('\n')
		if !large {
			buffer = append(buffer, part...)
		}
		if large = large || len(Content(buffer[start:])) > MaxLine; large {
			buffer = buffer[:start]
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return buffer, large, err
		}
	}
}

// Content returns a line without its end, which is LF or CR LF.
func Content(line []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte{'\n'}), []byte{'\r'})
}
