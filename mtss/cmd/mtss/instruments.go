package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

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
	report := &reporter{w: io.err}
	if set.form() == "json" {
		encoder := json.NewEncoder(io.out)
		for _, d := range scoring.Shipped() {
			if err := encoder.Encode(scoring.Describe(d)); err != nil {
				return report.written(err)
			}
		}
		return exitGood
	}
	w := tabwriter.NewWriter(io.out, 0, 8, 2, ' ', 0)
	instrumentsTable(w)
	fmt.Fprintln(w, "\nPROFILE\tINSTRUMENT\tCRITERIA\tCONFIRMED\tINFERRED\tTITLE")
	for _, p := range catalog.Profiles() {
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%d\t%s\n", p.ID, p.Instrument, strings.Join(scoring.CriterionIDs(p.Criteria), " "),
			scoring.CountFacts(p.Facts, mtss.Confirmed), scoring.CountFacts(p.Facts, mtss.Inferred), p.Title)
	}
	return report.written(w.Flush())
}

// instrumentsTable has a dash for what is not known, or not there.
func instrumentsTable(w io.Writer) {
	number := func(n int) string {
		if n == 0 {
			return "-"
		}
		return strconv.Itoa(n)
	}
	fmt.Fprintln(w, "INSTRUMENT\tSCORES\tITEMS\tSUBSCALES\tTOTAL\tCRITERIA\tCONFIRMED\tINFERRED\tLACKS\tTITLE")
	for _, d := range scoring.Shipped() {
		row := scoring.Describe(d)
		title := row.Title
		if row.Edition != "" {
			title += " (" + row.Edition + ")"
		}
		scores := "no"
		if row.Scores {
			scores = "yes"
		}
		var lacks []string
		for _, l := range d.Lacks {
			lacks = append(lacks, string(l.Of))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%d\t%d\t%s\t%s\n", row.Ref, scores, number(row.Items), number(row.Subscales), cmp.Or(row.Total, "-"),
			cmp.Or(strings.Join(row.Criteria, " "), "-"), scoring.CountFacts(d.Facts, mtss.Confirmed), scoring.CountFacts(d.Facts, mtss.Inferred), cmp.Or(strings.Join(lacks, " "), "-"), title)
	}
}
