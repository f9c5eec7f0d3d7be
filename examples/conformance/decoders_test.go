package conformance

import "github.com/openmtss/mtss-go/internal/documents"

// decoders read the documents of each kind.
func decoders() map[string]func([]byte) error {
	all := map[string]func([]byte) error{}
	for _, t := range documents.All() {
		all[t.Kind] = func(data []byte) error {
			_, err := t.Decode(data)
			return err
		}
	}
	return all
}
