// Package documents lists the types of all documents, in one place: what the
// command checks, the generator makes schemas of, and tests run over.
//
//	document, err := documents.Decode(data)
//
// reads a document of any kind.
package documents

import (
	"github.com/openmtss/mtss-go/internal/kinds"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// All returns the types of all documents, always in one order: those of
// [kinds.All], and what is made of them.
func All() kinds.List {
	return append(kinds.All(), kinds.Of[profile.Profile](), kinds.Of[profile.Words]())
}

// Kinds returns the kinds in the order of [All].
func Kinds() []string { return All().Kinds() }

// Named returns the type of a kind; ok is false if there is none.
func Named(kind string) (t kinds.Type, ok bool) { return All().Named(kind) }

// Decode reads a document of the kind that it names. Errors: strict.CodeEnum and
// strict.CodeMissing at /kind for none that is known, and those of its type.
func Decode(data []byte) (mtss.Document, error) { return profile.DecodeAny(data) }
