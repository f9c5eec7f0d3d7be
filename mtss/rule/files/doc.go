// Package files has one job: it reads the files in which people keep rules and
// cases: YAML, JSON and tables, side by side in one folder.
//
//	report := suite.Run(files.Folder(os.DirFS("rules")), rule.Vocabulary{})
//
// YAML is read by the reader of JSON, which decides what each value is. A value
// without quotation marks is the text that was written wherever a text is wanted:
// yes, no, on, 3.0, 80%, 2025-08-01. Comments are passed over. What YAML has
// beyond JSON is refused, since it hides what a rule says: anchors and aliases,
// tags, merge keys, keys that are not plain text, and several documents in a file.
//
// A table holds cases, one in a row; see [suite.FromCSV].
//
// This is the one package for importers that links a module besides this one,
// go.yaml.in/yaml/v4. Package suite and the others do not.
package files
