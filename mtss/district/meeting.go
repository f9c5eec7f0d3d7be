package district

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Meetings is a document of the meetings of teams.
type Meetings struct {
	// ID identifies the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Covers are the units and periods of which all meetings are recorded, so
	// that no record means no meeting.
	Covers []Coverage `json:"covers" jsonschema:"maxItems=10000"`
	// Meetings are the meetings, in any order.
	Meetings []Meeting `json:"meetings" jsonschema:"maxItems=1000000"`
}

// Meeting is one meeting of a team, as recorded.
type Meeting struct {
	// ID identifies the meeting.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the record that this one corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a record that this one withdraws; neither of them
	// counts.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Team is the id of the team.
	Team string `json:"team" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day of the meeting.
	Date mtss.Date `json:"date"`
	// Attended are the ids of the members who attended.
	Attended []string `json:"attended" jsonschema:"maxItems=1000,minLength=1,maxLength=200,uniqueItems=true"`
	// Agenda are the ids of the activities, components and barriers that were taken up.
	Agenda []string `json:"agenda" jsonschema:"maxItems=1000,minLength=1,maxLength=200,uniqueItems=true"`
	// Results are the results that the meeting looked at.
	Results []CitedResult `json:"results" jsonschema:"maxItems=1000"`
	// Decisions are what the meeting decided.
	Decisions []MeetingDecision `json:"decisions" jsonschema:"maxItems=1000"`
	// Shared are the exchanges of information with other teams.
	Shared []Exchange `json:"shared" jsonschema:"maxItems=1000"`
}

// CitedResult is a result that a meeting looked at.
type CitedResult struct {
	// ID is the id of the result, such as the id of an administration.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Of is what was measured: capacity, fidelity or outcomes.
	Of ResultKind `json:"of" jsonschema:"enum=capacity,enum=fidelity,enum=outcome"`
	// Date is the day of the result.
	Date mtss.Date `json:"date"`
}

// MeetingDecision is a decision of a meeting.
type MeetingDecision struct {
	// What says briefly what was decided.
	What string `json:"what" jsonschema:"minLength=1,maxLength=1000"`
	// Results are the ids of the cited results that the decision rests on; an
	// empty list if it rests on no data.
	Results []string `json:"results" jsonschema:"maxItems=1000,minLength=1,maxLength=200,uniqueItems=true"`
	// Who is the role on the team that should carry it out.
	Who Role `json:"who,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Due is the day by which it should be carried out.
	Due mtss.Date `json:"due,omitzero"`
}

// Exchange is an exchange of information with another team.
type Exchange struct {
	// Team is the id of the other team.
	Team string `json:"team" jsonschema:"minLength=1,maxLength=200"`
	// Way says whether the meeting's team gave information, got it, or both.
	Way Way `json:"way" jsonschema:"enum=gave,enum=got,enum=both"`
}

// DecodeMeetings reads the document strictly. Errors: the codes of strict
// reading and those of [Meetings.Validate].
func DecodeMeetings(data []byte) (Meetings, error) { return strict.Read(data, (*Meetings).issues) }

// Schema names the kind of the document and the version of its schema.
func (Meetings) Schema() mtss.Schema { return mtss.Schema{Kind: "meetings", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (m Meetings) MarshalJSON() ([]byte, error) { return strict.Marshal(&m) }

// AppendJSON appends the document to dst.
func (m *Meetings) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, m) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (m *Meetings) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, m, (*Meetings).issues)
}

// Validate checks the document by itself. Errors: mtss.CodeRecordRepeated,
// CodePeriod, mtss.CodeCorrection, CodeResult, CodeDecision, and the codes of
// strict reading for a value that no document could hold.
func (m Meetings) Validate() error { return strict.Validate(&m, (*Meetings).issues) }

func (m *Meetings) issues() []mtss.Issue {
	p := &problems{}
	p.coverage(m.Covers)
	for i, one := range m.Meetings {
		one.check(p, pointer.Element("/meetings", i))
	}
	_, err := mtss.Standing(m.corrections())
	p.Add(strict.Under("/meetings", mtss.Issues(err))...)
	return p.List()
}

// corrections returns what the records correct. A meeting and its correction
// belong to the same team.
func (m Meetings) corrections() []mtss.Correction[string] {
	out := make([]mtss.Correction[string], len(m.Meetings))
	for i, one := range m.Meetings {
		out[i] = one.correction()
	}
	return out
}

func (m *Meeting) correction() mtss.Correction[string] {
	return mtss.Correction[string]{ID: m.ID, Supersedes: m.Supersedes, Voids: m.Voids, Subject: m.Team}
}

func (m *Meeting) check(p *problems, at string) {
	cited := map[string]bool{}
	for i, r := range m.Results {
		p.once(cited, pointer.Element(at+"/results", i)+"/id", r.ID, "result")
		if r.Date.After(m.Date) {
			p.Fail(pointer.Element(at+"/results", i)+"/date", CodeResult, "result %q is dated %s, after the meeting on %s", r.ID, r.Date, m.Date)
		}
	}
	for i, d := range m.Decisions {
		at := pointer.Element(at+"/decisions", i)
		for j, id := range d.Results {
			if !cited[id] {
				p.Fail(pointer.Element(at+"/results", j), CodeDecision, "rests on result %q, which the meeting does not cite", id)
			}
		}
		if !d.Due.IsZero() && d.Due.Before(m.Date) {
			p.Fail(at+"/due", CodeDecision, "is due on %s, before the meeting on %s", d.Due, m.Date)
		}
	}
}

// Against checks the meetings against the teams on their days: the team exists,
// those who attended are members, decisions fall to roles that the team has, and
// the teams that information was exchanged with exist. Errors: CodeTeamUnknown,
// CodeMeetingTeam, CodeAttendance, CodeDecision, and the codes of strict reading for
// a document that is not good by itself.
func (m Meetings) Against(teams Teams) error {
	p, index := &problems{}, teams.index()
	for i, one := range m.Meetings {
		at := pointer.Element("/meetings", i)
		team, ok := index[one.Team]
		switch {
		case !ok:
			p.Fail(at+"/team", CodeTeamUnknown, "there is no team %q", one.Team)
			continue
		case !kit.Within(one.Date, team.From, team.Until):
			p.Fail(at+"/date", CodeMeetingTeam, "team %q did not exist on %s: it began on %s", team.ID, one.Date, team.From)
			continue
		}
		one.fits(p, at, team)
		for j, s := range one.Shared {
			if other, ok := index[s.Team]; !ok || other.ID == team.ID || !kit.Within(one.Date, other.From, other.Until) {
				p.Fail(pointer.Element(at+"/shared", j)+"/team", CodeTeamUnknown, "there is no other team %q on %s", s.Team, one.Date)
			}
		}
	}
	return against(&m, p)
}

// fits checks a meeting against its team as it was on the day.
func (m *Meeting) fits(p *problems, at string, team *Team) {
	people, roles := team.people(m.Date), team.Roles(m.Date)
	for j, id := range m.Attended {
		if !people[id] {
			p.Fail(pointer.Element(at+"/attended", j), CodeAttendance, "%q was not a member of team %q on %s", id, team.ID, m.Date)
		}
	}
	for j, d := range m.Decisions {
		if d.Who != "" && len(roles[d.Who]) == 0 {
			p.Fail(pointer.Element(at+"/decisions", j)+"/who", CodeDecision, "falls to the role %q, which nobody on team %q holds on %s", d.Who, team.ID, m.Date)
		}
	}
}

// usesData reports whether the meeting made a decision that rests on a result that
// it cites.
func (m *Meeting) usesData() bool {
	return slices.ContainsFunc(m.Decisions, func(d MeetingDecision) bool {
		return slices.ContainsFunc(d.Results, func(id string) bool {
			return slices.ContainsFunc(m.Results, func(r CitedResult) bool { return r.ID == id && !r.Date.After(m.Date) })
		})
	})
}
