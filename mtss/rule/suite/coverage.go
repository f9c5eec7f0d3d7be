package suite

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/internal/folder"
)

// CoverageGap is a comparison or a rule that the cases leave untested.
type CoverageGap struct {
	// File is the file of the rule set.
	File string `json:"file"`
	// Rule is the id of the rule.
	Rule string `json:"rule"`
	// Path is a JSON Pointer to the comparison; "" is the whole rule.
	Path string `json:"path"`
	// Message says what is missing.
	Message string `json:"message"`
}

// bound is one comparison of one set.
type bound struct {
	set           *folder.Set
	path, measure string
}

// sides tells which verdicts of a comparison were seen, and whether a value of a day
// on which none counts was.
type sides struct{ met, notMet, outside bool }

// coverage is what the cases looked at.
type coverage map[bound]sides

// see remembers the comparisons behind the decision of a case.
func (c coverage) see(set *folder.Set, d rule.Decision, by Case) {
	for _, leaf := range folder.Leaves(d) {
		key := bound{set, leaf.Path, leaf.Measure}
		s := c[key]
		s.met = s.met || leaf.Verdict == mtss.Met
		s.notMet = s.notMet || leaf.Verdict == mtss.NotMet
		if stretch, within := threshold.ReadStretch(leaf.Within); within {
			s.outside = s.outside || outside(by.Facts, leaf.Measure, stretch.Days(set.Book.Vocabulary().Calendar, d.On))
		}
		c[key] = s
	}
}

// outside reports whether a fact of a measure has a value of another day.
func outside(facts rule.FactTexts, measure string, days mtss.Period) bool {
	return slices.ContainsFunc(facts, func(f rule.FactText) bool {
		old := func(d rule.DatedText) bool { return d.On.Valid() && !days.Contains(d.On) }
		return f.Measure == measure && (old(rule.DatedText{On: f.On}) || slices.ContainsFunc(f.Series, old))
	})
}

// gaps lists the rules that no case judged, and of the others the comparisons
// that no case saw on both sides.
func (c coverage) gaps(sets []folder.Set) []CoverageGap {
	gaps := []CoverageGap{}
	for i := range sets {
		s := &sets[i]
		if s.Book == nil {
			continue
		}
		for _, r := range s.Set.Rules {
			gaps = append(gaps, c.ofRule(s, r)...)
		}
	}
	return gaps
}

func (c coverage) ofRule(s *folder.Set, r rule.Rule) (gaps []CoverageGap) {
	on := r.Since
	if on.IsZero() {
		on = r.Until
	}
	// Without facts nothing is decided, so the decision shows every comparison.
	d, _ := s.Book.Decide(r.ID, nil, on)
	exercised, derived := false, map[string]bool{} // without facts of their own
	for _, m := range s.Book.Derived() {
		derived[m.Name] = true
	}
	for _, leaf := range folder.Leaves(d) {
		seen, known := c[bound{s, leaf.Path, leaf.Measure}]
		exercised = exercised || known
		lacks := ""
		switch {
		case !seen.met && !seen.notMet:
			lacks = "no case decides " + leaf.Measure
		case !seen.met:
			lacks = "no case where " + leaf.Measure + " meets its bound"
		case !seen.notMet:
			lacks = "no case where " + leaf.Measure + " misses its bound"
		case leaf.Within != "" && !seen.outside && !derived[leaf.Measure]:
			lacks = "no case where " + leaf.Measure + " has a value of a day on which none counts"
		default:
			continue
		}
		gaps = append(gaps, CoverageGap{File: s.Name, Rule: r.ID, Path: leaf.Path, Message: lacks})
	}
	if !exercised {
		return []CoverageGap{{File: s.Name, Rule: r.ID, Message: "no case looks at the rule"}}
	}
	return gaps
}
