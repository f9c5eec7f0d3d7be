package records_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	quick "github.com/openmtss/mtss-go/internal/plain"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// found is a record and its problems in a form that can be compared.
type found struct {
	line           int
	administration instrument.Administration
	issues         []mtss.Issue
}

func all(rows iter.Seq2[records.Record, error]) (list []found) {
	for r, err := range rows {
		f := found{r.Line, r.Administration, mtss.Issues(err)}
		if err != nil {
			f.administration = instrument.Administration{}
		}
		list = append(list, f)
	}
	return list
}

// alike holds the way of plain rows against that of all rows.
func alike(t *testing.T, data string, layout records.Layout) {
	t.Helper()
	got, want := all(records.Wide(strings.NewReader(data), layout)), all(records.WideInGeneral(strings.NewReader(data), layout))
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(found{})); diff != "" {
		t.Fatalf("%q (-in general +as plain)\n%s", data, diff)
	}
	if got, ok := oneByOne(t, data, layout, want); ok {
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(found{})); diff != "" {
			t.Fatalf("%q (-in general +one by one)\n%s", data, diff)
		}
	}
}

// oneByOne reads the rows each from its line; false if they are not lines.
func oneByOne(t *testing.T, data string, layout records.Layout, want []found) (list []found, ok bool) {
	t.Helper()
	rows, err := records.OpenRows(strings.NewReader(data), layout)
	if err != nil {
		if mtss.Issues(err)[0].Code == records.CodeLines {
			return nil, false
		}
		return []found{{line: rows.Line, issues: mtss.Issues(err)}}, true
	}
	number, any := 0, false
	for line := range strings.Lines(data) {
		if number++; number < rows.Line {
			continue
		}
		line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		r, err := rows.Read([]byte(line))
		if err == io.EOF {
			continue
		}
		if err != nil && mtss.Issues(err)[0].Code == records.CodeLines {
			if strings.Count(line, `"`)%2 == 0 {
				t.Fatalf("%q goes on in the next line", line)
			}
			return nil, false
		}
		any = true
		f := found{line: number, administration: r.Administration, issues: mtss.Issues(err)}
		if err != nil {
			f.administration = instrument.Administration{}
		}
		list = append(list, f)
	}
	if !any { // which a row does not say
		return want, true
	}
	return list, true
}

// What is plain is read as plain, or nothing is saved; what isn't, is left to the others.
func TestPlainRows(t *testing.T) {
	const header = "id,unit,unitKind,date,instrument,version,sections,supersedes,voids,administeredBy,trainedOn,1,2,3\n"
	for _, c := range []struct {
		why, row string
		plain    int
	}{
		{"the usual case", "a,d-1,district,2026-01-20,dca,7.7,,,,,,1,0,2", 1},
		{"a blank row, and the next one is read with it", "", -1},
		{"CR LF", "a,d-1,district,2026-01-20,dca,7.7,,,,,,1,0,2\r", 1},
		{"optional cells are empty", ",d-1,district,2026-01-20,dca,7.7,,,,,,,,", 1},
		{"all cells", "a,d-1,school,2026-01-20,dca,7.7,tier1 tier2,b,,coach,2020-01-01,1,NA,2", 1},
		{"voids", "a,d-1,school,2026-01-20,dca,7.7,,,b,coach,,1,NA,2", 1},
		{"supersedes and voids", "a,d-1,school,2026-01-20,dca,7.7,,b,b,coach,,1,NA,2", 0},
		{"corrects itself", "a,d-1,school,2026-01-20,dca,7.7,,a,,coach,,1,NA,2", 0},
		{"nobody was trained", "a,d-1,school,2026-01-20,dca,7.7,,,,,2020-01-01,1,NA,2", 0},
		{"a section twice", "a,d-1,school,2026-01-20,dca,7.7,x x,,,,,1,NA,2", 0},
		{"scores of several digits", "a,d-1,district,2026-01-20,dca,7.7,,,,,,10,100,999", 1},
		{"scores of many digits", "a,d-1,district,2026-01-20,dca,7.7,,,,,,1000,0,0", 0},
		{"a zero before a score", "a,d-1,district,2026-01-20,dca,7.7,,,,,,01,0,0", 0},
		{"a negative score", "a,d-1,district,2026-01-20,dca,7.7,,,,,,-1,0,0", 0},
		{"a score with a decimal point", "a,d-1,district,2026-01-20,dca,7.7,,,,,,1.0,0,0", 0},
		{"a space before a score", "a,d-1,district,2026-01-20,dca,7.7,,,,,, 1,0,0", 0},
		{"na", "a,d-1,district,2026-01-20,dca,7.7,,,,,,na,0,0", 0},
		{"NAN", "a,d-1,district,2026-01-20,dca,7.7,,,,,,NAN,0,0", 0},
		{"N", "a,d-1,district,2026-01-20,dca,7.7,,,,,,0,0,N", 0},
		{"quotes", "a,\"d-1\",district,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"a quote", "a,d\"1,district,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"no unit", "a,,district,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"a unit of 200 characters", "a," + strings.Repeat("x", 200) + ",district,2026-01-20,dca,7.7,,,,,,1,0,2", 1},
		{"a unit of 201 characters", "a," + strings.Repeat("x", 201) + ",district,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"a unit that ends with a space", "a,d ,district,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"a unit that is not ASCII", "a,dé,district,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"a unit that may be an address", "a,d@b.org,district,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"the error of a formula", "a,#N/A,district,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"a number cut short", "a,1E+15,district,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"an instrument of 64 characters", "a,d,district,2026-01-20," + strings.Repeat("x", 64) + ",7.7,,,,,,1,0,2", 1},
		{"an instrument of 65 characters", "a,d,district,2026-01-20," + strings.Repeat("x", 65) + ",7.7,,,,,,1,0,2", 0},
		{"a version as long as an instrument may be", "a,d,district,2026-01-20,dca," + strings.Repeat("x", 64) + ",,,,,,1,0,2\n" + "a,d,district,2026-01-20," + strings.Repeat("x", 64) + ",7.7,,,,,,1,0,2\n" + "a,d,district,2026-01-20,dca," + strings.Repeat("x", 64) + ",,,,,,1,0,2", 1},
		{"a kind that is none", "a,d-1,District,2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"another form of day", "a,d-1,district,1/20/2026,dca,7.7,,,,,,1,0,2", 1},
		{"a day with dots", "a,d-1,district,2026.01.20,dca,7.7,,,,,,1,0,2", 1},
		{"one of two days", "a,d-1,district,1/2/2026,dca,7.7,,,,,,1,0,2", 0},
		{"a space before a day", "a,d-1,district, 2026-01-20,dca,7.7,,,,,,1,0,2", 0},
		{"a reverse solidus", "a,d\\1,district,2026-01-20,dca,7.7,,,,,,1,0,2", 1},
		{"a day that is none", "a,d-1,district,2026-02-29,dca,7.7,,,,,,1,0,2", 0},
		{"a cell too few", "a,d-1,district,2026-01-20,dca,7.7,,,,,,1,0", 0},
		{"a cell too many", "a,d-1,district,2026-01-20,dca,7.7,,,,,,1,0,2,", 0},
		{"a row of commas, and the next one is read with it", ",,,,,,,,,,,,,", -1},
	} {
		const next = "\n,d-2,isd,2026-01-21,dca,7.7,,,,,,,1,\n"
		data := header + c.row + next
		alike(t, data, records.Layout{})
		if plain := records.PlainOf(strings.NewReader(data), records.Layout{}); plain != c.plain+1 {
			t.Errorf("%s: %d rows are plain, want %d and the next one", c.why, plain, c.plain)
		}
	}
}

// TestPlainRowsChanged changes each byte of a row into any other. Cells of one digit are read
// four at a time where there are enough of them.
func TestPlainRowsChanged(t *testing.T) {
	header := "id,unit,unitKind,date,instrument,version"
	row := "a,d-1,district,2026-01-20,dca,7.7"
	for k := range 13 {
		header += fmt.Sprint(",", k+1)
		row += fmt.Sprint(",", k%4)
	}
	rows := []string{header, row}
	for at := range row {
		for c := range 256 {
			changed := row[:at] + string([]byte{byte(c)}) + row[at+1:]
			if c == '"' || c == '\n' {
				alike(t, header+"\n"+changed+"\n"+row, records.Layout{})
				continue
			}
			rows = append(rows, changed)
		}
		rows = append(rows, row[:at]+row[at+1:], row[:at]+"0"+row[at:], row[:at]+","+row[at:], row[:at])
	}
	alike(t, strings.Join(rows, "\n"), records.Layout{})
}

// What a row has like the one before is not read again, whatever was wrong with that one.
func TestPlainRowsInAnyOrder(t *testing.T) {
	const header = "id,unit,unitKind,date,instrument,version,sections,supersedes,voids,administeredBy,trainedOn,recorded,1,2,3,4,5,6,7,8,9\n"
	cells := [][]string{
		{"a", ""}, {"d-1", "d-2", ""}, {"district", "school", "District"}, {"2026-01-20", "1/20/2026", "2026-02-29", ""}, {"dca", "dc", "dcaa"}, {"7.7", "7", ""},
		{"", "tier1", "tier1 tier2", "x x"}, {"", "b"}, {"", "c"}, {"", "coach", "a@b"}, {"", "2020-01-01", "1/2/2020"}, {"", "2026-03-01"},
	}
	for range 9 {
		cells = append(cells, []string{"1", "0", "", "NA", "10", "x"})
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		data := header
		for range 20 {
			row := make([]string, len(cells))
			for k := range cells {
				row[k] = cells[k][0]
			}
			for range r.IntN(6) {
				k := r.IntN(len(cells))
				row[k] = cells[k][r.IntN(len(cells[k]))]
			}
			data += strings.Join(row, ",") + "\n"
		}
		alike(t, data, records.Layout{})
	}
}

// A layout may say that cells mean something else; then nothing is plain, and what
// it only gives or passes over does no harm.
func TestPlainRowsOfLayouts(t *testing.T) {
	const data = "unit,unitKind,date,instrument,version,1,2,other\nd-1,district,2026-01-20,a,1,2,0,\"x\nd-1,district,2026-01-20,a,1,2,0,x@ \n"
	for _, c := range []struct {
		why    string
		data   string
		layout records.Layout
		plain  int
	}{
		{"no layout, so that the last column is an item", data, records.Layout{}, 0},
		{"a column that is passed over", data, records.Layout{Ignore: []string{"other"}}, 1},
		{"others are passed over", data, records.Layout{IgnoreOthers: true, Items: map[string]string{"1": "x", "2": "y"}}, 1},
		{"what cells mean", data, records.Layout{Ignore: []string{"other"}, Codes: []records.CellCode{{Cell: "2", Means: "3"}}}, 0},
		{"constants", "unit,date,1\nd,2026-01-20,1\n", records.Layout{Constant: map[string]string{"unitKind": "school", "instrument": "a", "version": "1", "administeredBy": "coach"}}, 1},
		{"sections of all", "unit,date,1\nd,2026-01-20,1\n", records.Layout{Constant: map[string]string{"unitKind": "school", "instrument": "a", "version": "1", "sections": "x"}}, 1},
		{"a constant that is bad", "unit,date,1\nd,2026-01-20,1\n", records.Layout{Constant: map[string]string{"unitKind": "School", "instrument": "a", "version": "1"}}, 0},
		{"one day for all, so that a row may be blank", "unit,1\nd,1\n,\n", records.Layout{Constant: map[string]string{"unitKind": "school", "instrument": "a", "version": "1", "date": "2026-01-20"}}, 0},
		{"semicolons and decimal commas", "unit;unitKind;date;instrument;version;1\nd;school;2026-01-20;a;1;2\nd;school;2026-01-20;a;1;2,0\n", records.Layout{}, 1},
		{"answers left out and of two digits among many", "unit,date,1,2,3,4,5,6,7,8,9\nd,2026-01-20,1,0,2,,1,2,,1,3\nd,2026-01-20,,1,NA,3,2,10,2,,\n", records.Layout{Constant: map[string]string{"unitKind": "school", "instrument": "a", "version": "1"}}, 2},
		{"joined columns", "u,v,unitKind,date,instrument,version,1\nd,1,school,2026-01-20,a,1,2\n", records.Layout{Joined: []records.Joined{{Header: "unit", From: []string{"u", "v"}, Between: "-"}}}, 0},
	} {
		alike(t, c.data, c.layout)
		if plain := records.PlainOf(strings.NewReader(c.data), c.layout); plain != c.plain {
			t.Errorf("%s: %d rows are plain, want %d", c.why, plain, c.plain)
		}
	}
}

// Lists of records are their own.
func TestPlainRowsShareNothing(t *testing.T) {
	data := "unit,unitKind,date,instrument,version,sections,1,2\n" + strings.Repeat("d,school,2026-01-20,a,1,x y,2,NA\n", 2)
	var list []instrument.Administration
	for r, err := range records.Wide(strings.NewReader(data), records.Layout{}) {
		if err != nil {
			t.Fatal(err)
		}
		a := r.Administration
		list = append(list, a)
		a.Responses[0].Score, a.NotApplicable[0], a.Sections[0] = 7, "changed", "changed"
		_ = append(append(a.Responses, a.Responses...), a.Responses...)
	}
	got := all(records.WideInGeneral(strings.NewReader(data), records.Layout{}))[1].administration
	got.Responses[0].Score, got.NotApplicable[0], got.Sections[0] = 7, "changed", "changed"
	if diff := cmp.Diff([]instrument.Administration{got, got}, list); diff != "" {
		t.Error(diff)
	}
}

// FuzzPlainRows holds plain rows against all rows, in tables of any bytes.
func FuzzPlainRows(f *testing.F) {
	f.Add(wideHead+wideRow+wideNext, false)
	f.Add(string(writeWide(f, sample(20, 1), itemNames())), true)
	f.Add("unit;unitKind;date;instrument;version;1;other\nd;school;2026-01-20;a;1;2,0;\n", true)
	f.Fuzz(func(t *testing.T, data string, others bool) { alike(t, data, records.Layout{IgnoreOthers: others}) })
}

// FuzzPlainCells does the same with cells in place of bytes, so that most of what it tries
// is nearly good.
func FuzzPlainCells(f *testing.F) {
	f.Add("a", "d-1", "district", "2026-01-20", "dca", "7.7", "tier1 tier2", "b", "", "coach", "2020-01-01", "1", "NA", uint16(0))
	f.Add("", strings.Repeat("x", 200), "School", "2026-02-29", strings.Repeat("x", 65), strings.Repeat("x", 33), "x x", "a", "b", "", "2020-1-1", "01", "1,0", uint16(0xffff))
	f.Add(" a", "#N/A", "isd", "1/20/2026", "1E+15", "a@b.org", " ", "", "a", " ", "", "1000", "n/a", uint16(1))
	f.Fuzz(func(t *testing.T, id, unit, kind, date, name, version, sections, supersedes, voids, role, trained, one, two string, bits uint16) {
		var head, row []string
		for i, cell := range []string{id, unit, kind, date, name, version, sections, supersedes, voids, role, trained, one, two} {
			if i > 5 && i < 11 && bits>>i&1 != 0 {
				continue // an optional column that is not there
			}
			head = append(head, []string{"id", "unit", "unitKind", "date", "instrument", "version", "sections", "supersedes", "voids", "administeredBy", "trainedOn", "1", "2"}[i])
			row = append(row, cell)
		}
		var out strings.Builder
		quoted := csv.NewWriter(&out)
		for _, cells := range [][]string{head, row, row} {
			if err := quoted.Write(cells); err != nil {
				return // what a writer of CSV refuses
			}
		}
		quoted.Flush()
		alike(t, out.String()+fmt.Sprintln(strings.Join(row, ",")), records.Layout{})
	})
}

// Without its plain rows a table would be read as well, and slowly, without anybody noticing.
func TestOpenRowsLeavesPlainRows(t *testing.T) {
	const row = "s1,school,2026-01-20,toy,1,2,0"
	for _, c := range []struct {
		why, head string
		layout    records.Layout
		plain     bool
	}{
		{"each cell means what it says", "unit,unitKind,date,instrument,version,1,2\n", records.Layout{}, true},
		{"a cell may have several answers", "unit,unitKind,date,instrument,version,1,2\n", records.Layout{Choices: []records.Choices{{In: []string{"1"}, Between: ";", Take: records.TakeHighest}}}, false},
	} {
		in := quick.Input{Reader: strings.NewReader(c.head + row)}
		if _, err := records.OpenRows(&in, c.layout); err != nil {
			t.Fatal(err)
		}
		if got := in.Rows != nil && in.Rows.Take([]byte(row)) != nil; got != c.plain {
			t.Errorf("%s: a plain row %v, want %v", c.why, got, c.plain)
		}
	}
}
