package main

import (
	"encoding/json"
	"fmt"
	stdio "io"
	"strings"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// checker checks an input.
type checker func(name string, in stdio.Reader)

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
	_, ok := profile.New(kind)
	switch {
	case set.NArg() == 0:
		return set.slip("want a kind, one of " + kindNames())
	case !ok:
		return set.slip(unknown("kind", kind, profile.Kinds()))
	}
	// Flags may follow the kind.
	if status, ok := set.parse(set.Args()[1:]); !ok {
		return status
	}
	report.text = set.prose()
	inputs := set.Args()
	use := checks(kind, report, io.out)
	if *asCSV || tab.layout != "" {
		if *asCSV {
			inputs = tab.form(inputs)
		}
		if !tab.load(report) {
			return exitBad
		}
		use = checkTables(kind, &tab, report)
	}
	eachInput(inputs, io.in, report, use)
	return report.status()
}

// kindNames lists the kinds that can be checked.
func kindNames() string { return strings.Join(profile.Kinds(), ", ") }

// checks returns how an input of a kind is checked.
func checks(kind string, report *reporter, out stdio.Writer) checker {
	check := func(data []byte) error { return profile.Check(kind, data) }
	switch kind {
	case "administration":
		return checkAdministrations(report, records.NDJSON)
	case "completion":
		return checkCompletions(out, report)
	case "observation", "contact", "result", "stageAssessment": // which come, and are written, one a line
		return func(name string, in stdio.Reader) {
			for line, err := range records.Documents(in) {
				if err == nil {
					err = check(line.Data)
				}
				report.report(name, line.Number, err)
			}
		}
	case "ruleSet", "cases": // which are written as YAML, too
		return func(name string, in stdio.Reader) {
			data, err := readDocument(in)
			if err != nil {
				report.report(name, 0, err)
				return
			}
			file := files.Read(name, data, nil)
			if report.found("", file.Problems); file.Data != nil {
				report.document(name, file.Data, check(file.Data))
			}
		}
	}
	return func(name string, in stdio.Reader) {
		data, err := readDocument(in)
		if err == nil {
			err = check(data)
		}
		report.document(name, data, err)
	}
}

// checkTables returns how a table of a kind is checked.
func checkTables(kind string, tab *tabular, report *reporter) checker {
	if kind == "administration" {
		if tab.csv != "" {
			tab.found.Form = records.Form(tab.csv)
		}
		return checkAdministrations(report, tab.found.Read)
	}
	return tabled(report, kind, tab.found, stdio.Discard)
}

// checkAdministrations checks each record of an input, and its items where the
// definition ships.
func checkAdministrations(report *reporter, read reading) checker {
	known, _ := loadScorers(scoring.Names{}, report)
	return func(name string, in stdio.Reader) {
		for record, err := range read(in) {
			report.tell(scoring.RecordProblems(name, record, known[record.Administration.Instrument], err)...)
		}
	}
}

// checkCompletions checks each input as a completion of the definition that it
// is for, where that ships, and writes what is still missing then. What is
// missing is not a problem: a definition may be completed in part.
func checkCompletions(out stdio.Writer, report *reporter) checker {
	return func(name string, in stdio.Reader) {
		data, err := readDocument(in)
		var d instrument.Definition
		if err == nil {
			d, err = scoring.Completed(data)
		}
		if report.document(name, data, err); err != nil {
			return
		}
		for _, one := range d.SharedItems() {
			report.written(writeLine(out, report.text, name+": "+one.Message, shared{name, d.Ref(), one}))
		}
		for _, lack := range d.Lacks {
			says := fmt.Sprintf("%s: %s still lacks its %s: %s; fill in %s", name, d.Ref(), lack.Of, lack.Says, lack.Of.FillIn())
			report.written(writeLine(out, report.text, says, lacking{name, d.Ref(), lack.Of, lack.Says, lack.Of.FillIn()}))
		}
	}
}

// shared is one line about an item that is in two subscales.
type shared struct {
	File       string         `json:"file"`
	Instrument instrument.Ref `json:"instrument"`
	instrument.SharedItem
}

// lacking is one line of what a completion leaves open.
type lacking struct {
	File       string            `json:"file"`
	Instrument instrument.Ref    `json:"instrument"`
	Lacks      instrument.LackOf `json:"lacks"`
	Message    string            `json:"message"`
	FillIn     string            `json:"fillIn"`
}

// writeLine writes a line for people, or else a value as one of JSON.
func writeLine(out stdio.Writer, text bool, says string, v any) error {
	if text {
		_, err := fmt.Fprintln(out, says)
		return err
	}
	return json.NewEncoder(out).Encode(v)
}
