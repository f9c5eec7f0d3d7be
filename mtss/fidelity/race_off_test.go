//go:build !race

package fidelity_test

// raceDetector is set where the race detector makes tests slow.
const raceDetector = false
