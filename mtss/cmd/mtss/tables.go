package main

import (
	"bufio"
	stdio "io"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// table reads tables of records and writes them as documents in JSON.
func table(args []string, io streams) int {
	set := flags("table", io)
	var tab tabular
	set.StringVar(&tab.layout, "layout", "", "read them by the layout in `FILE`")
	set.format("json", "text")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	kind := set.Arg(0)
	_, ok := profile.New(kind)
	switch {
	case set.NArg() == 0:
		return set.slip("want a kind, such as contact, observation, units or practitioners")
	case !ok:
		return set.slip(unknown("kind", kind, profile.Kinds()))
	case kind == "administration":
		return set.slip("tables of administrations are what mtss score -csv reads")
	}
	if status, ok := set.parse(set.Args()[1:]); !ok {
		return status
	}
	report := &reporter{w: io.err, text: set.prose()}
	if !tab.load(report) {
		return exitBad
	}
	out := bufio.NewWriter(io.out)
	eachInput(set.Args(), io.in, report, tabled(report, kind, tab.found, out))
	return report.written(out.Flush())
}

// tabled reads an input that is a table of documents of a kind, reports what is wrong
// with its rows and writes what is good.
func tabled(report *reporter, kind string, layout records.Layout, out stdio.Writer) checker {
	document, _ := profile.New(kind) // it was found before
	return func(name string, in stdio.Reader) {
		for line, err := range records.Table(in, layout, document) {
			if err == nil {
				_, err = out.Write(append(line.Data, '\n'))
			}
			report.report(name, line.Number, err)
		}
	}
}

// layout proposes a layout of a table, and says what it rests on.
func layout(args []string, io streams) int {
	set := flags("layout", io)
	var names scoring.Names
	set.Var((*list)(&names.Definitions), "definition", "a `FILE` or ID@VERSION to look for in the table, instead of what ships; may be given several times")
	set.format("json", "text")
	set.output()
	name, status, ok := set.argument(args)
	if !ok {
		return status
	}
	report := &reporter{w: io.err, text: set.prose()}
	scorers, ok := loadScorers(names, report)
	if !ok {
		return exitBad
	}
	var known []instrument.Definition
	for _, s := range scorers {
		known = append(known, s.Definition())
	}
	eachInput([]string{name}, io.in, report, func(name string, in stdio.Reader) {
		proposal, notices, err := records.Propose(in, known)
		report.report(name, 0, err)
		for _, n := range notices {
			report.tell(scoring.NoticeOf(name, 0, n))
		}
		if err == nil {
			report.written(writeIndented(proposal, io))
		}
	})
	return report.status()
}
