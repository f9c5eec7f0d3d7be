package suite_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// A set with a case of it, as a district writes them.
const (
	fadeSet = `{"kind":"ruleSet","schemaVersion":1,
		"measures":{"dca.total":{"kind":"tally","unit":"points"},"fidelity.practitioners":{"kind":"tally","unit":"people"},"outcomes.improved":{"kind":"yesNo"}},
		"rules":[{"id":"r01","since":"2025-08-01","when":{"measure":"outcomes.improved","is":"yes"},"require":{"measure":"dca.total","atLeast":"80%"},"then":"fade"}]}`
	fadeCase = `{"kind":"cases","schemaVersion":1,"cases":[{"name":"43 of 54 prints 80 %, and fails","rule":"r01","on":"2026-01-20",` +
		`"facts":{"dca.total":"43/54","fidelity.practitioners":"4+3?/10","outcomes.improved":"yes"},"expect":{"verdict":"notMet","applies":"yes"}}]}`
)

func day(y, m, d int) mtss.Date { return mtss.Date{Year: y, Month: m, Day: d} }

// problem is where an issue is, and its code.
type problem struct {
	Path string
	Code mtss.Code
}

func found(err error) (out []problem) {
	for _, issue := range mtss.Issues(err) {
		out = append(out, problem{issue.Path, issue.Code})
	}
	return out
}

func fadeBook(t *testing.T) *rule.Rulebook {
	t.Helper()
	set, err := rule.DecodeSet([]byte(fadeSet))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	book, err := rule.CompileSet(rule.Vocabulary{}, set)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return book
}

func ExampleCase_Run() {
	set, err := rule.DecodeSet([]byte(fadeSet))
	if err != nil {
		log.Fatal(err)
	}
	book, err := rule.CompileSet(rule.Vocabulary{}, set)
	if err != nil {
		log.Fatal(err)
	}
	cases, err := suite.DecodeCases([]byte(fadeCase))
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range cases.Cases {
		_, passed, err := c.Run(book)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(c.Name, passed)
	}
	// Output:
	// 43 of 54 prints 80 %, and fails true
}

func TestRun(t *testing.T) {
	book := fadeBook(t)
	met := rule.FactTexts{{Measure: "dca.total", Text: "44/54"}, {Measure: "outcomes.improved", Text: "yes"}}
	aside := rule.FactTexts{{Measure: "outcomes.improved", Text: "no"}}
	on := day(2026, 1, 20)
	for _, tt := range []struct {
		name   string
		facts  rule.FactTexts
		expect suite.Expect
		passed bool
		why    string
	}{
		{"met", met, suite.Expect{Verdict: "met"}, true, ""},
		{"all of it", met, suite.Expect{Verdict: "met", Applies: "yes", Then: "fade"}, true, ""},
		{"another verdict", met, suite.Expect{Verdict: "notMet"}, false, ""},
		{"another applies", met, suite.Expect{Verdict: "met", Applies: "no"}, false, ""},
		{"another then", met, suite.Expect{Then: "stay"}, false, ""},
		{"does not apply", aside, suite.Expect{Applies: "no"}, true, ""},
		{"does not apply is no verdict", aside, suite.Expect{Verdict: "undetermined"}, false, "nor is it an undetermined one"},
		{"does not apply, so nothing follows", aside, suite.Expect{Then: "fade"}, false, ""},
		{"left out is missing", met[:1], suite.Expect{Applies: "undetermined", Verdict: "met"}, true, ""},
		{"nothing follows from what is unknown", met[:1], suite.Expect{Then: "fade"}, false, ""},
		{"nothing given", nil, suite.Expect{Applies: "undetermined", Verdict: "undetermined"}, true, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := suite.Case{Name: tt.name, Rule: "r01", On: on, Facts: tt.facts, Expect: tt.expect}
			decision, passed, err := c.Run(book)
			if err != nil {
				t.Fatal(err)
			}
			if passed != tt.passed || decision.Rule != "r01" {
				t.Errorf("%s: passed %v, want %v: %+v", tt.why, passed, tt.passed, decision)
			}
		})
	}
}

func TestRunRefuses(t *testing.T) {
	book := fadeBook(t)
	good := suite.Expect{Verdict: "met"}
	for _, tt := range []struct {
		name string
		c    suite.Case
		want []problem
	}{
		{"no such rule", suite.Case{Rule: "r02", On: day(2026, 1, 1), Expect: good}, []problem{{"/rule", suite.CodeNotInForce}}},
		{"a day too early", suite.Case{Rule: "r01", On: day(2025, 7, 31), Expect: good}, []problem{{"/rule", suite.CodeNotInForce}}},
		{"the first day", suite.Case{Rule: "r01", On: day(2025, 8, 1), Expect: good}, nil},
		{"expects nothing", suite.Case{Rule: "r01", On: day(2026, 1, 1)}, []problem{{"/expect", suite.CodeExpect}}},
		{"all of it", suite.Case{Rule: "r02", On: day(2026, 1, 1), Facts: rule.FactTexts{{Measure: "dca.total", Text: "1"}, {Measure: "gone", Text: "1"}}},
			[]problem{{"/rule", suite.CodeNotInForce}, {"/facts/dca.total", rule.CodeFact}, {"/facts/gone", rule.CodeMeasureUnknown}, {"/expect", suite.CodeExpect}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, passed, err := tt.c.Run(book)
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if err != nil && passed {
				t.Error("passed nevertheless")
			}
		})
	}
}

func TestDecodeCases(t *testing.T) {
	one := func(members string) string { return `{"kind":"cases","schemaVersion":1,"cases":[{` + members + `}]}` }
	for _, tt := range []struct {
		name, text string
		want       []problem
	}{
		{"the wire format's", fadeCase, nil},
		{"none", `{"kind":"cases","schemaVersion":1,"cases":[]}`, nil},
		{"a rule set", fadeSet, []problem{{"/kind", strict.CodeEnum}}},
		{"nothing in it", one(``), []problem{{"/cases/0/name", strict.CodeMissing}, {"/cases/0/rule", strict.CodeMissing}, {"/cases/0/on", strict.CodeMissing}, {"/cases/0/facts", strict.CodeMissing}, {"/cases/0/expect", strict.CodeMissing}}},
		{"another word", one(`"name":"n","rule":"r","on":"2026-01-20","facts":{},"expect":{"verdict":"not met","applies":"maybe"}`),
			[]problem{{"/cases/0/expect/verdict", strict.CodeEnum}, {"/cases/0/expect/applies", strict.CodeEnum}}},
		{"no day", one(`"name":"n","rule":"r","on":"","facts":{},"expect":{"applies":"undetermined"}`), []problem{{"/cases/0/on", mtss.CodeDate}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cases, err := suite.DecodeCases([]byte(tt.text))
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Fatalf("(-want +got)\n%s\n%v", diff, mtss.Issues(err))
			}
			if err == nil {
				first, err := json.Marshal(cases)
				if err != nil {
					t.Fatal(err)
				}
				again, err := suite.DecodeCases(first)
				second, _ := json.Marshal(again)
				if err != nil || string(second) != string(first) {
					t.Errorf("%v: written as\n%s\nthen as\n%s", err, first, second)
				}
			}
		})
	}
}

func TestCasesAreWhole(t *testing.T) {
	for _, tt := range []struct {
		cases suite.Cases
		want  string
	}{
		{suite.Cases{}, `{"kind":"cases","schemaVersion":1,"cases":[]}`},
		{suite.Cases{Cases: []suite.Case{{}}}, `{"kind":"cases","schemaVersion":1,"cases":[{"name":"","rule":"","on":"","facts":{},"expect":{}}]}`},
	} {
		if got, err := json.Marshal(tt.cases); err != nil || string(got) != tt.want {
			t.Errorf("got %s, %v, want %s", got, err, tt.want)
		}
	}
	if errs := strict.Check(suite.Cases{}); errs != nil {
		t.Error(errs)
	}
}

// Without a rulebook no rule is in force.
func TestRunWithoutRulebook(t *testing.T) {
	var c suite.Case
	if _, passed, err := c.Run(nil); passed || !errors.Is(err, suite.CodeNotInForce) {
		t.Errorf("got %t, %v", passed, err)
	}
}
