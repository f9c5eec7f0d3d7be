// Package records reads administrations in bulk, strictly and as a stream: NDJSON,
// and CSV with a column or a row for each item.
//
//	for record, err := range records.NDJSON(file) {
//		var result instrument.Result
//		if err == nil {
//			result, err = scorer.Score(record.Administration)
//		}
//		if err != nil {
//			fmt.Println(record.Line, mtss.Issues(err))
//			continue // the records after it still come
//		}
//		fmt.Println(result.Lines())
//	}
//
// A bad record is reported with every problem it has and left out; the good ones
// beside it are kept. Memory stays bounded whatever the input: by a few times
// MaxLine, and for [Long] also by some 50 bytes for each administration, those that
// are not whole yet, and an input that can't be read twice.
//
// Files of millions need no Go value of each record: rollup.Reading makes a table of
// them, Scorers.Good of package scoring checks them, and CountLines of package
// fidelity counts observations as they are read. docs/speed.md tells what each takes.
package records

import (
	"bytes"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

const (
	// MaxLine is the longest line, and the longest row of a CSV, that is read,
	// in bytes without the line end: 1 MiB.
	MaxLine = tables.MaxLine
	// MaxItems is how many items one administration of a CSV may have. It is
	// also how many problems of one record are listed.
	MaxItems = 2000
)

// Record is one administration and where it was found. Its methods and Data are
// valid until the next record.
type Record struct {
	// Line is the number of its first line, from 1.
	Line int
	// Administration is what was read; with an error, what could be read of it.
	Administration instrument.Administration
	// Data is the document itself in NDJSON, one line unless the input is one
	// document over several lines; nil in CSV.
	Data []byte

	columns map[string]int // in wide CSV, the column of each path
	rows    map[string]int // in long CSV, the line of each item
}

// NDJSON yields the administrations of an input with one JSON document a line, or
// of one that is a single document over several lines; [Documents] tells them
// apart. Blank lines are skipped. Errors: CodeLineLarge, CodeEmpty, CodeRead, and
// the codes of strict reading.
func NDJSON(r io.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		seen := false
		var a instrument.Administration // here, so that it is not made anew for each
		for line, err := range Documents(r) {
			seen = true
			record := Record{Line: line.Number, Data: line.Data}
			if err == nil {
				err = a.UnmarshalJSON(line.Data)
				record.Administration = a
			}
			if !yield(record, err) {
				return
			}
		}
		if !seen {
			yield(Record{Line: 1}, issue(CodeEmpty, "the input holds no record"))
		}
	}
}

// LineOf returns a function from a path to the line of what it leads to. That is
// Line, except in a document over several lines, and for an answer in a long CSV,
// which has a row of its own. Call LineOf once for all problems of a record: it
// reads the document again.
func (r Record) LineOf() (lineOf func(path string) int) {
	switch {
	case r.rows != nil:
		return func(path string) int {
			if line, ok := r.rows[r.item(path)]; ok {
				return line
			}
			return r.Line
		}
	case bytes.IndexByte(r.Data, '\n') >= 0:
		document, _ := strict.Parse(r.Data) // as far as it can be read
		return func(path string) int { return r.Line - 1 + document.Line(path) }
	}
	return func(string) int { return r.Line }
}

// Sort puts issues of the record into the order of the input: that of the document
// in NDJSON, of the columns in wide CSV, and of the rows in long CSV.
func (r Record) Sort(issues []mtss.Issue) {
	switch {
	case len(issues) < 2:
	case r.Data != nil:
		document, _ := strict.Parse(r.Data) // as far as it can be read
		document.Sort(issues)
	case r.rows != nil:
		// What all rows have in common is in no row of its own, and comes first.
		slices.SortStableFunc(issues, func(a, b mtss.Issue) int { return r.rows[r.item(a.Path)] - r.rows[r.item(b.Path)] })
	default:
		slices.SortStableFunc(issues, func(a, b mtss.Issue) int { return r.column(a.Path) - r.column(b.Path) })
	}
}

func (r Record) column(path string) int {
	if item := r.item(path); item != "" {
		path = pointer.Member("/responses", item)
	}
	return r.columns[path]
}

// item returns the item that a path is about; "" if it is about none.
func (r Record) item(path string) string {
	if name, ok := strings.CutPrefix(path, "/responses/"); ok {
		return strings.NewReplacer("~1", "/", "~0", "~").Replace(name)
	}
	if index, ok := strings.CutPrefix(path, "/notApplicable/"); ok {
		if i, err := strconv.Atoi(index); err == nil && i >= 0 && i < len(r.Administration.NotApplicable) {
			return r.Administration.NotApplicable[i]
		}
	}
	return ""
}
