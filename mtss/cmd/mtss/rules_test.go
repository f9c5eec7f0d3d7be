package main

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

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
		{"a folder that is not there", []string{"test", "testdata/nowhere"}, exitBad, string(suite.CodeRead)},
		{"no facts", []string{"explain", rulesFile}, exitUsage, "usage"},
		{"no day", []string{"explain", "-on", "soon", rulesFile, "testdata/rules-facts.json"}, exitUsage, "soon"},
		{"no such rule", []string{"explain", rulesFile + "#other", "testdata/rules-facts.json"}, exitBad, string(rule.CodeCaseRule)},
		{"facts of another measure", []string{"explain", rulesFile, "testdata/rules-good/cases.json"}, exitBad, "cases.json"},
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

func TestRulesMachineForms(t *testing.T) {
	out := call(t, "", "rules", "test", "-junit", "testdata/rules-failing").out
	var parsed junitSuite
	if err := xml.Unmarshal([]byte(out), &parsed); err != nil || parsed.Tests != 3 || parsed.Failures != 1 || parsed.Errors != 1 {
		t.Errorf("%v: %+v", err, parsed)
	}
	out = call(t, "", "rules", "test", "-json", "testdata/rules-failing").out
	var members struct{ Problems []suite.Problem }
	if err := json.Unmarshal([]byte(out), &members); err != nil || len(members.Problems) != 1 {
		t.Errorf("%v: %+v", err, members)
	}
}
