package rule

import (
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Check reports what is wrong with a value of the measure that was made in Go:
// what [ParseValue] would not have read. A missing value and one that does not
// apply are values of every measure. Errors: CodeFact.
func (m Measure) Check(v Value) error {
	values := []Dated{{Value: v}}
	if m.Series && v.form == series {
		values = v.series()
	}
	for _, d := range values {
		switch {
		case v.form == series && m.Series && !d.On.Valid():
			return mtss.Issuef("", CodeFact, "measure %q: a value of the series has no valid date", m.Name)
		case !d.Value.hasDay():
			return mtss.Issuef("", CodeFact, "measure %q: the day of the value is not a valid date", m.Name)
		case d.Value.form == missing, d.Value.form == notApplicable:
		case !formsOf(m.Kind).hold(d.Value.form), m.Series != (v.form == series):
			return mtss.Issuef("", CodeFact, "measure %q: the value is not a %s, want %s", m.Name, m.Kind, m.form())
		case d.Value.form == tally && d.Value.tally.Validate() != nil:
			return mtss.Issuef("", CodeFact, "measure %q: %s", m.Name, mtss.Issues(d.Value.tally.Validate())[0].Message)
		case d.Value.form == category && m.notCategory(d.Value.text()) != "":
			return mtss.Issuef("", CodeFact, "measure %q: %q is not one of its categories, %s", m.Name, d.Value.text(), m.notCategory(d.Value.text()))
		case d.Value.form == yesNo && d.Value.verdict != mtss.Met && d.Value.verdict != mtss.NotMet && d.Value.verdict != mtss.Undetermined:
			return mtss.Issuef("", CodeFact, "measure %q: %d is not a verdict", m.Name, d.Value.verdict)
		}
	}
	return nil
}

// Check reports facts of measures that the vocabulary lacks, and values of
// another kind than their measure's, in the order of the names: what reading
// the same facts as text would refuse. Errors: CodeMeasureUnknown, CodeFact.
func (v Vocabulary) Check(facts Facts) error {
	var issues []mtss.Issue
	for _, name := range slices.Sorted(maps.Keys(facts)) {
		at, i := pointer.Member("", name), v.index(name)
		if i < 0 {
			issues = append(issues, mtss.Issuef(at, CodeMeasureUnknown, "measure %q is unknown%s", name, v.suggest(name)))
			continue
		}
		issues = append(issues, strict.Under(at, mtss.Issues(v.Measures[i].Check(facts[name])))...)
	}
	return strict.Invalid(issues)
}

// YesNo returns the value as a verdict, if it is one.
func (v Value) YesNo() (mtss.Verdict, bool) { return v.verdict, v.form == yesNo }
