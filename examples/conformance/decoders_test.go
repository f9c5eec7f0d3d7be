package conformance

import "github.com/openmtss/mtss-go/internal/documents"

// decoders read the documents of each kind, and compile what has to be to be used,
// as the command checks them.
func decoders() map[string]func([]byte) error { return documents.Checks() }
