package meeting

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the schema version of this package's documents.
const SchemaVersion = 1

// Meetings is a document of the meetings of teams.
type Meetings struct {
	// ID identifies the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Covers are the units and periods of which all meetings are recorded, so
	// that no record means no meeting.
	Covers []mtss.Coverage `json:"covers" jsonschema:"maxItems=10000"`
	// Meetings are the meetings, in any order. Each names its team.
	Meetings []Meeting `json:"meetings" jsonschema:"maxItems=1000000"`
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

// Validate checks the document by itself. Errors: CodePeriod, CodeTeam, those of
// [Check], and the codes of strict reading for a value that no document could hold.
func (m Meetings) Validate() error { return strict.Validate(&m, (*Meetings).issues) }

func (m *Meetings) issues() []mtss.Issue {
	var p kit.Problems
	for i, c := range m.Covers {
		if !c.Until.IsZero() && c.Until.Before(c.From) {
			p.Fail(pointer.Element("/covers", i)+"/until", CodePeriod, "ends on %s, before it begins on %s", c.Until, c.From)
		}
	}
	for i := range m.Meetings {
		if m.Meetings[i].Team == "" {
			p.Fail(pointer.Element("/meetings", i), CodeTeam, "a meeting names its team")
		}
	}
	p.Add(strict.Under("/meetings", Check(m.Meetings))...)
	return p.List()
}
