//go:build !race

package readiness_test

// slower divides what is large under the race detector.
const slower = 1
