package coaching

import (
	"cmp"
	"iter"
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// mostMonths is how many months a plan or a count may run, ten years.
const mostMonths = 120

// Inputs is everything that a district has handed in about its coaching. What
// is left empty is missing, and what depends on it is undetermined.
type Inputs struct {
	// System is the coaching system.
	System System `json:"system,omitzero"`
	// People are the coaches and recipients.
	People People `json:"people,omitzero"`
	// Plans are the service delivery plans.
	Plans Plans `json:"plans,omitzero"`
	// Needs are those that [Needs] returns.
	Needs []SupportNeed `json:"needs,omitzero"`
	// Data are the data on how well coaching works.
	Data Data `json:"data,omitzero"`
	// Development is the school-based professional development.
	Development Development `json:"development,omitzero"`
	// From is the first month that is counted.
	From mtss.Month `json:"from"`
	// Until is the last month that is counted.
	Until mtss.Month `json:"until"`
	// On is the day of asking; later contacts are set aside.
	On mtss.Date `json:"on"`
}

// Cell counts the contacts of one coach with one recipient in a month, of one
// support and in one mode.
type Cell struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached"`
	// Coach is the id of the coach.
	Coach string `json:"coach"`
	// Month is the month.
	Month mtss.Month `json:"month"`
	// Support is what was given.
	Support Support `json:"support" jsonschema:"enum=coaching,enum=training,enum=dataCoordination,enum=other"`
	// Mode is how they met.
	Mode Mode `json:"mode" jsonschema:"enum=inPerson,enum=virtual,enum=phone,enum=written"`
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
	// Concepts are the concepts that coaching contacts under a plan addressed, by
	// plan and concept.
	Concepts []ConceptCount `json:"concepts"`
	// Conflicts are the days on which coaches cannot have done all that is logged,
	// by coach and day.
	Conflicts []LogConflict `json:"conflicts"`
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

// LogConflict is a day on which a coach cannot have done all that is logged.
type LogConflict struct {
	// Coach is the id of the coach.
	Coach string `json:"coach"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Minutes are those spent in two contacts at once or beyond 24 hours,
	// whichever is more.
	Minutes int64 `json:"minutes"`
}

// MarshalJSON writes the report with its inputs.
func (r Report) MarshalJSON() ([]byte, error) { return strict.Marshal(&r) }

// AppendJSON appends the report to dst.
func (r *Report) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, r) }

// UnmarshalJSON reads what MarshalJSON writes, as strictly as a document is read.
func (r *Report) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, r, nil) }

// Count counts a log against people and plans. It calls log twice, first for the
// corrections and then for the contacts; both times it must yield the same. A nil
// log is empty. Memory grows with coaches, recipients, months and days and with
// the ids in the log, some 30 bytes each, not with the contacts.
//
// A contact that is bad, whose coach or recipient is not known, or whose coach
// does not work on that day is refused and reported; the others count all the
// same. Order never matters, except that the first of several contacts with one id
// counts. The first part of an issue's path is the line. If a document among the
// inputs is not valid nothing is counted, and paths begin with its name, such as
// /people. Errors: CodeSetting, those of validating the documents, CodePerson,
// CodeDates, mtss.CodeRecordRepeated, mtss.CodeCorrection, CodeRead where log
// returns no sequence, json.large for problems past the 10,000 that are listed, and
// what the log itself reports.
func Count(in Inputs, log func() iter.Seq2[Contact, error]) (Report, error) {
	r := Report{Unit: in.System.Unit, On: in.On, Cells: []Cell{}, Concepts: []ConceptCount{}, Conflicts: []LogConflict{}}
	if !in.From.Valid() || !in.Until.Valid() || !in.On.Valid() || in.Until.Compare(in.From) < 0 || in.From.Through(in.Until) > mostMonths {
		return r, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeSetting, "from %s until %s on %s: want months in order, at most %d, and a day", in.From, in.Until, in.On, mostMonths)})
	}
	in, found := in.taken()
	if len(found) > 0 {
		return r, strict.Invalid(found)
	}
	if log == nil {
		log = func() iter.Seq2[Contact, error] { return Contacts() }
	}
	r.Inputs = in
	c := newCounter(&r)
	if !each(log, c.correction) {
		return r, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeRead, "the log is nil, want contacts")})
	}
	c.circular()
	if !each(log, c.contact) {
		return r, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeRead, "the log is nil the second time, want the contacts again")})
	}
	c.finish()
	slices.SortStableFunc(c.found.Issues, func(x, y mtss.Issue) int { return cmp.Compare(lineOf(x.Path), lineOf(y.Path)) })
	return r, strict.Invalid(c.found.List())
}

// each goes through a log and checks each contact, however it was made. It returns
// false if there is no sequence to go through.
func each(log func() iter.Seq2[Contact, error], use func(Contact, error)) bool {
	contacts := log()
	if contacts == nil {
		return false
	}
	checked := new(Contact)
	for contact, err := range contacts {
		if err == nil {
			*checked = contact
			err = strict.Validate(checked, (*Contact).issues)
		}
		use(contact, err)
	}
	return true
}

// taken returns a copy of the inputs, and what is wrong with their documents. A
// document that is empty was not handed in.
func (in Inputs) taken() (Inputs, []mtss.Issue) {
	var found []mtss.Issue
	out := Inputs{
		System: taken("/system", in.System, (*System).issues, &found), People: taken("/people", in.People, (*People).issues, &found),
		Plans: taken("/plans", in.Plans, (*Plans).issues, &found), Needs: kit.Clone(in.Needs), Data: taken("/data", in.Data, (*Data).issues, &found),
		Development: taken("/development", in.Development, (*Development).issues, &found), From: in.From, Until: in.Until, On: in.On,
	}
	return out, found
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
