package records

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Long yields the administrations of a CSV with a row for each item. The rows of
// one administration are alike in every column but item and score, where days are
// compared without the time of day; an administration is yielded when the last of them was read, wherever they are.
// Score is as in [Wide].
//
// An administration with a bad row is left out whole, with the problems of all
// its rows. A row that can't be read counts against the administration whose
// cells it repeats, or else against both its neighbours, either of which may have
// lost it.
//
// To know when an administration is whole, Long looks through the input before it
// reads it. An input that can't be read twice, since it is not an io.Seeker, is kept
// in memory for that. Long keeps 16 bytes and a count for each administration,
// some 50 bytes with the table that holds them, twice to three times that where they
// have ids or sections of their own, and those whose rows are scattered
// until they are whole: some 130 bytes for each, and 5 or 6 for each row.
// Nothing else grows with the input.
//
// Errors: those of Wide, and instrument.CodeAnswerRepeated for an item with two
// rows.
func Long(r io.Reader, layout Layout) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		again, left, lost, tens := lookThrough(r, layout)
		t, err := openTable(again, layout, false)
		if err != nil {
			yield(Record{Line: t.rows.Line}, err)
			return
		}
		g := grouper{table: t, left: left, lostBy: lost, tens: tens, parked: map[key]*parked{}, names: map[string]string{}, yield: yield}
		for g.next() {
		}
	}
}

// lookThrough counts the rows of each administration, and finds those that can't
// be read and yet show whose they are. It returns the input from its start.
func lookThrough(r io.Reader, layout Layout) (again io.Reader, rows map[key]int, lost map[key][]lostRow, tens map[string]bool) {
	seeker, ok := r.(io.Seeker)
	start := int64(0)
	if ok {
		var err error
		start, err = seeker.Seek(0, io.SeekCurrent)
		ok = err == nil
	}
	first := r
	if ok {
		again = r
	} else {
		var data []byte
		var err error
		if r != nil {
			data, err = io.ReadAll(r)
		} else {
			err = errors.New("there is none")
		}
		whole := func() io.Reader {
			if err != nil {
				return io.MultiReader(bytes.NewReader(data), failed{err})
			}
			return bytes.NewReader(data)
		}
		first, again = whole(), whole()
	}
	rows, lost, tens = map[key]int{}, map[key][]lostRow{}, map[string]bool{}
	if t, err := openTable(first, layout, false); err == nil {
		count(t, rows, lost, tens)
	}
	if ok {
		if _, err := seeker.Seek(start, io.SeekStart); err != nil {
			again = failed{err}
		}
	}
	return again, rows, lost, tens
}

// count fills in what lookThrough finds. Where rows are scattered and the input
// breaks off, each administration may have lost some, and is never whole.
func count(t *table, rows map[key]int, lost map[key][]lostRow, tens map[string]bool) {
	g := grouper{table: t}
	var at *inHand
	kept, scattered, first := 0, false, map[key]firstRow{}
	for {
		last, err := t.next()
		switch {
		case last || err == io.EOF:
			if at != nil {
				rows[at.key] += at.rows
			}
			for key := range rows {
				if last && err != io.EOF && scattered {
					rows[key]++
				}
			}
			for key := range lost {
				if rows[key] == 0 {
					delete(lost, key) // nobody's, so it counts against its neighbours
				}
			}
			return
		case err != nil:
			if row := g.lostRow(err); row.known && kept < MaxItems {
				lost[row.key] = append(lost[row.key], row)
				kept++
			}
		case at != nil && at.same(t):
			at.rows++
			teens(t.cell(colItem), tens)
		default:
			if at != nil {
				rows[at.key] += at.rows
			}
			if at == nil {
				at = &inHand{}
			}
			at.take(t, g.keyOf())
			at.rows = 1
			teens(t.cell(colItem), tens)
			if rows[at.key] > 0 {
				scattered = true
			} else {
				g.below(at.key, first, lost)
			}
		}
	}
}

// key identifies the cells that the rows of an administration have in common:
// the beginning of their SHA-256, so that long cells cost no memory.
type key [16]byte

// grouper collects the rows of administrations.
type grouper struct {
	table  *table
	yield  func(Record, error) bool
	left   map[key]int       // the rows to come of each administration
	lostBy map[key][]lostRow // rows that can't be read, by whose they are
	tens   map[string]bool   // see teens
	parked map[key]*parked   // that are not whole, and not in hand
	packing
	names map[string]string    // of items, so that each is kept once
	any   bool                 // there was a row
	hand  *inHand              // nil for none
	spare *inHand              // to be used again
	room  instrument.Responses // of one that was put aside, to be used again
	lost  []lostRow            // since the last row
}

// inHand is an administration some of whose rows were read.
type inHand struct {
	key    key
	common [colItem]string // its cells
	record Record
	rows   int
	left   int            // rows to come
	lines  map[string]int // of its items
	last   string         // item
	issues []mtss.Issue
	aside  *parked // what it was while it was put aside; nil if it never was
}

// said returns what the first row said of the administration.
func (h *inHand) said() (cells said) {
	for i, own := range saidColumns {
		cells[i] = h.common[own]
	}
	return cells
}

// take begins with the row in hand.
func (h *inHand) take(t *table, key key) {
	h.key = key
	for own := range h.common {
		h.common[own] = t.cell(own)
	}
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
	case g.hand != nil && g.hand.same(g.table):
		g.settle(&g.hand.key)
		g.answer()
	default:
		key := g.keyOf()
		lost := g.settle(&key)
		if !g.leave() {
			return false
		}
		g.begin(key)
		g.hand.fail(mtss.Issues(invalid(lost))...)
		g.answer()
	}
	g.any = true
	return true
}

// leave puts the administration in hand aside, or yields it if it is whole; false
// if the caller wants no more.
func (g *grouper) leave() bool {
	if g.hand == nil || g.hand.left == 0 {
		return g.flush()
	}
	aside := g.pack(g.hand)
	if aside.whole == nil {
		g.spare, g.room = g.hand, g.hand.record.Administration.Responses[:0]
	}
	g.parked[g.hand.key], g.hand = aside, nil
	return true
}

// finish yields what is left. An input that broke off may have lost a part of
// the administration in hand, and of those whose rows are to come.
func (g *grouper) finish(broken error) bool {
	line, open := g.table.rows.Line, g.hand != nil
	orphans := g.settle(nil)
	if open {
		g.parked[g.hand.key] = &parked{line: g.hand.record.Line, whole: g.hand}
	}
	unfinished := slices.SortedFunc(maps.Values(g.parked), func(a, b *parked) int { return a.line - b.line })
	for _, aside := range unfinished {
		if g.hand = aside.whole; g.hand == nil {
			g.hand = &inHand{lines: map[string]int{}}
			g.hand.record.rows = g.hand.lines
			g.unpack(g.hand, aside)
		}
		g.hand.fail(mtss.Issues(broken)...)
		if !g.flush() {
			return false
		}
	}
	switch {
	case !open && len(orphans) > 0 && !g.yield(Record{Line: orphans[0].line}, invalid(orphans)):
	case broken != nil:
		g.yield(Record{Line: line}, broken)
	case !g.any:
		g.yield(Record{Line: line}, noRows())
	}
	return false
}

func (h *inHand) fail(issues ...mtss.Issue) {
	for _, issue := range issues {
		if len(h.issues) < MaxItems {
			h.issues = append(h.issues, issue)
		}
	}
}

// begin takes the administration of the row in hand.
func (g *grouper) begin(key key) {
	aside := g.parked[key]
	delete(g.parked, key)
	if aside != nil && aside.whole != nil {
		g.hand = aside.whole
		return
	}
	h := g.spare
	if g.spare = nil; h == nil {
		h = &inHand{lines: map[string]int{}}
	}
	h.take(g.table, key)
	clear(h.lines)
	h.record = g.table.record()
	h.record.columns, h.record.rows = nil, h.lines
	g.hand = h
	if aside != nil {
		h.record.Administration.Responses, g.room = g.room, nil
		g.unpack(h, aside)
		return
	}
	h.aside, h.last = nil, ""
	h.rows, h.left = 0, g.left[key]
	h.issues = append([]mtss.Issue(nil), g.table.issues...)
	for _, row := range g.lostBy[key] {
		h.fail(row.issue)
	}
}

// answer adds the item of the row in hand.
func (g *grouper) answer() {
	h := g.hand
	h.left--
	if h.rows++; h.rows > MaxItems {
		if h.rows == MaxItems+1 {
			h.issues = append(h.issues, mtss.Issuef("", CodeRow, "the administration has more than %d rows", MaxItems))
		}
		return
	}
	t := g.table
	t.issues = t.issues[:0]
	for _, own := range saidColumns {
		if cell := t.cell(own); cell != h.common[own] {
			t.fail(t.own[own].path, CodeCell, "line %d: column %q holds %q, and %q in line %d; want the same in all rows of an administration", t.rows.Line, t.own[own].name, cell, h.common[own], h.record.Line)
		}
	}
	if item, ok := g.item(); ok {
		t.answer(&h.record.Administration, item, t.cell(colScore))
		h.lines[item] = t.rows.Line
	}
	h.fail(t.issues...)
}

// item returns the id of the item in hand, unless it is unfit or answered.
func (g *grouper) item() (string, bool) {
	t, cell := g.table, tables.Trim(g.table.cell(colItem))
	line := t.rows.Line
	first, twice := g.hand.lines[cell]
	switch {
	case cell == "" || len(cell) > t.own[colItem].most || !utf8.ValidString(cell):
		t.fail("/responses", CodeCell, "line %d: column \"item\" holds %q, which can't be an item's id", line, cell)
		return "", false
	case twice:
		g.hand.lines[cell] = line
		t.fail(pointer.Member("/responses", cell), instrument.CodeAnswerRepeated, "item %q is answered in line %d already%s", cell, first, cmp.Or(tenth(cell), "; give each administration an id where these are two"))
		return "", false
	}
	if before, ok := strings.CutSuffix(cell, ".1"); ok {
		if tenth, later := g.tens[before]; later && !tenth {
			g.hand.lines[cell] = line
			t.fail(pointer.Member("/responses", cell), CodeCell, "line %d: item %q may be %s0, of which no row is, though there are later ones; format what names items as text, or where it is none, add a row for %s0 with an empty score", line, cell, cell, cell)
			return "", false
		}
	}
	if shortened(g.hand.last, cell) {
		t.fail(pointer.Member("/responses", cell), CodeCell, "line %d: item %q comes after %q%s", line, cell, g.hand.last, tenth(cell))
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
	g.hand.last = name
	return name, true
}

// flush yields the administration in hand; false if the caller wants no more.
func (g *grouper) flush() bool {
	h := g.hand
	if h == nil {
		return true
	}
	g.hand, g.spare = nil, h
	h.record.Sort(h.issues)
	return g.yield(h.record, strict.Invalid(h.issues))
}
