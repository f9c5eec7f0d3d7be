package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/readiness"
)

func (d *documents) printInitiatives(w io.Writer) {
	fmt.Fprintln(w, "\ninitiatives")
	if d.inventory == nil {
		fmt.Fprintln(w, "  not known: there is no inventory")
		return
	}
	for _, p := range d.inventory.AllPairs(today) {
		fmt.Fprintf(w, "  %s and %s: strengthen each other: %s, conflict: %s, share %s\n", p.A, p.B, p.Enhances, p.Conflicts, cmp.Or(strings.Join(d.inventory.Shared(p.A, p.B), ", "), "nothing"))
	}
	printCaveats(w, d.inventory.Check(today))
}

func (d *documents) printHexagons(w io.Writer) {
	fmt.Fprintln(w, "\nhexagon")
	for _, h := range []*readiness.Hexagon{d.early, d.late} {
		if h == nil {
			fmt.Fprintln(w, "  not known in one of the forms")
			continue
		}
		facts := h.Facts()
		rated, _ := facts["hexagon.rated"].Tally()
		fmt.Fprintf(w, "  %s: %d of %d rated", h.Form, rated.Earned, rated.Possible)
		if total, ok := facts["hexagon.total"].Tally(); ok {
			fmt.Fprintf(w, ", %d to %d points of %d", total.Earned, total.Earned+total.Unknown, total.Possible)
		}
		if h.Recommendation != "" {
			fmt.Fprintf(w, ", the team recommends %s", h.Recommendation)
		}
		fmt.Fprintln(w)
		printCaveats(w, h.Check())
	}
}

func (d *documents) printScaleUp(w io.Writer) {
	fmt.Fprintln(w, "\nscaling up")
	if d.scaleUp == nil {
		fmt.Fprintln(w, "  not known: there is no plan")
		return
	}
	for _, c := range d.scaleUp.Cohorts {
		begun := c.Begun(today)
		fmt.Fprintf(w, "  cohort %s, planned for %s: %d of %d started, days late: %d, trainer and coach learned it: %s\n", c.ID, c.Planned, begun.Earned, begun.Possible, c.DaysLate(today), yesNo(d.scaleUp.Replicates(c, today)))
	}
	printCaveats(w, d.scaleUp.Check(today))
}

func (d *documents) printSeries(w io.Writer) {
	fmt.Fprintln(w, "\ncommitments of the series")
	if d.dit == nil {
		fmt.Fprintln(w, "  not known: there is no record of the series")
		return
	}
	for _, c := range d.dit.Commitments(today, mtss.Calendar{}) {
		fmt.Fprintf(w, "  %s\n", c.Sentence())
		for _, r := range c.Readings {
			fmt.Fprintf(w, "    by the reading %s, %d minutes: %s\n", mtss.Plain(r.ID), r.Count.Possible, mtss.Plain(r.Verdict.String()))
		}
	}
	printCaveats(w, d.dit.Check(today, mtss.Calendar{}))
}

func (d *documents) printLearning(w io.Writer) {
	fmt.Fprintln(w, "\nprofessional learning of staff")
	if d.learning == nil {
		fmt.Fprintln(w, "  not known: there is no series")
		return
	}
	facts := d.learning.Facts(today)
	tally := func(measure string) mtss.Tally { t, _ := facts[measure].Tally(); return t }
	held, years := tally("learning.sessions"), tally("learning.years")
	fmt.Fprintf(w, "  %d of %d sessions held, %s hours, in %d of %d years\n", held.Earned, held.Possible, facts["learning.hours"].Span().Low.Number(), years.Earned, years.Possible)
	for _, a := range d.learning.Attendance(today) {
		fmt.Fprintf(w, "  %s: %d of %d attended, %d not recorded\n", a.Role, a.People.Earned, a.People.Possible, a.People.Unknown)
	}
	for _, phase := range []string{"initial", "sustain"} {
		met := tally("learning.needs." + phase)
		fmt.Fprintf(w, "  needs, %s: %d of %d met\n", phase, met.Earned, met.Possible)
	}
	printCaveats(w, d.learning.Check(today))
}

func yesNo(v mtss.Verdict) string {
	switch v {
	case mtss.Met:
		return "yes"
	case mtss.NotMet:
		return "no"
	}
	return "not known"
}
