package readiness

import "github.com/openmtss/mtss-go/mtss"

// EvidenceKind is a kind of evidence for an answer.
type EvidenceKind string

// The kinds of evidence.
const (
	// LocalMICIP is the improvement plan of a local district.
	LocalMICIP EvidenceKind = "localMICIP"
	// ISDMICIP is the improvement plan of the ISD.
	ISDMICIP EvidenceKind = "isdMICIP"
	// StrategicPlan is a strategic plan, a mission or a vision.
	StrategicPlan EvidenceKind = "strategicPlan"
	// ISDPlan is the MTSS plan of the ISD.
	ISDPlan EvidenceKind = "isdPlan"
	// CountyData is data of the county.
	CountyData EvidenceKind = "countyData"
	// DistrictData is data of the district.
	DistrictData EvidenceKind = "districtData"
	// DataSystem is data from the MiMTSS Data System.
	DataSystem EvidenceKind = "dataSystem"
	// CapacityAssessment is a District Capacity Assessment.
	CapacityAssessment EvidenceKind = "capacityAssessment"
	// Survey is a survey.
	Survey EvidenceKind = "survey"
	// FocusGroup is a focus group.
	FocusGroup EvidenceKind = "focusGroup"
	// Conversation is a conversation with leaders or staff.
	Conversation EvidenceKind = "conversation"
	// RequestMade is a request for support.
	RequestMade EvidenceKind = "request"
	// RequestedAmount is a request for support that says how much.
	RequestedAmount EvidenceKind = "requestedAmount"
	// InitiativeInventory is an inventory of initiatives.
	InitiativeInventory EvidenceKind = "inventory"
	// ResourceReviewed is research or material that was reviewed.
	ResourceReviewed EvidenceKind = "resource"
	// ScaleUpPlan is a plan or timeline for more schools.
	ScaleUpPlan EvidenceKind = "scaleUpPlan"
	// Letter is a letter of agreement, or its draft.
	Letter EvidenceKind = "letter"
	// Record is a record of another kind, such as minutes.
	Record EvidenceKind = "record"
)

// SupportArea is what support is for. The source names neither of the last two in
// its prompts on fit, and not the Pyramid Model in its prompt on capacity.
type SupportArea string

// The areas of support.
const (
	// SEB is social, emotional and behavioral MTSS.
	SEB SupportArea = "seb"
	// Reading is reading MTSS, which the source also calls literacy.
	Reading SupportArea = "reading"
	// Infrastructure is the infrastructure of the district.
	Infrastructure SupportArea = "infrastructure"
	// Pyramid is the Pyramid Model, for early childhood.
	Pyramid SupportArea = "pyramid"
)

func areas() []SupportArea { return []SupportArea{SEB, Reading, Infrastructure, Pyramid} }

// supportKinds are the kinds of support that districts ask of an ISD. The source
// names the last in its opening and not in its prompt.
func supportKinds() []mtss.Support {
	return []mtss.Support{mtss.SupportTraining, mtss.SupportCoaching, mtss.SupportDataCoordination, mtss.SupportISDTeam}
}

// ISDGoal is what an ISD wants to reach.
type ISDGoal string

// The goals of an ISD.
const (
	// CountyPlan is to develop or refine a county-wide plan for MTSS.
	CountyPlan ISDGoal = "countyPlan"
	// OwnTrainers is to have its own trainers in the region.
	OwnTrainers ISDGoal = "trainers"
	// OwnCoaches is to have its own coaches for local implementers.
	OwnCoaches ISDGoal = "coaches"
	// OwnDataCoordinators is to be able to collect and analyze fidelity and outcome data.
	OwnDataCoordinators ISDGoal = "dataCoordinators"
	// DistrictTeams is to train and coach District Implementation Teams.
	DistrictTeams ISDGoal = "districtTeams"
)

func goals() []ISDGoal {
	return []ISDGoal{CountyPlan, OwnTrainers, OwnCoaches, OwnDataCoordinators, DistrictTeams}
}

// OwnerAuthority is how much the owner of an initiative decides. The zero value is
// not stated.
type OwnerAuthority string

// How much an owner decides.
const (
	// Significant is most or all of it.
	Significant OwnerAuthority = "significant"
	// Some is a part of it.
	Some OwnerAuthority = "some"
	// Insignificant is little or nothing.
	Insignificant OwnerAuthority = "insignificant"
)

// ReviewOutcome is how the review of an initiative ended. The zero value is not
// reviewed.
type ReviewOutcome string

// The outcomes of a review.
const (
	// Reselect is to keep the initiative.
	Reselect ReviewOutcome = "reselect"
	// Deselect is to give it up.
	Deselect ReviewOutcome = "deselect"
)

// HexagonForm is a published form of the hexagon, by its year.
type HexagonForm string

// The forms of the hexagon. Ratings in one say nothing about the other.
const (
	// Hexagon2013 rates need, fit, resources, evidence, replication and capacity,
	// and has a total.
	Hexagon2013 HexagonForm = "2013"
	// Hexagon2018 rates evidence, supports, usability, need, fit and capacity, has
	// no total, and ends in a recommendation.
	Hexagon2018 HexagonForm = "2018"
)

// Indicator is an indicator of the hexagon. Which of them a form has, the form says.
type Indicator string

// The indicators of both forms.
const (
	// NeedIndicator is whether there is a need.
	NeedIndicator Indicator = "need"
	// FitIndicator is whether the innovation suits what is there.
	FitIndicator Indicator = "fit"
	// ResourcesIndicator is what there is to support it, in the form of 2013.
	ResourcesIndicator Indicator = "resources"
	// EvidenceIndicator is whether it is known to work.
	EvidenceIndicator Indicator = "evidence"
	// ReplicationIndicator is whether it is ready to be replicated, in the form of 2013.
	ReplicationIndicator Indicator = "replication"
	// CapacityIndicator is whether it can be done.
	CapacityIndicator Indicator = "capacity"
	// SupportsIndicator is what there is to support it, in the form of 2018.
	SupportsIndicator Indicator = "supports"
	// UsabilityIndicator is whether it is defined well enough, in the form of 2018.
	UsabilityIndicator Indicator = "usability"
)

// Recommendation is what a team recommends in the form of 2018. The zero value is
// nothing yet.
type Recommendation string

// The recommendations.
const (
	// Adopt is to adopt the innovation.
	Adopt Recommendation = "adopt"
	// Replicate is to replicate it.
	Replicate Recommendation = "replicate"
	// DeImplement is to end it.
	DeImplement Recommendation = "deImplement"
)
