package records

import (
	"crypto/sha256"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Long yields the administrations of a CSV with a row for each item. The rows of
// one administration, alike in every column but item and score, are next to each
// other, in any order. Score is as in [Wide].
//
// An administration with a bad row is left out whole, with the problems of all
// its rows. A row that can't be read counts against the administration whose
// cells it repeats, or else against both its neighbours, either of which may have
// lost it. Rows that come after their administration has ended are reported with
// CodeScattered; by then the rows further up have been taken for all of it.
//
// To notice those, Long keeps 16 bytes and a line number for each administration,
// some 50 bytes with the table that holds them. Nothing else grows with the input.
//
// Errors: those of Wide, CodeScattered, and instrument.CodeAnswerRepeated for
// an item with two rows.
func Long(r io.Reader, layout Layout) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		t, err := openTable(r, layout, false)
		if err != nil {
			yield(Record{Line: t.rows.line}, err)
			return
		}
		g := grouper{table: t, seen: map[key]int{}, lines: map[string]int{}, names: map[string]string{}, yield: yield}
		for g.next() {
		}
	}
}

// key identifies the cells that the rows of an administration have in common:
// the beginning of their SHA-256, so that long cells cost no memory.
type key [16]byte

// grouper collects the rows of one administration.
type grouper struct {
	table *table
	yield func(Record, error) bool
	seen  map[key]int       // the first line of each administration
	names map[string]string // of items, so that each is kept once
	any   bool              // there was a row

	// The administration in hand.
	open   bool
	key    key
	common [colItem]string // its cells
	record Record
	rows   int
	lines  map[string]int // of its items
	issues []mtss.Issue

	lost []lostRow // since its last row
}

// next takes the next row; false if there is none, or the caller wants no more.
func (g *grouper) next() bool {
	last, err := g.table.next()
	switch {
	case err == io.EOF:
		return g.finish(nil)
	case last:
		return g.finish(err)
	case err != nil:
		g.lose(err)
	case g.open && g.same():
		g.settle(&g.key)
		g.answer()
	default:
		key := g.keyOf()
		lost := g.settle(&key)
		if !g.flush() {
			return false
		}
		g.begin(key)
		g.fail(mtss.Issues(invalid(lost))...)
		g.answer()
	}
	g.any = true
	return true
}

// finish yields what is left. An input that broke off may have lost a part of
// the administration in hand.
func (g *grouper) finish(broken error) bool {
	line, open := g.table.rows.line, g.open
	orphans := g.settle(nil)
	g.fail(mtss.Issues(broken)...)
	switch {
	case !g.flush():
	case !open && len(orphans) > 0 && !g.yield(Record{Line: orphans[0].line}, invalid(orphans)):
	case broken != nil:
		g.yield(Record{Line: line}, broken)
	case !g.any:
		g.yield(Record{Line: line}, noRows())
	}
	return false
}

// same reports whether the row in hand is of the administration in hand.
func (g *grouper) same() bool {
	for own := range g.common {
		if g.table.cell(own) != g.common[own] {
			return false
		}
	}
	return true
}

// keyOf returns the key of the row in hand. Lengths keep the cells apart.
func (g *grouper) keyOf() key {
	var all []byte
	for own := range colItem {
		cell := g.table.cell(own)
		all = strconv.AppendInt(all, int64(len(cell)), 10)
		all = append(append(all, ' '), cell...)
	}
	sum := sha256.Sum256(all)
	return key(sum[:])
}

func (g *grouper) fail(issues ...mtss.Issue) {
	for _, issue := range issues {
		if len(g.issues) < MaxItems {
			g.issues = append(g.issues, issue)
		}
	}
}

// begin starts the administration of the row in hand.
func (g *grouper) begin(key key) {
	g.open, g.key, g.rows = true, key, 0
	for own := range g.common {
		g.common[own] = g.table.cell(own)
	}
	clear(g.lines)
	g.record = g.table.record()
	g.record.columns, g.record.rows = nil, g.lines
	g.issues = append([]mtss.Issue(nil), g.table.issues...)
	if first, ok := g.seen[key]; ok {
		g.fail(mtss.Issuef("", CodeScattered, "rows of this administration begin in line %d already, and were taken for all of it; put its rows together", first))
		return
	}
	g.seen[key] = g.record.Line
}

// answer adds the item of the row in hand.
func (g *grouper) answer() {
	if g.rows++; g.rows > MaxItems {
		if g.rows == MaxItems+1 {
			g.issues = append(g.issues, mtss.Issuef("", CodeRow, "the administration has more than %d rows", MaxItems))
		}
		return
	}
	t := g.table
	t.issues = t.issues[:0]
	if item, ok := g.item(); ok {
		t.answer(&g.record.Administration, item, t.cell(colScore))
		g.lines[item] = t.rows.line
	}
	g.fail(t.issues...)
}

// item returns the id of the item in hand, unless it is unfit or answered.
func (g *grouper) item() (string, bool) {
	t, cell := g.table, g.table.cell(colItem)
	line := t.rows.line
	first, twice := g.lines[cell]
	switch {
	case cell == "" || len(cell) > t.own[colItem].most || !utf8.ValidString(cell):
		t.fail("/responses", CodeCell, "line %d: column \"item\" holds %q, which can't be an item's id", line, cell)
		return "", false
	case twice:
		g.lines[cell] = line
		t.fail(pointer.Member("/responses", cell), instrument.CodeAnswerRepeated, "item %q is answered in line %d already", cell, first)
		return "", false
	}
	// A clone, since the cell would keep the whole row alive.
	name, known := g.names[cell]
	if !known {
		name = strings.Clone(cell)
		if len(g.names) < MaxItems {
			g.names[name] = name
		}
	}
	return name, true
}

// flush yields the administration that is complete; false if the caller wants
// no more.
func (g *grouper) flush() bool {
	if !g.open {
		return true
	}
	g.open = false
	g.record.Sort(g.issues)
	return g.yield(g.record, strict.Invalid(g.issues))
}
