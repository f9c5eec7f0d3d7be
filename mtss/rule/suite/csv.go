package suite

import (
	"bytes"
	"encoding/csv"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// table is a CSV file as rows of cells by the name of their column.
type table struct {
	columns []string
	rows    []row
}

// row is one row; empty cells are absent.
type row struct {
	line  int
	cells map[string]string
}

// ToCSV writes cases as a table, a case a row. Nothing is lost: what a table cannot
// say is an error that names it.
//
// Errors: CodeTable, and those of strict reading.
func ToCSV(document []byte) ([]byte, error) {
	whole, err := DecodeCases(document)
	if err != nil {
		return nil, err
	}
	t, err := casesTable(whole)
	if err != nil {
		return nil, err
	}
	out := t.write()
	again, _ := FromCSV(File{Data: out})
	back, err := DecodeCases(again)
	whole.sort()
	back.sort()
	if err != nil || !reflect.DeepEqual(whole, back) {
		return nil, mtss.Issuef("", CodeTable, "holds a text that a table would change: one that begins or ends with a space, is empty, or has a semicolon in a series")
	}
	return out, nil
}

// sort puts facts into the order of their measures, which is not that of columns.
func (c Cases) sort() {
	for i := range c.Cases {
		slices.SortFunc(c.Cases[i].Facts, func(a, b rule.FactText) int { return strings.Compare(a.Measure, b.Measure) })
	}
}

// FromCSV reads a table of cases, which has a column "rule", and returns them as a
// JSON document, each in the line that its row has in the table; nil where there are
// problems, which have the line of their row. A table of rules, which has a column
// "measure", becomes a rule set: rules were kept in such tables, which say less than
// JSON and YAML do.
//
// Problems: CodeRead, CodeTable, and those of reading the document.
func FromCSV(file File) (document []byte, problems []mtss.Problem) {
	if file.Err != nil {
		return nil, []mtss.Problem{{File: file.Name, Issue: mtss.Issuef("", CodeRead, "%s", file.Err)}}
	}
	r := tableReader{file: file.Name}
	t := r.table(file.Data)
	switch {
	case len(r.problems) > 0:
	case slices.Contains(t.columns, "rule"):
		if document = r.lined(t, r.cases(t)); document != nil {
			_, err := DecodeCases(document)
			r.checked(t, "/cases", err)
		}
	case slices.Contains(t.columns, "measure"):
		set := r.set(t)
		if document = r.written(strict.Marshal(&set)); document != nil && len(r.problems) == 0 {
			_, err := rule.DecodeSet(document)
			r.checked(t, "/rules", err)
		}
	default:
		r.fail(1, "", `neither a column "measure", as rules have, nor "rule", as cases have; columns are separated by commas`)
	}
	if len(r.problems) > 0 {
		return nil, r.causes()
	}
	return document, nil
}

// causes are the problems, those of one cause as one.
func (r *tableReader) causes() (problems []mtss.Problem) {
	var all kit.Causes
	tell := func() {
		for line, issues := range all.Flush() {
			for _, issue := range issues {
				problems = append(problems, mtss.Problem{File: r.file, Line: line, Issue: issue})
			}
		}
	}
	for _, p := range r.problems {
		if all.Add(p.Line, p.Issue) {
			tell()
		}
	}
	tell()
	return problems
}

// lined returns cases as a document that has each case in the line of its row.
func (r *tableReader) lined(t table, all Cases) []byte {
	out, err := strict.Marshal(&Cases{})
	out = bytes.TrimSuffix(out, []byte("]}"))
	line := 1
	for i := range all.Cases {
		if i > 0 {
			out = append(out, ',')
		}
		for ; line < t.rows[i].line; line++ {
			out = append(out, '\n')
		}
		if err == nil {
			out, err = strict.Append(out, &all.Cases[i])
		}
	}
	return r.written(append(out, "]}"...), err)
}

// written returns a document, unless it could not be written.
func (r *tableReader) written(document []byte, err error) []byte {
	if err != nil {
		r.fail(0, "", "cannot be written as JSON: %v", err)
		return nil
	}
	return document
}

// tableReader gathers what is wrong with a table.
type tableReader struct {
	file     string
	problems []mtss.Problem
}

func (r *tableReader) fail(line int, column, format string, args ...any) {
	path := ""
	if column != "" {
		path = pointer.Member("", column)
	}
	r.problems = append(r.problems, mtss.Problem{File: r.file, Line: line, Issue: mtss.Issuef(path, CodeTable, format, args...)})
}

// table reads the cells, as spreadsheets save them.
func (r *tableReader) table(data []byte) (t table) {
	if len(data) > strict.MaxSize {
		r.fail(0, "", "is longer than %d bytes", strict.MaxSize)
		return t
	}
	rows := tables.NewRows(bytes.NewReader(data), func(cells []string) bool {
		return slices.ContainsFunc(cells, func(cell string) bool { return named(cell, "rule") || named(cell, "measure") })
	})
	if says := rows.Foreign(); says != "" {
		r.fail(0, "", "%s", says)
		return t
	}
	for {
		cells, err := rows.Next()
		switch {
		case err == io.EOF && t.columns == nil:
			r.fail(0, "", "is empty, want a row of column names")
			return t
		case err == io.EOF:
			return t
		case err != nil:
			r.fail(rows.Line, "", "the row cannot be read: %v", err)
			if t.columns == nil || rows.Ended(err) {
				return t
			}
		case t.columns == nil:
			r.header(&t, rows.Line, cells)
		default:
			r.record(&t, rows.Line, cells)
		}
	}
}

// named reports whether a header is a name, in whatever case it is written.
func named(header, name string) bool { return strings.EqualFold(tables.Trim(header), name) }

// header takes in the names of the columns. One without a name may hold nothing.
func (r *tableReader) header(t *table, line int, cells []string) {
	for len(cells) > 1 && tables.Trim(cells[len(cells)-1]) == "" { // spreadsheets leave empty columns
		cells = cells[:len(cells)-1]
	}
	for _, name := range cells {
		name = tables.Trim(name)
		for _, own := range append(names("", caseFields(&Case{})), "measure") {
			if name != own && named(name, own) {
				r.fail(line, "", "column %q, did you mean %q?", name, own)
			}
		}
		if name != "" && slices.Contains(t.columns, name) {
			r.fail(line, "", "column %q appears twice", name)
		}
		t.columns = append(t.columns, name)
	}
}

func (r *tableReader) record(t *table, line int, cells []string) {
	one := row{line: line, cells: map[string]string{}}
	again := len(cells) >= len(t.columns)
	for i, cell := range cells {
		cell = tables.Trim(cell)
		again = again && (i < len(t.columns) && cell == t.columns[i] || i >= len(t.columns) && cell == "")
		switch {
		case cell == "":
		case i >= len(t.columns):
			r.fail(line, "", "the row has %d cells, want %d as in the header; a cell that has what separates columns in it needs quotes", len(cells), len(t.columns))
			return
		case t.columns[i] == "":
			r.fail(line, "", "column %d holds %q and has no name in the header", i+1, cell)
		case !utf8.ValidString(cell):
			r.fail(line, t.columns[i], "%q is not UTF-8; save the table as CSV UTF-8", cell)
		case tables.Broken(cell) != "":
			r.fail(line, t.columns[i], "%q; %s", cell, tables.Broken(cell))
		default:
			one.cells[t.columns[i]] = cell
		}
	}
	switch {
	case again: // one table was put below another
	case len(cells) < len(t.columns):
		r.fail(line, "", "the row has %d cells, want %d as in the header", len(cells), len(t.columns))
	default:
		t.rows = append(t.rows, one)
	}
}

// write writes the columns that some row uses.
func (t table) write() []byte {
	columns := slices.DeleteFunc(slices.Clone(t.columns), func(name string) bool {
		return !slices.ContainsFunc(t.rows, func(r row) bool { return r.cells[name] != "" }) && name != "rule"
	})
	var out bytes.Buffer
	writer := csv.NewWriter(&out)
	_ = writer.Write(columns) // a buffer takes everything
	for _, r := range t.rows {
		cells := make([]string, len(columns))
		for i, name := range columns {
			cells[i] = r.cells[name]
		}
		_ = writer.Write(cells)
	}
	writer.Flush()
	return out.Bytes()
}

// checked takes over what is wrong with a document that came from a table, each
// issue with the line of the row below list that it is about.
func (r *tableReader) checked(t table, list string, err error) {
	for _, issue := range mtss.Issues(err) {
		p := mtss.Problem{File: r.file, Issue: issue}
		for i := range t.rows {
			if at := pointer.Element(list, i); issue.Path == at || strings.HasPrefix(issue.Path, at+"/") {
				p.Line = t.rows[i].line
			}
		}
		r.problems = append(r.problems, p)
	}
}
