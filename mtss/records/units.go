package records

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Units is a document that says to which unit each unit belongs.
type Units struct {
	// Units are the units, in any order.
	Units []mtss.Place `json:"units" jsonschema:"maxItems=1000000"`
}

// DecodeUnits reads a document of kind "units" strictly. Errors: the codes of
// strict reading and mtss.CodePlace.
func DecodeUnits(data []byte) (h mtss.Hierarchy, err error) {
	_, err = strict.Read(data, func(u *Units) (issues []mtss.Issue) {
		h, issues = u.hierarchy()
		return issues
	})
	return h, err
}

// Validate reports what decoding the document would. Errors: as [DecodeUnits].
func (u Units) Validate() error { return strict.Validate(&u, (*Units).issues) }

func (u *Units) issues() []mtss.Issue {
	_, issues := u.hierarchy()
	return issues
}

func (u *Units) hierarchy() (mtss.Hierarchy, []mtss.Issue) {
	h, err := mtss.NewHierarchy(u.Units)
	return h, mtss.Issues(err)
}

// Schema names the kind of the document and the version of its schema.
func (Units) Schema() mtss.Schema { return mtss.Schema{Kind: "units", Version: 1} }

// MarshalJSON writes the document.
func (u Units) MarshalJSON() ([]byte, error) { return strict.Marshal(&u) }

// AppendJSON appends the document to dst.
func (u *Units) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, u) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (u *Units) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, u, (*Units).issues) }
