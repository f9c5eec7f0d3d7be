package rollup

// RowStatus says why a row has figures or none. Zero is a number, and so "shown".
type RowStatus string

// The statuses of a row.
const (
	// Shown is a row with its figures.
	Shown RowStatus = "shown"
	// Suppressed is a row that is withheld, since it or another one that would follow
	// from it is of too small a group.
	Suppressed RowStatus = "suppressed"
	// Extreme is a row of which only that is told on which side its share lies, see
	// [Row.Coded].
	Extreme RowStatus = "coded"
	// Missing is a row of which there is no administration.
	Missing RowStatus = "missing"
	// NotApplicable is a row whose score applies to none of the units that were assessed.
	NotApplicable RowStatus = "notApplicable"
)

// Coded says on which side a share lies that is not told. The zero value is neither.
type Coded string

// The sides.
const (
	// Above is a share above the policy's top.
	Above Coded = "above"
	// BelowBottom is a share below the policy's bottom.
	BelowBottom Coded = "below"
)
