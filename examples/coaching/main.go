// Command coaching follows an invented district with four coaches and nine schools
// through a school year of coaching. It prints what the coaching system still
// lacks, who needs coaching by the district's own conditions, how much of the
// service delivery plans was delivered, who was reached, how scores changed, and
// what there is to show on the three items of the District Capacity Assessment
// about coaching.
//
// Everything is computed from the documents in data. If one of them is left out,
// what depends on it is not known.
package main

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

//go:embed data
var files embed.FS

// today is the day of asking. Groups of fewer people than withheldBelow are withheld.
var today = mtss.Date{Year: 2026, Month: 6, Day: 12}

const withheldBelow = 4

func main() {
	data, err := fs.Sub(files, "data")
	if err == nil {
		err = run(os.Stdout, data)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// run writes the report in lines that fit a terminal.
func run(w io.Writer, data fs.FS) error {
	var text strings.Builder
	if err := report(&text, data); err != nil {
		return err
	}
	_, err := io.WriteString(w, mtss.Wrap(text.String(), 80))
	return err
}

func report(w io.Writer, data fs.FS) error {
	d, err := read(data)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "coaching in %s on %s\n", d.Unit.ID, today)
	for _, part := range []func(io.Writer) error{d.printSystem, d.printCoaches, d.printNeeds, d.printPlans, d.printAccess, d.printEffect, d.printEvidence, d.printNotices} {
		if err := part(w); err != nil {
			return err
		}
	}
	return nil
}

// printSystem prints the state of each component and the next steps.
func (d *district) printSystem(w io.Writer) error {
	fmt.Fprintln(w, "\nsystem")
	for _, id := range coaching.ComponentIDs() {
		c, _ := d.in.System.Component(id)
		state, known := c.State(today)
		if !known {
			state = "not known"
		}
		fmt.Fprintf(w, "  %s: %s\n", mtss.Plain(string(id)), mtss.Plain(string(state)))
	}
	fmt.Fprintf(w, "  final: %s; in use: %s\n", show(d.in.System.Final(today)), show(d.in.System.Used(today)))
	book, err := rule.CompileSet(coaching.Vocabulary(), coaching.NextSteps())
	if err != nil {
		return err
	}
	for _, decision := range book.Judge(d.Facts(), today) {
		if decision.Matches() == mtss.Met {
			fmt.Fprintf(w, "  next: %s\n    (%s)\n", decision.Then, decision.Source)
		}
	}
	return nil
}

// printCoaches prints how much time each coach has, and compares it with the
// published norms.
func (d *district) printCoaches(w io.Writer) error {
	fmt.Fprintln(w, "\ncoaches")
	book, err := rule.CompileSet(coaching.Vocabulary(), coaching.LoadNorms())
	if err != nil {
		return err
	}
	caveats := map[string]bool{}
	for _, coach := range d.in.People.Coaches {
		if !coach.On(today) {
			continue
		}
		facts := coach.Facts(d.in.System)
		fmt.Fprintf(w, "  %s: %d schools", coach.ID, coach.Schools())
		if schools, stated := facts["coaching.schoolsPerFTE"]; stated {
			fmt.Fprintf(w, ", %s for one full-time coach, %s h a month for each", schools.Span().Low.Decimal(1), facts["coaching.hoursPerSchool"].Span().Low.Decimal(1))
		}
		fmt.Fprintln(w)
		for _, decision := range book.Judge(facts, today) {
			fmt.Fprintf(w, "    %s: %s, %s\n", decision.Rule, said(decision.Verdict, "met", "not met", "undetermined"),
				said(mtss.Verdict(decision.Applies), "and it applies", "but it does not apply", "but whether it applies is not known"))
			for _, c := range decision.Caveats {
				if !caveats[c.Message] {
					caveats[c.Message] = true
					fmt.Fprintf(w, "      caveat: %s\n", c.Message)
				}
			}
		}
	}
	return nil
}

// said is the word for a verdict.
func said(v mtss.Verdict, met, notMet, undetermined string) string {
	switch v {
	case mtss.Met:
		return met
	case mtss.NotMet:
		return notMet
	}
	return undetermined
}

// printNeeds prints who needs support and how many contacts answered the need.
func (d *district) printNeeds(w io.Writer) error {
	fmt.Fprintln(w, "\nneeds")
	unknown := 0
	for _, n := range d.Needs() {
		if n.Verdict != mtss.Met {
			unknown++
			continue
		}
		fmt.Fprintf(w, "  %s: %s by %s, contacts: %d\n", n.Coached, n.Support, n.Decision.Rule, n.Contacts)
		for _, sentence := range n.Decision.When.Sentences() {
			fmt.Fprintf(w, "    %s\n", sentence)
		}
	}
	fmt.Fprintf(w, "  of %d more, it is not known whether they call for it\n", unknown)
	return nil
}

// show prints a tally with what is unknown.
func show(t mtss.Tally) string {
	if t.Unknown > 0 {
		return fmt.Sprintf("%d to %d of %d", t.Earned, t.Earned+t.Unknown, t.Possible)
	}
	return fmt.Sprintf("%d of %d", t.Earned, t.Possible)
}
