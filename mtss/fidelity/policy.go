package fidelity

import (
	"cmp"
	"strconv"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Policy is a document that says when a practitioner is at fidelity. Its choices
// are the district's, since sources state only the criterion.
type Policy struct {
	// ID names the policy.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Innovation is the innovation that the policy is for; absent means all.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is the instrument, and the version, that the criterion belongs to.
	Instrument instrument.Ref `json:"instrument"`
	// AtLeast is the least share of points at fidelity.
	AtLeast mtss.Ratio `json:"atLeast"`
	// CurrentDays is how many days after its date an observation counts, the
	// last of them included; absent means for good.
	CurrentDays int `json:"currentDays,omitzero" jsonschema:"minimum=1,maximum=36600"`
	// Choice is which of several current observations counts; absent means latest.
	Choice Choice `json:"choice,omitzero" jsonschema:"enum=latest,enum=best,enum=meanOfLast"`
	// Last is how many observations meanOfLast takes; absent with another choice.
	Last int `json:"last,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// Trained leaves out observations by observers who were not trained for the
	// instrument on or before the day of the observation. Without it they
	// count, with a caveat.
	Trained bool `json:"trained,omitzero"`
	// TrainingDays is how many days after its day a training counts, the last
	// of them included; absent means for good.
	TrainingDays int `json:"trainingDays,omitzero" jsonschema:"minimum=1,maximum=36600"`
	// Source is where the criterion is stated.
	Source mtss.Source `json:"source,omitzero"`
}

// Choice is which of several observations of a practitioner counts. The zero
// value is Latest.
type Choice string

// The choices. Of several observations on one day, the worse counts as the later.
const (
	// Latest takes the latest observation.
	Latest Choice = "latest"
	// Best takes the best observation: the criterion is met if any observation meets it.
	Best Choice = "best"
	// MeanOfLast takes the mean of the shares of the last observations, as many as
	// Policy.Last says; fewer are not enough.
	MeanOfLast Choice = "meanOfLast"
)

// DecodePolicy reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [Policy.Validate].
func DecodePolicy(data []byte) (Policy, error) { return strict.Read(data, (*Policy).issues) }

// Schema names the kind of the document and the version of its schema.
func (Policy) Schema() mtss.Schema {
	return mtss.Schema{Kind: "fidelityPolicy", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (p Policy) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *Policy) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *Policy) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, p, (*Policy).issues) }

func (p Policy) choice() Choice { return cmp.Or(p.Choice, Latest) }

// Validate reports what is wrong with the policy. Errors: the codes of strict
// reading, CodeCut, CodeChoice.
func (p Policy) Validate() error { return strict.Validate(&p, (*Policy).issues) }

func (p *Policy) issues() []mtss.Issue {
	var issues []mtss.Issue
	if !p.AtLeast.Defined() || p.AtLeast.Sign() < 0 || p.AtLeast.Cmp(mtss.Whole(1)) > 0 {
		issues = append(issues, mtss.Issuef("/atLeast", CodeCut, "the criterion is %q, want a share from 0%% to 100%%", p.AtLeast))
	}
	if (p.Choice == MeanOfLast) != (p.Last > 0) {
		issues = append(issues, mtss.Issuef("/last", CodeChoice, "is %d, want 1 to 1000 with meanOfLast, and none with another choice", p.Last))
	}
	return issues
}

// String names the policy in one line, for where a figure is shown.
func (p Policy) String() string {
	text := p.Instrument.String() + " at least " + p.AtLeast.String()
	switch p.choice() {
	case Best:
		text += ", best observation"
	case MeanOfLast:
		text += ", mean of the last " + kit.Count(int64(p.Last), "observation")
	default:
		text += ", latest observation"
	}
	if p.CurrentDays > 0 {
		text += " of the last " + kit.Count(int64(p.CurrentDays), "day")
	}
	switch {
	case p.Trained && p.TrainingDays > 0:
		text += ", by observers trained in the " + strconv.Itoa(p.TrainingDays) + " days before it"
	case p.Trained:
		text += ", by trained observers"
	}
	return text
}
