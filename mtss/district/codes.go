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
)

// The codes of findings.
const (
	// ConcernUnowned: a responsibility is owned by nobody.
	ConcernUnowned mtss.Code = "district.finding.unowned"
	// ConcernEverybody: a responsibility is owned by everybody.
	ConcernEverybody mtss.Code = "district.finding.everybody"
	// ConcernBelow: what belongs to a higher level is owned at a lower one.
	ConcernBelow mtss.Code = "district.finding.below"
	// ConcernNoLead: a district or school has no lead.
	ConcernNoLead mtss.Code = "district.finding.lead.none"
	// ConcernPlace: the lead sits in special education alone.
	ConcernPlace mtss.Code = "district.finding.lead.place"
	// ConcernDomain: the lead is not competent in a domain.
	ConcernDomain mtss.Code = "district.finding.lead.domain"
	// ConcernAuthority: the lead has neither direct authority nor influence.
	ConcernAuthority mtss.Code = "district.finding.lead.authority"
	// ConcernComposition: a role that is required or recommended is missing from a team.
	ConcernComposition mtss.Code = "district.finding.composition"
	// ConcernPartner: only one of ISD and district has selected the other.
	ConcernPartner mtss.Code = "district.finding.partnership"
	// ConcernProtocol: a protocol lacks a part.
	ConcernProtocol mtss.Code = "district.finding.protocol"
	// ConcernSurvey: the survey of a protocol is overdue.
	ConcernSurvey mtss.Code = "district.finding.survey"
	// ConcernBarrier: a barrier is not resolved.
	ConcernBarrier mtss.Code = "district.finding.barrier"
	// ConcernOverdue: an activity of the plan is overdue.
	ConcernOverdue mtss.Code = "district.finding.overdue"
	// ConcernDue: an activity of the plan is due until the next meeting.
	ConcernDue mtss.Code = "district.finding.due"
	// ConcernUnderWay: an activity of the plan is under way, and due later.
	ConcernUnderWay mtss.Code = "district.finding.under-way"
	// ConcernComponent: a component is not in place, or not known to be.
	ConcernComponent mtss.Code = "district.finding.component"
	// ConcernRoleLacking: an activity is owned by a role that the team lacks.
	ConcernRoleLacking mtss.Code = "district.finding.role"
	// ConcernDeclared: what is declared of a component is not what its measures say.
	ConcernDeclared mtss.Code = "district.finding.declared"
	// ConcernEvidence: a component is declared established without evidence.
	ConcernEvidence mtss.Code = "district.finding.evidence"
	// ConcernTier: a domain of a school lacks a tier.
	ConcernTier mtss.Code = "district.finding.delivery.tier"
	// ConcernRule: a tier lacks its rule of entry or exit.
	ConcernRule mtss.Code = "district.finding.delivery.rule"
	// ConcernInstrument: an intervention has no instrument of fidelity.
	ConcernInstrument mtss.Code = "district.finding.delivery.instrument"
	// ConcernThresholds: schools of a district enter or leave one tier by different rules.
	ConcernThresholds mtss.Code = "district.finding.delivery.thresholds"
)
