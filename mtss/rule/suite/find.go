package suite

import (
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Find finds a rule in the files of a folder, with the rulebook that holds it and
// the sets that its set refines. An empty id is the only rule there; of several
// sets that have it, the one that refines the others counts. Without a day it is
// the first day of the newest version of the rule, or else its last.
//
// Problems: those of reading the rule sets, CodeCaseRule, CodeCaseAmbiguous, and
// CodeNotInForce if no version is in force on the day.
func Find(files []File, vocabulary rule.Vocabulary, id string, on mtss.Date) (book *rule.Rulebook, found rule.Rule, day mtss.Date, problems []mtss.Problem) {
	o := open(files, vocabulary)
	ids := slices.Sorted(maps.Keys(o.index))
	if id == "" && len(ids) == 1 {
		id = ids[0]
	}
	name := "."
	if len(files) == 1 {
		name = files[0].Name
	}
	set, err := o.find("", id)
	switch {
	case len(ids) == 0 && len(o.Sets) == 0 && len(o.Problems) > 0: // what was wrong has been said
	case len(ids) == 0:
		o.Whole(name, mtss.Issuef("", CodeCaseRule, "there is no rule"))
	case id == "":
		o.Whole(name, mtss.Issuef("", CodeCaseRule, "there are %d rules, name one of them after a #, such as #%s", len(ids), ids[0]))
	case err != nil:
		issue := mtss.Issues(err)[0]
		issue.Path = ""
		o.Whole(name, issue)
	case set.Book != nil: // else its problems have been said
		if day = on; day.IsZero() {
			day = newest(set.Set.Rules, id)
		}
		rules := set.Book.Rules(day)
		if i := slices.IndexFunc(rules, func(r rule.Rule) bool { return r.ID == id }); i >= 0 {
			return set.Book, rules[i], day, o.Problems
		}
		o.Whole(set.Name, mtss.Issuef("", CodeNotInForce, "no version of rule %q is in force on %s", id, day))
	}
	return nil, rule.Rule{}, mtss.Date{}, o.Problems
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
