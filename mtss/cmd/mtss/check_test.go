package main

import (
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/rollup"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

func TestCheck(t *testing.T) {
	habits, finished := read(t, "testdata/habits.json"), read(t, completion)
	own := strings.Split(read(t, "testdata/administrations.ndjson"), "\n")[0]
	for _, c := range []struct {
		name, why string
		kind, in  string
		want      []string
	}{
		{"administrations", "one a line", "administration", tier1() + "\n\n" + tier1("01-20", "01-21") + "\n", nil},
		{"an id twice", "scoring refuses what says something else under one id", "administration", tier1(`"unit"`, `"id":"a","unit"`) + "\n" + tier1(`"unit"`, `"id":"a","unit"`, "01-20", "01-21"),
			[]string{"2 /id mtss.record.repeated"}},
		{"an item of another section", "scoring refuses it", "administration", tier1("tier1", "tier2"), []string{"1 /responses/1.1 instrument.section.other", "1 /responses/1.2 instrument.section.other"}},
		{"a version that is nearly one that ships", "scoring finds no definition", "administration", tier1(`"2.1"`, `"2"`), []string{"1 /instrument cli.definition"}},
		{"an item of a shipped definition", "it is checked", "administration", tier1() + "\n" + tier1(`"1.2":1`, `"1.2":3,"x":1`), []string{"2 /responses/1.2 instrument.score", "2 /responses/x instrument.item.unknown"}},
		{"an item of another definition", "nobody here knows it", "administration", own, nil},
		{"several problems", "in the order of the document", "administration", tier1(`"1.1":2`, `"z":1`, `"1.2":1`, `"1.2":1.5`, "01-20", "13-20"),
			[]string{"1 /date mtss.date", "1 /responses/z instrument.item.unknown", "1 /responses/1.2 json.number"}},
		{"10 MB line", "", "administration", strings.Repeat("x", 10<<20) + "\n" + tier1(), []string{"1 records.line.large"}},
		{"no administration", "", "administration", "", []string{"1 records.empty"}},
		{"no contact", "as of administrations", "contact", "", []string{"1 records.empty"}},
		{"no observation", "blank lines are none", "observation", "\n\n", []string{"1 records.empty"}},
		{"a definition", "", "definition", habits, nil},
		{"a definition with a byte too many", "", "definition", habits + "x", []string{"1 json.trailing"}},
		{"a cut over 100 %", "", "definition", strings.Replace(habits, "75%", "175%", 1), []string{"26 /criteria/0/require/atLeast rule.threshold.impossible"}},
		{"a mean of unlike items", "what only using it shows", "definition", uneven(t), []string{"21 /subscales/0/report instrument.report.mean"}},
		{"no definition", "an empty file", "definition", "", []string{"1 json.empty"}},
		{"a completion", "", "completion", finished, nil},
		{"a completion of nothing that ships", "", "completion", read(t, "testdata/open-completion.json"), []string{"4 /instrument cli.definition"}},
		{"a completion that does not fit", "an item in a subscale that the definition lacks", "completion", strings.Replace(finished, `["17",`, `["97",`, 1), []string{"10 /subscales instrument.item.unplaced", "13 /subscales/2/items/0 instrument.item.unknown"}},
		{"a completion of what is stated", "in the order of the document, not of the checks", "completion",
			`{"kind":"completion","schemaVersion":1,"total":"points",` + "\n" + `"items":[],"instrument":{"id":"tfi","version":"2.1"},"name":"x","provenance":"unconfirmed","source":{"title":"made up"}}`,
			[]string{"1 /total instrument.completion.conflict", "2 /items instrument.completion.conflict"}},
		{"no completion", "", "completion", "{", []string{"1 json.syntax"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, c.in, "check", c.kind)
			equal(t, c.why, c.want, got.found(t))
			equal(t, "standard output", "", got.out)
			equal(t, "status", map[bool]int{true: exitGood, false: exitBad}[c.want == nil], got.status)
		})
	}
}

// counting counts the bytes of an input that never ends.
type counting struct{ n int }

func (c *counting) Read(p []byte) (int, error) {
	clear(p)
	c.n += len(p)
	return len(p), nil
}

// No more is read of an input than a document may have, and a bit.
func TestCheckReadsNoMoreThanADocument(t *testing.T) {
	var in counting
	var problems strings.Builder
	status := run([]string{"check", "definition"}, streams{in: &in, out: io.Discard, err: &problems})
	equal(t, "status", exitBad, status)
	equal(t, "problems", []string{"0 json.large"}, outcome{err: problems.String()}.found(t))
	if in.n > 17<<20 {
		t.Errorf("%d bytes were read", in.n)
	}
}

func TestCheckFolder(t *testing.T) {
	got := call(t, "", "check", "definition", t.TempDir())
	equal(t, "problems", []string{"0 cli.file"}, got.found(t))
	equal(t, "status", exitBad, got.status)
}

// Flags may stand on either side of the kind.
func TestCheckFlags(t *testing.T) {
	file := write(t, "x.json", "{")
	before, after := call(t, "", "check", "-text", "definition", file), call(t, "", "check", "definition", "-text", file)
	equal(t, "after the kind", before.String(), after.String())
	if !strings.HasPrefix(before.err, file+":1: ") {
		t.Errorf("got %q, want prose that begins with the place", before.err)
	}
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want int
	}{
		{"no command", nil, exitUsage},
		{"unknown command", []string{"scroe"}, exitUsage},
		{"help", []string{"help"}, exitGood},
		{"-h", []string{"-h"}, exitGood},
		{"help of a command", []string{"score", "-h"}, exitGood},
		{"unknown flag", []string{"score", "-x"}, exitUsage},
		{"flag without its value", []string{"score", "-definition"}, exitUsage},
		{"unknown layout", []string{"score", "-csv", "tall"}, exitUsage},
		{"CSV read as JSON", []string{"score", "testdata/wide.csv"}, exitUsage},
		{"unknown policy", []string{"score", "-missing", "guess"}, exitUsage},
		{"no kind", []string{"check"}, exitUsage},
		{"unknown kind", []string{"check", "outcome"}, exitUsage},
		{"unknown flag of check", []string{"check", "-x", "definition"}, exitUsage},
		{"unknown flag after the kind", []string{"check", "definition", "-x"}, exitUsage},
		{"unknown flag of instruments", []string{"instruments", "-x"}, exitUsage},
		{"argument of instruments", []string{"instruments", "dca@7.7"}, exitUsage},
		{"unknown flag of stage", []string{"stage", "-x"}, exitUsage},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, "", c.args...)
			equal(t, "status", c.want, got.status)
			if got.err+got.out == "" {
				t.Error("nothing is said")
			}
			if c.want == exitUsage && got.out != "" {
				t.Errorf("standard output of a wrong call: %s", got.out)
			}
		})
	}
}

// What stage cannot read is reported like everything else: with its line.
func TestStageProblems(t *testing.T) {
	for _, c := range []struct {
		name string
		in   string
		args []string
		want []string
	}{
		{"no such model", "", []string{"-model", "none.json"}, []string{"0 cli.file"}},
		{"a model that is none", "", []string{"-model", write(t, "m.json", "\n{")}, []string{"2 json.syntax"}},
		{"no evidence", "\n{", nil, []string{"2 json.syntax"}},
		{"endless evidence", strings.Repeat(" ", 17<<20), nil, []string{"0 json.large"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, c.in, append([]string{"stage"}, c.args...)...)
			equal(t, "problems", c.want, got.found(t))
			equal(t, "status", exitBad, got.status)
		})
	}
}

const walkthrough = `{"kind":"observation","schemaVersion":1,"practitioner":"p-1","innovation":"swpbis","instrument":{"id":"w","version":"1"},"date":"2026-01-20","score":{"earned":4,"possible":5,"unknown":0}}`

// exampleOf returns the first document of a kind in the examples' data.
func exampleOf(t *testing.T, kind string) string {
	t.Helper()
	files, err := filepath.Glob("../../../examples/*/data/*json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		content := read(t, name)
		first, _, _ := strings.Cut(content, "\n")
		if strings.HasSuffix(name, ".ndjson") {
			content = first
		}
		var head struct{ Kind string }
		if json.Unmarshal([]byte(content), &head) == nil && head.Kind == kind {
			return content
		}
	}
	t.Fatalf("the examples have no document of the kind %q", kind)
	return ""
}

// Every kind that can be checked accepts a good document, and refuses it with a
// member too many.
func TestCheckKinds(t *testing.T) {
	texts := map[string]string{
		"profile":       encode(t, catalog.Profiles()[0]),
		"equating":      encode(t, catalog.Equatings()[0]),
		"crosswalk":     encode(t, dca.Crosswalks()[0]),
		"protocol":      encode(t, dca.DCAProtocol()),
		"schedule":      encode(t, schedule.DCA()),
		"stageModel":    encode(t, stages.NIRN(stages.Entry{})),
		"ruleSet":       `{"kind":"ruleSet","schemaVersion":1,"id":"s","measures":{"a":{"kind":"yesNo"}},"rules":[{"id":"r","require":{"measure":"a","is":"yes"}}]}`,
		"cases":         `{"kind":"cases","schemaVersion":1,"cases":[{"name":"n","rule":"r","on":"2026-01-20","facts":{"a":"yes"},"expect":{"verdict":"met"}}]}`,
		"observation":   walkthrough + "\n\n" + walkthrough,
		"observations":  `{"kind":"observations","schemaVersion":1,"observations":[]}`,
		"dosages":       `{"kind":"dosages","schemaVersion":1,"dosages":[]}`,
		"meetingPolicy": read(t, "../../../mtss/district/testdata/policy.json"),

		"layout":          read(t, layouts+"qualtrics.json"),
		"result":          read(t, "../../../mtss/instrument/testdata/tfi-tier1.json"),
		"equated":         encode(t, equated(t)),
		"labels":          `{"kind":"labels","schemaVersion":1,"instrument":{"id":"ecboq","version":"2.0"},"language":"es","items":{"1":"Uno"}}`,
		"review":          read(t, "../../../dca/testdata/review.json"),
		"trend":           read(t, "../../../dca/testdata/trend.json"),
		"stageAssessment": read(t, "../../../stages/testdata/assessment.json"),
		"stageHistory":    read(t, "../../../stages/testdata/history.json"),
		"fidelityReport":  encode(t, counted(t)),
		"rollup":          encode(t, rollup.Table{By: []mtss.UnitKind{mtss.KindISD}}),
		"rollupState":     encode(t, rollup.State{}),
		"unitProfile":     read(t, "../../../mtss/profile/testdata/juniper.json"),
	}
	for _, kind := range profile.Kinds() {
		t.Run(kind, func(t *testing.T) {
			good := texts[kind]
			if good == "" {
				good = exampleOf(t, kind)
			}
			equal(t, "good", outcome{}.String(), call(t, good, "check", kind).String())
			bad := call(t, strings.Replace(good, `"kind"`, `"nobody":1,"kind"`, 1), "check", kind)
			if found := bad.found(t); bad.status != exitBad || len(found) != 1 || !strings.Contains(found[0], " /nobody json.unknown-field") {
				t.Errorf("with a member that nobody knows: status %d, %q", bad.status, found)
			}
		})
	}
}

// What decoding alone does not see is seen where a document can be compiled.
func TestCheckCompiles(t *testing.T) {
	set := call(t, `{"kind":"ruleSet","schemaVersion":1,"id":"s","measures":{},"rules":[{"id":"r","require":{"measure":"a","is":"yes"}}]}`, "check", "ruleSet")
	equal(t, "a measure that the set lacks", []string{"1 /rules/0/require/measure rule.measure.unknown"}, set.found(t))
	model := call(t, `{"kind":"stageModel","schemaVersion":1,"id":"m","measures":{"a":{"kind":"yesNo"}},"stages":[{"id":"one","question":"Is it so?","enter":{"measure":"b","is":"yes"}}]}`, "check", "stageModel")
	equal(t, "a measure that the model lacks", []string{"1 /stages/0/enter/measure rule.measure.unknown"}, model.found(t))
	lines := call(t, walkthrough+"\n"+strings.Replace(walkthrough, "01-20", "02-30", 1), "check", "observation")
	equal(t, "observations come one a line", []string{"2 /date mtss.date"}, lines.found(t))
}

// equated is a score of the TFI's Tier I, version 2.1, equated with 3.0.
func equated(t *testing.T) instrument.Equated {
	t.Helper()
	e := catalog.Equatings()[0]
	q, err := e.Equate(e.Lines[0].Section, mtss.Tally{Earned: e.Lines[0].FromPossible - 3, Possible: e.Lines[0].FromPossible, Unknown: 1})
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// counted is the share of one practitioner who was not observed.
func counted(t *testing.T) fidelity.ShareReport {
	t.Helper()
	policy, err := fidelity.DecodePolicy([]byte(exampleOf(t, "fidelityPolicy")))
	if err != nil {
		t.Fatal(err)
	}
	school := mtss.Unit{ID: "s-1", Kind: mtss.KindSchool}
	who := []roster.Roster{{Intended: []roster.Assignment{{Person: "p-1", Unit: school, Innovation: "swpbis"}}}}
	report, err := fidelity.Count(who, nil, policy, mtss.Hierarchy{}, mtss.Date{Year: 2026, Month: 1, Day: 20})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return report
}

func encode(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
