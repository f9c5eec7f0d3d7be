package readiness

import (
	"embed"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

//go:embed data/*.json
var files embed.FS

// Part is the part of readiness that a prompt belongs to.
type Part string

// The parts of readiness. One source says feasibility for capacity.
const (
	// Need is about what is missing.
	Need Part = "need"
	// Fit is about whether the innovation suits what is there.
	Fit Part = "fit"
	// Capacity is about whether it can be done.
	Capacity Part = "capacity"
	// Steps are what is done before the work begins, so that staff are ready.
	Steps Part = "steps"
)

// Prompt is something to be asked, or a step to be taken, before the work with
// an innovation begins.
type Prompt struct {
	// ID names the prompt, such as "isd.need.county", or the step.
	ID string `json:"id"`
	// Unit is the kind of unit that is asked: isd or district.
	Unit mtss.UnitKind `json:"unit"`
	// Part is need, fit, capacity or steps.
	Part Part `json:"part"`
	// Asks is what is asked or to be done, in our own words.
	Asks string `json:"asks"`
	// SpeaksFor is what an answer says that speaks for going ahead; absent for
	// a step.
	SpeaksFor string `json:"speaksFor,omitzero"`
	// Evidence lists kinds of evidence, of which an answer needs one; absent if
	// it needs none.
	Evidence []EvidenceKind `json:"evidence,omitzero"`
	// IfUnsure is where to begin if the answer is unsure.
	IfUnsure string `json:"ifUnsure,omitzero"`
	// Optional prompts and steps are not counted.
	Optional bool `json:"optional,omitzero"`
	// Note is what the source leaves open or contradicts.
	Note string `json:"note,omitzero"`
	// Source is where the prompt is from.
	Source mtss.Source `json:"source"`
	// Verdict is whether a record's answer speaks for going ahead, or whether
	// the step was taken in time. It is undetermined while an answer does not
	// count, and in what the function [Prompts] returns.
	Verdict mtss.Verdict `json:"verdict,omitzero"`
	// Gap is why a record's answer does not count, or what is wrong with a step;
	// absent if nothing is missing.
	Gap string `json:"gap,omitzero"`
}

// Measure is the yes-or-no measure of the verdict: "readiness.isd.need.county",
// or "readiness.step.leaders" for a step.
func (p Prompt) Measure() string {
	if p.Part == Steps {
		return "readiness.step." + p.ID
	}
	return "readiness." + p.ID
}

// Prompts returns the prompts of the sources and after them the steps, in their order.
func Prompts() []Prompt {
	return append(kit.Rows[Prompt](files, "prompts"), kit.Rows[Prompt](files, "steps")...)
}

// Options returns the rules that choose among the options of technical
// assistance by need, fit, capacity and goals. The option is what follows
// from its rule. A set of your own may refine it.
//
// The source says to weigh need, fit and capacity, not how much of each is enough:
// enough is the share of prompts, such as "60%", that must speak for each of the
// three. While it is "", nobody has said, and no option is met unless the fact
// options.enough says so.
func Options(enough string) rule.Set {
	set := kit.Rules(files, "options")
	if enough == "" {
		return set
	}
	for _, r := range set.Rules {
		for i, node := range r.Require.All {
			if node.Measure == optionsEnough {
				r.Require.All[i] = rule.Node{Each: []string{string(evidence.Need), string(evidence.Fit), string(evidence.Capacity)}, Comparison: rule.Comparison{AtLeast: enough}, Why: node.Why}
			}
		}
	}
	return set
}

// optionsEnough is the measure of whether enough speaks for need, fit and capacity.
const optionsEnough = "options.enough"

// Exploration returns the default rules for the stage of exploration. A set of
// your own may refine it.
func Exploration() rule.Set { return kit.Rules(files, "exploration") }
