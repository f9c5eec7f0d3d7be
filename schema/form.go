package schema

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// Forms is a form of an administration of one instrument.
type Forms struct {
	// Schema is the JSON Schema: what it accepts is an administration of the
	// instrument, one property an item.
	Schema []byte
	// UI is the UI schema of react-jsonschema-form: order, labels, and the
	// subscale that an item belongs to.
	UI []byte
}

// Form returns the form of an administration of a definition. With labels of
// the same instrument, their texts go into the UI schema; the zero Labels
// leave the definition's short labels, or ids. Errors: CodeFormItems for a
// definition without items or scales, CodeFormLabels for labels of another
// instrument, and of items, subscales, scores and fields that it lacks.
func Form(d instrument.Definition, l Labels) (Forms, error) {
	if l.Instrument != (instrument.Ref{}) && l.Instrument != d.Ref() {
		return Forms{}, mtss.Issuef("/instrument", CodeFormLabels, "the labels are of %s, want %s", l.Instrument, d.Ref())
	}
	if len(d.Items) == 0 || len(d.Scales) == 0 {
		return Forms{}, mtss.Issuef("/items", CodeFormItems, "%s has no items with scales, so there is nothing to fill in; complete it first", d.Ref())
	}
	text, _ := Get("administration")
	v, err := tree.Parse([]byte(text))
	if err != nil {
		return Forms{}, err
	}
	v = withoutExamples(v)
	f := form{d: d, l: l, scales: map[string][]int{}}
	for _, s := range d.Scales {
		f.scales[s.ID] = s.Scores
	}
	title := d.Title
	if l.Title != "" {
		title = l.Title
	}
	v.Set("$id", tree.String("urn:openmtss:form:"+d.Ref().String()))
	v.Set("title", tree.String("Administration"))
	properties, _ := v.Get("properties")
	properties.Set("instrument", f.instrument())
	properties.Set("responses", f.responses())
	f.ids(&properties, "notApplicable", f.mayNotApply())
	f.ids(&properties, "sections", f.sections())
	v.Set("properties", properties)
	v = unreferred(v, "InstrumentRef")
	defs, _ := v.Get("$defs")
	f.kinds(&defs)
	v.Set("$defs", defs)
	ui := f.ui(properties, defs, title)
	if issues := strangers(d, l, paths("", ui)); len(issues) > 0 {
		return Forms{}, strict.Invalid(issues)
	}
	return Forms{Schema: v.Write(), UI: ui.Write()}, nil
}

// withoutExamples leaves out the examples, which form tools offer as choices.
func withoutExamples(v tree.Value) tree.Value {
	out := v.Without("examples")
	for i, m := range out.Members {
		if m.Value.Kind == tree.Object {
			out.Members[i].Value = withoutExamples(m.Value)
		}
	}
	return out
}

// paths are those of the fields that a UI schema names, but the items.
func paths(at string, ui tree.Value) (all []string) {
	for _, m := range ui.Members {
		if m.Value.Kind != tree.Object || strings.HasPrefix(m.Name, "ui:") {
			continue
		}
		all = append(all, at+m.Name)
		if m.Name != "responses" {
			all = append(all, paths(at+m.Name+".", m.Value)...)
		}
	}
	return all
}

// strangers are labels of what the definition lacks.
func strangers(d instrument.Definition, l Labels, fields []string) (issues []mtss.Issue) {
	var items, groups, scores []string
	for _, item := range d.Items {
		items = append(items, item.ID)
	}
	for _, s := range d.Subscales {
		groups = append(groups, s.ID)
	}
	for _, scale := range d.Scales {
		for _, s := range scale.Scores {
			scores = append(scores, strconv.Itoa(s), scale.ID+"/"+strconv.Itoa(s))
		}
	}
	for _, named := range []struct {
		member, what string
		texts        map[string]string
		known        []string
	}{{"items", "item", l.Items, items}, {"help", "item", l.Help, items}, {"groups", "subscale", l.Groups, groups}, {"scores", "score", l.Scores, scores}, {"fields", "field", l.Fields, fields}} {
		for _, id := range slices.Sorted(maps.Keys(named.texts)) {
			if slices.Contains(named.known, id) {
				continue
			}
			says := ""
			if near := strict.Nearest(id, named.known); near != "" {
				says = ", did you mean " + near + "?"
			}
			issues = append(issues, mtss.Issuef(pointer.Member("/"+named.member, id), CodeFormLabels, "%s has no %s %q%s", d.Ref(), named.what, id, says))
		}
	}
	return issues
}

// kinds narrows the kinds of unit to those that the instrument is for.
func (f form) kinds(defs *tree.Value) {
	if len(f.d.UnitKinds) == 0 {
		return
	}
	unit, _ := defs.Get("Unit")
	properties, _ := unit.Get("properties")
	kind, ok := properties.Get("kind")
	if !ok {
		return
	}
	words := tree.Value{Kind: tree.List}
	for _, k := range f.d.UnitKinds {
		words.Elements = append(words.Elements, tree.String(string(k)))
	}
	kind.Set("enum", words)
	properties.Set("kind", kind)
	unit.Set("properties", properties)
	defs.Set("Unit", unit)
}

// leading are the members that a person knows first; those that a host fills in come
// last, out of sight.
var (
	leading = []string{"kind", "schemaVersion", "instrument", "unit", "date"}
	behind  = []string{"id", "supersedes", "voids", "$schema"}
)

// ordered puts members in the order in which a person fills them in.
func ordered(properties tree.Value) tree.Value {
	rank := func(m tree.Member) int {
		if i := slices.Index(leading, m.Name); i >= 0 {
			return i - len(leading)
		}
		return slices.Index(behind, m.Name) + 1
	}
	properties.Members = slices.Clone(properties.Members)
	slices.SortStableFunc(properties.Members, func(a, b tree.Member) int { return rank(a) - rank(b) })
	return properties
}

// unreferred drops a definition that is no longer used.
func unreferred(v tree.Value, name string) tree.Value {
	defs, _ := v.Get("$defs")
	v.Set("$defs", defs.Without(name))
	return v
}

type form struct {
	d      instrument.Definition
	l      Labels
	scales map[string][]int
}

// fixed is a text that cannot be another.
func fixed(text string) tree.Value {
	return tree.Make(tree.At("type", tree.String("string")), tree.At("const", tree.String(text)), tree.At("default", tree.String(text)))
}

func (f form) instrument() tree.Value {
	return tree.Make(
		tree.At("description", tree.String("The instrument that the form is of.")),
		tree.At("type", tree.String("object")),
		tree.At("properties", tree.Make(tree.At("id", fixed(f.d.ID)), tree.At("version", fixed(f.d.Version)))),
		tree.At("required", tree.Strings("id", "version")),
		tree.At("additionalProperties", tree.Bool(false)),
	)
}

// responses has a property for each item: one of its scores. An item that is left blank
// was not scored, which a document may also say with null.
func (f form) responses() tree.Value {
	items := tree.Value{Kind: tree.Object}
	for _, item := range f.d.Items {
		scores := tree.Value{Kind: tree.List}
		for _, s := range f.scales[item.Scale] {
			scores.Elements = append(scores.Elements, tree.Int(int64(s)))
		}
		items.Members = append(items.Members, tree.At(item.ID, tree.Make(
			tree.At("description", tree.String("The agreed score of item "+item.ID+"; left out where it was not scored.")),
			tree.At("type", tree.String("integer")), tree.At("enum", scores),
		)))
	}
	return tree.Make(
		tree.At("description", tree.String("The agreed scores. An item without one is missing.")),
		tree.At("type", tree.String("object")), tree.At("properties", items), tree.At("additionalProperties", tree.Bool(false)),
	)
}

func (f form) mayNotApply() []string {
	var ids []string
	for _, item := range f.d.Items {
		if item.NotApplicable {
			ids = append(ids, item.ID)
		}
	}
	return ids
}

func (f form) sections() []string {
	var ids []string
	for _, s := range f.d.Sections {
		ids = append(ids, s.ID)
	}
	return ids
}

// ids narrows a list of ids to those that the definition has, and takes the
// member away where there are none.
func (f form) ids(properties *tree.Value, name string, ids []string) {
	if len(ids) == 0 {
		*properties = properties.Without(name)
		return
	}
	list, _ := properties.Get(name)
	list.Set("items", tree.Make(tree.At("type", tree.String("string")), tree.At("enum", tree.Strings(ids...))))
	properties.Set(name, list)
}

func (f form) ui(properties, defs tree.Value, title string) tree.Value {
	order := tree.Value{Kind: tree.List}
	out := tree.Make(tree.At("ui:title", tree.String(title)), tree.At("ui:order", order))
	for _, m := range ordered(properties).Members {
		order.Elements = append(order.Elements, tree.String(m.Name))
		_, pinned := m.Value.Get("const")
		switch {
		case pinned, slices.Contains(behind, m.Name):
			out.Set(m.Name, hidden())
		case m.Name == "instrument": // whose members are pinned; an object cannot be hidden whole
			out.Set(m.Name, tree.Make(tree.At("ui:options", tree.Make(tree.At("label", tree.Bool(false)))), tree.At("id", hidden()), tree.At("version", hidden())))
		case m.Name == "responses":
			out.Set(m.Name, f.items())
		default:
			field := titles{defs, f.l.Fields}.of(m.Name, m.Name, m.Value, 0)
			if names := f.idNames(m.Name); len(names) > 0 {
				field.Set("ui:enumNames", tree.Strings(names...))
			}
			out.Set(m.Name, field)
		}
	}
	out.Set("ui:order", order)
	return out
}

// idNames are the texts of the ids that a member lists; none where it lists no ids.
func (f form) idNames(member string) (names []string) {
	switch member {
	case "notApplicable":
		for _, item := range f.d.Items {
			if item.NotApplicable {
				names = append(names, first(join(item.ID, first(f.l.Items[item.ID], item.Label)), item.ID))
			}
		}
	case "sections":
		for _, s := range f.d.Sections {
			names = append(names, first(s.Label, tree.Label(s.ID)))
		}
	}
	return names
}

func hidden() tree.Value { return tree.Make(tree.At("ui:widget", tree.String("hidden"))) }

// items puts the items in the order of the definition, with their texts, the
// texts of their scores, and the subscale that each belongs to.
func (f form) items() tree.Value {
	order := tree.Value{Kind: tree.List}
	out := tree.Make(tree.At("ui:title", tree.String(first(f.l.Fields["responses"], "Responses"))), tree.At("ui:order", order))
	group := f.groups()
	for _, item := range f.d.Items {
		order.Elements = append(order.Elements, tree.String(item.ID))
		label := first(f.l.Items[item.ID], item.Label)
		field := tree.Make(tree.At("ui:title", tree.String(first(join(item.ID, label), item.ID))))
		if help := f.l.Help[item.ID]; help != "" {
			field.Set("ui:help", tree.String(help))
		}
		field.Set("ui:enumNames", f.scoreNames(item.Scale))
		field.Set("ui:placeholder", tree.String(first(f.l.NotScored, "Not scored")))
		if group[item.ID] != "" {
			field.Set("ui:options", tree.Make(tree.At("group", tree.String(group[item.ID]))))
		}
		out.Members = append(out.Members, tree.At(item.ID, field))
	}
	out.Set("ui:order", order)
	return out
}

func (f form) scoreNames(scale string) tree.Value {
	out := tree.Value{Kind: tree.List}
	for _, s := range f.scales[scale] {
		id := strconv.Itoa(s)
		out.Elements = append(out.Elements, tree.String(first(join(id, first(f.l.Scores[scale+"/"+id], f.l.Scores[id])), id)))
	}
	return out
}

// groups names for each item the subscale that holds it.
func (f form) groups() map[string]string {
	out := map[string]string{}
	for _, s := range f.d.Subscales {
		for _, id := range s.Items {
			out[id] = first(f.l.Groups[s.ID], first(s.Label, s.ID))
		}
	}
	return out
}

func join(id, label string) string {
	if label == "" {
		return ""
	}
	return id + " " + label
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
