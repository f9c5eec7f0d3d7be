//go:build race

package table

// slower divides what tests do for long: under the race detector, as much of
// the same takes ten times longer and shows no more.
const slower = 8
