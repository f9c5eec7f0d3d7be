package stages

import (
	"encoding/json"

	"github.com/openmtss/mtss-go/internal/pointer"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Cycles is a document of improvement cycles.
type Cycles struct {
	// Kind is "cycles"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=cycles"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// Cycles are the cycles.
	Cycles []Cycle `json:"cycles" jsonschema:"maxItems=100000"`
}

// Cycle is one plan-do-study-act cycle. Its parts follow each other; a cycle
// under way lacks the later ones.
type Cycle struct {
	// ID names the cycle.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Unit is where it was done.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what it improves.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Plan is the day on which it was planned, and what.
	Plan Step `json:"plan"`
	// Do is when it was done.
	Do Step `json:"do,omitzero"`
	// Study is when its data were looked at.
	Study Step `json:"study,omitzero"`
	// AsIntended tells whether it was done as intended.
	AsIntended mtss.Verdict `json:"asIntended,omitzero"`
	// GoodResult tells whether the result was good.
	GoodResult mtss.Verdict `json:"goodResult,omitzero"`
	// Act is when was decided what follows, and what.
	Act Step `json:"act,omitzero"`
}

// Step is one part of a cycle. The zero value is a part that has not come yet.
type Step struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// What is what was planned, done, found or decided, in short.
	What string `json:"what" jsonschema:"minLength=1,maxLength=500"`
}

// DecodeCycles reads improvement cycles strictly and validates them. Errors: the
// codes of strict reading and CodeCycle.
func DecodeCycles(data []byte) (Cycles, error) {
	var c Cycles
	document, issues := strict.Parse(data)
	if len(issues) == 0 {
		issues = document.Decode(&c)
	}
	if len(issues) == 0 {
		issues = c.issues()
	}
	return c, strict.Invalid(issues)
}

// MarshalJSON writes the cycles with their kind and schema version.
func (c Cycles) MarshalJSON() ([]byte, error) {
	type plain Cycles
	p := plain(c)
	p.Kind, p.SchemaVersion = "cycles", SchemaVersion
	if p.Cycles == nil {
		p.Cycles = []Cycle{}
	}
	return json.Marshal(p)
}

// Validate reports cycles whose parts are out of order or lack one before
// them, and ids that stand twice. Errors: CodeCycle.
func (c Cycles) Validate() error { return strict.Invalid(c.issues()) }

func (c Cycles) issues() []mtss.Issue {
	var issues []mtss.Issue
	seen := map[string]bool{}
	for i, cycle := range c.Cycles {
		at := pointer.Element("/cycles", i)
		if seen[cycle.ID] {
			issues = append(issues, mtss.Issuef(pointer.Member(at, "id"), CodeCycle, "cycle %q stands twice", cycle.ID))
		}
		seen[cycle.ID] = true
		issues = append(issues, cycle.issues(at)...)
	}
	return issues
}

// issues reports parts of one cycle that do not follow each other.
func (c Cycle) issues(at string) []mtss.Issue {
	var issues []mtss.Issue
	var before mtss.Date
	gap := false
	for k, step := range []Step{c.Plan, c.Do, c.Study, c.Act} {
		name := []string{"plan", "do", "study", "act"}[k]
		here := pointer.Member(at, name)
		switch {
		case step == Step{}:
			if gap = true; name == "plan" {
				issues = append(issues, mtss.Issuef(here, CodeCycle, "a cycle begins with its plan, which is missing"))
			}
		case gap:
			issues = append(issues, mtss.Issuef(here, CodeCycle, "%q stands, yet a part before it is missing", name))
		case !step.On.Valid():
			issues = append(issues, mtss.Issuef(pointer.Member(here, "on"), CodeCycle, "%q has no valid date", name))
		case step.On.Before(before):
			issues = append(issues, mtss.Issuef(pointer.Member(here, "on"), CodeCycle, "%q on %s is before the part before it, on %s", name, step.On, before))
		default:
			before = step.On
		}
	}
	return issues
}

// Problem tells what the cycle points to, once it has been studied.
func (c Cycle) Problem() Problem {
	if c.Study == (Step{}) {
		return UnclearProblem
	}
	return Diagnose(c.AsIntended, c.GoodResult)
}
