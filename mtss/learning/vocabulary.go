package learning

import "github.com/openmtss/mtss-go/mtss/rule"

// Vocabulary returns the measures that this room provides: of a series, and of
// a DIT series. The latter make up the group "dit", and are evidence of
// district infrastructure only.
func Vocabulary() rule.Vocabulary {
	v := rule.Vocabulary{Measures: []rule.Measure{
		tally("learning.sessions", "sessions"), number("learning.hours", "h"), tally("learning.attendance", "attendances"), tally("learning.newStaff", "attendances"),
		tally("learning.years", "years"), number("learning.months", "months"), tally("learning.focus", "objects"), tally("learning.reflection", "sessions"),
		{Name: "learning.allocated", Kind: rule.KindYesNo},
		tally("learning.feedback", "answers"), tally("learning.feedback.teams", "answers"), tally("learning.feedback.used", "sessions"), tally("learning.feedback.reported", "sessions"),
	}}
	for _, p := range phases() {
		v.Measures = append(v.Measures, tally("learning.needs."+p, "needs"))
	}
	for _, item := range feedbackItems() {
		v.Measures = append(v.Measures, tally("learning.feedback."+item, "answers"))
	}
	dit := []rule.Measure{
		tally("dit.commitments", "commitments"), tally("dit.topics", "topics"), tally("dit.components", "components"),
		number("dit.team.h", "h"), number("dit.coordinator.h", "h"),
	}
	for _, c := range commitments() {
		dit = append(dit, rule.Measure{Name: "dit." + c.ID, Kind: rule.KindYesNo})
	}
	for _, c := range components() {
		dit = append(dit, rule.Measure{Name: "dit.component." + c, Kind: rule.KindYesNo})
	}
	group := rule.Group{Name: "dit"}
	for _, m := range dit {
		group.Members = append(group.Members, m.Name)
	}
	v.Measures, v.Groups = append(v.Measures, dit...), []rule.Group{group}
	return v
}

func tally(name, unit string) rule.Measure {
	return rule.Measure{Name: name, Kind: rule.KindTally, Unit: unit}
}

func number(name, unit string) rule.Measure {
	return rule.Measure{Name: name, Kind: rule.KindQuantity, Unit: unit}
}
