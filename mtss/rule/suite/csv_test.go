package suite_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

const (
	tableOfRules = `set,scope,scopeKind,id,measure,kind,unit,series,comparison,threshold,last,since,refinable,then,caveats,source,year,when measure,when kind,when comparison,when threshold
d-1,d-0017,district,commit,staff,tally,people,,atLeast,80%,,2025-08-01,yes,,one; two,Guide,2020,,,,
,,,band,staff,,,,between,20%; 70%,,,,go,,,,group,category,oneOf,"a; b, c"
,,,run,met,yesNo,,yes,is,yes,3,,,,,,,,,,
`
	tableOfGates = `id,measure,kind,categories,series,comparison,threshold,last,times,within,source
level,level,category,elementary; middle,,is,middle,,,365 days,Guide
any,tfi,ratio,,yes,atLeast,80%,,1,schoolYear,Guide
`
	tableOfDays = `name,rule,on,verdict,level dated
a year ago,level,2026-01-20,met,2025-01-20 middle
`
	tableOfCases = `name,rule,on,verdict,staff,met series
"40 of 50, exactly",commit,2026-01-20,met,40/50,
two in a row,run,2026-01-20,notMet,,2025-09-15 yes; 2025-10-15 yes
`
)

// read returns a table as JSON.
func read(t *testing.T, table string) string {
	t.Helper()
	data, problems := suite.FromCSV(suite.File{Name: "t.csv", Data: []byte(table)})
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	return string(data)
}

// What counts on some days alone, and facts with their day, are said in tables too.
func TestTablesOfDays(t *testing.T) {
	for table, want := range map[string]string{
		tableOfGates: `"require":{"measure":"tfi","times":1,"within":"schoolYear","atLeast":"80%"}`,
		tableOfDays:  `"facts":{"level":{"on":"2025-01-20","value":"middle"}}`,
	} {
		if document := read(t, table); !strings.Contains(document, want) {
			t.Errorf("want %s in\n%s", want, document)
		}
	}
	if again, err := suite.ToCSV([]byte(read(t, tableOfDays))); string(again) != tableOfDays {
		t.Errorf("%v\n%s", err, cmp.Diff(tableOfDays, string(again)))
	}
	if _, problems := suite.FromCSV(suite.File{Data: []byte("name,rule,on,verdict,level dated\na,b,2026-01-20,met,2025-01-20 a; 2025-01-21 b\n")}); len(problems) != 1 {
		t.Errorf("two values after their days: %+v", problems)
	}
}

func TestTables(t *testing.T) {
	document := read(t, tableOfRules)
	for _, want := range []string{
		`"id":"d-1","scope":{"unit":"d-0017","kind":"district"}`,
		`"measures":{"staff":{"kind":"tally","unit":"people"},"group":{"kind":"category"},"met":{"kind":"yesNo","series":true}}`,
		`"source":{"title":"Guide","year":2020},"since":"2025-08-01","refinable":true,"require":{"measure":"staff","atLeast":"80%"},"caveats":["one","two"]`,
		`"when":{"measure":"group","oneOf":["a","b, c"]},"require":{"measure":"staff","between":["20%","70%"]},"then":"go"`,
		`"require":{"measure":"met","last":3,"is":"yes"}`,
	} {
		if !strings.Contains(document, want) {
			t.Errorf("want %s in\n%s", want, document)
		}
	}
	cases := read(t, tableOfCases)
	if again, err := suite.ToCSV([]byte(cases)); string(again) != tableOfCases {
		t.Error(cmp.Diff(tableOfCases, string(again)), err)
	}
	report := suite.Run(folder("r.json", document, "c.json", cases), rule.Vocabulary{})
	if !report.OK() || len(report.Results) != 2 || report.Results[1].Line != 3 {
		t.Error(strings.Join(report.Lines(), "\n"))
	}
}

// A spreadsheet adds a byte order mark, empty rows, spaces and other line ends.
func TestTableFromSpreadsheet(t *testing.T) {
	want := read(t, tableOfRules)
	bent := "\ufeff" + strings.ReplaceAll(strings.ReplaceAll(tableOfRules, "\n", "\r\n"), "commit,staff", " commit , staff") + ",,,\r\n"
	if got := read(t, bent); got != want {
		t.Error(cmp.Diff(want, got))
	}
}

// The cases of the gallery go there and back, but for one with an empty value.
func TestGalleryTables(t *testing.T) {
	said := 0
	for _, file := range files.Folder(os.DirFS("../../../examples/rules/rules")) {
		if _, err := suite.DecodeCases(file.Data); err != nil {
			continue
		}
		if _, err := suite.ToCSV(file.Data); (err != nil) != (file.Name == "r05/cases.json") {
			t.Errorf("%s: %v", file.Name, err)
		}
		said++
	}
	if said < 20 {
		t.Errorf("%d documents as tables", said)
	}
}

func TestTableCannotSay(t *testing.T) {
	one := func(facts string) string {
		return `{"kind":"cases","schemaVersion":1,"cases":[{"name":"c","rule":"r","on":"2026-01-20","facts":` + facts + `,"expect":{"verdict":"met"}}]}`
	}
	for _, c := range []struct{ why, document, path string }{
		{"a measure by the name of a column", one(`{"then":"1/2"}`), "/cases/0/facts/then"},
		{"an empty series", one(`{"x":[]}`), "/cases/0/facts/x"},
		{"a measure that ends like a series", one(`{"x series":"1/2"}`), ""},
		{"a space at the end", one(`{"x":"a "}`), ""},
		{"a semicolon in a series", one(`{"x":[{"on":"2026-01-20","value":"a;b"}]}`), ""},
	} {
		out, err := suite.ToCSV([]byte(c.document))
		issues := mtss.Issues(err)
		if len(issues) != 1 || issues[0].Code != suite.CodeTable || issues[0].Path != c.path {
			t.Errorf("%s: want %s at %q, got %v\n%s", c.why, suite.CodeTable, c.path, issues, out)
		}
	}
	for document, code := range map[string]mtss.Code{"{": strict.CodeSyntax, `{"kind":"ruleSet"}`: strict.CodeEnum, `{"kind":"cases","schemaVersion":1}`: strict.CodeMissing} {
		if _, err := suite.ToCSV([]byte(document)); len(mtss.Issues(err)) == 0 || mtss.Issues(err)[0].Code != code {
			t.Errorf("%s: want %s, got %v", document, code, err)
		}
	}
}

func TestBadTables(t *testing.T) {
	for _, c := range []struct {
		why, table string
		want       []string
	}{
		{"nothing", "", []string{"0  suite.table"}},
		{"no CSV", "id,measure\na,\"b", []string{"2  suite.table"}},
		{"semicolons", "id;measure\nr;x", []string{"2 /comparison suite.table"}},
		{"an unknown column", "id,measure,comparison,threshold,threshhold\nr,x,atLeast,80%,1", []string{"1 /threshhold suite.table"}},
		{"a column twice", "id,measure,measure\nr,x,x", []string{"1  suite.table"}},
		{"an unknown operator", "id,measure,comparison,threshold\nr,x,greaterThan,80%", []string{"2 /comparison suite.table"}},
		{"no threshold", "id,measure,comparison,threshold\nr,x,atLeast,", []string{"2 /threshold suite.table"}},
		{"no measure", "id,measure,comparison,threshold\nr,,atLeast,80%", []string{"2 /measure suite.table"}},
		{"a row too long", "id,measure,comparison,threshold\nr,x,atLeast,80%,more", []string{"2  suite.table"}},
		{"no day", "id,measure,comparison,threshold,since\nr,x,atLeast,80%,1/8/2025", []string{"2 /since suite.table"}},
		{"the error of a formula", "id,measure,comparison,threshold,since\nr,x,atLeast,80%,#REF!", []string{"2 /since suite.table"}},
		{"a workbook", "PK\x03\x04", []string{"0  suite.table"}},
		{"no yes", "id,measure,comparison,threshold,refinable\nr,x,atLeast,80%,perhaps", []string{"2 /refinable suite.table"}},
		{"no number", "id,measure,comparison,threshold,last\nr,x,atLeast,80%,0", []string{"2 /last suite.table"}},
		{"two sets", "set,id,measure,comparison,threshold\na,r,x,atLeast,80%\nb,q,x,atLeast,80%", []string{"3 /set suite.table"}},
		{"two kinds of a measure", "id,measure,kind,comparison,threshold\na,x,tally,atLeast,80%\nb,x,ratio,atLeast,80%", []string{"3 /kind suite.table"}},
		{"a unit without a kind", "id,measure,unit,comparison,threshold\na,x,h,atLeast,80%", []string{"2 /kind suite.table"}},
		{"no such kind", "id,measure,kind,comparison,threshold\n\na,x,count,atLeast,80%", []string{"0 /measures/x/kind rule.kind"}},
		{"no id", "id,measure,comparison,threshold\na,x,atLeast,80%\n,x,atLeast,80%", []string{"3 /rules/1/id json.length"}},
		{"a case without a day", "name,rule,on,verdict\nc,r,,met", []string{"2 /cases/0/on mtss.date"}},
		{"a series that is none", "name,rule,on,verdict,x series\nc,r,2026-01-20,met,yes", []string{"2 /x series suite.table"}},
		{"all that is wrong at once", "name,rule,on,verdict,x series\nc,r,1/2/2026,passed,yes\nd,r,2026-01-20,passed,", []string{"2 /on suite.table", "2 /x series suite.table", "2 /cases/0/expect/verdict json.enum"}},
		{"a row cut short", "name,rule,on,verdict,x\nc,r,2026-01-20,met\nd,r,2026-01-20,met,", []string{"2  suite.table"}},
		{"a note beside the table", "name,rule,on,verdict,,x\nc,r,2026-01-20,met,see below,", []string{"2  suite.table"}},
		{"a quote that costs its row alone", "name,rule,on,verdict\nthe \"x\",r,2026-01-20,met\nc,r,2026-01-20,met,x", []string{"2  suite.table", "3  suite.table"}},
		{"another code page", "name,rule,on,verdict\n\xe9,r,2026-01-20,met", []string{"2 /name suite.table"}},
		{"the error of a formula for a fact", "name,rule,on,verdict,x\nc,r,2026-01-20,met,#REF!", []string{"2 /x suite.table"}},
		{"a column in another case", "name,Rule,on,Verdict\nc,r,2026-01-20,met", []string{"1  suite.table", "1  suite.table"}},
		{"a verdict that is none", "name,rule,on,verdict\nc,r,2026-01-20,passed", []string{"2 /cases/0/expect/verdict json.enum"}},
	} {
		document, problems := suite.FromCSV(suite.File{Name: "t.csv", Data: []byte(c.table)})
		got := []string{}
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%d %s %s", p.Line, p.Path, p.Code))
		}
		if !slices.Equal(got, c.want) || document != nil {
			t.Errorf("%s: want %q, got %q (%+v)", c.why, c.want, got, problems)
		}
	}
}

// Whatever a table of cases says, its document says, and the other way round.
func FuzzTables(f *testing.F) {
	f.Add([]byte(tableOfRules))
	f.Add([]byte(tableOfCases))
	f.Add([]byte("id,measure,comparison,threshold\n\"r\n\",x,oneOf,\";\"\n"))
	f.Fuzz(func(t *testing.T, table []byte) {
		document, problems := suite.FromCSV(suite.File{Name: "t.csv", Data: table})
		if document == nil != (len(problems) > 0) {
			t.Fatal(document, problems)
		}
		if document == nil {
			return
		}
		again, err := suite.ToCSV(document)
		if err != nil {
			return // a rule set, or an empty part of a series
		}
		if back, problems := suite.FromCSV(suite.File{Name: "t.csv", Data: again}); back == nil {
			t.Fatalf("%q\n%+v", again, problems)
		}
	})
}

// What spreadsheets do to a table of rules is read where it is certain.
func TestTablesOfSpreadsheets(t *testing.T) {
	const table = "id,measure,kind,comparison,threshold,since,refinable\nr,x,ratio,atLeast,80%,2026-01-20,yes\n"
	want, problems := suite.FromCSV(suite.File{Name: "t.csv", Data: []byte(table)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for why, in := range map[string]string{
		"a title and a blank line": "Rules of the district, 2026\n\n" + table,
		"semicolons below a title": "Rules, as of January\n" + strings.ReplaceAll(table, ",", ";"),
		"empty columns":            strings.ReplaceAll(table, "\n", ",,\n"),
		"no-break spaces":          strings.ReplaceAll(table, ",", "\u00a0,"),
		"a day with slashes":       strings.Replace(table, "2026-01-20", "1/20/2026", 1),
		"an empty column between":  strings.NewReplacer("measure,", "measure,,", "r,x,", "r,x,,").Replace(table),
		"rows of spaces":           table + " , ,,,,,\n",
		"its header again":         table + strings.SplitAfter(table, "\n")[0],
		"UTF-16":                   "\xff\xfe" + strings.Join(strings.Split(table, ""), "\x00") + "\x00",
		"a text kept as one":       strings.Replace(table, "r,x", `"=""r""",x`, 1),
		"TRUE":                     strings.Replace(table, "yes", "TRUE", 1),
	} {
		got, problems := suite.FromCSV(suite.File{Name: "t.csv", Data: []byte(in)})
		if string(got) != string(want) || len(problems) > 0 {
			t.Errorf("%s: %s, %+v", why, got, problems)
		}
	}
	_, problems = suite.FromCSV(suite.File{Name: "t.csv", Data: []byte("A title\n\n" + strings.Replace(table, "atLeast", "atleast", 1))})
	if len(problems) != 1 || problems[0].Line != 4 {
		t.Errorf("the line of a problem below a title: %+v", problems)
	}
}
