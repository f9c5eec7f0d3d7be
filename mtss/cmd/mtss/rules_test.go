package main

import (
	"encoding/json"
	"encoding/xml"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

const rulesFile = "testdata/rules-good/rules.json"

func TestRulesGolden(t *testing.T) {
	for _, c := range []struct {
		name   string
		args   []string
		status int
	}{
		{"rules-good", []string{"rules", "test", "testdata/rules-good"}, exitGood},
		{"rules-failing", []string{"rules", "test", "testdata/rules-failing"}, exitBad},
		{"rules-failing-json", []string{"rules", "test", "testdata/rules-failing", "-json"}, exitBad},
		{"rules-failing-junit", []string{"rules", "test", "-junit", "testdata/rules-failing"}, exitBad},
		{"rules-empty", []string{"rules", "test", "testdata/rules-empty"}, exitBad},
		{"rules-lint", []string{"rules", "lint", "testdata/rules-lint"}, exitBad},
		{"rules-lint-json", []string{"rules", "lint", "-json", "testdata/rules-lint"}, exitBad},
		{"rules-lint-clean", []string{"rules", "lint", "testdata/rules-good"}, exitGood},
		{"rules-cases", []string{"rules", "cases", "-on", "2026-01-20", rulesFile + "#commit"}, exitGood},
		{"rules-convert", []string{"rules", "convert", rulesFile}, exitGood},
		{"rules-convert-cases", []string{"rules", "convert", "testdata/rules-good/cases.json"}, exitGood},
		{"rules-convert-yaml", []string{"rules", "convert", "-format", "yaml", "testdata/rules-table.csv"}, exitGood},
		{"rules-convert-csv", []string{"rules", "convert", "testdata/rules-table.csv"}, exitGood},
		{"rules-convert-bad", []string{"rules", "convert", "testdata/rules-bad.csv"}, exitBad},
		{"rules-explain-above", []string{"rules", "explain", "testdata/rules-lint#cap", "testdata/rules-facts.json"}, exitGood},
		{"rules-explain", []string{"rules", "explain", rulesFile + "#commit", "testdata/rules-facts.json"}, exitGood},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, "", c.args...)
			if got.status != c.status {
				t.Errorf("exit status %d, want %d", got.status, c.status)
			}
			golden(t, c.name, got.String())
		})
	}
}

func TestRulesBad(t *testing.T) {
	for _, c := range []struct {
		why    string
		args   []string
		status int
		says   string
	}{
		{"no verb", nil, exitUsage, "usage"},
		{"no folder", []string{"test"}, exitUsage, "usage"},
		{"two forms at once", []string{"test", "-json", "-junit", "testdata/rules-good"}, exitUsage, "usage"},
		{"problems in prose", []string{"test", "-text", "testdata/rules-empty"}, exitBad, ": the folder has no cases"},
		{"a folder that is not there", []string{"test", "testdata/nowhere"}, exitBad, string(suite.CodeRead)},
		{"no facts", []string{"explain", rulesFile}, exitUsage, "usage"},
		{"no day", []string{"explain", "-on", "soon", rulesFile, "testdata/rules-facts.json"}, exitUsage, "soon"},
		{"no such rule", []string{"explain", rulesFile + "#other", "testdata/rules-facts.json"}, exitBad, string(suite.CodeCaseRule)},
		{"facts of another measure", []string{"explain", rulesFile, "testdata/rules-good/cases.json"}, exitBad, "cases.json"},
		{"a rule in one file whose set above is in another", []string{"explain", "testdata/rules-lint/district.json#cap", "testdata/rules-facts.json"}, exitBad, string(rule.CodeScope)},
		{"several rules and none named", []string{"cases", "testdata/rules-lint"}, exitBad, string(suite.CodeCaseRule)},
		{"cases of no file", []string{"cases"}, exitUsage, "usage"},
		{"lint of no folder", []string{"lint"}, exitUsage, "usage"},
		{"lint of a folder that is not there", []string{"lint", "testdata/nowhere"}, exitBad, string(suite.CodeRead)},
		{"convert nothing", []string{"convert"}, exitUsage, "usage"},
		{"convert what is not there", []string{"convert", "nowhere.csv"}, exitBad, string(CodeFile)},
		{"convert another document", []string{"convert", "testdata/habits.json"}, exitBad, string(suite.CodeKind)},
		{"no such file", []string{"explain", "nowhere.json", "testdata/rules-facts.json"}, exitBad, string(CodeFile)},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := call(t, "", append([]string{"rules"}, c.args...)...)
			if got.status != c.status || !strings.Contains(got.out+got.err, c.says) {
				t.Errorf("want status %d and %q, got %s", c.status, c.says, got)
			}
		})
	}
}

// Rules in YAML are tested, checked, explained and converted like those in JSON.
func TestRulesYAML(t *testing.T) {
	const good = "# ours\nkind: ruleSet\nschemaVersion: 1\nmeasures:\n  met: {kind: yesNo}\nrules:\n- id: r\n  require: {measure: met, is: yes}\n"
	rules := write(t, "rules.yaml", good)
	bad := write(t, "bad.yml", strings.Replace(good, "id: r", "id: r\n  titel: x", 1))
	tagged := write(t, "tagged.yaml", strings.Replace(good, "id: r", "id: !r r", 1))
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"check", "ruleSet", rules}, ""},
		{[]string{"check", "ruleSet", bad}, `bad.yml","line":8,"path":"/rules/0/titel"`},
		{[]string{"check", "ruleSet", tagged}, `tagged.yaml","line":7,"path":"/rules/0/id","code":"files.yaml"`},
		{[]string{"check", "cases", rules}, `rules.yaml","line":2,"path":"/kind"`},
		{[]string{"rules", "explain", rules, `{"met": "no"}`}, "r: not met."},
		{[]string{"rules", "convert", rules}, `"is": "yes"`},
		{[]string{"rules", "convert", "-yaml", rules}, "is: yes"},
		{[]string{"rules", "convert", "-csv", rules}, "json.enum"},
		{[]string{"rules", "convert", bad}, `"line":8`},
		{[]string{"rules", "convert", tagged}, `"line":7`},
		{[]string{"check", "cases", filepath.Join(t.TempDir(), "nowhere.yaml")}, string(CodeFile)},
	} {
		if got := call(t, "", c.args...); !strings.Contains(got.out+got.err, c.says) || (c.says == "") != (got.out+got.err == "") {
			t.Errorf("%q: want %q, got %s", c.args, c.says, got)
		}
	}
}

func TestRulesMachineForms(t *testing.T) {
	out := call(t, "", "rules", "test", "-junit", "testdata/rules-failing").out
	var parsed struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
	}
	if err := xml.Unmarshal([]byte(out), &parsed); err != nil || parsed.Tests != 3 || parsed.Failures != 1 || parsed.Errors != 1 {
		t.Errorf("%v: %+v", err, parsed)
	}
	out = call(t, "", "rules", "test", "-json", "testdata/rules-failing").out
	var members struct{ Problems []mtss.Problem }
	if err := json.Unmarshal([]byte(out), &members); err != nil || len(members.Problems) != 1 {
		t.Errorf("%v: %+v", err, members)
	}
}

// Without a day, a rule that is always in force looks at all of a series.
func TestRulesExplainSeries(t *testing.T) {
	rules := write(t, "rules.json", `{"kind":"ruleSet","schemaVersion":1,"measures":{"met":{"kind":"yesNo","series":true}},"rules":[{"id":"r","require":{"measure":"met","last":2,"is":"yes"}}]}`)
	facts := write(t, "facts.json", `{"met":[{"on":"2025-09-15","value":"no"},{"on":"2026-01-15","value":"yes"},{"on":"2025-10-15","value":"yes"}]}`)
	if got := call(t, "", "rules", "explain", rules, facts); !strings.Contains(got.out, "r: met.") {
		t.Error(got)
	}
	if got := call(t, "", "rules", "explain", rules, read(t, facts)); !strings.Contains(got.out, "r: met.") {
		t.Errorf("facts in the call itself: %s", got)
	}
	if got := call(t, "", "rules", "explain", rules, "{"); got.status != exitBad || !strings.Contains(got.err, `"file":"FACTS","line":1`) {
		t.Errorf("facts that are none: %s", got)
	}
	if got := call(t, "", "rules", "explain", "-on", "2025-12-31", rules, facts); !strings.Contains(got.out, "r: not met.") {
		t.Error(got)
	}
}
