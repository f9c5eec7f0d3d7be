package records

import (
	"encoding/json"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Units is a document that says to which unit each unit belongs.
type Units struct {
	// Kind is "units"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=units"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// Units are the units, in any order.
	Units []mtss.Place `json:"units" jsonschema:"maxItems=1000000"`
}

// DecodeUnits reads a document of kind "units" strictly. Errors: the codes of
// strict reading and mtss.CodePlace.
func DecodeUnits(data []byte) (mtss.Hierarchy, error) {
	var u Units
	if err := strict.Decode(data, &u); err != nil {
		return mtss.Hierarchy{}, err
	}
	return mtss.NewHierarchy(u.Units)
}

// MarshalJSON writes the document with its kind and schema version.
func (u Units) MarshalJSON() ([]byte, error) {
	type plain Units
	out := plain(u)
	out.Kind, out.SchemaVersion = "units", 1
	if out.Units == nil {
		out.Units = []mtss.Place{}
	}
	return json.Marshal(out)
}
