package district

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Check is one thing that shows a component of infrastructure in place: a
// comparison of a measure, of this room or of another one.
type Check struct {
	// ID names the check.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Component is the component that it is of.
	Component Word `json:"component" jsonschema:"minLength=1,maxLength=100"`
	// Title says it in a few words.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=200"`
	// Measure is the measure that is compared.
	Measure string `json:"measure" jsonschema:"minLength=1,maxLength=200"`
	// MeasureKind is the measure's kind.
	MeasureKind rule.Kind `json:"measureKind"`
	// MeasureUnit is the measure's unit, where it has one.
	MeasureUnit string `json:"measureUnit,omitzero" jsonschema:"minLength=1,maxLength=50"`
	// AtLeast is the least that shows it; it stands alone, or else Is does.
	AtLeast string `json:"atLeast,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Is is the answer that does.
	Is string `json:"is,omitzero" jsonschema:"enum=yes,enum=no"`
	// Source is where it is asked for.
	Source mtss.Source `json:"source"`
	// Provenance is inferred where the source asks for the component and the
	// measure of it is our choice.
	Provenance mtss.Provenance `json:"provenance"`
}

// Checks returns the checks of all components. A host may judge with its own,
// and states staff.selection, which no room measures.
func Checks() []Check { return kit.Rows[Check](files, "checks") }

// ComponentStatus is how a component stands: what is declared, and what its measures say.
type ComponentStatus struct {
	// Component is the id of the component.
	Component Word `json:"component"`
	// Declared is the status that the checklist declares; "" where it declares none.
	Declared Word `json:"declared,omitzero"`
	// Initial is whether it must be in place before the first use.
	Initial bool `json:"initial,omitzero"`
	// Derived is what its checks come to: met when all are. A check whose
	// measure does not apply drops out.
	Derived mtss.Verdict `json:"derived"`
	// Checks are the findings of its checks, in their order.
	Checks []rule.Finding `json:"checks"`
	// Evidence is whether what is declared established names evidence.
	Evidence bool `json:"evidence,omitzero"`
}

// Contradicts reports whether what is declared is not what is derived:
// established, and the measures say no; or not so, and they say yes.
func (s ComponentStatus) Contradicts() bool {
	return s.Declared == "established" && s.Derived == mtss.NotMet || s.Declared != "" && s.Declared != "established" && s.Derived == mtss.Met
}

// Installation is how the ten components stand.
type Installation struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// Components are the components, in the order of [Components].
	Components []ComponentStatus `json:"components"`
}

// Install judges the components of a unit by checks over the measures of this
// and other rooms. checklist may be nil: what is declared is only compared, and
// is no evidence. Errors: those of rule.Compile for a check, with paths that
// begin with its place.
func Install(unit mtss.Unit, checks []Check, checklist *Checklist, facts rule.Facts) (Installation, error) {
	in := Installation{Unit: unit}
	judges := make([]rule.Judge, len(checks))
	vocabularies := make([]rule.Vocabulary, len(checks))
	for i, c := range checks {
		node := rule.Node{Measure: c.Measure, Comparison: rule.Comparison{AtLeast: c.AtLeast, Is: c.Is}}
		vocabularies[i] = rule.Vocabulary{Measures: []rule.Measure{{Name: c.Measure, Kind: c.MeasureKind, Unit: c.MeasureUnit}}}
		judge, err := rule.Compile(pointer.Element("", i), node, vocabularies[i])
		if err != nil {
			return in, err
		}
		judges[i] = judge
	}
	for _, component := range Components() {
		s := ComponentStatus{Component: component, Checks: []rule.Finding{}}
		derived := mtss.Met
		for i, c := range checks {
			if c.Component != component || judged(facts, c.Measure) && !facts[c.Measure].Applies() {
				continue
			}
			f := judges[i].Explain(vocabularies[i].Values(facts))
			f.Why = c.Title
			f.Cite(c.Source)
			s.Checks = append(s.Checks, f)
			derived = derived.And(f.Verdict)
		}
		if len(s.Checks) > 0 {
			s.Derived = derived
		}
		if checklist != nil && checklist.Unit == unit {
			s.declare(checklist)
		}
		in.Components = append(in.Components, s)
	}
	return in, nil
}

func judged(facts rule.Facts, measure string) bool {
	_, ok := facts[measure]
	return ok
}

func (s *ComponentStatus) declare(checklist *Checklist) {
	for _, d := range checklist.Components {
		if d.Component == s.Component {
			s.Declared, s.Initial, s.Evidence = d.Status, d.Initial, len(d.Evidence) > 0
		}
	}
}

// Measures returns how many components are in place by their measures, how many
// are declared so, on how many the two differ, which stays open while a declared
// one is undetermined, and whether all those are in place that the first use
// needs.
func (in Installation) Measures() rule.Facts {
	var derived, initial []mtss.Verdict
	declared := mtss.Tally{Possible: int64(len(in.Components))}
	contradictions, open := 0, 0 // certain ones, and those that may yet turn out
	for _, s := range in.Components {
		derived = append(derived, s.Derived)
		switch {
		case s.Declared == "":
			declared.Unknown++
		case s.Declared == "established":
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

// Concerns lists where what is declared is not what is derived, and what is
// declared established without evidence.
func (in Installation) Concerns() (found []Concern) {
	for _, s := range in.Components {
		add := func(code mtss.Code, message string) {
			found = append(found, Concern{Code: code, Unit: in.Unit, Subject: string(s.Component), Message: message})
		}
		if s.Contradicts() {
			word := "its measures say that it is in place"
			if s.Derived == mtss.NotMet {
				word = "its measures say that it is not in place"
			}
			add(ConcernDeclared, string(s.Component)+" is declared "+string(s.Declared)+", and "+word)
		}
		if s.Declared == "established" && !s.Evidence {
			add(ConcernEvidence, string(s.Component)+" is declared established, and no document shows it")
		}
	}
	return found
}
