package learning

// Format is the format of a series of professional learning.
type Format string

// The formats of a series.
const (
	// SchoolBased is training of a school's staff, new staff included, in each year.
	SchoolBased Format = "schoolBased"
	// ForFacilitators are sessions for staff who will facilitate professional
	// learning, on systems and on strategies and interventions.
	ForFacilitators Format = "facilitators"
	// ForCoaches are sessions for coaches.
	ForCoaches Format = "coaches"
	// ForDataCoordinators are sessions for data coordinators.
	ForDataCoordinators Format = "dataCoordinators"
	// CommunityOfPractice are meetings of ISD coordinators to learn, share and raise
	// challenges.
	CommunityOfPractice Format = "communityOfPractice"
)

// TrainingPhase is the phase of implementation that a need for training belongs to.
type TrainingPhase string

// The phases of training.
const (
	// Initial is training for initial implementation of the essential components.
	Initial TrainingPhase = "initial"
	// Sustain is training to sustain implementation.
	Sustain TrainingPhase = "sustain"
)

func phases() []TrainingPhase { return []TrainingPhase{Initial, Sustain} }

// SessionFocus is what staff examine in a session.
type SessionFocus string

// What staff examine.
const (
	// OnInstruction is instructional practice.
	OnInstruction SessionFocus = "instruction"
	// OnData is data-based decision making.
	OnData SessionFocus = "data"
	// OnDelivery is the delivery of interventions and supports.
	OnDelivery SessionFocus = "delivery"
)

func focuses() []SessionFocus { return []SessionFocus{OnInstruction, OnData, OnDelivery} }

// Respondent is who answers a question of feedback.
type Respondent string

// Who answers.
const (
	// Individuals answer each for themselves.
	Individuals Respondent = "individuals"
	// Teams have one answer each, and are not counted as people.
	Teams Respondent = "teams"
)

// OnceKept is a commitment to the DIT series that is kept once.
type OnceKept string

// The commitments that are kept once.
const (
	// CoordinatorSelected is that a district coordinator is selected.
	CoordinatorSelected OnceKept = "coordinatorSelected"
	// CoordinatorTime is that time is allocated to the coordinator.
	CoordinatorTime OnceKept = "coordinatorTime"
	// TeamSelected is that a District Implementation Team is selected or convened.
	TeamSelected OnceKept = "teamSelected"
)

// Topic is a topic of the DIT series.
type Topic string

// The topics of the DIT series.
const (
	// TopicReadiness is readiness of the team, and the District Capacity Assessment.
	TopicReadiness Topic = "readiness"
	// TopicDevelopment is development of the team.
	TopicDevelopment Topic = "development"
	// TopicCommunication is communication.
	TopicCommunication Topic = "communication"
	// TopicCoaching is the coaching system.
	TopicCoaching Topic = "coaching"
	// TopicAlignment is alignment of initiatives and innovations, and their review.
	TopicAlignment Topic = "alignment"
)

// Party is who takes part in the DIT series: who commits to something, who learns
// in a session, or who delivers it. The zero value is not recorded.
type Party string

// Who takes part.
const (
	// PartyDistrict is the district.
	PartyDistrict Party = "district"
	// PartyCoordinator is the coordinator of the district.
	PartyCoordinator Party = "coordinator"
	// PartyTeam is the District Implementation Team.
	PartyTeam Party = "team"
	// PartyISD is the ISD.
	PartyISD Party = "isd"
	// PartyCenter is the technical assistance center.
	PartyCenter Party = "center"
	// PartySeries is the series itself.
	PartySeries Party = "series"
)
