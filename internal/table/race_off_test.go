//go:build !race

package table

// slower divides what tests do for long; see race_on_test.go.
const slower = 1
