package schema

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

const draft07 = "http://json-schema.org/draft-07/schema#"

// Draft07 returns a schema of this package for tools that know no later draft
// than 07. Errors: the codes of strict reading, if schema is not JSON.
func Draft07(schema string) ([]byte, error) {
	v, err := tree.Parse([]byte(schema))
	if err != nil {
		return nil, err
	}
	older(&v)
	v.Set("$schema", tree.String(draft07))
	variant(&v, ".draft-07")
	return v.Write(), nil
}

// older renames what draft 07 calls otherwise. Beside a reference draft 07
// reads nothing, and only words are beside one.
func older(v *tree.Value) {
	for i := range v.Members {
		m := &v.Members[i]
		if m.Name == "$defs" {
			m.Name = "definitions"
		}
		if m.Name == "$ref" {
			m.Value = tree.String(strings.Replace(m.Value.Unquoted(), "#/$defs/", "#/definitions/", 1))
		}
		older(&m.Value)
	}
	for i := range v.Elements {
		older(&v.Elements[i])
	}
}

// Dereferenced returns a schema of this package with each reference replaced by
// what it refers to. Definitions that hold themselves, such as a node of a rule,
// stay references. Errors: the codes of strict reading, if schema is not JSON.
func Dereferenced(schema string) ([]byte, error) {
	v, err := tree.Parse([]byte(schema))
	if err != nil {
		return nil, err
	}
	defs, _ := v.Get("$defs")
	d := dereferencer{defs: defs}
	for _, m := range defs.Members {
		if d.reaches(m.Value, m.Name, nil) {
			d.recursive = append(d.recursive, m.Name)
		}
	}
	out := d.replace(v.Without("$defs"))
	variant(&out, ".deref")
	kept := tree.Value{Kind: tree.Object}
	for _, m := range defs.Members {
		if slices.Contains(d.recursive, m.Name) {
			kept.Members = append(kept.Members, tree.At(m.Name, d.replace(m.Value)))
		}
	}
	if len(kept.Members) > 0 {
		out.Set("$defs", kept)
	}
	return out.Write(), nil
}

// variant gives a schema an identifier of its own, so that one validator can hold all
// variants of it.
func variant(v *tree.Value, name string) {
	const end = ".schema.json"
	if id, ok := v.Get("$id"); ok {
		before, is := strings.CutSuffix(id.Unquoted(), end)
		if is {
			name += end
		}
		v.Set("$id", tree.String(before+name))
	}
}

type dereferencer struct {
	defs      tree.Value
	recursive []string
}

// reaches reports whether a definition leads back to a name.
func (d dereferencer) reaches(v tree.Value, name string, seen []string) bool {
	if ref, ok := v.Get("$ref"); ok {
		next := strings.TrimPrefix(ref.Unquoted(), "#/$defs/")
		if next == name {
			return true
		}
		if !slices.Contains(seen, next) {
			def, _ := d.defs.Get(next)
			if d.reaches(def, name, append(seen[:len(seen):len(seen)], next)) {
				return true
			}
		}
	}
	for _, m := range v.Members {
		if d.reaches(m.Value, name, seen) {
			return true
		}
	}
	return slices.ContainsFunc(v.Elements, func(e tree.Value) bool { return d.reaches(e, name, seen) })
}

func (d dereferencer) replace(v tree.Value) tree.Value {
	if ref, ok := v.Get("$ref"); ok {
		name := strings.TrimPrefix(ref.Unquoted(), "#/$defs/")
		def, there := d.defs.Get(name)
		if there && !slices.Contains(d.recursive, name) {
			out := d.replace(def).Without("title")
			words := v.Without("$ref") // of the member, where the definition has those of the type
			if _, said := words.Get("description"); said {
				out = out.Without("description")
			}
			out.Members = append(words.Members, out.Members...)
			return out
		}
	}
	out := v
	out.Members, out.Elements = nil, nil
	for _, m := range v.Members {
		out.Members = append(out.Members, tree.At(m.Name, d.replace(m.Value)))
	}
	for _, e := range v.Elements {
		out.Elements = append(out.Elements, d.replace(e))
	}
	return out
}

// UI returns the UI schema of react-jsonschema-form for a schema of this
// package: the order of the members, and kind and schemaVersion out of sight.
// Errors: the codes of strict reading, if schema is not JSON.
func UI(schema string) ([]byte, error) {
	v, err := tree.Parse([]byte(schema))
	if err != nil {
		return nil, err
	}
	properties, _ := v.Get("properties")
	defs, _ := v.Get("$defs")
	order := tree.Value{Kind: tree.List}
	out := tree.Make(tree.At("ui:order", order))
	for _, m := range properties.Members {
		order.Elements = append(order.Elements, tree.String(m.Name))
		member := titles{defs: defs}.of(m.Name, m.Name, m.Value, 0)
		if _, pinned := m.Value.Get("const"); pinned || m.Name == "$schema" {
			member = hidden()
		}
		out.Members = append(out.Members, tree.At(m.Name, member))
	}
	out.Set("ui:order", order)
	return out.Write(), nil
}

// base is where the identifiers of the schemas begin.
const base = "https://openmtss.github.io/mtss-go/schema/v1/"

// WithBase returns a schema of this package whose $id begins otherwise.
func WithBase(schema, with string) string {
	with = strings.TrimSuffix(with, "/") + "/"
	quoted := tree.String(with).Text
	return strings.Replace(schema, `"$id": "`+base, `"$id": `+strings.TrimSuffix(quoted, `"`), 1)
}

// Variant returns the schema with a name and its UI schema, for a draft, "2020-12" or
// "07", dereferenced or not, and with an $id that begins with a base; "" are the first
// draft and the $id of this package. Errors: one without a code for no such name.
func Variant(name, draft string, dereferenced bool, base string) (v Forms, err error) {
	text, ok := Get(name)
	if !ok {
		return v, fmt.Errorf("there is no schema %q", name)
	}
	if base != "" {
		text = WithBase(text, base)
	}
	v.Schema = []byte(text)
	if dereferenced {
		v.Schema, err = Dereferenced(text)
	}
	if err == nil && draft == "07" {
		v.Schema, err = Draft07(string(v.Schema))
	}
	if err == nil {
		v.UI, err = UI(text)
	}
	return v, err
}
