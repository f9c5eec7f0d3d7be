package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
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

// ComponentState is how far a component has come. The zero value is unknown.
type ComponentState string

// The states of a component, in order.
const (
	// Absent means that it has not been begun.
	Absent ComponentState = "absent"
	// Drafting means that it is being written.
	Drafting ComponentState = "drafting"
	// Final means that it is finished.
	Final ComponentState = "final"
	// InUse means that it is used.
	InUse ComponentState = "inUse"
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
	// Covers is what it covers. For definition: purpose, the types and levels of
	// coaching (systems, instructional, district, school, team, practitioner) and
	// its providers (external, internal). For conditions: the ids of the district's
	// rules on when coaching is warranted. For qualifications and selection: the ids
	// of roles. For serviceDelivery: the parts of a plan (concepts, strategies,
	// information, frequency, preparation, feedback). For guidelines: topics of the
	// district's own. Absent means that this is not stated.
	Covers []string `json:"covers,omitzero" jsonschema:"minItems=1,maxItems=200,uniqueItems=true,minLength=1,maxLength=200"`
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
	State ComponentState `json:"state" jsonschema:"enum=absent,enum=drafting,enum=final,enum=inUse"`
	// On is the day on which the component reached it.
	On mtss.Date `json:"on"`
	// Recorded is the day on which the step was entered; absent means that of the
	// coaching system.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Evidence names what shows it, such as a document or meeting minutes.
	Evidence string `json:"evidence,omitzero" jsonschema:"minLength=1,maxLength=300"`
}

// Known returns the day on which the step was recorded; zero where it does not say.
func (s ComponentStep) Known() mtss.Date { return s.Recorded }

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
	if words := coverable(c.Component); words != nil {
		for i, word := range c.Covers {
			found.Word(pointer.Element(path+"/covers", i), CodeComponent, word, "something that the component "+string(c.Component)+" can cover", words)
		}
	}
	for i, s := range c.Steps {
		if i > 0 && !s.On.After(c.Steps[i-1].On) {
			found.Fail(pointer.Element(path+"/steps", i)+"/on", CodeComponent, "%s is not after the previous step, on %s", s.On, c.Steps[i-1].On)
		}
		found.Add(strict.Under(pointer.Element(path+"/steps", i), kit.Recorded(s.Recorded, s.On))...)
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
func rank(s ComponentState) int {
	return slices.Index([]ComponentState{Absent, Drafting, Final, InUse}, s)
}

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
func (c SystemComponent) State(on mtss.Date) (state ComponentState, known bool) {
	s, known := c.step(on)
	return s.State, known
}

// Notices returns what is missing from the system on a day, in the order of the
// components, the kinds of coaching that are wanted, and the roles. For what is
// missing with coaches see [People.Notices].
func (s System) Notices(on mtss.Date) []mtss.Notice {
	n := []mtss.Notice{}
	for _, id := range ComponentIDs() {
		at := slices.IndexFunc(s.Components, func(c SystemComponent) bool { return c.Component == id })
		if at < 0 {
			n = say(n, "", slides("Coaching System Components"), mtss.Noticef(NoticeUnknown, "nothing is known about the component %s", id))
			continue
		}
		n = append(n, s.Components[at].notices(pointer.Element("/components", at), on)...)
		n = append(n, s.content(at, on)...)
	}
	for i, w := range s.Wanted {
		if !slices.Contains(s.Existing(), w) {
			n = say(n, pointer.Element("/wanted", i), slides("Activity 2.3"), mtss.Noticef(NoticeSort, "%s coaching at the %s level is wanted, and no role provides it", w.Type, w.Level))
		}
	}
	for i, r := range s.Roles {
		n = append(n, r.notices(pointer.Element("/roles", i))...)
	}
	return n
}

// say adds a notice that is about something, with the source that asks for it.
func say(to []mtss.Notice, subject string, source mtss.Source, n mtss.Notice) []mtss.Notice {
	n.Subject, n.Source = subject, source
	return append(to, n)
}

func (c SystemComponent) notices(path string, on mtss.Date) (n []mtss.Notice) {
	source := slides("Activity 2.3")
	step, known := c.step(on)
	state := step.State
	switch {
	case !known:
		n = say(n, path, source, mtss.Noticef(NoticeUnknown, "%s: its state is not known on %s", c.Component, on))
	case state != InUse:
		n = say(n, path, source, mtss.Noticef(NoticeNotUsed, "%s: it is %s, not in use", c.Component, state))
	case step.Evidence == "":
		n = say(n, path, source, mtss.Noticef(NoticeEvidence, "%s: it is recorded as in use, and no evidence is named", c.Component))
	}
	if state == InUse && !slices.ContainsFunc(c.Steps, func(s ComponentStep) bool { return s.State == Final && !s.On.After(on) }) {
		n = say(n, path, source, mtss.Noticef(NoticeNeverFinal, "%s: it is in use, and was never final", c.Component))
	}
	for _, d := range c.Timeline.planned() {
		if known && d.On.Before(on) && rank(state) < rank(d.State) {
			n = say(n, path, source, mtss.Noticef(NoticeLate, "%s: %s was planned by %s", c.Component, d.State, d.On))
		}
	}
	if c.Timeline == (Timeline{}) && known && state != InUse {
		n = say(n, path, source, mtss.Noticef(NoticeTimeline, "%s: it has no timeline", c.Component))
	}
	if c.Owner == "" {
		n = say(n, path, source, mtss.Noticef(NoticeOwner, "%s: no role is responsible for it", c.Component))
	}
	if len(c.Involved) == 0 {
		n = say(n, path, source, mtss.Noticef(NoticeInvolved, "%s: it does not say who takes part in developing it", c.Component))
	}
	if c.BasedOn == "" && known && state != Absent {
		n = say(n, path, source, mtss.Noticef(NoticeBasedOn, "%s: it does not say whether it follows a provided resource or was drafted by the district", c.Component))
	}
	if known && rank(state) >= rank(Final) && c.Document == "" {
		n = say(n, path, source, mtss.Noticef(NoticeDocument, "%s: it is %s, and no document is named", c.Component, state))
	}
	return n
}
