package schema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// formLevels is how deep a form shows what holds itself: a rule of rules of rules.
const formLevels = 3

// lastLevel is what the title of a member says below which a form shows nothing deeper.
const lastLevel = " (last level of this form)"

// fillable is a schema as form generators survive it and people fill it in. Definitions
// that hold themselves, such as a node of a rule, are unrolled to three levels; the title
// of the member that leads to the last one says so, and what is deeper in a document is
// allowed there, so that a form keeps it. What may be null is a choice between a value and
// none, and nothing optional is filled in unasked. The names of types, which generators
// show as headings, are left out.
func fillable(v tree.Value) tree.Value {
	defs, _ := v.Get("$defs")
	u := unroller{dereferencer: dereferencer{defs: defs}, out: tree.Value{Kind: tree.Object}}
	out, _ := u.unroll(v.Without("$defs"), "", 0, true)
	if len(u.out.Members) > 0 {
		slices.SortFunc(u.out.Members, func(a, b tree.Member) int { return strings.Compare(a.Name, b.Name) })
		out.Set("$defs", u.out)
	}
	return out
}

// unroller copies definitions, those that hold themselves once for each level.
type unroller struct {
	dereferencer
	out  tree.Value
	last bool // whether what was just copied leads to the last level
}

// level is how deep a definition is that another, itself at a level, refers to: 0 for one
// that does not lead back to it.
func (u *unroller) level(from string, level int, to string) int {
	def, _ := u.defs.Get(to)
	if from == "" || !u.reaches(def, from, nil) {
		return 0
	}
	return level + 1
}

// filled is a member with what generators are to fill in unasked: a required constant, and
// nothing of what may be absent, such as the least entries of a list or the only word of one.
func filled(v tree.Value, required bool) tree.Value {
	word, pinned := v.Get("const")
	switch {
	case required && pinned:
		v.Set("default", word)
	case required:
	case pinned:
		v = v.Without("const", "minItems")
		v.Set("enum", tree.Of(word))
	default:
		v = v.Without("minItems")
	}
	return v
}

// orNone makes of what may be null a choice between a value and "None", which generators
// can't leave to two types. Each choice has a title.
func orNone(v tree.Value) tree.Value {
	value := "Value"
	if title, ok := v.Get("title"); ok {
		value = title.Unquoted()
	}
	options, _ := v.Get("oneOf")
	if types, _ := v.Get("type"); types.Kind == tree.List {
		one := v.Without("title", "description")
		one.Set("type", types.Elements[0])
		options = tree.Of(one, tree.Make(tree.At("type", types.Elements[1])))
		v.Members = slices.DeleteFunc(slices.Clone(v.Members), func(m tree.Member) bool { return m.Name != "title" && m.Name != "description" })
	}
	if len(options.Elements) == 0 {
		return v
	}
	for i, o := range options.Elements {
		title := value
		if kind, _ := o.Get("type"); kind.Unquoted() == "null" {
			title = "None"
		}
		if _, titled := o.Get("title"); !titled {
			options.Elements[i].Members = slices.Insert(slices.Clone(o.Members), 0, tree.At("title", tree.String(title)))
		}
	}
	v.Set("oneOf", options)
	return v
}

// unroll copies what a definition at a level holds, and adds the definitions that it
// refers to. It reports false for what is deeper than a form goes, unless it is required.
func (u *unroller) unroll(v tree.Value, from string, level int, required bool) (tree.Value, bool) {
	out := v
	out.Members, out.Elements = slices.Clone(v.Members), slices.Clone(v.Elements)
	if ref, ok := v.Get("$ref"); ok {
		to := strings.TrimPrefix(ref.Unquoted(), "#/$defs/")
		at := u.level(from, level, to)
		if at >= formLevels && !required {
			return v, false
		}
		out.Set("$ref", tree.String("#/$defs/"+u.define(to, at)))
		if at == formLevels-1 {
			u.last = true
		}
		return out, true
	}
	for i, e := range v.Elements {
		out.Elements[i], _ = u.unroll(e, from, level, true)
	}
	for i, m := range v.Members {
		if m.Name == "properties" {
			continue
		}
		inner, ok := u.unroll(m.Value, from, level, required && m.Name != "items")
		if !ok {
			return v, false
		}
		out.Members[i].Value = inner
	}
	if properties, ok := v.Get("properties"); ok {
		needs, _ := v.Get("required")
		shown := tree.Value{Kind: tree.Object}
		for _, p := range properties.Members {
			u.last = false
			required := slices.Contains(needs.Texts(), p.Name)
			inner, ok := u.unroll(p.Value, from, level, required)
			inner = filled(inner, required)
			switch {
			case !ok: // what a form does not show, it allows and keeps, and asks for no more
				out = out.Without("additionalProperties")
				if required {
					needs.Elements = slices.DeleteFunc(slices.Clone(needs.Elements), func(e tree.Value) bool { return e.Unquoted() == p.Name })
					out.Set("required", needs)
				}
				continue
			case u.last:
				title, _ := inner.Get("title")
				inner.Set("title", tree.String(title.Unquoted()+lastLevel))
			}
			shown.Members = append(shown.Members, tree.At(p.Name, inner))
		}
		u.last = false
		out.Set("properties", shown)
	}
	return orNone(out), true
}

// define adds a definition at a level, once, and returns its name there.
func (u *unroller) define(name string, level int) string {
	as := name
	if level > 0 {
		as += strconv.Itoa(level + 1)
	}
	if _, ok := u.out.Get(as); ok {
		return as
	}
	u.out.Set(as, tree.Value{}) // no other adds it meanwhile
	def, _ := u.defs.Get(name)
	inner, _ := u.unroll(def.Without("title"), name, level, true)
	u.out.Set(as, inner)
	u.last = false
	return as
}
