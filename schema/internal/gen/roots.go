// Package gen has one job: it makes the JSON Schemas of the documents from the
// Go types that decode and write them. It is the only package that knows the
// schema generator; what it makes is committed, and importers link none of it.
package gen

import "github.com/openmtss/mtss-go/internal/documents"

// Root is one document that has a schema.
type Root struct {
	// Name is the document's kind and the name of its schema.
	Name string
	// Value is a value of its Go type, or of one of the same form.
	Value any
}

// Roots returns every document of [documents.All].
func Roots() []Root {
	mirrors := map[string]any{"equated": equatedDocument{}, "labels": labelsDocument{}}
	var roots []Root
	for _, t := range documents.All() {
		value := t.Zero
		if mirror, ok := mirrors[t.Kind]; ok {
			value = mirror
		}
		roots = append(roots, Root{t.Kind, value})
	}
	return roots
}
