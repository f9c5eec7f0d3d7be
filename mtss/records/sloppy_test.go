package records_test

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

// What people and spreadsheets do to a table is read where it is certain, and else
// refused once, with the cause and what to do.
func TestSloppyTables(t *testing.T) {
	const head, row = "unit,unitKind,date,instrument,version,1.1,1.2\n", "d-1,district,2026-01-20,a,1,1,2\n"
	const long = "unit,unitKind,date,instrument,version,item,score\n"
	in := func(old, new string) string { return strings.Replace(head+row, old, new, 1) }
	all := func(old, new string) string { return strings.ReplaceAll(head+row, old, new) }
	day := func(cell string) string { return in("2026-01-20", cell) }
	score := func(cell string) string { return in("a,1,1,2", "a,1,1,"+cell) }
	unit := func(cell string) string { return in("d-1", cell) }
	page := ""
	answer := func(item, score string) string { return "d-1,district,2026-01-20,a,1," + item + "," + score + "\n" }
	for _, test := range []struct {
		why, in string
		says    string // "" for one that is read as if it were well made
	}{
		{"as it should be", head + row, ""},
		// How a file is written.
		{"carriage returns alone", all("\n", "\r"), ""},
		{"carriage returns and line feeds", all("\n", "\r\n"), ""},
		{"a byte order mark", "\xef\xbb\xbf" + head + row, ""},
		{"UTF-16 with its mark", "\xff\xfe" + wideOf(head+row), ""},
		{"UTF-16 without one", wideOf(head + row), ""},
		{"semicolons", all(",", ";"), ""},
		{"tabs", all(",", "\t"), ""},
		{"a line that says what is between columns", "sep=;\n" + all(",", ";"), ""},
		{"every cell in quotes", strings.NewReplacer(",", `","`, "\n", "\"\n\"").Replace(`"`+head+strings.TrimSuffix(row, "\n")) + "\"\n", ""},
		{"no line end at the end", strings.TrimSuffix(head+row, "\n"), ""},
		{"another code page", unit("\xe9cole"), "is not UTF-8; save the table as CSV UTF-8"},
		{"a workbook", "PK\x03\x04\x14\x00\x06", "is a workbook, not a table as text; save the sheet as CSV UTF-8"},
		{"a workbook of 2003", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a workbook"},
		{"a web page that is called a table", "<html><body><table><tr><td>unit", "is a web page or XML"},
		{"JSON", `{"kind":"administration"}`, "is JSON, not a table"},
		{"nothing", "", "the input holds no header"},
		{"a header alone", head, "the input holds a header and no record"},
		// Around the table.
		{"a title", "Self-assessments of January, exported on 3/2/2026\n\n" + head + row, ""},
		{"a title in a table of semicolons", "Export, January\n" + all(",", ";"), ""},
		{"empty columns at the end", all("\n", ",,\n"), ""},
		{"empty columns at the end of the rows", head + strings.Replace(row, "\n", ",,\n", 1), ""},
		{"an empty column between", strings.Replace(head, ",1.1", ",,1.1", 1) + strings.Replace(row, "a,1,1", "a,1,,1", 1), ""},
		{"empty rows at the end", head + row + ",,,,,,\n\n,,,,,,\n", ""},
		{"empty rows between", head + "\n,,,,,,\n" + row, ""},
		{"a note beside the table", head + strings.Replace(row, "\n", ",see below\n", 1), "the row has 8 cells, want 7 as in the header"},
		{"a note in a column without a name", strings.Replace(head, "\n", ",\n", 1) + strings.Replace(row, "\n", ",x\n", 1), "the row has 8 cells, want 7"},
		{"checkboxes", strings.Replace(head, "1.1,1.2", "1.1___0,1.1___1", 1) + row, `columns "1.1___0" and "1.1___1" are checkboxes, one for each answer, which can't be read; make one column "1.1" of them`},
		{"a mark in a column for each answer", strings.Replace(head, "1.1,1.2", "1.1 0,1.1 1", 1) + strings.Replace(row, ",1,1,2", ",1,,X", 1), `"X" is not a score, it marks one column of several`},
		{"a note in one between", strings.Replace(head, ",1.1", ",,1.1", 1) + strings.Replace(row, "a,1,1", "a,1,x,1", 1), `column 6 holds "x" and has no name in the header`},
		{"rows of nothing but spaces", head + " , ,,,,,\n" + row + "\u00a0,,,,,, \n", ""},
		{"a table put below another, with its header", head + head + row + " unit,unitKind ,date,instrument,version,1.1,1.2,\n", ""},
		{"texts that a spreadsheet is kept from reading", strings.Replace(head, "1.1,", `="1.1",`, 1) + strings.Replace(row, "d-1", `"=""d-1"""`, 1), ""},
		{"a quote inside a cell", unit(`d "1"`), "put the cell into quotes, and double those in it"},
		{"a row cut short", head + "d-1,district,2026-01-20,a,1\n", "the row has 5 cells, want 7"},
		{"a quote that does not end", head + "\"" + row, "a quoted cell does not end"},
		// Names of columns.
		{"spaces in the header", strings.ReplaceAll(head, ",", ", ") + row, ""},
		{"no-break spaces in the header", strings.ReplaceAll(head, ",", "\u00a0,") + row, ""},
		{"a mark without width in the header", in("date", "\u200bdate"), ""},
		{"a name in another case", in("unitKind", "UnitKind"), `column "unitKind" is missing, did you mean "UnitKind"?`},
		{"a name with a space", in("unitKind", "Unit kind"), `column "unitKind" is missing, did you mean "Unit kind"?`},
		{"a name misspelt", in("version", "verison"), `column "version" is missing, did you mean "verison"?`},
		{"a column twice", in("1.1,1.2", "1.1,1.1"), "a spreadsheet saves 1.10 as 1.1"},
		{"a long table, read as a wide one", in("1.1,1.2", "item,score"), "read it as long"},
		{"1.10 after 1.9", in("1.1,1.2", "1.9,1.1"), "a spreadsheet saves 1.10 as 1.1"},
		{"the error of a formula for a name", in("1.2", "#REF!"), "it is the error of a formula"},
		// Scores.
		{"scores of a data frame", in("a,1,1,2", "a,1,1.0,2.0"), ""},
		{"a decimal comma", strings.Replace(all(",", ";"), "1;1;2", "1;1,0;2,0", 1), ""},
		{"spaces around a score", score(" 2\u00a0"), ""},
		{"half a point", score("1.5"), `"1.5" is not a score, want a whole number, NA, or nothing`},
		{"a thousand", score(`"1,000"`), "write it without a mark between its thousands"},
		{"a thousand or a fraction", score("2.000"), "which may be a thousand or a fraction"},
		{"a percentage", score("50%"), "want points, not a percentage"},
		{"the error of a formula", score("#N/A"), "it is the error of a formula: mend it, or leave the cell empty"},
		{"and in another language", score("#NV"), "it is the error of a formula"},
		{"a column too narrow", score("####"), "a column is too narrow"},
		{"not applicable in small letters", score("n/a"), "write NA where the item does not apply"},
		{"a word", score("In Place"), "the codes of a layout say what words mean"},
		{"a zero before", score("02"), "want a whole number"},
		// Ids and words.
		{"an id with a space", unit("d-1 "), "ends with a space"},
		{"an id with a no-break space", unit("d-1\u00a0"), "ends with a no-break space"},
		{"an id that is the error of a formula", unit("#N/A"), "it is the error of a formula"},
		{"an id that was cut short", unit("1.2E+11"), "a spreadsheet cut short"},
		{"a blank id", unit(" "), "is blank"},
		{"a kind in another case", in("district,", "District,"), `"District" is not a kind of unit, did you mean "district"?`},
		{"a kind misspelt", in("district,", "districts,"), `"districts" is not a kind of unit, did you mean "district"?`},
		{"spaces around a kind", in("district,", " district ,"), ""},
		// Days.
		{"a day with slashes, the year first", day("2026/1/20"), ""},
		{"a day with its time", day("2026-01-20 09:15:02"), ""},
		{"a day with its time and place", day("2026-01-20T09:15:02.123-06:00"), ""},
		{"a day that can only be one", day("1/20/2026"), ""},
		{"and with dots", day("20.1.2026"), ""},
		{"a day with the name of its month", day(`"Jan 20, 2026"`), ""},
		{"a day that may be two", day("1/2/2026"), `"1/2/2026" is 2026-01-02 or 2026-02-01; write YYYY-MM-DD, or say dateOrder in a layout`},
		{"a day with its weekday", day(`"Tuesday, January 20, 2026"`), ""},
		{"a day without marks", day("20260120"), ""},
		{"a year of two digits after the name of a month", day("20-Jan-26"), "has a year of two digits; write YYYY-MM-DD"},
		{"a year of two digits", day("1/20/26"), "has a year of two digits; write YYYY-MM-DD"},
		{"a day as a number", day("46042"), "is a day as a spreadsheet counts them, 2026-01-20 or, in workbooks that count from 1904, 2030-01-21"},
		{"a day that there is not", day("2026-02-30"), "2026-02-30"},
		// Long tables.
		{"1.10 saved as 1.1", long + answer("1.1", "1") + answer("1.1", "2"), "a spreadsheet saves 1.10 as 1.1"},
		{"and 1.1 not answered", long + answer("1.9", "1") + answer("1.1", "2"), "a spreadsheet saves 1.10 as 1.1"},
		{"rows with the time of each answer", long + strings.Replace(answer("1.1", "1"), "01-20", "01-20 09:15:02", 1) + strings.Replace(answer("1.2", "2"), "01-20", "01-20 09:15:40", 1), ""},
		{"rows that write the day in two ways", long + answer("1.1", "1") + strings.Replace(answer("1.2", "2"), "2026-01-20", "1/20/2026", 1), ""},
		{"rows that say two things of one administration", strings.Replace(long, ",item", ",administeredBy,item", 1) + strings.Replace(answer("1.1", "1"), ",1.1", ",coach,1.1", 1) + strings.Replace(answer("1.2", "2"), ",1.2", ",,1.2", 1),
			`column "administeredBy" holds "", and "coach" in line 2; want the same in all rows of an administration`},
		{"two administrations of a day", long + answer("1.2", "2") + answer("1.2", "2"), "give each administration an id where these are two"},
		{"and neither 1.1 nor 1.9 answered", long + answer("1.1", "1") + answer("1.11", "2"), "no row is, though there are later ones"},
		{"a long table, read as one", long + answer("1.1", "1") + answer("1.2", "2"), ""},
		{"an item with spaces around", long + answer("1.1 ", "1") + answer("\u00a01.2", "2"), ""},
	} {
		read := wide
		if strings.Contains(test.in, ",item,score\n") && !strings.Contains(test.says, "as long") {
			read = func(r io.Reader) iter.Seq2[records.Record, error] { return records.Long(r, records.Layout{}) }
		}
		good := 0
		var says []string
		for record, err := range read(strings.NewReader(test.in)) {
			for _, issue := range mtss.Issues(err) {
				says = append(says, issue.Message)
			}
			if a := record.Administration; err == nil && a.Unit.ID == "d-1" && a.Date.String() == "2026-01-20" && len(a.Responses) == 2 && a.Responses[1].Score == 2 {
				good++
			}
		}
		page += fmt.Sprintf("| %s | %s |\n", test.why, cmp.Or(strings.ReplaceAll(strings.Join(says, "; "), "|", "\\|"), "read"))
		switch {
		case test.says == "" && (good != 1 || len(says) > 0):
			t.Errorf("%s: %d are read, and it says %q", test.why, good, says)
		case test.says != "" && (len(says) != 1 || !strings.Contains(says[0], test.says) || good > 0):
			t.Errorf("%s: %d are read, and it says %q, want %q", test.why, good, says, test.says)
		}
	}
	const file, above = "../../docs/tables.md", "| table | what is said |\n|---|---|\n"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(data), above)
	_, after, _ = strings.Cut(after, "\n\n")
	want := before + above + page + "\n" + after
	if *update && found {
		if err := os.WriteFile(file, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
	} else if want != string(data) {
		t.Errorf("%s lists something else; go test ./mtss/records -run TestSloppyTables -update", file)
	}
}

var update = flag.Bool("update", false, "write the tables of docs/tables.md")
