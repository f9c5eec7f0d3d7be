package readiness

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeUnit: a document is of a unit of another kind than it is made for.
	CodeUnit mtss.Code = "readiness.unit"
	// CodeDate: a date is no day of the calendar, or comes before one that it follows.
	CodeDate mtss.Code = "readiness.date"
	// CodePrompt: an answer is to no prompt, to one of another kind of unit, or stands twice.
	CodePrompt mtss.Code = "readiness.prompt"
	// CodeEvidence: a kind of evidence is none of the known ones.
	CodeEvidence mtss.Code = "readiness.evidence"
	// CodeStep: a step of readiness is none of the known ones of its kind of unit, or stands twice.
	CodeStep mtss.Code = "readiness.step"
	// CodeRequest: a request is of no area or kind of support, stands twice, or is made of a district's record.
	CodeRequest mtss.Code = "readiness.request"
	// CodeGoal: a goal is none of the known ones, or stands on a district's record.
	CodeGoal mtss.Code = "readiness.goal"
	// CodePlanArea: an activity of a plan is in none of the areas of planning.
	CodePlanArea mtss.Code = "readiness.plan.area"
	// CodeRepeated: two activities, cohorts, districts or initiatives of a document share an id.
	CodeRepeated mtss.Code = "readiness.id.repeated"
	// CodeResource: an amount of a resource is no plain number, or is negative.
	CodeResource mtss.Code = "readiness.resource"
	// CodeCohort: a cohort has no districts, one that another has already, or starts one that it lacks.
	CodeCohort mtss.Code = "readiness.cohort"
	// CodeForm: a form of the hexagon is none of the published ones.
	CodeForm mtss.Code = "readiness.hexagon.form"
	// CodeRating: a rating is of an indicator that the form lacks, stands twice, or is off its scale.
	CodeRating mtss.Code = "readiness.hexagon.rating"
	// CodeRecommendation: a form of the hexagon does not recommend that.
	CodeRecommendation mtss.Code = "readiness.hexagon.recommendation"
	// CodePair: an initiative is paired with itself, with one that is not there, or with the same one twice.
	CodePair mtss.Code = "readiness.initiative.pair"
	// CodeLoad: a role's hours on an initiative stand twice, or are of a role whose hours are not given.
	CodeLoad mtss.Code = "readiness.initiative.load"
	// CodeOutcome: an outcome of a review has no day, or a day has no outcome.
	CodeOutcome mtss.Code = "readiness.initiative.outcome"
	// CaveatEarlier: the day of asking lies before the record.
	CaveatEarlier mtss.Code = "readiness.caveat.earlier"
	// CaveatLate: a step of readiness was taken after the work had begun.
	CaveatLate mtss.Code = "readiness.caveat.late"
	// CaveatPriority: MTSS is not set as a priority, or no resources are allocated for it.
	CaveatPriority mtss.Code = "readiness.caveat.priority"
	// CaveatOverdue: an activity of a plan is overdue.
	CaveatOverdue mtss.Code = "readiness.caveat.overdue"
	// CaveatFirst: the first cohort has more than one district.
	CaveatFirst mtss.Code = "readiness.caveat.first"
	// CaveatReplicate: whoever trains or coaches a later cohort did not learn it in an earlier one.
	CaveatReplicate mtss.Code = "readiness.caveat.replicate"
	// CaveatPartner: a partner was selected by one side only.
	CaveatPartner mtss.Code = "readiness.caveat.partner"
	// CaveatDelay: a cohort started late, or has not started though its day has come.
	CaveatDelay mtss.Code = "readiness.caveat.delay"
	// CaveatUnrated: indicators of the hexagon are not rated.
	CaveatUnrated mtss.Code = "readiness.caveat.unrated"
	// CaveatNoCut: the form states no criterion, so that ratings alone recommend nothing.
	CaveatNoCut mtss.Code = "readiness.caveat.nocut"
	// CaveatConflict: initiatives conflict.
	CaveatConflict mtss.Code = "readiness.caveat.conflict"
	// CaveatUnowned: an initiative has no owner, or nobody oversees its budget.
	CaveatUnowned mtss.Code = "readiness.caveat.unowned"
	// CaveatOverload: initiatives ask for more hours of a role than there are.
	CaveatOverload mtss.Code = "readiness.caveat.overload"
	// CaveatNoShare: initiatives that strengthen each other share no component.
	CaveatNoShare mtss.Code = "readiness.caveat.noshare"
)
