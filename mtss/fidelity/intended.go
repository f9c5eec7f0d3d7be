package fidelity

import (
	"encoding/json"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// Practitioners is a document of those who are intended to use innovations.
type Practitioners struct {
	// Kind is "practitioners"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=practitioners"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// Intended are the practitioners, each for one innovation in one unit.
	Intended []Practitioner `json:"intended" jsonschema:"maxItems=1000000"`
}

// Practitioner is somebody who is intended to use an innovation, from a day to
// a day. Turnover is an end for the one who leaves and a beginning for the one
// who comes.
type Practitioner struct {
	// ID is an opaque identifier, never a name.
	ID string `json:"practitioner" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the classroom, school or other unit where they work.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what they are intended to use.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// From is the first day; absent means from the start.
	From mtss.Date `json:"from,omitzero"`
	// Until is the last day; absent means for good.
	Until mtss.Date `json:"until,omitzero"`
	// Vacant marks a position that nobody fills. It is intended, not employed.
	Vacant bool `json:"vacant,omitzero"`
}

// On reports whether the practitioner is intended on a day.
func (p Practitioner) On(day mtss.Date) bool {
	return (p.From.IsZero() || !day.Before(p.From)) && (p.Until.IsZero() || !day.After(p.Until))
}

// DecodePractitioners reads the document strictly. Errors: the codes of strict reading.
func DecodePractitioners(data []byte) (Practitioners, error) {
	var p Practitioners
	err := strict.Decode(data, &p)
	return p, err
}

// MarshalJSON writes the document with its kind and schema version.
func (p Practitioners) MarshalJSON() ([]byte, error) {
	type plain Practitioners
	out := plain(p)
	out.Kind, out.SchemaVersion = "practitioners", SchemaVersion
	if out.Intended == nil {
		out.Intended = []Practitioner{}
	}
	return json.Marshal(out)
}

// Observations is a document of observations.
type Observations struct {
	// Kind is "observations"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=observations"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// Observations are the observations, in any order.
	Observations []Observation `json:"observations" jsonschema:"maxItems=1000000"`
}

// Observation is one practitioner's score on a fidelity instrument on a day.
type Observation struct {
	// ID names the observation.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Practitioner is who was observed.
	Practitioner string `json:"practitioner" jsonschema:"minLength=1,maxLength=200"`
	// Innovation is what was looked for.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is what was used.
	Instrument instrument.Ref `json:"instrument"`
	// Date is the day of the observation.
	Date mtss.Date `json:"date"`
	// Score is the points.
	Score mtss.Tally `json:"score"`
	// AdministeredBy says by whom; absent means that it is not stated.
	AdministeredBy instrument.AdministeredBy `json:"administeredBy,omitzero"`
	// Dimensions are scores of single dimensions of fidelity, where the
	// instrument has them.
	Dimensions []DimensionScore `json:"dimensions,omitzero" jsonschema:"minItems=1,maxItems=10"`
}

// DimensionScore is the points of one dimension.
type DimensionScore struct {
	// Dimension is which.
	Dimension Dimension `json:"dimension"`
	// Score is the points.
	Score mtss.Tally `json:"score"`
}

// Dimension is a dimension of fidelity.
type Dimension string

// The five dimensions of fidelity. Source: Dane and Schneider 1998, as listed in
// https://impact.fpg.unc.edu/glossary-term/fidelity/ ; Dose is besides a
// dimension of the fidelity of coaching, which has Adherence (observation,
// modelling, feedback, alliance), Quality, Responsiveness and Dose:
// https://ncsi.wested.org/resource/effective-coaching-of-teachers-completed-sample-of-the-fidelity-tool-worksheet
const (
	// Adherence: what was planned is what was done.
	Adherence Dimension = "adherence"
	// Exposure: how much of it was received.
	Exposure Dimension = "exposure"
	// Quality: how well it was done.
	Quality Dimension = "quality"
	// Responsiveness: how participants respond.
	Responsiveness Dimension = "responsiveness"
	// Differentiation: what sets the innovation apart is there.
	Differentiation Dimension = "differentiation"
	// Dose: how much coaching was given.
	Dose Dimension = "dose"
)

// Dimensions returns the dimensions of the fidelity of an innovation.
func Dimensions() []Dimension {
	return []Dimension{Adherence, Exposure, Quality, Responsiveness, Differentiation}
}

// CoachingDimensions returns the dimensions of the fidelity of coaching.
func CoachingDimensions() []Dimension {
	return []Dimension{Adherence, Quality, Responsiveness, Dose}
}

// UnmarshalText reads a dimension. Errors: CodeDimension.
func (d *Dimension) UnmarshalText(text []byte) error {
	for _, known := range append(Dimensions(), Dose) {
		if string(text) == string(known) {
			*d = known
			return nil
		}
	}
	return mtss.Issuef("", CodeDimension, "%q is no dimension of fidelity, want adherence, exposure, quality, responsiveness, differentiation or dose", mtss.Clip(string(text)))
}

// DecodeObservations reads the document strictly. Errors: the codes of strict reading.
func DecodeObservations(data []byte) (Observations, error) {
	var o Observations
	err := strict.Decode(data, &o)
	return o, err
}

// MarshalJSON writes the document with its kind and schema version.
func (o Observations) MarshalJSON() ([]byte, error) {
	type plain Observations
	out := plain(o)
	out.Kind, out.SchemaVersion = "observations", SchemaVersion
	if out.Observations == nil {
		out.Observations = []Observation{}
	}
	return json.Marshal(out)
}
