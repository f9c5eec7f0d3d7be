// Package gen has one job: it makes the JSON Schemas of the documents from the
// Go types that decode and write them. It is the only package that knows the
// schema generator; what it makes is committed, and importers link none of it.
package gen

import (
	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/schema"
	"github.com/openmtss/mtss-go/stages"
)

// Root is one document that has a schema.
type Root struct {
	// Name is the document's kind and the name of its schema.
	Name string
	// Value is a value of its Go type.
	Value any
	// Decode reads the document as the library does; nil for one that is only written.
	Decode func(data []byte) error
}

// Roots returns every document. A new one is one line here, and
// `go test ./schema/... -update`.
func Roots() []Root {
	return []Root{
		{"administration", instrument.Administration{}, reads(instrument.DecodeAdministration)},
		{"definition", instrument.Definition{}, reads(instrument.DecodeDefinition)},
		{"completion", instrument.Completion{}, reads(instrument.DecodeCompletion)},
		{"profile", instrument.Profile{}, reads(instrument.DecodeProfile)},
		{"crosswalk", instrument.Crosswalk{}, reads(instrument.DecodeCrosswalk)},
		{"equating", instrument.Equating{}, reads(instrument.DecodeEquating)},
		{"result", instrument.Result{}, nil},
		{"equated", equatedDocument{}, nil},
		{"units", records.Units{}, reads(records.DecodeUnits)},
		{"ruleSet", rule.Set{}, reads(rule.DecodeSet)},
		{"cases", rule.Cases{}, reads(rule.DecodeCases)},
		{"stageModel", stages.Model{}, reads(stages.DecodeModel)},
		{"evidence", stages.Evidence{}, reads(stages.DecodeEvidence)},
		{"cycles", stages.Cycles{}, reads(stages.DecodeCycles)},
		{"stageAssessment", stages.Assessment{}, nil},
		{"stageHistory", stages.History{}, nil},
		{"meeting", dca.Meeting{}, reads(dca.DecodeMeeting)},
		{"protocol", dca.Protocol{}, reads(dca.DecodeProtocol)},
		{"actionPlan", dca.Plan{}, reads(dca.DecodePlan)},
		{"review", dca.Reviewed{}, nil},
		{"trend", dca.Trend{}, nil},
		{"practitioners", fidelity.Practitioners{}, reads(fidelity.DecodePractitioners)},
		{"observations", fidelity.Observations{}, reads(fidelity.DecodeObservations)},
		{"observation", fidelity.ObservationLine{}, reads(fidelity.DecodeObservation)},
		{"fidelityPolicy", fidelity.Policy{}, reads(fidelity.DecodePolicy)},
		{"schedule", fidelity.Schedule{}, reads(fidelity.DecodeSchedule)},
		{"coordinators", fidelity.Coordinators{}, reads(fidelity.DecodeCoordinators)},
		{"dosages", fidelity.Dosages{}, reads(fidelity.DecodeDosages)},
		{"outcomes", fidelity.Outcomes{}, reads(fidelity.DecodeOutcomes)},
		{"fidelityReport", fidelity.Report{}, nil},
		{"labels", schema.Labels{}, reads(schema.DecodeLabels)},
	}
}

// reads forgets what a decoder returns beside its error.
func reads[T any](decode func([]byte) (T, error)) func([]byte) error {
	return func(data []byte) error {
		_, err := decode(data)
		return err
	}
}
