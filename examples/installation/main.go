// Command installation follows one invented district through the installation
// of its infrastructure: who owns what, whether data are used, how far the ten
// components are in place and what is declared about them, what the plan has taken
// over from the action plan of an assessment, what is on the next agenda, and
// how the rules of installation and the model of stages judge it all.
//
// Everything is computed from the documents in data. Without any one of them,
// what depends on it becomes undetermined.
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
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/rule"
)

//go:embed data
var files embed.FS

// The district, its schools, the day that is asked about, and the day of the next
// meeting.
var (
	alder       = mtss.Unit{ID: "district-alder", Kind: mtss.KindDistrict}
	schools     = []mtss.Unit{{ID: "school-1", Kind: mtss.KindSchool}, {ID: "school-2", Kind: mtss.KindSchool}, {ID: "school-3", Kind: mtss.KindSchool}}
	today       = mtss.Date{Year: 2026, Month: 5, Day: 1}
	nextMeeting = mtss.Date{Year: 2026, Month: 5, Day: 13}
)

const innovation = "seb-mtss"

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
	in, err := read(data)
	if err != nil {
		return err
	}
	in.printTakenOver(w)
	report, err := in.Report(in.hierarchy, alder, innovation, today)
	if err != nil {
		return err
	}
	facts := report.Measures
	fmt.Fprintf(w, "%s on %s\n\nmeasures\n", alder.ID, today)
	for _, m := range district.Vocabulary().Measures {
		fmt.Fprintf(w, "  %s: %s\n", m.Label(), text(m, facts[m.Name]))
	}
	fmt.Fprintln(w, "\nconcerns")
	for _, f := range report.Notices {
		fmt.Fprintf(w, "  %s\n", f.Message)
	}
	printComponents(w, report.Components)
	fmt.Fprintf(w, "\nagenda for %s\n", nextMeeting)
	for _, item := range in.Agenda("dit", report, nextMeeting) {
		fmt.Fprintf(w, "  %s: %s\n", mtss.Plain(item.Subject), item.Message)
	}
	if err := printRules(w, facts); err != nil {
		return err
	}
	return in.printStage(w, facts)
}

// text returns a value as people write it.
func text(m rule.Measure, v rule.Value) string {
	if t, ok := v.Tally(); ok {
		if t.Unknown > 0 {
			return fmt.Sprintf("%d of %d %s, %d not known", t.Earned, t.Possible, m.Unit, t.Unknown)
		}
		return fmt.Sprintf("%d of %d %s", t.Earned, t.Possible, m.Unit)
	}
	switch {
	case v.Missing():
		return "not known"
	case !v.Applies():
		return "does not apply"
	case v.Equal(rule.OfYesNo(mtss.Met)):
		return "yes"
	case v.Equal(rule.OfYesNo(mtss.NotMet)):
		return "no"
	case m.Kind == rule.KindYesNo:
		return "not known"
	}
	if s := v.Span(); !s.Low.Equal(s.High) {
		return s.Low.Number() + " to " + s.High.Number() + " " + m.Unit
	}
	return v.Span().Low.Number() + " " + m.Unit
}

// printComponents prints what is declared about each component, and what its
// measures say.
func printComponents(w io.Writer, components []district.ComponentStatus) {
	fmt.Fprintln(w, "\ncomponents of infrastructure")
	for _, s := range components {
		declared := mtss.Plain(string(s.Declared))
		if declared == "" {
			declared = "nothing"
		}
		note := ""
		if s.Contradicts() {
			note = ": they differ"
		}
		fmt.Fprintf(w, "  %s: declared %s, by its measures %s%s\n", mtss.Plain(string(s.Component)), declared, inPlace(s.Derived), note)
		for _, f := range s.Checks {
			if f.Verdict != mtss.Met {
				fmt.Fprintf(w, "    %s: %s\n", f.Why, map[mtss.Verdict]string{mtss.NotMet: "no", mtss.Undetermined: "not known"}[f.Verdict])
			}
		}
	}
}

// inPlace says whether a component is in place.
func inPlace(v mtss.Verdict) string {
	switch v {
	case mtss.Met:
		return "in place"
	case mtss.NotMet:
		return "not in place"
	}
	return "not known"
}

// printRules prints how the rules of installation judge the facts.
func printRules(w io.Writer, facts rule.Facts) error {
	book, err := rule.CompileSet(district.Vocabulary(), district.InstallationRules())
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "\nrules of installation")
	for _, d := range book.Judge(facts, today) {
		fmt.Fprintf(w, "  %s: %s (%s)\n", d.Title, mtss.Plain(d.Verdict.String()), d.Source)
		if d.Verdict == mtss.Met || d.Require == nil {
			continue
		}
		for _, sentence := range d.Require.Sentences() {
			fmt.Fprintf(w, "    %s\n", sentence)
		}
	}
	return nil
}
