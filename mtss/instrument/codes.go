package instrument

import "github.com/openmtss/mtss-go/mtss"

// The codes of problems with definitions and completions.
const (
	// CodeMissing: a missing-answer policy is none of the known ones.
	CodeMissing mtss.Code = "instrument.missing"
	// CodeItemRepeated: an item stands twice in a definition, section or subscale.
	CodeItemRepeated mtss.Code = "instrument.item.repeated"
	// CodeItemUnplaced: an item is in no subscale of a definition that has
	// some, or in no section, or in two.
	CodeItemUnplaced mtss.Code = "instrument.item.unplaced"
	// CodeNoItems: a definition has no items and does not say that it lacks them.
	CodeNoItems mtss.Code = "instrument.items.none"
	// CodeScaleUnknown: an item has no scale, or names one that the definition lacks.
	CodeScaleUnknown mtss.Code = "instrument.scale.unknown"
	// CodeScaleScores: the scores of a scale are not rising numbers from 0 to 250, or there are fewer than two.
	CodeScaleScores mtss.Code = "instrument.scale.scores"
	// CodeIDRepeated: two scales, sections, subscales, criteria or facts share an id.
	CodeIDRepeated mtss.Code = "instrument.id.repeated"
	// CodeIDReserved: a subscale is called like something that criteria already name.
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
	// CodeTotal: the total is neither stated nor among what is lacking, or both, or a mean of no subscales, or something is reported beside none.
	CodeTotal mtss.Code = "instrument.total"
	// CodeFactPath: a fact covers a part that the definition does not have.
	CodeFactPath mtss.Code = "instrument.fact.path"
	// CodeFactNone: no fact covers a part of the definition.
	CodeFactNone mtss.Code = "instrument.fact.none"
	// CodeLack: a part is said to be lacking twice, or is there after all.
	CodeLack mtss.Code = "instrument.lack"
	// CodeCompletionOther: a completion is for another instrument or version.
	CodeCompletionOther mtss.Code = "instrument.completion.other"
	// CodeCompletionConflict: a completion states what the definition states already.
	CodeCompletionConflict mtss.Code = "instrument.completion.conflict"
	// CodeCompletionEmpty: a completion supplies nothing.
	CodeCompletionEmpty mtss.Code = "instrument.completion.empty"
	// CodeProfileOther: a profile is for another instrument or version.
	CodeProfileOther mtss.Code = "instrument.profile.other"
	// CodeEquating: an equating has no line, two for one section, or one that does not rise.
	CodeEquating mtss.Code = "instrument.equating"
)

// The codes of problems with administrations.
const (
	// CodeInstrument: an administration is of another instrument or version than the definition.
	CodeInstrument mtss.Code = "instrument.version"
	// CodeIncomplete: the definition lacks so much of the instrument that nothing can be scored.
	CodeIncomplete mtss.Code = "instrument.incomplete"
	// CodeItemUnknown: the definition has no such item.
	CodeItemUnknown mtss.Code = "instrument.item.unknown"
	// CodeAnswerRepeated: an item is answered twice, or both scored and marked not applicable.
	CodeAnswerRepeated mtss.Code = "instrument.answer.repeated"
	// CodeScore: a score is not on the item's scale.
	CodeScore mtss.Code = "instrument.score"
	// CodeNotApplicable: the definition does not let the item be not applicable.
	CodeNotApplicable mtss.Code = "instrument.notapplicable"
	// CodeSectionUnknown: the definition has no such section, or it is named twice.
	CodeSectionUnknown mtss.Code = "instrument.section.unknown"
	// CodeSectionOther: an item is answered whose section was not administered.
	CodeSectionOther mtss.Code = "instrument.section.other"
	// CodeUnit: an administration names no unit.
	CodeUnit mtss.Code = "instrument.unit"
	// CodeDate: an administration has no valid date.
	CodeDate mtss.Code = "instrument.date"
	// CodeGoals: the smallest gains for a criterion cannot be worked out.
	CodeGoals mtss.Code = "instrument.goals"
	// CodeCrosswalk: a crosswalk maps an item twice, one that its versions lack, or a version to itself, or leads elsewhere than it is used.
	CodeCrosswalk mtss.Code = "instrument.crosswalk"
	// CodeEquatingOther: a score to equate is of another instrument, section or number of points than the equating.
	CodeEquatingOther mtss.Code = "instrument.equating.other"
)

// The codes of caveats in results.
const (
	// CaveatLacks: the definition lacks facts, so that part of the result cannot be had.
	CaveatLacks mtss.Code = "instrument.caveat.lacks"
	// CaveatCompleted: the definition was completed by a named completion.
	CaveatCompleted mtss.Code = "instrument.caveat.completed"
	// CaveatIllustrative: the completion calls itself illustrative, so the result is no measurement.
	CaveatIllustrative mtss.Code = "instrument.caveat.illustrative"
	// CaveatNotConfirmed: the result rests on a fact that is inferred or unconfirmed.
	CaveatNotConfirmed mtss.Code = "instrument.caveat.notconfirmed"
	// CaveatUnscored: an answer to an item that the definition may be lacking was kept but not scored.
	CaveatUnscored mtss.Code = "instrument.caveat.unscored"
	// CaveatNotAdministered: a subscale, the total or a criterion spans a section that was not administered.
	CaveatNotAdministered mtss.Code = "instrument.caveat.notadministered"
	// CaveatNotApplicable: a subscale is wholly not applicable and drops out of each.
	CaveatNotApplicable mtss.Code = "instrument.caveat.notapplicable"
	// CaveatMissing: missing answers were not treated as unknown.
	CaveatMissing mtss.Code = "instrument.caveat.missing"
	// CaveatAdministeredBy: by whom it was administered, or that they were trained by then, is not stated.
	CaveatAdministeredBy mtss.Code = "instrument.caveat.administeredby"
	// CaveatCriterion: a criterion carries a caution of its own.
	CaveatCriterion mtss.Code = "instrument.caveat.criterion"
	// CaveatEquated: the score is equated from another version, which permits no trend and is no criterion.
	CaveatEquated mtss.Code = "instrument.caveat.equated"
	// CaveatEquating: the published equating carries a caution or an error of its own.
	CaveatEquating mtss.Code = "instrument.caveat.equating"
)
