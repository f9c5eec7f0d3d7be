package records

import (
	"encoding/binary"
	"errors"
	"io"
	"strconv"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Rows reads rows of a wide table one by one, each from its line: of a file that is read
// in parts or again, or of a pipeline that hands lines on. A row is what [Wide] makes of
// it. Rows is not safe for several goroutines at once; each may open its own.
type Rows struct {
	// Line is the number of the first line after the header, from 1.
	Line   int
	table  *table
	writes bool // whether plain rows are written by the pattern
	pattern
}

// OpenRows reads the header of a wide table. Errors: those of the header that [Wide]
// reports, and CodeLines for a table that has no lines in UTF-8.
func OpenRows(r io.Reader, layout Layout) (*Rows, error) {
	t, err := openTable(r, layout, true)
	if err != nil {
		return &Rows{Line: t.rows.Line}, err
	}
	if t.rows.Recoded() {
		return &Rows{Line: t.rows.Line}, issue(CodeLines, "the rows are not lines in UTF-8 that end in a line feed; read the table from its beginning")
	}
	rows := &Rows{Line: t.rows.Below(), table: t}
	if t.findPlain(); t.plain != nil {
		rows.pattern, rows.writes = newPattern(t.plain.items)
	}
	return rows, nil
}

// Read reads a row from its line without the end of that; the Line of the record is 0.
// Errors: io.EOF for a line that holds no record, CodeLines for a row that goes on in
// the next line, and the codes of rows that [Wide] reports.
func (r *Rows) Read(line []byte) (Record, error) {
	if r == nil || r.table == nil {
		return Record{}, io.EOF
	}
	t := r.table
	t.issues = t.issues[:0]
	if len(line) > MaxLine {
		return Record{}, tooLarge()
	}
	record := Record{columns: t.order}
	if t.plain != nil && t.takes(line) {
		t.plain.administration(&record.Administration)
		return record, nil
	}
	t.rows.Only(line)
	_, err := t.next()
	switch {
	case errors.Is(err, io.EOF):
		return Record{}, err
	case t.rows.Unended():
		return Record{}, issue(CodeLines, "a quoted cell goes on in the next line; read the table from its beginning")
	case err != nil:
		return Record{}, err
	}
	record, err = t.wide()
	record.Line = 0
	return record, err
}

// AppendDocument appends the administration in a row to dst, as one line of JSON without
// an end. Errors: those of [Rows.Read], and of an administration that no document can
// hold.
func (r *Rows) AppendDocument(dst, line []byte) ([]byte, error) {
	if r != nil && r.writes && len(line) <= MaxLine && r.table.takes(line) {
		return r.table.plain.appendDocument(dst, &r.pattern), nil
	}
	record, err := r.Read(line)
	if err != nil {
		return dst, err
	}
	return record.Administration.AppendJSON(dst)
}

// pattern is how the responses are written if each has one digit.
type pattern struct {
	text   []byte // of all, with a comma after each and a 0 in the place of a score
	starts []int  // of each, and of what comes after the last
}

// stretch is how many responses are written at once.
const stretch = 32

// newPattern returns the pattern of items; false if one is not UTF-8.
func newPattern(items []string) (p pattern, ok bool) {
	for _, item := range items {
		p.starts = append(p.starts, len(p.text))
		text, err := strict.AppendString(p.text, item)
		if err != nil {
			return pattern{}, false
		}
		p.text = append(text, ":0,"...)
	}
	p.starts = append(p.starts, len(p.text))
	return p, true
}

// appendDocument writes the row in hand.
func (p *plainTable) appendDocument(dst []byte, as *pattern) []byte {
	row := &p.row
	dst = append(dst, `{"kind":"administration","schemaVersion":1,`...)
	for _, c := range [...]struct {
		head string
		own  int
	}{{`"id":"`, colID}, {`"supersedes":"`, colSupersedes}, {`"voids":"`, colVoids}} {
		if text := row.texts[c.own]; len(text) > 0 {
			dst = append(append(append(dst, c.head...), text...), `",`...)
		}
	}
	dst = append(append(dst, `"instrument":{"id":"`...), row.texts[colInstrument]...)
	dst = append(append(dst, `","version":"`...), row.texts[colVersion]...)
	dst = append(append(dst, `"},"unit":{"id":"`...), row.texts[colUnit]...)
	dst = append(append(dst, `","kind":"`...), row.kind...)
	dst = appendDay(append(dst, `"},"date":"`...), row.date)
	if !row.recorded.IsZero() {
		dst = appendDay(append(dst, `,"recorded":"`...), row.recorded)
	}
	dst, marks := row.appendAnswers(append(dst, `,"responses":{`...), as)
	if marks {
		dst = append(dst, `,"notApplicable":`...)
		open := byte('[')
		for k, item := range p.items {
			if binary.LittleEndian.Uint16(row.answers[2*k:]) == plainNotApplicable {
				dst, open = appendWord(append(dst, open), item), ','
			}
		}
		dst = append(dst, ']')
	}
	if len(row.sections) > 0 {
		dst = append(dst, `,"sections":`...)
		for i, id := range row.sections {
			dst = appendWord(append(dst, "[,"[min(i, 1)]), id)
		}
		dst = append(dst, ']')
	}
	if row.role != "" {
		dst = append(append(append(dst, `,"administeredBy":{"role":"`...), row.role...), '"')
		if !row.trained.IsZero() {
			dst = appendDay(append(dst, `,"trainedOn":"`...), row.trained)
		}
		dst = append(dst, '}')
	}
	return append(dst, '}')
}

// appendAnswers writes the responses, and reports whether an item does not apply.
func (r *plainRow) appendAnswers(dst []byte, as *pattern) (out []byte, marks bool) {
	answer := func(k int) uint16 { return binary.LittleEndian.Uint16(r.answers[2*k:]) }
	empty := len(dst)
	for k, n := 0, len(as.starts)-1; k < n; {
		shift, until := len(dst)-as.starts[k], min(k+stretch, n)
		dst = append(dst, as.text[as.starts[k]:as.starts[until]]...)
		for ; k < until && answer(k) <= 9; k++ {
			dst[as.starts[k+1]-len("0,")+shift] += byte(answer(k))
		}
		dst = dst[:as.starts[k]+shift]
		for ; k < n && answer(k) > 9; k++ {
			switch answer := answer(k); answer {
			case plainMissing:
			case plainNotApplicable:
				marks = true
			default:
				name := as.text[as.starts[k] : as.starts[k+1]-len("0,")]
				dst = append(strconv.AppendUint(append(dst, name...), uint64(answer), 10), ',')
			}
		}
	}
	if len(dst) > empty {
		dst = dst[:len(dst)-1]
	}
	return append(dst, '}'), marks
}

// appendDay writes a day and the quote after it.
func appendDay(dst []byte, day mtss.Date) []byte {
	dst, _ = day.AppendText(dst) // it was read
	return append(dst, '"')
}

// appendWord writes a text that is known to be UTF-8.
func appendWord(dst []byte, text string) []byte {
	dst, _ = strict.AppendString(dst, text)
	return dst
}
