package readiness

import (
	"embed"
	"slices"

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

// Row is a word that documents of this package use: a kind of evidence or of
// support, an area, a goal.
type Row struct {
	// ID is the word.
	ID string `json:"id"`
	// Title says it in a few words.
	Title string `json:"title"`
	// Note is what the sources leave open or contradict.
	Note string `json:"note,omitzero"`
	// Source is where it stands.
	Source mtss.Source `json:"source"`
}

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

// EvidenceKinds returns the kinds of evidence.
func EvidenceKinds() []Row { return kit.Rows[Row](files, "evidence") }

// Areas returns the areas of support.
func Areas() []Row { return kit.Rows[Row](files, "areas") }

// SupportKinds returns the kinds of support.
func SupportKinds() []Row { return kit.Rows[Row](files, "kinds") }

// Goals returns the goals that an ISD may have.
func Goals() []Row { return kit.Rows[Row](files, "goals") }

// PlanAreas returns the areas of an ISD's planning.
func PlanAreas() []Row { return kit.Rows[Row](files, "planareas") }

// Options returns the rules that choose among the options of technical
// assistance by need, fit, capacity and goals. Each names the option as what
// follows. A set of your own may refine it.
func Options() rule.Set { return kit.Rules(files, "options") }

// Exploration returns the default rules for the stage of exploration. A set of
// your own may refine it.
func Exploration() rule.Set { return kit.Rules(files, "exploration") }

// hasRow reports whether a word is among the rows.
func hasRow(all []Row, id string) bool {
	return slices.ContainsFunc(all, func(r Row) bool { return r.ID == id })
}

// words lists the words of rows, for messages.
func words(all []Row) []string {
	var ids []string
	for _, r := range all {
		ids = append(ids, r.ID)
	}
	return ids
}
