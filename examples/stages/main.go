// Command stages follows one invented district over three years, from exploring
// an innovation to full implementation and back after turnover.
//
// Practitioner fidelity is counted from the observations of those who are intended
// to use the innovation. What has no primary document yet is in evidence files that
// name where it comes from. Leave out any one file, and what depends on it becomes
// undetermined.
package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/stages"
)

//go:embed data
var files embed.FS

// district and innovation are what everything here is about.
var district = mtss.Unit{ID: "district-maple", Kind: mtss.KindDistrict}

const innovation = "classroom-management"

func main() {
	data, err := fs.Sub(files, "data")
	if err == nil {
		err = run(os.Stdout, data)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// gather takes in the evidence that the documents of a folder have for a model.
func gather(data fs.FS, assessor *stages.Assessor) (*evidence.Gathered, error) {
	documents, unread := profile.Read(data)
	units, unplaced := documents.Hierarchy()
	set, bad := assessor.Gather(units, mtss.Period{}, evidence.HostPolicy{}, documents.Suppliers()...)
	return set, errors.Join(unread, unplaced, bad)
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

// run prints the way through the stages, and the assessment on four days.
func report(w io.Writer, data fs.FS) error {
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		return err
	}
	set, err := gather(data, assessor)
	if err != nil {
		return err
	}
	for _, day := range []mtss.Date{{Year: 2024, Month: 3, Day: 1}, {Year: 2025, Month: 3, Day: 1}, {Year: 2026, Month: 1, Day: 15}, {Year: 2026, Month: 11, Day: 1}} {
		a, err := assessor.On(set, district, innovation, day)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\n\n", strings.Join(a.Lines(), "\n"))
	}
	return printHistory(w, assessor, set)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func printHistory(w io.Writer, assessor *stages.Assessor, set *evidence.Gathered) error {
	h, err := assessor.Follow(set, district, innovation, mtss.Period{From: mtss.Date{Year: 2023, Month: 9, Day: 1}, Until: mtss.Date{Year: 2026, Month: 11, Day: 1}})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "history of %s, %s\n", h.Unit.ID, h.Innovation)
	for _, e := range h.Events {
		fmt.Fprintf(w, "  %s %s %s\n", e.On, mtss.Plain(string(e.Stage)), e.Change)
	}
	for _, s := range h.Stays {
		fmt.Fprintf(w, "  %s: %d days, entered %s\n", mtss.Plain(string(s.Stage)), s.Days, times(s.Times))
	}
	for _, note := range assessor.Model().Context {
		fmt.Fprintf(w, "context: %s (%s)\n", note.Says, note.Source)
	}
	return nil
}
