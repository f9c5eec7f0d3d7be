package district

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeRepeated: an id, or what stands once only, stands twice.
	CodeRepeated mtss.Code = "district.repeated"
	// CodePeriod: something ends before it begins.
	CodePeriod mtss.Code = "district.period"
	// CodeRole: a role is neither listed nor one of the document's own.
	CodeRole mtss.Code = "district.role"
	// CodeTeam: a kind of team does not belong to the kind of its unit.
	CodeTeam mtss.Code = "district.team"
	// CodeTeamUnknown: a team is named that the teams lack.
	CodeTeamUnknown mtss.Code = "district.team.unknown"
	// CodeMember: a member holds a role outside the time of the team, or one role twice at once.
	CodeMember mtss.Code = "district.member"
	// CodeLead: a lead is called competent and not competent in one domain.
	CodeLead mtss.Code = "district.lead"
	// CodePartnership: a partnership is not of an ISD and a district.
	CodePartnership mtss.Code = "district.partnership"
	// CodeResponsibility: a responsibility is not listed.
	CodeResponsibility mtss.Code = "district.responsibility"
	// CodeOwner: an owner is not exactly one of a team, a role and everybody.
	CodeOwner mtss.Code = "district.owner"
	// CodeMeetingTeam: a meeting took place while its team did not exist.
	CodeMeetingTeam mtss.Code = "district.meeting.team"
	// CodeAttendance: somebody attended who was no member on the day.
	CodeAttendance mtss.Code = "district.meeting.attendance"
	// CodeResult: a meeting cites a result of a later day.
	CodeResult mtss.Code = "district.meeting.result"
	// CodeDecision: a decision rests on a result that its meeting does not cite, is due before it, or falls to a role that the team lacks.
	CodeDecision mtss.Code = "district.meeting.decision"
	// CodeProtocol: a protocol links a team with itself, or was surveyed without a date of survey.
	CodeProtocol mtss.Code = "district.protocol"
	// CodeBarrier: a barrier is routed or resolved out of order.
	CodeBarrier mtss.Code = "district.barrier"
	// CodeActivity: an activity's dates and status do not fit together.
	CodeActivity mtss.Code = "district.plan.activity"
	// CodeComponent: a component of infrastructure is not listed.
	CodeComponent mtss.Code = "district.component"
	// CodeResource: a resource is not listed.
	CodeResource mtss.Code = "district.resource"
	// CodeDelivery: a tier of a domain stands twice.
	CodeDelivery mtss.Code = "district.delivery"
	// CodePolicy: a policy looks back no days, or asks for no meetings.
	CodePolicy mtss.Code = "district.policy"
)

// The codes of findings.
const (
	// FindingUnowned: a responsibility is owned by nobody.
	FindingUnowned mtss.Code = "district.finding.unowned"
	// FindingEverybody: a responsibility is owned by everybody.
	FindingEverybody mtss.Code = "district.finding.everybody"
	// FindingBelow: what belongs to a higher level is owned at a lower one.
	FindingBelow mtss.Code = "district.finding.below"
	// FindingNoLead: a district or school has no lead.
	FindingNoLead mtss.Code = "district.finding.lead.none"
	// FindingPlace: the lead sits in special education alone.
	FindingPlace mtss.Code = "district.finding.lead.place"
	// FindingDomain: the lead is not competent in a domain.
	FindingDomain mtss.Code = "district.finding.lead.domain"
	// FindingAuthority: the lead has neither direct authority nor influence.
	FindingAuthority mtss.Code = "district.finding.lead.authority"
	// FindingComposition: a role that is required or recommended is missing from a team.
	FindingComposition mtss.Code = "district.finding.composition"
	// FindingPartner: only one of ISD and district has selected the other.
	FindingPartner mtss.Code = "district.finding.partnership"
	// FindingProtocol: a protocol lacks a part.
	FindingProtocol mtss.Code = "district.finding.protocol"
	// FindingSurvey: the survey of a protocol is overdue.
	FindingSurvey mtss.Code = "district.finding.survey"
	// FindingBarrier: a barrier is not resolved.
	FindingBarrier mtss.Code = "district.finding.barrier"
	// FindingOverdue: an activity of the plan is overdue.
	FindingOverdue mtss.Code = "district.finding.overdue"
	// FindingRoleLacking: an activity is owned by a role that the team lacks.
	FindingRoleLacking mtss.Code = "district.finding.role"
	// FindingDeclared: what is declared of a component is not what its measures say.
	FindingDeclared mtss.Code = "district.finding.declared"
	// FindingEvidence: a component is declared established without evidence.
	FindingEvidence mtss.Code = "district.finding.evidence"
	// FindingTier: a domain of a school lacks a tier.
	FindingTier mtss.Code = "district.finding.delivery.tier"
	// FindingRule: a tier lacks its rule of entry or exit.
	FindingRule mtss.Code = "district.finding.delivery.rule"
	// FindingInstrument: an intervention has no instrument of fidelity.
	FindingInstrument mtss.Code = "district.finding.delivery.instrument"
	// FindingThresholds: schools of a district enter or leave one tier by different rules.
	FindingThresholds mtss.Code = "district.finding.delivery.thresholds"
)
