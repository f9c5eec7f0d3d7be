package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

func TestGolden(t *testing.T) {
	own := []string{"-definition", "testdata/habits.json", "-definition", "testdata/open.json", "-completion", "testdata/open-completion.json"}
	const year = "../../../examples/district-year/data/"
	scored := func(args ...string) []string { return append(append([]string{"score"}, own...), args...) }
	for _, c := range []struct {
		name string
		args []string
	}{
		{"score", scored("testdata/administrations.ndjson")},
		{"score-text", scored("-text", "testdata/administrations.ndjson")},
		{"score-wide", scored("-csv", "wide", "-text", "testdata/wide.csv")},
		{"score-long", scored("-csv", "long", "-text", "testdata/long.csv")},
		{"check-administration", []string{"check", "administration", "testdata/administrations.ndjson"}},
		{"check-definition", []string{"check", "definition", "testdata/habits.json", "testdata/faulty.json"}},
		{"check-definition-text", []string{"check", "definition", "-text", "testdata/faulty.json", "testdata/administrations.ndjson"}},
		{"check-completion", []string{"check", "completion", "testdata/open-completion.json", "../../../examples/quickstart/data/completion.json"}},
		{"instruments", []string{"instruments"}},
		{"rollup-text", []string{"rollup", "-text", "-by", "district,schoolYear", "-completion", year + "completion.json", "-units", year + "units.json", year + "dca.ndjson"}},
		{"due-text", []string{"due", "-text", "-on", "2026-06-10", year}},
		{"report-text", []string{"report", "-text", year}},
		{"stage-year-text", []string{"stage", "-text", year + "evidence.json"}},
		{"usage", nil},
		{"usage-score", []string{"score", "-help"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name, "$ mtss "+strings.Join(c.args, " ")+"\n"+call(t, "", c.args...).String())
		})
	}
}

// The JSON is of the same definitions as the table, with what they rest on.
func TestInstrumentsJSON(t *testing.T) {
	got := call(t, "", "instruments", "-json")
	equal(t, "status", exitGood, got.status)
	byName := map[string]scoring.Description{}
	for line := range strings.Lines(got.out) {
		var row scoring.Description
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		for _, list := range []string{"criteria", "lacks", "facts"} {
			if strings.Contains(line, `"`+list+`":null`) {
				t.Errorf("%s: %s is null, want a list", row.Ref, list)
			}
		}
		byName[row.Ref.String()] = row
	}
	equal(t, "definitions", len(scoring.Shipped()), len(byName))
	for _, d := range scoring.Shipped() {
		row := byName[d.Ref().String()]
		equal(t, "digest", d.Digest(), row.Digest)
		equal(t, "facts", len(d.Facts), len(row.Facts))
		for _, f := range row.Facts {
			if f.Provenance != mtss.Confirmed && f.Provenance != mtss.Inferred || f.Source.Title == "" {
				t.Errorf("%s: fact %s ships as %q with source %q", row.Ref, f.ID, f.Provenance, f.Source.Title)
			}
		}
	}
	equal(t, "what the DCA lacks", 3, len(byName["dca@7.7"].Lacks))
}
