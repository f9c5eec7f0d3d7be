package main

import (
	"encoding/csv"
	"fmt"
	stdio "io"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// rollUp adds up administrations over the units that they are of.
func rollUp(c *invocation) func() error {
	var s scored
	s.flags(c)
	units := c.String("units", "", "a units `FILE`, which says to which unit each unit belongs")
	var policy rollup.WithholdingPolicy
	by := c.String("by", "", "what has rows of its own, a `LIST` such as district,state,schoolYear: kinds of units, schoolYear or window, or else what was assessed last, and a characteristic of the units")
	c.need("by")
	c.Func("suppress", "withhold groups below a number of units, or by a published policy: `N|POLICY`, one of "+strings.Join(rollup.PolicyIDs(), ", "), func(text string) (err error) {
		policy, err = rollup.ParsePolicy(text)
		return err
	})
	on := c.day("on", "the `DATE` of asking: later administrations do not count and, without schoolYear and window, expired ones are unknown")
	var schedules []string
	c.list(&schedules, "schedule", "a schedule, a `FILE|dca`, which ships, whose windows the rows by window are of")
	return func() error {
		var places mtss.Hierarchy
		if *units != "" && load(c.reporter, *units, &places, records.DecodeUnits) != nil {
			return errTold
		}
		breakdown, err := rollup.ParseBreakdown(*by, places)
		switch {
		case err != nil:
			return slip("-by: " + err.Error())
		case len(schedules) > 0 && breakdown.Period != rollup.EachWindow:
			return slip("-schedule has windows, while -by has no rows by window")
		}
		breakdown.On, breakdown.Policy, breakdown.Calendar.Windows = *on, policy, schedule.Windows(scheduled(c, schedules))
		if c.bad {
			return errTold
		}
		if err := breakdown.Validate(); err != nil {
			return slip(fmt.Sprintf("-by: %s", mtss.Issues(err)[0].Message))
		}
		read, err := s.open(c)
		if err != nil {
			return err
		}
		table, account, err := s.rollUp(c, read, places, breakdown)
		if account.Counted != account.Records {
			c.tell(scoring.NoticeOf("-", 0, account.Notice()))
		}
		switch {
		case err != nil:
			return err
		case c.form() == "csv":
			return csv.NewWriter(c.out).WriteAll(table.Sheet())
		}
		return c.put(table, table.Lines()...)
	}
}

// scheduled reads the schedules.
func scheduled(c *invocation, names []string) (all []schedule.Schedule) {
	for _, name := range names {
		s := schedule.DCA()
		if name == s.ID || load(c.reporter, name, &s, schedule.Decode) == nil {
			all = append(all, s)
		}
	}
	return all
}

// rollUp rolls up the inputs: files of one administration a line in parts, and others one
// after the other.
func (s *scored) rollUp(c *invocation, read reading, units mtss.Hierarchy, breakdown rollup.Breakdown) (rollup.Table, rollup.Account, error) {
	state, tell := rollup.State{}, func(problems ...mtss.Problem) { c.tell(problems...) }
	if files := s.tab.lineFiles(c, c.Args()); files != nil {
		table, account, err := s.run.RollUp(files, units, breakdown, tell, c.progress.step)
		if all := mtss.Issues(err); len(all) == 0 || all[0].Code != rollup.CodeSources {
			return table, account, err
		}
	}
	s.run.Corrections = new(scoring.Corrections)
	c.inputs(c.Args(), func(name string, in stdio.Reader) { s.run.AddTo(&state, name, read(in), tell) })
	table, account, problems := s.run.Table(&state, units, breakdown)
	c.tell(problems...)
	return table, account, nil
}

// lineFiles opens the inputs, if all may have one administration a line, until the command ends.
func (t *tabular) lineFiles(c *invocation, names []string) (files []rollup.InputFile) {
	for _, name := range names {
		file, err := os.Open(name)
		source, ok := scoring.OneALine(name, file, t.found)
		if err != nil || !ok {
			return nil
		}
		files = append(files, source)
	}
	c.progress.expect(names)
	return files
}
