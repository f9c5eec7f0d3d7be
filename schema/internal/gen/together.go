package gen

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// together adds what is made of all documents: an index of the files, one file
// of types, a schema of a document of any kind, an OpenAPI document of the
// schemas, and the words of closed lists. Errors: two definitions of one name
// that differ.
func together(out map[string][]byte, all map[string]tree.Value) error {
	defs, err := definitions(all)
	if err != nil {
		return err
	}
	out["index.json"] = index(out, all).Write()
	out["types/index.d.ts"] = allTypes(all, defs)
	out["2020-12/any.schema.json"] = anyKind(all, func(name string) string { return name + ".schema.json" }).Write()
	out["openapi.json"] = openAPI(all, defs).Write()
	tables, err := tables(all)
	if err != nil {
		return err
	}
	words := vocabularies(all, defs)
	words.Set("conditional", tables)
	out["vocabularies.json"] = words.Write()
	return nil
}

// definitions returns the definitions of all schemas, each once.
func definitions(all map[string]tree.Value) (map[string]tree.Value, error) {
	defs := map[string]tree.Value{}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		own, _ := all[name].Get("$defs")
		for _, m := range own.Members {
			if first, ok := defs[m.Name]; ok && string(first.Write()) != string(m.Value.Write()) {
				return nil, fmt.Errorf("gen: %s defines %s otherwise than a schema before it", name, m.Name)
			}
			defs[m.Name] = m.Value
		}
	}
	for name, v := range all { // a document may be part of another
		if def, ok := defs[titleOf(v)]; ok && string(def.Write()) != string(body(v).Write()) {
			return nil, fmt.Errorf("gen: the document %s has the name of a definition that differs, %s", name, titleOf(v))
		}
		delete(defs, titleOf(v))
	}
	return defs, nil
}

// body is a schema without what makes it a file.
func body(v tree.Value) tree.Value { return v.Without("$schema", "$id", "$defs", "examples") }

func titleOf(v tree.Value) string {
	title, _ := v.Get("title")
	return title.Unquoted()
}

// index lists the files of each document and form.
func index(files map[string][]byte, all map[string]tree.Value) tree.Value {
	documents, forms := tree.Value{Kind: tree.Object}, tree.Value{Kind: tree.Object}
	file := func(member, dir, name, end string) tree.Member {
		return tree.At(member, tree.String(dir+"/"+name+end))
	}
	form := func(name string) tree.Value {
		return tree.Make(file("schema", "forms", name, ".schema.json"), file("ui", "forms", name, ".ui.json"), file("layout", "forms", name, ".layout.json"))
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		v := all[name]
		id, _ := v.Get("$id")
		words, _ := v.Get("description")
		documents.Set(name, tree.Make(
			tree.At("type", tree.String(titleOf(v))), tree.At("description", words), tree.At("id", id),
			file("schema", "2020-12", name, ".schema.json"), file("draft07", "draft-07", name, ".schema.json"),
			file("dereferenced", "dereferenced", name, ".schema.json"), tree.At("form", form(name)),
			file("types", "types", name, ".d.ts"),
		))
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		name, ok := strings.CutSuffix(strings.TrimPrefix(path, "forms/"), ".ui.json")
		if id, version, is := strings.Cut(name, "-"); ok && is {
			forms.Set(id+"@"+version, form(name))
		}
	}
	return tree.Make(tree.At("documents", documents), tree.At("forms", forms),
		tree.At("any", tree.String("2020-12/any.schema.json")), tree.At("types", tree.String("types/index.d.ts")),
		tree.At("openapi", tree.String("openapi.json")), tree.At("vocabularies", tree.String("vocabularies.json")))
}

// allTypes returns the types of all documents in one file.
func allTypes(all, defs map[string]tree.Value) []byte {
	var out strings.Builder
	out.WriteString("// Made from the JSON Schemas of all documents; change nothing here.\n")
	names := slices.Sorted(maps.Keys(all))
	for _, name := range names {
		declare(&out, titleOf(all[name]), all[name])
	}
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		declare(&out, name, defs[name])
	}
	out.WriteString("\n/** The type of each document by its kind. */\nexport interface Documents {\n")
	for _, name := range names {
		out.WriteString("  " + name + ": " + titleOf(all[name]) + ";\n")
	}
	out.WriteString("}\n\n/** The kind of a document. */\nexport type Kind = keyof Documents;\n\n/** A document of any kind. */\nexport type AnyDocument = Documents[Kind];\n")
	return []byte(out.String())
}

// anyKind returns the schema of a document of any kind, whose schemas are files
// beside it.
func anyKind(all map[string]tree.Value, file func(name string) string) tree.Value {
	refs := tree.Value{Kind: tree.List}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		refs.Elements = append(refs.Elements, tree.Make(tree.At("$ref", tree.String(file(name)))))
	}
	return tree.Make(
		tree.At("$schema", tree.String("https://json-schema.org/draft/2020-12/schema")),
		tree.At("$id", tree.String("https://openmtss.github.io/mtss-go/schema/v1/any.schema.json")),
		tree.At("title", tree.String("Document")), tree.At("description", tree.String("A document of any kind; its member kind says which.")),
		tree.At("oneOf", refs),
	)
}

// openAPI returns the schemas as the components of an OpenAPI document, which a
// service's own description refers to.
func openAPI(all, defs map[string]tree.Value) tree.Value {
	components := tree.Value{Kind: tree.Object}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		components.Set(titleOf(all[name]), component(body(all[name]).Without("title")))
	}
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		components.Set(name, component(defs[name].Without("title")))
	}
	whole := anyKind(all, func(name string) string { return "#/components/schemas/" + titleOf(all[name]) })
	components.Set("Document", whole.Without("$schema", "$id", "title"))
	return tree.Make(
		tree.At("openapi", tree.String("3.1.1")),
		tree.At("info", tree.Make(
			tree.At("title", tree.String("MTSS implementation documents")),
			tree.At("description", tree.String("The documents of mtss-go as components. Refer to them from the description of a service.")),
			tree.At("version", tree.String("1")),
			tree.At("contact", tree.Make(tree.At("name", tree.String("openmtss")), tree.At("url", tree.String("https://github.com/openmtss/mtss-go")))),
			tree.At("license", tree.Make(tree.At("name", tree.String("Apache-2.0")), tree.At("identifier", tree.String("Apache-2.0")))),
		)),
		tree.At("servers", tree.Of(tree.Make(tree.At("url", tree.String("https://openmtss.github.io/mtss-go"))))),
		tree.At("security", tree.Of()),
		tree.At("webhooks", tree.Make(tree.At("document", tree.Make(tree.At("post", received()))))),
		tree.At("components", tree.Make(tree.At("schemas", components))),
	)
}

// received is what a service of a host gets: a document of any kind.
func received() tree.Value {
	said := func(what string) tree.Value { return tree.Make(tree.At("description", tree.String(what))) }
	return tree.Make(
		tree.At("operationId", tree.String("receiveDocument")), tree.At("summary", tree.String("A document is handed in")),
		tree.At("description", tree.String("What a service of a host may be sent, as an example of how to refer to the components.")),
		tree.At("requestBody", tree.Make(tree.At("required", tree.Bool(true)), tree.At("content", tree.Make(tree.At("application/json",
			tree.Make(tree.At("schema", tree.Make(tree.At("$ref", tree.String("#/components/schemas/Document")))))))))),
		tree.At("responses", tree.Make(tree.At("204", said("It is taken.")), tree.At("422", said("Something is wrong with it.")))),
	)
}

// component has references lead to the components.
func component(v tree.Value) tree.Value {
	out := v
	out.Members, out.Elements = nil, nil
	for _, m := range v.Members {
		if m.Name == "$ref" {
			m.Value = tree.String(strings.Replace(m.Value.Unquoted(), "#/$defs/", "#/components/schemas/", 1))
		}
		out.Members = append(out.Members, tree.At(m.Name, component(m.Value)))
	}
	for _, e := range v.Elements {
		out.Elements = append(out.Elements, component(e))
	}
	return out
}

// vocabularies returns the closed lists of words, each under the words' own
// order, with the members that take them.
func vocabularies(all, defs map[string]tree.Value) tree.Value {
	type list struct {
		words   []string
		members []string
	}
	lists := map[string]*list{}
	var look func(at string, v tree.Value)
	look = func(at string, v tree.Value) {
		if e, ok := v.Get("enum"); ok && e.Kind == tree.List {
			if words := e.Texts(); len(words) == len(e.Elements) && !strings.Contains(string(e.Write()), "null") {
				key := strings.Join(words, " ")
				if lists[key] == nil {
					lists[key] = &list{words: words}
				}
				lists[key].members = append(lists[key].members, at)
			}
		}
		properties, _ := v.Get("properties")
		for _, m := range properties.Members {
			look(at+"."+m.Name, m.Value)
		}
		for _, inner := range []string{"items", "additionalProperties", "propertyNames"} {
			if i, ok := v.Get(inner); ok && i.Kind == tree.Object {
				look(at, i)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		look(titleOf(all[name]), all[name])
	}
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		look(name, defs[name])
	}
	out := tree.Value{Kind: tree.List}
	for _, l := range slices.SortedFunc(maps.Values(lists), func(a, b *list) int { return cmp.Compare(a.members[0], b.members[0]) }) {
		out.Elements = append(out.Elements, tree.Make(tree.At("members", tree.Strings(l.members...)), tree.At("words", labelled(l.words))))
	}
	return tree.Make(tree.At("lists", out))
}
