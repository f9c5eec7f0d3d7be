package evidence

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// YesNo is the name of a measure that is a verdict.
type YesNo string

// Count is the name of a measure that is so many of so many.
type Count string

// The yes-or-no measures that ship.
const (
	// Selected is the decision to implement the innovation.
	Selected YesNo = "innovation.selected"
	// InitialComponents: what the first use of the innovation needs is in place.
	InitialComponents YesNo = "installation.initialComponents"
	// Used: at least one intended practitioner uses the innovation.
	Used YesNo = "practice.used"
	// OutcomesImproved: outcomes are good, by the rule that the host judges them by.
	OutcomesImproved YesNo = "outcomes.improved"
	// DataUsed: a meeting decided about data.
	DataUsed YesNo = "data.used"
	// CoachingDataUsed: a review of data about coaching led to a decision.
	CoachingDataUsed YesNo = "coaching.dataUsed"
	// NeedExplored: each question about the need for the innovation is answered.
	NeedExplored YesNo = "exploration.need"
	// FitExplored: each question about its fit is answered.
	FitExplored YesNo = "exploration.fit"
	// CapacityExplored: each question about the capacity for it is answered.
	CapacityExplored YesNo = "exploration.capacity"
	// ReadinessCreated: each step before the work begins was taken.
	ReadinessCreated YesNo = "exploration.readiness"
	// Agreed: it was decided about the innovation with no question open.
	Agreed YesNo = "exploration.agreement"
	// TeamFormed: the unit has a team, with somebody on it.
	TeamFormed YesNo = "team.formed"
	// TeamCoordinator: somebody on the team coordinates it.
	TeamCoordinator YesNo = "team.coordinator"
	// TeamSponsor: a sponsor is on the team.
	TeamSponsor YesNo = "team.sponsor"
	// MutualPartnership: ISD and district have selected each other.
	MutualPartnership YesNo = "partnership.mutual"
	// LeadNamed: somebody is designated to lead MTSS.
	LeadNamed YesNo = "lead.named"
	// LeadPlaced: a lead sits outside special education.
	LeadPlaced YesNo = "lead.placed"
	// LeadLeading: a lead has direct authority or influence.
	LeadLeading YesNo = "lead.leading"
	// CapacityMinimum: the District Capacity Assessment meets its criterion.
	CapacityMinimum YesNo = "dca.minimum-capacity.met"
	// CapacityProtocol: the protocol of the District Capacity Assessment was kept.
	CapacityProtocol YesNo = "dca.protocol.kept"
	// StaffSelection: a process of recruiting and selecting staff is in place.
	StaffSelection YesNo = "staff.selection"
)

// The counts that ship.
const (
	// ExplorationActivities are done of those planned.
	ExplorationActivities Count = "exploration.activities"
	// CapacityTotal are points of the District Capacity Assessment, of all.
	CapacityTotal Count = "dca.total"
	// InstallationActivities are done of those planned.
	InstallationActivities Count = "installation.activities"
	// InitialActivities are done of those planned.
	InitialActivities Count = "initial.activities"
	// FullActivities are done of those planned.
	FullActivities Count = "full.activities"
	// InstallationComponents are in place of those that the innovation needs.
	InstallationComponents Count = "installation.components"
	// Practitioners are at fidelity of those intended to use the innovation.
	Practitioners Count = "fidelity.practitioners"
	// EmployedPractitioners are at fidelity of those employed.
	EmployedPractitioners Count = "fidelity.practitioners.employed"
	// ObservedPractitioners are at fidelity of those observed.
	ObservedPractitioners Count = "fidelity.practitioners.observed"
	// CoachingComponents of a coaching system are final or in use, of all six.
	CoachingComponents Count = "coaching.components"
	// CoachingInUse: components of a coaching system that are in use, of all six.
	CoachingInUse Count = "coaching.inUse"
	// CoachingContent is covered by the components of a coaching system, of what
	// they are to cover.
	CoachingContent Count = "coaching.content"
	// CoachingCoverage: teams and people reached by coaching, of those intended.
	CoachingCoverage Count = "coaching.coverage"
	// CoachingPlanned: teams and people with a service delivery plan, of those
	// intended to be coached.
	CoachingPlanned Count = "coaching.planned"
	// CoachingDosage is the coaching contacts delivered of those planned.
	CoachingDosage Count = "coaching.dosage"
	// ReadinessPrompts are answered of those that are asked about the innovation.
	ReadinessPrompts Count = "readiness.prompts"
	// Need: answers that speak for a need for the innovation, of those asked for.
	Need Count = "readiness.need"
	// Fit: answers that speak for its fit, of those asked for.
	Fit Count = "readiness.fit"
	// Capacity: answers that speak for the capacity for it, of those asked for.
	Capacity Count = "readiness.capacity"
	// ReadinessSteps were taken before the work began, of those to be taken.
	ReadinessSteps Count = "readiness.steps"
	// InitiativePairs were compared of all pairs of initiatives.
	InitiativePairs Count = "initiatives.pairs"
	// InitiativesReviewed have been reviewed, with an outcome, of all.
	InitiativesReviewed Count = "initiatives.reviewed"
	// DeclaredComponents are declared to be established, of all.
	DeclaredComponents Count = "installation.declared"
	// TeamComposition: required roles that are on the team.
	TeamComposition Count = "team.composition"
	// RecommendedRoles are on the team, of those recommended.
	RecommendedRoles Count = "team.composition.recommended"
	// TeamMeetings: months in which the team met, of those in which it should have.
	TeamMeetings Count = "team.meetings"
	// TeamAttendance: members who attended the meetings, of those expected.
	TeamAttendance Count = "team.attendance"
	// SchoolTeams: schools with a team.
	SchoolTeams Count = "team.schools"
	// LinkedSchools: schools whose team shares information with the unit's both ways.
	LinkedSchools Count = "team.linked"
	// SchoolLeads: schools with a lead.
	SchoolLeads Count = "lead.schools"
	// LeadDomains: domains in which a lead is competent.
	LeadDomains Count = "lead.domains"
	// Responsibilities are owned by those who may own them, of all of the unit's.
	Responsibilities Count = "responsibility.owned"
	// SchoolResponsibilities: schools in which all of them are owned.
	SchoolResponsibilities Count = "responsibility.schools"
	// SchoolDataUse: schools whose team uses data.
	SchoolDataUse Count = "data.used.schools"
	// Protocols of communication are complete, of all.
	Protocols Count = "communication.protocols"
	// BarriersRouted: barriers that a team was asked to resolve, of those raised.
	BarriersRouted Count = "barriers.routed"
	// BarriersResolved are resolved, of those raised.
	BarriersResolved Count = "barriers.resolved"
	// TierModels: schools with a complete model of tiers.
	TierModels Count = "delivery.schools"
	// LearningSessions of professional learning were held of those that were due.
	LearningSessions Count = "learning.sessions"
	// LearningAttendance: people who attended these sessions, of those expected.
	LearningAttendance Count = "learning.attendance"
	// DITCommitments to the DIT series are kept of those that partners commit to.
	DITCommitments Count = "dit.commitments"
)

// Contradictions is the measure of how many components are declared to be what measures
// say they are not.
const Contradictions = "installation.contradictions"

// Is states a verdict.
func (m YesNo) Is(v mtss.Verdict) Measured {
	return Measured{Measure: string(m), Value: rule.OfYesNo(v)}
}

// Is states a count.
func (m Count) Is(t mtss.Tally) Measured {
	return Measured{Measure: string(m), Value: rule.Of(t)}
}

// Measured is a value of a measure. Those that ship are best made by
// [YesNo.Is] and [Count.Is], which cannot give a verdict to a count.
type Measured struct {
	// Measure names the measure.
	Measure string
	// Value is what was found.
	Value rule.Value
}

// Basis is what a value of a measure comes from. The zero value is the one of
// the measure's definition.
type Basis string

// The bases, from the weakest.
const (
	// Declared: somebody says so, as in a checklist.
	Declared Basis = "declared"
	// Found: it was measured or observed.
	Found Basis = "measured"
	// Decided: somebody who may decide did.
	Decided Basis = "decided"
)

func bases() []Basis { return []Basis{Declared, Found, Decided} }

// UnmarshalText reads a basis. Errors: CodeBasis.
func (b *Basis) UnmarshalText(text []byte) error {
	if !slices.Contains(bases(), Basis(text)) {
		return mtss.Issuef("", CodeBasis, "%q is not a basis of evidence, want declared, measured or decided", string(text))
	}
	*b = Basis(text)
	return nil
}

// Reach is how a measure of one unit bears on others.
type Reach uint8

// The ways to reach other units.
const (
	// Own: it is of the unit alone.
	Own Reach = iota
	// Serves: it holds for the units below that have no value of their own.
	Serves
	// Pools: its members count in every unit above, each once.
	Pools
	// AnyOf: it is "yes" in a unit above where it is "yes" in one below, and "no"
	// where it is "no" in all.
	AnyOf
)

// MeasureDefinition is a measure that evidence may be of.
type MeasureDefinition struct {
	// Measure is its name, kind and unit.
	Measure rule.Measure
	// Basis is what a value comes from where the record does not say.
	Basis Basis
	// Term is how long a value counts where neither the record nor the policy
	// says; the zero value is the default of what is measured.
	Term Term
	// Reach is how it bears on other units.
	Reach Reach
}

// Vocabulary returns the measures that ship, for rules that ask for them.
func Vocabulary() rule.Vocabulary {
	var v rule.Vocabulary
	for _, d := range MeasureDefinitions() {
		v.Measures = append(v.Measures, d.Measure)
	}
	return v
}

// MeasureDefinitions returns the measures that ship, which is a closed list; a host
// adds its own in a [HostPolicy]. What is decided, done or put in place counts until
// it changes; what is measured counts for a time.
func MeasureDefinitions() []MeasureDefinition {
	yesNo := func(m YesNo, basis Basis, term Term, reach Reach) MeasureDefinition {
		return MeasureDefinition{rule.Measure{Name: string(m), Kind: rule.KindYesNo}, basis, term, reach}
	}
	count := func(m Count, unit string, basis Basis, term Term, reach Reach) MeasureDefinition {
		return MeasureDefinition{rule.Measure{Name: string(m), Kind: rule.KindTally, Unit: unit}, basis, term, reach}
	}
	changed := Term{UntilChanged: true}
	return append([]MeasureDefinition{
		count(ExplorationActivities, "activities", Found, changed, Serves),
		yesNo(Selected, Decided, changed, Serves),
		count(InstallationActivities, "activities", Found, changed, Serves),
		count(InstallationComponents, "components", Found, changed, Serves),
		yesNo(InitialComponents, Found, changed, Serves),
		yesNo(Used, Found, Term{}, AnyOf),
		count(InitialActivities, "activities", Found, changed, Serves),
		count(Practitioners, "people", Found, Term{}, Pools),
		count(EmployedPractitioners, "people", Found, Term{}, Pools),
		count(ObservedPractitioners, "people", Found, Term{}, Pools),
		yesNo(OutcomesImproved, Found, Term{}, Own),
		yesNo(DataUsed, Found, Term{}, Serves),
		count(FullActivities, "activities", Found, changed, Serves),
		count(CoachingComponents, "components", Found, changed, Serves),
		count(CoachingInUse, "components", Found, changed, Serves),
		count(CoachingContent, "topics", Found, changed, Serves),
		count(CoachingCoverage, "teams and people", Found, Term{}, Pools),
		count(CoachingPlanned, "teams and people", Found, Term{}, Own),
		count(CoachingDosage, "contacts", Found, Term{}, Own),
		yesNo(CoachingDataUsed, Found, Term{}, Serves),
		yesNo(NeedExplored, Found, changed, Serves),
		yesNo(FitExplored, Found, changed, Serves),
		yesNo(CapacityExplored, Found, changed, Serves),
		yesNo(ReadinessCreated, Found, changed, Serves),
		yesNo(Agreed, Found, changed, Serves),
		count(ReadinessPrompts, "prompts", Found, Term{}, Serves),
		count(Need, "prompts", Found, Term{}, Serves),
		count(Fit, "prompts", Found, Term{}, Serves),
		count(Capacity, "prompts", Found, Term{}, Serves),
		count(ReadinessSteps, "steps", Found, changed, Serves),
		yesNo(StaffSelection, Found, Term{}, Own),
		count(InitiativePairs, "pairs", Found, Term{}, Own),
		count(InitiativesReviewed, "initiatives", Found, Term{}, Own),
		count(LearningSessions, "sessions", Found, Term{}, Own),
		count(LearningAttendance, "attendances", Found, Term{}, Own),
		count(DITCommitments, "commitments", Found, changed, Own),
		count(CapacityTotal, "points", Found, Term{}, Own),
		yesNo(CapacityMinimum, Found, Term{}, Own),
		yesNo(CapacityProtocol, Found, Term{}, Own),
	}, ofTeams()...)
}

// ofTeams are the measures of teams, leads and the infrastructure of a district.
func ofTeams() []MeasureDefinition {
	changed := Term{UntilChanged: true}
	return []MeasureDefinition{
		{rule.Measure{Name: string(TeamFormed), Kind: rule.KindYesNo}, Found, changed, Own},
		{rule.Measure{Name: string(TeamCoordinator), Kind: rule.KindYesNo}, Found, changed, Own},
		{rule.Measure{Name: string(TeamSponsor), Kind: rule.KindYesNo}, Found, changed, Own},
		{rule.Measure{Name: string(TeamComposition), Kind: rule.KindTally, Unit: "roles"}, Found, changed, Own},
		{rule.Measure{Name: string(RecommendedRoles), Kind: rule.KindTally, Unit: "roles"}, Found, changed, Own},
		{rule.Measure{Name: string(SchoolTeams), Kind: rule.KindTally, Unit: "schools"}, Found, changed, Own},
		{rule.Measure{Name: string(TeamMeetings), Kind: rule.KindTally, Unit: "months"}, Found, changed, Own},
		{rule.Measure{Name: string(TeamAttendance), Kind: rule.KindTally, Unit: "people"}, Found, changed, Own},
		{rule.Measure{Name: string(LinkedSchools), Kind: rule.KindTally, Unit: "schools"}, Found, changed, Own},
		{rule.Measure{Name: string(MutualPartnership), Kind: rule.KindYesNo}, Found, changed, Own},
		{rule.Measure{Name: string(LeadNamed), Kind: rule.KindYesNo}, Found, changed, Own},
		{rule.Measure{Name: string(SchoolLeads), Kind: rule.KindTally, Unit: "schools"}, Found, changed, Own},
		{rule.Measure{Name: string(LeadDomains), Kind: rule.KindTally, Unit: "domains"}, Found, changed, Own},
		{rule.Measure{Name: string(LeadPlaced), Kind: rule.KindYesNo}, Found, changed, Own},
		{rule.Measure{Name: string(LeadLeading), Kind: rule.KindYesNo}, Found, changed, Own},
		{rule.Measure{Name: string(Responsibilities), Kind: rule.KindTally, Unit: "responsibilities"}, Found, changed, Own},
		{rule.Measure{Name: string(SchoolResponsibilities), Kind: rule.KindTally, Unit: "schools"}, Found, changed, Own},
		{rule.Measure{Name: string(SchoolDataUse), Kind: rule.KindTally, Unit: "schools"}, Found, changed, Own},
		{rule.Measure{Name: string(Protocols), Kind: rule.KindTally, Unit: "protocols"}, Found, changed, Own},
		{rule.Measure{Name: string(BarriersRouted), Kind: rule.KindTally, Unit: "barriers"}, Found, changed, Own},
		{rule.Measure{Name: string(BarriersResolved), Kind: rule.KindTally, Unit: "barriers"}, Found, changed, Own},
		{rule.Measure{Name: string(DeclaredComponents), Kind: rule.KindTally, Unit: "components"}, Declared, Term{}, Own},
		{rule.Measure{Name: Contradictions, Kind: rule.KindQuantity, Unit: "components"}, Found, changed, Own},
		{rule.Measure{Name: string(TierModels), Kind: rule.KindTally, Unit: "schools"}, Found, changed, Own},
	}
}

// OwnMeasures returns definitions of a host's own measures, each of the unit
// alone and measured.
func OwnMeasures(measures ...rule.Measure) []MeasureDefinition {
	out := make([]MeasureDefinition, len(measures))
	for i, m := range measures {
		out[i] = MeasureDefinition{Measure: m, Basis: Found}
	}
	return out
}
