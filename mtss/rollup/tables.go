package rollup

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Tables: a row of a table is written as the line that says the same, and read as that. Where
// that can't be, the row is read in general.

// section is the source from its beginning.
func (s *InputFile) section() *io.SectionReader { return io.NewSectionReader(s.In, 0, s.Size) }

// open finds out where the rows of a source begin.
func (s *sieving) open(source int) error {
	in := &s.sources[source]
	s.rowsFrom = append(s.rowsFrom, 0)
	if in.Layout == nil {
		return nil
	}
	rows, err := records.OpenRows(in.section(), *in.Layout)
	switch {
	case err == nil:
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
		if rows, err = records.OpenRows(in.section(), *in.Layout); err != nil {
			return nil, fmt.Errorf("%s: %w", in.Name, err) // it changed, or there is no row
		}
		l.tables[source] = rows
	}
	return rows, nil
}

// document returns a row as a line.
func (l *lines) document(rows *records.Rows, row []byte) (line []byte, ok bool) {
	line, err := rows.AppendDocument(l.written[:0], row)
	n := len(line)
	l.written = append(line, make([]byte, slack)...)
	return l.written[:n], err == nil
}

// row sifts a row of a table.
func (s *sieve) row(rows *records.Rows, at int64, data []byte) {
	data = bytes.TrimSuffix(data, []byte{'\r'})
	var what said
	line, ok := s.lines.document(rows, data)
	if ok = ok && s.lines.read(line, &what); !ok {
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
	case len(data) < window: // two may begin in one
		s.stops = true
	case ok:
		s.record(at, &what)
	default:
		s.tooLong(at)
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
	for record, err := range records.Wide(in.section(), *in.Layout) {
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
