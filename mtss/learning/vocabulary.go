package learning

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Vocabulary returns the measures that this package provides: of a series, and
// of a DIT series. The latter make up the group "dit", and are evidence of
// district infrastructure only.
func Vocabulary() rule.Vocabulary {
	var v rule.Vocabulary
	add := func(kind rule.Kind, unit string, names ...string) {
		v.Measures = append(v.Measures, kit.Measures(kind, unit, names...)...)
	}
	add(rule.KindTally, "sessions", "learning.sessions", "learning.reflection", "learning.feedback.used", "learning.feedback.reported")
	add(rule.KindQuantity, "h", "learning.hours")
	add(rule.KindTally, "attendances", "learning.attendance", "learning.newStaff")
	add(rule.KindTally, "people", "learning.access", "learning.benefit", "learning.impact")
	add(rule.KindTally, "activities", "learning.fidelity")
	add(rule.KindTally, "phases", "learning.purposes")
	add(rule.KindTally, "supports", "learning.byNeed")
	add(rule.KindTally, "years", "learning.years")
	add(rule.KindQuantity, "months", "learning.months")
	add(rule.KindTally, "objects", "learning.focus")
	add(rule.KindYesNo, "", "learning.allocated")
	add(rule.KindTally, "answers", "learning.feedback", "learning.feedback.teams")
	for _, p := range phases() {
		add(rule.KindTally, "needs", "learning.needs."+string(p))
	}
	for _, item := range feedbackItems() {
		add(rule.KindTally, "answers", "learning.feedback."+item)
	}
	first := len(v.Measures)
	add(rule.KindTally, "commitments", "dit.commitments")
	add(rule.KindTally, "attendances", "dit.attendance")
	add(rule.KindTally, "topics", "dit.topics")
	add(rule.KindTally, "components", "dit.components")
	add(rule.KindQuantity, "h", "dit.team.h", "dit.coordinator.h")
	for _, c := range shipped().commitments {
		add(rule.KindYesNo, "", "dit."+c.ID)
	}
	for _, c := range mtss.Components() {
		add(rule.KindYesNo, "", "dit.component."+string(c))
	}
	group := rule.Group{Name: "dit"}
	for _, m := range v.Measures[first:] {
		group.Members = append(group.Members, m.Name)
	}
	v.Groups = []rule.Group{group}
	return v
}
