package district

import (
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Checks returns the rules that show whether components of infrastructure are in
// place. The id of each begins with its component, followed by a slash. They use
// measures of this package and of others, and staff.selection, which no package
// measures and the host states.
func Checks() rule.Set { return kit.Rules(files, "checks") }

// ComponentStatus is how far a component of infrastructure is in place: what a
// checklist declares, and what its measures say.
type ComponentStatus struct {
	// Component is the component.
	Component mtss.Component `json:"component" jsonschema:"enum=implementationTeam,enum=initiativeInventory,enum=initiativeReview,enum=staffSelection,enum=staffDevelopment,enum=communicationPlan,enum=barrierRemoval,enum=coachingSystem,enum=implementationPlan,enum=dataUse"`
	// Declared is what the checklist declares; empty where it declares nothing.
	Declared Declaration `json:"declared,omitzero" jsonschema:"enum=undeveloped,enum=inProcess,enum=established"`
	// Initial tells whether the component must be in place before the innovation
	// is first used.
	Initial bool `json:"initial,omitzero"`
	// Derived is met when all checks are. A check whose measure does not apply
	// is left out; without any check, the verdict is undetermined.
	Derived mtss.Verdict `json:"derived"`
	// Checks are the findings of the component's rules, in the order of [Checks].
	Checks []rule.Finding `json:"checks"`
	// Evidence tells whether the checklist names evidence for what it declares.
	Evidence bool `json:"evidence,omitzero"`
}

// Contradicts reports whether the declaration contradicts the measures: it says
// established and they say no, or it says something else and they say yes.
func (s ComponentStatus) Contradicts() bool {
	return s.Declared == Established && s.Derived == mtss.NotMet || s.Declared != "" && s.Declared != Established && s.Derived == mtss.Met
}

// install judges the components of a unit by the rules that ship, which always
// compile. checklist may be nil: what it declares is only compared, since it is
// not evidence. A checklist of a later day is left out.
func install(v View, checklist *Checklist, others, own rule.Facts) (list []ComponentStatus) {
	var decisions []rule.Decision
	if book, err := rule.CompileSet(rule.Vocabulary{}, Checks()); err == nil {
		facts := rule.Facts{}
		maps.Copy(facts, others)
		maps.Copy(facts, own)
		decisions = book.Judge(facts, v.On)
	}
	for _, component := range mtss.Components() {
		s := ComponentStatus{Component: component, Checks: []rule.Finding{}}
		derived := mtss.Met
		for _, d := range decisions {
			if of, _, _ := strings.Cut(d.Rule, "/"); mtss.Component(of) != component || d.Require == nil || !d.Require.Measured.Applies() {
				continue
			}
			f := *d.Require
			f.Why = d.Title
			f.Cite(d.Source)
			s.Checks = append(s.Checks, f)
			derived = derived.And(f.Verdict)
		}
		if len(s.Checks) > 0 {
			s.Derived = derived
		}
		if checklist != nil && checklist.Unit == v.Unit && !checklist.Date.After(v.On) {
			s.declare(checklist)
		}
		list = append(list, s)
	}
	return list
}

func (s *ComponentStatus) declare(checklist *Checklist) {
	for _, d := range checklist.Components {
		if d.Component == s.Component {
			s.Declared, s.Initial, s.Evidence = d.Status, d.Initial, len(d.Evidence) > 0
		}
	}
}

// installed returns how many components are in place by their measures, how many
// are declared so, on how many the two differ, which stays open while a declared
// one is undetermined, and whether all those are in place that the first use
// needs.
func installed(components []ComponentStatus) rule.Facts {
	var derived, initial []mtss.Verdict
	declared := mtss.Tally{Possible: int64(len(components))}
	contradictions, open := 0, 0 // certain ones, and those that may yet turn out
	for _, s := range components {
		derived = append(derived, s.Derived)
		switch {
		case s.Declared == "":
			declared.Unknown++
		case s.Declared == Established:
			declared.Earned++
		}
		switch {
		case s.Contradicts():
			contradictions++
		case s.Declared != "" && s.Derived == mtss.Undetermined:
			open++
		}
		if s.Initial {
			initial = append(initial, s.Derived)
		}
	}
	facts := rule.Facts{
		"installation.components": rule.Of(mtss.Count(derived...)),
		"installation.declared":   rule.Of(declared),
	}
	if declared.Unknown < declared.Possible {
		facts["installation.contradictions"] = rule.OfSpan(mtss.Span{Low: mtss.Whole(int64(contradictions)), High: mtss.Whole(int64(contradictions + open))})
	}
	if len(initial) > 0 {
		facts["installation.initialComponents"] = rule.OfYesNo(slices.Min(initial))
	}
	return facts
}

// contradicted lists where what is declared is not what is derived, and what is
// declared established without evidence.
func contradicted(unit mtss.Unit, components []ComponentStatus) (found []Concern) {
	for _, s := range components {
		add := func(code mtss.Code, message string) {
			found = append(found, Concern{Code: code, Unit: unit, Subject: string(s.Component), Message: message})
		}
		if s.Contradicts() {
			word := "in place"
			if s.Derived == mtss.NotMet {
				word = "not in place"
			}
			add(ConcernDeclared, string(s.Component)+" is declared "+string(s.Declared)+", but its measures say that it is "+word)
		}
		if s.Declared == Established && !s.Evidence {
			add(ConcernEvidence, string(s.Component)+" is declared established, but no evidence of it is named")
		}
	}
	return found
}
