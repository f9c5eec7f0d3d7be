package roster

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeAssignment: somebody is assigned twice on one day in one role of one unit, is there and vacant, until a day before from, with no share of a post or more than one, or in a unit of another kind.
	CodeAssignment mtss.Code = "fidelity.practitioner"
)
