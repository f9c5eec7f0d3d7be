package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// ComponentID names one of the six components of a coaching system.
type ComponentID string

// The components of a coaching system.
const (
	// Definition says what the district means by coaching.
	Definition ComponentID = "definition"
	// Conditions say when coaching is warranted; they are a rule set, see [Needs].
	Conditions ComponentID = "conditions"
	// Qualifications are the qualifications, skills and responsibilities of coaches.
	Qualifications ComponentID = "qualifications"
	// Selection is how coaches are recruited and selected.
	Selection ComponentID = "selection"
	// ServiceDelivery is the service delivery plan.
	ServiceDelivery ComponentID = "serviceDelivery"
	// Guidelines are the district's guidelines for coaching.
	Guidelines ComponentID = "guidelines"
)

// ComponentIDs returns the six components, in the order of their source.
func ComponentIDs() []ComponentID {
	return []ComponentID{Definition, Conditions, Qualifications, Selection, ServiceDelivery, Guidelines}
}

// State is how far a component has come. The zero value is unknown.
type State string

// The states of a component, in order.
const (
	// Absent means that it has not been begun.
	Absent State = "absent"
	// Drafting means that it is being written.
	Drafting State = "drafting"
	// Final means that it is finished.
	Final State = "final"
	// InUse means that it is used.
	InUse State = "inUse"
)

// SystemComponent is one of the six components, with its history and its timeline.
type SystemComponent struct {
	// Component is which of the six it is.
	Component ComponentID `json:"component" jsonschema:"enum=definition,enum=conditions,enum=qualifications,enum=selection,enum=serviceDelivery,enum=guidelines"`
	// Steps are the states that it reached, in the order of their days. Before
	// the first one its state is unknown.
	Steps []ComponentStep `json:"steps" jsonschema:"maxItems=100"`
	// Owner is the role that is responsible.
	Owner string `json:"owner,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Involved are the roles that take part in developing it.
	Involved []string `json:"involved,omitzero" jsonschema:"minItems=1,maxItems=100,minLength=1,maxLength=200"`
	// Timeline says by when it should be drafted, final and in use.
	Timeline Timeline `json:"timeline,omitzero"`
	// BasedOn says whether it follows a resource that was provided or was
	// drafted by the district.
	BasedOn ComponentBasis `json:"basedOn,omitzero" jsonschema:"enum=provided,enum=own"`
	// Document names the resource or draft.
	Document string `json:"document,omitzero" jsonschema:"minLength=1,maxLength=300"`
}

// ComponentBasis is what a component follows. The zero value is not stated.
type ComponentBasis string

// What a component follows.
const (
	// ProvidedResource is a resource that was provided.
	ProvidedResource ComponentBasis = "provided"
	// OwnDraft is a draft of the district's own.
	OwnDraft ComponentBasis = "own"
)

// ComponentStep is a state that a component reached on a day.
type ComponentStep struct {
	// State is the state.
	State State `json:"state" jsonschema:"enum=absent,enum=drafting,enum=final,enum=inUse"`
	// On is the day on which the component reached it.
	On mtss.Date `json:"on"`
	// Evidence names what shows it, such as a document or meeting minutes.
	Evidence string `json:"evidence,omitzero" jsonschema:"minLength=1,maxLength=300"`
}

// Timeline says by when a component should reach each state; a state without a
// day is not planned.
type Timeline struct {
	// Drafting is when drafting should begin.
	Drafting mtss.Date `json:"drafting,omitzero"`
	// Final is when it should be final.
	Final mtss.Date `json:"final,omitzero"`
	// InUse is when it should be in use.
	InUse mtss.Date `json:"inUse,omitzero"`
}

func (c SystemComponent) check(path string, found *problems) {
	for i, s := range c.Steps {
		if i > 0 && !s.On.After(c.Steps[i-1].On) {
			found.Fail(pointer.Element(path+"/steps", i)+"/on", CodeComponent, "%s is not after the previous step, on %s", s.On, c.Steps[i-1].On)
		}
	}
	var before mtss.Date
	for _, d := range c.Timeline.planned() {
		if d.On.Before(before) {
			found.Fail(path+"/timeline/"+string(d.State), CodeComponent, "%s is before the day of the previous state, %s", d.On, before)
		}
		before = d.On
	}
}

// planned returns the states that have a day, in order.
func (t Timeline) planned() []ComponentStep {
	all := []ComponentStep{{State: Drafting, On: t.Drafting}, {State: Final, On: t.Final}, {State: InUse, On: t.InUse}}
	return slices.DeleteFunc(all, func(s ComponentStep) bool { return s.On.IsZero() })
}

// rank orders states; -1 for any other word.
func rank(s State) int { return slices.Index([]State{Absent, Drafting, Final, InUse}, s) }

// step returns the step in force on a day; known is false before the first.
func (c SystemComponent) step(on mtss.Date) (latest ComponentStep, known bool) {
	for _, s := range c.Steps {
		if !s.On.After(on) && (!known || !s.On.Before(latest.On)) {
			latest, known = s, true
		}
	}
	return latest, known
}

// State returns the state on a day; known is false before the first step.
func (c SystemComponent) State(on mtss.Date) (state State, known bool) {
	s, known := c.step(on)
	return s.State, known
}

// Notices returns what is missing from the system on a day, in the order of the
// components, the kinds of coaching that are wanted, and the roles. For what is
// missing with coaches see [People.Notices].
func (s System) Notices(on mtss.Date) []Notice {
	n := []Notice{}
	for _, id := range ComponentIDs() {
		at := slices.IndexFunc(s.Components, func(c SystemComponent) bool { return c.Component == id })
		if at < 0 {
			n = append(n, Notice{Code: NoticeUnknown, Message: "nothing is known about the component " + string(id), Source: slides("Coaching System Components")})
			continue
		}
		n = append(n, s.Components[at].notices(pointer.Element("/components", at), on)...)
	}
	for i, w := range s.Wanted {
		if !slices.Contains(s.Existing(), w) {
			n = append(n, Notice{pointer.Element("/wanted", i), NoticeSort, string(w.Type) + " coaching at the " + string(w.Level) + " level is wanted, and no role provides it", slides("Activity 2.3")})
		}
	}
	for i, r := range s.Roles {
		n = append(n, r.notices(pointer.Element("/roles", i))...)
	}
	return n
}

func (c SystemComponent) notices(path string, on mtss.Date) (n []Notice) {
	say := func(code mtss.Code, text string) {
		n = append(n, Notice{path, code, string(c.Component) + ": " + text, slides("Activity 2.3")})
	}
	step, known := c.step(on)
	state := step.State
	switch {
	case !known:
		say(NoticeUnknown, "its state is not known on "+on.String())
	case state != InUse:
		say(NoticeNotUsed, "it is "+string(state)+", not in use")
	case step.Evidence == "":
		say(NoticeEvidence, "it is recorded as in use, and no evidence is named")
	}
	if state == InUse && !slices.ContainsFunc(c.Steps, func(s ComponentStep) bool { return s.State == Final && !s.On.After(on) }) {
		say(NoticeNeverFinal, "it is in use, and was never final")
	}
	for _, d := range c.Timeline.planned() {
		if known && d.On.Before(on) && rank(state) < rank(d.State) {
			say(NoticeLate, string(d.State)+" was planned by "+d.On.String())
		}
	}
	if c.Timeline == (Timeline{}) && known && state != InUse {
		say(NoticeTimeline, "it has no timeline")
	}
	if c.Owner == "" {
		say(NoticeOwner, "no role is responsible for it")
	}
	if len(c.Involved) == 0 {
		say(NoticeInvolved, "it does not say who takes part in developing it")
	}
	if c.BasedOn == "" && known && state != Absent {
		say(NoticeBasedOn, "it does not say whether it follows a provided resource or was drafted by the district")
	}
	if known && rank(state) >= rank(Final) && c.Document == "" {
		say(NoticeDocument, "it is "+string(state)+", and no document is named")
	}
	return n
}
