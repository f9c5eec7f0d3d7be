package mtsstest

import (
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// Day reads a date, YYYY-MM-DD. It ends the test if it is none.
func Day(t testing.TB, text string) mtss.Date {
	t.Helper()
	d, err := mtss.ParseDate(text)
	if err != nil {
		t.Fatalf("day %q: %v", text, err)
	}
	return d
}

// Facts builds facts from short texts, each a measure, a colon and what is known
// of it, as cases write it; a series has a day before each value:
//
//	mtsstest.Facts(t, "dca.total: 43/54", "outcomes.good: yes", "tfi.met: 2025-09-15 yes, 2025-10-15 no")
//
// It ends the test at a text that is not so. Whether the measure exists and
// takes the value, FactTexts.Parse says.
func Facts(t testing.TB, texts ...string) rule.FactTexts {
	t.Helper()
	facts := make(rule.FactTexts, 0, len(texts))
	for _, text := range texts {
		facts = append(facts, fact(t, text))
	}
	return facts
}

// ParsedFacts is Facts, read by the measures of a vocabulary. It ends the test
// if a measure is unknown or cannot have its value.
func ParsedFacts(t testing.TB, vocabulary rule.Vocabulary, texts ...string) rule.Facts {
	t.Helper()
	facts, err := Facts(t, texts...).Parse("", vocabulary)
	if issues := mtss.Issues(err); len(issues) > 0 {
		lines := make([]string, len(issues))
		for i, issue := range issues {
			lines[i] = issue.Message
		}
		t.Fatalf("facts: %s", strings.Join(lines, "; "))
	}
	return facts
}

// Evidence builds the evidence of one unit and one innovation, each text a day
// and a fact as Facts takes it. Texts of one day become one record:
//
//	mtsstest.Evidence(t, school, "reading", "2026-01-20 fidelity.practitioners: 4+3?/10", "2026-01-20 outcomes.good: yes")
//
// It ends the test at a text that is not so.
func Evidence(t testing.TB, unit mtss.Unit, innovation string, texts ...string) stages.Evidence {
	t.Helper()
	e := stages.Evidence{Records: []stages.Record{}}
	for _, text := range texts {
		day, rest, _ := strings.Cut(text, " ")
		on, err := mtss.ParseDate(day)
		if err != nil {
			t.Fatalf(`evidence %q has no day, want "2026-01-20 measure: value"`, text)
		}
		one := fact(t, rest)
		i := slices.IndexFunc(e.Records, func(r stages.Record) bool { return r.Date == on })
		if i < 0 {
			i = len(e.Records)
			e.Records = append(e.Records, stages.Record{Unit: unit, Innovation: innovation, Date: on})
		}
		e.Records[i].Facts = append(e.Records[i].Facts, one)
	}
	return e
}

// fact reads "measure: value" or "measure: day value, day value".
func fact(t testing.TB, text string) rule.Fact {
	t.Helper()
	measure, value, ok := strings.Cut(text, ": ")
	if !ok || measure == "" || value == "" {
		t.Fatalf(`fact %q, want "measure: value"`, text)
	}
	if _, ok := dated(value); !ok {
		return rule.Fact{Measure: measure, Text: value}
	}
	f := rule.Fact{Measure: measure}
	for part := range strings.SplitSeq(value, ", ") {
		one, ok := dated(part)
		if !ok {
			t.Fatalf(`fact %q: %q has no day and value, want "2026-01-20 value"`, text, part)
		}
		f.Series = append(f.Series, one)
	}
	return f
}

// dated reads a day with a value behind it; a day alone is a value itself.
func dated(text string) (rule.DatedText, bool) {
	day, value, ok := strings.Cut(text, " ")
	on, err := mtss.ParseDate(day)
	return rule.DatedText{On: on, Value: value}, ok && err == nil && value != ""
}
