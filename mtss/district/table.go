package district

import (
	"embed"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

//go:embed data
var files embed.FS

// Entry is a row that names something the sources name: a role, a kind of team,
// a department, a domain, a component of the practice profile.
type Entry struct {
	// ID names the row, and is what documents refer to.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Title says it in a few words.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=200"`
	// Says is what the source has it do, in our words.
	Says string `json:"says,omitzero" jsonschema:"minLength=1,maxLength=500"`
	// Levels are the levels at which it is found; none where that means nothing.
	Levels []mtss.UnitKind `json:"levels,omitzero" jsonschema:"minItems=1"`
	// Source is where it is named.
	Source mtss.Source `json:"source"`
	// Caveat is what a reader must know beside it.
	Caveat string `json:"caveat,omitzero" jsonschema:"minLength=1,maxLength=500"`
}

// Roles returns every role that the sources name, in the order of the file.
func Roles() []Entry { return kit.Rows[Entry](files, "roles") }

// TeamKinds returns the kinds of teams.
func TeamKinds() []Entry { return kit.Rows[Entry](files, "teams") }

// Departments returns the departments in which a lead may sit.
func Departments() []Entry { return kit.Rows[Entry](files, "departments") }

// Domains returns the three domains that a lead works across.
func Domains() []Entry { return kit.Rows[Entry](files, "domains") }

// PracticeProfile returns the five components of Michigan's practice profile.
// It is a reference and is never scored: the profile calls itself no assessment
// and points to the District Capacity Assessment for that.
func PracticeProfile() []Entry { return kit.Rows[Entry](files, "profile") }

// Resource is a document or page that a source names.
type Resource struct {
	// ID names the row.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Title is what the source calls it.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=300"`
	// Edition is its edition, where one is printed.
	Edition string `json:"edition,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Year is its year; 0 where none is printed.
	Year int `json:"year,omitzero" jsonschema:"minimum=1900,maximum=2200"`
	// Address is where it is found; absent where the source prints none.
	Address string `json:"address,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Supports are what it helps with: ids of [Checks], [Components] or
	// [MICIPQuestions], or names of measures of readiness.
	Supports []string `json:"supports" jsonschema:"minItems=1"`
	// Source is where it is named.
	Source mtss.Source `json:"source"`
	// Caveat is what a reader must know, such as that no address is printed.
	Caveat string `json:"caveat,omitzero" jsonschema:"minLength=1,maxLength=500"`
}

// Resources returns the documents and pages that the sources name.
func Resources() []Resource { return kit.Rows[Resource](files, "resources") }

// ResourcesFor returns the resources that support a check, component, question
// or measure.
func ResourcesFor(id string) []Resource {
	return slices.DeleteFunc(Resources(), func(r Resource) bool { return !slices.Contains(r.Supports, id) })
}

// Citation is a figure that a source prints about teams. It is shown as printed
// and never computed with.
type Citation struct {
	// ID names the row.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Says is what the source claims, in our words.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=500"`
	// Figure is the figure as text.
	Figure string `json:"figure" jsonschema:"minLength=1,maxLength=100"`
	// Of is what the figure is of.
	Of string `json:"of" jsonschema:"minLength=1,maxLength=200"`
	// Condition is under which condition it holds.
	Condition string `json:"condition,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Source is where it was read.
	Source mtss.Source `json:"source"`
	// Cites is the work that the source cites for it.
	Cites string `json:"cites,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Provenance says how well it is known that the source prints it.
	Provenance mtss.Provenance `json:"provenance"`
	// Caveat is what a reader must know beside it.
	Caveat string `json:"caveat,omitzero" jsonschema:"minLength=1,maxLength=500"`
}

// Citations returns the figures about teams.
func Citations() []Citation { return kit.Rows[Citation](files, "citations") }

// Reading is something that the sources say in two ways.
type Reading struct {
	// ID names the row.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Title says what is read in two ways.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=200"`
	// Readings are the ways, at least two.
	Readings []string `json:"readings" jsonschema:"minItems=2"`
	// Caveat says how this room deals with them.
	Caveat string `json:"caveat" jsonschema:"minLength=1,maxLength=500"`
	// Source is where they stand.
	Source mtss.Source `json:"source"`
}

// Readings returns what the sources contradict, each with all readings.
func Readings() []Reading { return kit.Rows[Reading](files, "readings") }

// Question is one of the questions that Michigan's continuous improvement
// process asks of an evaluation, with the measures that answer it.
type Question struct {
	// ID names the row.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Title says it in a few words.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=200"`
	// Says is what it asks, in our words.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=500"`
	// Measures are the measures that bear on it, of any room.
	Measures []string `json:"measures" jsonschema:"minItems=1"`
	// Source is where the question is stated.
	Source mtss.Source `json:"source"`
	// Provenance is that of the mapping, which is ours.
	Provenance mtss.Provenance `json:"provenance"`
	// Caveat is what a reader must know beside it.
	Caveat string `json:"caveat,omitzero" jsonschema:"minLength=1,maxLength=500"`
}

// MICIPQuestions returns the questions of an evaluation in MICIP.
func MICIPQuestions() []Question { return kit.Rows[Question](files, "micip") }

// ids returns the ids of entries.
func ids(list []Entry) map[string]bool {
	known := map[string]bool{}
	for _, e := range list {
		known[e.ID] = true
	}
	return known
}
