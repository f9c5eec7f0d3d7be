// Command own-instrument scores two administrations of an instrument that a
// school made itself. The instrument is one JSON file: its items, scales,
// groups and criterion. It needs no program of its own:
//
//	mtss score -definition data/definition.json data/administrations.ndjson
//
// prints the same results.
package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

//go:embed data/definition.json
var definition []byte

//go:embed data/administrations.ndjson
var administrations []byte

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

// run prints what each administration comes to, or everything that is wrong
// with the definition.
func report(w io.Writer) error {
	d, err := instrument.DecodeDefinition(definition)
	if err != nil {
		for _, issue := range mtss.Issues(err) {
			fmt.Fprintln(w, issue)
		}
		return err
	}
	scorer, err := instrument.Compile(d)
	if err != nil {
		return err
	}
	for record, err := range records.NDJSON(bytes.NewReader(administrations)) {
		if err != nil {
			return fmt.Errorf("line %d: %w", record.Line, err)
		}
		result, err := scorer.Score(record.Administration)
		if err != nil {
			return fmt.Errorf("line %d: %w", record.Line, err)
		}
		if _, err := fmt.Fprintf(w, "%s\n\n", strings.Join(result.Lines(), "\n")); err != nil {
			return err
		}
	}
	return nil
}
