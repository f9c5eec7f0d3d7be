package dca

import (
	"encoding/json"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// Meeting is the record of one administration: who was in the room in which
// role, every simultaneous vote, and the scores that were agreed.
type Meeting struct {
	// Kind is "meeting"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=meeting"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// ID names the meeting and the administration that follows from it.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the meeting that it corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a meeting that does not count; this one then counts
	// for nothing itself.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is what was administered.
	Instrument instrument.Ref `json:"instrument"`
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Date is the day of the meeting.
	Date mtss.Date `json:"date"`
	// Baseline marks the first administration, before the infrastructure is
	// installed, which may lie outside the windows.
	Baseline bool `json:"baseline,omitzero"`
	// TeamSize is how many members the team has, present or not; absent means
	// that it is not stated.
	TeamSize int `json:"teamSize,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// Present are those in the room.
	Present []Participant `json:"present" jsonschema:"maxItems=1000"`
	// Sections are the sections that were administered; absent means all.
	Sections []string `json:"sections,omitzero" jsonschema:"minItems=1,maxItems=100,uniqueItems=true"`
	// Items are the items in the order in which they were taken up.
	Items []ItemRecord `json:"items" jsonschema:"maxItems=2000"`
}

// Participant is somebody in the room, by an opaque id.
type Participant struct {
	// ID is an opaque identifier, never a name.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Role is what they are there for.
	Role Role `json:"role"`
	// Also are further roles of theirs: whoever administers may also facilitate.
	// An administrator has no vote by another role.
	Also []Role `json:"also,omitzero" jsonschema:"minItems=1,maxItems=4,uniqueItems=true"`
	// Position is what they are in the district or school, such as "principal".
	Position string `json:"position,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// TrainedOn is the day on which an administrator was trained; absent means
	// that it is not stated.
	TrainedOn mtss.Date `json:"trainedOn,omitzero"`
}

// is reports whether somebody has a role.
func (p *Participant) is(role Role) bool { return p.Role == role || slices.Contains(p.Also, role) }

// Role is what somebody is at the meeting for.
type Role string

// The roles that the DCA's own description names.
const (
	// Administrator is trained, keeps to the protocol and does not vote.
	Administrator Role = "administrator"
	// Facilitator leads the discussion.
	Facilitator Role = "facilitator"
	// NoteTaker writes down scores and evidence.
	NoteTaker Role = "noteTaker"
	// Respondent answers and votes.
	Respondent Role = "respondent"
	// Observer watches.
	Observer Role = "observer"
)

// UnmarshalText reads a role. Errors: CodeRole.
func (r *Role) UnmarshalText(text []byte) error {
	switch known := Role(text); known {
	case Administrator, Facilitator, NoteTaker, Respondent, Observer:
		*r = known
		return nil
	}
	return mtss.Issuef("", CodeRole, "%q is no role, want administrator, facilitator, noteTaker, respondent or observer", string(text))
}

// ItemRecord is what happened to one item.
type ItemRecord struct {
	// Item is the item's id.
	Item string `json:"item" jsonschema:"minLength=1,maxLength=64"`
	// Rounds are the rounds of voting, in order.
	Rounds []Round `json:"rounds,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Agreed is the score that was agreed; null or absent where none was.
	Agreed *int `json:"agreed,omitempty" jsonschema:"nullable,minimum=0,maximum=250"`
	// NotApplicable marks an item that does not apply.
	NotApplicable bool `json:"notApplicable,omitzero"`
	// Evidence names what the score rests on.
	Evidence string `json:"evidence,omitzero" jsonschema:"minLength=1,maxLength=2000"`
}

// Round is one simultaneous vote.
type Round struct {
	// Number counts the rounds of an item from 1.
	Number int `json:"round" jsonschema:"minimum=1,maximum=100"`
	// Votes are the votes, in any order.
	Votes []Vote `json:"votes" jsonschema:"maxItems=1000"`
}

// MarshalJSON writes the round, without votes as an empty list.
func (r Round) MarshalJSON() ([]byte, error) {
	type plain Round
	if r.Votes == nil {
		r.Votes = []Vote{}
	}
	return json.Marshal(plain(r))
}

// Vote is one vote.
type Vote struct {
	// By is the id of who voted.
	By string `json:"by" jsonschema:"minLength=1,maxLength=200"`
	// Score is the score; null for an abstention.
	Score *int `json:"score" jsonschema:"nullable,minimum=0,maximum=250"`
}

// DecodeMeeting reads one meeting strictly: its form. [Review] checks the rest.
// Errors: CodeRole and the codes of strict reading.
func DecodeMeeting(data []byte) (Meeting, error) {
	var m Meeting
	err := strict.Decode(data, &m)
	return m, err
}

// MarshalJSON writes the meeting with its kind and schema version.
func (m Meeting) MarshalJSON() ([]byte, error) {
	type plain Meeting
	p := plain(m)
	p.Kind, p.SchemaVersion = "meeting", SchemaVersion
	if p.Present == nil {
		p.Present = []Participant{}
	}
	if p.Items == nil {
		p.Items = []ItemRecord{}
	}
	return json.Marshal(p)
}

// MeetingsInForce returns the meetings that stand, in their order: without
// those that another one supersedes or voids, and without those that only void.
// Errors: those of mtss.Standing. What stands in spite of them is
// returned all the same.
func MeetingsInForce(meetings []Meeting) ([]Meeting, error) {
	return mtss.InForce(meetings, (*Meeting).correction)
}

// correction returns what the meeting says of itself and of the one it corrects.
func (m *Meeting) correction() mtss.Correction[subject] {
	return mtss.Correction[subject]{ID: m.ID, Supersedes: m.Supersedes, Voids: m.Voids, Subject: subject{m.Unit, m.Instrument.ID}}
}

// subject is what a meeting or a plan and its correction have in common.
type subject struct {
	unit       mtss.Unit
	instrument string
}

// formOf writes a document and reads it strictly, which finds what a Go value
// may hold and a document may not.
func formOf(document, into any) []mtss.Issue {
	data, err := json.Marshal(document)
	if err != nil {
		return []mtss.Issue{mtss.Issuef("", strict.CodeValue, "cannot be written: %s", err)}
	}
	return mtss.Issues(strict.Decode(data, into))
}

// sortAsWritten puts issues in the order of a document's own JSON.
func sortAsWritten(document any, issues []mtss.Issue) {
	if data, err := json.Marshal(document); err == nil {
		parsed, _ := strict.Parse(data)
		parsed.Sort(issues)
	}
}
