package coaching

import (
	"cmp"
	"iter"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// mostMonths is how many months a plan or a count may run, ten years.
const mostMonths = 120

// Inputs is everything that a district has handed in about its coaching. What
// is left empty is missing, and what depends on it is undetermined.
type Inputs struct {
	// System is the coaching system.
	System System
	// People are the coaches and recipients.
	People People
	// Plans are the service delivery plans.
	Plans Plans
	// Needs are those that [Needs] returns.
	Needs []SupportNeed
	// Data are the data on how well coaching works.
	Data Data
	// Development is the school-based professional development.
	Development Development
	// From is the first month that is counted.
	From Month
	// Until is the last month that is counted.
	Until Month
	// On is the day of asking; later contacts are set aside.
	On mtss.Date
}

// Cell counts the contacts of one coach with one recipient in a month, of one
// support and in one mode.
type Cell struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached"`
	// Coach is the id of the coach.
	Coach string `json:"coach"`
	// Month is the month.
	Month Month `json:"month"`
	// Support is what was given.
	Support Support `json:"support"`
	// Mode is how they met.
	Mode Mode `json:"mode"`
	// Contacts is how many contacts there were.
	Contacts int64 `json:"contacts"`
	// Minutes is how long they took, without those whose length is not known.
	Minutes int64 `json:"minutes"`
	// Unmeasured is how many have a length that is not known.
	Unmeasured int64 `json:"unmeasured"`
	// Observed is how many included direct observation.
	Observed int64 `json:"observed"`
}

// Report is what a log and the other inputs come to on the day of asking. Where a
// log is counted in parts with the same inputs, the cells add up, provided that no
// part corrects another.
type Report struct {
	// Unit is the district, as the coaching system names it.
	Unit mtss.Unit `json:"unit,omitzero"`
	// On is the day of asking.
	On mtss.Date `json:"on"`
	// Cells are the cells, by recipient, coach, month, support and mode.
	Cells []Cell `json:"cells"`
	// Counted is how many contacts are in the cells.
	Counted int64 `json:"counted"`
	// Corrected is how many were superseded or voided, or only void another.
	Corrected int64 `json:"corrected"`
	// Outside is how many were outside the months.
	Outside int64 `json:"outside"`
	// Later is how many were after the day of asking.
	Later int64 `json:"later"`
	// Refused is how many were refused for problems.
	Refused int64 `json:"refused"`
	// OffPlan is how many coaching contacts named a concept that is in no plan for
	// their month.
	OffPlan int64 `json:"offPlan"`

	in        Inputs
	concepts  map[[2]string]int64 // contacts by plan and concept
	conflicts []conflict
}

// conflict is a day on which a coach cannot have done all that is logged, with
// the minutes spent in two contacts at once or beyond 24 hours, whichever is more.
type conflict struct {
	coachDay
	minutes int64
}

// Count counts a log against people and plans. It calls log twice, first for the
// corrections and then for the contacts; both times it must yield the same. A nil
// log is empty. Memory grows with coaches, recipients, months and days and with
// the ids in the log, some 30 bytes each, not with the contacts.
//
// A contact that is bad, whose coach or recipient is not known, or whose coach
// does not work on that day is refused and reported; the others count all the
// same. Order never matters, except that the first of several contacts with one id
// counts. The first part of an issue's path is the line. If people or plans are
// not valid nothing is counted, and paths begin with /people or /plans. Errors:
// CodeSetting, those of [People.Validate] and [Plans.Validate], CodePerson,
// CodeDates, mtss.CodeRecordRepeated, mtss.CodeCorrection, json.large for problems
// past the 10,000 that are listed, and what the log itself reports.
func Count(in Inputs, log func() iter.Seq2[Contact, error]) (Report, error) {
	r := Report{Unit: in.System.Unit, On: in.On, in: in, Cells: []Cell{}, concepts: map[[2]string]int64{}}
	if !in.From.Valid() || !in.Until.Valid() || !in.On.Valid() || in.Until.Compare(in.From) < 0 || in.From.through(in.Until) > mostMonths {
		return r, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeSetting, "from %s until %s on %s: want months in order, at most %d, and a day", in.From, in.Until, in.On, mostMonths)})
	}
	if found := append(strict.Under("/people", in.People.issues()), strict.Under("/plans", in.Plans.issues())...); len(found) > 0 {
		return r, strict.Invalid(found)
	}
	if log == nil {
		log = func() iter.Seq2[Contact, error] { return Contacts() }
	}
	c := newCounter(&r)
	for contact, err := range log() {
		if err == nil {
			c.correction(contact)
		}
	}
	c.circular()
	for contact, err := range log() {
		c.contact(contact, err)
	}
	c.finish()
	slices.SortStableFunc(c.found.Issues, func(x, y mtss.Issue) int { return cmp.Compare(lineOf(x.Path), lineOf(y.Path)) })
	return r, strict.Invalid(c.found.List())
}
