package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// shippedInstrument is one row of what ships.
type shippedInstrument struct {
	instrument.Ref
	Edition   string                   `json:"edition,omitzero"`
	Title     string                   `json:"title"`
	Scores    bool                     `json:"scores"`
	Items     int                      `json:"items"`
	Subscales int                      `json:"subscales"`
	Total     string                   `json:"total"`
	Criteria  []string                 `json:"criteria"`
	Profiles  []instrument.Profile     `json:"profiles"`
	Lacks     []instrument.Lack        `json:"lacks"`
	Facts     []instrument.SourcedFact `json:"facts"`
	License   string                   `json:"license"`
	Digest    string                   `json:"digest"`
}

// instruments lists what ships, and what of it is confirmed.
func instruments(args []string, io streams) int {
	set := flags("instruments", io)
	set.format("text", "json")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	if set.NArg() > 0 {
		return set.slip("takes no arguments")
	}
	if set.form() == "json" {
		return instrumentsJSON(io)
	}
	w := tabwriter.NewWriter(io.out, 0, 8, 2, ' ', 0)
	instrumentsTable(w)
	fmt.Fprintln(w)
	profilesTable(w)
	return (&reporter{w: io.err}).written(w.Flush())
}

func instrumentsTable(w io.Writer) {
	fmt.Fprintln(w, "INSTRUMENT\tSCORES\tITEMS\tSUBSCALES\tTOTAL\tCRITERIA\tCONFIRMED\tINFERRED\tLACKS\tTITLE")
	for _, d := range scoring.Shipped() {
		row := describe(d)
		title := row.Title
		if row.Edition != "" {
			title += " (" + row.Edition + ")"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%d\t%d\t%s\t%s\n", row.Ref, yesNo(row.Scores), number(row.Items), number(row.Subscales), dash(row.Total),
			dash(strings.Join(row.Criteria, " ")), countFacts(d.Facts, mtss.Confirmed), countFacts(d.Facts, mtss.Inferred), dash(lackNames(d)), title)
	}
}

func profilesTable(w io.Writer) {
	fmt.Fprintln(w, "PROFILE\tINSTRUMENT\tCRITERIA\tCONFIRMED\tINFERRED\tTITLE")
	for _, p := range catalog.Profiles() {
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%d\t%s\n", p.ID, p.Instrument, strings.Join(criteriaNames(p.Criteria), " "), countFacts(p.Facts, mtss.Confirmed), countFacts(p.Facts, mtss.Inferred), p.Title)
	}
}

func instrumentsJSON(io streams) int {
	encoder := json.NewEncoder(io.out)
	for _, d := range scoring.Shipped() {
		if err := encoder.Encode(describe(d)); err != nil {
			return (&reporter{w: io.err}).written(err)
		}
	}
	return exitGood
}

func describe(d instrument.Definition) shippedInstrument {
	row := shippedInstrument{
		Ref: d.Ref(), Edition: d.Edition, Title: d.Title, Scores: d.Scorable() == nil, Items: len(d.Items), Subscales: len(d.Subscales), Total: string(d.Total),
		Criteria: criteriaNames(d.Criteria), Profiles: []instrument.Profile{}, Lacks: append([]instrument.Lack{}, d.Lacks...), Facts: append([]instrument.SourcedFact{}, d.Facts...),
		License: d.License, Digest: d.Digest(),
	}
	for _, p := range catalog.Profiles() {
		if p.Instrument == d.Ref() {
			row.Profiles = append(row.Profiles, p)
		}
	}
	return row
}

func criteriaNames(criteria []instrument.Criterion) []string {
	names := make([]string, 0, len(criteria))
	for _, c := range criteria {
		names = append(names, c.ID)
	}
	return names
}

func countFacts(facts []instrument.SourcedFact, provenance mtss.Provenance) int {
	n := 0
	for _, f := range facts {
		if f.Provenance == provenance {
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

// number is a dash for what is not known, or not there.
func number(n int) string {
	if n == 0 {
		return "-"
	}
	return strconv.Itoa(n)
}

func yesNo(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

func dash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}
