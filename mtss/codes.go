package mtss

// The codes of this package.
const (
	// CodeVerdict: a verdict is not one of met, notMet, undetermined.
	CodeVerdict Code = "mtss.verdict"
	// CodeRatioSyntax: a share is neither a fraction nor a percentage.
	CodeRatioSyntax Code = "mtss.ratio.syntax"
	// CodeRatioZero: a fraction divides by zero.
	CodeRatioZero Code = "mtss.ratio.zero"
	// CodeNumberSyntax: a number is not a plain decimal.
	CodeNumberSyntax Code = "mtss.number.syntax"
	// CodeTally: the parts of a tally do not fit together.
	CodeTally Code = "mtss.tally"
	// CodeCountLarge: a count or a sum passes 2^53.
	CodeCountLarge Code = "mtss.count.large"
	// CodeDate: a date is not a day of the calendar written YYYY-MM-DD.
	CodeDate Code = "mtss.date"
	// CodeMonth: a month is not written YYYY-MM, or the calendar lacks it.
	CodeMonth Code = "mtss.month"
	// CodeMonthDay: a day of the year is not written MM-DD.
	CodeMonthDay Code = "mtss.monthday"
	// CodeUnitKind: the kind of a unit is not a known one.
	CodeUnitKind Code = "mtss.unit.kind"
	// CodePlace: a hierarchy of units does not hold together.
	CodePlace Code = "mtss.unit.place"
	// CodeProvenance: a provenance is not one of confirmed, inferred, unconfirmed.
	CodeProvenance Code = "mtss.provenance"
	// CodeRecordRepeated: two records share an id, and do not say the same.
	CodeRecordRepeated Code = "mtss.record.repeated"
	// CodeCorrection: a record corrects itself, something that is not there, or something about another subject.
	CodeCorrection Code = "mtss.correction"
	// CodeRecorded: a record was entered before its own day.
	CodeRecorded Code = "mtss.recorded"
	// NoticeRepeated: a record is given again, and counts once.
	NoticeRepeated Code = "mtss.notice.repeated"
)
