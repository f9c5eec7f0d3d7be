package learning

import (
	"embed"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

//go:embed data/*.json
var files embed.FS

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

// The words of closed lists. The field of a document that takes them says what
// each of them means.

func formats() []string {
	return []string{"schoolBased", "facilitators", "coaches", "dataCoordinators", "communityOfPractice"}
}

func phases() []string { return []string{"initial", "sustain"} }

func focuses() []string { return []string{"instruction", "data", "delivery"} }

// feedbackItems are those that the sources name; a series may ask others.
func feedbackItems() []string { return []string{"overall", "diversity"} }

// components are the ten of district infrastructure.
func components() []string {
	return []string{
		"implementationTeam", "initiativeInventory", "initiativeReview", "staffSelection", "staffDevelopment",
		"communicationPlan", "barrierRemoval", "coachingSystem", "implementationPlan", "dataUse",
	}
}

// taught returns the components that topics are about. The others are not
// covered by the DIT series.
func taught(topics []Topic) []string {
	out := []string{}
	for _, t := range topics {
		out = append(out, t.Components...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
