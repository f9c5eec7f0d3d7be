package dca

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// VotingMeeting is the record of one administration: who was present in which role,
// every vote, and the scores that were agreed.
type VotingMeeting struct {
	// ID names the meeting and the administration that follows from it.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the meeting that it corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a meeting that does not count; the meeting that voids it
	// does not count either.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is what was administered.
	Instrument instrument.Ref `json:"instrument"`
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Date is the day on which the scores were agreed: the day of the meeting, or its last
	// day where it took several.
	Date mtss.Date `json:"date"`
	// Began is the first day of a meeting that took several; absent for one of a day.
	Began mtss.Date `json:"began,omitzero"`
	// Recorded is the day on which the record was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Baseline marks the first administration, before the infrastructure is
	// installed, which may lie outside the windows.
	Baseline bool `json:"baseline,omitzero"`
	// TeamSize is how many members the team has, present or not; absent means
	// that it is not stated.
	TeamSize int `json:"teamSize,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// Present are the people present.
	Present []Participant `json:"present" jsonschema:"maxItems=1000"`
	// Sections are the sections that were administered; absent means all.
	Sections []string `json:"sections,omitzero" jsonschema:"minItems=1,maxItems=100,uniqueItems=true"`
	// Items are the items, in the order in which they were discussed.
	Items []ItemRecord `json:"items" jsonschema:"maxItems=2000"`
}

// Participant is a person present, by an opaque id.
type Participant struct {
	// ID is an opaque identifier, never a name.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Role is the person's role.
	Role MeetingRole `json:"role" jsonschema:"enum=administrator,enum=facilitator,enum=noteTaker,enum=respondent,enum=observer"`
	// Also are further roles of the person: an administrator may also facilitate.
	// No further role gives an administrator a vote.
	Also []MeetingRole `json:"also,omitzero" jsonschema:"minItems=1,maxItems=4,uniqueItems=true,enum=administrator,enum=facilitator,enum=noteTaker,enum=respondent,enum=observer"`
	// Position is the person's position in the district or school, such as "principal".
	Position string `json:"position,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// TrainedOn is the day on which an administrator was trained; absent means
	// that it is not stated.
	TrainedOn mtss.Date `json:"trainedOn,omitzero"`
}

// is reports whether the person has a role.
func (p *Participant) is(role MeetingRole) bool {
	return p.Role == role || slices.Contains(p.Also, role)
}

// MeetingRole is the role of a person in a meeting.
type MeetingRole string

// The roles that the DCA's own description names.
const (
	// Administrator is trained, follows the protocol and does not vote.
	Administrator MeetingRole = "administrator"
	// Facilitator leads the discussion.
	Facilitator MeetingRole = "facilitator"
	// NoteTaker writes down scores and evidence.
	NoteTaker MeetingRole = "noteTaker"
	// Respondent answers and votes.
	Respondent MeetingRole = "respondent"
	// Observer watches.
	Observer MeetingRole = "observer"
)

// ItemRecord is what happened to one item.
type ItemRecord struct {
	// Item is the item's id.
	Item string `json:"item" jsonschema:"minLength=1,maxLength=64"`
	// Rounds are the rounds of voting, in order.
	Rounds []Round `json:"rounds,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Agreed is the agreed score; null or absent where there is none.
	Agreed *int `json:"agreed,omitempty" jsonschema:"nullable,minimum=0,maximum=250"`
	// NotApplicable marks an item that does not apply.
	NotApplicable bool `json:"notApplicable,omitzero"`
	// Evidence names the evidence for the score.
	Evidence string `json:"evidence,omitzero" jsonschema:"minLength=1,maxLength=2000"`
}

// Round is one vote: a simultaneous one in the open, or by private ballots.
type Round struct {
	// Number counts the rounds of an item from 1.
	Number int `json:"round" jsonschema:"minimum=1,maximum=100"`
	// Private marks a vote by private ballots, such as those that members fill in
	// before the meeting. They may be of people who are not present, and anonymous.
	Private bool `json:"private,omitzero"`
	// Votes are the votes, in any order.
	Votes []Vote `json:"votes" jsonschema:"maxItems=1000"`
}

// Vote is one vote.
type Vote struct {
	// By is the id of the person who voted; absent for an anonymous ballot.
	By string `json:"by,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Score is the score; null for an abstention.
	Score *int `json:"score" jsonschema:"nullable,minimum=0,maximum=250"`
}

// DecodeVotingMeeting reads one meeting strictly and validates it; [Review] compares it
// with the instrument and the protocol. Errors: the codes of strict reading and
// those of [VotingMeeting.Validate].
func DecodeVotingMeeting(data []byte) (VotingMeeting, error) {
	return strict.Read(data, (*VotingMeeting).issues)
}

// Schema names the kind of the document and the version of its schema.
func (VotingMeeting) Schema() mtss.Schema {
	return mtss.Schema{Kind: "meeting", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (m VotingMeeting) MarshalJSON() ([]byte, error) { return strict.Marshal(&m) }

// AppendJSON appends the document to dst.
func (m *VotingMeeting) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, m) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (m *VotingMeeting) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, m, (*VotingMeeting).issues)
}

// Validate reports what is wrong with the meeting by itself. Errors: the codes of
// strict reading, mtss.CodeCorrection, CodeParticipant, CodeDays, CodeVoteItem, CodeRounds,
// CodeVoteBy, CodeVoteRepeated, CodeVoteScore.
func (m VotingMeeting) Validate() error { return strict.Validate(&m, (*VotingMeeting).issues) }

func (m *VotingMeeting) issues() []mtss.Issue {
	var found kit.Problems
	found.Add(mtss.Issues(m.Correction().Validate())...)
	present := map[string]bool{}
	for i := range m.Present {
		who, at := &m.Present[i], pointer.Element("/present", i)
		found.Once(at+"/id", CodeParticipant, present, who.ID)
		if slices.Contains(who.Also, who.Role) {
			found.Fail(at+"/also", CodeParticipant, "%q has the role %s twice", who.ID, who.Role)
		}
	}
	if m.Began.After(m.Date) {
		found.Fail("/began", CodeDays, "began on %s, want the day of the meeting, %s, or an earlier one", m.Began, m.Date)
	}
	if !m.Recorded.IsZero() && m.Recorded.Before(m.Date) {
		found.Fail("/recorded", CodeDays, "was entered on %s, want the day of the meeting, %s, or a later one", m.Recorded, m.Date)
	}
	seen := map[string]bool{}
	for i := range m.Items {
		record, at := &m.Items[i], pointer.Element("/items", i)
		found.Once(at+"/item", CodeVoteItem, seen, record.Item)
		for k := range record.Rounds {
			record.Rounds[k].check(pointer.Element(at+"/rounds", k), k+1, present, &found)
		}
		if record.Agreed != nil && record.NotApplicable {
			found.Fail(at+"/agreed", CodeVoteScore, "item %q is agreed at %d, but marked not applicable", record.Item, *record.Agreed)
		}
	}
	return found.List()
}

func (r *Round) check(at string, number int, present map[string]bool, found *kit.Problems) {
	if r.Number != number {
		found.Fail(at+"/round", CodeRounds, "is round %d, want round %d", r.Number, number)
	}
	voted := map[string]bool{}
	for i, v := range r.Votes {
		switch by := pointer.Element(at+"/votes", i) + "/by"; {
		case v.By == "" && r.Private:
			continue
		case v.By == "":
			found.Fail(by, CodeVoteBy, "a vote in the open names who votes")
			continue
		case !present[v.By] && !r.Private:
			found.Fail(by, CodeVoteBy, "%q votes but is not present", v.By)
		case voted[v.By]:
			found.Fail(by, CodeVoteRepeated, "%q votes twice in the round", v.By)
		}
		voted[v.By] = true
	}
}

// Correction says what the meeting corrects, for mtss.InForce, by which a meeting that
// is given twice is one:
//
//	standing, err := mtss.InForce(meetings, (*dca.VotingMeeting).Correction)
func (m *VotingMeeting) Correction() mtss.Correction[string] {
	if m == nil {
		return mtss.Correction[string]{}
	}
	return mtss.Correction[string]{ID: m.ID, Supersedes: m.Supersedes, Voids: m.Voids, Subject: subject(m.Unit, m.Instrument), Content: kit.Content(m)}
}

// Known returns the day from which the record was known: that on which it was recorded
// or else its own.
func (m VotingMeeting) Known() mtss.Date { return cmp.Or(m.Recorded, m.Date) }

// first returns the first day of the meeting.
func (m *VotingMeeting) first() mtss.Date {
	if m.Began.IsZero() {
		return m.Date
	}
	return m.Began
}

// subject is what a record and its correction must have in common, in one text.
func subject(u mtss.Unit, i instrument.Ref) string {
	return string(u.Kind) + " " + strconv.Quote(i.ID) + " " + u.ID
}
