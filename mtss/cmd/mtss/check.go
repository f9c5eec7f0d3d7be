package main

import (
	"fmt"
	"io"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// check decodes and validates documents of one kind.
func check(args []string, io streams) int {
	set := flags("check", io.err)
	text := set.Bool("text", false, "prose instead of JSON")
	if status, ok := parse(set, args); !ok {
		return status
	}
	report := &reporter{w: io.err}
	c, ok := checker(set.Arg(0), report, io.out)
	if !ok {
		fmt.Fprintf(io.err, "mtss check: kind %q, want administration, definition or completion\n", set.Arg(0))
		return exitUsage
	}
	// Flags may also stand after the kind.
	if status, ok := parse(set, set.Args()[1:]); !ok {
		return status
	}
	report.text = *text
	eachInput(set.Args(), io.in, report, c)
	return report.status()
}

// checker returns how an input of a kind is checked.
func checker(kind string, report *reporter, out io.Writer) (check func(name string, in io.Reader), ok bool) {
	switch kind {
	case "administration":
		return checkAdministrations(report), true
	case "definition":
		return whole(report, checkDefinition), true
	case "completion":
		return checkCompletions(out, report), true
	}
	return nil, false
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

// checkAdministrations checks each record of an NDJSON input, and its items
// where the definition ships.
func checkAdministrations(report *reporter) func(name string, in io.Reader) {
	known, _ := loadScorers(nil, nil, report)
	return func(name string, in io.Reader) {
		for record, err := range records.NDJSON(in) {
			scorer := known[record.Administration.Instrument]
			report.issues(name, record.LineOf, problems(record, err, scorer))
		}
	}
}

// checkDefinition checks all that using a definition would.
func checkDefinition(data []byte) error {
	d, err := instrument.DecodeDefinition(data)
	if err == nil {
		_, err = instrument.Compile(d)
	}
	return err
}
