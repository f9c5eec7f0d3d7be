package plan

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeActivity: activities share an id, or the dates and the status of one do not fit.
	CodeActivity mtss.Code = "plan.activity"
	// CodeItem: an activity is about an item without an instrument, or about one that the instrument lacks, that was not administered, or that does not apply.
	CodeItem mtss.Code = "plan.item"
	// CodeOther: a plan follows from another administration, unit or instrument, or is compared with one that is not later.
	CodeOther mtss.Code = "plan.other"
	// CodeISD: a plan of another unit has what only an ISD's plan has.
	CodeISD mtss.Code = "plan.isd"
	// CodeResource: the amount of a resource is not a plain number of 0 or more.
	CodeResource mtss.Code = "plan.resource"
	// NoticeOverdue: an activity is overdue.
	NoticeOverdue mtss.Code = "plan.notice.overdue"
	// NoticePriority: MTSS is not a priority of an ISD, or nothing is allocated for it.
	NoticePriority mtss.Code = "plan.notice.priority"
	// NoticeTwice: activities of two plans share an id and differ in words, so they count as two.
	NoticeTwice mtss.Code = "plan.notice.twice"
)
