package documents

import (
	"encoding/json"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// either is [of] for a type that may still have its kind as a field: then what
// stands for the document holds a T.
func either[T any](kind string, read func([]byte) (T, error)) Type {
	var zero T
	if read == nil {
		read = func(data []byte) (T, error) { return plainly[T](kind, data) }
	}
	return Type{
		Kind: kind, Zero: zero,
		empty: func() mtss.Document { return document(kind, new(T)) },
		decode: func(data []byte) (mtss.Document, error) {
			v, err := read(data)
			return document(kind, &v), err
		},
	}
}

func document[T any](kind string, v *T) mtss.Document {
	if d, ok := any(v).(mtss.Document); ok {
		return d
	}
	return &held[T]{kind, v}
}

// plainly reads what has no decoder.
func plainly[T any](kind string, data []byte) (v T, err error) {
	parsed, issues := strict.Parse(data)
	if len(issues) == 0 && parsed.Kind() != kind {
		issues = []mtss.Issue{mtss.Issuef("/kind", strict.CodeEnum, "is %q, want %q", parsed.Kind(), kind)}
	}
	if len(issues) > 0 {
		return v, strict.Invalid(issues)
	}
	return v, strict.Decode(data, &v)
}

// held is a document by what it holds.
type held[T any] struct {
	kind  string
	value *T
}

func (h *held[T]) Schema() mtss.Schema { return mtss.Schema{Kind: h.kind, Version: 1} }

func (h *held[T]) Validate() error {
	if v, ok := any(*h.value).(interface{ Validate() error }); ok {
		return v.Validate()
	}
	return nil
}

func (h *held[T]) MarshalJSON() ([]byte, error) { return json.Marshal(h.value) }

func (h *held[T]) AppendJSON(dst []byte) ([]byte, error) {
	data, err := h.MarshalJSON()
	return append(dst, data...), err
}
