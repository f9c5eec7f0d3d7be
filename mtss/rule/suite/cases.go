package suite

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Cases is a document of tests of rules, which those who own the rules write.
type Cases struct {
	// Cases are the cases.
	Cases []Case `json:"cases" jsonschema:"maxItems=1000000"`
}

// Case is one test of one rule: facts on a day, and what the rule should say.
type Case struct {
	// Name says what the case shows.
	Name string `json:"name" jsonschema:"minLength=1,maxLength=300"`
	// Rule is the id of the rule.
	Rule string `json:"rule" jsonschema:"minLength=1,maxLength=100"`
	// On is the day of judgement.
	On mtss.Date `json:"on"`
	// Facts are the facts; a measure left out is missing.
	Facts rule.FactTexts `json:"facts"`
	// Expect is what the rule should say.
	Expect Expect `json:"expect"`
}

// Expect is what a case expects of its rule. A member that is absent is not checked.
type Expect struct {
	// Verdict is "met", "notMet" or "undetermined".
	Verdict string `json:"verdict,omitzero" jsonschema:"enum=met,enum=notMet,enum=undetermined"`
	// Applies is "yes", "no" or "undetermined".
	Applies string `json:"applies,omitzero" jsonschema:"enum=yes,enum=no,enum=undetermined"`
	// Then is what should follow.
	Then string `json:"then,omitzero" jsonschema:"minLength=1,maxLength=200"`
}

// DecodeCases reads cases strictly: their form. Errors: the codes of strict reading.
func DecodeCases(data []byte) (Cases, error) {
	return strict.Read[Cases](data, nil)
}

// Validate reports what decoding the cases would. Errors: the codes of strict reading.
func (c Cases) Validate() error { return strict.Validate(&c, nil) }

// Schema names the kind of the document and the version of its schema.
func (Cases) Schema() mtss.Schema { return mtss.Schema{Kind: "cases", Version: rule.SchemaVersion} }

// MarshalJSON writes the document.
func (c Cases) MarshalJSON() ([]byte, error) { return strict.Marshal(&c) }

// AppendJSON appends the document to dst.
func (c *Cases) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, c) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (c *Cases) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, c, nil) }

// Run judges the case by a rulebook, and reports whether the decision is what
// the case expects. Errors: CodeNotInForce if no version of the rule is in force
// on the day, CodeExpect if the case expects nothing, and those of
// [rule.FactTexts.Parse]; paths lead into the case.
func (c Case) Run(book *rule.Rulebook) (decision rule.Decision, passed bool, err error) {
	facts, err := c.Facts.Parse("/facts", book.Vocabulary())
	issues := mtss.Issues(err)
	if c.Expect == (Expect{}) {
		issues = append(issues, mtss.Issuef("/expect", CodeExpect, "the case expects nothing, want a verdict, applies or then"))
	}
	decision, ok := book.Decide(c.Rule, facts, c.On)
	if !ok {
		issues = append([]mtss.Issue{mtss.Issuef("/rule", CodeNotInForce, "no version of rule %q is in force on %s", c.Rule, c.On)}, issues...)
	}
	if len(issues) > 0 {
		return rule.Decision{}, false, strict.Invalid(issues)
	}
	return decision, c.Expect.holds(decision), nil
}

func (e Expect) holds(d rule.Decision) bool {
	then := ""
	if d.Matches() == mtss.Met {
		then = d.Then
	}
	verdict := d.Verdict.String()
	if d.Applies == rule.Applies(mtss.NotMet) {
		verdict = "" // a rule that does not apply has no verdict
	}
	return (e.Verdict == "" || e.Verdict == verdict) && (e.Applies == "" || e.Applies == d.Applies.String()) && (e.Then == "" || e.Then == then)
}
