package readiness

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeUnit: a document is of a kind of unit that it is not made for.
	CodeUnit mtss.Code = "readiness.unit"
	// CodePrompt: an answer is not to a prompt for the kind of unit, or is there already and says something else.
	CodePrompt mtss.Code = "readiness.prompt"
	// CodeStep: a step is not one for the kind of unit, or is there already with another day.
	CodeStep mtss.Code = "readiness.step"
	// CodeRequest: a request is there already and says something else, or a request or an area of support is on a district's record.
	CodeRequest mtss.Code = "readiness.request"
	// CodeGoal: a goal is on a district's record.
	CodeGoal mtss.Code = "readiness.goal"
	// CodeRepeated: two activities, cohorts, districts or initiatives of a document share an id and differ.
	CodeRepeated mtss.Code = "readiness.id.repeated"
	// CodeCohort: a cohort has a unit of another one, or starts one that it does not have.
	CodeCohort mtss.Code = "readiness.cohort"
	// CodeRating: a rating is of an indicator that the form does not have, or is there already and says something else.
	CodeRating mtss.Code = "readiness.hexagon.rating"
	// CodeRecommendation: ratings in a form without recommendations have one.
	CodeRecommendation mtss.Code = "readiness.hexagon.recommendation"
	// CodePair: an initiative is paired with itself, with one that is not listed, or with the same one twice.
	CodePair mtss.Code = "readiness.initiative.pair"
	// CodeLoad: a role's hours appear twice, or an initiative asks for hours of a role that has none.
	CodeLoad mtss.Code = "readiness.initiative.load"
	// CodeOutcome: a review has an outcome without a day, or a day without an outcome.
	CodeOutcome mtss.Code = "readiness.initiative.outcome"
	// CaveatEarlier: the day of asking is before the record's.
	CaveatEarlier mtss.Code = "readiness.caveat.earlier"
	// CaveatLate: a step was taken after the work had begun.
	CaveatLate mtss.Code = "readiness.caveat.late"
	// CaveatFirst: the first cohort has more than one district.
	CaveatFirst mtss.Code = "readiness.caveat.first"
	// CaveatReplicate: the trainer or the coach of a later cohort did not learn it in an earlier one.
	CaveatReplicate mtss.Code = "readiness.caveat.replicate"
	// CaveatPartner: of an ISD and a district, only one has chosen the other.
	CaveatPartner mtss.Code = "readiness.caveat.partner"
	// CaveatDelay: a cohort started late, or has not started though it was due.
	CaveatDelay mtss.Code = "readiness.caveat.delay"
	// CaveatUnrated: an indicator of the hexagon is not rated.
	CaveatUnrated mtss.Code = "readiness.caveat.unrated"
	// CaveatNoCut: the form states no criterion, so ratings alone recommend nothing.
	CaveatNoCut mtss.Code = "readiness.caveat.nocut"
	// CaveatConflict: initiatives conflict.
	CaveatConflict mtss.Code = "readiness.caveat.conflict"
	// CaveatUnowned: an initiative has no owner, or nobody oversees its budget.
	CaveatUnowned mtss.Code = "readiness.caveat.unowned"
	// CaveatOverload: initiatives ask for more hours of a role than it has.
	CaveatOverload mtss.Code = "readiness.caveat.overload"
	// CaveatNoShare: initiatives that are said to strengthen each other share no component.
	CaveatNoShare mtss.Code = "readiness.caveat.noshare"
	// CaveatWeighed: how many prompts speak for an option, and how many against it.
	CaveatWeighed mtss.Code = "readiness.caveat.weighed"
	// CaveatEnough: nobody has said how much need, fit and capacity is enough.
	CaveatEnough mtss.Code = "readiness.caveat.enough"
	// CaveatRepeated: something is there more than once, and counts once.
	CaveatRepeated mtss.Code = "readiness.caveat.repeated"
	// CaveatOld: what a document says is more than a year old.
	CaveatOld mtss.Code = "readiness.caveat.old"
)
