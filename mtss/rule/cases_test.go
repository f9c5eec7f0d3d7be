package rule_test

import (
	"fmt"
	"log"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// A set with a case of it, as a district writes them.
const (
	fadeSet = `{"kind":"ruleSet","schemaVersion":1,
		"measures":{"dca.total":{"kind":"tally","unit":"points"},"fidelity.practitioners":{"kind":"tally","unit":"people"},"outcomes.improved":{"kind":"yesNo"}},
		"rules":[{"id":"r01","since":"2025-08-01","when":{"measure":"outcomes.improved","is":"yes"},"require":{"measure":"dca.total","atLeast":"80%"},"then":"fade"}]}`
	fadeCase = `{"kind":"cases","schemaVersion":1,"cases":[{"name":"43 of 54 prints 80 %, and fails","rule":"r01","on":"2026-01-20",` +
		`"facts":{"dca.total":"43/54","fidelity.practitioners":"4+3?/10","outcomes.improved":"yes"},"expect":{"verdict":"notMet","applies":"yes"}}]}`
)

func ExampleRulebook_Run() {
	set, err := rule.DecodeSet([]byte(fadeSet))
	if err != nil {
		log.Fatal(err)
	}
	book, err := rule.CompileSet(rule.Vocabulary{}, set)
	if err != nil {
		log.Fatal(err)
	}
	cases, err := rule.DecodeCases([]byte(fadeCase))
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range cases.Cases {
		result, err := book.Run(c)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(c.Name, result.Passed)
	}
	// Output:
	// 43 of 54 prints 80 %, and fails true
}

func TestRun(t *testing.T) {
	book := mustBook(t, rule.Vocabulary{}, fadeSet)
	met := rule.FactTexts{{Measure: "dca.total", Text: "44/54"}, {Measure: "outcomes.improved", Text: "yes"}}
	aside := rule.FactTexts{{Measure: "outcomes.improved", Text: "no"}}
	on := dateOf(2026, 1, 20)
	for _, tt := range []struct {
		name   string
		facts  rule.FactTexts
		expect rule.Expect
		passed bool
		why    string
	}{
		{"met", met, rule.Expect{Verdict: "met"}, true, ""},
		{"all of it", met, rule.Expect{Verdict: "met", Applies: "yes", Then: "fade"}, true, ""},
		{"another verdict", met, rule.Expect{Verdict: "notMet"}, false, ""},
		{"another applies", met, rule.Expect{Verdict: "met", Applies: "no"}, false, ""},
		{"another then", met, rule.Expect{Then: "stay"}, false, ""},
		{"does not apply", aside, rule.Expect{Applies: "no"}, true, ""},
		{"does not apply is no verdict", aside, rule.Expect{Verdict: "undetermined"}, false, "nor is it an undetermined one"},
		{"does not apply, so nothing follows", aside, rule.Expect{Then: "fade"}, false, ""},
		{"left out is missing", met[:1], rule.Expect{Applies: "undetermined", Verdict: "met"}, true, ""},
		{"nothing follows from what is unknown", met[:1], rule.Expect{Then: "fade"}, false, ""},
		{"nothing given", nil, rule.Expect{Applies: "undetermined", Verdict: "undetermined"}, true, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := rule.Case{Name: tt.name, Rule: "r01", On: on, Facts: tt.facts, Expect: tt.expect}
			got, err := book.Run(c)
			if err != nil {
				t.Fatal(err)
			}
			if got.Passed != tt.passed || got.Decision.Rule != "r01" || got.Case.Name != tt.name {
				t.Errorf("%s: passed %v, want %v: %+v", tt.why, got.Passed, tt.passed, got.Decision)
			}
		})
	}
}

func TestRunRefuses(t *testing.T) {
	book := mustBook(t, rule.Vocabulary{}, fadeSet)
	good := rule.Expect{Verdict: "met"}
	for _, tt := range []struct {
		name string
		c    rule.Case
		want []problem
	}{
		{"no such rule", rule.Case{Rule: "r02", On: dateOf(2026, 1, 1), Expect: good}, []problem{{"/rule", rule.CodeCaseRule}}},
		{"a day too early", rule.Case{Rule: "r01", On: dateOf(2025, 7, 31), Expect: good}, []problem{{"/rule", rule.CodeCaseRule}}},
		{"the first day", rule.Case{Rule: "r01", On: dateOf(2025, 8, 1), Expect: good}, nil},
		{"expects nothing", rule.Case{Rule: "r01", On: dateOf(2026, 1, 1)}, []problem{{"/expect", rule.CodeCaseExpect}}},
		{"all of it", rule.Case{Rule: "r02", On: dateOf(2026, 1, 1), Facts: rule.FactTexts{{Measure: "dca.total", Text: "1"}, {Measure: "gone", Text: "1"}}},
			[]problem{{"/rule", rule.CodeCaseRule}, {"/facts/dca.total", rule.CodeFact}, {"/facts/gone", rule.CodeMeasureUnknown}, {"/expect", rule.CodeCaseExpect}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := book.Run(tt.c)
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if err != nil && got.Passed {
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
		{"a rule set", fadeSet, []problem{{"/cases", strict.CodeMissing}, {"/kind", strict.CodeEnum}, {"/measures", strict.CodeUnknownField}, {"/rules", strict.CodeUnknownField}}},
		{"nothing in it", one(``), []problem{{"/cases/0/name", strict.CodeMissing}, {"/cases/0/rule", strict.CodeMissing}, {"/cases/0/on", strict.CodeMissing}, {"/cases/0/facts", strict.CodeMissing}, {"/cases/0/expect", strict.CodeMissing}}},
		{"another word", one(`"name":"n","rule":"r","on":"2026-01-20","facts":{},"expect":{"verdict":"not met","applies":"maybe"}`),
			[]problem{{"/cases/0/expect/verdict", strict.CodeEnum}, {"/cases/0/expect/applies", strict.CodeEnum}}},
		{"no day", one(`"name":"n","rule":"r","on":"","facts":{},"expect":{"applies":"undetermined"}`), []problem{{"/cases/0/on", mtss.CodeDate}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cases, err := rule.DecodeCases([]byte(tt.text))
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Fatalf("(-want +got)\n%s\n%v", diff, mtss.Issues(err))
			}
			if err == nil {
				checkRoundTrip(t, cases, rule.DecodeCases)
			}
		})
	}
}
