package schema

import (
	"embed"
	"io/fs"
	"strings"
)

const suffix = ".schema.json"

//go:embed v1/*.schema.json
var files embed.FS

// FS returns the schemas as files, "v1/administration.schema.json" and so on.
func FS() fs.FS { return files }

// Names returns the names of the schemas, sorted: the kinds of the documents.
func Names() []string {
	entries, err := files.ReadDir("v1") // sorted by name
	if err != nil {
		return nil // the folder is part of the program
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), suffix)
	}
	return names
}

// Get returns the schema of a document by its kind, such as "administration"; ok
// is false where there is no such schema.
func Get(name string) (text string, ok bool) {
	data, err := files.ReadFile("v1/" + name + suffix)
	return string(data), err == nil
}
