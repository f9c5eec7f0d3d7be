package table_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/table"
)

func TestDay(t *testing.T) {
	for _, test := range []struct {
		cell, want string
		order      table.Order
		says       string
	}{
		{"2026-01-20", "2026-01-20", "", ""},
		{" 2026/1/20 ", "2026-01-20", "", ""},
		{"2026.01.20", "2026-01-20", "", ""},
		{"2026-01-20 23:59:59", "2026-01-20", "", ""},
		{"2026-01-20T23:59:59.123+02:00", "2026-01-20", "", ""},
		{"2026/01/20 9:15:02 AM CST", "2026-01-20", "", ""},
		{"1/20/2026", "2026-01-20", "", ""},
		{"20/1/2026", "2026-01-20", "", ""},
		{"3/3/2026", "2026-03-03", "", ""},
		{"1/2/2026 14:05:00", "2026-01-02", table.MonthFirst, ""},
		{"1/2/2026", "2026-02-01", table.DayFirst, ""},
		{"13/2/2026", "2026-13-02", table.MonthFirst, ""}, // which is no day, and is then refused
		{"1/2/2026", "", "", "is 2026-01-02 or 2026-02-01"},
		{"1/2/26", "", table.MonthFirst, "two digits"},
		{"20 Jan 2026", "2026-01-20", "", ""},
		{"January 5, 2026", "2026-01-05", "", ""},
		{"5-Sept-2026", "2026-09-05", "", ""},
		{"5 Foo 2026", "5 Foo 2026", "", ""},
		{"46042", "2026-01-20", table.Days1900, ""},
		{"44580", "2026-01-20", table.Days1904, ""},
		{"46042.5", "2026-01-20", table.Days1900, ""},
		{"36526", "2000-01-01", table.Days1900, ""},
		{"36585", "2000-02-29", table.Days1900, ""},
		{"46042", "", table.MonthFirst, "2026-01-20 or"},
		{"spring", "spring", "", ""},
		{"", "", "", ""},
	} {
		got, says := table.Day(test.cell, test.order)
		if got != test.want || !strings.Contains(says, test.says) || (says == "") != (test.says == "") {
			t.Errorf("%q, %q: %q, %q, want %q", test.cell, test.order, got, says, test.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, test := range []struct {
		cell  string
		comma bool
		want  string
		says  string
	}{
		{"2", false, "2", ""}, {" 2.0 ", false, "2", ""}, {"2,0", true, "2", ""}, {"2.0", true, "2", ""}, {"-9", false, "-9", ""}, {"0", false, "0", ""},
		{"2,0", false, "", "whole number"}, {"2.5", false, "", "whole number"}, {"+2", false, "", "whole number"}, {"02", false, "", "whole number"},
		{"-0", false, "", "whole number"}, {"", false, "", "whole number"}, {"1,234", false, "", "thousands"}, {"1 234", false, "", "thousands"},
		{"1.000", false, "", "fraction"}, {"1.234", false, "", "thousands"}, {"50%", false, "", "percentage"}, {"#DIV/0!", false, "", "formula"}, {"2E+05", false, "", "cut short"},
	} {
		got, says := table.Number(test.cell, test.comma)
		if got != test.want || !strings.Contains(says, test.says) || (says == "") != (test.says == "") {
			t.Errorf("%q: %q, %q, want %q, %q", test.cell, got, says, test.want, test.says)
		}
	}
}

func TestBroken(t *testing.T) {
	for cell, want := range map[string]string{
		"#N/A": "formula", "#n/a ": "formula", "#BEZUG!": "formula", "####": "narrow", "1.2E+11": "cut short",
		"#12": "", "E+1": "", "d-1": "", "": "", "12": "",
	} {
		if got := table.Broken(cell); !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%q: %q", cell, got)
		}
	}
}

// No cell makes a reader panic, and a number that is read is what the cell says.
func FuzzCell(f *testing.F) {
	for _, cell := range []string{"1/2/2026", "99999", "2.0", "#N/A", "1.2E+11", "20 Jan 2026"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		for _, order := range []table.Order{"", table.MonthFirst, table.DayFirst, table.Days1900, table.Days1904} {
			if day, says := table.Day(cell, order); day != "" && says != "" {
				t.Errorf("%q is %q, and %q", cell, day, says)
			}
		}
		if number, says := table.Number(cell, false); (number == "") == (says == "") {
			t.Errorf("%q is %q, and %q", cell, number, says)
		}
		_ = table.Broken(cell)
	})
}
