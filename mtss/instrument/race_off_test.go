//go:build !race

package instrument_test

// raceDetector says that everything runs ten times slower.
const raceDetector = false
