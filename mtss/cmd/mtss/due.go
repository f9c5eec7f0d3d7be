package main

import (
	"cmp"
	"errors"
	"fmt"
	stdio "io"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// halfYear is how many days due looks back, and ahead where the call says nothing.
const halfYear = 180

// due lists what is due by documents: by schedules, and the results of the
// administrations that were done, and by everything else that knows of something.
func due(c *invocation) func() error {
	var l dueList
	on := c.day("on", "the day of asking, a `DATE` such as 2026-01-20")
	c.need("on")
	until := c.day("until", "the last day to look ahead to, a `DATE`; half a year after -on if not given; what was missed in the half year before is listed too")
	c.list(&l.schedules, "schedule", "a schedule, a `FILE|dca`, which ships and is the default where no folder has a schedule")
	var meetings []mtss.Date
	repeat(c, &meetings, "meeting", "the `DATE` of a meeting of the team, past or planned", mtss.ParseDate)
	var units []mtss.Unit
	repeat(c, &units, "unit", "`KIND/ID` of a unit that the schedules are for though it has no result yet", profile.ParseUnit)
	criterion := c.String("criterion", "", "the `ID` of the criterion that schedules look at; all of an instrument's if not given")
	c.StringVar(&l.policy, "policy", "", "a fidelityPolicy `FILE`, which says when observations expire; with -people and -observations")
	c.StringVar(&l.people, "people", "", "a practitioners `FILE`: who is to be observed")
	c.StringVar(&l.observations, "observations", "", "an observations `FILE`: what was observed")
	all := c.Bool("all", false, "what is done already too")
	return func() error {
		if given := []bool{l.policy != "", l.people != "", l.observations != ""}; given[0] != given[1] || given[1] != given[2] {
			return slip("-policy, -people and -observations go together")
		}
		if until.IsZero() {
			*until = on.AddDays(halfYear)
		} else if until.Before(*on) {
			return slip(fmt.Sprintf("-until %s is before -on %s", until, on))
		}
		d, err := l.documents(c, units)
		if err != nil {
			return err
		}
		found, bad := d.List(mtss.Period{From: on.AddDays(-halfYear), Until: *until}, *on, *criterion, units, meetings...)
		if !*all {
			found = slices.DeleteFunc(found, schedule.Due.Settled)
		}
		if c.form() == "csv" {
			return errors.Join(bad, sheet.Write(c.out, sheet.Due(*on, found...)))
		}
		for _, one := range found {
			line := struct {
				schedule.Due
				Days *int `json:"days,omitempty"` // left to its last day, less than 0 where it is over
			}{Due: one}
			if left, ends := one.DaysLeft(*on); ends {
				line.Days = &left
			}
			if err := c.put(line, one.Line(*on)); err != nil {
				return err
			}
		}
		return bad
	}
}

// dueList is what due goes by.
type dueList struct {
	schedules                    []string
	policy, people, observations string
}

// documents reads all that due goes by. What was observed counts where all of it could be
// read: whoever is missing would count as not observed.
func (l *dueList) documents(c *invocation, units []mtss.Unit) (d profile.Documents, err error) {
	for _, s := range scheduled(c, l.schedules) {
		d.Add(&s)
	}
	if c.bad {
		return d, errTold
	}
	if l.policy != "" {
		var policy fidelity.Policy
		var people roster.Roster
		var observed fidelity.Observations
		err := cmp.Or(load(c.reporter, l.policy, &policy, fidelity.DecodePolicy), load(c.reporter, l.people, &people, roster.Decode), load(c.reporter, l.observations, &observed, fidelity.DecodeObservations))
		if err == nil {
			d.Add(&policy, &people, &observed)
		}
	}
	var files []string
	for _, name := range c.Args() {
		if isFolder(name) {
			d.Join(gather(c, []string{name}))
		} else {
			files = append(files, name)
		}
	}
	var results scoring.StoredResults
	if others := len(units) > 0 || l.policy != ""; len(files) > 0 || c.NArg() == 0 && !others {
		c.inputs(files, func(name string, in stdio.Reader) { c.tell(results.Read(name, in)...) })
		if len(results.List) == 0 && len(files) == c.NArg() && !others {
			return d, mtss.Issuef("", records.CodeEmpty, "there is neither a result nor a -unit, so nothing says which units administrations are due from")
		}
	}
	for _, r := range results.List {
		d.Add(&r)
	}
	if dca := schedule.DCA(); len(profile.All[schedule.Schedule](d)) == 0 {
		d.Add(&dca)
	}
	return d, nil
}
