package learning

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeUnit: a document is of a kind of unit that it is not made for.
	CodeUnit mtss.Code = "learning.unit"
	// CodeDate: a date is outside the series, or a last day is before the first.
	CodeDate mtss.Code = "learning.date"
	// CodeHours: the stated minutes of a series are not the sum of its sessions.
	CodeHours mtss.Code = "learning.hours"
	// CodeNeed: a need appears twice, or a session meets one that is not listed.
	CodeNeed mtss.Code = "learning.need"
	// CodeSession: a session, a part of one or a commitment is there already and says something else, or continues one that is not there.
	CodeSession mtss.Code = "learning.session"
	// CodeAttendance: more attended than were expected, a role appears twice, there are more new staff than staff, or a count of staff is not possible.
	CodeAttendance mtss.Code = "learning.attendance"
	// CodeFeedback: an item of feedback is there already with other answers or has impossible counts, or feedback led to something before its session.
	CodeFeedback mtss.Code = "learning.feedback"
	// CaveatInfrastructure: a DIT series is evidence of district infrastructure only.
	CaveatInfrastructure mtss.Code = "learning.caveat.infrastructure"
	// CaveatReadings: the hours that the source states and those that it marks come to different verdicts.
	CaveatReadings mtss.Code = "learning.caveat.readings"
	// CaveatUnused: feedback has led to no change.
	CaveatUnused mtss.Code = "learning.caveat.unused"
	// CaveatNewStaff: new staff did not attend.
	CaveatNewStaff mtss.Code = "learning.caveat.newstaff"
	// CaveatPurpose: no support is planned for initial or for sustained implementation.
	CaveatPurpose mtss.Code = "learning.caveat.purpose"
	// CaveatAccess: some staff are not known to have access.
	CaveatAccess mtss.Code = "learning.caveat.access"
	// CaveatBenefit: not all staff are known to benefit.
	CaveatBenefit mtss.Code = "learning.caveat.benefit"
	// CaveatMeasured: fidelity or impact of professional learning is not measured.
	CaveatMeasured mtss.Code = "learning.caveat.measured"
	// CaveatRepeated: something is there more than once, and counts once.
	CaveatRepeated mtss.Code = "learning.caveat.repeated"
)
