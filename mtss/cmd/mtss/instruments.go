package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

// shippedInstrument is one row of what ships.
type shippedInstrument struct {
	instrument.Ref
	Title     string            `json:"title"`
	Items     int               `json:"items"`
	Subscales int               `json:"subscales"`
	Total     string            `json:"total"`
	Criteria  []string          `json:"criteria"`
	Lacks     []instrument.Lack `json:"lacks"`
	Facts     []instrument.Fact `json:"facts"`
	Licence   string            `json:"licence"`
	Digest    string            `json:"digest"`
}

// instruments lists what ships, and what of it is confirmed.
func instruments(args []string, io streams) int {
	set := flags("instruments", io.err)
	asJSON := set.Bool("json", false, "one JSON object a line instead of a table")
	if status, ok := parse(set, args); !ok {
		return status
	}
	if set.NArg() > 0 {
		fmt.Fprintln(io.err, "mtss instruments: takes no arguments")
		return exitUsage
	}
	if *asJSON {
		return instrumentsJSON(io)
	}
	w := tabwriter.NewWriter(io.out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "INSTRUMENT\tITEMS\tSUBSCALES\tTOTAL\tCRITERIA\tCONFIRMED\tINFERRED\tLACKS\tTITLE")
	for _, d := range shipped() {
		row := describe(d)
		fmt.Fprintf(w, "%s\t%d\t%d\t%s\t%s\t%d\t%d\t%s\t%s\n", row.Ref, row.Items, row.Subscales, dash(row.Total), dash(strings.Join(row.Criteria, " ")),
			countFacts(d, "confirmed"), countFacts(d, "inferred"), dash(lackNames(d)), row.Title)
	}
	return written(io, w.Flush())
}

// written reports an output that failed.
func written(io streams, err error) int {
	report := &reporter{w: io.err}
	report.report("-", 0, err)
	return report.status()
}

func instrumentsJSON(io streams) int {
	encoder := json.NewEncoder(io.out)
	for _, d := range shipped() {
		if err := encoder.Encode(describe(d)); err != nil {
			return written(io, err)
		}
	}
	return exitGood
}

func describe(d instrument.Definition) shippedInstrument {
	row := shippedInstrument{
		Ref: d.Ref(), Title: d.Title, Items: len(d.Items), Subscales: len(d.Subscales), Total: string(d.Total),
		Criteria: []string{}, Lacks: append([]instrument.Lack{}, d.Lacks...), Facts: append([]instrument.Fact{}, d.Facts...), Licence: d.Licence, Digest: d.Digest(),
	}
	for _, c := range d.Criteria {
		row.Criteria = append(row.Criteria, c.ID)
	}
	return row
}

func countFacts(d instrument.Definition, provenance string) int {
	n := 0
	for _, f := range d.Facts {
		if string(f.Provenance) == provenance {
			n++
		}
	}
	return n
}

func lackNames(d instrument.Definition) string {
	var names []string
	for _, l := range d.Lacks {
		names = append(names, string(l.Of))
	}
	return strings.Join(names, " ")
}

func dash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}
