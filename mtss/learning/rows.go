package learning

import (
	"embed"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

//go:embed data/*.json
var files embed.FS

// topic is a topic of the DIT series, with the components of district
// infrastructure that it is about.
type topic struct {
	ID         Topic            `json:"id"`
	Title      string           `json:"title"`
	Components []mtss.Component `json:"components"`
	Note       string           `json:"note,omitzero"`
	Source     mtss.Source      `json:"source"`
}

// commitment is something that a partner of the DIT series commits to, and the
// name of the check that judges it.
type commitment struct {
	ID      string      `json:"id"`
	Who     Party       `json:"who"`
	What    string      `json:"what"`
	Check   string      `json:"check"`
	Count   int64       `json:"count,omitzero"`   // how many are wanted
	Minutes int64       `json:"minutes,omitzero"` // how many are wanted
	First   bool        `json:"first,omitzero"`   // not when the series is replicated
	Note    string      `json:"note,omitzero"`    // what the source leaves open
	Source  mtss.Source `json:"source"`
}

// reading is one of the two readings of the hours of the DIT series.
type reading struct {
	ID                 string          `json:"id"`
	Title              string          `json:"title"`
	TeamMinutes        int64           `json:"teamMinutes"`
	CoordinatorMinutes int64           `json:"coordinatorMinutes"`
	Provenance         mtss.Provenance `json:"provenance"`
	Note               string          `json:"note"`
	Source             mtss.Source     `json:"source"`
}

// tables are what ships of the DIT series.
type tables struct {
	topics      []topic
	commitments []commitment
	readings    []reading
}

func shipped() tables {
	return tables{kit.Rows[topic](files, "topics"), kit.Rows[commitment](files, "commitments"), kit.Rows[reading](files, "readings")}
}

// feedbackItems are those that the sources name; a series may ask others.
func feedbackItems() []string { return []string{"overall", "diversity"} }

// taught returns the components that topics are about. The others are not
// covered by the DIT series.
func taught(topics []topic) []mtss.Component {
	var out []mtss.Component
	for _, t := range topics {
		out = append(out, t.Components...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
