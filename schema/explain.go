package schema

import (
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
)

// Explain tells in lines what is at a path of a schema's documents, such as
// "administration.unit.kind": what it is, what it may be, and its members. Errors: there
// is no such schema or member.
func Explain(path string) ([]string, error) {
	names := strings.Split(path, ".")
	text, ok := Get(names[0])
	if !ok {
		return nil, fmt.Errorf("there is no schema %q%s", names[0], meant(names[0], Names()))
	}
	document, _ := strict.Parse([]byte(text)) // what ships is good
	root := document.Root()
	at := root
	for i, name := range names[1:] {
		before := at
		if at, ok = below(root, at, name); !ok {
			return nil, fmt.Errorf("%s has no %q%s", strings.Join(names[:i+1], "."), name, meant(name, members(root, before)))
		}
	}
	return append([]string{path}, explain(root, at)...), nil
}

// target follows references, and lists to what they hold.
func target(root, at strict.Node) strict.Node {
	for range strict.MaxDepth {
		if ref, ok := at.Find("$ref"); ok {
			defs, _ := root.Find("$defs")
			at, _ = defs.Find(strings.TrimPrefix(ref.Text(), "#/$defs/"))
		} else if items, ok := at.Find("items"); ok {
			at = items
		} else {
			return at
		}
	}
	return at
}

func below(root, at strict.Node, name string) (strict.Node, bool) {
	at = target(root, at)
	if properties, ok := at.Find("properties"); ok {
		return properties.Find(name)
	}
	any, ok := at.Find("additionalProperties")
	return any, ok && any.Kind() == strict.Object
}

// meant says which name was probably meant.
func meant(name string, names []string) string {
	if near := strict.Nearest(name, names); near != "" {
		return fmt.Sprintf(", did you mean %q?", near)
	}
	return ""
}

// members are the names of what an object may have.
func members(root, at strict.Node) (names []string) {
	if properties, ok := target(root, at).Find("properties"); ok {
		for i := range properties.Len() {
			name, _ := properties.Member(i)
			names = append(names, name)
		}
	}
	return names
}

func explain(root, at strict.Node) []string {
	words, ok := at.Find("description")
	full := target(root, at)
	if !ok {
		words, _ = full.Find("description")
	}
	lines := []string{"  " + words.Text()}
	for i := range full.Len() {
		name, value := full.Member(i)
		switch name {
		case "description", "title", "properties", "additionalProperties", "required", "$schema", "$id", "$defs", "propertyNames", "oneOf":
		case "examples":
			if example := value.Element(0); example.Kind() != strict.Object {
				lines = append(lines, "  such as: "+plainly(example))
			}
		default:
			lines = append(lines, fmt.Sprintf("  %s: %s", name, plainly(value)))
		}
	}
	properties, _ := full.Find("properties")
	for i := range properties.Len() {
		name, value := properties.Member(i)
		words, _ := value.Find("description")
		lines = append(lines, fmt.Sprintf("  .%s  %s", name, words.Text()))
	}
	return lines
}

func plainly(v strict.Node) string {
	if v.Kind() != strict.Array {
		return v.Text()
	}
	var all []string
	for i := range v.Len() {
		all = append(all, v.Element(i).Text())
	}
	return strings.Join(all, ", ")
}
