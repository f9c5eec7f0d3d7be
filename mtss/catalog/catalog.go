// Package catalog holds what ships as data: the definitions of instruments,
// other than the District Capacity Assessment, which is in package dca;
// adopters' criteria for them, as profiles; and published equatings of their
// versions.
//
//	definition, ok := catalog.Lookup(instrument.Ref{ID: "tfi", Version: "2.1"})
//	if !ok {
//		return errors.New("it does not ship")
//	}
//	scorer, err := instrument.Compile(definition)
//
// Each is a JSON file in this directory; adding an instrument adds a file named
// id-version.json and no Go. A test pins each file by its digest, and each of
// its facts names a row of docs/facts.md, where confirmed, inferred and not
// established are told apart. The files hold structure and numbers, never an
// instrument's wording.
//
// # Incomplete definitions
//
// Of some instruments no public source states all that a score needs. Their
// definitions hold what is known, say what they lack, and refuse to score with
// instrument.CodeIncomplete. Complete one from your own copy of the instrument:
//
//	definition, err := instrument.Complete(definition, completion)
//
// Instruments of which no item is known do not ship; docs/instruments.md says
// what is known of them.
package catalog

import (
	"embed"
	"path"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

//go:embed *.json profiles/*.json equatings/*.json
var files embed.FS

// All returns the definitions that ship, in the order of their ids and
// versions, a fresh copy each time.
func All() []instrument.Definition { return all(".", instrument.DecodeDefinition) }

// Lookup returns a fresh copy of the definition with a name; ok is false if
// none that ships has it.
func Lookup(ref instrument.Ref) (d instrument.Definition, ok bool) {
	d, ok = decode(ref.ID+"-"+ref.Version+".json", instrument.DecodeDefinition)
	if !ok || d.Ref() != ref {
		return instrument.Definition{}, false
	}
	return d, true
}

// Profiles returns the profiles that ship, in the order of their ids, a fresh
// copy each time. [instrument.WithProfile] applies one.
func Profiles() []instrument.CriteriaProfile {
	return all("profiles", instrument.DecodeCriteriaProfile)
}

// LookupProfile returns a fresh copy of the profile with an id; ok is false if
// none that ships has it.
func LookupProfile(id string) (p instrument.CriteriaProfile, ok bool) {
	return decode("profiles/"+id+".json", instrument.DecodeCriteriaProfile)
}

// Equatings returns the equatings that ship, in the order of their ids, a fresh
// copy each time.
func Equatings() []instrument.Equating { return all("equatings", instrument.DecodeEquating) }

// LookupEquating returns a fresh copy of the equating from one version of an
// instrument to another; ok is false if none that ships leads there.
func LookupEquating(from, to instrument.Ref) (e instrument.Equating, ok bool) {
	for _, e := range Equatings() {
		if e.From == from && e.To == to {
			return e, true
		}
	}
	return instrument.Equating{}, false
}

// all decodes the files of a directory, in the order of their names.
func all[T any](directory string, read func([]byte) (T, error)) []T {
	entries, err := files.ReadDir(directory)
	if err != nil {
		return nil
	}
	documents := make([]T, 0, len(entries))
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		if document, ok := decode(path.Join(directory, entry.Name()), read); ok {
			documents = append(documents, document)
		}
	}
	return documents
}

// decode reads a file that tests have shown to be good; ok is false if there is
// none of that name.
func decode[T any](name string, read func([]byte) (T, error)) (document T, ok bool) {
	var none T
	data, err := files.ReadFile(name)
	if err != nil {
		return none, false
	}
	if document, err = read(data); err != nil {
		return none, false
	}
	return document, true
}
