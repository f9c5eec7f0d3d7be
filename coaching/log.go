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

// Inputs is what a log is counted against.
type Inputs struct {
	// People are the coaches and those who are intended to be coached.
	People People
	// Plans are the service delivery plans.
	Plans Plans
	// From is the first month that is counted.
	From Month
	// Until is the last month that is counted.
	Until Month
	// On is the day of asking; later contacts are set aside.
	On mtss.Date
}

// Cell is what one coach gave to one team or person in a month, of one support.
type Cell struct {
	// Coached is who was coached.
	Coached string `json:"coached"`
	// Coach is who coached.
	Coach string `json:"coach"`
	// Month is the month.
	Month Month `json:"month"`
	// Support is what was given.
	Support Support `json:"support"`
	// Contacts is how many contacts there were.
	Contacts int64 `json:"contacts"`
	// Minutes is how long they took, without those of which it is not known.
	Minutes int64 `json:"minutes"`
	// Unmeasured is how many took a time that is not known.
	Unmeasured int64 `json:"unmeasured"`
	// Observed is how many had direct observation.
	Observed int64 `json:"observed"`
}

// LogSummary is a log, counted. Cells of the same setting add up over any parts
// of a log that hold no corrections of each other.
type LogSummary struct {
	// Cells are the cells, by coached, coach, month and support.
	Cells []Cell `json:"cells"`
	// Modes is how many counted contacts were of each mode, in the order of [Modes].
	Modes []ModeCount `json:"modes"`
	// Concepts is how often each concept of a plan was coached, by plan and concept.
	Concepts []ConceptCount `json:"concepts"`
	// Conflicts are the days on which a coach was in two contacts at once, by coach and day.
	Conflicts []Conflict `json:"conflicts"`
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

	setting Inputs
}

// ModeCount is how many contacts were of a mode.
type ModeCount struct {
	// Mode is the mode.
	Mode Mode `json:"mode"`
	// Contacts is how many.
	Contacts int64 `json:"contacts"`
}

// ConceptCount is how often a concept of a plan was coached.
type ConceptCount struct {
	// Plan is the plan.
	Plan string `json:"plan"`
	// Concept is the concept.
	Concept string `json:"concept"`
	// Contacts is how many contacts named it.
	Contacts int64 `json:"contacts"`
}

// Conflict is a day on which a coach cannot have done all that is logged.
type Conflict struct {
	// Coach is the coach.
	Coach string `json:"coach"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Minutes is how many minutes are logged too much: those spent in two
	// contacts at once, or those beyond 24 hours, whichever is more.
	Minutes int64 `json:"minutes"`
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
func Count(s Inputs, log func() iter.Seq2[Contact, error]) (LogSummary, error) {
	a := LogSummary{setting: s, Cells: []Cell{}, Modes: []ModeCount{}, Concepts: []ConceptCount{}, Conflicts: []Conflict{}}
	if !s.From.Valid() || !s.Until.Valid() || !s.On.Valid() || s.Until.Compare(s.From) < 0 || s.From.through(s.Until) > mostMonths {
		return a, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeSetting, "from %s until %s on %s: want months in order, at most %d, and a day", s.From, s.Until, s.On, mostMonths)})
	}
	if found := append(strict.Under("/people", s.People.issues()), strict.Under("/plans", s.Plans.issues())...); len(found) > 0 {
		return a, strict.Invalid(found)
	}
	if log == nil {
		log = func() iter.Seq2[Contact, error] { return Contacts() }
	}
	c := newCounter(&a)
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
	return a, strict.Invalid(c.found.List())
}
