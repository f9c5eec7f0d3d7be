package mtss

// Coverage is a period for which a document is complete about a unit, so that
// its silence means no. About other units and days, silence means unknown.
type Coverage struct {
	// Unit is the unit.
	Unit Unit `json:"unit"`
	// From is the first day that is covered.
	From Date `json:"from"`
	// Until is the last day that is covered; absent means that the document is kept up to date.
	Until Date `json:"until,omitzero"`
}
