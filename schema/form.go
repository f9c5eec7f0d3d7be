package schema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// Forms is a form, for the tools that make forms of schemas.
type Forms struct {
	// Schema is the JSON Schema, with titles for people. That of an instrument accepts
	// administrations of it, one property an item.
	Schema []byte
	// UI is the UI schema of react-jsonschema-form: order, labels, what stays out of sight,
	// and the subscale that an item belongs to.
	UI []byte
	// Layout is the UI schema of JSON Forms: the same as controls, a page a subscale. That
	// of a [Variant] is nil.
	Layout []byte
}

// Form returns the form of an administration of a definition: when and where first, then
// a page a subscale, each item with what its scores mean and "not scored" among them, so
// that nothing is left blank. Identity is out of sight, for the host to fill in. It takes
// the kinds of unit that the instrument is for, and days in a period: until the host's own
// day, say, and from when the edition was published; the zero Period takes all. With labels,
// their texts are in it; the zero Labels leave the definition's short labels, or ids.
// Errors: CodeFormItems for a definition without items or scales, CodeFormLabels for labels
// of another form, and of what it lacks.
func Form(d instrument.Definition, l Labels, days mtss.Period) (Forms, error) {
	if l.Instrument != (instrument.Ref{}) && l.Instrument != d.Ref() {
		return Forms{}, mtss.Issuef("/instrument", CodeFormLabels, "the labels are of %s, want %s", l.Instrument, d.Ref())
	}
	if len(d.Items) == 0 || len(d.Scales) == 0 {
		return Forms{}, mtss.Issuef("/items", CodeFormItems, "%s has no items with scales, so there is nothing to fill in; complete it first", d.Ref())
	}
	l.Instrument = d.Ref()
	if issues := append(strangers(&l), lacking(d, l)...); len(issues) > 0 {
		strict.Sort(&l, issues)
		return Forms{}, strict.Invalid(issues)
	}
	v, err := flat("administration")
	if err != nil {
		return Forms{}, err
	}
	f := form{d: d, l: l, scales: map[string][]int{}}
	for _, s := range d.Scales {
		f.scales[s.ID] = s.Scores
	}
	v.Set("$id", tree.String("urn:openmtss:form:"+d.Ref().String()))
	properties, _ := v.Get("properties")
	properties = properties.Without("summary", "notices") // of those who have no answers, and of readers
	properties.Set("instrument", f.instrument())
	properties.Set("responses", f.responses())
	f.ids(&properties, "notApplicable", f.mayNotApply())
	f.ids(&properties, "sections", f.sections())
	f.kinds(&properties)
	within(&properties, days)
	ui := f.ui(properties, first(l.Title, d.Title))
	v.Set("properties", properties)
	labelled(&v, ui, l)
	return Forms{Schema: v.Write(), UI: ui.Write(), Layout: f.layout(properties, ui).Write()}, nil
}

// FormOf returns the form of a kind of document, such as "contact", its identity and what is
// always the same out of sight. Errors: strict.CodeEnum for a kind that there is not, and
// CodeFormLabels for labels of another form, and of what it lacks.
func FormOf(kind string, l Labels) (Forms, error) {
	if !slices.Contains(Names(), kind) {
		return Forms{}, mtss.Issuef("/kind", strict.CodeEnum, "is %q, %s", kind, strict.Instead(kind, Names()))
	}
	if l.Instrument != (instrument.Ref{}) || l.Document != "" && l.Document != kind {
		return Forms{}, mtss.Issuef("/document", CodeFormLabels, "the labels are of %s, want %s", first(l.Document, l.Instrument.String()), kind)
	}
	l.Document = kind
	if issues := strangers(&l); len(issues) > 0 {
		return Forms{}, strict.Invalid(issues)
	}
	v, err := flat(kind)
	if err != nil {
		return Forms{}, err
	}
	properties, _ := v.Get("properties")
	defs, _ := v.Get("$defs")
	t := titles{defs, l}
	ui := head(first(l.Title, tree.Label(kind)), l) // the schema's own title is the name of a type
	controls := tree.Value{Kind: tree.List}
	required, _ := v.Get("required")
	shown := arrange(&ui, properties, required)
	for _, m := range shown {
		ui.Set(m.Name, t.of(m.Name, m.Name, m.Value, 0))
	}
	labelled(&v, ui, l)
	properties, _ = v.Get("properties")
	for _, m := range shown {
		member, _ := properties.Get(m.Name)
		controls.Elements = append(controls.Elements, grouped([]string{m.Name}, member))
	}
	v.Set("$id", tree.String("urn:openmtss:form:"+kind))
	layout := tree.Make(tree.At("type", tree.String("VerticalLayout")), tree.At("elements", controls))
	return Forms{Schema: v.Write(), UI: ui.Write(), Layout: layout.Write()}, nil
}

// flat is the schema of a kind to fill in, without references as far as it goes, and
// without examples.
func flat(kind string) (v tree.Value, err error) {
	text, _ := Get(kind)
	data, err := Dereferenced(text)
	if err == nil {
		v, err = tree.Parse(data)
	}
	return fillable(withoutExamples(v)).Without("$schema"), err
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

// kinds narrows the kinds of unit to those that the instrument is for.
func (f form) kinds(properties *tree.Value) {
	if len(f.d.UnitKinds) == 0 {
		return
	}
	unit, _ := properties.Get("unit")
	members, _ := unit.Get("properties")
	kind, _ := members.Get("kind")
	words := tree.Value{Kind: tree.List}
	for _, k := range f.d.UnitKinds {
		words.Elements = append(words.Elements, tree.String(string(k)))
	}
	kind.Set("enum", words)
	members.Set("kind", kind)
	unit.Set("properties", members)
	properties.Set("unit", unit)
}

// within narrows the day to a period. The two words are those of Ajv's formats; others
// read past them.
func within(properties *tree.Value, days mtss.Period) {
	date, _ := properties.Get("date")
	if !days.From.IsZero() {
		date.Set("formatMinimum", tree.String(days.From.String()))
	}
	if !days.Until.IsZero() {
		date.Set("formatMaximum", tree.String(days.Until.String()))
	}
	properties.Set("date", date)
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

// head begins a UI schema.
func head(title string, l Labels) tree.Value {
	out := tree.Make(tree.At("ui:title", tree.String(title)))
	if text := l.Buttons["submit"]; text != "" {
		out.Set("ui:submitButtonOptions", tree.Make(tree.At("submitText", tree.String(text))))
	}
	return out
}

// arrange puts the order of the members into a UI schema, and hides those that a person
// does not fill in: what is pinned, and identity unless it is required, as the id of a
// definition is. It returns the others in their order.
func arrange(ui *tree.Value, properties, required tree.Value) (shown []tree.Member) {
	order := tree.Value{Kind: tree.List}
	all := ordered(properties).Members
	for _, m := range all {
		order.Elements = append(order.Elements, tree.String(m.Name))
	}
	ui.Set("ui:order", order)
	for _, m := range all {
		if _, pinned := m.Value.Get("const"); pinned || slices.Contains(behind, m.Name) && !slices.Contains(required.Texts(), m.Name) {
			ui.Set(m.Name, hidden())
		} else {
			shown = append(shown, m)
		}
	}
	return shown
}

type form struct {
	d      instrument.Definition
	l      Labels
	scales map[string][]int
}

// fixed is a text that cannot be another.
func fixed(title, description, text string) tree.Value {
	return tree.Make(tree.At("title", tree.String(title)), tree.At("description", tree.String(description)), tree.At("type", tree.String("string")), tree.At("const", tree.String(text)), tree.At("default", tree.String(text)))
}

func (f form) instrument() tree.Value {
	id := fixed("ID", "The instrument's id.", f.d.ID)
	version := fixed("Version", "The version of the instrument.", f.d.Version)
	return tree.Make(
		tree.At("title", tree.String("Instrument")),
		tree.At("description", tree.String("The instrument that the form is of.")),
		tree.At("type", tree.String("object")),
		tree.At("properties", tree.Make(tree.At("id", id), tree.At("version", version))),
		tree.At("required", tree.Strings("id", "version")),
		tree.At("additionalProperties", tree.Bool(false)),
	)
}

// responses has a property for each item: one of its scores, or null where it was not
// scored, which is what it begins with.
func (f form) responses() tree.Value {
	items := tree.Value{Kind: tree.Object}
	for _, item := range f.d.Items {
		scores := tree.Value{Kind: tree.List}
		for _, s := range f.scales[item.Scale] {
			scores.Elements = append(scores.Elements, tree.Int(int64(s)))
		}
		scores.Elements = append(scores.Elements, tree.Value{Text: "null"})
		items.Members = append(items.Members, tree.At(item.ID, tree.Make(
			tree.At("type", tree.Strings("integer", "null")), tree.At("enum", scores), tree.At("default", tree.Value{Text: "null"}),
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

func (f form) ui(properties tree.Value, title string) tree.Value {
	out := head(title, f.l)
	for _, m := range arrange(&out, properties, tree.Value{}) {
		switch m.Name {
		case "instrument": // whose members are pinned
			field := hidden()
			field.Set("ui:options", tree.Make(tree.At("label", tree.Bool(false))))
			field.Set("id", hidden())
			field.Set("version", hidden())
			out.Set(m.Name, field)
		case "responses":
			out.Set(m.Name, f.items())
		default:
			field := titles{l: f.l}.of(m.Name, m.Name, m.Value, 0)
			if names := f.idNames(m.Name); len(names) > 0 {
				field.Set("ui:enumNames", tree.Strings(names...))
			}
			out.Set(m.Name, field)
		}
	}
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
			field.Set("ui:description", tree.String(help))
		}
		field.Set("ui:widget", tree.String("radio"))
		field.Set("ui:enumNames", f.scoreNames(item))
		if group[item.ID] != "" {
			field.Set("ui:options", tree.Make(tree.At("group", tree.String(group[item.ID]))))
		}
		out.Members = append(out.Members, tree.At(item.ID, field))
	}
	out.Set("ui:order", order)
	return out
}

// scoreNames are what the scores of an item mean, and last that it was not scored.
func (f form) scoreNames(item instrument.Item) tree.Value {
	out := tree.Value{Kind: tree.List}
	for _, s := range f.scales[item.Scale] {
		id := strconv.Itoa(s)
		text := f.l.Scores[id]
		for _, of := range []string{item.Scale, item.ID} {
			text = first(f.l.Scores[of+"/"+id], text)
		}
		out.Elements = append(out.Elements, tree.String(first(join(id, text), id)))
	}
	out.Elements = append(out.Elements, tree.String(first(f.l.NotScored, "Not scored")))
	return out
}

// groups names for each item the subscale that holds it.
func (f form) groups() map[string]string {
	out := map[string]string{}
	for _, s := range f.d.Subscales {
		for _, id := range s.Items {
			label := first(s.Label, s.ID)
			out[id] = first(f.l.Groups[s.ID], strings.ToUpper(label[:1])+label[1:])
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
