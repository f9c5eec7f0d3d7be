package mtss

// StageID names a stage of implementation: one of the four of the National
// Implementation Research Network, or that of another model. The zero value is none.
type StageID string

// The stages of the National Implementation Research Network, in order.
const (
	// StageExploration asks whether the innovation should be done here at all.
	StageExploration StageID = "exploration"
	// StageInstallation puts in place what its use needs; it is not yet in use.
	StageInstallation StageID = "installation"
	// StageInitialImplementation begins to use it.
	StageInitialImplementation StageID = "initialImplementation"
	// StageFullImplementation has it in use as intended by half of the intended practitioners, with good outcomes.
	StageFullImplementation StageID = "fullImplementation"
)
