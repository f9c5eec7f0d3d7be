//go:build !race

package mtss_test

// raceDetector says that everything runs ten times slower.
const raceDetector = false
