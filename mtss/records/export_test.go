package records

import (
	"io"
	"iter"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Slower is slower, for the tests outside the package.
const Slower = slower

// WideInGeneral is Wide without the way of plain rows.
func WideInGeneral(r io.Reader, layout Layout) iter.Seq2[Record, error] {
	return wideRows(r, layout, func(*table) {})
}

// PlainOf is Wide, and counts the rows that are plain.
func PlainOf(r io.Reader, layout Layout) (plain int) {
	t, err := openTable(r, layout, true)
	if err != nil {
		return 0
	}
	t.findPlain()
	var a instrument.Administration
	for {
		if t.nextPlain(&a) {
			plain++
		} else if last, err := t.next(); last || err == io.EOF {
			return plain
		}
	}
}
