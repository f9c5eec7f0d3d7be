package learning

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Series is a series of sessions of professional learning.
type Series struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Recorded is the day on which the series was entered, with those of its sessions
	// that do not say so themselves; absent means that this is not known.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Unit is whose staff learn.
	Unit mtss.Unit `json:"unit"`
	// Format is how it is given: schoolBased (training of a school's staff, new
	// staff included, in each year), facilitators (sessions for staff who will
	// facilitate professional learning, on systems and on strategies and
	// interventions), coaches (sessions for coaches), dataCoordinators (sessions for
	// data coordinators) or communityOfPractice (meetings of ISD coordinators to
	// learn, share and raise challenges). Descriptive only.
	Format Format `json:"format" jsonschema:"enum=schoolBased,enum=facilitators,enum=coaches,enum=dataCoordinators,enum=communityOfPractice"`
	// From is the first day of the series. Years are counted from it, so the
	// first day of a school year keeps August sessions in the right year.
	From mtss.Date `json:"from"`
	// Until is its last day; absent while it goes on.
	Until mtss.Date `json:"until,omitzero"`
	// Minutes are those of all sessions together, if somebody states them; they
	// must be the sum of the sessions.
	Minutes int64 `json:"minutes,omitzero" jsonschema:"minimum=1,maximum=10000000"`
	// Allocation is what is allocated to it; absent means that this is not known.
	Allocation *Allocation `json:"allocation,omitzero"`
	// Needs are the needs for training; absent means that nobody asked.
	Needs []TrainingNeed `json:"needs,omitzero" jsonschema:"maxItems=1000"`
	// Planned are the supports that are planned besides the sessions, and what the
	// sessions are for; absent means that this is not known.
	Planned []Provision `json:"planned,omitzero" jsonschema:"maxItems=1000"`
	// Access counts the staff who have access to it, of all staff, new staff
	// included; absent means that it is not known.
	Access *mtss.Tally `json:"access,omitzero"`
	// Benefit counts the staff who say that they benefit, of those asked; absent
	// means that nobody was asked.
	Benefit *mtss.Tally `json:"benefit,omitzero"`
	// Fidelity counts what was delivered as planned, of what was planned; absent
	// means that it is not measured.
	Fidelity *mtss.Tally `json:"fidelity,omitzero"`
	// Impact counts the staff who use what they learned, of those observed; absent
	// means that it is not measured.
	Impact *mtss.Tally `json:"impact,omitzero"`
	// Sessions are the sessions, held and planned.
	Sessions []Session `json:"sessions" jsonschema:"maxItems=10000"`
}

// Allocation is time and resources that are allocated to professional learning.
type Allocation struct {
	// Minutes are the time in minutes; 0 for none.
	Minutes int64 `json:"minutes" jsonschema:"minimum=0,maximum=10000000"`
	// Resource is what pays for it, such as a budget line; absent if nothing does.
	Resource string `json:"resource,omitzero" jsonschema:"minLength=1,maxLength=200"`
}

// TrainingNeed is a need for training.
type TrainingNeed struct {
	// ID names the need.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Phase is initial (training for initial implementation of the essential
	// components) or sustain (training to sustain implementation).
	Phase TrainingPhase `json:"phase" jsonschema:"enum=initial,enum=sustain"`
	// What says what is needed, such as training in an essential component.
	// Descriptive only.
	What string `json:"what,omitzero" jsonschema:"minLength=1,maxLength=500"`
}

// Provision is one support that is planned for staff.
type Provision struct {
	// Support is training, coaching, dataCoordination (help with collecting and
	// using data) or other.
	Support mtss.Support `json:"support" jsonschema:"enum=training,enum=coaching,enum=dataCoordination,enum=other"`
	// Phase is initial or sustain: what it is for.
	Phase TrainingPhase `json:"phase" jsonschema:"enum=initial,enum=sustain"`
	// Need is the need that it answers, such as the id of a need of the series or
	// of a condition that warrants coaching; absent means none that is stated.
	Need string `json:"need,omitzero" jsonschema:"minLength=1,maxLength=200"`
}

// Session is one session of a series.
type Session struct {
	// ID names the session.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// On is its day.
	On mtss.Date `json:"on"`
	// Recorded is the day on which the session was entered, which may be before it is
	// held; absent means that of the series.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Held is whether it took place on its day: no for one that was called off;
	// absent means that it did, once the day has come.
	Held mtss.Answer `json:"held,omitzero" jsonschema:"enum=yes,enum=no"`
	// Continues is the id of the session of which this is a further part, held on
	// another day. Together they are one.
	Continues string `json:"continues,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Minutes are how long it is.
	Minutes int64 `json:"minutes" jsonschema:"minimum=1,maximum=10000"`
	// Needs are the needs that it meets.
	Needs []string `json:"needs,omitzero" jsonschema:"minItems=1,maxItems=1000,uniqueItems=true,minLength=1,maxLength=200"`
	// Focus is what staff examine in it: instruction (instructional practice), data
	// (data-based decision making) or delivery (of interventions and supports).
	Focus []SessionFocus `json:"focus,omitzero" jsonschema:"minItems=1,maxItems=10,uniqueItems=true,enum=instruction,enum=data,enum=delivery"`
	// Reflected is whether staff reflected upon their practice, yes or no; absent
	// means that it is not recorded.
	Reflected mtss.Answer `json:"reflected,omitzero" jsonschema:"enum=yes,enum=no"`
	// Adapted is what was adapted to the local context. Descriptive only.
	Adapted string `json:"adapted,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Challenges are those that participants raised. Descriptive only.
	Challenges []string `json:"challenges,omitzero" jsonschema:"minItems=1,maxItems=100,minLength=1,maxLength=500"`
	// Attendance is who attended, by role, each role at most once; absent means
	// that it is not recorded.
	Attendance []Attendance `json:"attendance,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Feedback is what participants said about it; absent means that nobody asked.
	Feedback *SessionFeedback `json:"feedback,omitzero"`
}

// Attendance is how many people of one role attended.
type Attendance struct {
	// Role is the role, never a name.
	Role string `json:"role" jsonschema:"minLength=1,maxLength=200"`
	// People are those who attended, of those expected; those for whom it is not
	// recorded are unknown.
	People mtss.Tally `json:"people"`
	// New are the new staff among them; absent means that it is not recorded.
	New *mtss.Tally `json:"new,omitzero"`
}

// SessionFeedback is what participants said about a session, counted, and what
// followed from it.
type SessionFeedback struct {
	// Items are the questions asked, each at most once for each kind of respondent.
	Items []FeedbackItem `json:"items" jsonschema:"minItems=1,maxItems=100"`
	// ChangedOn is the day on which it led to a change; absent until it does.
	ChangedOn mtss.Date `json:"changedOn,omitzero"`
	// Change is what was changed. Descriptive only.
	Change string `json:"change,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// ReportedOn is the day on which it was reported to stakeholders; absent until
	// it is.
	ReportedOn mtss.Date `json:"reportedOn,omitzero"`
}

// FeedbackItem is one question and its answers.
type FeedbackItem struct {
	// Item is overall (how good the training was), diversity (whether diversity
	// among educators and learners was portrayed positively), or a word of your own.
	Item string `json:"item" jsonschema:"minLength=1,maxLength=100"`
	// By is who answers: individuals, or teams with one answer each, which are
	// not counted as people.
	By Respondent `json:"by" jsonschema:"enum=individuals,enum=teams"`
	// Favourable are the favorable answers, of all asked for; those not given are
	// unknown.
	Favourable mtss.Tally `json:"favourable"`
}

// DecodeSeries reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [Series.Validate].
func DecodeSeries(data []byte) (Series, error) { return strict.Read(data, (*Series).issues) }

// Schema names the kind of the document and the version of its schema.
func (Series) Schema() mtss.Schema {
	return mtss.Schema{Kind: "learningSeries", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (s Series) MarshalJSON() ([]byte, error) { return strict.Marshal(&s) }

// AppendJSON appends the document to dst.
func (s *Series) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, s) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (s *Series) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, s, (*Series).issues)
}

// Known returns the day on which the series was recorded; zero where it does not say,
// and it was known from the start.
func (s Series) Known() mtss.Date { return s.Recorded }

// Known returns the day on which the session was recorded; zero where it does not say.
func (s Session) Known() mtss.Date { return s.Recorded }

// KnownBy returns the series with the sessions that were known by a day, and none that
// continues one that was not: see mtss.KnownBy. What somebody stated of the minutes of
// all sessions goes with those that are left out.
func (s Series) KnownBy(day mtss.Date) Series {
	all, known := len(s.Sessions), mtss.KnownBy(s.Sessions, day)
	s.Sessions = slices.DeleteFunc(slices.Clone(known), func(part Session) bool {
		return part.Continues != "" && !slices.ContainsFunc(known, func(e Session) bool { return e.ID == part.Continues })
	})
	if len(s.Sessions) < all {
		s.Minutes = 0
	}
	return s
}

// Validate reports what is wrong with the series. Errors: the codes of
// strict reading, CodeDate, CodeHours, CodeNeed, CodeSession, CodeAttendance,
// CodeFeedback.
func (s Series) Validate() error { return strict.Validate(&s, (*Series).issues) }

// mostStaff keeps sums over many series far from 2^53.
const mostStaff = 1_000_000

func (s *Series) issues() []mtss.Issue {
	var found problems
	found.period(s.From, s.Until)
	needs := map[string]bool{}
	for i, n := range s.Needs {
		found.Once(pointer.Element("/needs", i)+"/id", CodeNeed, needs, n.ID)
	}
	for _, c := range []struct {
		path  string
		tally *mtss.Tally
	}{{"/access", s.Access}, {"/benefit", s.Benefit}, {"/fidelity", s.Fidelity}, {"/impact", s.Impact}} {
		if t := c.tally; t != nil && (t.Validate() != nil || t.Possible > mostStaff) {
			found.Fail(c.path, CodeAttendance, "%d of %d with %d unknown is not possible", t.Earned, t.Possible, t.Unknown)
		}
	}
	_, again, other := s.once()
	for _, pair := range other {
		found.Fail(pointer.Element("/sessions", pair[0])+"/id", CodeSession, "%q is the id of %s already, which says something else", s.Sessions[pair[0]].ID, pointer.Element("/sessions", pair[1]))
	}
	sum, parts := int64(0), map[string]bool{}
	for _, e := range s.Sessions {
		sum += e.Minutes
		parts[e.ID] = e.Continues != ""
	}
	for _, pair := range again {
		sum -= s.Sessions[pair[0]].Minutes
	}
	for i, e := range s.Sessions {
		at := pointer.Element("/sessions", i)
		e.check(at, needs, &found)
		if part, known := parts[e.Continues]; e.Continues != "" && (!known || part) {
			found.Fail(at+"/continues", CodeSession, "%q is not the id of a session of the series, or is itself a further part", e.Continues)
		}
		if !kit.Within(e.On, s.From, s.Until) {
			found.Fail(at+"/on", CodeDate, "%s is outside the series", e.On)
		}
	}
	found.sum(s.Minutes, sum)
	return found.List()
}

func (e Session) check(at string, needs map[string]bool, found *problems) {
	for i, n := range e.Needs {
		if !needs[n] {
			found.Fail(pointer.Element(at+"/needs", i), CodeNeed, "%q is not among the needs", n)
		}
	}
	roles := map[string]bool{}
	for i, a := range e.Attendance {
		under := pointer.Element(at+"/attendance", i)
		switch {
		case roles[a.Role]:
			found.Fail(under+"/role", CodeAttendance, "%q appears twice", a.Role)
		case a.People.Validate() != nil:
			found.Fail(under+"/people", CodeAttendance, "%d attended of %d, with %d unknown", a.People.Earned, a.People.Possible, a.People.Unknown)
		case a.New != nil && (a.New.Validate() != nil || a.New.Possible > a.People.Possible || a.New.Earned > a.People.Earned+a.People.Unknown):
			found.Fail(under+"/new", CodeAttendance, "%d of %d new staff attended, of %d of %d people", a.New.Earned, a.New.Possible, a.People.Earned, a.People.Possible)
		}
		roles[a.Role] = true
	}
	if e.Feedback != nil {
		e.Feedback.check(at+"/feedback", e.On, found)
	}
}

// once returns the questions, each once for each kind of respondent, and the
// places of those that are there again: the same, or with other answers.
func (f *SessionFeedback) once() (items []FeedbackItem, again, other [][2]int) {
	places, again, other := kit.Once(f.Items, func(q *FeedbackItem) string { return string(q.By) + " " + q.Item })
	return kit.Kept(f.Items, places), again, other
}

func (f SessionFeedback) check(at string, session mtss.Date, found *problems) {
	_, _, other := f.once()
	for _, pair := range other {
		found.Fail(pointer.Element(at+"/items", pair[0]), CodeFeedback, "%q is %s already, with other answers", f.Items[pair[0]].Item, pointer.Element(at+"/items", pair[1]))
	}
	for i, q := range f.Items {
		if q.Favourable.Validate() != nil {
			found.Fail(pointer.Element(at+"/items", i), CodeFeedback, "%q is %d of %d with %d unknown", q.Item, q.Favourable.Earned, q.Favourable.Possible, q.Favourable.Unknown)
		}
	}
	for _, d := range []struct {
		name string
		on   mtss.Date
	}{{"/changedOn", f.ChangedOn}, {"/reportedOn", f.ReportedOn}} {
		if d.on.Valid() && d.on.Before(session) {
			found.Fail(at+d.name, CodeFeedback, "%s is before the session on %s", d.on, session)
		}
	}
}
