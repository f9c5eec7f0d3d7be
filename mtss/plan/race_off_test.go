//go:build !race

package plan_test

// slower divides what is large under the race detector.
const slower = 1
