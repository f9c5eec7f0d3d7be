package rollup

// Coded says on which side a share lies that is not told. The zero value is neither.
type Coded string

// The sides.
const (
	// Above is a share above the policy's top.
	Above Coded = "above"
	// BelowBottom is a share below the policy's bottom.
	BelowBottom Coded = "below"
)
