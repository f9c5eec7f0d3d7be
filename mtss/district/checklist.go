package district

import (
	"encoding/json"

	"github.com/openmtss/mtss-go/internal/pointer"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// Component is one of the ten components of district infrastructure.
type Component struct {
	// ID names the component.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Title says it in a few words.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=200"`
	// Topic is the topic of the series for implementation teams that covers it;
	// "" where none is named after it, and it is not assumed covered.
	Topic string `json:"topic,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// DCAItems are the items of the District Capacity Assessment 7.7 that are
	// known to be about it. Of most components that is not known.
	DCAItems []string `json:"dcaItems,omitzero" jsonschema:"minItems=1"`
	// Source is where it is named.
	Source mtss.Source `json:"source"`
	// Caveat is what a reader must know beside it.
	Caveat string `json:"caveat,omitzero" jsonschema:"minLength=1,maxLength=500"`
}

// Components returns the ten components, in the order of the source.
func Components() []Component { return kit.Rows[Component](files, "components") }

// Items returns the items of the District Capacity Assessment 7.7 that are known
// to be about the component.
func (c Component) Items() []ItemRef {
	items := make([]ItemRef, len(c.DCAItems))
	for i, item := range c.DCAItems {
		items[i] = ItemRef{Instrument: "dca", Version: "7.7", Item: item}
	}
	return items
}

// ComponentOf returns the component that an item of an assessment is about; ok
// is false where that is not known.
func ComponentOf(item ItemRef) (c Component, ok bool) {
	for _, c := range Components() {
		for _, known := range c.Items() {
			if known == item {
				return c, true
			}
		}
	}
	return Component{}, false
}

func componentIDs() map[string]bool {
	known := map[string]bool{}
	for _, c := range Components() {
		known[c.ID] = true
	}
	return known
}

// Checklist is a document of what a team declares of the components: its
// installation checklist.
type Checklist struct {
	// Kind is "installationChecklist"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=installationChecklist"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the unit whose checklist it is.
	Unit mtss.Unit `json:"unit"`
	// Date is the day on which it was filled in.
	Date mtss.Date `json:"date"`
	// Components are the components, each at most once; one that is left out is
	// not declared.
	Components []DeclaredComponent `json:"components" jsonschema:"maxItems=10"`
}

// DeclaredComponent is what is declared of a component.
type DeclaredComponent struct {
	// Component is one of [Components].
	Component string `json:"component" jsonschema:"minLength=1,maxLength=100"`
	// Status is how far it is said to be.
	Status string `json:"status" jsonschema:"enum=undeveloped,enum=inProcess,enum=established"`
	// Initial marks a component that must be in place before the innovation is
	// first used.
	Initial bool `json:"initial,omitzero"`
	// BasedOn is the provided resource that it is built from, one of
	// [Resources]; absent for an own draft.
	BasedOn string `json:"basedOn,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Evidence are ids of documents that show it.
	Evidence []string `json:"evidence" jsonschema:"maxItems=100,minLength=1,maxLength=200,uniqueItems=true"`
}

// DecodeChecklist reads the document strictly. Errors: the codes of strict
// reading and those of [Checklist.Validate].
func DecodeChecklist(data []byte) (Checklist, error) { return decode(data, Checklist.check) }

// MarshalJSON writes the document with its kind and schema version.
func (c Checklist) MarshalJSON() ([]byte, error) {
	type plain Checklist
	out := plain(c)
	out.Kind, out.SchemaVersion, out.Components = "installationChecklist", SchemaVersion, make([]DeclaredComponent, len(c.Components))
	for i, d := range c.Components {
		d.Evidence = kit.OrEmpty(d.Evidence)
		out.Components[i] = d
	}
	return json.Marshal(out)
}

// Validate reports what is wrong with the document. Errors: CodeRepeated for a
// component that stands twice, CodeComponent, CodeResource, and the codes of
// strict reading for one that no document could hold.
func (c Checklist) Validate() error { return validate(c, Checklist.check) }

func (c Checklist) check(p *problems) {
	seen, known, resources := map[string]bool{}, componentIDs(), map[string]bool{}
	for _, r := range Resources() {
		resources[r.ID] = true
	}
	for i, d := range c.Components {
		at := pointer.Element("/components", i)
		p.once(seen, at+"/component", d.Component, "component")
		if !known[d.Component] {
			p.Fail(at+"/component", CodeComponent, "%q is no component of infrastructure", d.Component)
		}
		if d.BasedOn != "" && !resources[d.BasedOn] {
			p.Fail(at+"/basedOn", CodeResource, "%q is no resource that is listed", d.BasedOn)
		}
	}
}
