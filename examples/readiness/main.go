// Command readiness follows one invented ISD and the district that it begins
// with: what was asked about need, fit and capacity, which technical assistance
// follows from the answers, what the initiatives beside it do to it, and what
// became of the commitments of the series that they take up together.
//
// Everything is computed from the documents in data. Leave out any one of them,
// and what depends on it becomes undetermined.
package main

import (
	"cmp"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"log"
	"maps"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

//go:embed data
var files embed.FS

// today is the day of asking.
var today = mtss.Date{Year: 2026, Month: 2, Day: 16}

// enough is the share of prompts that must speak for need, fit and capacity, as the
// ISD decided.
const enough = "40%"

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
	if err := d.printISD(w); err != nil {
		return err
	}
	if err := d.printDistrict(w); err != nil {
		return err
	}
	d.printInitiatives(w)
	d.printHexagons(w)
	d.printScaleUp(w)
	d.printSeries(w)
	d.printLearning(w)
	return nil
}

// printISD prints what the ISD asked, and the technical assistance to take.
func (d *documents) printISD(w io.Writer) error {
	fmt.Fprintf(w, "the ISD on %s\n", today)
	facts := rule.Facts{}
	if d.plan != nil {
		maps.Copy(facts, plan.Plans{*d.plan}.Facts(d.plan.Unit, "", today))
	}
	if d.scaleUp != nil {
		maps.Copy(facts, d.scaleUp.Facts(today))
	}
	if d.isd != nil {
		printRecord(w, *d.isd)
		printRequests(w, *d.isd)
		maps.Copy(facts, d.isd.Facts(today))
	}
	decisions, err := readiness.Choose(facts, today, enough)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "\ntechnical assistance")
	printDecisions(w, decisions)
	if d.plan != nil {
		fmt.Fprintln(w, "\nthe plan of the ISD")
		printCaveats(w, plan.Plans{*d.plan}.Check(d.plan.Unit, today))
	}
	return nil
}

// printDistrict prints what the district asked, what the rules of exploration
// make of it, and the stage.
func (d *documents) printDistrict(w io.Writer) error {
	fmt.Fprintln(w, "\nthe district")
	facts := rule.Facts{}
	if d.inventory != nil {
		maps.Copy(facts, d.inventory.Facts(today))
	}
	if d.district != nil {
		printRecord(w, *d.district)
		maps.Copy(facts, d.district.Facts(today))
	}
	book, err := rule.CompileSet(readiness.Vocabulary(), readiness.Exploration())
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "\nexploration")
	printDecisions(w, book.Judge(facts, today))
	return printStage(w, facts)
}

// printStage reads the same measures by the model of the stages.
func printStage(w io.Writer, facts rule.Facts) error {
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		return err
	}
	unit := mtss.Unit{ID: "district-willow", Kind: mtss.KindDistrict}
	stated := evidence.Statements{Records: []evidence.Statement{{Unit: unit, Innovation: "seb-mtss", Date: today, Measured: evidence.Select(facts)}}}
	assessments, err := assessor.Assess(stated, today)
	if err != nil {
		return err
	}
	for _, a := range assessments {
		fmt.Fprintf(w, "  stage: %s is certain, %s not excluded\n", cmp.Or(mtss.Plain(string(a.Primary)), "none"), mtss.Plain(string(a.Possible)))
	}
	return nil
}

func printRecord(w io.Writer, r readiness.Readiness) {
	facts := r.Facts(today)
	for _, part := range []readiness.Part{readiness.Need, readiness.Fit, readiness.Capacity} {
		t, _ := facts["readiness."+string(part)].Tally()
		fmt.Fprintf(w, "  %s: %d of %d speak for it, %d open\n", part, t.Earned, t.Possible, t.Unknown)
	}
	for _, p := range r.Prompts(today) {
		if p.Gap != "" && p.Part != readiness.Steps {
			fmt.Fprintf(w, "    %s: %s\n", p.Asks, p.Gap)
		}
	}
	printCaveats(w, r.Check(today))
}

// printRequests prints what districts ask for, by area and kind of support.
func printRequests(w io.Writer, r readiness.Readiness) {
	for _, area := range []readiness.SupportArea{readiness.SEB, readiness.Reading, readiness.Infrastructure, readiness.Pyramid} {
		for _, support := range []mtss.Support{mtss.SupportTraining, mtss.SupportCoaching, mtss.SupportDataCoordination, mtss.SupportISDTeam} {
			if districts, hours, unsaid := r.Requested(area, support, today); districts > 0 {
				fmt.Fprintf(w, "  asked for: %s in %s by %d, %d hours, %d do not say how much\n", mtss.Plain(string(support)), area, districts, hours, unsaid)
			}
		}
	}
}

func printDecisions(w io.Writer, decisions []rule.Decision) {
	for _, d := range decisions {
		fmt.Fprintf(w, "  %s: %s (%s)\n", d.Title, mtss.Plain(d.Verdict.String()), d.Source.Locator)
		if d.Require != nil && d.Verdict != mtss.Met {
			printWhy(w, *d.Require)
		}
	}
}

// printWhy prints the comparisons that a verdict lacks.
func printWhy(w io.Writer, f rule.Finding) {
	if f.Measure != "" && f.Verdict != mtss.Met {
		fmt.Fprintf(w, "    %s\n", f.Sentences()[0])
	}
	for _, child := range f.Children {
		printWhy(w, child)
	}
}

func printCaveats(w io.Writer, caveats []mtss.Notice) {
	for _, c := range caveats {
		fmt.Fprintf(w, "  caveat: %s\n", c)
	}
}
