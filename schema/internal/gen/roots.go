// Package gen has one job: it makes the JSON Schemas of the documents from the
// Go types that decode and write them. It is the only package that knows the
// schema generator; what it makes is committed, and importers link none of it.
package gen

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

// Root is one document that has a schema.
type Root struct {
	// Name is the document's kind and the name of its schema.
	Name string
	// Value is a value of its Go type.
	Value any
}

// Roots returns every document. A new one is one line here, one among the
// decoders of examples/conformance, and `go test ./schema/internal/gen -update`
// until nothing changes.
func Roots() []Root {
	return []Root{
		{"administration", instrument.Administration{}},
		{"definition", instrument.Definition{}},
		{"completion", instrument.Completion{}},
		{"profile", instrument.Profile{}},
		{"crosswalk", instrument.Crosswalk{}},
		{"equating", instrument.Equating{}},
		{"result", instrument.Result{}},
		{"equated", equatedDocument{}},
		{"units", records.Units{}},
		{"ruleSet", rule.Set{}},
		{"cases", suite.Cases{}},
		{"stageModel", stages.Model{}},
		{"evidence", stages.Evidence{}},
		{"stageAssessment", stages.Assessment{}},
		{"stageHistory", stages.History{}},
		{"meeting", dca.Meeting{}},
		{"protocol", dca.Protocol{}},
		{"actionPlan", dca.Plan{}},
		{"review", dca.Reviewed{}},
		{"trend", dca.Trend{}},
		{"practitioners", fidelity.Practitioners{}},
		{"observations", fidelity.Observations{}},
		{"observation", fidelity.ObservationLine{}},
		{"fidelityPolicy", fidelity.Policy{}},
		{"schedule", fidelity.Schedule{}},
		{"coordinators", fidelity.Coordinators{}},
		{"dosages", fidelity.Dosages{}},
		{"outcomes", fidelity.Outcomes{}},
		{"fidelityReport", fidelity.ShareReport{}},
		{"coachingSystem", coaching.System{}},
		{"coachingPeople", coaching.People{}},
		{"coachingPlans", coaching.Plans{}},
		{"coachingCircumstances", coaching.NeedEvidence{}},
		{"coachingData", coaching.Data{}},
		{"contact", coaching.Contact{}},
		{"schoolDevelopment", coaching.Development{}},
		{"teams", district.Teams{}},
		{"ownership", district.Ownership{}},
		{"meetings", district.Meetings{}},
		{"meetingPolicy", district.MeetingPolicy{}},
		{"communication", district.Communication{}},
		{"implementationPlan", district.Plan{}},
		{"installationChecklist", district.Checklist{}},
		{"deliveryModels", district.TierModels{}},
		{"readiness", readiness.Readiness{}},
		{"isdPlan", readiness.Plan{}},
		{"scaleUp", readiness.ScaleUp{}},
		{"hexagon", readiness.Hexagon{}},
		{"initiativeInventory", readiness.Inventory{}},
		{"learningSeries", learning.Series{}},
		{"ditSeries", learning.DIT{}},
		{"labels", schema.Labels{}},
	}
}
