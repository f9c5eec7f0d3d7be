package gen

import (
	"encoding/json"
	"fmt"

	"github.com/invopop/jsonschema"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// converter turns the generator's schemas into ordered trees. It knows the
// keywords of the profile that all tools take, and refuses any other.
type converter struct {
	err       error
	documents map[string]mtss.Schema // by the names of their definitions
}

func (c *converter) convert(s *jsonschema.Schema) tree.Value {
	out := tree.Value{Kind: tree.Object}
	if s.AllOf != nil || s.AnyOf != nil || s.Not != nil || s.If != nil || s.PatternProperties != nil || s.Const != nil || s.Default != nil {
		c.err = fmt.Errorf("a keyword outside of the profile: %+v", s)
	}
	add := func(name string, v tree.Value) { out.Members = append(out.Members, tree.At(name, v)) }
	text := func(name, value string) {
		if value != "" {
			add(name, tree.String(value))
		}
	}
	nullable := len(s.OneOf) == 2 && s.OneOf[1].Type == "null" && s.OneOf[0].Type != ""
	if nullable {
		s.OneOf[0].Extras = map[string]any{"type": []string{s.OneOf[0].Type, "null"}}
		return c.convert(s.OneOf[0])
	}
	if len(s.OneOf) == 2 && s.OneOf[1].Type == "null" { // the words belong to both
		s.Description, s.OneOf[0].Description = s.OneOf[0].Description, ""
	}
	text("title", s.Title)
	text("description", s.Description)
	text("$ref", s.Ref)
	if several, ok := s.Extras["type"].([]string); ok {
		add("type", tree.Strings(several...))
	} else {
		text("type", s.Type)
	}
	if len(s.Enum) == 1 {
		add("const", c.literal(s.Enum[0]))
	} else if len(s.Enum) > 1 {
		all := tree.Value{Kind: tree.List}
		for _, e := range s.Enum {
			all.Elements = append(all.Elements, c.literal(e))
		}
		add("enum", all)
	}
	c.limits(s, add)
	c.below(s, add)
	return out
}

func (c *converter) limits(s *jsonschema.Schema, add func(string, tree.Value)) {
	for _, l := range []struct {
		name string
		n    *uint64
	}{{"minLength", s.MinLength}, {"maxLength", s.MaxLength}, {"minItems", s.MinItems}, {"maxItems", s.MaxItems}} {
		if l.n != nil {
			add(l.name, tree.Int(int64(*l.n)))
		}
	}
	for _, l := range []struct {
		name string
		n    json.Number
	}{{"minimum", s.Minimum}, {"maximum", s.Maximum}} {
		if l.n != "" {
			add(l.name, tree.Value{Text: string(l.n)})
		}
	}
	switch {
	case s.Pattern != "":
		add("pattern", tree.String(s.Pattern))
	case s.MinLength != nil && s.MaxLength != nil && s.Format == "" && len(s.Enum) == 0 && strict.IsWord(int(*s.MinLength), int(*s.MaxLength)):
		add("pattern", tree.String(strict.WordPattern))
	}
	if s.Format != "" {
		add("format", tree.String(s.Format))
	}
	if s.UniqueItems {
		add("uniqueItems", tree.Bool(true))
	}
}

func (c *converter) below(s *jsonschema.Schema, add func(string, tree.Value)) {
	if s.Items != nil {
		add("items", c.convert(s.Items))
	}
	if len(s.OneOf) > 0 {
		all := tree.Value{Kind: tree.List}
		for _, o := range s.OneOf {
			all.Elements = append(all.Elements, c.convert(o))
		}
		add("oneOf", all)
	}
	if s.Properties != nil {
		properties := tree.Value{Kind: tree.Object}
		for pair := s.Properties.Oldest(); pair != nil; pair = pair.Next() {
			properties.Members = append(properties.Members, tree.At(pair.Key, forPeople(pair.Key, c.convert(pair.Value))))
		}
		add("properties", properties)
	}
	if len(s.Required) > 0 {
		add("required", tree.Strings(s.Required...))
	}
	if s.PropertyNames != nil {
		add("propertyNames", c.convert(s.PropertyNames))
	}
	switch {
	case s.AdditionalProperties == jsonschema.FalseSchema:
		add("additionalProperties", tree.Bool(false))
	case s.AdditionalProperties != nil:
		add("additionalProperties", c.convert(s.AdditionalProperties))
	}
}

func (c *converter) literal(v any) tree.Value {
	data, err := json.Marshal(v)
	if err != nil {
		c.err = err
	}
	return tree.Value{Text: string(data)}
}

// forPeople gives a property a title, and help that tells more than its name.
func forPeople(name string, v tree.Value) tree.Value {
	out := tree.Make(tree.At("title", tree.String(tree.Label(name))))
	for _, m := range v.Members {
		switch m.Name {
		case "title":
			continue
		case "description":
			m.Value = tree.String(tree.ForPeople(name, m.Value.Unquoted()))
		}
		out.Members = append(out.Members, m)
	}
	return out
}
