package records

import (
	"errors"
	"io"

	"github.com/openmtss/mtss-go/internal/plain"
)

// Rows reads rows of a wide table one by one, each from its line: of a file that is read
// in parts or again, or of a pipeline that hands lines on. A row is what [Wide] makes of
// it. Rows is not safe for several goroutines at once; each may open its own.
type Rows struct {
	// Line is the number of the first line after the header, from 1.
	Line  int
	table *table
}

// OpenRows reads the header of a table with a row for each administration. Errors: those of
// the header that [Layout.Read] reports, and CodeLines for a table that has several rows for each, or no
// lines in UTF-8.
func OpenRows(r io.Reader, layout Layout) (*Rows, error) {
	if err := layout.of("administration"); err != nil {
		return &Rows{Line: 1}, err
	}
	if layout.Form == FormLong {
		return &Rows{Line: 1}, issue(CodeLines, "the table has a row for each item; read it from its beginning")
	}
	t, err := openTable(r, layout, true)
	if err != nil {
		return &Rows{Line: t.rows.Line}, err
	}
	if t.rows.Recoded() {
		return &Rows{Line: t.rows.Line}, issue(CodeLines, "the rows are not lines in UTF-8 that end in a line feed; read the table from its beginning")
	}
	rows := &Rows{Line: t.rows.Below(), table: t}
	t.findPlain()
	if in, ok := r.(*plain.Input); ok {
		in.Rows = t.plain
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
	if t.plain != nil {
		if row := t.plain.Take(line); row != nil {
			t.administration(row, &record.Administration)
			return record, nil
		}
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
