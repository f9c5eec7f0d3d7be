package learning

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeUnit: a document is of no unit, or of one of a kind that it is not made for.
	CodeUnit mtss.Code = "learning.unit"
	// CodeDate: a date is no day of the calendar, or a last day comes before the first.
	CodeDate mtss.Code = "learning.date"
	// CodeHours: the stated minutes of a series are not the sum of its sessions.
	CodeHours mtss.Code = "learning.hours"
	// CodeFormat: the format of a series is none of the known ones.
	CodeFormat mtss.Code = "learning.format"
	// CodeNeed: a need is of no known phase, stands twice, or a session meets one that is not there.
	CodeNeed mtss.Code = "learning.need"
	// CodeFocus: a session's focus is none of the known ones.
	CodeFocus mtss.Code = "learning.focus"
	// CodeSession: two sessions share an id, or a topic or commitment is none of the known ones.
	CodeSession mtss.Code = "learning.session"
	// CodeAttendance: more attended than were expected, a role stands twice, or there are more new staff than staff.
	CodeAttendance mtss.Code = "learning.attendance"
	// CodeFeedback: an item of feedback is unknown, stands twice, makes no sense, or comes before its session.
	CodeFeedback mtss.Code = "learning.feedback"
	// CaveatInfrastructure: a series gives evidence of district infrastructure only.
	CaveatInfrastructure mtss.Code = "learning.caveat.infrastructure"
	// CaveatReadings: the two readings of the hours come to different verdicts.
	CaveatReadings mtss.Code = "learning.caveat.readings"
	// CaveatUnused: feedback has led to no change.
	CaveatUnused mtss.Code = "learning.caveat.unused"
	// CaveatNewStaff: new staff did not attend.
	CaveatNewStaff mtss.Code = "learning.caveat.newstaff"
)
