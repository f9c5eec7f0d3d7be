package records_test

import (
	"io"
	"iter"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss/records"
)

const (
	wideHead = "unit,unitKind,date,instrument,version,1,2\n"
	wideRow  = "d-1,district,2026-01-20,a,1,2,0\n"
	wideNext = "d-2,school,2026-01-21,a,1,0,1\n"

	wideShown     = " d-1 2026-01-20 1=2 2=0"
	wideNextShown = " d-2 2026-01-21 1=0 2=1"
)

func wide(r io.Reader) iter.Seq2[records.Record, error] { return records.Wide(r, records.Layout{}) }

func TestWide(t *testing.T) {
	head := func(cells string) string { return wideHead + cells + "\n" + wideNext }
	bad := func(problems ...string) string {
		return lines(append(problems, "3"+wideNextShown)...)
	}
	check(t, wide, []reading{
		{"two rows", "the usual case", wideHead + wideRow + wideNext, lines("2"+wideShown, "3"+wideNextShown)},
		{"no line end at the end", "", wideHead + strings.TrimSuffix(wideRow, "\n"), lines("2" + wideShown)},
		{"CR LF", "Windows", strings.ReplaceAll(wideHead+wideRow+wideNext, "\n", "\r\n"), lines("2"+wideShown, "3"+wideNextShown)},
		{"byte order mark", "spreadsheets write it", "\ufeff" + wideHead + wideRow, lines("2" + wideShown)},
		{"blank rows", "spreadsheets leave rows of commas at the end", wideHead + "\n,,,,,,\n" + wideRow + "\"\",,,,,,\n\n", lines("4" + wideShown)},
		{"columns in any order", "only names count", "2,date,1,version,instrument,unitKind,unit\n0,2026-01-20,2,1,a,district,d-1\n", lines("2 d-1 2026-01-20 2=0 1=2")},
		{"no items", "an administration without an answer is one", "unit,unitKind,date,instrument,version\nd-1,district,2026-01-20,a,1\n", lines("2 d-1 2026-01-20")},
		{"id and sections", "optional columns; a cell may stay empty", "id,sections," + wideHead + "x,tier1  tier2," + wideRow + ",," + wideRow,
			lines("2 d-1 2026-01-20 1=2 2=0 id:x section:tier1 section:tier2", "3"+wideShown)},
		{"missing and not applicable", "an empty cell is no answer, NA leaves what is possible", head("d-1,district,2026-01-20,a,1,,NA"), bad("2 d-1 2026-01-20 2=NA")},
		{"quoted cells", "a comma, a doubled quote and a line end inside of them", head("\"d,\"\"1\"\"\r\n2\",district,2026-01-20,a,1,\"2\",0"),
			lines("2 ! /unit/id records.cell", "4"+wideNextShown)},
		{"quoted cells of words", "a comma and a doubled quote are part of an id, a space at its end is not", head("\"d,\"\"1\"\"\",district,2026-01-20,a,1,\"2\",0\r\nd ,district,2026-01-20,a,1,\"2\",0"),
			lines("2 d,\"1\" 2026-01-20 1=2 2=0", "3 ! /unit/id records.cell", "4"+wideNextShown)},
		{"negative score", "a whole number; that the scale has none is for scoring to say", head("d-1,district,2026-01-20,a,1,-1,0"), bad("2 d-1 2026-01-20 1=-1 2=0")},

		{"every cell is bad", "all problems at once, in the order of the columns", head(",planet,2026-02-30,,,x,1.5"),
			bad("2 ! /unit/id records.cell", "2 ! /unit/kind mtss.unit.kind", "2 ! /date mtss.date", "2 ! /instrument/id records.cell", "2 ! /instrument/version records.cell", "2 ! /responses/1 records.cell", "2 ! /responses/2 records.cell")},
		{"scores that look like others", "only one way of writing each", head("d-1,district,2026-01-20,a,1,+1,01"), bad("2 ! /responses/1 records.cell", "2 ! /responses/2 records.cell")},
		{"space around a score", "", head("d-1,district,2026-01-20,a,1, 1,na"), bad("2 ! /responses/2 records.cell")},
		{"a score beyond 32 bits", "the same on every machine", head("d-1,district,2026-01-20,a,1,2147483648,0"), bad("2 ! /responses/1 records.cell")},
		{"long texts", "as long as in JSON, counted in characters", head(strings.Repeat("é", 200) + ",district,2026-01-20,a,1,2,0"), bad("2 " + strings.Repeat("é", 200) + " 2026-01-20 1=2 2=0")},
		{"too long texts", "", "id," + wideHead + strings.Repeat("x", 201) + "," + strings.Repeat("x", 201) + ",district,2026-01-20," + strings.Repeat("x", 65) + "," + strings.Repeat("x", 33) + ",2,0\n",
			lines("2 ! /id records.cell", "2 ! /unit/id records.cell", "2 ! /instrument/id records.cell", "2 ! /instrument/version records.cell")},
		{"bad UTF-8", "a file in another encoding; each cell is named", head("d-\xe9,district,2026-01-20,a,1,\xe9,0"), bad("2 ! /unit/id records.cell", "2 ! /responses/1 records.cell")},
		{"corrections and by whom", "optional columns", "id,supersedes,voids,administeredBy,trainedOn," + wideHead + "b,a,,coach,2025-08-04," + wideRow + "c,,b,,," + wideRow,
			lines("2 d-1 2026-01-20 1=2 2=0 id:b supersedes:a by:coach:2025-08-04", "3 d-1 2026-01-20 1=2 2=0 id:c voids:b")},
		{"itself", "a correction of nothing", "id,supersedes," + wideHead + "b,b," + wideRow, lines("2 ! /supersedes mtss.correction")},
		{"supersedes and voids", "two things at once", "supersedes,voids," + wideHead + "a,b," + wideRow, lines("2 ! /voids mtss.correction")},
		{"trained, but who", "", "trainedOn," + wideHead + "2025-08-04," + wideRow, lines("2 ! /administeredBy/role records.cell")},
		{"trained on no day", "", "administeredBy,trainedOn," + wideHead + "coach,2025-02-30," + wideRow, lines("2 ! /administeredBy/trainedOn mtss.date")},
		{"section twice", "as in JSON", "sections," + wideHead + "a a," + wideRow, lines("2 ! /sections records.cell")},
		{"many sections", "as in JSON", "sections," + wideHead + strings.Repeat("a ", 101) + "," + wideRow, lines("2 ! /sections records.cell")},

		{"too few cells", "the row may have lost any of them", head("d-1,district,2026-01-20,a,1,2"), bad("2 !  records.row")},
		{"too many cells", "an unquoted comma", head("d,1,district,2026-01-20,a,1,2,0"), bad("2 !  records.row")},
		{"quote inside a cell", "", head(`d"1,district,2026-01-20,a,1,2,0`), bad("2 !  records.row")},
		{"text after a quoted cell", "", head(`"d"1,district,2026-01-20,a,1,2,0`), bad("2 !  records.row")},
		{"quote that never ends", "the rows below are still read", head(`"d-1,district,2026-01-20,a,1,2,0`), bad("2 !  records.row")},
		{"quote that ends rows later", "at the next quote; the rows between are still read", head(`"d-1,district,2026-01-20,a,1,2,0`) + "\"d-3\",school,2026-01-21,a,1,0,1\n",
			bad("2 !  records.row") + lines("4 d-3 2026-01-21 1=0 2=1")},
		{"line above the limit", "passed over, and the next row is read", head(strings.Repeat("x", 10<<20)), bad("2 !  records.line.large")},
		{"row above the limit", "a quoted cell of many lines: it is given up, and each of its lines is looked at", wideHead + "\"" + strings.Repeat(strings.Repeat("x", 1<<18)+"\n", 4) + wideNext,
			lines("2 !  records.line.large", "3 !  records.row", "4 !  records.row", "5 !  records.row", "6"+wideNextShown)},
		{"line above the limit in a quoted cell", "the row, the long line, and on", wideHead + "\"a\n" + strings.Repeat("x", records.MaxLine+1) + "\n" + wideNext,
			lines("2 !  records.line.large", "3 !  records.line.large", "4"+wideNextShown)},

		{"empty", "an export that failed must not look like one without problems", "", lines("1 !  records.empty")},
		{"header only", "no record either", wideHead, lines("2 !  records.empty")},
		{"byte order mark only", "", "\ufeff", lines("1 !  records.empty")},
	})
}

func TestWideHeader(t *testing.T) {
	many := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString("," + strconv.Itoa(i))
		}
		return "unit,unitKind,date,instrument,version" + b.String() + "\n"
	}
	one := lines("1 !  records.header")
	check(t, wide, []reading{
		{"a column is missing", "no row can be read", "unit,unitKind,date,instrument,1\nd-1,district,2026-01-20,a,1,2,0\n", one},
		{"another case", "Unit is an item, so unit is missing", "Unit,unitKind,date,instrument,version\n", one},
		{"all that is wrong", "at once", "unit,unit,1,1,x,\n", lines("1 !  records.header", "1 !  records.header", "1 !  records.header", "1 !  records.header", "1 !  records.header", "1 !  records.header")},
		{"no name", "a comma too many, as spreadsheets leave them", strings.TrimSpace(wideHead) + ",\n", lines("2 !  records.empty")},
		{"bad UTF-8", "", "\xe9," + wideHead, one},
		{"UTF-16", "what some spreadsheets call Unicode", "\xff\xfe" + wideOf(wideHead), lines("2 !  records.empty")},
		{"semicolons", "as spreadsheets save where the comma is a decimal point", strings.ReplaceAll(wideHead, ",", ";"), lines("2 !  records.empty")},
		{"tabs", "", strings.ReplaceAll(wideHead, ",", "\t"), lines("2 !  records.empty")},
		{"quote", "", "un\"it," + wideHead, lines("1 !  records.row")},
		{"above the limit", "not a text file", strings.Repeat("x", records.MaxLine+1) + "\n" + wideHead, lines("1 !  records.line.large")},
		{"behind blank lines", "", "\n\nunit\n", lines("3 !  records.header", "3 !  records.header", "3 !  records.header", "3 !  records.header")},
		{"the most items", "", many(records.MaxItems), lines("2 !  records.empty")},
		{"an item too many", "", many(records.MaxItems + 1), one},
		{"too many columns", "a problem for each would be no help", strings.Repeat(",", 2*records.MaxItems) + "x\n", one},
		{"a very long item", "no document could name it", strings.Repeat("x", 1025) + "," + wideHead, one},
	})
}

func TestWideMessages(t *testing.T) {
	all := messages(wide(strings.NewReader("unit,unit,,unitKind,date,instrument,Version 1\n")))
	for _, want := range []string{`column "unit" appears twice`, `column "version" is missing`} {
		contains(t, all, want)
	}
	all = messages(wide(strings.NewReader(wideHead + "d,1,district,2026-01-20,a,1,2,0\n\"" + wideRow)))
	contains(t, all, "the row has 8 cells, want 7 as in the header")
	contains(t, all, "a quoted cell does not end")
}

func TestWideBreaksOff(t *testing.T) {
	// The last row is whole, but its last cell may have been cut: 1 of 12.
	in := wideHead + wideRow + "d-2,school,2026-01-21,a,1,0,1"
	if diff := cmp.Diff(lines("2"+wideShown, "3 !  records.read"), show(wide(breaking{strings.NewReader(in)}))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(lines("1 !  records.read"), show(wide(breaking{strings.NewReader("unit,unit")}))); diff != "" {
		t.Errorf("in the header (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(lines("2 !  records.row", "3"+wideShown, "4 !  records.read"), show(wide(breaking{strings.NewReader(wideHead + "\"x\n" + wideRow)}))); diff != "" {
		t.Errorf("in a quoted cell (-want +got)\n%s", diff)
	}
}

// The problems of a row must not change with the next one.
func TestErrorsCanBeKept(t *testing.T) {
	kept := map[int]error{}
	for r, err := range wide(strings.NewReader(wideHead + ",district,2026-01-20,a,1,2,0\nd,district,2026-01-20,a,1,x,y\n")) {
		kept[r.Line] = err
	}
	contains(t, []string{kept[2].Error()}, "/unit/id")
	contains(t, []string{kept[3].Error()}, "/responses/1")
}

func TestWideStops(t *testing.T) {
	stops(t, wideHead+wideRow+"x\n\"\n"+wideRow+wideNext, wide)
}

// wideOf writes a text as UTF-16, the small end first, without its mark.
func wideOf(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		b.Write([]byte{byte(u), byte(u >> 8)})
	}
	return b.String()
}

// What spreadsheets do to a table is read where it is certain, and else refused once,
// with the cause.
func TestSpreadsheets(t *testing.T) {
	const head, row = "unit,unitKind,date,instrument,version,1.1,1.2\n", "d-1,district,2026-01-20,a,1,1,2\n"
	const good = "2 d-1 2026-01-20 1.1=1 1.2=2\n"
	for _, test := range []struct{ why, in, want, says string }{
		{"as it should be", head + row, good, ""},
		{"carriage returns alone", strings.ReplaceAll(head+row, "\n", "\r"), good, ""},
		{"and with line feeds", strings.ReplaceAll(head+row, "\n", "\r\n"), good, ""},
		{"a byte order mark", "\xef\xbb\xbf" + head + row, good, ""},
		{"UTF-16", "\xff\xfe" + wideOf(head+row), good, ""},
		{"semicolons", strings.ReplaceAll(head+row, ",", ";"), good, ""},
		{"tabs", strings.ReplaceAll(head+row, ",", "\t"), good, ""},
		{"spaces in the header", strings.ReplaceAll(head, ",", ", ") + row, good, ""},
		{"no-break spaces in the header", strings.ReplaceAll(head, ",", "\u00a0,") + row, good, ""},
		{"scores of a data frame", head + "d-1,district,2026-01-20,a,1,1.0,2.0\n", good, ""},
		{"scores with a decimal comma", strings.ReplaceAll(head, ",", ";") + "d-1;district;2026-01-20;a;1;1,0;2,0\n", good, ""},
		{"spaces around scores", head + "d-1,district,2026-01-20,a,1, 1,2\u00a0\n", good, ""},
		{"half a point", head + "d-1,district,2026-01-20,a,1,1.5,2\n", "2 ! /responses/1.1 records.cell\n", `"1.5" is not a score, want a whole number, NA, or nothing`},
		{"the error of a formula", head + "d-1,district,2026-01-20,a,1,#N/A,2\n", "2 ! /responses/1.1 records.cell\n", "it is the error of a formula"},
		{"an id with a space", head + "d-1 ,district,2026-01-20,a,1,1,2\n", "2 ! /unit/id records.cell\n", "ends with a space"},
		{"1.10 saved as 1.1", "unit,unitKind,date,instrument,version,1.1,1.9,1.1\n" + "d-1,district,2026-01-20,a,1,1,1,1\n", "1 !  records.header\n", "a spreadsheet saves 1.10 as 1.1"},
		{"and 1.1 left out", "unit,unitKind,date,instrument,version,1.9,1.1\n" + "d-1,district,2026-01-20,a,1,1,1\n", "1 !  records.header\n", "a spreadsheet saves 1.10 as 1.1"},
	} {
		got := show(wide(strings.NewReader(test.in)))
		if got != test.want {
			t.Errorf("%s: got\n%swant\n%s", test.why, got, test.want)
		}
		if test.says != "" {
			contains(t, messages(wide(strings.NewReader(test.in))), test.says)
		}
	}
	const long = "unit,unitKind,date,instrument,version,item,score\n"
	cell := func(item, score string) string { return "d-1,district,2026-01-20,a,1," + item + "," + score + "\n" }
	for _, test := range []struct{ why, in, says string }{
		{"1.10 saved as 1.1", long + cell("1.1", "1") + cell("1.9", "1") + cell("1.1", "2"), "a spreadsheet saves 1.10 as 1.1"},
		{"and 1.1 not answered", long + cell("1.2", "1") + cell("1.9", "1") + cell("1.1", "2"), "a spreadsheet saves 1.10 as 1.1"},
		{"any other order is one", long + cell("1.9", "1") + cell("1.2", "1") + cell("1.1", "2"), ""},
	} {
		all := messages(records.Long(strings.NewReader(test.in), records.Layout{}))
		if test.says == "" && len(all) > 0 {
			t.Errorf("%s: %q", test.why, all)
		}
		if test.says != "" {
			contains(t, all, test.says)
		}
	}
}
