package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/schema"
)

// schemaList writes the names of the schemas.
func schemaList(args []string, io streams) int {
	set := flags("schema list", io)
	if status, ok := set.parse(args); !ok {
		return status
	}
	if set.NArg() > 0 {
		return set.slip("takes no arguments")
	}
	fmt.Fprintln(io.out, strings.Join(schema.Names(), "\n"))
	return exitGood
}

func schemaPrint(args []string, io streams) int {
	set := flags("schema print", io)
	set.output()
	name, status, ok := set.argument(args)
	if !ok {
		return status
	}
	text, ok := schema.Get(name)
	if !ok {
		return set.slip(unknown("schema", name, schema.Names()))
	}
	fmt.Fprint(set.io.out, text)
	return exitGood
}

// writing is how schemas are written.
type writing struct{ draft, bundle, ui, base string }

func schemaWrite(args []string, io streams) int {
	set := flags("schema write", io)
	dir := set.String("o", "", "the folder to write to")
	var w writing
	set.StringVar(&w.draft, "draft", "2020-12", "2020-12 or 07")
	set.StringVar(&w.bundle, "bundle", "file", "file: definitions inside each file; deref: no references, as far as possible")
	set.StringVar(&w.ui, "ui", "", "rjsf: write UI schemas as well")
	set.StringVar(&w.base, "id-base", "", "what every $id begins with")
	if status, ok := set.parse(args); !ok {
		return status
	}
	if *dir == "" || set.NArg() > 0 || w.draft != "2020-12" && w.draft != "07" || w.bundle != "file" && w.bundle != "deref" || w.ui != "" && w.ui != "rjsf" {
		return set.slip("want -o DIR, and of -draft, -bundle and -ui what they can be")
	}
	for _, name := range schema.Names() {
		if err := w.write(*dir, name); err != nil {
			fmt.Fprintf(io.err, "mtss schema: %s\n", err)
			return exitBad
		}
	}
	return exitGood
}

func (w writing) write(dir, name string) error {
	text, _ := schema.Get(name)
	if w.base != "" {
		text = schema.WithBase(text, w.base)
	}
	data, err := w.variant(text)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, name+".schema.json"), data, 0o644); err != nil || w.ui == "" {
		return err
	}
	if data, err = schema.UI(text); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name+".ui.json"), data, 0o644)
}

func (w writing) variant(text string) (data []byte, err error) {
	data = []byte(text)
	if w.bundle == "deref" {
		if data, err = schema.Dereferenced(text); err != nil {
			return nil, err
		}
	}
	if w.draft == "07" {
		return schema.Draft07(string(data))
	}
	return data, nil
}

// schemaExplain tells what is at a path such as "administration.unit.kind".
func schemaExplain(args []string, io streams) int {
	set := flags("schema explain", io)
	set.output()
	path, status, ok := set.argument(args)
	if !ok {
		return status
	}
	names := strings.Split(path, ".")
	text, ok := schema.Get(names[0])
	if !ok {
		return set.slip(unknown("schema", names[0], schema.Names()))
	}
	document, _ := strict.Parse([]byte(text))
	at := document.Root()
	for i, name := range names[1:] {
		next, ok := below(document.Root(), at, name)
		if !ok {
			fmt.Fprintf(io.err, "mtss schema: %s has no %q\n", strings.Join(names[:i+1], "."), name)
			return exitUsage
		}
		at = next
	}
	explain(document.Root(), at, path, io)
	return exitGood
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

func explain(root, at strict.Node, path string, io streams) {
	fmt.Fprintln(io.out, path)
	words, ok := at.Find("description")
	full := target(root, at)
	if !ok {
		words, _ = full.Find("description")
	}
	fmt.Fprintf(io.out, "  %s\n", words.Text())
	for i := range full.Len() {
		name, value := full.Member(i)
		switch name {
		case "description", "title", "properties", "additionalProperties", "required", "$schema", "$id", "$defs", "propertyNames", "oneOf":
		default:
			fmt.Fprintf(io.out, "  %s: %s\n", name, plainly(value))
		}
	}
	properties, _ := full.Find("properties")
	for i := range properties.Len() {
		name, value := properties.Member(i)
		words, _ := value.Find("description")
		fmt.Fprintf(io.out, "  .%s  %s\n", name, words.Text())
	}
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
