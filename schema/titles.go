package schema

import (
	"strings"

	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// titles gives the members of a schema readable names, as deep as forms go.
type titles struct {
	defs tree.Value
	l    Labels
}

// mostLevels keeps what holds itself from going on for ever.
const mostLevels = 5

// of returns the UI schema of one member: its title, and those of what is in it.
func (t titles) of(path, name string, v tree.Value, level int) tree.Value {
	title, _ := v.Get("title")
	out := tree.Make(tree.At("ui:title", tree.String(first(t.l.Fields[path], first(title.Unquoted(), tree.Label(name))))))
	if hint := t.l.Hints[path]; hint != "" {
		out.Set("ui:description", tree.String(hint))
	}
	t.inside(&out, path, v, level)
	return out
}

// labelWords labels the words of a closed list; those of a list in which each stands once are
// boxes to tick, which take their labels from the list.
func (t titles) labelWords(out *tree.Value, path string, v tree.Value) {
	if items, ok := v.Get("items"); ok {
		if once, _ := v.Get("uniqueItems"); once.Text != "true" {
			return
		}
		v = items
	}
	words, _ := v.Get("enum")
	if all := words.Texts(); len(all) > 0 && len(all) == len(words.Elements) {
		for i, w := range all {
			all[i] = first(first(t.l.Words[path+"/"+w], t.l.Words[w]), tree.Label(w))
		}
		out.Set("ui:enumNames", tree.Strings(all...))
	}
}

func (t titles) inside(out *tree.Value, path string, v tree.Value, level int) {
	if ref, ok := v.Get("$ref"); ok {
		v, _ = t.defs.Get(strings.TrimPrefix(ref.Unquoted(), "#/$defs/"))
	}
	t.labelWords(out, path, v)
	if level == mostLevels {
		return
	}
	properties, _ := v.Get("properties")
	for _, m := range properties.Members {
		out.Members = append(out.Members, tree.At(m.Name, t.of(path+"."+m.Name, m.Name, m.Value, level+1)))
	}
	if items, ok := v.Get("items"); ok {
		name := path[strings.LastIndexByte(path, '.')+1:]
		one, _ := word.Singular(name)
		inner := tree.Make(tree.At("ui:title", tree.String(first(t.l.Fields[path+".items"], tree.Label(one)))))
		t.inside(&inner, path, items, level+1)
		if _, boxes := out.Get("ui:enumNames"); boxes {
			inner = inner.Without("ui:enumNames")
		}
		out.Members = append(out.Members, tree.At("items", inner))
	}
}

// labelled writes into a schema without references what its UI schema says in the words of
// react-jsonschema-form, for tools that read titles from the schema. What explains a member
// in English is left out of a form in another language.
func labelled(v *tree.Value, ui tree.Value, l Labels) {
	described := l.Language == "" || strings.HasPrefix(strings.ToLower(l.Language), "en")
	for _, m := range ui.Members {
		switch m.Name {
		case "ui:title":
			v.Set("title", m.Value)
		case "ui:description":
			v.Set("description", m.Value)
			described = true
		case "ui:enumNames":
			if items, ok := v.Get("items"); ok {
				choices(&items, m.Value)
				v.Set("items", items)
			} else {
				choices(v, m.Value)
			}
		default:
			under := "properties"
			inner, ok := v.Get(under)
			if member, there := inner.Get(m.Name); ok && there {
				labelled(&member, m.Value, l)
				inner.Set(m.Name, member)
				v.Set(under, inner)
			} else if items, ok := v.Get("items"); ok && m.Name == "items" {
				labelled(&items, m.Value, l)
				v.Set("items", items)
			}
		}
	}
	if !described {
		*v = v.Without("description")
	}
}

// choices makes of a list of values one of constants with titles.
func choices(v *tree.Value, names tree.Value) {
	values, _ := v.Get("enum")
	if len(values.Elements) != len(names.Elements) {
		return
	}
	all := tree.Value{Kind: tree.List}
	for i, value := range values.Elements {
		all.Elements = append(all.Elements, tree.Make(tree.At("const", value), tree.At("title", names.Elements[i])))
	}
	*v = v.Without("enum")
	v.Set("oneOf", all)
}
