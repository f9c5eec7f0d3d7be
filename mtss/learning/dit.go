package learning

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/meeting"
)

// DIT is the part of one district in the DIT series: its sessions and what is
// done between them. The source has two names for the one series, after District
// Implementation Teams and after ISD capacity.
type DIT struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Recorded is the day on which the series was entered, with those of its sessions
	// that do not say so themselves; absent means that this is not known.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Unit is the district. The series is of districts, and says nothing about
	// schools or classrooms. Its id is descriptive only.
	Unit mtss.Unit `json:"unit"`
	// Replication marks a series that an ISD gives to a further district; the
	// first one is given by the technical assistance center.
	Replication bool `json:"replication,omitzero"`
	// From is the day on which the series began, or will begin.
	From mtss.Date `json:"from"`
	// Until is its last day; absent while it goes on. What is missing by then
	// stays missing.
	Until mtss.Date `json:"until,omitzero"`
	// Minutes are those of all sessions together, if somebody states them; they
	// must be the sum of the sessions.
	Minutes int64 `json:"minutes,omitzero" jsonschema:"minimum=1,maximum=100000"`
	// Done are the commitments that are kept once, and when; absent means that
	// they are not recorded.
	Done []Done `json:"done,omitzero" jsonschema:"maxItems=100"`
	// Sessions are the sessions, held and planned.
	Sessions []DITSession `json:"sessions" jsonschema:"maxItems=1000"`
	// Meetings are those of the team outside the sessions; absent means that
	// they are not recorded. None needs to name the team.
	Meetings []meeting.Meeting `json:"meetings,omitzero" jsonschema:"maxItems=10000"`
	// Planning are the days on which the coordinator planned with ISD staff;
	// absent means that they are not recorded.
	Planning []mtss.Date `json:"planning,omitzero" jsonschema:"maxItems=10000"`
	// Superintendent are the days on which the coordinator checked in with the
	// superintendent; absent means that they are not recorded.
	Superintendent []mtss.Date `json:"superintendent,omitzero" jsonschema:"maxItems=10000"`
	// Coaches are the days on which the coordinator checked in with school-level
	// coaches; absent means that they are not recorded.
	Coaches []mtss.Date `json:"coaches,omitzero" jsonschema:"maxItems=10000"`
}

// Done is a commitment that was kept.
type Done struct {
	// Commitment is coordinatorSelected, coordinatorTime (time is allocated to the
	// coordinator) or teamSelected (or convened).
	Commitment OnceKept `json:"commitment" jsonschema:"enum=coordinatorSelected,enum=coordinatorTime,enum=teamSelected"`
	// On is the day.
	On mtss.Date `json:"on"`
}

// DITSession is one session of a DIT series, or a part of one that was held on
// several days: sessions of one topic and with the same people are one.
type DITSession struct {
	// With says who learns: coordinator, in a coaching support session, or team.
	With Party `json:"with" jsonschema:"enum=coordinator,enum=team"`
	// Topic is readiness (of the team, and the District Capacity Assessment),
	// development (of the team), communication, coaching (the coaching system) or
	// alignment (of initiatives and innovations, and their review).
	Topic Topic `json:"topic" jsonschema:"enum=readiness,enum=development,enum=communication,enum=coaching,enum=alignment"`
	// On is its day.
	On mtss.Date `json:"on"`
	// Recorded is the day on which the session was entered, which may be before it is
	// held; absent means that of the series.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Minutes are how long it is.
	Minutes int64 `json:"minutes" jsonschema:"minimum=1,maximum=10000"`
	// Coordinator is whether the coordinator attended; absent means that it is
	// not recorded.
	Coordinator mtss.Answer `json:"coordinator,omitzero" jsonschema:"enum=yes,enum=no"`
	// ISD is whether ISD staff attended.
	ISD mtss.Answer `json:"isd,omitzero" jsonschema:"enum=yes,enum=no"`
	// Members are the members of the team who attended, of all; absent means
	// that it is not recorded.
	Members *mtss.Tally `json:"members,omitzero"`
	// DeliveredBy is who delivered it: the technical assistance center or the
	// ISD; absent means that it is not recorded.
	DeliveredBy Party `json:"deliveredBy,omitzero" jsonschema:"enum=center,enum=isd"`
}

// DecodeDIT reads the document strictly and validates it. Errors: the codes of
// strict reading and those of [DIT.Validate].
func DecodeDIT(data []byte) (DIT, error) { return strict.Read(data, (*DIT).issues) }

// Schema names the kind of the document and the version of its schema.
func (DIT) Schema() mtss.Schema { return mtss.Schema{Kind: "ditSeries", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (d DIT) MarshalJSON() ([]byte, error) { return strict.Marshal(&d) }

// AppendJSON appends the document to dst.
func (d *DIT) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, d) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (d *DIT) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, d, (*DIT).issues)
}

// Validate reports what is wrong with the series. Errors: the codes of strict
// reading, CodeUnit, CodeDate, CodeHours, CodeSession, CodeAttendance, those of [meeting.Check].
func (d DIT) Validate() error { return strict.Validate(&d, (*DIT).issues) }

func (d *DIT) issues() []mtss.Issue {
	var found problems
	if d.Unit.Kind != mtss.KindDistrict {
		found.Fail("/unit", CodeUnit, "a DIT series needs a district, not a unit of kind %q", string(d.Unit.Kind))
	}
	found.period(d.From, d.Until)
	_, _, other := kit.Once(d.Done, func(k *Done) string { return string(k.Commitment) })
	for _, pair := range other {
		found.Fail(pointer.Element("/done", pair[0])+"/commitment", CodeSession, "commitment %q is %s already, with another day", d.Done[pair[0]].Commitment, pointer.Element("/done", pair[1]))
	}
	found.sum(d.Minutes, d.checkSessions(&found))
	found.Add(strict.Under("/meetings", meeting.Check(d.Meetings))...)
	return found.List()
}

// once returns the sessions and their parts, each once, and the places of those
// that are there again: the same, or something else of the same day.
func (d *DIT) once() (sessions []DITSession, again, other [][2]int) {
	places, again, other := kit.Once(d.Sessions, func(s *DITSession) string {
		return string(s.With) + " " + string(s.Topic) + " " + s.On.String()
	})
	return kit.Kept(d.Sessions, places), again, other
}

// checkSessions returns how many minutes the sessions have together.
func (d *DIT) checkSessions(found *problems) (sum int64) {
	_, again, other := d.once()
	for _, s := range d.Sessions {
		sum += s.Minutes
	}
	for _, pair := range again {
		sum -= d.Sessions[pair[0]].Minutes
	}
	for _, pair := range other {
		s, at := d.Sessions[pair[0]], pointer.Element("/sessions", pair[0])
		found.Fail(at+"/topic", CodeSession, "the session on %s with the %s on %s is %s already, and says something else there; a part of it has a day of its own", s.Topic, s.With, s.On, pointer.Element("/sessions", pair[1]))
	}
	for i, s := range d.Sessions {
		at := pointer.Element("/sessions", i)
		if !kit.Within(s.On, d.From, d.Until) {
			found.Fail(at+"/on", CodeDate, "%s is outside the series", s.On)
		}
		if s.Members != nil && s.Members.Validate() != nil {
			found.Fail(at+"/members", CodeAttendance, "%d attended of %d, with %d unknown", s.Members.Earned, s.Members.Possible, s.Members.Unknown)
		}
	}
	return sum
}

// Known returns the day on which the series was recorded; zero where it does not say,
// and it was known from the start.
func (d DIT) Known() mtss.Date { return d.Recorded }

// Known returns the day on which the session was recorded; zero where it does not say.
func (s DITSession) Known() mtss.Date { return s.Recorded }

// KnownBy returns the series with the sessions and meetings that were known by a day:
// see mtss.KnownBy. Where none of the meetings was, they are not recorded. What somebody
// stated of the minutes of all sessions goes with those that are left out.
func (d DIT) KnownBy(day mtss.Date) DIT {
	all := len(d.Sessions)
	if d.Sessions = mtss.KnownBy(d.Sessions, day); len(d.Sessions) < all {
		d.Minutes = 0
	}
	if known := mtss.KnownBy(d.Meetings, day); len(known) > 0 || len(d.Meetings) == 0 {
		d.Meetings = known
	} else {
		d.Meetings = nil
	}
	return d
}
