package learning

import (
	"embed"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

//go:embed data/*.json
var files embed.FS

// Row is a word that documents of this package use: a format, a phase, a focus,
// an item of feedback, a component of district infrastructure.
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

// Topic is a topic of the DIT series.
type Topic struct {
	// ID names the topic.
	ID string `json:"id"`
	// Title says it in a few words.
	Title string `json:"title"`
	// Components are the components of district infrastructure that it is about.
	Components []string `json:"components"`
	// Note is what the source leaves open or contradicts.
	Note string `json:"note,omitzero"`
	// Source is where it stands.
	Source mtss.Source `json:"source"`
}

// Commitment is something that a partner of the DIT series commits to.
type Commitment struct {
	// ID names the commitment.
	ID string `json:"id"`
	// Who commits: district, coordinator, team, isd, or the series itself.
	Who string `json:"who"`
	// What to, in our own words.
	What string `json:"what"`
	// Check names how it is checked.
	Check string `json:"check"`
	// Count is how many are wanted, where the source counts.
	Count int64 `json:"count,omitzero"`
	// Minutes are how many are wanted, where the source says so.
	Minutes int64 `json:"minutes,omitzero"`
	// First marks what holds of a first series and not when it is replicated.
	First bool `json:"first,omitzero"`
	// Note is what the source leaves open or contradicts.
	Note string `json:"note,omitzero"`
	// Source is where it stands.
	Source mtss.Source `json:"source"`
}

// Measure is the yes-or-no measure of whether the commitment is kept.
func (c Commitment) Measure() string { return "dit." + c.ID }

// Reading is one reading of the hours of the DIT series.
type Reading struct {
	// ID names the reading.
	ID string `json:"id"`
	// Title says it in a few words.
	Title string `json:"title"`
	// TeamMinutes are those of the team sessions together.
	TeamMinutes int64 `json:"teamMinutes"`
	// CoordinatorMinutes are those that the coordinator attends.
	CoordinatorMinutes int64 `json:"coordinatorMinutes"`
	// Provenance says how well the reading is known.
	Provenance mtss.Provenance `json:"provenance"`
	// Note says what speaks for the reading.
	Note string `json:"note"`
	// Source is where it stands.
	Source mtss.Source `json:"source"`
}

// Topics returns the topics of the DIT series, in their order.
func Topics() []Topic { return kit.Rows[Topic](files, "topics") }

// Commitments returns the commitments of the DIT series.
func Commitments() []Commitment { return kit.Rows[Commitment](files, "commitments") }

// Readings returns both readings of the hours of the DIT series.
func Readings() []Reading { return kit.Rows[Reading](files, "readings") }

// Components returns the ten components of district infrastructure.
func Components() []Row { return kit.Rows[Row](files, "components") }

// Formats returns the formats of professional learning.
func Formats() []Row { return kit.Rows[Row](files, "formats") }

// Phases returns the phases that training is needed in.
func Phases() []Row { return kit.Rows[Row](files, "phases") }

// Focuses returns what staff examine and improve.
func Focuses() []Row { return kit.Rows[Row](files, "focus") }

// FeedbackItems returns the items of feedback that the sources name; a series
// may ask others.
func FeedbackItems() []Row { return kit.Rows[Row](files, "feedback") }

// Untaught returns the components that no topic of the DIT series is about.
// They are not to be taken as covered by it.
func Untaught() []Row {
	return slices.DeleteFunc(Components(), func(c Row) bool {
		return slices.ContainsFunc(Topics(), func(t Topic) bool { return slices.Contains(t.Components, c.ID) })
	})
}

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
