//go:build !race

package records

// slower divides what tests do for long; see race_on_test.go.
const slower = 1
