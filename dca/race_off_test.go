//go:build !race

package dca_test

// slower divides what is large under the race detector.
const slower = 1
