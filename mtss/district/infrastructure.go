package district

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Checks returns the rules that show whether components of infrastructure are in
// place. The id of each begins with its component, followed by a slash. They use
// measures of this package and of others.
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

// install judges the components of a unit by the rules that ship. What the
// checklist declares is only compared. Without a checklist of the innovation, or with
// one that counts no longer, nothing is declared.
func (w *whole) install(v view, facts rule.Facts) (list []ComponentStatus) {
	var decisions []rule.Decision
	if w.checks != nil {
		decisions = w.checks.Judge(facts, v.on)
	}
	checklist := w.checklist(v)
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
		if checklist != nil {
			s.declare(checklist)
		}
		list = append(list, s)
	}
	return list
}

// checklist returns the latest checklist of a unit and an innovation that counts on a
// day: one for the innovation, or else one for any. Of several of one day that differ,
// none does.
func (w *whole) checklist(v view) *Checklist {
	for _, innovation := range [...]string{v.innovation, ""} {
		var latest []*Checklist
		for i := range w.checklists {
			c := &w.checklists[i]
			switch {
			case c.Unit != v.unit || c.Innovation != innovation || c.Date.After(v.on):
			case len(latest) == 0 || c.Date.After(latest[0].Date):
				latest = []*Checklist{c}
			case c.Date == latest[0].Date:
				latest = append(latest, c)
			}
		}
		if len(latest) == 1 && !v.on.After(w.through(latest[0])) {
			return latest[0]
		}
		if len(latest) > 0 {
			return nil
		}
	}
	return nil
}

// through is the last day on which a checklist counts.
func (w *whole) through(c *Checklist) mtss.Date { return w.policy.Calendar.NextYear(c.Date) }

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

// declaredFacts are what a checklist alone says of the components: how many are
// established, and whether all those are that the first use needs.
func declaredFacts(c *Checklist) rule.Facts {
	var status []ComponentStatus
	for _, component := range mtss.Components() {
		s := ComponentStatus{Component: component}
		s.declare(c)
		if s.Declared != "" {
			s.Derived = kit.YesNo(s.Declared == Established)
		}
		status = append(status, s)
	}
	facts := installed(status)
	delete(facts, evidence.Contradictions)
	return facts
}

// contradicted lists where what is declared is not what is derived, and what is
// declared established without evidence.
func contradicted(components []ComponentStatus) (found []mtss.Notice) {
	for _, s := range components {
		if s.Contradicts() {
			word := "in place"
			if s.Derived == mtss.NotMet {
				word = "not in place"
			}
			found = append(found, mtss.Noticef(ConcernDeclared, "the %s is declared %s, but its measures say that it is "+word, mtss.Plain(string(s.Component)), mtss.Plain(string(s.Declared))).About(string(s.Component)))
		}
		if s.Declared == Established && !s.Evidence {
			found = append(found, mtss.Noticef(ConcernEvidence, "the %s is declared established, but no evidence of it is named", mtss.Plain(string(s.Component))).About(string(s.Component)))
		}
	}
	return found
}
