package evidence

import "github.com/openmtss/mtss-go/mtss"

// The codes of problems.
const (
	// CodeBasis: a basis of evidence is not a known one.
	CodeBasis mtss.Code = "evidence.basis"
	// CodeRecord: a record of evidence has no unit or no day, or its days are not in order.
	CodeRecord mtss.Code = "evidence.record"
	// CodeMeasure: a measure is not on the list, or its value is of another kind.
	CodeMeasure mtss.Code = "evidence.measure"
	// CodePolicy: a policy declares a measure twice, or a term of less than a day.
	CodePolicy mtss.Code = "evidence.policy"
	// CodeDay: what is asked for is not a day, or lies outside of what was gathered.
	CodeDay mtss.Code = "evidence.day"
)

// The codes of notices.
const (
	// NoticeExpired: a value counts no longer, so its measure is unknown.
	NoticeExpired mtss.Code = "evidence.notice.expired"
	// NoticeConflict: values of one day contradict each other, so the measure is unknown.
	NoticeConflict mtss.Code = "evidence.notice.conflict"
	// NoticeContradiction: evidence that does not decide says otherwise.
	NoticeContradiction mtss.Code = "evidence.notice.contradiction"
	// NoticeRepeated: a record is there more than once, and was used once.
	NoticeRepeated mtss.Code = "evidence.notice.repeated"
	// NoticeSpelling: innovations or units differ by case, spaces, hyphens or accents alone, and are not the same.
	NoticeSpelling mtss.Code = "evidence.notice.spelling"
	// NoticeUnconfirmed: nothing is known of a measure in a time, such as after the last day of a roster.
	NoticeUnconfirmed mtss.Code = "evidence.notice.unconfirmed"
)
