package coaching

import (
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Vocabulary returns the measures of this package, the conditions of [LoadNorms],
// which a host states, coaching.atFidelity, which a record of circumstances may
// state, and coaching.level, coaching.type and coaching.role, which
// [Needs] provides about each recipient.
func Vocabulary() rule.Vocabulary {
	tally := func(name, unit string) rule.Measure {
		return rule.Measure{Name: "coaching." + name, Kind: rule.KindTally, Unit: unit}
	}
	quantity := func(name, unit string) rule.Measure {
		return rule.Measure{Name: "coaching." + name, Kind: rule.KindQuantity, Unit: unit}
	}
	yesNo := func(name string) rule.Measure { return rule.Measure{Name: "coaching." + name, Kind: rule.KindYesNo} }
	const who = "teams and people"
	v := rule.Vocabulary{Measures: []rule.Measure{
		tally("components", "components"), tally("inUse", "components"), tally("sorts", "sorts of coaching"), yesNo("newToMTSS"),
		tally("involved", "components and roles"), tally("content", "topics"), tally("timelines", "components"), tally("basedOn", "components"),
		quantity("coaches", "coaches"), yesNo("coachesChosen"), tally("criteria", "skills"), tally("informed", "coaches"), tally("internal", "coaches"),
		quantity("schoolsPerFTE", "schools"), quantity("hoursPerSchool", "h"),
		tally("planned", who), tally("plans", "parts of plans"),
		tally("dosage", "contacts"), tally("minutes", "minutes"), quantity("hours", "h"), quantity("gaps", "gaps"),
		quantity("otherSupports", "contacts"), tally("onPlan", "contacts"), quantity("conflicts", "days"),
		tally("coverage", who), tally("coverage.systems", who), tally("coverage.instructional", who), tally("observed", who),
		tally("needs", "needs"), yesNo("dataUsed"), tally("higher", "scores"),
		tally("fidelity.adherence", "points"), tally("fidelity.quality", "points"), tally("fidelity.responsiveness", "points"), tally("fidelity.dose", "points"),
		tally("confidence", "answers"), tally("feedback.training", "answers"), tally("feedback.knowledge", "answers"), tally("feedback.coaching", "answers"),
		tally("development.access", "people"), tally("development.benefit", "people"), tally("development.fidelity", ""), tally("development.impact", "people"),
		tally("development.purposes", "purposes"), tally("development.byNeed", "supports"),
	}}
	v.Measures = append(v.Measures, normConditions()...)
	v.Measures = append(v.Measures, rule.Measure{Name: atFidelity, Kind: rule.KindYesNo})
	for _, name := range []string{"level", "type", "role"} {
		v.Measures = append(v.Measures, rule.Measure{Name: "coaching." + name, Kind: rule.KindCategory})
	}
	return v
}

// atFidelity is whether a recipient was at fidelity.
const atFidelity = "coaching.atFidelity"

// ratioText renders "3 of 6", and what is unknown.
func ratioText(t mtss.Tally) string {
	text := strconv.FormatInt(t.Earned, 10) + " of " + strconv.FormatInt(t.Possible, 10)
	if t.Unknown > 0 {
		text += " (" + strconv.FormatInt(t.Unknown, 10) + " unknown)"
	}
	return text
}

// list renders "a", "a and b", "a, b and c".
func list[T ~string](words []T) (text string) {
	for i, w := range words {
		switch {
		case i == 0:
		case i == len(words)-1:
			text += " and "
		default:
			text += ", "
		}
		text += string(w)
	}
	return text
}
