package records

import (
	"io"
	"iter"

	"github.com/openmtss/mtss-go/mtss"
)

// Long yields the administrations of a CSV with a row for each item. The rows
// of one administration, alike in every column but item and score, stand
// together; an administration with a bad row is reported and left out whole.
// Score is as in [Wide].
//
// Errors: those of Wide, and CodeScattered.
func Long(r io.Reader, layout Layout) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		t, err := open(r, layout, false)
		if err != nil {
			yield(Record{Line: 1}, err)
			return
		}
		g := grouper{table: t, seen: map[string]bool{}, yield: yield}
		for t.next() {
			if !g.row() {
				return
			}
		}
		if g.flush() && t.fatal != nil {
			yield(Record{Line: t.line}, t.fatal)
		}
	}
}

// grouper collects the rows of one administration.
type grouper struct {
	table  *table
	seen   map[string]bool
	yield  func(Record, error) bool
	key    string
	record Record
	issues []mtss.Issue
	open   bool
}

// row takes the next row; false if the caller wants no more.
func (g *grouper) row() bool {
	if g.table.broken != nil {
		return g.flush() && g.yield(Record{Line: g.table.line}, g.table.broken)
	}
	if key := g.keyOf(); !g.open || key != g.key {
		if !g.flush() {
			return false
		}
		g.begin(key)
	}
	before := len(g.table.issues)
	g.table.answer(&g.record.Administration, g.table.cell("item"), g.table.cell("score"))
	g.issues = append(g.issues, g.table.issues[before:]...)
	return true
}

// keyOf joins what tells administrations apart. The separator can be in no
// cell that is valid.
func (g *grouper) keyOf() string {
	key := ""
	for _, name := range []string{"id", "unit", "unitKind", "date", "instrument", "version", "sections"} {
		key += g.table.cell(name) + "\x00"
	}
	return key
}

func (g *grouper) begin(key string) {
	g.key, g.open = key, true
	g.record = g.table.record()
	g.issues = append([]mtss.Issue(nil), g.table.issues...)
	if g.seen[key] {
		g.issues = append(g.issues, mtss.Issuef("", CodeScattered, "rows of this administration stood further up already; put them together"))
	}
	g.seen[key] = true
}

// flush yields the administration that is complete; false if the caller wants
// no more.
func (g *grouper) flush() bool {
	if !g.open {
		return true
	}
	g.open = false
	return g.yield(g.record, mtss.Invalid(g.issues))
}
