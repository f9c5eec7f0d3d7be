package lint

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/internal/folder"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// Lint looks for what is unlikely to be meant in the rules of a folder. It reports
// only what follows from the rules, the measures that they declare and the totals
// in the cases of the folder; what it does not report may still be wrong.
//
//   - Conflicts, gaps, overlaps and dead rules are found where comparisons of
//     the same measures exclude each other. How measures depend on one another,
//     as a total does on its subscales, is not known.
//   - A rule with "then" says what follows, so that several of one measure are
//     bands; one band within a later one is a ladder, not an overlap.
//   - Which totals a tally has is known from the cases alone; of shares and
//     quantities it is not known which values an instrument has.
//   - Directions are mixed where one measure, or one derived from it, is wanted
//     both high and low; different measures are taken to be independent.
//
// Findings have the codes of this package, and rule.CodeRefine. Problems are what
// could not be read; nothing is found in that.
func Lint(files []suite.File, vocabulary rule.Vocabulary) (findings, problems []mtss.Problem) {
	l := linter{totals: totals{}, words: map[string][]string{}, findings: []mtss.Problem{}}
	l.folder = folder.New(folder.Codes{Read: suite.CodeRead, Kind: suite.CodeKind, SetRepeated: suite.CodeSetRepeated}, func(_ string, _ *strict.Document, data []byte) error {
		cases, err := suite.DecodeCases(data)
		if err == nil {
			l.totals.add(cases.Cases)
			l.addWords(cases.Cases)
		}
		return err
	})
	for _, file := range files {
		l.folder.Problems = append(l.folder.Problems, file.Problems...)
		if len(file.Problems) == 0 {
			l.folder.Add(file.Name, file.Data, file.Err)
		}
	}
	l.folder.Compile(vocabulary)
	problems = []mtss.Problem{}
	for _, p := range l.folder.Problems {
		if p.Code == rule.CodeRefine {
			l.findings = append(l.findings, p)
		} else {
			problems = append(problems, p)
		}
	}
	for i := range l.folder.Sets {
		if l.folder.Sets[i].Book != nil { // else its problems are reported
			l.set(&l.folder.Sets[i])
		}
	}
	slices.SortStableFunc(l.findings, func(a, b mtss.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Path, b.Path))
	})
	return l.findings, problems
}

// linter gathers findings.
type linter struct {
	folder   *folder.Folder
	totals   totals
	words    map[string][]string // of each measure, in the cases
	findings []mtss.Problem
}

func (l *linter) find(set *folder.Set, path string, code mtss.Code, format string, args ...any) {
	finding := mtss.Problem{File: set.Name, Line: set.Doc.Line(path), Issue: mtss.Issuef(path, code, format, args...)}
	if !slices.ContainsFunc(l.findings, func(f mtss.Problem) bool { return reflect.DeepEqual(f, finding) }) {
		l.findings = append(l.findings, finding)
	}
}

// subject is one version of a rule as lint looks at it.
type subject struct {
	set         *folder.Set
	rule        *rule.Rule
	path        string
	place       int // among the rules in which "then" looks for a match
	when, match shape
	above       bool         // of a set that is refined
	lower       []*rule.Rule // versions of lower scopes, which take its place
	days        []mtss.Date  // on which something may change
}

// active reports whether the rule is in force and no other takes its place.
func (s *subject) active(on mtss.Date) bool {
	return s.rule.InForce(on) && !slices.ContainsFunc(s.lower, func(r *rule.Rule) bool { return r.InForce(on) })
}

// together reports whether there is a day on which both are active.
func together(a, b *subject) bool {
	both := func(on mtss.Date) bool { return a.active(on) && b.active(on) }
	return slices.ContainsFunc(a.days, both) || slices.ContainsFunc(b.days, both)
}

// throughout reports whether a is active whenever b is.
func throughout(a, b *subject) bool {
	alone := func(on mtss.Date) bool { return b.active(on) && !a.active(on) }
	return together(a, b) && !slices.ContainsFunc(a.days, alone) && !slices.ContainsFunc(b.days, alone)
}

// set looks at one set, together with those that it refines.
func (l *linter) set(s *folder.Set) {
	shapes := newShaper(s.Book.Vocabulary())
	subjects := l.subjects(s, shapes)
	for i := range subjects {
		if sub := &subjects[i]; !sub.above {
			l.alone(sub, shapes)
		}
	}
	l.categories(s, subjects)
	l.conflicts(subjects)
	l.bands(subjects)
	l.shadows(subjects)
	l.strict(subjects, shapes)
}

// subjects lists the rules of a set and of those above it in the order in which
// "then" looks for a match.
func (l *linter) subjects(s *folder.Set, shapes shaper) (out []subject) {
	chain := l.folder.Chain(s)
	place, lower := map[string]int{}, map[string][]*rule.Rule{}
	for _, set := range slices.Backward(chain) {
		for i := range set.Set.Rules {
			if id := set.Set.Rules[i].ID; place[id] == 0 {
				place[id] = len(place) + 1
			}
		}
	}
	for _, set := range chain {
		for i := range set.Set.Rules {
			r := &set.Set.Rules[i]
			sub := subject{set: set, rule: r, path: pointer.Element("/rules", i), place: place[r.ID], above: set != s, lower: lower[r.ID]}
			sub.when = shapes.of(r.When)
			sub.match = sub.when.and(shapes.of(r.Require))
			sub.days = changes(append(slices.Clone(sub.lower), r))
			out = append(out, sub)
		}
		for i := range set.Set.Rules {
			r := &set.Set.Rules[i]
			lower[r.ID] = append(slices.Clip(lower[r.ID]), r)
		}
	}
	slices.SortStableFunc(out, func(a, b subject) int { return a.place - b.place })
	return out
}

// addWords takes in the texts of the facts in cases.
func (l *linter) addWords(cases []suite.Case) {
	for _, c := range cases {
		for _, fact := range c.Facts {
			texts := []string{fact.Text}
			for _, d := range fact.Series {
				texts = append(texts, d.Value)
			}
			for _, text := range texts {
				if text != "" && text != "unknown" && !slices.Contains(l.words[fact.Measure], text) {
					l.words[fact.Measure] = append(l.words[fact.Measure], text)
				}
			}
		}
	}
}

// categories looks at measures that do not list their words: for words in the cases
// that no rule asks for, which may be misspelt.
func (l *linter) categories(set *folder.Set, subjects []subject) {
	asked := map[string][]string{}
	for i := range subjects {
		for _, tree := range trees(&subjects[i]) {
			for _, leaf := range leavesOf(tree.node, tree.path, false) {
				_, words := read(leaf.node.Comparison)
				asked[leaf.measure] = append(asked[leaf.measure], words...)
			}
		}
	}
	for _, m := range set.Set.Measures {
		if m.Kind != rule.KindCategory || len(m.Categories) > 0 {
			continue
		}
		path := pointer.Member("/measures", m.Name)
		for _, word := range l.words[m.Name] {
			switch near := strict.Nearest(word, asked[m.Name]); {
			case slices.Contains(asked[m.Name], word):
			case near != "":
				l.find(set, path, CodeCategory, "measure %q: no rule asks for the word %q of the cases, did you mean %q? Listing the \"categories\" of the measure has another word refused", m.Name, word, near)
			default:
				l.find(set, path, CodeCategory, "measure %q: no rule asks for the word %q of the cases; listing the \"categories\" of the measure has another word refused", m.Name, word)
			}
		}
	}
}

// changes lists the first days of rules, and the days after their last.
func changes(rules []*rule.Rule) (days []mtss.Date) {
	for _, r := range rules {
		first := r.Since
		if first.IsZero() {
			first = mtss.Date{Year: 1, Month: 1, Day: 1}
		}
		days = append(days, first)
		if next := r.Until.AddDays(1); !r.Until.IsZero() && next.Valid() {
			days = append(days, next)
		}
	}
	return days
}

// alone looks at what one rule says.
func (l *linter) alone(s *subject, shapes shaper) {
	r := s.rule
	if r.Source.Title == "" {
		l.find(s.set, s.path, CodeSource, "rule %q names no source", r.ID)
	}
	switch {
	case len(s.when.boxes) == 0:
		l.find(s.set, pointer.Member(s.path, "when"), CodeDead, "rule %q never applies: what it wants under \"when\" excludes itself", r.ID)
	case len(s.match.boxes) == 0:
		l.find(s.set, pointer.Member(s.path, "require"), CodeNever, "rule %q is never met where it applies: what it wants excludes itself", r.ID)
	}
	for _, tree := range trees(s) {
		l.directions(s, tree)
		for _, leaf := range leavesOf(tree.node, tree.path, false) {
			l.bound(s, leaf, shapes)
		}
	}
}

// conflicts looks for rules that ask for what excludes each other. Rules with
// "then" ask for nothing.
func (l *linter) conflicts(subjects []subject) {
	byMeasure := map[string][]*subject{}
	for i := range subjects {
		s := &subjects[i]
		if s.rule.Then != "" || s.rule.Require == nil || len(s.match.boxes) == 0 {
			continue
		}
		met := map[*subject]bool{s: true}
		for _, name := range s.match.measures() {
			for _, other := range byMeasure[name] {
				if !met[other] && !(s.above && other.above) {
					met[other] = true
					l.conflict(other, s)
				}
			}
			byMeasure[name] = append(byMeasure[name], s)
		}
	}
}

func (l *linter) conflict(a, b *subject) {
	reason := a.match.excludes(b.match)
	if reason == "" || a.when.excludes(b.when) != "" || !together(a, b) {
		return
	}
	if b.above {
		a, b = b, a
	}
	l.find(b.set, b.path, CodeConflict, "rules %q and %q are in force together and cannot both hold: %s", a.rule.ID, b.rule.ID, reason)
}

// measures lists what the alternatives speak of.
func (a shape) measures() (names []string) {
	for _, b := range a.boxes {
		for name := range b {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

// excludes says why no two alternatives go together; "" if some do.
func (a shape) excludes(b shape) (reason string) {
	for _, x := range a.boxes {
		for _, y := range b.boxes {
			if reason = x.excludes(y); reason == "" {
				return ""
			}
		}
	}
	return reason
}

func (x box) excludes(y box) (reason string) {
	for name, v := range x {
		w, shared := y[name]
		if !shared {
			continue
		}
		both := v.and(w)
		if both.optional || !both.empty() {
			continue
		}
		if text := name + " is wanted " + v.phrase() + " and " + w.phrase(); reason == "" || text < reason {
			reason = text
		}
	}
	return reason
}
