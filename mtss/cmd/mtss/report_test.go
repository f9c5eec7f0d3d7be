package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const districtYear = "../../../examples/district-year/data"

// A report is written for the only unit at the top, on the latest day of the documents.
func TestReport(t *testing.T) {
	for _, c := range []struct {
		name, why string
		args      []string
		file      string
		status    int
		contains  []string // the file
		problems  []string // codes
	}{
		{name: "page", why: "by the documents alone", args: []string{districtYear}, file: "r.html", contains: []string{"Juniper Valley Schools", "As of June 10, 2026."}},
		{name: "document", why: "by the documents alone", args: []string{districtYear}, file: "r.json", contains: []string{`"kind":"unitProfile"`, `"on":"2026-06-10"`}},
		{name: "text", why: "what the page shows at a glance", args: []string{districtYear}, file: "r.txt", contains: []string{"Juniper Valley Schools\nAs of June 10, 2026.", "Next steps\n  1. "}},
		{name: "table", why: "a row a fact", args: []string{districtYear}, file: "r.csv", contains: []string{"unit,unitKind,date,", ",total,,,,42,54,6,", ",stage,initialImplementation,,met,", ",dosage,contacts,,,8,9,0,", ",due,observation,p-08,"}},
		{name: "form", why: "asked for by name", args: []string{"-format", "html", districtYear}, file: "r.htm", contains: []string{"<h1>Juniper Valley Schools</h1>"}},
		{name: "earlier", why: "what came later is not used, and said", args: []string{"-on", "2026-03-01", districtYear}, file: "r.html", contains: []string{"As of March 1, 2026."}, problems: []string{"stages.caveat.later", "fidelity.caveat.later"}},
		{name: "school", why: "the district's results are not the school's", args: []string{"-unit", "school/school-ash", districtYear}, file: "r.html", contains: []string{"<h1>Ash Elementary</h1>"}, problems: []string{"profile.notice.unused"}},
		{name: "several", why: "side by side", args: []string{"-unit", "school/school-ash", "-unit", "school/school-birch", districtYear}, file: "r.html", contains: []string{"2 reports side by side", "Ash Elementary", "Birch Elementary"}},
		{name: "files", why: "one by one", args: []string{filepath.Join(districtYear, "units.json"), filepath.Join(districtYear, "dca.ndjson"), filepath.Join(districtYear, "dca-meeting.json"), filepath.Join(districtYear, "completion.json")}, file: "r.html", contains: []string{"As of February 10, 2026.", "42 to 48 of 54"}},
		{name: "no such file", why: "nothing is known then", args: []string{"none.json"}, file: "r.html", status: exitBad, problems: []string{"cli.file"}},
		{name: "another unit", why: "no document speaks of it", args: []string{"-unit", "district/d-9", districtYear}, file: "r.html", status: exitBad, problems: []string{"profile.unit"}},
		{name: "no kind of file", why: "neither a page nor a document", args: []string{districtYear}, file: "r.pdf", status: exitUsage},
		{name: "no input", why: "a folder is wanted", file: "r.html", status: exitUsage},
		{name: "no day", why: "a word", args: []string{"-on", "today", districtYear}, file: "r.html", status: exitUsage},
		{name: "no day known", why: "a word", args: []string{"-known", "then", districtYear}, file: "r.html", status: exitUsage},
		{name: "known by a day", why: "as it was known then, on the latest day of what was", args: []string{"-known", "2026-03-01", districtYear}, file: "r.json", contains: []string{`"knownOn":"2026-03-01"`, `"on":"2026-02-`, `profile.notice.known`}},
		{name: "known by a day, told", why: "a reader must know it", args: []string{"-known", "2026-03-01", districtYear}, file: "r.html", contains: []string{"as it was known on March 1, 2026."}},
		{name: "no unit", why: "a kind that is none", args: []string{"-unit", "house/1", districtYear}, file: "r.html", status: exitUsage},
		{name: "two in a document", why: "a document is of one", args: []string{"-unit", "school/school-ash", "-unit", "school/school-birch", districtYear}, file: "r.json", status: exitUsage},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), c.file)
			got := call(t, "", append([]string{"report", "-o", file}, c.args...)...)
			if got.status != c.status || got.out != "" {
				t.Fatalf("%s: %s", c.why, got)
			}
			for _, code := range c.problems {
				if !strings.Contains(got.err, `"code":"`+code+`"`) {
					t.Errorf("%s: nothing is %s\n%s", c.why, code, got.err)
				}
			}
			content, err := os.ReadFile(file)
			if c.contains == nil {
				if err == nil {
					t.Errorf("a file of %d bytes is left behind", len(content))
				}
				return
			}
			for _, want := range c.contains {
				if !strings.Contains(string(content), want) {
					t.Errorf("%s: the file does not have %q", c.why, want)
				}
			}
			if strings.HasSuffix(c.file, ".json") && !json.Valid(content) {
				t.Error("the file is not JSON")
			}
		})
	}
}

// An empty folder, and one with a bad document beside good ones.
func TestReportFolders(t *testing.T) {
	empty := t.TempDir()
	file := filepath.Join(t.TempDir(), "r.html")
	if got := call(t, "", "report", "-o", file, empty); got.status != exitBad || !strings.Contains(got.err, "profile.day") {
		t.Errorf("an empty folder: %s", got)
	}
	if err := os.WriteFile(filepath.Join(empty, "contacts.csv"), []byte("coach,date\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := call(t, "", "report", "-o", file, empty); got.status != exitBad || !strings.Contains(got.err, "beside it: contacts.csv") {
		t.Errorf("nothing but a table without a layout: %s", got)
	}
	again := call(t, "", "report", "-text", "-unit", "school/school-ash", "-unit", "school/school-ash", districtYear)
	if strings.Count(again.out, "In short") != 1 {
		t.Error("a unit that is asked for twice is shown twice")
	}
	folder := t.TempDir()
	for name, content := range map[string]string{
		"bad.json":  `{"kind":"units"}`,
		"good.json": `{"kind":"evidence","schemaVersion":1,"records":[{"unit":{"id":"d-1","kind":"district"},"innovation":"pbis","date":"2026-01-05","facts":{"innovation.selected":"yes"}}]}`,
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got := call(t, "", "report", "-o", file, folder)
	if got.status != exitBad || !strings.Contains(got.err, "bad.json") {
		t.Errorf("a bad document: %s", got)
	}
	if content := read(t, file); !strings.Contains(content, "pbis") {
		t.Error("the good document is not used")
	}
}

// What is wrong with documents beside one another is told by file and line, by every
// command that gathers a folder, and of each of several folders.
func TestGatheredPlaces(t *testing.T) {
	north, south := t.TempDir(), t.TempDir()
	plan := `{"kind":"actionPlan","schemaVersion":1,"id":"p-1","instrument":{"id":"dca","version":"7.7"},"unit":{"id":"d-1","kind":"district"},"date":"2026-01-08","activities":[{"id":"a1","items":["16"],"what":"x","who":"f","due":"2026-03-01","status":"planned"}]}` + "\n"
	for name, content := range map[string]string{
		filepath.Join(north, "plans.ndjson"): plan + strings.Replace(plan, `"x"`, `"y"`, 1),
		filepath.Join(south, "more.json"):    "\n\n" + strings.Replace(strings.Replace(plan, `"p-1"`, `"p-2"`, 1), `"date"`, "\n"+`"supersedes":"p-9","date"`, 1),
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"report", "-text", north, south}, {"due", "-text", "-on", "2026-01-20", north, south}} {
		got := call(t, "", args...)
		for _, want := range []string{north + `/plans.ndjson:2 /id: "p-1" is the id of ` + north + `/plans.ndjson:1 already`, south + `/more.json:4 /supersedes: "p-9" is the id of no record here`} {
			if strings.Count(got.err, want) != 1 || got.status != exitBad {
				t.Errorf("%s: want %q once in\n%s", args[0], want, got)
			}
		}
	}
}

// A page names the document that it shows by the digest of what the document form writes.
func TestReportNamesItsDocument(t *testing.T) {
	document, shown := call(t, "", "report", "-format", "json", districtYear), call(t, "", "report", "-format", "html", districtYear)
	if want := fmt.Sprintf("%x", sha256.Sum256([]byte(strings.TrimSuffix(document.out, "\n")))); strings.Count(shown.out, want) != 1 {
		t.Errorf("the page does not have the digest %s once", want)
	}
}
