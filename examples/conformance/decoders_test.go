package conformance

import (
	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
	"github.com/openmtss/mtss-go/schema"
	"github.com/openmtss/mtss-go/stages"
)

// decoders are the documents that the library reads, one line each.
func decoders() map[string]func([]byte) error {
	return map[string]func([]byte) error{
		"administration":        reads(instrument.DecodeAdministration),
		"definition":            reads(instrument.DecodeDefinition),
		"completion":            reads(instrument.DecodeCompletion),
		"profile":               reads(instrument.DecodeProfile),
		"crosswalk":             reads(instrument.DecodeCrosswalk),
		"equating":              reads(instrument.DecodeEquating),
		"units":                 reads(records.DecodeUnits),
		"ruleSet":               reads(rule.DecodeSet),
		"cases":                 reads(suite.DecodeCases),
		"stageModel":            reads(stages.DecodeModel),
		"evidence":              reads(stages.DecodeEvidence),
		"meeting":               reads(dca.DecodeMeeting),
		"protocol":              reads(dca.DecodeProtocol),
		"actionPlan":            reads(dca.DecodePlan),
		"practitioners":         reads(fidelity.DecodePractitioners),
		"observations":          reads(fidelity.DecodeObservations),
		"observation":           reads(fidelity.DecodeObservation),
		"fidelityPolicy":        reads(fidelity.DecodePolicy),
		"schedule":              reads(fidelity.DecodeSchedule),
		"coordinators":          reads(fidelity.DecodeCoordinators),
		"dosages":               reads(fidelity.DecodeDosages),
		"outcomes":              reads(fidelity.DecodeOutcomes),
		"fidelityReport":        reads(fidelity.DecodeShareReport),
		"coachingSystem":        reads(coaching.DecodeSystem),
		"coachingPeople":        reads(coaching.DecodePeople),
		"coachingPlans":         reads(coaching.DecodePlans),
		"coachingCircumstances": reads(coaching.DecodeNeedEvidence),
		"coachingData":          reads(coaching.DecodeData),
		"contact":               reads(coaching.DecodeContact),
		"schoolDevelopment":     reads(coaching.DecodeDevelopment),
		"teams":                 reads(district.DecodeTeams),
		"ownership":             reads(district.DecodeOwnership),
		"meetings":              reads(district.DecodeMeetings),
		"meetingPolicy":         reads(district.DecodeMeetingPolicy),
		"communication":         reads(district.DecodeCommunication),
		"implementationPlan":    reads(district.DecodePlan),
		"installationChecklist": reads(district.DecodeChecklist),
		"deliveryModels":        reads(district.DecodeTierModels),
		"readiness":             reads(readiness.DecodeReadiness),
		"isdPlan":               reads(readiness.DecodePlan),
		"scaleUp":               reads(readiness.DecodeScaleUp),
		"hexagon":               reads(readiness.DecodeHexagon),
		"initiativeInventory":   reads(readiness.DecodeInventory),
		"learningSeries":        reads(learning.DecodeSeries),
		"ditSeries":             reads(learning.DecodeDIT),
		"labels":                reads(schema.DecodeLabels),
	}
}

// written are the documents that the library only writes.
func written() []string {
	return []string{"equated", "result", "review", "stageAssessment", "stageHistory", "trend"}
}

func reads[T any](decode func([]byte) (T, error)) func([]byte) error {
	return func(data []byte) error {
		_, err := decode(data)
		return err
	}
}
