package rule

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Rulebook is a set of rules made ready, with those of the higher scopes that
// it refines. It never changes, so it is safe for concurrent use. A nil one has no
// rules.
type Rulebook struct {
	vocabulary  Vocabulary
	derivations []derivation
	entries     []entry
	byID        map[string]int // place among entries
}

// entry is one rule id with its versions, those of the lowest scope first.
type entry struct {
	id       string
	versions []version
}

// version is one rule as a set holds it.
type version struct {
	rule          Rule
	set           int // 0 is the lowest scope
	setID         string
	path          string
	when, require Judge
}

// CompileSet checks a set against the measures of a vocabulary, and against the
// sets of the higher scopes that it refines, in any order. The measures that a set
// declares count too. Paths of issues lead into set;
// problems of the sets above are reported with path "" and their id.
//
// Errors: CodeScope, CodeKind, CodeMeasureRepeated, CodeRule, CodePeriod,
// CodeVersions, CodeRefine, CodeDerived, CodeCircular, and those of [Compile].
func CompileSet(vocabulary Vocabulary, set Set, above ...Set) (*Rulebook, error) {
	c := setCompiler{book: &Rulebook{byID: map[string]int{}}}
	sets := c.chain(set, above)
	c.book.vocabulary = vocabulary.clone()
	for i := len(sets) - 1; i >= 0; i-- {
		c.into(i, &sets[i])
		c.calendar(sets[i].Calendar)
		c.measures(sets[i].Measures)
		c.derived(sets[i].Derived)
	}
	for i := range sets {
		c.into(i, &sets[i])
		c.rules(sets[i].Rules)
	}
	if len(c.issues) > 0 {
		return nil, strict.Invalid(c.issues)
	}
	c.order(sets)
	return c.book, nil
}

// setCompiler builds a rulebook from the sets of one chain of scopes.
type setCompiler struct {
	book   *Rulebook
	set    *Set
	at     int // place of set in the chain, 0 for the lowest
	issues []mtss.Issue
}

func (c *setCompiler) into(i int, set *Set) { c.at, c.set = i, set }

// add takes over issues; those of a set above lose their path, which would
// lead into another document.
func (c *setCompiler) add(issues ...mtss.Issue) {
	for _, issue := range issues {
		if c.at > 0 {
			at := issue.Path
			if at != "" {
				at += ": "
			}
			issue.Path = ""
			issue = strict.Prefixed(issue, "set %s: %s", c.set.ID, at)
		}
		c.issues = append(c.issues, issue)
	}
}

// chain puts the sets in order, from the one given up through what it refines.
func (c *setCompiler) chain(set Set, above []Set) []Set {
	c.into(0, &set)
	sets, wanted := []Set{set}, set.Refines
	for wanted != "" {
		i := slices.IndexFunc(above, func(s Set) bool { return s.ID == wanted })
		switch {
		case slices.ContainsFunc(sets, func(s Set) bool { return s.ID == wanted }):
			c.add(mtss.Issuef("/refines", CodeScope, "set %q refines itself", wanted))
			return sets
		case i < 0:
			c.add(mtss.Issuef("/refines", CodeScope, "set %q, which is refined, was not given", wanted))
			return sets
		case smaller(above[i].Scope.Kind, c.set.Scope.Kind):
			c.add(mtss.Issuef("/refines", CodeScope, "a set for units of kind %s cannot refine %q, which is for those of kind %s", c.set.Scope.Kind, wanted, above[i].Scope.Kind))
		}
		c.into(len(sets), &above[i])
		sets, wanted = append(sets, above[i]), above[i].Refines
	}
	c.into(0, &set)
	if len(sets) <= len(above) {
		c.add(mtss.Issuef("/refines", CodeScope, "%d of the sets above are not refined by way of this one", len(above)+1-len(sets)))
	}
	return sets
}

// smaller reports whether a kind of unit is of a lower scope than another; not
// where one of them is left open.
func smaller(a, b mtss.UnitKind) bool {
	kinds := mtss.UnitKinds()
	i, k := slices.Index(kinds, a), slices.Index(kinds, b)
	return i >= 0 && k >= 0 && i < k
}

// calendar takes over what a set's own calendar says.
func (c *setCompiler) calendar(own mtss.Calendar) {
	for i, w := range own.Windows {
		if slices.ContainsFunc(own.Windows[:i], func(o mtss.Window) bool { return o.ID == w.ID }) {
			c.add(mtss.Issuef(pointer.Member(pointer.Element("/calendar/windows", i), "id"), CodeWithin, "window %q is there twice", w.ID))
		}
	}
	of := &c.book.vocabulary.Calendar
	if own.Year != (mtss.MonthDay{}) {
		of.Year = own.Year
	}
	if own.Windows != nil {
		of.Windows = slices.Clone(own.Windows)
	}
	if own.Closures != nil {
		of.Closures = slices.Clone(own.Closures)
	}
}

// measures declares a set's own measures. Repeating what is declared already is
// allowed; contradicting it is not.
func (c *setCompiler) measures(declared Measures) {
	seen := map[string]bool{}
	for _, m := range declared {
		i := c.book.vocabulary.index(m.Name)
		if !slices.Contains(Kinds(), m.Kind) {
			c.add(mtss.Issuef(pointer.Member("/measures", m.Name), CodeKind, "measure %q has no kind", m.Name))
		}
		for k, word := range m.Categories {
			at := pointer.Element(pointer.Member(pointer.Member("/measures", m.Name), "categories"), k)
			switch {
			case m.Kind != KindCategory:
				c.add(mtss.Issuef(at, CodeKind, "measure %q is a %s, which has no categories", m.Name, m.Kind))
			case word == unknown:
				c.add(mtss.Issuef(at, CodeThreshold, "%q cannot be a category, since a fact that says so says that nothing is known; want another word", word))
			}
			for _, first := range m.Categories[:k] {
				if first != word && strings.EqualFold(first, word) {
					c.add(mtss.Issuef(at, CodeThreshold, "%q and %q differ in capitals alone, and a fact that means one may say the other; want one of both", word, first))
				}
			}
		}
		if seen[m.Name] || i >= 0 && !c.book.vocabulary.Measures[i].same(m) {
			c.add(mtss.Issuef(pointer.Member("/measures", m.Name), CodeMeasureRepeated, "measure %q is declared differently already", m.Name))
			continue
		}
		seen[m.Name] = true
		if i < 0 {
			m.Categories = slices.Clone(m.Categories)
			c.book.vocabulary.Measures = append(c.book.vocabulary.Measures, m)
		}
	}
}

func (c *setCompiler) derived(specs []Derived) {
	vocabulary, derivations, issues := derive("/derived", c.book.vocabulary, specs)
	c.book.vocabulary = vocabulary
	c.book.derivations = append(c.book.derivations, derivations...)
	c.add(issues...)
}

func (c *setCompiler) rules(rules []Rule) {
	for i := range rules {
		c.rule(pointer.Element("/rules", i), &rules[i])
	}
}

// rule compiles one rule and files it under its id.
func (c *setCompiler) rule(path string, r *Rule) {
	v := version{rule: r.clone(), set: c.at, setID: c.set.ID, path: path}
	if r.Require == nil && (r.When == nil || r.Then == "") {
		c.add(mtss.Issuef(path, CodeRule, `rule %q asks for nothing, want "require", or "when" with "then"`, r.ID))
	}
	if !r.Since.IsZero() && !r.Until.IsZero() && r.Until.Before(r.Since) {
		c.add(mtss.Issuef(pointer.Member(path, "until"), CodePeriod, "rule %q ends on %s, before it begins on %s", r.ID, r.Until, r.Since))
	}
	v.when = c.node(pointer.Member(path, "when"), r.When)
	v.require = c.node(pointer.Member(path, "require"), r.Require)
	i, known := c.book.byID[r.ID]
	if !known {
		c.book.byID[r.ID] = len(c.book.entries)
		c.book.entries = append(c.book.entries, entry{id: r.ID, versions: []version{v}})
		return
	}
	clashes := false // said once, with however many versions it clashes
	for k := range c.book.entries[i].versions {
		switch other := &c.book.entries[i].versions[k]; {
		case other.set < c.at:
			c.heldFast(r, other)
		case !clashes && overlapping(*r, other.rule):
			clashes = true
			c.add(mtss.Issuef(path, CodeVersions, "two versions of rule %q are in force on one day", r.ID))
		}
	}
	c.book.entries[i].versions = append(c.book.entries[i].versions, v)
}

// heldFast reports a version that puts itself in place of one that a higher
// scope holds fast.
func (c *setCompiler) heldFast(r *Rule, other *version) {
	if r.Refinable || !overlapping(*r, other.rule) {
		return // only versions that are in force on one day meet
	}
	at := "" // of the lower set, whose rule is the problem
	if other.set == 0 {
		at = other.path
	}
	issue := mtss.Issuef(at, CodeRefine, "rule %q of set %q may not be refined", r.ID, c.set.ID)
	same := func(i mtss.Issue) bool {
		return i.Path == issue.Path && i.Code == issue.Code && i.Message == issue.Message
	}
	if !slices.ContainsFunc(c.issues, same) { // once for all versions above
		c.issues = append(c.issues, issue)
	}
}

func overlapping(a, b Rule) bool {
	startsInTime := func(a, b Rule) bool { return a.Since.IsZero() || b.Until.IsZero() || !a.Since.After(b.Until) }
	return startsInTime(a, b) && startsInTime(b, a)
}

func (c *setCompiler) node(path string, n *Node) Judge {
	if n == nil {
		return Judge{}
	}
	judge, err := Compile(path, *n, c.book.vocabulary)
	c.add(mtss.Issues(err)...)
	for _, o := range judge.ops {
		if o.within == nil {
			continue
		}
		if m := &judge.measures[o.measure]; !m.Series && slices.ContainsFunc(c.book.derivations, func(d derivation) bool { return d.spec.Name == m.Name }) {
			c.add(mtss.Issuef(o.path, CodeWithin, "measure %q is worked out as of the day of judgement, so \"within\" has no day to look at", m.Name))
		}
	}
	return judge
}

// order puts the entries in the order of the highest scope, with what lower
// scopes add behind.
func (c *setCompiler) order(sets []Set) {
	place := map[string]int{}
	for i := len(sets) - 1; i >= 0; i-- {
		for _, r := range sets[i].Rules {
			if _, known := place[r.ID]; !known {
				place[r.ID] = len(place)
			}
		}
	}
	slices.SortFunc(c.book.entries, func(a, b entry) int { return place[a.id] - place[b.id] })
	c.book.byID = place
}

func (r Rule) clone() Rule {
	if r.When != nil {
		when := r.When.Clone()
		r.When = &when
	}
	if r.Require != nil {
		require := r.Require.Clone()
		r.Require = &require
	}
	r.Caveats = slices.Clone(r.Caveats)
	return r
}
