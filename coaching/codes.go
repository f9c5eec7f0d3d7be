package coaching

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeRepeated: two components, roles, people or plans share an id.
	CodeRepeated mtss.Code = "coaching.id.repeated"
	// CodeMonth: a month is not written YYYY-MM.
	CodeMonth mtss.Code = "coaching.month"
	// CodeComponent: a component is none of the six, its steps do not rise, or its timeline does not.
	CodeComponent mtss.Code = "coaching.component"
	// CodeRole: a role has no id, or its type, level or provider is none of the known ones.
	CodeRole mtss.Code = "coaching.role"
	// CodePeople: a coach or coached has no id or period that makes sense, or a share of full time beyond 100 %.
	CodePeople mtss.Code = "coaching.people"
	// CodeCircumstance: a fact is about somebody who is not intended to be coached, or of no day.
	CodeCircumstance mtss.Code = "coaching.circumstance"
	// CodePlan: a plan has no coach, coached or months in order, shares a month with another, or its frequencies do not rise.
	CodePlan mtss.Code = "coaching.plan"
	// CodeContact: a contact has no coach, coached, day or length that makes sense.
	CodeContact mtss.Code = "coaching.contact"
	// CodeLine: a line of a log is too long.
	CodeLine mtss.Code = "coaching.log.line"
	// CodeRead: a log could not be read to its end.
	CodeRead mtss.Code = "coaching.log.read"
	// CodeSetting: a log is counted from no month until no month, or for too many.
	CodeSetting mtss.Code = "coaching.log.setting"
	// CodePerson: a contact is by nobody's coach, or with somebody who is not known.
	CodePerson mtss.Code = "coaching.contact.person"
	// CodeDates: a contact is on a day on which its coach does not work.
	CodeDates mtss.Code = "coaching.contact.dates"
	// CodeData: coaching data are of no day, of nobody, or their score makes no sense.
	CodeData mtss.Code = "coaching.data"
	// CodeDevelopment: a school's professional development has no unit or year, or its counts make no sense.
	CodeDevelopment mtss.Code = "coaching.development"
	// CodeSuppression: groups are to be hidden below a number that is none.
	CodeSuppression mtss.Code = "coaching.suppression"
)

// The codes of notices.
const (
	// NoticeUnknown: nothing is known of a component.
	NoticeUnknown mtss.Code = "coaching.notice.unknown"
	// NoticeNotUsed: a component is not in use.
	NoticeNotUsed mtss.Code = "coaching.notice.notused"
	// NoticeEvidence: a component is said to be in use, and nothing shows it.
	NoticeEvidence mtss.Code = "coaching.notice.evidence"
	// NoticeNeverFinal: a component is in use and was never final.
	NoticeNeverFinal mtss.Code = "coaching.notice.neverfinal"
	// NoticeLate: a component is behind its timeline.
	NoticeLate mtss.Code = "coaching.notice.late"
	// NoticeTimeline: a component has no timeline.
	NoticeTimeline mtss.Code = "coaching.notice.timeline"
	// NoticeOwner: no role is responsible for a component.
	NoticeOwner mtss.Code = "coaching.notice.owner"
	// NoticeInvolved: nobody is named who takes part in developing a component or a role.
	NoticeInvolved mtss.Code = "coaching.notice.involved"
	// NoticeBasedOn: it is not said what a component is based on.
	NoticeBasedOn mtss.Code = "coaching.notice.basedon"
	// NoticeDocument: a finished component names no document.
	NoticeDocument mtss.Code = "coaching.notice.document"
	// NoticeSort: a wanted type and level of coaching is provided by no role.
	NoticeSort mtss.Code = "coaching.notice.sort"
	// NoticeSkills: a role describes no qualifications or skills.
	NoticeSkills mtss.Code = "coaching.notice.skills"
	// NoticeResponsibilities: a role describes no responsibilities.
	NoticeResponsibilities mtss.Code = "coaching.notice.responsibilities"
	// NoticeRoleUnknown: a coach has a role that the system does not describe.
	NoticeRoleUnknown mtss.Code = "coaching.notice.roleunknown"
	// NoticeSelection: there is no record of a coach's selection.
	NoticeSelection mtss.Code = "coaching.notice.selection"
	// NoticeCriteria: a coach was selected without all the skills that the role asks for.
	NoticeCriteria mtss.Code = "coaching.notice.criteria"
	// NoticeNotShared: a coach was never given the description of the role.
	NoticeNotShared mtss.Code = "coaching.notice.notshared"
	// NoticeNotAcknowledged: a coach has not acknowledged the description of the role.
	NoticeNotAcknowledged mtss.Code = "coaching.notice.notacknowledged"
	// NoticePart: a plan lacks one of its six parts.
	NoticePart mtss.Code = "coaching.notice.part"
	// NoticeStage: a plan names no stage of implementation.
	NoticeStage mtss.Code = "coaching.notice.stage"
	// NoticeNobody: a plan is for nobody who is intended to be coached.
	NoticeNobody mtss.Code = "coaching.notice.nobody"
	// NoticeNoCoach: a plan's coach does not work on the day.
	NoticeNoCoach mtss.Code = "coaching.notice.nocoach"
	// NoticeConflict: a coach was in two contacts at once, or worked more than a day has.
	NoticeConflict mtss.Code = "coaching.notice.conflict"
	// NoticeOffPlan: contacts coached what no plan has.
	NoticeOffPlan mtss.Code = "coaching.notice.offplan"
	// NoticeNeverCoached: a concept of a plan was never coached.
	NoticeNeverCoached mtss.Code = "coaching.notice.nevercoached"
	// NoticeGap: months that were planned passed without a contact.
	NoticeGap mtss.Code = "coaching.notice.gap"
	// NoticeNotObserved: somebody was coached and never observed directly.
	NoticeNotObserved mtss.Code = "coaching.notice.notobserved"
	// NoticeLogOpen: a coach's log is not said to be complete, so what is missing is unknown.
	NoticeLogOpen mtss.Code = "coaching.notice.logopen"
	// NoticeUnanswered: a need was not answered by a contact.
	NoticeUnanswered mtss.Code = "coaching.notice.unanswered"
	// NoticeNoAccess: some of the staff of a school have no access to professional development.
	NoticeNoAccess mtss.Code = "coaching.notice.noaccess"
	// NoticeNoBenefit: it is not known, or not so, that all who have access benefit.
	NoticeNoBenefit mtss.Code = "coaching.notice.nobenefit"
	// NoticeNotMeasured: fidelity or impact of professional development is not measured.
	NoticeNotMeasured mtss.Code = "coaching.notice.notmeasured"
	// NoticePurpose: no support is planned for initial or for sustained implementation.
	NoticePurpose mtss.Code = "coaching.notice.purpose"
)

// The codes of caveats.
const (
	// CaveatNotCause: a change beside coaching does not show that coaching caused it.
	CaveatNotCause mtss.Code = "coaching.caveat.notcause"
	// CaveatItems: the numbers of assessment items belong to a version of the assessment.
	CaveatItems mtss.Code = "coaching.caveat.items"
	// CaveatWithheld: groups are withheld, since they are small or would give away a small one.
	CaveatWithheld mtss.Code = "coaching.caveat.withheld"
)
