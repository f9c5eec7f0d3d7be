package district

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeRepeated: something is there already under its id, or for the same days, and says something else.
	CodeRepeated mtss.Code = "district.repeated"
	// CodeRole: a role is neither listed nor one of the document's own.
	CodeRole mtss.Code = "district.role"
	// CodeTeam: a kind of team does not fit the kind of its unit.
	CodeTeam mtss.Code = "district.team"
	// CodeTeamUnknown: a team is named that does not exist.
	CodeTeamUnknown mtss.Code = "district.team.unknown"
	// CodeMember: a member holds a role while the team does not exist, or the same role twice at once for other days.
	CodeMember mtss.Code = "district.member"
	// CodeLead: a lead is both competent and not competent in a domain.
	CodeLead mtss.Code = "district.lead"
	// CodePartnership: a partnership is not between an ISD and a district.
	CodePartnership mtss.Code = "district.partnership"
	// CodeOwner: an owner is not exactly one of team, role, department and everybody.
	CodeOwner mtss.Code = "district.owner"
	// CodeMeetingTeam: a meeting took place while its team did not exist.
	CodeMeetingTeam mtss.Code = "district.meeting.team"
	// CodeAttendance: somebody attended who was not a member on the day.
	CodeAttendance mtss.Code = "district.meeting.attendance"
	// CodeProtocol: a protocol links a team with itself, or was surveyed although no survey was planned.
	CodeProtocol mtss.Code = "district.protocol"
	// CodeBarrier: a barrier is routed or resolved out of order.
	CodeBarrier mtss.Code = "district.barrier"
	// CodeDelivery: a tier of a domain is there already and says something else.
	CodeDelivery mtss.Code = "district.delivery"
)

// The codes of concerns.
const (
	// ConcernUnowned: a responsibility is owned by nobody.
	ConcernUnowned mtss.Code = "district.finding.unowned"
	// ConcernEverybody: a responsibility is owned by everybody.
	ConcernEverybody mtss.Code = "district.finding.everybody"
	// ConcernOwner: a responsibility is owned by none who may own it.
	ConcernOwner mtss.Code = "district.finding.owner"
	// ConcernBelow: a lower level owns what belongs to a higher one.
	ConcernBelow mtss.Code = "district.finding.below"
	// ConcernNoLead: a district or school has no lead.
	ConcernNoLead mtss.Code = "district.finding.lead.none"
	// ConcernPlace: the lead sits in special education alone.
	ConcernPlace mtss.Code = "district.finding.lead.place"
	// ConcernDomain: no lead is competent in a domain.
	ConcernDomain mtss.Code = "district.finding.lead.domain"
	// ConcernTogether: the leads are competent in all domains only together.
	ConcernTogether mtss.Code = "district.finding.lead.together"
	// ConcernAuthority: no lead has direct authority or influence.
	ConcernAuthority mtss.Code = "district.finding.lead.authority"
	// ConcernComposition: a role that is required or recommended is missing from a team.
	ConcernComposition mtss.Code = "district.finding.composition"
	// ConcernPartner: only one of ISD and district has selected the other.
	ConcernPartner mtss.Code = "district.finding.partnership"
	// ConcernProtocol: a communication protocol lacks a part.
	ConcernProtocol mtss.Code = "district.finding.protocol"
	// ConcernSurvey: the survey of a protocol is overdue.
	ConcernSurvey mtss.Code = "district.finding.survey"
	// ConcernBarrier: a barrier is not resolved.
	ConcernBarrier mtss.Code = "district.finding.barrier"
	// ConcernOverdue: an activity of the plan is overdue.
	ConcernOverdue mtss.Code = "district.finding.overdue"
	// ConcernDue: an activity of the plan is due by the next meeting.
	ConcernDue mtss.Code = "district.finding.due"
	// ConcernUnderWay: an activity of the plan is under way, and due later.
	ConcernUnderWay mtss.Code = "district.finding.under-way"
	// ConcernComponent: a component of infrastructure is not in place, or not known to be.
	ConcernComponent mtss.Code = "district.finding.component"
	// ConcernRoleLacking: an activity falls to a role that nobody on the team holds.
	ConcernRoleLacking mtss.Code = "district.finding.role"
	// ConcernDeclared: what is declared about a component contradicts its measures.
	ConcernDeclared mtss.Code = "district.finding.declared"
	// ConcernEvidence: a component is declared established without evidence.
	ConcernEvidence mtss.Code = "district.finding.evidence"
	// ConcernTier: a domain of a school lacks a tier.
	ConcernTier mtss.Code = "district.finding.delivery.tier"
	// ConcernRule: a tier lacks a rule of entry or exit.
	ConcernRule mtss.Code = "district.finding.delivery.rule"
	// ConcernInstrument: an intervention has no instrument of fidelity.
	ConcernInstrument mtss.Code = "district.finding.delivery.instrument"
	// ConcernThresholds: students enter or leave a tier by different rules at different schools of a district.
	ConcernThresholds mtss.Code = "district.finding.delivery.thresholds"
	// NoticeRepeated: something is there more than once, and counts once.
	NoticeRepeated mtss.Code = "district.notice.repeated"
	// NoticeOld: a checklist counts no longer.
	NoticeOld mtss.Code = "district.notice.old"
)
