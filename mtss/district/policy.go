package district

import (
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// MeetingPolicy is a document that says how far back the meetings of teams count,
// how many of them must use data, and when there are none. The choices belong to the district. The zero
// value is not valid.
type MeetingPolicy struct {
	// ID identifies the policy.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Days is how many days count, up to and including the day that is asked
	// about.
	Days int `json:"days" jsonschema:"minimum=1,maximum=3660"`
	// DataMeetings is how many meetings in those days must use data for data to
	// be in use.
	DataMeetings int `json:"dataMeetings" jsonschema:"minimum=1,maximum=1000"`
	// Calendar says in which months no meeting can be expected: those that it closes.
	Calendar mtss.Calendar `json:"calendar,omitzero"`
	// Source is where the choices are stated.
	Source mtss.Source `json:"source,omitzero"`
	// Provenance says how well the choices are known.
	Provenance mtss.Provenance `json:"provenance,omitzero"`
}

// Quarterly returns a policy that looks back one quarter, 92 days, and asks for
// one meeting that uses data. That a team reviews its checklist every quarter is
// confirmed; that its use of data is judged over the same time is inferred.
func Quarterly() MeetingPolicy {
	return MeetingPolicy{
		ID: "quarterly", Days: 92, DataMeetings: 1, Provenance: mtss.Inferred,
		Source: mtss.Source{Title: "SISEP eNotes, October 2014", Year: 2014, URL: "https://sisep.fpg.unc.edu/news/sisep-enotes-october-2014"},
	}
}

// DecodeMeetingPolicy reads the document strictly. Errors: the codes of strict reading
// and those of [MeetingPolicy.Validate].
func DecodeMeetingPolicy(data []byte) (MeetingPolicy, error) {
	return strict.Read(data, (*MeetingPolicy).issues)
}

// Schema names the kind of the document and the version of its schema.
func (MeetingPolicy) Schema() mtss.Schema {
	return mtss.Schema{Kind: "meetingPolicy", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (p MeetingPolicy) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *MeetingPolicy) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *MeetingPolicy) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, p, (*MeetingPolicy).issues)
}

// Validate reports what is wrong with the policy. Errors: meeting.CodePeriod for a
// closure that ends before it begins, and the codes of strict reading, such as
// strict.CodeRange for a number out of its range.
func (p MeetingPolicy) Validate() error { return strict.Validate(&p, (*MeetingPolicy).issues) }

func (p *MeetingPolicy) issues() []mtss.Issue {
	found := &problems{}
	for i, c := range p.Calendar.Closures {
		found.period(pointer.Element("/calendar/closures", i), c.From, c.Until)
	}
	return found.List()
}

// from returns the first day that counts; the zero date if the policy is not valid.
func (p MeetingPolicy) from(on mtss.Date) mtss.Date {
	if p.Validate() != nil {
		return mtss.Date{}
	}
	return on.AddDays(1 - p.Days)
}
