// Package data holds the invented assessments that examples score.
package data

import _ "embed"

// Completion supplies what is not confirmed of the DCA 7.7. Its numbers are made up:
// complete the definition from your own copy.
//
//go:embed completion.json
var Completion []byte

// Administrations are those of three invented districts over two windows, and one
// published row of the early-childhood Benchmarks of Quality.
//
//go:embed administrations.ndjson
var Administrations []byte
