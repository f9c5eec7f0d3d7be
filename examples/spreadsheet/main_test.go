package main

import (
	"flag"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "write administrations.xlsx")

// administrations are rows of invented schools: a day as a date, an empty cell, a score
// that is none, and a version that does not exist.
func administrations(t *testing.T) *excelize.File {
	t.Helper()
	book := excelize.NewFile()
	day, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	header := []any{"unit", "unitKind", "date", "instrument", "version", "sections"}
	scores := func(first any, score int) []any {
		out := []any{first}
		for range 14 {
			out = append(out, score)
		}
		return out
	}
	for _, item := range []string{"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11", "1.12", "1.13", "1.14", "1.15"} {
		header = append(header, item)
	}
	on := time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC)
	for i, row := range [][]any{
		header,
		append([]any{"s-0104", "school", on, "tfi", "2.1", "tier1"}, scores(2, 2)...),
		append([]any{"s-0211", "school", "2026-01-22", "tfi", "2.1", "tier1"}, scores(nil, 1)...),
		append([]any{"s-0307", "school", on, "tfi", "2.1", "tier1"}, scores(5, 1)...),
		append([]any{"s-0405", "school", on, "tfi", "9.9", "tier1"}, scores(1, 1)...),
	} {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := book.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetColStyle("Sheet1", "C", day); err != nil {
		t.Fatal(err)
	}
	return book
}

func TestRun(t *testing.T) {
	const in = "administrations.xlsx"
	if *update {
		if err := administrations(t).SaveAs(in); err != nil {
			t.Fatal(err)
		}
	}
	made := filepath.Join(t.TempDir(), in)
	if err := administrations(t).SaveAs(made); err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{in, made} {
		out := filepath.Join(t.TempDir(), "results.xlsx")
		if err := run(from, out, ""); err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenFile(out)
		if err != nil {
			t.Fatal(err)
		}
		results, err1 := book.GetRows("Results")
		notices, err2 := book.GetRows("Notices")
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		column := func(name string) int { return slices.Index(results[0], name) }
		var got []string
		for _, row := range results[1:] {
			if row[column("fact")] == "subscale" && row[column("id")] == "tier1" {
				got = append(got, strings.Join([]string{row[0], row[column("date")], row[column("earned")], row[column("possible")], row[column("unknown")]}, " "))
			}
		}
		if want := []string{"s-0104 2026-01-20 30 30 0", "s-0211 2026-01-22 14 30 2"}; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", from, got, want)
		}
		var refused []string
		for _, row := range notices[1:] {
			if row[2] == "not scored" {
				refused = append(refused, row[0]+" "+row[1]+" "+row[4])
			}
		}
		if want := []string{"4 s-0307 instrument.score", "5 s-0405 spreadsheet.definition"}; !slices.Equal(refused, want) {
			t.Errorf("%s: refused %q, want %q", from, refused, want)
		}
		if len(notices) < 5 {
			t.Errorf("%s: no caveats of the results: %q", from, notices)
		}
	}
}

// What is not there, and what is not a workbook.
func TestBad(t *testing.T) {
	for _, in := range []string{"nowhere.xlsx", "main.go"} {
		if err := run(in, filepath.Join(t.TempDir(), "r.xlsx"), ""); err == nil {
			t.Errorf("%s is read", in)
		}
	}
	if err := run("administrations.xlsx", filepath.Join(t.TempDir(), "r.xlsx"), "main.go"); err == nil {
		t.Error("main.go is a layout")
	}
}
