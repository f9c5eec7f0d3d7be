package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// instruments lists what ships, and what of it is confirmed.
func instruments(c *invocation) func() error {
	return func() error {
		if c.form() == "json" {
			encoder := json.NewEncoder(c.out)
			for _, d := range scoring.Shipped() {
				if err := encoder.Encode(scoring.Describe(d)); err != nil {
					return err
				}
			}
			return nil
		}
		w := tabwriter.NewWriter(c.out, 0, 8, 2, ' ', 0)
		row := func(cells ...string) { fmt.Fprintln(w, strings.Join(cells, "\t")) }
		facts := func(of []instrument.SourcedFact) (confirmed, inferred string) {
			return strconv.Itoa(scoring.CountFacts(of, mtss.Confirmed)), strconv.Itoa(scoring.CountFacts(of, mtss.Inferred))
		}
		row("INSTRUMENT", "SCORES", "ITEMS", "SUBSCALES", "TOTAL", "CRITERIA", "CONFIRMED", "INFERRED", "LACKS", "TITLE")
		for _, d := range scoring.Shipped() {
			of := scoring.Describe(d)
			var lacks []string
			for _, l := range d.Lacks {
				lacks = append(lacks, string(l.Of))
			}
			title := strings.TrimSuffix(of.Title+" ("+of.Edition+")", " ()")
			confirmed, inferred := facts(d.Facts)
			row(of.Ref.String(), map[bool]string{true: "yes", false: "no"}[of.Scores], dash(strconv.Itoa(of.Items)), dash(strconv.Itoa(of.Subscales)), dash(of.Total),
				dash(strings.Join(of.Criteria, " ")), confirmed, inferred, dash(strings.Join(lacks, " ")), title)
		}
		row("\nPROFILE", "INSTRUMENT", "CRITERIA", "CONFIRMED", "INFERRED", "TITLE")
		for _, p := range catalog.Profiles() {
			confirmed, inferred := facts(p.Facts)
			row(p.ID, p.Instrument.String(), strings.Join(scoring.CriterionIDs(p.Criteria), " "), confirmed, inferred, p.Title)
		}
		return w.Flush()
	}
}

// dash stands for what is not known, or not there.
func dash(text string) string {
	if text == "0" {
		return "-"
	}
	return cmp.Or(text, "-")
}
