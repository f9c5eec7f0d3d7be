package dca

import (
	"embed"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Protocol says how an instrument is administered by vote. It is data: a
// district can have its own. The zero value asks for nothing.
type Protocol struct {
	// ID names the protocol, such as "dca".
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64"`
	// Required are the roles that must be filled.
	Required []MeetingRole `json:"required,omitzero" jsonschema:"minItems=1,maxItems=10,enum=administrator,enum=facilitator,enum=noteTaker,enum=respondent,enum=observer"`
	// Voting are the roles that have a vote; absent means that everybody may
	// vote, but no one has to.
	Voting []MeetingRole `json:"voting,omitzero" jsonschema:"minItems=1,maxItems=10,enum=administrator,enum=facilitator,enum=noteTaker,enum=respondent,enum=observer"`
	// Public requires that votes are simultaneous and in the open, but for a first
	// round that Private is about.
	Public bool `json:"public,omitzero"`
	// Private requires that the first round of each item is by private ballots, which
	// members fill in before the meeting.
	Private bool `json:"private,omitzero"`
	// Trained requires that the administrator was trained on or before the day.
	Trained bool `json:"trained,omitzero"`
	// TrainingDays is how many days after its day a training counts, the last one
	// included, where Trained requires one; absent means that it does not expire.
	// No source states a number, so none of the protocols that ship has one.
	TrainingDays int `json:"trainingDays,omitzero" jsonschema:"minimum=1,maximum=36600"`
	// Quorum is how much of the team must be present.
	Quorum Quorum `json:"quorum,omitzero"`
	// Positions are positions that must be present, such as "principal".
	Positions []string `json:"positions,omitzero" jsonschema:"minItems=1,maxItems=100,minLength=1,maxLength=100"`
	// NoAbstaining requires a score from everybody who has a vote.
	NoAbstaining bool `json:"noAbstaining,omitzero"`
	// Resolution is how votes become a score; absent means by agreement.
	Resolution Resolution `json:"resolution,omitzero" jsonschema:"enum=agreed,enum=majority,enum=mostFrequent"`
	// Windows are the windows in which a meeting is due; none means any day.
	Windows []mtss.Window `json:"windows,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Source is where the protocol is stated.
	Source mtss.Source `json:"source"`
	// Provenance says how well it is known.
	Provenance mtss.Provenance `json:"provenance"`
	// Says is what the source states, and what it leaves open.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=1000"`
}

// Quorum is how much of the team must be present. The zero value requires nothing.
type Quorum struct {
	// MoreThan is a share of the team that must be exceeded: "1/2" is a majority.
	MoreThan mtss.Ratio `json:"moreThan,omitzero"`
	// AtLeast is a share of the team that must be reached.
	AtLeast mtss.Ratio `json:"atLeast,omitzero"`
	// People is the least number of people.
	People int `json:"people,omitzero" jsonschema:"minimum=1,maximum=1000"`
}

// Resolution is how votes become a score under a protocol, and how one item
// ended.
type Resolution string

// The resolutions that a protocol can ask for. All go by the last round.
const (
	// AgreedAfterDiscussion: the team agrees on a score after discussing the
	// votes. Votes alone never make one. No source states what happens without
	// agreement, so there is no score then.
	AgreedAfterDiscussion Resolution = "agreed"
	// MajorityOfVotes: the score that more than half of the votes are for.
	// Abstentions do not count as votes.
	MajorityOfVotes Resolution = "majority"
	// MostFrequent: the score with the most votes; in a tie there is none.
	MostFrequent Resolution = "mostFrequent"
)

// How else an item can end. None of these is a resolution of a protocol.
const (
	// Tie: several scores have the most votes, so there is no score.
	Tie Resolution = "tie"
	// NoConsensus: the votes make no score under the protocol.
	NoConsensus Resolution = "noConsensus"
	// NotVoted: there was no vote in any round, and no agreed score that counts.
	NotVoted Resolution = "notVoted"
	// NotApplicable: the item does not apply.
	NotApplicable Resolution = "notApplicable"
)

// DecodeProtocol reads one protocol strictly and validates it. Errors: CodeProtocol
// and the codes of strict reading.
func DecodeProtocol(data []byte) (Protocol, error) { return strict.Read(data, (*Protocol).issues) }

// Schema names the kind of the document and the version of its schema.
func (Protocol) Schema() mtss.Schema { return mtss.Schema{Kind: "protocol", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (p Protocol) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *Protocol) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *Protocol) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, p, (*Protocol).issues)
}

// Validate reports what is wrong with the protocol. Errors: as [DecodeProtocol].
func (p Protocol) Validate() error { return strict.Validate(&p, (*Protocol).issues) }

// issues are also what [Review] refuses a protocol for that is not written in full.
func (p *Protocol) issues() []mtss.Issue {
	var found kit.Problems
	if p.TrainingDays < 0 || p.TrainingDays > 0 && !p.Trained {
		found.Fail("/trainingDays", CodeProtocol, "is %d days for a training that the protocol does not require", p.TrainingDays)
	}
	switch p.Resolution {
	case "", AgreedAfterDiscussion, MajorityOfVotes, MostFrequent:
	default:
		found.Fail("/resolution", CodeProtocol, "%q is not a resolution, want agreed, majority or mostFrequent", string(p.Resolution))
	}
	seen := map[string]bool{}
	for i, w := range p.Windows {
		found.Once(pointer.Element("/windows", i)+"/id", CodeProtocol, seen, w.ID)
	}
	return found.List()
}

//go:embed protocols
var protocols embed.FS

// ProtocolOf returns one of the protocols that ship, by its id; ok is false for
// any other id.
//   - dca, the District Capacity Assessment: see [DCAProtocol].
//   - dsfi, the District Systems Fidelity Inventory: members score alone before the
//     meeting, and agree in it.
//   - rtfi, the Reading Tiered Fidelity Inventory: a majority of the team and the
//     principal are present, and members may abstain.
//   - tfi, TFI 2.1 as trainers describe it: everybody votes, and the majority is
//     recorded.
//   - boq, the Benchmarks of Quality: the coach takes the most frequent response
//     and flags discrepancies.
func ProtocolOf(id string) (p Protocol, ok bool) {
	data, err := protocols.ReadFile("protocols/" + id + ".json")
	if err == nil {
		p, err = DecodeProtocol(data)
	}
	return p, err == nil
}

// DCAProtocol returns the protocol of the DCA: a trained administrator, who does
// not vote; simultaneous votes; agreement after discussion; the windows after
// the baseline. Its sources do not say whether members may abstain and how a
// lasting disagreement ends, so abstaining is allowed and recorded, and a
// disagreement is an outcome.
//
// The kit also has a checklist for keeping to the administration. Its items and
// scoring could not be read, so none ships; see [Reviewed].Checklist.
func DCAProtocol() Protocol {
	p, _ := ProtocolOf("dca") // a test shows that the file is good
	return p
}
