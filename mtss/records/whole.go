package records

import (
	"io"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// ReadDocument reads an input that is one document, and no more of it than a document
// may have, 16 MiB. Errors: those of the input, and strict.CodeLarge.
func ReadDocument(r io.Reader) ([]byte, error) {
	if r == nil {
		return nil, brokenOff(errNone)
	}
	data, err := io.ReadAll(io.LimitReader(r, strict.MaxSize+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > strict.MaxSize:
		return nil, mtss.Issuef("", strict.CodeLarge, "is longer than %d bytes, the most that a document may have", strict.MaxSize)
	}
	return data, nil
}
