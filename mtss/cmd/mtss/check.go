package main

import (
	"fmt"
	"io"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
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
	if set.NArg() == 0 {
		fmt.Fprintln(io.err, "mtss check: want a kind: administration, definition or completion")
		return exitUsage
	}
	report := &reporter{w: io.err, text: *text}
	c, ok := checkers(report)[set.Arg(0)]
	if !ok {
		fmt.Fprintf(io.err, "mtss check: unknown kind %q, want administration, definition or completion\n", set.Arg(0))
		return exitUsage
	}
	eachInput(set.Args()[1:], io.in, report, c)
	return report.status()
}

// checkers returns, for each kind, how an input of it is checked.
func checkers(report *reporter) map[string]func(name string, in io.Reader) {
	return map[string]func(string, io.Reader){
		"administration": func(name string, in io.Reader) { checkAdministrations(name, in, report) },
		"definition": whole(report, func(data []byte) error {
			_, err := instrument.DecodeDefinition(data)
			return err
		}),
		"completion": whole(report, checkCompletion),
	}
}

// whole checks an input that is one document.
func whole(report *reporter, decode func([]byte) error) func(string, io.Reader) {
	return func(name string, in io.Reader) {
		data, err := io.ReadAll(in)
		if err == nil {
			err = decode(data)
		}
		report.report(name, 0, err)
	}
}

// checkAdministrations checks each record, and its items where the definition ships.
func checkAdministrations(name string, in io.Reader, report *reporter) {
	known, _ := scorers(nil, nil, report)
	for record, err := range records.NDJSON(in) {
		if scorer := known[record.Administration.Instrument]; err == nil && scorer != nil {
			_, _, err = scorer.Answers(record.Administration)
			records.Sort(record.Data, mtss.Issues(err))
		}
		report.report(name, record.Line, err)
	}
}

// checkCompletion checks a completion against the definition that it is for,
// where that ships.
func checkCompletion(data []byte) error {
	c, err := instrument.DecodeCompletion(data)
	if err != nil {
		return err
	}
	for _, d := range append(catalog.All(), dca.V77()) {
		if d.Ref() == c.Instrument {
			_, err = instrument.Complete(d, c)
			records.Sort(data, mtss.Issues(err))
			return err
		}
	}
	return mtss.Issuef("/instrument", CodeDefinition, "completes %s, of which no definition ships", mtss.Clip(c.Instrument.String()))
}
