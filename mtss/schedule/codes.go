package schedule

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeSchedule: a schedule has neither windows nor meetings to go by, or they are not in order.
	CodeSchedule mtss.Code = "fidelity.schedule"
	// CodeSupplier: what is to supply something due is nil, or failed without a code.
	CodeSupplier mtss.Code = "schedule.supplier"
)
