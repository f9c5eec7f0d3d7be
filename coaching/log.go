package coaching

import (
	"cmp"
	"iter"
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/learning"
)

// mostMonths is how many months a plan or a count may run, ten years.
const mostMonths = 120

// mostGrace is how many days of grace there are in every month.
const mostGrace = 28

// Inputs is everything that a district has handed in about its coaching. What
// is left empty is missing, and what depends on it is undetermined.
type Inputs struct {
	// System is the coaching system.
	System System `json:"system,omitzero"`
	// People are the coaches and recipients.
	People People `json:"people,omitzero"`
	// Plans are the service delivery plans.
	Plans ServicePlans `json:"plans,omitzero"`
	// Needs are those that [Needs] returns.
	Needs []SupportNeed `json:"needs,omitzero"`
	// Data are the data on how well coaching works.
	Data Data `json:"data,omitzero"`
	// Learning are series of professional learning, such as those within schools, with
	// the coaching and other supports that are planned besides sessions.
	Learning []learning.Series `json:"learning,omitzero"`
	// Calendar says when the host is closed: in a month that is closed no contact
	// can be expected.
	Calendar mtss.Calendar `json:"calendar,omitzero"`
	// GraceDays is up to which day of a month a contact makes up for the month
	// before, where that lacks one and the contact names no month itself; 0 to 28.
	// No source gives a number, so without one none does.
	GraceDays int `json:"graceDays,omitzero" jsonschema:"minimum=0,maximum=28"`
	// From is the first month that is counted.
	From mtss.Month `json:"from"`
	// Until is the last month that is counted.
	Until mtss.Month `json:"until"`
	// On is the day of asking; later contacts are set aside.
	On mtss.Date `json:"on"`
}

// Cell counts the contacts with one recipient in a month, of one coach, support,
// type and mode; or, without a recipient, those of one coach.
type Cell struct {
	// Coached is the id of the recipient; absent where the work of a coach is counted.
	Coached string `json:"coached,omitzero"`
	// Coach is the id of the coach.
	Coach string `json:"coach"`
	// Month is the month of the contacts, or the one that they serve.
	Month mtss.Month `json:"month"`
	// Support is what was given.
	Support mtss.Support `json:"support" jsonschema:"enum=coaching,enum=training,enum=dataCoordination,enum=other"`
	// Type is the type of coaching, where it is known.
	Type Type `json:"type,omitzero" jsonschema:"enum=systems,enum=instructional"`
	// Mode is how they met, where that is known.
	Mode Mode `json:"mode,omitzero" jsonschema:"enum=inPerson,enum=virtual,enum=phone,enum=written,enum=both,enum=several"`
	// Contacts is how many contacts there were.
	Contacts int64 `json:"contacts"`
	// Minutes is how long they took, without those whose length is not known.
	Minutes int64 `json:"minutes"`
	// Unmeasured is how many have a length that is not known.
	Unmeasured int64 `json:"unmeasured"`
	// Observed is how many included direct observation.
	Observed int64 `json:"observed"`
}

// FirstContact is when the coaching of a recipient in an innovation began, as far
// as the log tells.
type FirstContact struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached"`
	// Innovation is what was coached; absent where neither contact nor plan says it.
	Innovation string `json:"innovation,omitzero"`
	// On is the day of the first coaching contact of the log, whether or not its
	// month is counted.
	On mtss.Date `json:"on"`
}

// Report is what a log and the other inputs come to on the day of asking. Where a
// log is counted in parts with the same inputs, the cells add up, provided that no
// part corrects or repeats another.
type Report struct {
	// Unit is the district, as the coaching system names it.
	Unit mtss.Unit `json:"unit,omitzero"`
	// On is the day of asking.
	On mtss.Date `json:"on"`
	// Cells are what each recipient received, by recipient, coach, month, support,
	// type and mode. A contact with several people is in the cells of each. One of
	// several coaches is in those of the first.
	Cells []Cell `json:"cells"`
	// Work is what each coach did, by coach, month, support, type and mode. A
	// contact with several people is one.
	Work []Cell `json:"work"`
	// Began says when coaching began, by recipient and innovation.
	Began []FirstContact `json:"began"`
	// Dosages are how much of what a plan planned for a month was delivered, in
	// contacts and in minutes, of every plan and month up to that of the day of
	// asking, in the order of the plans. Only coaching by the plan's own coach
	// counts. They are open until the month is over and the coach's log complete,
	// those in minutes also while the length of a contact is not known. A plan for
	// nobody who is known gives none.
	Dosages []fidelity.Dosage `json:"dosages"`
	// Counted is how many contacts are in the cells.
	Counted int64 `json:"counted"`
	// Repeated is how many are in the log already and were used once.
	Repeated int64 `json:"repeated"`
	// Corrected is how many were superseded or voided, or only void another.
	Corrected int64 `json:"corrected"`
	// Outside is how many were of months that are not counted. In the days of grace
	// after the last month they may serve it all the same.
	Outside int64 `json:"outside"`
	// Later is how many were after the day of asking.
	Later int64 `json:"later"`
	// Refused is how many were refused for problems.
	Refused int64 `json:"refused"`
	// OffPlan is how many coaching contacts with a recipient named a concept that
	// is in no plan for their month.
	OffPlan int64 `json:"offPlan"`
	// Concepts are the concepts that coaching contacts under a plan addressed, by
	// plan and concept.
	Concepts []ConceptCount `json:"concepts"`
	// Caveats are what is to be known of the log: days on which coaches cannot have
	// done all that is logged, contacts that may be there twice, months that
	// were made up for or shared.
	Caveats []mtss.Notice `json:"caveats"`
	// Inputs are a copy of what was counted.
	Inputs Inputs `json:"inputs"`
}

// ConceptCount counts the coaching contacts on one concept of a plan.
type ConceptCount struct {
	// Plan is the id of the plan.
	Plan string `json:"plan"`
	// Concept is the concept.
	Concept string `json:"concept"`
	// Contacts is how many contacts addressed it.
	Contacts int64 `json:"contacts"`
}

// MarshalJSON writes the report with its inputs.
func (r Report) MarshalJSON() ([]byte, error) { return strict.Marshal(&r) }

// AppendJSON appends the report to dst.
func (r *Report) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, r) }

// UnmarshalJSON reads what MarshalJSON writes, as strictly as a document is read.
func (r *Report) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, r, nil) }

// Count counts a log, such as [Read] gives, against people and plans. It keeps
// some 100 bytes of each contact. A nil log is refused, since it would pass for one in
// which nobody was coached; [Contacts] of none is an empty one.
//
// A contact that is bad, whose coaches or recipients are not known, or one of whose
// coaches does not work on that day is refused and reported; the others count all
// the same. The same contact again counts once, and is told; where one id stands
// for two contacts that differ, the second is refused. Contacts without an id and a
// time of day are never taken for one: each counts, and a caveat says that they may
// be there twice. Order never matters, except that the first of several
// contacts with one id counts. The first part of an issue's path is the line, or where a
// contact has none its place in the log, from 1.
//
// If a document among the inputs is not valid nothing is counted, and paths begin
// with its name, such as /people. Errors: CodeSetting, CodeRead, those of validating the
// documents, CodePerson, CodeDates, mtss.CodeRecordRepeated, mtss.CodeCorrection,
// json.large for problems past the 10,000 that are listed, and what the log itself
// reports.
func Count(in Inputs, log iter.Seq2[Contact, error]) (Report, error) {
	r := Report{Unit: in.System.Unit, On: in.On, Cells: []Cell{}, Work: []Cell{}, Began: []FirstContact{}, Dosages: []fidelity.Dosage{}, Concepts: []ConceptCount{}, Caveats: []mtss.Notice{}}
	if err := in.setting(); err != nil {
		return r, err
	}
	if log == nil {
		return r, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeRead, "the log is nil, want a sequence of contacts")})
	}
	in, notices, found := in.taken()
	if len(found) > 0 {
		return r, strict.Invalid(found)
	}
	r.Inputs, r.Caveats = in, append(r.Caveats, notices...)
	c, checked := newCounter(&r), new(Contact)
	n := 0
	for contact, err := range log {
		if n++; contact.Line == 0 {
			contact.Line = n
		}
		if *checked = contact; err == nil {
			err = checked.check()
		}
		c.take(checked, err)
	}
	c.finish()
	slices.SortStableFunc(c.found.Issues, func(x, y mtss.Issue) int { return cmp.Compare(lineOf(x.Path), lineOf(y.Path)) })
	return r, strict.Invalid(c.found.List())
}

// setting reports months, days and numbers that nothing can be counted by.
func (in *Inputs) setting() error {
	var found problems
	if !in.From.Valid() || !in.Until.Valid() || !in.On.Valid() || in.Until.Compare(in.From) < 0 || in.From.Through(in.Until) > mostMonths {
		found.Fail("", CodeSetting, "from %s until %s on %s: want months in order, at most %d, and a day", in.From, in.Until, in.On, mostMonths)
	}
	if in.GraceDays < 0 || in.GraceDays > mostGrace {
		found.Fail("/graceDays", CodeSetting, "%d days of grace, want 0 to %d", in.GraceDays, mostGrace)
	}
	for i, closed := range in.Calendar.Closures {
		if !closed.Valid() {
			found.Fail(pointer.Element("/calendar/closures", i), CodeSetting, "closed from %q until %q, want days in order", closed.From, closed.Until)
		}
	}
	return strict.Invalid(found.List())
}

// taken returns a copy of the inputs, what is to be known of it, and what is wrong
// with their documents. A
// document that is empty was not handed in.
func (in Inputs) taken() (Inputs, []mtss.Notice, []mtss.Issue) {
	var found []mtss.Issue
	out := Inputs{
		System: taken("/system", in.System, (*System).issues, &found), People: taken("/people", in.People, (*People).issues, &found),
		Plans: taken("/plans", in.Plans, (*ServicePlans).issues, &found), Needs: kit.Clone(in.Needs), Data: taken("/data", in.Data, (*Data).issues, &found),
		Calendar:  taken("/calendar", in.Calendar, nil, &found),
		GraceDays: in.GraceDays, From: in.From, Until: in.Until, On: in.On,
	}
	var more problems
	var notices []mtss.Notice
	out.Learning, notices = takenSeries(in.Learning, &more)
	return out, notices, append(found, more.List()...)
}

// taken checks a document and copies it by writing and reading it, so that the copy
// is what reading gives.
func taken[T any](path string, v T, issues func(*T) []mtss.Issue, found *[]mtss.Issue) T {
	if reflect.ValueOf(v).IsZero() {
		return v
	}
	err := strict.Validate(&v, issues)
	if err == nil {
		var data []byte
		if data, err = strict.Append(nil, &v); err == nil {
			v, err = strict.Read[T](data, nil)
		}
	}
	*found = append(*found, strict.Under(path, mtss.Issues(err))...)
	return v
}

// months returns the months that were counted, up to that of the day of asking.
func (r Report) months() (list []mtss.Month) {
	last := r.Inputs.Until
	if now := mtss.MonthOf(r.Inputs.On); now.Compare(last) < 0 {
		last = now
	}
	if !r.Inputs.From.Valid() || !last.Valid() {
		return nil
	}
	for m := r.Inputs.From; m.Compare(last) <= 0; m = m.Next() {
		list = append(list, m)
	}
	return list
}
