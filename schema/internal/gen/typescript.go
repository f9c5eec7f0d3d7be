package gen

import (
	"strings"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// types returns the TypeScript of a schema: an interface for the document and
// for each definition.
func types(v tree.Value) []byte {
	var out strings.Builder
	out.WriteString("// Made from the JSON Schema of the same name; change nothing here.\n")
	title, _ := v.Get("title")
	declare(&out, title.Unquoted(), v)
	defs, _ := v.Get("$defs")
	for _, m := range defs.Members {
		declare(&out, m.Name, m.Value)
	}
	return []byte(out.String())
}

func declare(out *strings.Builder, name string, v tree.Value) {
	out.WriteString("\n")
	remark(out, v, "")
	if _, ok := v.Get("properties"); ok {
		out.WriteString("export interface " + name + " " + object(v, "") + "\n")
		return
	}
	out.WriteString("export type " + name + " = " + typed(v, "") + ";\n")
}

func remark(out *strings.Builder, v tree.Value, indent string) {
	words, ok := v.Get("description")
	if !ok {
		return
	}
	text := strings.ReplaceAll(strings.ReplaceAll(words.Unquoted(), "*/", "* /"), "\n\n", "\n"+indent+" *\n"+indent+" * ")
	out.WriteString(indent + "/** " + text + " */\n")
}

func object(v tree.Value, indent string) string {
	var out strings.Builder
	out.WriteString("{\n")
	properties, _ := v.Get("properties")
	list, _ := v.Get("required")
	required := " " + strings.Join(list.Texts(), " ") + " "
	for _, m := range properties.Members {
		remark(&out, m.Value, indent+"  ")
		mark := "?"
		if strings.Contains(required, " "+m.Name+" ") {
			mark = ""
		}
		out.WriteString(indent + "  " + m.Name + mark + ": " + typed(m.Value, indent+"  ") + ";\n")
	}
	out.WriteString(indent + "}")
	return out.String()
}

// typed returns the type of a value.
func typed(v tree.Value, indent string) string {
	if ref, ok := v.Get("$ref"); ok {
		return strings.TrimPrefix(ref.Unquoted(), "#/$defs/")
	}
	if c, ok := v.Get("const"); ok {
		return c.Text
	}
	if e, ok := v.Get("enum"); ok {
		return union(e, func(e tree.Value) string { return e.Text })
	}
	if o, ok := v.Get("oneOf"); ok {
		return union(o, func(e tree.Value) string { return typed(e, indent) })
	}
	kind, _ := v.Get("type")
	if kind.Kind == tree.List {
		return union(kind, func(e tree.Value) string { return simple(e.Unquoted()) })
	}
	switch kind.Unquoted() {
	case "array":
		items, _ := v.Get("items")
		of := typed(items, indent)
		if strings.Contains(of, "|") {
			of = "(" + of + ")"
		}
		return of + "[]"
	case "object":
		if _, ok := v.Get("properties"); ok {
			return object(v, indent)
		}
		of, _ := v.Get("additionalProperties")
		return "{ [key: string]: " + typed(of, indent) + " }"
	}
	return simple(kind.Unquoted())
}

func simple(kind string) string {
	if kind == "integer" {
		return "number"
	}
	return kind
}

func union(list tree.Value, one func(tree.Value) string) string {
	var all []string
	for _, e := range list.Elements {
		all = append(all, one(e))
	}
	return strings.Join(all, " | ")
}
