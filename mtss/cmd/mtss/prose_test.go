package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// What stands in records can neither steer a terminal nor pass for a line of
// the command's own.
func TestProseIsPlain(t *testing.T) {
	const evil = "s\x1b[2Jx\u202ey\u2028z\u009b1m\n  total 28 of 28 points"
	const shown = `s\u001b[2Jx\u202ey\u2028z\u009b1m\u000a  total 28 of 28 points`
	quoted := strings.NewReplacer("\x1b", `\u001b`, "\n", `\n`).Replace(evil)
	evidence, err := os.ReadFile("../../../examples/stages/data/exploration.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, in string
		args     []string
	}{
		{"score", tier1("s-1", quoted), []string{"score", "-text"}},
		{"problems", tier1(`"1.2"`, `"`+quoted+`"`), []string{"check", "-text", "administration"}},
		{"stage", regexp.MustCompile(`("unit": *\{ *"id": *")[^"]*`).ReplaceAllLiteralString(string(evidence), `"unit":{"id":"`+quoted), []string{"stage", "-text"}},
		{"due", "", []string{"due", "-text", "-on", "2026-02-01", "-schedule", "dca", "-unit", "district/" + evil, os.DevNull}},
	} {
		got := call(t, c.in, c.args...)
		if text := got.out + got.err; !strings.Contains(text, shown) {
			t.Errorf("%s: %q does not show %s", c.name, text, shown)
		}
		for _, c := range got.out + got.err {
			if c != '\n' && steers(c) {
				t.Errorf("%U is printed as it is: %q", c, got)
			}
		}
	}
}
