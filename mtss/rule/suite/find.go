package suite

import (
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// One is one rule of a folder, ready to judge on a day.
type One struct {
	// Book holds the rule, with the sets that its set refines.
	Book *rule.Rulebook
	// Rule is the version in force on the day.
	Rule rule.Rule
	// On is the day.
	On mtss.Date
}

// Find finds a rule in the files of a folder. An empty id is the only rule
// there; of several sets that have it, the one that refines the others counts.
// Without a day it is the first day of the newest version of the rule, or else
// its last.
//
// Problems: those of reading the rule sets, CodeCaseRule, CodeCaseAmbiguous,
// and CodeNotInForce if no version is in force on the day.
func Find(files []File, vocabulary rule.Vocabulary, id string, on mtss.Date) (One, []Problem) {
	f := load(files)
	f.compile(vocabulary)
	index := f.index()
	if id == "" && len(index) == 1 {
		for only := range index {
			id = only
		}
	}
	if id == "" || len(index) == 0 {
		if len(f.sets) > 0 || len(f.problems) == 0 { // else what was wrong has been said
			f.whole(nameOf(files), CodeCaseRule, whichOf(index).Message)
		}
		return One{}, f.problems
	}
	set, issue := find("", Case{Rule: id}, index)
	if issue != nil {
		f.whole(nameOf(files), issue.Code, issue.Message)
		return One{}, f.problems
	}
	if set.book == nil {
		return One{}, f.problems
	}
	if on.IsZero() {
		on = newest(set.set.Rules, id)
	}
	rules := set.book.Rules(on)
	i := slices.IndexFunc(rules, func(r rule.Rule) bool { return r.ID == id })
	if i < 0 {
		f.whole(set.name, CodeNotInForce, mtss.Issuef("", CodeNotInForce, "no version of rule %q is in force on %s", id, on).Message)
		return One{}, f.problems
	}
	return One{Book: set.book, Rule: rules[i], On: on}, f.problems
}

// nameOf returns the name of the only file, or that of the folder.
func nameOf(files []File) string {
	if len(files) == 1 {
		return files[0].Name
	}
	return "."
}

// newest returns the day for the version of a rule that begins last.
func newest(rules []rule.Rule, id string) mtss.Date {
	var found rule.Rule
	for _, r := range rules {
		if r.ID == id && (found.ID == "" || r.Since.After(found.Since)) {
			found = r
		}
	}
	switch {
	case !found.Since.IsZero():
		return found.Since
	case !found.Until.IsZero():
		return found.Until
	}
	return mtss.Date{Year: 2000, Month: 1, Day: 1} // any day will do
}

// whichOf asks for one of the rules.
func whichOf(index map[string][]*setFile) mtss.Issue {
	if len(index) == 0 {
		return mtss.Issuef("", CodeCaseRule, "there is no rule")
	}
	return mtss.Issuef("", CodeCaseRule, "there are %d rules, name one of them after a #, such as #%s", len(index), slices.Min(slices.Collect(maps.Keys(index))))
}
