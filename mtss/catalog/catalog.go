// Package catalog holds the definitions of the instruments that ship, other
// than the District Capacity Assessment, which is in package dca; adopters'
// criteria for them as profiles; and published equatings of their versions.
//
//	scorer, err := instrument.Compile(catalog.TFI21())
//
// Each is a JSON file beside this one, pinned by its digest in a test; each of
// its facts names a row of docs/facts.md, where confirmed, inferred and not
// established are told apart. They hold structure and numbers, never an
// instrument's wording.
//
// # Incomplete definitions
//
// Of several instruments no public source states all that a score needs. Their
// definitions hold what is confirmed, say what they lack, and refuse to score:
// the error carries instrument.CodeIncomplete. Complete one from your own copy
// of the instrument:
//
//	definition, err := instrument.Complete(catalog.BoQ1(), completion)
package catalog

import (
	"embed"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

//go:embed *.json profiles/*.json equatings/*.json
var files embed.FS

// TFI21 returns the Tiered Fidelity Inventory 2.1: three tiers, each with its
// own score and a criterion of 70 %. Two texts carry that number, of 2014 and
// 2017; they differ in wording and not in what is scored, so one definition
// holds for both, and its edition says so.
func TFI21() instrument.Definition { return read("tfi-2.1.json") }

// TFI30 returns the Tiered Fidelity Inventory 3.0: three tiers, each with its
// own score and a criterion of 50 %.
func TFI30() instrument.Definition { return read("tfi-3.0.json") }

// ECBoQ20 returns the Early Childhood Program-Wide Benchmarks of Quality: seven
// elements, each reported as the mean of its items.
func ECBoQ20() instrument.Definition { return read("ecboq-2.0.json") }

// BoQFCC1 returns version 1 of the Family Child Care Benchmarks of Quality: 47
// items in eight elements, any of which may be not applicable.
func BoQFCC1() instrument.Definition { return read("boqfcc-1.json") }

// BoQFCC2 returns version 2 of the Family Child Care Benchmarks of Quality: 31
// items in seven elements, none of which may be not applicable.
func BoQFCC2() instrument.Definition { return read("boqfcc-2.json") }

// BoQCommunityWide1 returns the Community-Wide Benchmarks of Quality: 39 items
// in eight elements. The source states no version; 1 is this library's number.
func BoQCommunityWide1() instrument.Definition { return read("boqcw-1.json") }

// BoQState1 returns the State Leadership Team Benchmarks of Quality: 49 items
// in thirteen elements. The source states no version; 1 is this library's
// number.
func BoQState1() instrument.Definition { return read("boqstate-1.json") }

// All returns every definition of the catalog, a fresh copy each time: first
// those that score, then the incomplete ones, each in the order of their names.
func All() []instrument.Definition {
	return []instrument.Definition{
		BoQCommunityWide1(), BoQFCC1(), BoQFCC2(), BoQState1(), ECBoQ20(), TFI21(), TFI30(),
		AIRMTSS2021(), BoQ1(), DBPA27(), DSFI1(), RCA21(), RTFIElementary21(), RTFISecondary21(),
		SAM20(), SASSystems(), SASTiers(), SCA253(), SCA262(), SET21(), TIC22(),
	}
}

// read decodes a file that tests have shown to be good.
func read(name string) instrument.Definition { return decode(name, instrument.DecodeDefinition) }

// decode is read for a document of any kind.
func decode[T any](name string, decode func([]byte) (T, error)) T {
	var none T
	data, err := files.ReadFile(name)
	if err != nil {
		return none
	}
	document, err := decode(data)
	if err != nil {
		return none
	}
	return document
}
