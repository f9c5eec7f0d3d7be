package records

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	tables "github.com/openmtss/mtss-go/internal/table"
)

// rowReader splits a CSV into rows: cells with commas between them, or with what
// [tables.Open] finds there; a cell with a comma, a quote or a line end in it is quoted, and quotes in it are doubled.
//
// It exists because encoding/csv puts no bound on a quoted cell: one stray quote
// makes it keep all that follows in memory and lose it as one bad row. Here such a
// row is given up after MaxLine bytes, and reading continues with the line after
// its first, so that the rows below a stray quote are still read. On well-formed
// input both give the same cells, except that rows of nothing but empty cells,
// which spreadsheets leave at the end, are skipped.
type rowReader struct {
	in    *bufio.Reader
	comma byte // what stands between cells
	// window holds lines of the input: those before from are done, those up to to
	// are of the row in hand, and those after it were given back.
	window   []byte
	from, to int
	end      error // why no line can be added to the window
	line     int   // where the row in hand begins, from 1
	height   int   // how many lines the row in hand has
	text     []byte
	ends     []int // of the cells, in text
	cells    []string
}

// The ways in which a row can be bad. After each of them reading goes on.
var (
	errBareQuote = errors.New("there is a quote inside a cell that does not begin with one")
	errAfter     = errors.New("there is something between a closing quote and the next comma")
	errOpen      = errors.New("a quoted cell does not end")
	errLongRow   = errors.New("a quoted cell does not end before the row is too long")
	errLongLine  = errors.New("the line is too long")
)

func newRowReader(r io.Reader, header func(cells []string) bool) *rowReader {
	if r == nil {
		r = failed{errNone}
	}
	in, comma, before := tables.Open(r, header)
	return &rowReader{in: in, comma: comma, line: 1 + before}
}

// next reads the next row that is not blank. Its cells are good for as long as
// the caller likes, the list of them until the next row; of a bad row they are
// those before the fault. The error is one of the above; io.EOF at the end; or
// one with CodeRead, after which nothing comes.
func (r *rowReader) next() ([]string, error) {
	for {
		r.advance()
		r.text, r.ends = r.text[:0], r.ends[:0]
		err := r.row()
		if err != nil || len(r.text) > 0 {
			return r.cut(), err
		}
	}
}

// advance is done with the row in hand.
func (r *rowReader) advance() {
	r.line += r.height
	r.from, r.height = r.to, 0
}

// ahead returns the line that comes next, with its end, and leaves it there.
func (r *rowReader) ahead() (line []byte, ok bool) {
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

// pass makes the line that comes next the row in hand.
func (r *rowReader) pass(line []byte) { r.to, r.height = r.to+len(line), 1 }

// row reads the row in hand. Of a bad one, all but the first line is given back.
func (r *rowReader) row() error {
	line, err := r.more()
	if err == errLongLine {
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
func (r *rowReader) more() (line []byte, err error) {
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
	return content(rest), nil
}

// fill reads a line into the window, or finds out why there is none. A line
// that the input breaks off in is left out: cut short, it could look good.
func (r *rowReader) fill() {
	if r.from > len(r.window)/2 {
		r.window = r.window[:copy(r.window, r.window[r.from:])]
		r.from, r.to = 0, r.to-r.from
	}
	before := len(r.window)
	window, large, err := appendLine(r.in, r.window)
	switch {
	case err != nil && err != io.EOF:
		window, r.end = window[:before], brokenOff(err)
	case large:
		r.end = errLongLine
	case len(window) == before:
		r.end = io.EOF
	}
	r.window = window
}

// split takes the row in hand apart, which begins with line.
func (r *rowReader) split(line []byte) error {
	for more := true; more; {
		if len(line) > 0 && line[0] == '"' {
			var err error
			if line, more, err = r.quoted(line[1:]); err != nil {
				return err
			}
			continue
		}
		var cell []byte
		cell, line, more = bytes.Cut(line, []byte{r.comma})
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
func (r *rowReader) quoted(line []byte) (rest []byte, more bool, err error) {
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
		case len(line) > 0 && line[0] != r.comma:
			return nil, false, errAfter
		default:
			r.ends = append(r.ends, len(r.text))
			return line[min(1, len(line)):], len(line) > 0, nil
		}
	}
}

// continued returns the next line of a quoted cell.
func (r *rowReader) continued() ([]byte, error) {
	line, err := r.more()
	switch {
	case err == errLongLine, err == nil && len(content(r.window[r.from:r.to])) > MaxLine:
		return nil, errLongRow
	case err != nil:
		return nil, errOpen
	}
	return line, nil
}

// cut returns the cells of the row in hand. One string holds them all.
func (r *rowReader) cut() []string {
	r.cells = r.cells[:0]
	text, start := string(r.text), 0
	for _, end := range r.ends {
		r.cells = append(r.cells, text[start:end])
		start = end
	}
	return r.cells
}
