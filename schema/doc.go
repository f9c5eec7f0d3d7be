// Package schema has one job: it hands out the JSON Schemas of the documents of
// this library, and the form of an administration of one instrument.
//
//	text, ok := schema.Get("administration") // what any administration must be
//	forms, err := schema.Form(definition, schema.Labels{}, mtss.Period{}) // what to fill in for one instrument
//
// The schemas are draft 2020-12, one self-contained file a document, made from
// the Go types and committed; importing this package links no schema generator.
// What the decoders accept the schemas accept, and the reverse, wherever JSON
// Schema can express it. For those who have no Go, the folder dist holds the
// same files with variants for other tools.
package schema
