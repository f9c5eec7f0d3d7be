// Package catalog holds the definitions of the instruments that ship, other
// than the District Capacity Assessment, which is in package dca.
//
//	scorer, err := instrument.Compile(catalog.TFI21())
//
// Each definition is a JSON file beside this one, pinned by its digest in a
// test; each of its facts names a row of docs/facts.md. They hold structure and
// numbers, never an instrument's wording.
package catalog

import (
	"embed"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

//go:embed *.json
var files embed.FS

// TFI21 returns the Tiered Fidelity Inventory 2.1: three tiers, each with its
// own score and a criterion of 70 %.
func TFI21() instrument.Definition { return read("tfi-2.1.json") }

// TFI30 returns the Tiered Fidelity Inventory 3.0: three tiers, each with its
// own score and a criterion of 50 %.
func TFI30() instrument.Definition { return read("tfi-3.0.json") }

// ECBoQ20 returns the Early Childhood Program-Wide Benchmarks of Quality: seven
// elements, each reported as the mean of its items.
func ECBoQ20() instrument.Definition { return read("ecboq-2.0.json") }

// All returns every definition of the catalog, a fresh copy each time.
func All() []instrument.Definition {
	return []instrument.Definition{ECBoQ20(), TFI21(), TFI30()}
}

// read decodes a file that tests have shown to be good.
func read(name string) instrument.Definition {
	data, err := files.ReadFile(name)
	if err != nil {
		return instrument.Definition{}
	}
	d, err := instrument.DecodeDefinition(data)
	if err != nil {
		return instrument.Definition{}
	}
	return d
}
