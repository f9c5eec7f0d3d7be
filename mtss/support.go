package mtss

// Support is a kind of support that staff, teams or districts get. Where a
// document takes only some of them, its schema lists them.
type Support string

// The kinds of support.
const (
	// SupportTraining is training.
	SupportTraining Support = "training"
	// SupportCoaching is coaching of people or teams.
	SupportCoaching Support = "coaching"
	// SupportDataCoordination is help with collecting and using data.
	SupportDataCoordination Support = "dataCoordination"
	// SupportISDTeam is an ISD team that organizes the work across the county.
	SupportISDTeam Support = "isdTeam"
	// SupportOther is any other support.
	SupportOther Support = "other"
)
