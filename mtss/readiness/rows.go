package readiness

import (
	"embed"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

//go:embed data/*.json
var files embed.FS

// Part is what a prompt is about.
type Part string

// The parts of readiness. One source says feasibility for capacity.
const (
	// Need asks what is missing.
	Need Part = "need"
	// Fit asks whether the innovation suits what is there.
	Fit Part = "fit"
	// Capacity asks whether it can be done.
	Capacity Part = "capacity"
)

// Prompt is something to be asked before an innovation is selected.
type Prompt struct {
	// ID names the prompt, such as "isd.need.county".
	ID string `json:"id"`
	// Unit is the kind of unit that is asked: isd or district.
	Unit mtss.UnitKind `json:"unit"`
	// Part is need, fit or capacity.
	Part Part `json:"part"`
	// Asks is what is asked, in our own words.
	Asks string `json:"asks"`
	// SpeaksFor is what an answer says that speaks for going ahead.
	SpeaksFor string `json:"speaksFor"`
	// Evidence are kinds of evidence, of which an answer needs one; absent
	// means that it needs none.
	Evidence []string `json:"evidence,omitzero"`
	// IfUnsure is where to begin for whoever cannot answer.
	IfUnsure string `json:"ifUnsure,omitzero"`
	// Source is where the prompt stands.
	Source mtss.Source `json:"source"`
}

// Measure is the yes-or-no measure of whether the answer speaks for going
// ahead: "readiness.isd.need.county".
func (p Prompt) Measure() string { return "readiness." + p.ID }

// Step is something that is done before the work begins, so that staff are ready.
type Step struct {
	// ID names the step.
	ID string `json:"id"`
	// Unit is the kind of unit whose step it is.
	Unit mtss.UnitKind `json:"unit"`
	// What is to be done, in our own words.
	What string `json:"what"`
	// Optional steps are not counted.
	Optional bool `json:"optional,omitzero"`
	// Note is what the source leaves open or contradicts.
	Note string `json:"note,omitzero"`
	// Source is where it stands.
	Source mtss.Source `json:"source"`
}

// Measure is the yes-or-no measure of whether the step was taken.
func (s Step) Measure() string { return "readiness.step." + s.ID }

// Prompts returns the prompts of the sources, in their order.
func Prompts() []Prompt { return kit.Rows[Prompt](files, "prompts") }

// Steps returns the steps that create readiness, in the order of the source.
func Steps() []Step { return kit.Rows[Step](files, "steps") }

// Options returns the rules that choose among the options of technical
// assistance by need, fit, capacity and goals. Each names the option as what
// follows. A set of your own may refine it.
func Options() rule.Set { return kit.Rules(files, "options") }

// Exploration returns the default rules for the stage of exploration. A set of
// your own may refine it.
func Exploration() rule.Set { return kit.Rules(files, "exploration") }

// The words of closed lists. The field of a document that takes them says what
// each of them means.

func evidenceKinds() []string {
	return []string{
		"localMICIP", "countyData", "survey", "focusGroup", "request", "requestedAmount", "strategicPlan", "isdMICIP", "isdPlan", "inventory",
		"conversation", "districtData", "dataSystem", "capacityAssessment", "resource", "scaleUpPlan", "letter", "record",
	}
}

func areas() []string { return []string{"seb", "reading", "infrastructure", "pyramid"} }

func supportKinds() []string { return []string{"training", "coaching", "dataCoordination", "isdTeam"} }

func goals() []string {
	return []string{"countyPlan", "trainers", "coaches", "dataCoordinators", "districtTeams"}
}

func planAreas() []string { return []string{"leadership", "systems", "competency"} }
