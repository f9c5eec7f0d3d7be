package schema

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// control is a control of JSON Forms for the member that the names lead to, with options.
func control(names []string, options ...tree.Member) tree.Value {
	scope := "#"
	for _, name := range names {
		scope = pointer.Member(scope+"/properties", name)
	}
	out := tree.Make(tree.At("type", tree.String("Control")), tree.At("scope", tree.String(scope)))
	if len(options) > 0 {
		out.Set("options", tree.Make(options...))
	}
	return out
}

// grouped is the control of a member, or those of what an object holds under its title,
// because the vanilla renderers have none for an object.
func grouped(names []string, v tree.Value) tree.Value {
	members, ok := v.Get("properties")
	if !ok {
		return control(names)
	}
	title, _ := v.Get("title")
	elements := tree.Value{Kind: tree.List}
	for _, m := range members.Members {
		if _, pinned := m.Value.Get("const"); !pinned {
			elements.Elements = append(elements.Elements, grouped(append(slices.Clip(names), m.Name), m.Value))
		}
	}
	return tree.Make(tree.At("type", tree.String("Group")), tree.At("label", title), tree.At("elements", elements))
}

// layout is the form as JSON Forms has it: pages, the first of when and where, one a subscale
// with its items as choices that are all in sight, and one of what else may be said.
func (f form) layout(properties, ui tree.Value) tree.Value {
	pages := tree.Value{Kind: tree.List}
	page := func(label string, controls []tree.Value) {
		if len(controls) > 0 {
			pages.Elements = append(pages.Elements, tree.Make(tree.At("type", tree.String("Category")), tree.At("label", tree.String(label)), tree.At("elements", tree.Of(controls...))))
		}
	}
	page(first(f.l.Groups["about"], "When and where"), []tree.Value{control([]string{"unit", "id"}), control([]string{"unit", "kind"}), control([]string{"date"})})
	var labels []string
	items, group := map[string][]tree.Value{}, f.groups()
	for _, item := range f.d.Items {
		label := first(group[item.ID], first(f.l.Groups["others"], "Other items"))
		if !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
		items[label] = append(items[label], control([]string{"responses", item.ID}, tree.At("format", tree.String("radio")), tree.At("orientation", tree.String("vertical"))))
	}
	for _, label := range labels {
		page(label, items[label])
	}
	var more []tree.Value
	for _, m := range ordered(properties).Members {
		if _, pinned := m.Value.Get("const"); pinned || slices.Contains(behind, m.Name) || slices.Contains([]string{"instrument", "unit", "date", "responses"}, m.Name) {
			continue
		}
		members, _ := m.Value.Get("properties")
		for _, inner := range members.Members {
			more = append(more, control([]string{m.Name, inner.Name}))
		}
		if len(members.Members) == 0 {
			more = append(more, control([]string{m.Name}))
		}
	}
	page(first(f.l.Groups["more"], "More"), more)
	title, _ := ui.Get("ui:title")
	return tree.Make(tree.At("type", tree.String("Categorization")), tree.At("label", title), tree.At("elements", pages))
}
