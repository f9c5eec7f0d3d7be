package main

import (
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"github.com/openmtss/mtss-go/mtss/records"
)

// reading returns how administrations are read by a layout of -csv. A file that
// is named as CSV and would be read as JSON is a wrong call, not a heap of
// problems.
func reading(command, layout string, files []string, w io.Writer) (read func(io.Reader) iter.Seq2[records.Record, error], ok bool) {
	if read, ok = readers()[layout]; !ok {
		fmt.Fprintf(w, "mtss %s: -csv %q, want wide or long\n", command, layout)
		return nil, false
	}
	for _, name := range files {
		if layout == "" && strings.EqualFold(filepath.Ext(name), ".csv") {
			fmt.Fprintf(w, "mtss %s: %s is CSV; say -csv wide, a column an item, or -csv long, a row an item\n", command, name)
			return nil, false
		}
	}
	return read, true
}

// readers are the ways to read administrations, by the layouts of -csv.
func readers() map[string]func(io.Reader) iter.Seq2[records.Record, error] {
	return map[string]func(io.Reader) iter.Seq2[records.Record, error]{
		"":     records.NDJSON,
		"wide": func(r io.Reader) iter.Seq2[records.Record, error] { return records.Wide(r, records.Layout{}) },
		"long": func(r io.Reader) iter.Seq2[records.Record, error] { return records.Long(r, records.Layout{}) },
	}
}
