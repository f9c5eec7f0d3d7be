package records

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"

	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Most rows of a table are plain: ids, days and small scores, without quotes. What follows
// only saves time: what it takes, [table.wide] takes as the same record, and any other row
// is left to it as it is. Fuzz targets hold the two against each other.

// plainTable reads plain rows of a wide table.
type plainTable struct {
	columns  []plainColumn
	row      plainRow          // in hand
	blank    plainRow          // what all rows have in common
	texts    map[string]string // what many rows hold, kept once
	days     map[string]mtss.Date
	last     [colItem]string // what was found good in the columns that repeat themselves
	kinds    []mtss.UnitKind
	sections []string // those of the last cell
	items    []string // in their order
}

// plainColumn is a column, or several that hold items.
type plainColumn struct {
	own   int // noOwn for one that is passed over
	items int
}

const (
	noOwn = -1
	// mostTexts is how many texts, and how many days, are kept to be shared by records.
	mostTexts = 1024
)

// plainRow is what a plain row says. Its texts lie in the line.
type plainRow struct {
	texts                     [colItem][]byte
	kind                      mtss.UnitKind
	date, trained, recorded   mtss.Date
	instrument, version, role string
	sections                  []string // of the table; not to be handed on
	answers                   []byte   // by item: two bytes, the score or one of those below
}

// What an item has besides a score.
const (
	plainMissing = 1<<16 - 1 - iota
	plainNotApplicable
)

// findPlain finds out whether rows of the table can be plain: whether cells mean what
// they say.
func (t *table) findPlain() {
	p := &plainTable{texts: map[string]string{}, days: map[string]mtss.Date{}, kinds: mtss.UnitKinds()}
	if len(t.making) > 0 || t.at[colDate] < 0 {
		return
	}
	for own, at := range t.at {
		if at >= 0 {
			continue
		}
		if cell := []byte(t.cell(own)); !isPlain(cell) || !t.put(p, &p.blank, own, cell) {
			return
		}
	}
	for i, title := range t.titles {
		if title == "" || t.meaning[i] != nil || t.choices[i] != nil {
			return
		}
		last := len(p.columns) - 1
		switch item := t.items[i]; {
		case item == "":
			p.columns = append(p.columns, plainColumn{own: slices.Index(t.at, i)})
			continue
		case last >= 0 && p.columns[last].items > 0:
			p.columns[last].items++
		default:
			p.columns = append(p.columns, plainColumn{own: noOwn, items: 1})
		}
		p.items = append(p.items, t.items[i])
	}
	p.blank.answers = make([]byte, 0, 2*len(p.items)+8)
	t.plain = p
}

// nextPlain reads the next row, if that is plain. If it is not, the row is still the
// next one.
func (t *table) nextPlain(a *instrument.Administration) bool {
	if t.plain == nil {
		return false
	}
	line, ok := t.rows.Ahead()
	if !ok || !t.takes(tables.Content(line)) {
		return false
	}
	t.plain.administration(a)
	t.rows.Pass(line)
	return true
}

// takes reads a row, if it is plain.
func (t *table) takes(line []byte) bool {
	if bytes.IndexByte(line, '"') >= 0 {
		return false
	}
	p, comma, at := t.plain, t.rows.Comma, 0
	p.row = p.blank
	for i := range p.columns {
		if i > 0 {
			if at >= len(line) || line[at] != comma {
				return false
			}
			at++
		}
		c := &p.columns[i]
		if c.items > 0 {
			if at = p.row.scores(line, at, c.items, comma); at < 0 {
				return false
			}
			continue
		}
		from, plain := at, true
		for ; at < len(line) && line[at] != comma; at++ {
			plain = plain && inPlain[line[at]]
		}
		if c.own == noOwn {
			continue
		}
		if cell := line[from:at]; !plain || !tight(cell) || !t.put(p, &p.row, c.own, cell) {
			return false
		}
	}
	row := &p.row
	if at < len(line) || row.role == "" && !row.trained.IsZero() {
		return false
	}
	supersedes, voids := row.texts[colSupersedes], row.texts[colVoids]
	if len(supersedes)+len(voids) > 0 {
		id := row.texts[colID]
		return (len(supersedes) == 0 || len(voids) == 0) && !bytes.Equal(id, supersedes) && !bytes.Equal(id, voids)
	}
	return true
}

// inPlain tells the characters of plain texts: those of ASCII that stand for themselves in
// JSON, and none by which a formula, a number cut short or an address is known.
var inPlain = func() (in [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		in[c] = !strings.ContainsRune("\"\\@#+", c)
	}
	return in
}()

// isPlain reports whether a cell, which may be empty, is plain.
func isPlain(cell []byte) bool {
	for _, c := range cell {
		if !inPlain[c] {
			return false
		}
	}
	return tight(cell)
}

// tight reports whether a cell neither begins nor ends with a space.
func tight(cell []byte) bool {
	return len(cell) == 0 || cell[0] != ' ' && cell[len(cell)-1] != ' '
}

// scores reads n cells with answers from a place of the line on, and returns where they
// end; -1 where one isn't plain.
func (r *plainRow) scores(line []byte, at, n int, comma byte) int {
	// Four cells of one digit are eight bytes, as which they are read while more follows.
	const each, tens = 0x0001000100010001, 0x0080008000800080
	separated := '0'*each | uint64(comma)*each<<8
	for k := 0; k < n; k++ {
		if k > 0 {
			if at >= len(line) || line[at] != comma {
				return -1
			}
			for n-k > 4 && at+9 <= len(line) {
				x := binary.LittleEndian.Uint64(line[at+1:]) ^ separated
				if x&^(0x000f*each) != 0 || (x+(0x80-10)*each)&tens != 0 {
					break
				}
				r.answers = binary.LittleEndian.AppendUint64(r.answers, x)
				at, k = at+8, k+4
			}
			at++
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
			answer = plainNotApplicable
			at += len("NA")
		case at == from:
			answer = plainMissing
		case at-from > 1 && line[from] == '0':
			return -1
		}
		r.answers = append(r.answers, byte(answer), byte(answer>>8))
	}
	return at
}

// put puts a cell of an own column, whose characters are plain, into the row; false if it
// is not plain otherwise.
func (t *table) put(p *plainTable, row *plainRow, own int, cell []byte) (ok bool) {
	if len(cell) == 0 {
		return t.own[own].optional
	}
	switch own {
	case colKind:
		if row.kind, ok = mtss.UnitKind(p.last[own]), string(cell) == p.last[own]; !ok {
			if at := slices.IndexFunc(p.kinds, func(k mtss.UnitKind) bool { return string(k) == string(cell) }); at >= 0 {
				p.last[own], row.kind, ok = string(p.kinds[at]), p.kinds[at], true
			}
		}
		return ok
	case colDate:
		row.date, ok = t.plainDay(p, cell)
		return ok
	case colTrained:
		row.trained, ok = t.plainDay(p, cell)
		return ok
	case colRecorded:
		row.recorded, ok = t.plainDay(p, cell)
		return ok
	case colSections:
		row.sections, ok = p.plainSections(cell)
		return ok
	}
	if len(cell) > t.own[own].most {
		return false
	}
	switch row.texts[own] = cell; own {
	case colInstrument:
		row.instrument = p.shared(own, cell)
	case colVersion:
		row.version = p.shared(own, cell)
	case colRole:
		row.role = p.shared(own, cell)
	}
	return true
}

// plainDay reads a day however it is written, if it is certain which.
func (t *table) plainDay(p *plainTable, cell []byte) (day mtss.Date, ok bool) {
	if day, ok = p.days[string(cell)]; ok {
		return day, true
	}
	text, says := tables.Day(string(cell), tables.Order(t.layout.DateOrder))
	if says != "" || tables.Broken(string(cell)) != "" || day.UnmarshalText([]byte(text)) != nil {
		return mtss.Date{}, false
	}
	if len(p.days) < mostTexts {
		p.days[string(cell)] = day
	}
	return day, true
}

// plainSections reads a few ids that differ.
func (p *plainTable) plainSections(cell []byte) (ids []string, ok bool) {
	if string(cell) == p.last[colSections] {
		return p.sections, true
	}
	ids = strings.Fields(string(cell))
	for i, id := range ids {
		if i > 10 || slices.Contains(ids[:i], id) {
			return nil, false
		}
	}
	p.last[colSections], p.sections = string(cell), ids
	return ids, true
}

// shared returns what many rows hold, kept once.
func (p *plainTable) shared(own int, cell []byte) string {
	if string(cell) == p.last[own] {
		return p.last[own]
	}
	text, known := p.texts[string(cell)]
	if !known {
		if text = string(cell); len(p.texts) < mostTexts {
			p.texts[text] = text
		}
	}
	p.last[own] = text
	return text
}

// administration returns the row in hand as a value, which shares nothing.
func (p *plainTable) administration(a *instrument.Administration) {
	row := &p.row
	id, unit := row.texts[colID], row.texts[colUnit]
	*a = instrument.Administration{
		ID: string(id), Instrument: instrument.Ref{ID: row.instrument, Version: row.version}, Unit: mtss.Unit{ID: string(unit), Kind: row.kind},
		Date: row.date, Recorded: row.recorded, Sections: slices.Clone(row.sections),
		Supersedes: string(row.texts[colSupersedes]), Voids: string(row.texts[colVoids]),
		AdministeredBy: instrument.AdministeredBy{Role: row.role, TrainedOn: row.trained}, Responses: make(instrument.Responses, 0, len(p.items)),
	}
	for k, item := range p.items {
		switch answer := binary.LittleEndian.Uint16(row.answers[2*k:]); answer {
		case plainMissing:
		case plainNotApplicable:
			a.NotApplicable = append(a.NotApplicable, item)
		default:
			a.Responses = append(a.Responses, instrument.Response{Item: item, Score: int(answer)})
		}
	}
}
