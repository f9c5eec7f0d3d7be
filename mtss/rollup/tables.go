package rollup

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	"github.com/openmtss/mtss-go/internal/plain"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Tables: a plain row is checked by what it says, as a line is, and any other is read in
// general. What is accepted here, the general way accepts as well: tests hold the two
// against each other.

// section is the source from its beginning.
func (s *InputFile) section() *io.SectionReader { return io.NewSectionReader(s.In, 0, s.Size) }

// open finds out where the rows of a source begin.
func (s *sieving) open(source int) error {
	in := &s.sources[source]
	s.rowsFrom, s.linesFrom = append(s.rowsFrom, 0), append(s.linesFrom, 0)
	if in.Layout == nil {
		return nil
	}
	rows, err := records.OpenRows(in.section(), *in.Layout)
	switch {
	case err == nil:
		s.linesFrom[source] = rows.Line - 1
		s.rowsFrom[source], err = in.begin(rows.Line)
		return err
	case hasCode(err, records.CodeLines):
		return s.notLines(source)
	}
	s.rowsFrom[source] = in.Size // a bad header, which is told of
	return nil
}

// notLines is that a source can't be read here.
func (s *sieving) notLines(source int) error {
	return mtss.Issuef(pointer.Element("", source), CodeSources, "the rows of %q are not lines by themselves, so they can only be read from the first to the last", s.sources[source].Name)
}

func hasCode(err error, code mtss.Code) bool {
	return slices.ContainsFunc(mtss.Issues(err), func(i mtss.Issue) bool { return i.Code == code })
}

// begin returns where a line begins.
func (s *InputFile) begin(line int) (at int64, err error) {
	buffer := make([]byte, 4096)
	for line > 1 && at < s.Size {
		part := buffer[:min(int64(len(buffer)), s.Size-at)]
		if n, err := s.In.ReadAt(part, at); n < len(part) {
			return 0, err
		}
		for line > 1 && len(part) > 0 {
			n := bytes.IndexByte(part, '\n') + 1
			if n == 0 {
				n = len(part)
			} else {
				line--
			}
			part, at = part[n:], at+int64(n)
		}
	}
	return at, nil
}

// rows returns the reader of a source's rows; nil for NDJSON.
func (l *lines) rows(source int) (rows *records.Rows, err error) {
	if l.of == nil || l.of.sources[source].Layout == nil {
		return nil, nil
	}
	if rows = l.tables[source]; rows == nil {
		in := &l.of.sources[source]
		opened := plain.Input{Reader: in.section()}
		if rows, err = records.OpenRows(&opened, *in.Layout); err != nil {
			return nil, fmt.Errorf("%s: %w", in.Name, err) // it changed, or there is no row
		}
		l.tables[source], l.quick[source] = rows, opened.Rows
	}
	return rows, nil
}

// tableItems says where the items of a table are in a definition, and the reverse.
type tableItems struct {
	items   []int    // by item of the table; -1 for one that is not in the definition
	columns []int    // by item of the definition; -1 for one that the table lacks
	room    []uint64 // by four items, how much can be added before a score is too large, to 0x8000
}

// match finds the items of a table in the definition.
func (f *form) match(items []string) *tableItems {
	m := &tableItems{columns: make([]int, len(f.items)), room: make([]uint64, (len(items)+3)/4)}
	for i := range m.columns {
		m.columns[i] = -1
	}
	for k, id := range items {
		i, known := f.index[id]
		most := 0
		if known {
			m.columns[i] = k
			for scores := f.items[i].scores; most < 256 && scores[most]; {
				most++
			}
		} else {
			i = -1
		}
		m.items = append(m.items, i)
		m.room[k/4] |= uint64(0x8000-most) << (k % 4 * 16)
	}
	return m
}

// matched is match, once for each definition and source.
func (l *lines) matched(source, form int, items []string) *tableItems {
	at := source*len(l.forms) + form
	if l.items[at] == nil {
		l.items[at] = l.forms[form].match(items)
	}
	return l.items[at]
}

// plain reads a plain row of a source; false for one that is left to the general reader.
func (l *lines) plain(source int, items []string, row *plain.Row, out *said) bool {
	*out = said{id: row.ID, supersedes: row.Supersedes, voids: row.Voids, unit: row.Unit, kind: row.Kind, date: row.Date}
	for i := range l.forms {
		k := l.last + i
		if k >= len(l.forms) {
			k -= len(l.forms)
		}
		f := &l.forms[k]
		if !f.fits || f.ref.ID != row.Instrument || f.ref.Version != row.Version {
			continue
		}
		l.last, out.form = k, k
		if !row.Recorded.IsZero() && row.Recorded.Before(row.Date) || !slices.Contains(f.kinds, row.Kind) {
			return false
		}
		m := l.matched(source, k, items)
		return f.answered(m, row, out) && f.administered(m, row, out)
	}
	return false
}

// answered checks the answers of a row, four at a time.
func (f *form) answered(m *tableItems, row *plain.Row, out *said) bool {
	const each = 0x0001000100010001
	for i, room := range m.room {
		x := binary.LittleEndian.Uint64(row.Answers[8*i:])
		if missing := x & (plain.Missing * each); (x+room)&(0x8000*each)&^(missing<<1) == 0 {
			continue
		}
		for k := 4 * i; k < min(4*i+4, len(m.items)); k++ {
			answer, i := row.Answer(k), m.items[k]
			switch {
			case answer == plain.Missing:
			case i < 0:
				return false
			case answer == plain.NotApplicable && f.items[i].notApplicable:
				out.marks = true
			case answer > 255 || !f.items[i].scores[answer]:
				return false
			}
		}
	}
	return true
}

// administered notes which sections were administered; what lies in others has no answer.
func (f *form) administered(m *tableItems, row *plain.Row, out *said) bool {
	if len(row.Sections) == 0 {
		return true
	}
	for _, id := range row.Sections {
		k := slices.IndexFunc(f.sections, func(s instrument.Section) bool { return s.ID == id })
		if k < 0 {
			return false
		}
		out.parts |= 1 << k
	}
	for k := range f.sections {
		if out.parts>>k&1 != 0 {
			continue
		}
		for _, id := range f.sections[k].Items {
			if at := m.columns[f.index[id]]; at >= 0 && row.Answer(at) != plain.Missing {
				return false
			}
		}
	}
	return true
}

// row sifts a row of a table.
func (s *sieve) row(source int, rows *records.Rows, quick *plain.Table, at int64, data []byte) {
	if n := len(data); n > 0 && data[n-1] == '\r' {
		data = data[:n-1]
	}
	if len(data) == 0 {
		return
	}
	var what said
	ok := false
	if quick != nil && len(data) <= records.MaxLine {
		row := quick.Take(data)
		ok = row != nil && s.lines.plain(source, quick.Items, row, &what)
	}
	if !ok {
		record, err := rows.Read(data)
		switch {
		case err == io.EOF:
			return
		case hasCode(err, records.CodeLines):
			s.stops = true
			return
		}
		ok = err == nil && s.scorable(&record.Administration, &what)
	}
	switch {
	case !ok:
		s.tooLong(at)
	case len(data) < window: // two may begin in one
		s.stops = true
	default:
		s.record(at, &what)
	}
}

// generally reads a good record again by the general readers.
func (l *lines) generally(source int, data []byte, a *instrument.Administration) error {
	rows, err := l.rows(source)
	switch {
	case err != nil:
		return err
	case rows == nil:
		return a.UnmarshalJSON(data)
	}
	record, err := rows.Read(data)
	*a = record.Administration
	return err
}

// tellOfTable tells of tables without a header that can be read, or without a row.
func (s *settling) tellOfTable(source int) {
	in := &s.sources[source]
	for record, err := range in.Layout.Read(in.section()) {
		if s.rowsFrom[source] == in.Size || hasCode(err, records.CodeEmpty) {
			s.reading.Tell(source, record, err)
		}
		return
	}
}

// tellOfRow is tellOf for a row of a table.
func (s *settling) tellOfRow(source int, l loaded, number int, issue func(id string) error) error {
	rows, err := s.lines.rows(source)
	if err != nil {
		return err
	}
	record, err := rows.Read(l.data)
	if record.Line = number; issue == nil {
		err = s.whatIsBad(&record, err)
	} else if err == nil {
		err = issue(record.Administration.ID)
	}
	s.reading.Tell(source, record, err)
	return nil
}
