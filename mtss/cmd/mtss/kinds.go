package main

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
	"github.com/openmtss/mtss-go/stages"
)

// kinds says how one document of each kind is checked. Administrations come as
// many in one input, and a completion is held against its definition, so those
// two are not here.
func kinds() map[string]func(data []byte) error {
	return map[string]func(data []byte) error{
		"definition":     checkDefinition,
		"profile":        only(instrument.DecodeProfile),
		"equating":       only(instrument.DecodeEquating),
		"crosswalk":      only(instrument.DecodeCrosswalk),
		"units":          only(records.DecodeUnits),
		"ruleSet":        checkRuleSet,
		"cases":          only(suite.DecodeCases),
		"stageModel":     checkModel,
		"evidence":       only(stages.DecodeEvidence),
		"protocol":       only(dca.DecodeProtocol),
		"meeting":        only(dca.DecodeMeeting),
		"actionPlan":     only(dca.DecodePlan),
		"practitioners":  only(fidelity.DecodePractitioners),
		"observation":    only(fidelity.DecodeObservation),
		"observations":   only(fidelity.DecodeObservations),
		"dosages":        only(fidelity.DecodeDosages),
		"fidelityPolicy": only(fidelity.DecodePolicy),
		"schedule":       only(fidelity.DecodeSchedule),
		"coordinators":   only(fidelity.DecodeCoordinators),
		"outcomes":       only(fidelity.DecodeOutcomes),

		"coachingSystem":        only(coaching.DecodeSystem),
		"coachingCircumstances": only(coaching.DecodeNeedEvidence),
		"coachingPeople":        only(coaching.DecodePeople),
		"coachingPlans":         only(coaching.DecodePlans),
		"coachingData":          only(coaching.DecodeData),
		"contact":               only(coaching.DecodeContact),
		"schoolDevelopment":     only(coaching.DecodeDevelopment),

		"teams":                 only(district.DecodeTeams),
		"ownership":             only(district.DecodeOwnership),
		"meetings":              only(district.DecodeMeetings),
		"meetingPolicy":         only(district.DecodeMeetingPolicy),
		"communication":         only(district.DecodeCommunication),
		"implementationPlan":    only(district.DecodePlan),
		"installationChecklist": only(district.DecodeChecklist),
		"deliveryModels":        only(district.DecodeTierModels),

		"readiness":           only(readiness.DecodeReadiness),
		"isdPlan":             only(readiness.DecodePlan),
		"scaleUp":             only(readiness.DecodeScaleUp),
		"hexagon":             only(readiness.DecodeHexagon),
		"initiativeInventory": only(readiness.DecodeInventory),

		"learningSeries": only(learning.DecodeSeries),
		"ditSeries":      only(learning.DecodeDIT),
	}
}

// only checks what decoding alone can tell.
func only[T any](decode func([]byte) (T, error)) func([]byte) error {
	return func(data []byte) error {
		_, err := decode(data)
		return err
	}
}

// checkDefinition checks all that using a definition would.
func checkDefinition(data []byte) error {
	d, err := instrument.DecodeDefinition(data)
	if err == nil {
		_, err = instrument.Compile(d)
	}
	return err
}

// checkRuleSet also compiles a set that refines no other; what one that refines
// another means, only both together tell.
func checkRuleSet(data []byte) error {
	set, err := rule.DecodeSet(data)
	if err == nil && set.Refines == "" {
		_, err = rule.CompileSet(rule.Vocabulary{}, set)
	}
	return err
}

func checkModel(data []byte) error {
	model, err := stages.DecodeModel(data)
	if err == nil {
		_, err = stages.Compile(model)
	}
	return err
}
