package rules

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Decide judges each of several students or schools by one rule on a day, in
// their order. There are no decisions where the rule is not in force.
func Decide(book *rule.Rulebook, id string, each []rule.Facts, on mtss.Date) []rule.Decision {
	decisions := make([]rule.Decision, 0, len(each))
	for _, facts := range each {
		if d, ok := book.Decide(id, facts, on); ok {
			decisions = append(decisions, d)
		}
	}
	return decisions
}

// Count says in how many of the decisions the rule matches: what is undetermined
// stays unknown.
func Count(decisions []rule.Decision) mtss.Tally {
	verdicts := make([]mtss.Verdict, len(decisions))
	for i, d := range decisions {
		verdicts[i] = d.Matches()
	}
	return mtss.Count(verdicts...)
}

// Locked returns the decision that holds on a day where the first one of a
// window counts for all of it: the earliest of this occurrence of the window,
// of one day the first given. ok is false outside the window, and where nothing
// was decided in it up to the day.
func Locked(decisions []rule.Decision, window mtss.Window, on mtss.Date) (held rule.Decision, ok bool) {
	from, _, within := window.Around(on)
	if !within {
		return rule.Decision{}, false
	}
	for _, d := range decisions {
		if d.On.Before(from) || d.On.After(on) || ok && !d.On.Before(held.On) {
			continue
		}
		held, ok = d, true
	}
	return held, ok
}
