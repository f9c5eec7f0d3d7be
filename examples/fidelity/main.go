// Command fidelity follows one invented district with twelve schools from
// walk-throughs of classrooms to what the rule for full implementation needs:
// the share of intended practitioners at fidelity, and whether outcomes
// improved. It also shows why some are unknown, which assessments and
// walk-throughs are due, who is trained to give them, and how far two observers
// agree.
//
// Everything is computed from the documents in data. Leave out any one of them,
// and what depends on it becomes undetermined.
package main

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
)

//go:embed data
var files embed.FS

// The district, its innovation, and the day of asking.
var (
	willow     = mtss.Unit{ID: "district-willow", Kind: mtss.KindDistrict}
	innovation = "classroom-management"
	today      = mtss.Date{Year: 2026, Month: 5, Day: 15}
)

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
	fmt.Fprintf(w, "%s in %s on %s\n", innovation, willow.ID, today)
	report, err := d.count()
	if err != nil {
		return err
	}
	printShares(w, report)
	improvements, err := fidelity.Improved(d.outcomes, fidelity.ImprovedSinceBaseline(), d.above, today)
	if err != nil {
		return err
	}
	printOutcomes(w, improvements)
	if err := printStages(w, report, improvements); err != nil {
		return err
	}
	if err := d.printDue(w); err != nil {
		return err
	}
	if err := d.printCoordinators(w); err != nil {
		return err
	}
	return d.printAgreement(w)
}

// printShares prints the share of every school and of the district, each with
// its denominator.
func printShares(w io.Writer, report *fidelity.ShareReport) {
	fmt.Fprintln(w, "\nfidelity")
	if report == nil {
		fmt.Fprintln(w, "  not known: that takes a roster and a policy")
		return
	}
	fmt.Fprintf(w, "  policy: %s\n", report.Policy)
	for _, s := range report.Shares {
		if s.Unit.Kind != mtss.KindClassroom {
			fmt.Fprintf(w, "  %s %s: %s\n", s.Unit.Kind, s.Unit.ID, s.Sentence(mtss.Intended))
		}
	}
	if s, ok := report.Share(willow.ID, innovation); ok {
		for _, d := range []mtss.Population{mtss.Employed, mtss.Observed} {
			fmt.Fprintf(w, "  of those %s: %s\n", d, s.Sentence(d))
		}
		for _, d := range s.Dimensions {
			fmt.Fprintf(w, "  %s: %s%% of the points\n", d.Dimension, d.Score.Span().Low.Percent(1))
		}
	}
	for _, c := range report.Caveats {
		fmt.Fprintf(w, "  caveat: %s\n", c)
	}
}

func printOutcomes(w io.Writer, improvements []fidelity.Improvement) {
	fmt.Fprintln(w, "\noutcomes")
	if len(improvements) == 0 {
		fmt.Fprintln(w, "  not known: there is no outcome")
	}
	for _, m := range improvements {
		fmt.Fprintf(w, "  %s %s: %s\n", m.Unit.Kind, m.Unit.ID, improved(m.Verdict))
		for i, o := range m.Outcomes {
			latest, least := "no value since", o.Baseline.Value.Span()
			if value, ok := o.Latest(m.On); ok {
				latest = fmt.Sprintf("%s on %s", share(value.Value, least.Low, least.High, o.Target), value.On)
			}
			fmt.Fprintf(w, "    %s, %s is better: %s on %s, %s: %s\n", o.Measure, o.Better, share(o.Baseline.Value), o.Baseline.On, latest, improved(m.Findings[i].Verdict))
		}
	}
}

// improved says a verdict on outcomes.
func improved(v mtss.Verdict) string {
	switch v {
	case mtss.Met:
		return "improved"
	case mtss.NotMet:
		return "not improved"
	}
	return "not known whether improved"
}

// share prints a tally as a percentage, from its worst to its best case, on its own
// side of what it is compared with.
func share(t mtss.Tally, cuts ...mtss.Ratio) string {
	s := t.Span()
	if _, known := s.Known(); known {
		return s.Low.PercentAgainst(cuts...) + "%"
	}
	return s.Low.PercentAgainst(cuts...) + "% to " + s.High.PercentAgainst(cuts...) + "%"
}
