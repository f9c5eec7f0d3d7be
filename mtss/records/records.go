// Package records reads administrations in bulk, strictly and as a stream:
// NDJSON, and CSV with a column or a row for each item.
//
//	for record, err := range records.NDJSON(file) {
//		if err != nil {
//			... // record.Line tells where; the records after it still come
//			continue
//		}
//		result, err := scorer.Score(record.Administration)
//		...
//	}
//
// A bad record is reported with every problem it has and left out; the good
// ones beside it are kept. Memory stays bounded by the longest record.
package records

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// MaxLine is the longest line that is read, in bytes: 1 MiB.
const MaxLine = 1 << 20

// The codes of this package.
const (
	// CodeLineLarge: a line is longer than MaxLine.
	CodeLineLarge mtss.Code = "records.line.large"
	// CodeEmpty: the input holds no record.
	CodeEmpty mtss.Code = "records.empty"
	// CodeHeader: a CSV header lacks a column, has one twice, or one that means nothing.
	CodeHeader mtss.Code = "records.header"
	// CodeRow: a CSV row cannot be read, or has another number of fields than the header.
	CodeRow mtss.Code = "records.row"
	// CodeCell: a CSV cell holds what its column cannot.
	CodeCell mtss.Code = "records.cell"
	// CodeScattered: the rows of one administration do not stand together.
	CodeScattered mtss.Code = "records.scattered"
	// CodeRead: the input could not be read to its end.
	CodeRead mtss.Code = "records.read"
)

// Record is one administration with the place where it stood.
type Record struct {
	// Line is the number of its first line, from 1.
	Line int
	// Administration is what was read; with an error, what could be read of it.
	Administration instrument.Administration
	// Data is the line itself in NDJSON, valid until the next record; nil in CSV.
	Data []byte
}

// NDJSON yields the administrations of an input with one JSON document a line.
// Blank lines are passed over. Errors: CodeLineLarge, CodeEmpty, CodeRead, and
// the codes of strict reading.
func NDJSON(r io.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		seen := false
		for line, err := range Lines(r) {
			seen = true
			record := Record{Line: line.Number, Data: line.Data}
			if err == nil {
				record.Administration, err = instrument.DecodeAdministration(line.Data)
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

// Line is one line of an input.
type Line struct {
	// Number counts lines from 1.
	Number int
	// Data is the line without its end, valid until the next line.
	Data []byte
}

// Lines yields the lines of an input that are not blank. A line longer than
// MaxLine is passed over with CodeLineLarge; an input that breaks off ends with
// CodeRead.
func Lines(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		var buffer []byte
		for number := 1; ; number++ {
			line, large, err := readLine(in, buffer[:0])
			buffer = line
			if err != nil && err != io.EOF {
				yield(Line{Number: number}, issue(CodeRead, "the input breaks off: "+err.Error()))
				return
			}
			var problem error
			if large {
				problem, line = issue(CodeLineLarge, "the line is longer than 1 MiB"), nil
			}
			if (large || len(bytes.TrimSpace(line)) > 0) && !yield(Line{Number: number, Data: line}, problem) {
				return
			}
			if err == io.EOF {
				return
			}
		}
	}
}

// readLine reads to the end of a line; of a large one it keeps nothing.
func readLine(in *bufio.Reader, buffer []byte) (line []byte, large bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if large = large || len(buffer)+len(part) > MaxLine+1; large {
			buffer = buffer[:0]
		} else {
			buffer = append(buffer, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(bytes.TrimSuffix(buffer, []byte{'\n'}), []byte{'\r'}), large, err
		}
	}
}

func issue(code mtss.Code, message string) error {
	return mtss.Invalid([]mtss.Issue{{Code: code, Message: message}})
}

// Sort puts issues in the order in which their paths stand in a JSON document.
// Issues of a document that cannot be parsed stay as they are.
func Sort(data []byte, issues []mtss.Issue) {
	if document, bad := strict.Parse(data); len(bad) == 0 {
		document.Sort(issues)
	}
}
