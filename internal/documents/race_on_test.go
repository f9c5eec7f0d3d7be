//go:build race

package documents_test

// raceDetector says that everything runs ten times slower.
const raceDetector = true
