package main

import (
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rule/files"
)

// check decodes and validates documents of one kind.
func check(args []string, io streams) int {
	set := flags("check", io)
	var tab tabular
	asCSV := set.Bool("csv", false, "read tables instead of JSON; for administrations wide, a column an item, or long, a row an item, may follow")
	set.StringVar(&tab.layout, "layout", "", "read tables by the layout in `FILE`")
	set.format("json", "text")
	if status, ok := set.parse(args); !ok {
		return status
	}
	report := &reporter{w: io.err}
	kind := set.Arg(0)
	c, ok := checker(kind, report, io.out)
	switch {
	case set.NArg() == 0:
		return set.slip("want a kind, one of " + kindNames())
	case !ok:
		return set.slip(unknown("kind", set.Arg(0), strings.Split(kindNames(), ", ")))
	}
	// Flags may follow the kind.
	if status, ok := set.parse(set.Args()[1:]); !ok {
		return status
	}
	report.text = set.prose()
	inputs := set.Args()
	if *asCSV || tab.layout != "" {
		if *asCSV {
			inputs = tab.form(inputs)
		}
		if !tab.load(report) {
			return exitBad
		}
		c = tableChecker(kind, &tab, report)
	}
	eachInput(inputs, io.in, report, c)
	return report.status()
}

// checker returns how an input of a kind is checked.
func checker(kind string, report *reporter, out io.Writer) (check func(name string, in io.Reader), ok bool) {
	switch kind {
	case "administration":
		return checkAdministrations(report, records.NDJSON), true
	case "completion":
		return checkCompletions(out, report), true
	}
	document, ok := documents.Checks()[kind]
	switch kind {
	case "observation", "contact", "result", "stageAssessment": // which come, and are written, one a line
		return each(report, document), ok
	case "ruleSet", "cases": // which are written as YAML, too
		return ruleFile(report, document), ok
	}
	return whole(report, document), ok
}

// kindNames lists the kinds that can be checked.
func kindNames() string {
	names := documents.Kinds()
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// whole checks an input that is one document.
func whole(report *reporter, check func(data []byte) error) func(name string, in io.Reader) {
	return func(name string, in io.Reader) {
		data, err := readDocument(in)
		if err == nil {
			err = check(data)
		}
		report.document(name, data, err)
	}
}

// ruleFile checks an input that is rules or cases, in the form that its name says.
func ruleFile(report *reporter, check func(data []byte) error) func(name string, in io.Reader) {
	return func(name string, in io.Reader) {
		data, err := readDocument(in)
		if err != nil {
			report.document(name, nil, err)
			return
		}
		file := files.Read(name, data, nil)
		report.found("", file.Problems)
		if file.Data != nil {
			report.document(name, file.Data, check(file.Data))
		}
	}
}

// each checks an input with one document a line.
func each(report *reporter, check func(data []byte) error) func(name string, in io.Reader) {
	return func(name string, in io.Reader) {
		for line, err := range records.Documents(in) {
			if err == nil {
				err = check(line.Data)
			}
			report.report(name, line.Number, err)
		}
	}
}

// tableChecker returns how a table of a kind is checked.
func tableChecker(kind string, tab *tabular, report *reporter) func(name string, in io.Reader) {
	if kind == "administration" {
		if tab.csv != "" {
			tab.found.Form = records.Form(tab.csv)
		}
		return checkAdministrations(report, tab.found.Read)
	}
	t, _ := documents.Named(kind) // it was found before
	return tabled(report, t.New(), tab.found, io.Discard)
}

// checkAdministrations checks each record of an input, and its items where the
// definition ships.
func checkAdministrations(report *reporter, read func(io.Reader) iter.Seq2[records.Record, error]) func(name string, in io.Reader) {
	known, _ := loadScorers(named{}, report)
	return func(name string, in io.Reader) {
		for record, err := range read(in) {
			scorer := known[record.Administration.Instrument]
			report.issues(name, record.LineOf(), engine.Issues(record, err, scorer))
		}
	}
}
