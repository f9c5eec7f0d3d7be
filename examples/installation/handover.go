package main

import (
	"fmt"
	"io"

	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// activities turns the activities of an action plan into those of an
// implementation plan. Their fields mean the same; the component that an item is
// about is known for some items.
func activities(p plan.Plan) []district.Activity {
	list := make([]district.Activity, len(p.Activities))
	for i, a := range p.Activities {
		item := district.ItemRef{Instrument: p.Instrument.ID, Version: p.Instrument.Version, Item: a.Items[0]}
		component, _ := district.ComponentOf(item)
		list[i] = district.Activity{
			ID: a.ID, Item: &item, Component: component, Stage: district.Installation,
			What: a.What, Who: district.Role(a.Who), Due: a.Due, Status: district.ActivityStatus(a.Status), DoneOn: a.DoneOn, Since: a.Since,
		}
	}
	return list
}

// handOver takes the activities of the action plan into the implementation plan.
func (d *documents) handOver(w io.Writer) error {
	if d.Plan == nil || d.actions == nil {
		return nil
	}
	plan, err := d.Plan.With(activities(*d.actions), d.actions.Date)
	if err != nil {
		return fmt.Errorf("dca-plan.json: %w", err)
	}
	d.Plan = &plan
	for _, a := range d.actions.Activities {
		fmt.Fprintf(w, "taken over: %s, item %s of %s, %s\n", a.ID, a.Items[0], d.actions.Instrument, a.Status)
	}
	fmt.Fprintln(w)
	return nil
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
			fmt.Fprintf(w, "  %s: entered %s, completed %s\n", s.ID, s.Entered, s.Completed)
		}
	}
	return nil
}
