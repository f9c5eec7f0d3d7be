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
	// People are the coaches and those who are intended to be coached.
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

// Cell is what one coach gave to one team or person in a month, of one support
// and in one mode.
type Cell struct {
	// Coached is who was coached.
	Coached string `json:"coached"`
	// Coach is who coached.
	Coach string `json:"coach"`
	// Month is the month.
	Month Month `json:"month"`
	// Support is what was given.
	Support Support `json:"support"`
	// Mode is how they met.
	Mode Mode `json:"mode"`
	// Contacts is how many contacts there were.
	Contacts int64 `json:"contacts"`
	// Minutes is how long they took, without those of which it is not known.
	Minutes int64 `json:"minutes"`
	// Unmeasured is how many took a time that is not known.
	Unmeasured int64 `json:"unmeasured"`
	// Observed is how many had direct observation.
	Observed int64 `json:"observed"`
}

// Report is what a log comes to, read with the inputs that it was counted with.
// Cells of the same inputs add up over any parts of a log that hold no
// corrections of each other.
type Report struct {
	// Unit is the district, as the coaching system names it.
	Unit mtss.Unit `json:"unit,omitzero"`
	// On is the day of asking.
	On mtss.Date `json:"on"`
	// Cells are the cells, by coached, coach, month, support and mode.
	Cells []Cell `json:"cells"`
	// Counted is how many contacts are in the cells.
	Counted int64 `json:"counted"`
	// Corrected is how many another one superseded or voided, or that only void.
	Corrected int64 `json:"corrected"`
	// Outside is how many were outside the months.
	Outside int64 `json:"outside"`
	// Later is how many were after the day of asking.
	Later int64 `json:"later"`
	// Refused is how many were refused for problems.
	Refused int64 `json:"refused"`
	// OffPlan is how many coaching contacts named a concept that no plan of
	// their month has.
	OffPlan int64 `json:"offPlan"`

	in        Inputs
	concepts  []conceptCount
	conflicts []conflict
}

// conceptCount is how often a concept of a plan was coached.
type conceptCount struct {
	plan, concept string
	contacts      int64
}

// conflict is a day on which a coach cannot have done all that is logged: so
// many minutes were spent in two contacts at once, or are beyond 24 hours,
// whichever is more.
type conflict struct {
	coach   string
	on      mtss.Date
	minutes int64
}

// Count counts a log. It calls log twice and reads through what it returns,
// first for the corrections and then for the contacts; both times it must yield
// the same; nil is an empty log. What is kept grows with coaches, coached, months and days, and with
// the ids and corrections in the log (some 30 bytes an id), not with the
// contacts.
//
// A contact that is bad, by a coach who is not there or does not work on that
// day, or with somebody who is not known is refused and reported; the others
// count all the same. Order never matters, except that of contacts with the
// same id the first counts. The first part of an issue's path is the line.
// Nothing is counted against people or plans that are not valid; paths then
// begin with /people or /plans. Errors: CodeSetting, those of [People.Validate]
// and [Plans.Validate], CodePerson, CodeDates, mtss.CodeRecordRepeated, mtss.CodeCorrection,
// json.large for problems past the 10,000 that are listed, and what the log
// itself reports.
func Count(in Inputs, log func() iter.Seq2[Contact, error]) (Report, error) {
	r := Report{Unit: in.System.Unit, On: in.On, in: in, Cells: []Cell{}}
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
