package records

import (
	"io"
	"iter"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Wide yields the administrations of a CSV with a row for each and a column for
// each item. An empty cell is a missing answer, as if the item were not named; so
// one file can hold several instruments, each with columns of its own. NA marks an
// item that is not applicable; sections are ids separated by spaces. A byte order
// mark before the header, as spreadsheets write it, is skipped, and so are rows of
// nothing but empty cells.
//
// Every column that is not one of the library's own is an item. One that the
// instrument lacks is an unknown item in each row that has something in it, which
// scoring reports.
//
// Errors: CodeEmpty, CodeHeader, CodeLineLarge, CodeRow, CodeCell, CodeRead, and
// the codes of dates and kinds of units. After a problem of the header nothing
// else comes; a problem of a row leaves out that row.
func Wide(r io.Reader, layout Layout) iter.Seq2[Record, error] {
	return wideRows(r, layout, (*table).findPlain)
}

// wideRows is Wide, whose plain rows are read as prepare lets it.
func wideRows(r io.Reader, layout Layout, prepare func(t *table)) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		t, err := openTable(r, layout, true)
		if err != nil {
			yield(Record{Line: t.rows.Line}, err)
			return
		}
		prepare(t)
		plain := Record{columns: t.order}
		for count := 0; ; count++ {
			if t.nextPlain(&plain.Administration) {
				if plain.Line = t.rows.Line; !yield(plain, nil) {
					return
				}
				continue
			}
			last, err := t.next()
			switch {
			case err == io.EOF && count == 0:
				yield(Record{Line: t.rows.Line}, noRows())
				return
			case err == io.EOF:
				return
			case err != nil:
				if !yield(Record{Line: t.rows.Line}, err) || last {
					return
				}
			default:
				if !yield(t.wide()) {
					return
				}
			}
		}
	}
}

func noRows() error { return issue(CodeEmpty, "the input holds a header and no record") }

// wide returns the administration in the row in hand.
func (t *table) wide() (Record, error) {
	record := t.record()
	record.Administration.Responses = make(instrument.Responses, 0, t.width)
	for i, item := range t.items {
		if item != "" && t.cells[i] != "" {
			t.answer(&record.Administration, item, t.cells[i])
		}
	}
	record.Sort(t.issues)
	return record, strict.Invalid(append([]mtss.Issue(nil), t.issues...))
}
