package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

var update = flag.Bool("update", false, "rewrite the golden file")

func TestOutput(t *testing.T) {
	const golden = "testdata/state.golden"
	for _, workers := range []int{1, 3} {
		dir := t.TempDir()
		var out strings.Builder
		if err := run(&out, 20_000, workers, dir); err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(golden, []byte(out.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), out.String()); diff != "" {
			t.Errorf("%d workers (-want +got)\n%s", workers, diff)
		}
		data, err := os.ReadFile(filepath.Join(dir, "table.json"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := rollup.DecodeTable(data); err != nil {
			t.Error(err)
		}
		page, err := os.ReadFile(filepath.Join(dir, "page.html"))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(page), "rows withheld: ") || !strings.Contains(string(page), "some units with several administrations of one day") {
			t.Error("the page tells of the rows of other measures, or not of what is to be known of its own")
		}
		if rows, withheld := strings.Count(string(page), "<tr><th scope=\"row\">"), strings.Count(string(page), ">withheld<"); rows == 0 || withheld == 0 || withheld >= rows {
			t.Errorf("the page has %d rows, %d of them withheld", rows, withheld)
		}
	}
}

// Zero and what has no figures, for four reasons, look different on the page.
func TestPageTellsApart(t *testing.T) {
	units := int64(4)
	whole := mtss.Span{Low: mtss.Whole(0), High: mtss.Whole(0)}
	row := func(status rollup.RowStatus, coded rollup.Coded, figures *rollup.Figures) rollup.Row {
		return rollup.Row{Measure: rollup.MeasureID{Of: rollup.OfScore, ID: "total"}, Status: status, Coded: coded, Figures: figures, Units: &units}
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := write(file, rollup.Table{Rows: []rollup.Row{
		row(rollup.Shown, "", &rollup.Figures{Mean: whole, Median: &whole}), row(rollup.Suppressed, "", nil), row(rollup.Missing, "", nil),
		row(rollup.NotApplicable, "", nil), row(rollup.Extreme, rollup.Above, nil),
	}}); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{">0.0%<", ">withheld<", ">no administration<", ">does not apply<", ">above what may be told<"} {
		if strings.Count(string(page), want) == 0 {
			t.Errorf("no %s on the page", want)
		}
	}
}
