package instrument

import "github.com/openmtss/mtss-go/mtss"

// The codes of problems with definitions and completions.
const (
	// CodeMissing: a way of treating missing answers is not one of the known ones.
	CodeMissing mtss.Code = "instrument.missing"
	// CodeItemRepeated: an item appears twice in a definition.
	CodeItemRepeated mtss.Code = "instrument.item.repeated"
	// CodeItemUnplaced: an item is in none of the subscales that a definition has, or not in exactly one of its sections.
	CodeItemUnplaced mtss.Code = "instrument.item.unplaced"
	// CodeNoItems: a definition has no items and does not say that it lacks them.
	CodeNoItems mtss.Code = "instrument.items.none"
	// CodeScaleUnknown: an item has no scale, or names one that the definition lacks.
	CodeScaleUnknown mtss.Code = "instrument.scale.unknown"
	// CodeScaleScores: the scores of a scale do not rise.
	CodeScaleScores mtss.Code = "instrument.scale.scores"
	// CodeIDRepeated: two scales, sections, subscales, criteria or facts share an id.
	CodeIDRepeated mtss.Code = "instrument.id.repeated"
	// CodeIDReserved: a subscale has an id that means something else in criteria.
	CodeIDReserved mtss.Code = "instrument.id.reserved"
	// CodeParentUnknown: a subscale's parent does not exist.
	CodeParentUnknown mtss.Code = "instrument.parent.unknown"
	// CodeCycle: subscales are each other's parents.
	CodeCycle mtss.Code = "instrument.subscale.cycle"
	// CodeSubscaleEmpty: a subscale has neither items nor subscales.
	CodeSubscaleEmpty mtss.Code = "instrument.subscale.empty"
	// CodeReportMean: a mean per item is reported of items with different greatest scores.
	CodeReportMean mtss.Code = "instrument.report.mean"
	// CodePossible: the items' scales do not add up to the points that a source states.
	CodePossible mtss.Code = "instrument.possible"
	// CodeTotal: the total is neither stated nor among what is lacking, or both; it is a mean of subscales and there are none; or something is reported beside a total that does not exist.
	CodeTotal mtss.Code = "instrument.total"
	// CodeFactPath: a fact covers a part that the definition does not have.
	CodeFactPath mtss.Code = "instrument.fact.path"
	// CodeFactNone: no fact covers a part of the definition.
	CodeFactNone mtss.Code = "instrument.fact.none"
	// CodeLack: a part is listed twice as lacking, or is not lacking.
	CodeLack mtss.Code = "instrument.lack"
	// CodeCompletionOther: a completion is for another instrument or version.
	CodeCompletionOther mtss.Code = "instrument.completion.other"
	// CodeCompletionConflict: a completion states what the definition states already.
	CodeCompletionConflict mtss.Code = "instrument.completion.conflict"
	// CodeCompletionEmpty: a completion supplies nothing.
	CodeCompletionEmpty mtss.Code = "instrument.completion.empty"
	// CodeProfileOther: a profile is for another instrument or version.
	CodeProfileOther mtss.Code = "instrument.profile.other"
	// CodeEquating: an equating has two lines for one section, one that does not rise, or a discrepancy of a section without a line.
	CodeEquating mtss.Code = "instrument.equating"
)

// The codes of problems with administrations.
const (
	// CodeInstrument: an administration is of another instrument or version than the definition.
	CodeInstrument mtss.Code = "instrument.version"
	// CodeIncomplete: the definition lacks so much of the instrument that nothing can be scored, or a scorer was not made by Compile.
	CodeIncomplete mtss.Code = "instrument.incomplete"
	// CodeItemUnknown: the definition has no such item.
	CodeItemUnknown mtss.Code = "instrument.item.unknown"
	// CodeAnswerRepeated: an item is answered twice, or both scored and marked not applicable.
	CodeAnswerRepeated mtss.Code = "instrument.answer.repeated"
	// CodeScore: a score is not on the item's scale.
	CodeScore mtss.Code = "instrument.score"
	// CodeNotApplicable: the definition does not let the item be not applicable.
	CodeNotApplicable mtss.Code = "instrument.notapplicable"
	// CodeSectionUnknown: the definition has no such section, or the section is named twice.
	CodeSectionUnknown mtss.Code = "instrument.section.unknown"
	// CodeSectionOther: an item of a section that was not administered is answered.
	CodeSectionOther mtss.Code = "instrument.section.other"
	// CodeUnit: an administration names no unit.
	CodeUnit mtss.Code = "instrument.unit"
	// CodeUnitOther: an instrument is not for the kind of unit that it was administered to.
	CodeUnitOther mtss.Code = "instrument.unit.other"
	// CodeSummary: a summary is beside responses, names no scale, or states more points than that has.
	CodeSummary mtss.Code = "instrument.summary"
	// CodeDate: an administration has no valid date, or one of entry before it.
	CodeDate mtss.Code = "instrument.date"
	// CodeGoals: the smallest gains for a criterion cannot be worked out.
	CodeGoals mtss.Code = "instrument.goals"
	// CodeDisplayed: what a result shows of a score does not agree with its numbers.
	CodeDisplayed mtss.Code = "instrument.displayed"
	// CodeCrosswalk: a crosswalk maps an item twice, maps an item that its versions lack, maps a version to itself, or is of other versions than it is used for.
	CodeCrosswalk mtss.Code = "instrument.crosswalk"
	// CodeLowest: there are no administrations to take each item's lowest score from, or they differ in unit or sections.
	CodeLowest mtss.Code = "instrument.lowest"
	// CodeEquatingOther: a score to equate is of another instrument, section or number of points than the equating is for.
	CodeEquatingOther mtss.Code = "instrument.equating.other"
)

// The codes of caveats in results.
const (
	// CaveatLacks: the definition lacks facts, so that part of the result cannot be had.
	CaveatLacks mtss.Code = "instrument.caveat.lacks"
	// CaveatCompleted: the definition was completed by a named completion.
	CaveatCompleted mtss.Code = "instrument.caveat.completed"
	// CaveatIllustrative: the completion calls itself illustrative, so the result is not a measurement.
	CaveatIllustrative mtss.Code = "instrument.caveat.illustrative"
	// CaveatNotConfirmed: the result rests on a fact that is inferred or unconfirmed.
	CaveatNotConfirmed mtss.Code = "instrument.caveat.notconfirmed"
	// CaveatUnscored: an answer to an item that the definition may be lacking was kept but not scored.
	CaveatUnscored mtss.Code = "instrument.caveat.unscored"
	// CaveatNotAdministered: a subscale, the total or a criterion spans a section that was not administered.
	CaveatNotAdministered mtss.Code = "instrument.caveat.notadministered"
	// CaveatNotApplicable: a subscale is wholly not applicable and drops out of each.
	CaveatNotApplicable mtss.Code = "instrument.caveat.notapplicable"
	// CaveatOtherwise: the publisher's own report treats items that do not apply otherwise.
	CaveatOtherwise mtss.Code = "instrument.caveat.otherwise"
	// CaveatPoints: a bound in points is meant for more points than were possible, since items do not apply or were left out.
	CaveatPoints mtss.Code = "instrument.caveat.points"
	// CaveatMissing: missing answers were not treated as unknown.
	CaveatMissing mtss.Code = "instrument.caveat.missing"
	// CaveatAdministeredBy: who administered it is not stated, or that they were trained by then.
	CaveatAdministeredBy mtss.Code = "instrument.caveat.administeredby"
	// CaveatSummary: only the scores of scales are known, and not those of items.
	CaveatSummary mtss.Code = "instrument.caveat.summary"
	// CaveatRecorded: the administration was entered later than it was held.
	CaveatRecorded mtss.Code = "instrument.caveat.recorded"
	// CaveatCriterion: a criterion carries a caution of its own.
	CaveatCriterion mtss.Code = "instrument.caveat.criterion"
	// CaveatLowest: each item's score is the lowest of several administrations, by a local rule.
	CaveatLowest mtss.Code = "instrument.caveat.lowest"
	// CaveatEquated: the score is equated from another version, which permits no trend and no verdict on a criterion.
	CaveatEquated mtss.Code = "instrument.caveat.equated"
	// CaveatEquating: the published equating carries a caution or an error of its own.
	CaveatEquating mtss.Code = "instrument.caveat.equating"
)
