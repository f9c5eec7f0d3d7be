//go:build !race

package fidelity_test

// slower divides what is large under the race detector.
const slower = 1
