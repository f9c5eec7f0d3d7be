package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// printPlans prints how much of what was planned was delivered, and compares the
// level of support with the district's rules.
func (d *district) printPlans(w io.Writer) error {
	fmt.Fprintln(w, "\nservice delivery plans")
	coaches := map[string]string{} // by plan
	for _, plan := range d.in.Plans.Plans {
		coaches[plan.ID] = plan.Coach
	}
	d.printDosages(w, "month", func(dose fidelity.Dosage) string { return mtss.MonthOf(dose.From).String() })
	d.printDosages(w, "coach", func(dose fidelity.Dosage) string { return coaches[dose.Plan] })
	fmt.Fprintln(w, "  fading: fewer contacts over time")
	for _, plan := range d.in.Plans.Plans {
		if len(plan.Frequency) > 0 {
			fmt.Fprintf(w, "    %s: %s, %s\n", plan.ID, said(plan.Fades(), "planned", "not planned", "not known whether planned"), said(d.Faded(plan), "delivered so", "not delivered so", "not known whether delivered so"))
		}
	}
	if len(d.levels.Rules) == 0 {
		fmt.Fprintln(w, "  level of support: the district has no rules for it")
		return nil
	}
	levels, err := rule.CompileSet(rule.Vocabulary{}, d.levels)
	if err != nil {
		return fmt.Errorf("levels.json: %w", err)
	}
	fmt.Fprintln(w, "  level of support in May, given and by the district's rules")
	may := mtss.Date{Year: 2026, Month: 5, Day: 31}
	facts, err := d.progress.Facts(levels, d.in.People, may)
	if err != nil {
		return fmt.Errorf("progress.json: %w", err)
	}
	for _, plan := range d.in.Plans.Plans {
		if wanted, given, same := plan.Support(levels, facts[plan.Coached], may); same != mtss.Undetermined {
			fmt.Fprintf(w, "    %s: given %s, by the rules %s%s\n", plan.Coached, given, wanted, said(same, "", ", which differs", ""))
		}
	}
	return nil
}

// printDosages adds up the dosages by what by returns of each.
func (d *district) printDosages(w io.Writer, name string, by func(fidelity.Dosage) string) {
	fmt.Fprintf(w, "  contacts delivered of planned, by %s\n", name)
	sums, surplus := map[[2]string]mtss.Tally{}, map[string]int64{}
	for _, dose := range d.Dosages {
		t, more := dose.Tally()
		k := [2]string{by(dose), dose.Of}
		sums[k], _ = sums[k].Add(t)
		if dose.Of == "contacts" {
			surplus[by(dose)] += more
		}
	}
	for _, name := range slices.Sorted(maps.Keys(surplus)) {
		fmt.Fprintf(w, "    %s: %s, %d more than planned; minutes %s\n", name, show(sums[[2]string{name, "contacts"}]), surplus[name], show(sums[[2]string{name, "minutes"}]))
	}
}

// printAccess prints who was reached, with small groups withheld.
func (d *district) printAccess(w io.Writer) error {
	fmt.Fprintln(w, "\nreached of those intended")
	published, err := d.Publish(d.Access(), withheldBelow)
	if err != nil {
		return err
	}
	for _, row := range published.Rows {
		name := "all together"
		if row.By != "" {
			name = fmt.Sprintf("%s %s", row.By, mtss.Plain(row.Name))
		}
		if row.Reached == nil {
			fmt.Fprintf(w, "  %s: withheld\n", name)
			continue
		}
		fmt.Fprintf(w, "  %s: %s\n", name, show(*row.Reached))
	}
	for _, c := range published.Caveats {
		fmt.Fprintf(w, "  caveat: %s\n", c)
	}
	return nil
}

// printEffect prints how scores changed, how well coaches coach, and feedback.
func (d *district) printEffect(w io.Writer) error {
	fmt.Fprintln(w, "\nbefore and after")
	effect := d.Effect()
	for _, c := range effect.Changes {
		if c.Before != nil && c.After != nil {
			fmt.Fprintf(w, "  %s, %s, version %s: %s, then %s after %d contacts: %s\n", c.Coached, c.Instrument.ID, c.Instrument.Version, show(c.Before.Score), show(c.After.Score), c.Contacts, said(c.Higher, "higher", "not higher", "not known whether higher"))
		}
	}
	facts := d.Facts()
	for _, dimension := range []string{"adherence", "quality", "responsiveness", "dose"} {
		if points, measured := facts["coaching.fidelity."+dimension].Tally(); measured {
			fmt.Fprintf(w, "  coaching itself, %s: %s points\n", dimension, show(points))
		}
	}
	for _, about := range []string{"training", "confidence", "knowledge", "coaching"} {
		measure := "coaching.feedback." + about
		if about == "confidence" {
			measure = "coaching.confidence"
		}
		if answers, asked := facts[measure].Tally(); asked {
			fmt.Fprintf(w, "  feedback about %s: %s favorable\n", about, show(answers))
		}
	}
	for _, c := range effect.Caveats {
		fmt.Fprintf(w, "  caveat: %s\n", c)
	}
	return nil
}

// printEvidence prints what the team should know before it votes.
func (d *district) printEvidence(w io.Writer) error {
	fmt.Fprintln(w, "\nevidence for the capacity assessment")
	evidence, caveats := d.Items()
	item := ""
	for _, e := range evidence {
		if e.Item != item {
			item = e.Item
			fmt.Fprintf(w, "  item %s, %s\n", e.Item, e.About)
		}
		word := "open"
		if e.Shown {
			word = "shown"
		}
		fmt.Fprintf(w, "    %s: %s\n", word, e.Says)
	}
	for _, c := range caveats {
		fmt.Fprintf(w, "  caveat: %s\n", c)
	}
	return nil
}

// printNotices prints what the team should look at.
func (d *district) printNotices(w io.Writer) error {
	fmt.Fprintln(w, "\nto look at")
	for _, n := range d.Notices() {
		if school := n.Subject; school != "" && !strings.HasPrefix(school, "/") {
			fmt.Fprintf(w, "  %s: %s\n", school, n.Message)
			continue
		}
		fmt.Fprintf(w, "  %s\n", n.Message)
	}
	return nil
}
