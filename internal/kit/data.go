package kit

import (
	"embed"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// table is a file of rows.
type table[T any] struct {
	Kind          string `json:"kind,omitzero" jsonschema:"minLength=1"`
	SchemaVersion int    `json:"schemaVersion,omitzero" jsonschema:"minimum=1,maximum=1"`
	Rows          []T    `json:"rows" jsonschema:"minItems=1"`
}

// Rows reads data/NAME.json, a table that tests have shown to be good, a fresh
// copy each time. It returns none of one that is not.
func Rows[T any](files embed.FS, name string) []T {
	var t table[T]
	data, err := files.ReadFile("data/" + name + ".json")
	if err != nil || strict.Unmarshal(data, &t, nil) != nil {
		return nil
	}
	return t.Rows
}

// Rules reads data/NAME.json, a set of rules that tests have shown to be good.
// It returns the empty set for one that is not.
func Rules(files embed.FS, name string) rule.Set {
	data, err := files.ReadFile("data/" + name + ".json")
	if err != nil {
		return rule.Set{}
	}
	set, err := rule.DecodeSet(data)
	if err != nil {
		return rule.Set{}
	}
	return set
}

// Measures declares measures of one kind and one unit, "" for those without.
func Measures(kind rule.Kind, unit string, names ...string) (out []rule.Measure) {
	for _, name := range names {
		out = append(out, rule.Measure{Name: name, Kind: kind, Unit: unit})
	}
	return out
}
