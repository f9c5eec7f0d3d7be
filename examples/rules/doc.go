// Package rules is a gallery of published decision rules as data: each with its
// source, with what its source contradicts as a caveat, and with cases on, below
// and above its bound. The folder rules holds them; the test of this package is
// all the Go that it takes to run them.
package rules
