package schedule

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Due is something that is to be done: what, of whom, by whom and by when, and how
// that stands on the day of asking.
type Due struct {
	// Unit is the unit in which it is to be done.
	Unit mtss.Unit `json:"unit"`
	// Kind is what is to be done.
	Kind DueKind `json:"what" jsonschema:"enum=administration,enum=observation,enum=training,enum=activity,enum=decision,enum=barrier,enum=coaching,enum=session,enum=survey"`
	// Subject is whom or what it is about: the practitioner of an observation, the
	// activity of a plan; absent for an administration, which is about the unit.
	Subject string `json:"subject,omitzero"`
	// Innovation is what it is for; absent where it is for no single one.
	Innovation string `json:"innovation,omitzero"`
	// Schedule is the id of the schedule, plan or other document that asks for it.
	Schedule string `json:"schedule,omitzero"`
	// Instrument is what is to be administered, or observed with; absent for
	// anything else.
	Instrument instrument.Ref `json:"instrument,omitzero"`
	// Reason is what it goes by.
	Reason Reason `json:"reason" jsonschema:"enum=baseline,enum=window,enum=meeting,enum=unknown,enum=expiry,enum=plan"`
	// Window is the id of the window; absent for another reason.
	Window string `json:"window,omitzero"`
	// Standing is what is known on the day of asking, in a word of the document
	// that it comes from, such as "expired" or "underWay"; absent where nothing
	// more is to say.
	Standing string `json:"standing,omitzero"`
	// CompletedBy is who does it, a role or an opaque id; absent where that is not
	// stated.
	CompletedBy string `json:"completedBy,omitzero"`
	// SubmittedBy is who hands in the result; absent where that is not stated.
	SubmittedBy string `json:"submittedBy,omitzero"`
	// From is the first day on which it is on time; absent where any day is.
	From mtss.Date `json:"from,omitzero"`
	// Until is the last day on which it is on time; absent where none is known.
	Until mtss.Date `json:"until,omitzero"`
	// Status says whether it is done, open, missed or coming.
	Status DueStatus `json:"status" jsonschema:"enum=done,enum=open,enum=missed,enum=coming"`
	// Done is the day on which it was done; after Until where that was too late.
	// Absent where it was not done.
	Done mtss.Date `json:"done,omitzero"`
	// Source is where it is stated that it is due; absent where a document of the
	// host says so.
	Source mtss.Source `json:"source,omitzero"`
}

// DueKind is what is due.
type DueKind string

// The kinds of what is due.
const (
	// Administration: an instrument is to be administered.
	Administration DueKind = "administration"
	// Observation: a practitioner is to be observed.
	Observation DueKind = "observation"
	// Training: somebody's training for an instrument is to be renewed.
	Training DueKind = "training"
	// Activity: an activity of a plan is to be done.
	Activity DueKind = "activity"
	// Decision: a decision of a meeting is to be carried out.
	Decision DueKind = "decision"
	// Barrier: a barrier is to be answered.
	Barrier DueKind = "barrier"
	// Coaching: a part of the coaching system is to be drafted, final or in use.
	Coaching DueKind = "coaching"
	// Session: a session of professional learning is to be held.
	Session DueKind = "session"
	// Survey: people are to be asked.
	Survey DueKind = "survey"
)

// Reason is what something goes by that is due.
type Reason string

// The reasons.
const (
	// ByBaseline: there is no administration yet.
	ByBaseline Reason = "baseline"
	// ByWindow: a window of the year asks for it.
	ByWindow Reason = "window"
	// ByMeeting: so many meetings were held since the last administration.
	ByMeeting Reason = "meeting"
	// ByUnknown: nothing is known that counts.
	ByUnknown Reason = "unknown"
	// ByExpiry: what is known expires.
	ByExpiry Reason = "expiry"
	// ByPlan: a plan, a decision or a series names its day.
	ByPlan Reason = "plan"
)

// DueStatus is whether something that is due is done, on a day.
type DueStatus string

// The statuses of what is due.
const (
	// Done: it was done on time.
	Done DueStatus = "done"
	// OpenNow: it can be done on time now.
	OpenNow DueStatus = "open"
	// Missed: its time is over, and it was not done in it. It remains due until it
	// is done.
	Missed DueStatus = "missed"
	// Coming: its time has not come yet.
	Coming DueStatus = "coming"
)

// StatusOf returns the status, on a day, of what is to be done by a day; from no date
// means any day before, and done no date that it was not done up to now.
func StatusOf(from, until, done, on mtss.Date) DueStatus {
	switch {
	case kit.Happened(done, on) && (until.IsZero() || !done.After(until)):
		return Done
	case on.Before(from):
		return Coming
	case !until.IsZero() && on.After(until):
		return Missed
	}
	return OpenNow
}

// Settled reports whether nobody needs to do anything more: it is done, on time or
// late.
func (d Due) Settled() bool { return d.Done.Valid() }

// DaysLeft returns how many days are left from a day to the last one, less than 0
// where it is over; ok is false where it has no last day.
func (d Due) DaysLeft(on mtss.Date) (days int, ok bool) {
	if !d.Until.Valid() || !on.Valid() {
		return 0, false
	}
	return d.Until.DaysSince(on), true
}

// Line says it for people, as seen on a day:
//
//	school north: walk@1 (fall) open, 3 days left, to 2025-10-31
func (d Due) Line(on mtss.Date) string {
	text := string(d.Unit.Kind) + " " + d.Unit.ID + ": "
	if d.Kind == Observation || d.Kind == Training {
		return text + d.person()
	}
	text += d.what() + " " + string(d.Status)
	days, ends := d.DaysLeft(on)
	switch {
	case d.Status == Done:
		text += " on " + d.Done.String()
	case d.Status == Coming && !ends:
		text += ", from " + d.From.String()
	case d.Status == Coming:
		text += ", " + d.From.String() + " to " + d.Until.String()
	case ends && days >= 0:
		text += ", " + kit.Count(days, "day") + " left, to " + d.Until.String()
	case ends:
		text += ", " + kit.Count(-days, "day") + " ago, on " + d.Until.String()
	}
	if d.CompletedBy != "" {
		text += ", by " + mtss.Plain(d.CompletedBy)
	}
	if d.SubmittedBy != "" {
		text += ", handed in by " + mtss.Plain(d.SubmittedBy)
	}
	return text
}

// what names what is to be done.
func (d *Due) what() string {
	if d.Kind == Administration {
		return d.Instrument.String() + " (" + cmp.Or(d.Window, string(d.Reason)) + ")"
	}
	text := string(d.Kind) + " " + mtss.Plain(d.Subject)
	if d.Standing != "" {
		text += " (" + mtss.Plain(d.Standing) + ")"
	}
	return text
}

// person says whom to observe or to train, and when.
func (d *Due) person() string {
	text := d.Instrument.String()
	if d.Kind == Training {
		text = "training for " + text
	}
	text += " of " + d.Subject + " (" + mtss.Plain(d.Standing) + ") "
	switch {
	case d.Status == Coming && d.Reason == ByExpiry:
		return text + "expires after " + d.Until.String()
	case d.Status == Coming:
		return text + "due from " + d.From.String()
	}
	return text + "due now"
}

// Supplier knows of things that are due. It is asked for those of a range of days,
// as seen on a day, and may know of more: see [List].
type Supplier interface {
	Due(days mtss.Period, on mtss.Date) ([]Due, error)
}

// List returns what suppliers know of a range of days, as seen on a day: from the
// smallest kind of unit up, then by unit and by when it is due. That is what begins
// or is due by the last of the days, and is not settled or was settled since the
// first. What two of them say alike is there once.
//
// What others know is listed beside errors. Errors: mtss.CodeDate for days that are
// none, CodeSupplier, and those of the suppliers, with paths such as /suppliers/0.
func List(days mtss.Period, on mtss.Date, suppliers ...Supplier) ([]Due, error) {
	all := []Due{}
	if !days.Valid() || !on.Valid() {
		return all, mtss.Issuef("/on", mtss.CodeDate, "from %q until %q on %q are not days of the calendar", days.From, days.Until, on)
	}
	var issues []mtss.Issue
	for i, s := range suppliers {
		at := pointer.Element("/suppliers", i)
		if s == nil {
			issues = append(issues, mtss.Issuef(at, CodeSupplier, "the supplier is nil"))
			continue
		}
		due, err := s.Due(days, on)
		if err != nil && mtss.Issues(err) == nil {
			err = mtss.Issuef("", CodeSupplier, "%s", err)
		}
		issues = append(issues, strict.Under(at, mtss.Issues(err))...)
		all = append(all, due...)
	}
	all = slices.DeleteFunc(all, func(d Due) bool {
		begins := cmp.Or(d.From, d.Until)
		return !days.Until.IsZero() && begins.After(days.Until) || d.Settled() && d.Done.Before(days.From) && d.Until.Before(days.From)
	})
	slices.SortStableFunc(all, Due.compare)
	return slices.Compact(all), strict.Invalid(issues)
}

func (d Due) compare(e Due) int {
	return cmp.Or(
		kit.CompareUnits(d.Unit, e.Unit), cmp.Or(d.Until, d.From).Compare(cmp.Or(e.Until, e.From)), d.From.Compare(e.From), cmp.Compare(d.Kind, e.Kind), cmp.Compare(d.Subject, e.Subject),
		cmp.Compare(d.Innovation, e.Innovation), cmp.Compare(d.Schedule, e.Schedule), cmp.Compare(d.Window, e.Window), cmp.Compare(d.Reason, e.Reason),
	)
}
