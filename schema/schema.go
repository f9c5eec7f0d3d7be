package schema

import (
	"embed"
	"slices"
)

//go:embed v1/*.schema.json
var files embed.FS

// FS returns the schemas as files, "v1/administration.schema.json" and so on.
func FS() embed.FS { return files }

// Names returns the names of the schemas, sorted: the kinds of the documents.
func Names() []string { return slices.Clone(names) }

// Get returns the schema of a document by its kind, such as "administration". It
// allocates nothing; ok is false where there is no such schema.
func Get(name string) (text string, ok bool) {
	text = embedded(name)
	return text, text != ""
}
