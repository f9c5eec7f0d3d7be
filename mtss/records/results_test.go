package records_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Each fact of a result is a row, and says what it is of, by which definition, and how
// much of it is unknown.
func TestResultRows(t *testing.T) {
	d, _ := catalog.Lookup(instrument.Ref{ID: "tfi", Version: "2.1"})
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	a := instrument.Administration{
		Instrument: d.Ref(), Unit: mtss.Unit{ID: "=s-1", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}, Sections: []string{"tier1"},
	}
	for i, item := range d.Sections[0].Items {
		a.Responses = append(a.Responses, instrument.Response{Item: item, Score: 1, NotScored: i == 0})
	}
	result, err := scorer.Score(a)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	rows, err := records.ResultRows(result)
	if err != nil {
		t.Fatal(err)
	}
	header := records.ResultHeader()
	cell := func(row []string, name string) string { return row[slices.Index(header, name)] }
	facts := map[string]int{}
	for _, row := range rows {
		if len(row) != len(header) {
			t.Fatalf("%d cells, want %d: %q", len(row), len(header), row)
		}
		facts[cell(row, "fact")]++
		if cell(row, "unit") != "'=s-1" || cell(row, "date") != "2026-01-20" || cell(row, "definition") != d.Digest() || cell(row, "missing") != "unknown" {
			t.Errorf("%q", row)
		}
	}
	if facts["points"] != 1 || facts["subscale"] != len(result.Subscales) || facts["criterion"] != len(result.Criteria) || facts["caveat"] != len(result.Caveats) || facts["total"] != 0 {
		t.Errorf("%v", facts)
	}
	for _, row := range rows {
		switch {
		case cell(row, "fact") == "criterion" && cell(row, "id") == "tier1":
			if cell(row, "verdict") != "notMet" || cell(row, "provenance") == "" {
				t.Errorf("%q", row)
			}
		case cell(row, "fact") == "points":
			if got := strings.Join(row[slices.Index(header, "earned"):slices.Index(header, "percent")], " "); got != "14 30 2" && got != "14 30 2 " {
				t.Errorf("points are %q", got)
			}
		case cell(row, "fact") == "subscale" && cell(row, "id") == "tier1":
			if cell(row, "percent") != "" || cell(row, "low") != "46.7" || cell(row, "high") != "53.3" || cell(row, "unknown") != "2" {
				t.Errorf("%q", row)
			}
		}
	}
}
