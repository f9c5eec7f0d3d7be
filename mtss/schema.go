package mtss

// Schema names the form of a document: the members kind and schemaVersion, with
// which every document begins. No struct has fields for them; reading checks
// them and writing sets them.
type Schema struct {
	// Kind is what the document is, such as "administration".
	Kind string
	// Version is the version of its schema.
	Version int
}

// Document is a Go value that stands for a document: a pointer to any type
// that has a schema of its own.
type Document interface {
	// Schema returns the kind and the version; the same for every value of the type.
	Schema() Schema
	// Validate reports what reading the document would refuse it for.
	Validate() error
	// AppendJSON appends the document to dst.
	AppendJSON(dst []byte) ([]byte, error)
	// MarshalJSON returns the document.
	MarshalJSON() ([]byte, error)
}
