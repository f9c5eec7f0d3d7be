package gen

import (
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/invopop/jsonschema"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// base is where the identifiers of the schemas begin.
const base = "https://openmtss.github.io/mtss-go/schema/v1/"

// Schemas returns the schema of every document by its name. The descriptions
// are the Go doc comments that comments.txt holds.
func Schemas() (map[string]tree.Value, error) {
	words := comments()
	roots := Roots()
	made, errs := make([]tree.Value, len(roots)), make([]error, len(roots))
	var all sync.WaitGroup
	for i, root := range roots {
		all.Go(func() { made[i], errs[i] = reflected(root, words) })
	}
	all.Wait()
	out := map[string]tree.Value{}
	for i, root := range roots {
		if errs[i] != nil {
			return nil, fmt.Errorf("%s: %w", root.Name, errs[i])
		}
		out[root.Name] = made[i]
	}
	return out, nil
}

func reflected(root Root, words map[string]string) (tree.Value, error) {
	m := mapper{mirrors: mirrors()}
	c := converter{documents: map[string]mtss.Schema{}}
	r := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Mapper: m.mapped, Namer: c.named}
	r.LookupComment = func(t reflect.Type, field string) string { return comment(words, t, field) }
	s := r.Reflect(root.Value)
	complete(&r, &m, s)
	out := tree.Make(
		tree.At("$schema", tree.String(jsonschema.Version)),
		tree.At("$id", tree.String(base+root.Name+".schema.json")),
		tree.At("title", tree.String(strings.ToUpper(root.Name[:1])+root.Name[1:])),
	)
	out.Members = append(out.Members, c.convert(s).Members...)
	if d, ok := root.Value.(document); ok {
		named(&out, d.Schema())
	} else {
		pinned(&out, "kind", tree.String(root.Name))
		pinned(&out, "schemaVersion", tree.Int(1))
		properties, _ := out.Get("properties")
		properties.Members = append(properties.Members, schemaMember())
		out.Set("properties", properties)
	}
	examples := keyed(examplesText)
	if sample, ok := samples()[root.Name]; ok {
		document, err := tree.Parse([]byte(sample))
		if err != nil {
			return tree.Value{}, err
		}
		out.Set("examples", tree.Of(document))
	}
	defs := c.definitions(s)
	for i, m := range defs.Members {
		defs.Members[i].Value = exemplified(m.Name, m.Value, examples)
	}
	title, _ := out.Get("title")
	out = exemplified(title.Unquoted(), out, examples)
	out.Set("$defs", defs)
	return tidy(out), c.err
}

// complete adds the definitions that mapped schemas refer to, which may refer to more.
func complete(r *jsonschema.Reflector, m *mapper, s *jsonschema.Schema) {
	each := *r
	each.ExpandedStruct = false
	for i := 0; i < len(m.wanted); i++ {
		t := m.wanted[i]
		if _, there := s.Definitions[typeName(t)]; there {
			continue
		}
		for name, def := range each.ReflectFromType(t).Definitions {
			if _, there := s.Definitions[name]; !there {
				s.Definitions[name] = def
			}
		}
	}
}

// pinned puts the one value that a member of a root may have.
func pinned(out *tree.Value, member string, value tree.Value) {
	properties, _ := out.Get("properties")
	property, ok := properties.Get(member)
	if !ok {
		return
	}
	property = property.Without("enum", "minimum", "maximum")
	property.Set("const", value)
	properties.Set(member, property)
	out.Set("properties", properties)
}

// document is a type that tells its kind and schema version by a method.
type document interface{ Schema() mtss.Schema }

// named is typeName; it remembers which of the types are documents.
func (c *converter) named(t reflect.Type) string {
	name := typeName(t)
	if d, ok := reflect.Zero(t).Interface().(document); ok && name != "" {
		c.documents[name] = d.Schema()
	}
	return name
}

// named puts the members kind and schemaVersion first, as every document of the
// type has them.
func named(out *tree.Value, of mtss.Schema) {
	properties, _ := out.Get("properties")
	required, _ := out.Get("required")
	kind := tree.Make(tree.At("title", tree.String("Kind")), tree.At("description", tree.String("The kind of document.")), tree.At("type", tree.String("string")), tree.At("const", tree.String(of.Kind)))
	version := tree.Make(tree.At("title", tree.String("Schema version")), tree.At("description", tree.String("The version of the schema of this kind.")), tree.At("type", tree.String("integer")), tree.At("const", tree.Int(int64(of.Version))))
	properties.Members = append([]tree.Member{tree.At("kind", kind), tree.At("schemaVersion", version)}, append(properties.Members, schemaMember())...)
	required.Kind = tree.List
	required.Elements = append([]tree.Value{tree.String("kind"), tree.String("schemaVersion")}, required.Elements...)
	out.Set("properties", properties)
	out.Set("required", required)
}

// schemaMember is the member by which editors find a document's schema.
func schemaMember() tree.Member {
	return tree.At("$schema", tree.Make(
		tree.At("title", tree.String("Schema")), tree.At("description", tree.String("Where an editor finds the schema of the document. It is not kept.")), tree.At("type", tree.String("string")),
	))
}

// typeName names a definition by package and type, since packages share names.
// Those of the vocabulary have no prefix. Types without a name have none here, or
// every list would share one definition.
func typeName(t reflect.Type) string {
	if t.Name() == "" || t.PkgPath() == "" || t.Kind() != reflect.Struct && t.Kind() != reflect.Slice && t.Kind() != reflect.Map {
		return ""
	}
	pkg := path.Base(t.PkgPath())
	name := strings.ToUpper(pkg[:1]) + pkg[1:] + strings.TrimSuffix(t.Name(), "Document")
	switch {
	case pkg == "mtss":
		name = t.Name()
	case pkg == "gen":
		name = strings.ToUpper(t.Name()[:1]) + strings.TrimSuffix(t.Name()[1:], "Document")
	}
	if strings.ContainsAny(name, "[]./") { // a generic type, whose name no reference can hold
		return ""
	}
	return name
}

// tidy drops the definitions that nothing refers to.
func tidy(out tree.Value) tree.Value {
	defs, _ := out.Get("$defs")
	reached := map[string]bool{}
	reach(out.Without("$defs"), defs, reached)
	kept := tree.Value{Kind: tree.Object}
	for _, m := range defs.Members {
		if reached[m.Name] {
			kept.Members = append(kept.Members, m)
		}
	}
	if len(kept.Members) == 0 {
		return out.Without("$defs")
	}
	out.Set("$defs", kept)
	return out
}

func reach(v, defs tree.Value, reached map[string]bool) {
	if ref, ok := v.Get("$ref"); ok {
		name := strings.TrimPrefix(ref.Unquoted(), "#/$defs/")
		if def, ok := defs.Get(name); ok && !reached[name] {
			reached[name] = true
			reach(def, defs, reached)
		}
	}
	for _, m := range v.Members {
		reach(m.Value, defs, reached)
	}
	for _, e := range v.Elements {
		reach(e, defs, reached)
	}
}

func (c *converter) definitions(s *jsonschema.Schema) tree.Value {
	out := tree.Value{Kind: tree.Object}
	var names []string
	for name := range s.Definitions {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		def := tree.Make(tree.At("title", tree.String(name)))
		def.Members = append(def.Members, c.convert(s.Definitions[name]).Members...)
		if of, ok := c.documents[name]; ok {
			named(&def, of)
		}
		out.Members = append(out.Members, tree.At(name, def))
	}
	return out
}
