package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// printTakenOver prints the activities that follow from an assessment: they count
// beside those of the implementation plan.
func (d *documents) printTakenOver(w io.Writer) {
	for _, p := range d.Plans {
		if p.Administration == "" {
			continue
		}
		for _, a := range p.Activities {
			fmt.Fprintf(w, "taken over: %s, item %s of %s, %s\n", a.ID, strings.Join(a.Items, ", "), p.Instrument, mtss.Plain(string(a.Status)))
		}
		fmt.Fprintln(w)
	}
}

// printStage prints the stages of implementation, judged by the measures of the
// documents and the evidence on record.
func (d *documents) printStage(w io.Writer, facts rule.Facts) error {
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		return err
	}
	all := d.evidence
	all.Records = append(all.Records, evidence.Statement{Unit: alder, Innovation: innovation, Date: today, From: "the documents of this example", Measured: evidence.Select(facts)})
	assessments, err := assessor.Assess(all, today)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "\nstages")
	for _, a := range assessments {
		for _, s := range a.Stages {
			fmt.Fprintf(w, "  %s: entered %s, completed %s\n", mtss.Plain(string(s.ID)), mtss.Plain(s.Entered.String()), mtss.Plain(s.Completed.String()))
		}
	}
	return nil
}
