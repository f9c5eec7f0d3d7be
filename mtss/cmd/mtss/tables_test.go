package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const layouts = "../../../examples/layouts/"

func TestScoreByLayout(t *testing.T) {
	for name, want := range map[string]string{
		"google-forms": "school s-0104: tfi@2.1, 2026-01-20", "qualtrics": "school s-0211: tfi@2.1, 2026-01-22",
		"redcap": "school 0104: tfi@2.1, 2026-01-20", "kobo": "school s-0211: tfi@2.1, 2026-01-22", "pyramid-model": "program p-12: ecboq@2.0, 2026-05-04",
	} {
		got := call(t, "", "score", "-text", "-layout", layouts+name+".json", layouts+name+".csv")
		if got.status != 0 || !strings.Contains(got.out, want) {
			t.Errorf("%s: %d %s\n%s", name, got.status, got.err, got.out)
		}
		if got := call(t, "", "check", "administration", "-layout", layouts+name+".json", layouts+name+".csv"); got.status != 0 || got.err != "" {
			t.Errorf("%s: %d %s", name, got.status, got.err)
		}
	}
	results := call(t, "", "score", "-layout", layouts+"kobo.json", layouts+"kobo.csv").out
	got := call(t, "", "verify", "-layout", layouts+"kobo.json", "-input", layouts+"kobo.csv", write(t, "r.ndjson", results))
	if got.status != 0 || !strings.Contains(got.out, `{"results":2,"same":2}`) {
		t.Errorf("verify: %d %s %s", got.status, got.out, got.err)
	}
}

func TestBadLayout(t *testing.T) {
	bad := write(t, "l.json", `{"kind":"layout","schemaVersion":1,"labelRows":99}`)
	for _, args := range [][]string{{"score", "-layout", bad, "x.csv"}, {"verify", "-layout", bad, "-input", "x.csv"}, {"check", "contact", "-layout", bad}, {"table", "contact", "-layout", bad}} {
		if got := call(t, "", args...); got.status != 1 || !strings.Contains(got.err, "/labelRows") {
			t.Errorf("%q: %d %s", args, got.status, got.err)
		}
	}
}

// Corrections are found under the name that a layout gives their column, and in UTF-16.
func TestCorrectionsByLayout(t *testing.T) {
	layout := write(t, "l.json", `{"kind":"layout","schemaVersion":1,"columns":{"supersedes":"Replaces"}}`)
	table := "id,Replaces,unit,unitKind,date,instrument,version,sections,1.1\na,,s-1,school,2026-01-20,tfi,2.1,tier1,1\nb,a,s-1,school,2026-01-20,tfi,2.1,tier1,2\n"
	wide := "\xff\xfe"
	for _, c := range strings.Replace(table, "Replaces", "supersedes", 1) {
		wide += string([]byte{byte(c), 0})
	}
	for name, args := range map[string][]string{
		"layout": {"score", "-layout", layout, write(t, "t.csv", table)},
		"UTF-16": {"score", "-csv", "wide", write(t, "w.csv", wide)},
	} {
		if got := call(t, "", args...); got.status != 0 || strings.Count(got.out, "\n") != 1 || !strings.Contains(got.out, `"administration":"b"`) {
			t.Errorf("%s: %d %s\n%s", name, got.status, got.err, got.out)
		}
	}
}

func TestCheckTables(t *testing.T) {
	const wideTable = "unit,unitKind,date,instrument,version,sections,1.1\ns-1,school,2026-01-20,tfi,2.1,tier1,1\n"
	for _, test := range []struct {
		args   []string
		in     string
		status int
		says   string
	}{
		{[]string{"check", "contact", "-csv"}, "coach,coached,date\nc,t,2026-01-20\n", 0, ""},
		{[]string{"check", "contact", "-csv"}, "coach,coached,date\nc,t,2026-01-20\nc,,2026-01-20\n", 1, `"line":3,"path":"/coached"`},
		{[]string{"check", "contact", "-csv"}, "coach,coach ed,date\n", 1, `did you mean \"coached\"?`},
		{[]string{"check", "units", "-csv"}, "id,kind,parent\ns-1,school,d-2\nd-1,district,\n", 1, `"line":2,"path":"/units/0/parent"`},
		{[]string{"check", "administration", "-csv"}, wideTable, 0, ""},
		{[]string{"check", "administration", "-csv", "wide"}, strings.Replace(wideTable, "tier1,1\n", "tier1,3\n", 1), 1, `"path":"/responses/1.1"`},
		{[]string{"check", "administration", "-csv", "long"}, "unit,unitKind,date,instrument,version,item,score\ns-1,school,2026-01-20,tfi,2.1,1.1,1\n", 0, ""},
		{[]string{"check", "observation", "-csv", "none.csv"}, "", 1, "none.csv"},
	} {
		got := call(t, test.in, test.args...)
		if got.status != test.status || !strings.Contains(got.err, test.says) || (test.says == "") != (got.err == "") {
			t.Errorf("%q: %d %s", test.args, got.status, got.err)
		}
	}
}

func TestTableWrites(t *testing.T) {
	got := call(t, "coach,coached,date\nc,t,2026-01-20\nc,,2026-01-20\n", "table", "contact")
	if got.status != 1 || got.out != `{"kind":"contact","schemaVersion":1,"coach":"c","coached":"t","date":"2026-01-20"}`+"\n" || !strings.Contains(got.err, `"line":3`) {
		t.Errorf("%d %s %s", got.status, got.out, got.err)
	}
	back := call(t, call(t, "id,kind,parent\ns-1,school,d-1\nd-1,district,\n", "table", "units").out, "check", "units")
	if back.status != 0 || back.err != "" {
		t.Errorf("units: %d %s", back.status, back.err)
	}
	for _, test := range []struct {
		args []string
		says string
	}{
		{[]string{"table"}, "an argument is missing"},
		{[]string{"table", "contacts"}, `unknown kind "contacts", did you mean "contact"? (one of actionPlan,`},
		{[]string{"table", "roster"}, "outcomes, practitioners, teams, units)"},
		{[]string{"table", "ruleSet"}, "ruleSet has no table here; mtss score reads those of administrations (one of actionPlan,"},
		{[]string{"table", "administration"}, "mtss score reads those of administrations"},
		{[]string{"check", "rosters"}, "outcomes, ownership, practitioners, profile,"},
	} {
		if got := call(t, "", test.args...); got.status != 2 || !strings.Contains(got.err, test.says) {
			t.Errorf("%q: %d %s", test.args, got.status, got.err)
		}
	}
	for _, test := range []struct {
		args []string
		says string
	}{{[]string{"check", "-csv", "ruleSet"}, "no kind that has a table, which are"}, {[]string{"check", "layout"}, `did you mean \"contact\"?`}} {
		in := `{"kind":"layout","schemaVersion":1,"records":"contcat"}`
		if got := call(t, in, test.args...); got.status != 1 || strings.Count(got.err, "\n") != 1 || !strings.Contains(got.err, test.says) {
			t.Errorf("%q: %d %s", test.args, got.status, got.err)
		}
	}
}

func TestLayoutProposed(t *testing.T) {
	got := call(t, "", "layout", layouts+"pyramid-model.csv")
	if got.status != 0 || !strings.Contains(got.out, `"Indicator 41*": "41"`) || !strings.Contains(got.err, "records.layout.open") {
		t.Errorf("%d %s %s", got.status, got.out, got.err)
	}
	if checked := call(t, got.out, "check", "layout"); checked.status != 0 {
		t.Errorf("what is proposed: %s", checked.err)
	}
	if got := call(t, "", "layout", "none.csv"); got.status != 1 || got.out != "" {
		t.Errorf("none: %d %s", got.status, got.out)
	}
}

// Results as a table: each fact a row, of equal length, with no JSON.
func TestScoreAsTable(t *testing.T) {
	got := call(t, "", "score", "-format", "csv", "-layout", layouts+"pyramid-model.json", layouts+"pyramid-model.csv")
	rows, err := csv.NewReader(strings.NewReader(got.out)).ReadAll()
	if got.status != 0 || err != nil || len(rows) < 20 || rows[0][11] != "fact" {
		t.Fatalf("%d %v %s", got.status, err, got.out)
	}
	totals := 0
	for _, row := range rows {
		if row[11] == "total" {
			totals++
			if row[0] != "p-12" || row[16] != "82" {
				t.Errorf("%q", row)
			}
		}
	}
	if totals != 2 {
		t.Errorf("%d totals", totals)
	}
	if got := call(t, "", "score", "-format", "csv", "-csv", "wide"); got.status != 1 || !strings.HasPrefix(got.out, "unit,unitKind,") {
		t.Errorf("of nothing: %d %q", got.status, got.out)
	}
}

// The steps of docs/tables.md, from an export to the first score.
func TestFirstScoreFromAnExport(t *testing.T) {
	const export = layouts + "google-forms.csv"
	proposed := call(t, "", "layout", "-text", export)
	for _, says := range []string{"can only be monthFirst (records.layout.sure)", "tfi@2.1, section tier1 has such items (records.layout.check)", `"Not observed": say in codes`} {
		if !strings.Contains(proposed.err, says) {
			t.Errorf("want %q in %s", says, proposed.err)
		}
	}
	open := write(t, "open.json", proposed.out)
	if got := call(t, "", "check", "administration", "-layout", open, export); got.status != 1 || strings.Count(got.err, "\n") != 1 {
		t.Errorf("with something open: %d %s", got.status, got.err)
	}
	filled := write(t, "layout.json", strings.Replace(proposed.out, `"codes": [`, `"codes": [{"cell": "Not observed", "means": "missing"},`, 1))
	if got := call(t, "", "check", "administration", "-layout", filled, "-text", export); got.status != 0 || got.err != "" {
		t.Errorf("check: %d %s", got.status, got.err)
	}
	if got := call(t, "", "score", "-layout", filled, "-text", export); got.status != 0 || !strings.Contains(got.out, "school s-0307: tfi@2.1, 2026-02-03") {
		t.Errorf("score: %d %s %s", got.status, got.err, got.out)
	}
}

// The instrument that was probably meant is named.
func TestInstrumentMeant(t *testing.T) {
	for ref, want := range map[string]string{
		"tfi,3": "did you mean tfi@3.0?", "tfi,2": "did you mean tfi@2.1?", "TFI,2.1": "did you mean tfi@2.1?", "tfii,3": "did you mean tfi@3.0?",
		"ecboq,2.0.0": "did you mean ecboq@2.0?", "boqfcc,3": "want one of", "other,1": "want one of",
	} {
		got := call(t, "unit,unitKind,date,instrument,version,1.1\ns-1,school,2026-01-20,"+ref+",1\n", "score", "-csv", "wide")
		if got.status != 1 || strings.Count(got.err, "\n") != 1 || !strings.Contains(got.err, want) {
			t.Errorf("%s: %d %s", ref, got.status, got.err)
		}
	}
}

// A cause is told once, whichever command reads the table, however many rows have it; and
// the other rows are used.
func TestEachCauseOnce(t *testing.T) {
	const rows = 412
	administrations, contacts := "unit,unitKind,date,instrument,version,1.1\n", "coach,coached,date\n"
	for i := range rows {
		cells := []string{"1/2/2026", "45992", "2026-01-20", "2026-01-20", "2026-01-20"}[i%5]
		score := []string{"1", "1", `"1,000"`, "X", "#N/A"}[i%5]
		administrations += fmt.Sprintf("s-%d,school,%s,tfi,2.1,%s\n", i, cells, score)
		contacts += fmt.Sprintf("c,t-%d,%s\n", i, cells)
	}
	administrations += "good,school,2026-01-20,tfi,2.1,1\n"
	folder := t.TempDir()
	for name, text := range map[string]string{
		"a.csv": administrations, "c.csv": contacts, "a.json": `{"kind":"layout","schemaVersion":1,"form":"wide"}`,
		"c.json": `{"kind":"layout","schemaVersion":1,"records":"contact"}`, "none.ndjson": "",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a, c := filepath.Join(folder, "a.csv"), filepath.Join(folder, "c.csv")
	for _, test := range []struct {
		args  []string
		lines int
		out   string
	}{
		{[]string{"score", "-csv", "wide", "-text", a}, 5, "school good: tfi@2.1"},
		{[]string{"check", "-csv", "-text", "administration", a}, 5, ""},
		{[]string{"rollup", "-by", "state", "-csv", "wide", "-format", "json", a}, 5, `"kind":"rollup"`},
		{[]string{"verify", "-csv", "wide", "-text", "-input", a, filepath.Join(folder, "none.ndjson")}, 6, ""},
		{[]string{"check", "-csv", "-text", "contact", c}, 2, ""},
		{[]string{"table", "contact", c}, 2, `"coached":"t-2"`},
		{[]string{"due", "-on", "2026-02-01", "-text", folder}, 7, ""},
		{[]string{"report", "-on", "2026-02-01", "-unit", "school/good", "-format", "text", folder}, 7, "good"},
	} {
		got := call(t, "", test.args...)
		told := 0
		for line := range strings.SplitSeq(got.err, "\n") {
			if strings.Contains(line, "records.cell") || strings.Contains(line, "records.empty") {
				told++
			}
		}
		if got.status != 1 || told != test.lines || !strings.Contains(got.out, test.out) || strings.Count(got.err, "the same in 83 rows, first in lines 2, 7 and 12") == 0 {
			t.Errorf("%q: %d, %d are told\n%.2000s\n%.300s", test.args, got.status, told, got.err, got.out)
		}
	}
}

// Whatever a spreadsheet does to a file, each command that takes a table reads it, or
// refuses it in the same words.
func TestOddTablesInEachCommand(t *testing.T) {
	const administrations, contacts = "unit,unitKind,date,instrument,version,1.1\ns-1,school,2026-01-20,tfi,2.1,1\n", "coach,coached,date,minutes\nc,t,2026-01-20,30\n"
	utf16 := func(text string) string {
		wide := "\xff\xfe"
		for _, c := range text {
			wide += string([]byte{byte(c), 0})
		}
		return wide
	}
	in := func(old, new string) func(string) string {
		return func(text string) string { return strings.ReplaceAll(text, old, new) }
	}
	for _, test := range []struct {
		why  string
		odd  func(text string) string
		says string // "" where it is read
	}{
		{"as it should be", in("", ""), ""},
		{"a byte order mark", func(text string) string { return "\xef\xbb\xbf" + text }, ""},
		{"UTF-16", utf16, ""},
		{"carriage returns", in("\n", "\r"), ""},
		{"semicolons", in(",", ";"), ""},
		{"tabs", in(",", "\t"), ""},
		{"a title", func(text string) string { return "What was done in January\n\n" + text }, ""},
		{"empty columns at the end", in("\n", ",,\n"), ""},
		{"empty rows at the end", func(text string) string { return text + ",,,,\n\n" }, ""},
		{"a day in the local order", in("2026-01-20", "1/20/2026"), ""},
		{"a day with its time", in("2026-01-20", "1/20/2026 9:15 AM"), ""},
		{"numbers of a data frame", in("1\n", "1.0\n"), ""},
		{"a day that may be two", in("2026-01-20", "1/2/2026"), "is 2026-01-02 or 2026-02-01; write YYYY-MM-DD"},
		{"a day as a number", in("2026-01-20", "46042"), "is a day as a spreadsheet counts them, 2026-01-20 or"},
		{"the error of a formula", in("2026-01-20", "#N/A"), "it is the error of a formula"},
		{"another code page", in("s-1,", "\xe9,"), "is not UTF-8; save the table as CSV UTF-8"},
		{"a workbook", func(string) string { return "PK\x03\x04\x14\x00\x06" }, "is a workbook, not a table as text; save the sheet as CSV UTF-8"},
		{"nothing", func(string) string { return "" }, "the input holds no header"},
	} {
		folder := t.TempDir()
		for name, text := range map[string]string{
			"a.csv": test.odd(administrations), "a.json": `{"kind":"layout","schemaVersion":1}`,
			"c.csv": test.odd(strings.ReplaceAll(contacts, "\nc,", "\ns-1,")), "c.json": `{"kind":"layout","schemaVersion":1,"records":"contact"}`,
		} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		a, c, layout := filepath.Join(folder, "a.csv"), filepath.Join(folder, "c.csv"), filepath.Join(folder, "a.json")
		for _, args := range [][]string{
			{"score", "-csv", "wide", a}, {"score", "-layout", layout, a}, {"check", "administration", "-csv", a}, {"rollup", "-by", "school", "-csv", "wide", a},
			{"verify", "-csv", "wide", "-input", a, "-"}, {"check", "contact", "-csv", c}, {"table", "contact", c},
			{"due", "-on", "2026-02-01", folder}, {"report", "-unit", "school/s-1", "-text", folder}, {"layout", a},
		} {
			got := call(t, "{}", args...) // which is no result, for verify
			switch says := strings.Contains(got.err, "records.") && !strings.Contains(got.err, "records.layout."); {
			case args[0] == "layout" && test.says != "" && got.status == 0: // it looks at cells to propose a layout, and refuses none
			case test.says == "" && says, test.says != "" && !strings.Contains(got.err, test.says):
				t.Errorf("%s: %q says %s", test.why, args[:2], got.err)
			}
		}
	}
}
