package schema

import (
	"strings"

	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// titles gives the members of a schema readable names, as deep as forms go.
type titles struct {
	defs  tree.Value
	texts map[string]string // by path, such as "unit.kind"
}

// mostLevels keeps what holds itself from going on for ever.
const mostLevels = 5

// of returns the UI schema of one member: its title, and those of what is in it.
func (t titles) of(path, name string, v tree.Value, level int) tree.Value {
	title, _ := v.Get("title")
	out := tree.Make(tree.At("ui:title", tree.String(first(t.texts[path], first(title.Unquoted(), tree.Label(name))))))
	t.inside(&out, path, v, level)
	return out
}

// labelWords labels the words of a closed list; those of a list in which each stands once are
// boxes to tick, which take their labels from the list.
func labelWords(out *tree.Value, v tree.Value) {
	if items, ok := v.Get("items"); ok {
		if once, _ := v.Get("uniqueItems"); once.Text != "true" {
			return
		}
		v = items
	}
	words, _ := v.Get("enum")
	if all := words.Texts(); len(all) > 0 && len(all) == len(words.Elements) {
		for i, w := range all {
			all[i] = tree.Label(w)
		}
		out.Set("ui:enumNames", tree.Strings(all...))
	}
}

func (t titles) inside(out *tree.Value, path string, v tree.Value, level int) {
	if ref, ok := v.Get("$ref"); ok {
		v, _ = t.defs.Get(strings.TrimPrefix(ref.Unquoted(), "#/$defs/"))
	}
	labelWords(out, v)
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
		inner := tree.Make(tree.At("ui:title", tree.String(first(t.texts[path+".items"], tree.Label(one)))))
		t.inside(&inner, path, items, level+1)
		if _, boxes := out.Get("ui:enumNames"); boxes {
			inner = inner.Without("ui:enumNames")
		}
		out.Members = append(out.Members, tree.At("items", inner))
	}
}
