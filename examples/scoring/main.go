// Command scoring scores the District Capacity Assessments of three invented
// districts over two windows, and one published row of the early-childhood
// Benchmarks of Quality, and prints what they come to and why.
package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/examples/quickstart/data"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

func main() {
	if err := run(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// run writes the report in lines that fit a terminal.
func run(w io.Writer) error {
	var text strings.Builder
	if err := report(&text); err != nil {
		return err
	}
	_, err := io.WriteString(w, mtss.Wrap(text.String(), 80))
	return err
}

func report(w io.Writer) error {
	scorers, err := loadScorers()
	if err != nil {
		return err
	}
	for record, err := range records.NDJSON(bytes.NewReader(data.Administrations)) {
		if err != nil {
			return fmt.Errorf("line %d: %w", record.Line, err)
		}
		scorer, ok := scorers[record.Administration.Instrument]
		if !ok {
			return fmt.Errorf("line %d: no definition of %s", record.Line, record.Administration.Instrument)
		}
		result, err := scorer.Score(record.Administration)
		if err != nil {
			return fmt.Errorf("line %d: %w", record.Line, err)
		}
		if _, err := fmt.Fprintf(w, "%s\n%s%s\n\n", strings.Join(result.Lines(), "\n"), restsOn(scorer.Definition()), window(result)); err != nil {
			return err
		}
	}
	return nil
}

// loadScorers makes the definitions ready that the records are of.
func loadScorers() (map[instrument.Ref]*instrument.Scorer, error) {
	c, err := instrument.DecodeCompletion(data.Completion)
	if err != nil {
		return nil, err
	}
	district, err := dca.Complete(c)
	if err != nil {
		return nil, err
	}
	ref := instrument.Ref{ID: "ecboq", Version: "2.0"}
	program, ok := catalog.Lookup(ref)
	if !ok {
		return nil, fmt.Errorf("%s does not ship", ref)
	}
	scorers := map[instrument.Ref]*instrument.Scorer{}
	for _, definition := range []instrument.Definition{district, program} {
		if scorers[definition.Ref()], err = instrument.Compile(definition); err != nil {
			return nil, err
		}
	}
	return scorers, nil
}

// restsOn names the documents that the definition's facts are stated in.
func restsOn(d instrument.Definition) string {
	var titles []string
	for _, fact := range d.Facts {
		title := strings.TrimSpace(fact.Source.Title + " " + fact.Source.URL)
		if !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	return "  rests on: " + strings.Join(titles, "; ")
}

// window names the administration window that a DCA falls into.
func window(r instrument.Result) string {
	if r.Instrument.ID != "dca" {
		return ""
	}
	for _, w := range mtss.DCAWindows() {
		if from, to, ok := w.Around(r.Date); ok {
			return fmt.Sprintf("\n  window: %s, %s to %s", w.ID, from, to)
		}
	}
	return "\n  window: none, outside August to September and January to February"
}
