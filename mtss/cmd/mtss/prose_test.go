package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

// What stands in records can neither steer a terminal nor pass for a line of
// the command's own.
func TestProseIsPlain(t *testing.T) {
	const evil = "s\x1b[2Jx\u202ey\u2028z\u009b1m\n  total 28 of 28 points"
	const shown = `s\u001b[2Jx\u202ey\u2028z\u009b1m\u000a  total 28 of 28 points`
	quoted := strings.NewReplacer("\x1b", `\u001b`, "\n", `\n`).Replace(evil)
	const odd, oddShown = "s[2Jx\u202ey\u2028z", `s[2Jx\u202ey\u2028z` // an id has no control characters
	evidence, err := os.ReadFile("../../../examples/stages/data/exploration.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, in string
		args     []string
		shown    string
	}{
		{"score", tier1("s-1", odd), []string{"score", "-text"}, oddShown},
		{"problems", tier1(`"1.2"`, `"`+quoted+`"`), []string{"check", "-text", "administration"}, shown},
		{"stage", regexp.MustCompile(`("unit": *\{ *"id": *")[^"]*`).ReplaceAllLiteralString(string(evidence), `"unit":{"id":"`+odd), []string{"stage", "-text"}, oddShown},
		{"due", "", []string{"due", "-text", "-on", "2026-02-01", "-schedule", "dca", "-unit", "district/" + odd, os.DevNull}, oddShown},
	} {
		got := call(t, c.in, c.args...)
		if text := got.out + got.err; !strings.Contains(text, c.shown) {
			t.Errorf("%s: %q does not show %s", c.name, text, c.shown)
		}
		for _, c := range got.out + got.err {
			if c != '\n' && mtss.Printable(string(c)) != string(c) {
				t.Errorf("%U is printed as it is: %q", c, got)
			}
		}
	}
}
