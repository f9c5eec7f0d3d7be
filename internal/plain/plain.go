// Package plain has one job: it reads the rows that most wide tables of administrations
// consist of, with ids, days and small scores and without quotes, and leaves all others to
// the reader of tables. What follows only saves time; a fuzz target in mtss/records holds
// the two against each other.
//
//	if row := table.Take(line); row != nil {
package plain

import (
	"bytes"
	"encoding/binary"
	"io"
	"math/bits"
	"slices"
	"strings"

	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
)

// The columns that say what an administration is.
const (
	ID = iota
	Unit
	Kind
	Date
	Instrument
	Version
	Sections
	Supersedes
	Voids
	Role
	Trained
	Recorded
	Columns // how many there are
)

// Input is a table whose reader, records.OpenRows, leaves here how plain rows of it are
// read; nil where none are.
type Input struct {
	io.Reader
	// Rows is how they are read.
	Rows *Table
}

// Other is a column that is passed over, and Item one of an item.
const (
	Other = -1
	Item  = -2
)

// What an item has besides a score: bits that no score has, so that four answers can be
// looked at in one word.
const (
	Missing       = 1 << 14
	NotApplicable = 1 << 13
)

// Row is what a row says. Its lists of bytes are valid as long as the line, and it is
// until the next row; nothing of it may be changed.
type Row struct {
	// ID is that of the administration, Unit that of the unit, and Supersedes and Voids
	// are those of what it corrects.
	ID, Unit, Supersedes, Voids []byte
	// Kind is that of the unit.
	Kind mtss.UnitKind
	// Date is the day on which the scores were agreed, Trained the one on which someone was
	// trained, and Recorded the one of entry; the last two may be zero.
	Date, Trained, Recorded mtss.Date
	// Instrument and Version are those of the definition; Role is who administered it.
	Instrument, Version, Role string
	// Sections are those that were administered; nil for all.
	Sections []string
	// Answers holds two bytes for each item, a score from 0 to 999 or one of the words
	// above, with the lower byte first. Up to a multiple of four items it goes on with Missing.
	Answers []byte
}

// Answer is what an item has.
func (r *Row) Answer(item int) int { return int(binary.LittleEndian.Uint16(r.Answers[2*item:])) }

// Table reads the rows of one table.
type Table struct {
	// Items are those of the answers, in their order.
	Items []string

	comma    byte
	order    tables.Order
	columns  []column
	optional [Columns]bool
	most     [Columns]int      // characters
	row      Row               // in hand
	texts    map[string]string // what many rows hold, kept once
	days     map[string]mtss.Date
	kinds    []mtss.UnitKind
}

// column is one that says something of the administration, or several of items.
type column struct {
	is, items, first int
	last             []byte // the cell of a row before that is still in hand, and what is behind it
}

// mostTexts is how many texts, and how many days, are kept to be shared by rows.
const mostTexts = 1024

// New returns what reads rows with something between the cells, and days in an order.
func New(comma byte, order tables.Order) *Table {
	return &Table{comma: comma, order: order, texts: map[string]string{}, days: map[string]mtss.Date{}, kinds: mtss.UnitKinds()}
}

// Add adds the next column: which it is, and the item.
func (t *Table) Add(is int, item string) {
	last := len(t.columns) - 1
	switch {
	case is != Item:
		t.columns = append(t.columns, column{is: is})
		return
	case last >= 0 && t.columns[last].items > 0:
		t.columns[last].items++
	default:
		t.columns = append(t.columns, column{is: Item, items: 1, first: len(t.Items)})
	}
	if len(t.Items)%4 == 0 {
		t.row.Answers = binary.LittleEndian.AppendUint64(t.row.Answers, Missing*each)
	}
	t.Items = append(t.Items, item)
}

// each is 1 in each of four answers.
const each = 0x0001000100010001

// Limit says whether a column may be empty, and how many characters it may hold; 0 for one
// that has its own rules.
func (t *Table) Limit(is int, optional bool, most int) { t.optional[is], t.most[is] = optional, most }

// Common gives all rows what they have in common, where there is no such column; false if
// that is not plain.
func (t *Table) Common(is int, common string) bool {
	for i := range len(common) {
		if !in[common[i]] {
			return false
		}
	}
	return tight([]byte(common)) && t.put(is, []byte(common))
}

// in tells the characters of plain texts: those of ASCII that stand for themselves, and none
// by which a formula, a number cut short or an address is known.
var in = func() (in [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		in[c] = !strings.ContainsRune(`"@#+`, c)
	}
	return in
}()

// tight reports whether a cell neither begins nor ends with a space.
func tight(cell []byte) bool {
	return len(cell) == 0 || cell[0] != ' ' && cell[len(cell)-1] != ' '
}

// Take reads a row; nil if it is not plain.
func (t *Table) Take(line []byte) *Row {
	at, row := 0, &t.row
	for i := range t.columns {
		if i > 0 {
			if at >= len(line) || line[at] != t.comma {
				return nil
			}
			at++
		}
		c := &t.columns[i]
		if c.items > 0 {
			if at = row.answers(line, at, c.first, c.items, t.comma); at < 0 {
				return nil
			}
			continue
		}
		if n := len(c.last); n > 0 && bytes.HasPrefix(line[at:], c.last) {
			at += n - 1
			continue
		}
		from, plain := at, true
		for ; at < len(line) && line[at] != t.comma; at++ {
			plain = plain && in[line[at]]
		}
		if c.is == Other {
			if bytes.IndexByte(line[from:at], '"') >= 0 {
				return nil
			}
			continue
		}
		c.last = c.last[:0]
		if cell := line[from:at]; !plain || !tight(cell) || !t.put(c.is, cell) {
			return nil
		}
		if repeats[c.is] {
			c.last = append(append(c.last, line[from:at]...), t.comma)
		}
	}
	if at < len(line) || row.Role == "" && !row.Trained.IsZero() || !row.corrects() {
		return nil
	}
	return row
}

// repeats tells the columns of which a row keeps values and no part of its line: what the
// row before has as well is there already.
var repeats = [Columns]bool{Kind: true, Date: true, Instrument: true, Version: true, Sections: true, Role: true, Trained: true, Recorded: true}

// corrects reports whether the row corrects one other at most.
func (r *Row) corrects() bool {
	if len(r.Supersedes)+len(r.Voids) == 0 {
		return true
	}
	return (len(r.Supersedes) == 0 || len(r.Voids) == 0) && !bytes.Equal(r.ID, r.Supersedes) && !bytes.Equal(r.ID, r.Voids)
}

// answers reads n cells from a place of the line on, from an item on, and returns where
// they end; -1 where one isn't plain.
func (r *Row) answers(line []byte, at, item, n int, comma byte) int {
	// Four cells of one digit are eight bytes, as which they are read while more follows.
	const top = 0x0080008000800080
	separated := '0'*each | uint64(comma)*each<<8
	for until := item + n; ; at++ {
		for until-item > 4 && at+8 <= len(line) {
			x := binary.LittleEndian.Uint64(line[at:]) ^ separated
			binary.LittleEndian.PutUint64(r.Answers[2*item:], x)
			if bad := x&^(0x000f*each) | (x+(0x80-10)*each)&top; bad != 0 {
				good := bits.TrailingZeros64(bad) / 16
				at, item = at+2*good, item+good
				break
			}
			at, item = at+8, item+4
		}
		answer, from := 0, at
		for at < len(line) && line[at]-'0' < 10 {
			answer = answer*10 + int(line[at]-'0')
			if at++; at-from > 3 {
				return -1
			}
		}
		switch {
		case at == from && at+1 < len(line) && line[at] == 'N' && line[at+1] == 'A':
			answer = NotApplicable
			at += len("NA")
		case at == from:
			answer = Missing
		case at-from > 1 && line[from] == '0':
			return -1
		}
		binary.LittleEndian.PutUint16(r.Answers[2*item:], uint16(answer))
		if item++; item == until {
			return at
		}
		if at >= len(line) || line[at] != comma {
			return -1
		}
	}
}

// put puts a cell, whose characters are plain, into the row; false if it is not plain
// otherwise.
func (t *Table) put(is int, cell []byte) (ok bool) {
	row := &t.row
	if len(cell) == 0 && !t.optional[is] || t.most[is] > 0 && len(cell) > t.most[is] {
		return false
	}
	switch is {
	case ID:
		row.ID = cell
	case Unit:
		row.Unit = cell
	case Supersedes:
		row.Supersedes = cell
	case Voids:
		row.Voids = cell
	case Instrument:
		row.Instrument = t.shared(cell)
	case Version:
		row.Version = t.shared(cell)
	case Role:
		row.Role = t.shared(cell)
	case Kind:
		at := slices.IndexFunc(t.kinds, func(k mtss.UnitKind) bool { return string(k) == string(cell) })
		if at < 0 {
			return false
		}
		row.Kind = t.kinds[at]
	case Date:
		row.Date, ok = t.day(cell)
		return ok
	case Trained:
		row.Trained, ok = t.day(cell)
		return ok
	case Recorded:
		row.Recorded, ok = t.day(cell)
		return ok
	case Sections:
		row.Sections, ok = t.ids(cell)
		return ok
	}
	return true
}

// day reads a day however it is written, if it is certain which; of an empty cell none.
func (t *Table) day(cell []byte) (day mtss.Date, ok bool) {
	if len(cell) == 0 {
		return mtss.Date{}, true
	}
	if day = dashed(cell); day.Valid() {
		return day, true
	}
	if day, ok = t.days[string(cell)]; ok {
		return day, true
	}
	text := string(cell)
	found, says := tables.Day(text, t.order)
	if says != "" || tables.Broken(text) != "" || day.UnmarshalText([]byte(found)) != nil {
		return mtss.Date{}, false
	}
	if len(t.days) < mostTexts {
		t.days[text] = day
	}
	return day, true
}

// dashed reads a day as YYYY-MM-DD; else it returns none that is valid.
func dashed(cell []byte) mtss.Date {
	if len(cell) != len("2026-01-20") || cell[4] != '-' || cell[7] != '-' {
		return mtss.Date{}
	}
	for i, c := range cell {
		if c-'0' > 9 && i != 4 && i != 7 {
			return mtss.Date{}
		}
	}
	two := func(i int) int { return int(cell[i]-'0')*10 + int(cell[i+1]-'0') }
	return mtss.Date{Year: two(0)*100 + two(2), Month: two(5), Day: two(8)}
}

// ids reads a few ids that differ.
func (t *Table) ids(cell []byte) (ids []string, ok bool) {
	if len(cell) == 0 {
		return nil, true
	}
	ids = strings.Fields(string(cell))
	for i, id := range ids {
		if i > 10 || slices.Contains(ids[:i], id) {
			return nil, false
		}
	}
	return ids, true
}

// shared returns what many rows hold, kept once.
func (t *Table) shared(cell []byte) string {
	text, known := t.texts[string(cell)]
	if !known {
		if text = string(cell); len(t.texts) < mostTexts {
			t.texts[text] = text
		}
	}
	return text
}
