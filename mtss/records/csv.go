package records

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Layout says which column of a CSV holds what, for files that do not use the
// library's own headers. The zero value is the library's own layout: unit,
// unitKind, date, instrument, version, and optionally id and sections; then,
// wide, a column for each item under its id, or, long, item and score.
type Layout struct {
	// Columns maps the library's name of a column to the header in the file.
	Columns map[string]string
	// Items maps the header of an item's column to the item's id, for wide
	// files; an item whose header is its id needs no entry.
	Items map[string]string
	// Constant gives a value to a column that the file does not have, such as
	// instrument and version.
	Constant map[string]string
	// Ignore lists headers of columns that are passed over.
	Ignore []string
}

// own lists the library's columns, and whether a file must have them.
var own = map[string]bool{"unit": true, "unitKind": true, "date": true, "instrument": true, "version": true, "id": false, "sections": false}

// Wide yields the administrations of a CSV with a row for each and a column for
// each item. An empty cell is a missing answer, NA one that is not applicable;
// sections are ids with spaces between. A byte order mark before the header, as
// spreadsheets write it, is passed over.
//
// Errors: CodeEmpty, CodeHeader, CodeRow, CodeCell, CodeRead, and the codes of
// dates and kinds of units.
func Wide(r io.Reader, layout Layout) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		t, err := open(r, layout, true)
		if err != nil {
			yield(Record{Line: 1}, err)
			return
		}
		for t.next() {
			record := t.record()
			for i, item := range t.items {
				if item != "" {
					t.answer(&record.Administration, item, t.row[i])
				}
			}
			if !yield(record, t.problem()) {
				return
			}
		}
		if t.fatal != nil {
			yield(Record{Line: t.line}, t.fatal)
		}
	}
}

// table reads a CSV row by row.
type table struct {
	csv     *csv.Reader
	columns map[string]int // of the library's names
	items   []string       // by column, the item it holds
	layout  Layout
	row     []string
	line    int
	issues  []mtss.Issue
	broken  error // the row could not be read at all
	fatal   error // nothing more can be read
}

func open(r io.Reader, layout Layout, wide bool) (*table, error) {
	buffered := bufio.NewReader(r)
	if mark, _ := buffered.Peek(3); string(mark) == "\xef\xbb\xbf" {
		_, _ = buffered.Discard(3)
	}
	t := &table{csv: csv.NewReader(buffered), layout: layout, columns: map[string]int{}}
	t.csv.ReuseRecord = true
	header, err := t.csv.Read()
	switch {
	case errors.Is(err, io.EOF):
		return nil, issue(CodeEmpty, "the input holds no header")
	case err != nil:
		return nil, issue(CodeHeader, "the header cannot be read: "+err.Error())
	}
	return t, mtss.Invalid(t.header(header, wide))
}

// header finds the columns and reports every problem with them.
func (t *table) header(header []string, wide bool) []mtss.Issue {
	var issues []mtss.Issue
	fail := func(format string, args ...any) {
		issues = append(issues, mtss.Issuef("", CodeHeader, format, args...))
	}
	wanted := map[string]string{}
	for name := range t.wanted(wide) {
		title := name
		if mapped, ok := t.layout.Columns[name]; ok {
			title = mapped
		}
		wanted[title] = name
	}
	t.items = make([]string, len(header))
	seen := map[string]bool{}
	for i, title := range header {
		name, known := wanted[title]
		switch {
		case seen[title]:
			fail("column %q stands twice", mtss.Clip(title))
		case known:
			t.columns[name] = i
		case slices.Contains(t.layout.Ignore, title):
		case wide && title != "":
			t.items[i] = title
			if item, ok := t.layout.Items[title]; ok {
				t.items[i] = item
			}
		default:
			fail("column %q means nothing here", mtss.Clip(title))
		}
		seen[title] = true
	}
	for _, name := range slices.Sorted(mapKeys(t.wanted(wide))) {
		_, given := t.columns[name]
		_, constant := t.layout.Constant[name]
		if t.wanted(wide)[name] && !given && !constant {
			fail("column %q is missing", name)
		}
	}
	return issues
}

func mapKeys(m map[string]bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func (t *table) wanted(wide bool) map[string]bool {
	if wide {
		return own
	}
	long := map[string]bool{"item": true, "score": true}
	for name, needed := range own {
		long[name] = needed
	}
	return long
}

// next reads a row; a row that cannot be read is a row with a problem.
func (t *table) next() bool {
	row, err := t.csv.Read()
	t.issues, t.broken = nil, nil
	if errors.Is(err, io.EOF) {
		return false
	}
	parse := (*csv.ParseError)(nil)
	switch {
	case errors.As(err, &parse):
		t.line = parse.StartLine
		t.broken = issue(CodeRow, "the row cannot be read: "+parse.Err.Error())
	case err != nil:
		t.line++
		t.fatal = issue(CodeRead, "the input breaks off: "+err.Error())
		return false
	default:
		t.line, _ = t.csv.FieldPos(0)
	}
	t.row = row
	if t.broken != nil {
		t.row = make([]string, len(t.items))
	}
	return true
}

func (t *table) fail(path string, code mtss.Code, format string, args ...any) {
	t.issues = append(t.issues, mtss.Issuef(path, code, format, args...))
}

func (t *table) problem() error {
	if t.broken != nil {
		return t.broken
	}
	return mtss.Invalid(t.issues)
}

// cell returns what the row holds under the library's name of a column.
func (t *table) cell(name string) string {
	if i, ok := t.columns[name]; ok && i < len(t.row) {
		return t.row[i]
	}
	return t.layout.Constant[name]
}

// record reads the columns that describe an administration.
func (t *table) record() Record {
	a := instrument.Administration{
		Kind: "administration", SchemaVersion: instrument.SchemaVersion,
		ID:         t.cell("id"),
		Instrument: instrument.Ref{ID: t.cell("instrument"), Version: t.cell("version")},
		Unit:       mtss.Unit{ID: t.cell("unit")},
		Responses:  instrument.Responses{},
	}
	if t.broken != nil {
		return Record{Line: t.line, Administration: a}
	}
	for _, name := range []string{"unit", "instrument", "version"} {
		if t.cell(name) == "" {
			t.fail("", CodeCell, "column %q is empty", name)
		}
	}
	t.text("/unit/kind", t.cell("unitKind"), a.Unit.Kind.UnmarshalText)
	t.text("/date", t.cell("date"), a.Date.UnmarshalText)
	if sections := t.cell("sections"); sections != "" {
		a.Sections = strings.Fields(sections)
	}
	for _, cell := range t.row {
		if !utf8.ValidString(cell) {
			t.fail("", CodeCell, "%q is not UTF-8", mtss.Clip(cell))
		}
	}
	return Record{Line: t.line, Administration: a}
}

// text reads a cell into a value that reads itself.
func (t *table) text(path, cell string, unmarshal func([]byte) error) {
	if err := unmarshal([]byte(cell)); err != nil {
		t.issues = append(t.issues, mtss.Under(path, mtss.Issues(err))...)
	}
}

// answer adds what a cell holds for an item.
func (t *table) answer(a *instrument.Administration, item, cell string) {
	switch cell {
	case "":
		a.Responses = append(a.Responses, instrument.Response{Item: item, NotScored: true})
		return
	case "NA":
		a.NotApplicable = append(a.NotApplicable, item)
		return
	}
	score, err := strconv.Atoi(cell)
	if err != nil || strconv.Itoa(score) != cell {
		t.fail(mtss.Member("/responses", item), CodeCell, "%q is no score, want a whole number, NA, or nothing", mtss.Clip(cell))
		return
	}
	a.Responses = append(a.Responses, instrument.Response{Item: item, Score: score})
}
