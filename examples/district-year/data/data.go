// Package data holds the documents of one invented district over a year.
package data

import "embed"

// Files are the documents.
//
//go:embed *.json *.ndjson
var Files embed.FS
