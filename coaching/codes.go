package coaching

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeRepeated: two components, roles or plans share an id, a person is listed twice in one post on one day, or one id stands for two series of learning.
	CodeRepeated mtss.Code = "coaching.id.repeated"
	// CodeComponent: the steps of a component are not in the order of their days, or its timeline is not, or it covers what such a component cannot.
	CodeComponent mtss.Code = "coaching.component"
	// CodePeople: a coach or recipient has a period that ends before it begins, a share of full time that is not above 0 and at most 100 %, a criterion both met and open, a unit of two kinds, or a recipient of two levels.
	CodePeople mtss.Code = "coaching.people"
	// CodeCircumstance: a fact is about someone who is not intended to be coached, is stated in two places, or counts through a day before its own.
	CodeCircumstance mtss.Code = "coaching.circumstance"
	// CodePlan: the months of a plan are not in order or too many, it shares a month with another plan of the same coach, recipient, innovation and type, or its frequencies are not in the order of their months.
	CodePlan mtss.Code = "coaching.plan"
	// CodeContact: somebody takes part in a contact twice, it ends on the next day, or it observes in writing.
	CodeContact mtss.Code = "coaching.contact"
	// CodeLine: a line of a log is too long.
	CodeLine mtss.Code = "coaching.log.line"
	// CodeRead: there is no log, or it could not be read to its end.
	CodeRead mtss.Code = "coaching.log.read"
	// CodeRules: there are no rules to judge by, or one warrants what is not a kind of support.
	CodeRules mtss.Code = "coaching.rules"
	// CodeSetting: the months to count are missing, out of order or too many, there are too many days of grace, or a closure ends before it begins.
	CodeSetting mtss.Code = "coaching.log.setting"
	// CodePerson: the coach or the recipient of a contact is not known.
	CodePerson mtss.Code = "coaching.contact.person"
	// CodeDates: a contact is on a day on which its coach does not work.
	CodeDates mtss.Code = "coaching.contact.dates"
	// CodeData: answers of coaching data are not possible, or an observation of a coach has no score of coaching.
	CodeData mtss.Code = "coaching.data"
	// CodeSuppression: the number below which groups are withheld is less than 2.
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
	// NoticeInvolved: a component or a role does not say who takes part in developing it.
	NoticeInvolved mtss.Code = "coaching.notice.involved"
	// NoticeBasedOn: a component does not say what it is based on.
	NoticeBasedOn mtss.Code = "coaching.notice.basedon"
	// NoticeDocument: a finished component names no document.
	NoticeDocument mtss.Code = "coaching.notice.document"
	// NoticeSort: no role provides a type and level of coaching that is wanted.
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
	// NoticeNobody: the team or person of a plan is not intended to be coached on the day.
	NoticeNobody mtss.Code = "coaching.notice.nobody"
	// NoticeNoCoach: a plan's coach does not work on the day.
	NoticeNoCoach mtss.Code = "coaching.notice.nocoach"
	// NoticeContent: a component does not cover what it is to cover, or does not say what it covers.
	NoticeContent mtss.Code = "coaching.notice.content"
	// NoticeConflict: a coach was in two contacts at once, or is logged for more than 24 hours of a day.
	NoticeConflict mtss.Code = "coaching.notice.conflict"
	// NoticeRepeated: contacts or series are there already, and were counted once.
	NoticeRepeated mtss.Code = "coaching.notice.repeated"
	// NoticeOutside: contacts are of months that are not counted.
	NoticeOutside mtss.Code = "coaching.notice.outside"
	// NoticeTwice: contacts without an id and a time of day say the same, so they may be there twice.
	NoticeTwice mtss.Code = "coaching.notice.twice"
	// NoticeExpired: the latest scores of a coach or the latest feedback are too old to count.
	NoticeExpired mtss.Code = "coaching.notice.expired"
	// NoticeUnconfirmed: nobody confirmed who is to be coached on the day, so it is not known.
	NoticeUnconfirmed mtss.Code = "coaching.notice.unconfirmed"
	// NoticeGrace: contacts in the days of grace of a month serve the month before.
	NoticeGrace mtss.Code = "coaching.notice.grace"
	// NoticeShared: a plan takes over from another within a month, which counts once.
	NoticeShared mtss.Code = "coaching.notice.shared"
	// NoticeWhichPlan: contacts may be under one plan or another.
	NoticeWhichPlan mtss.Code = "coaching.notice.whichplan"
	// NoticeSpelling: innovations or concepts of plans, contacts and data differ by case, spaces, hyphens or accents alone, and are not the same.
	NoticeSpelling mtss.Code = "coaching.notice.spelling"
	// NoticeOffPlan: contacts coached a concept that is in no plan.
	NoticeOffPlan mtss.Code = "coaching.notice.offplan"
	// NoticeNeverCoached: a concept of a plan was never coached.
	NoticeNeverCoached mtss.Code = "coaching.notice.nevercoached"
	// NoticeGap: months with planned contacts passed without one.
	NoticeGap mtss.Code = "coaching.notice.gap"
	// NoticeNotObserved: a team or person was coached and never observed directly.
	NoticeNotObserved mtss.Code = "coaching.notice.notobserved"
	// NoticeLogOpen: a coach's log is not said to be complete, so what is missing is unknown.
	NoticeLogOpen mtss.Code = "coaching.notice.logopen"
	// NoticeUnanswered: no contact answered a need.
	NoticeUnanswered mtss.Code = "coaching.notice.unanswered"
)

// The codes of caveats.
const (
	// CaveatNotCause: scores that rose after coaching do not show that coaching is the cause.
	CaveatNotCause mtss.Code = "coaching.caveat.notcause"
	// CaveatBegan: coaching may have begun before the log, so that an earlier score may not be from before coaching.
	CaveatBegan mtss.Code = "coaching.caveat.began"
	// CaveatItems: the numbers of assessment items belong to one version of the assessment.
	CaveatItems mtss.Code = "coaching.caveat.items"
	// CaveatWithheld: rows are withheld because they are small or would give away a small one.
	CaveatWithheld mtss.Code = "coaching.caveat.withheld"
)
