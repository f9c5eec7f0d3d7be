package mtss

import "encoding/json"

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

// Decode reads a document as strictly as the Decode function of its package does:
//
//	plan, err := mtss.Decode[plan.Plan](data)
//
// For any type of this library that reads itself. Errors: those of its UnmarshalJSON.
func Decode[T any, P interface {
	*T
	json.Unmarshaler
}](data []byte) (T, error) {
	var v T
	err := P(&v).UnmarshalJSON(data)
	return v, err
}
