package main

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss/records"
)

// tabular are the flags that say how administrations are laid out.
type tabular struct {
	csv, layout string
	found       records.Layout
}

func (t *tabular) flags(set *flagSet) {
	set.StringVar(&t.csv, "csv", "", "read CSV instead of NDJSON; `FORM` is wide, a column an item, or long, a row an item")
	set.StringVar(&t.layout, "layout", "", "read CSV by the layout in `FILE`; mtss layout proposes one")
}

// open reads the layout, and returns how administrations are read. A file that is
// named as CSV and would be read as JSON is a wrong call, not a heap of problems.
func (t *tabular) open(set *flagSet, files []string, r *reporter) (read func(io.Reader) iter.Seq2[records.Record, error], status int) {
	if !slices.Contains([]string{"", "wide", "long"}, t.csv) {
		fmt.Fprintf(set.io.err, "mtss %s: -csv %q, want wide or long\n", set.command.name, t.csv)
		return nil, exitUsage
	}
	for _, name := range files {
		if t.csv == "" && t.layout == "" && slices.Contains([]string{".csv", ".tsv"}, strings.ToLower(filepath.Ext(name))) {
			fmt.Fprintf(set.io.err, "mtss %s: %s is CSV; say -csv wide, a column an item, or -csv long, a row an item, or -layout FILE for headers of its own\n", set.command.name, name)
			return nil, exitUsage
		}
	}
	if t.csv == "" && t.layout == "" {
		return records.NDJSON, exitGood
	}
	if !t.load(r) {
		return nil, exitBad
	}
	if t.csv != "" {
		t.found.Form = records.Form(t.csv)
	}
	return t.found.Read, exitGood
}

// names are the names of members and columns that make a correction.
func (t *tabular) names() []string {
	names := []string{"supersedes", "voids"}
	for i, name := range names {
		if title, ok := t.found.Columns[name]; ok {
			names[i] = title
		}
	}
	return names
}

// load reads the layout, if one is named.
func (t *tabular) load(r *reporter) bool {
	if t.layout == "" {
		return true
	}
	data, err := readFile(t.layout)
	if err == nil {
		t.found, err = records.DecodeLayout(data)
	}
	r.document(t.layout, data, err)
	return err == nil
}

// form is -csv where it may stand without a form, and takes one from the arguments that
// follow it.
func (t *tabular) form(args []string) []string {
	if len(args) > 0 && (args[0] == "wide" || args[0] == "long") {
		if _, err := os.Stat(args[0]); err != nil {
			t.csv, args = args[0], args[1:]
		}
	}
	return args
}
