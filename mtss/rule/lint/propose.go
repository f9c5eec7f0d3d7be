package lint

import (
	"fmt"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/internal/folder"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// Propose writes cases for the version of a rule that is in force on a day: for
// each of its bounds one below, one on and one above it, with the other measures
// such that the bound decides, where they can be. What each expects is what the
// rule says today, so that the cases pass until someone changes the rule; whether
// it is what was meant, its owner says.
//
// Lacking are the comparisons for which no case could be made on both sides:
// those of measures derived from derived ones, and bounds at the end of what a
// measure can be. A rule that is not in force has no cases.
func Propose(book *rule.Rulebook, id string, on mtss.Date) (cases suite.Cases, lacking []suite.CoverageGap) {
	p := proposer{book: book, id: id, on: on, vocabulary: book.Vocabulary(), derived: book.Derived()}
	d, _ := book.Decide(id, nil, on) // without facts it shows every comparison
	p.leaves = folder.Leaves(d)
	for _, leaf := range p.leaves {
		met, missed := p.leaf(leaf)
		if !met || !missed {
			side := map[bool]string{true: "misses", false: "meets"}[met]
			lacking = append(lacking, suite.CoverageGap{Rule: id, Path: leaf.Path, Message: "no case could be made where " + leaf.Measure + " " + side + " its bound"})
		}
	}
	return suite.Cases{Cases: p.cases}, lacking
}

// proposer gathers cases of one rule.
type proposer struct {
	book       *rule.Rulebook
	id         string
	on         mtss.Date
	vocabulary rule.Vocabulary
	derived    []rule.Derived
	leaves     []rule.Finding
	cases      []suite.Case
}

// leaf proposes cases about one comparison, and tells on which sides of it they are.
func (p *proposer) leaf(leaf rule.Finding) (met, missed bool) {
	tries := p.samples(leaf)
	best, most := p.others(leaf, true), -1
	for _, favourable := range []bool{true, false} {
		others, verdicts := p.others(leaf, favourable), map[string]bool{}
		for _, try := range tries {
			if d, ok := p.judge(append(slices.Clone(others), try.fact)); ok {
				verdicts[outcome(d)] = true
			}
		}
		if len(verdicts) > most {
			best, most = others, len(verdicts)
		}
	}
	for _, try := range tries {
		facts := append(slices.Clone(best), try.fact)
		d, ok := p.judge(facts)
		if !ok {
			continue
		}
		for _, f := range folder.Leaves(d) {
			if f.Path == leaf.Path && f.Measure == leaf.Measure {
				met, missed = met || f.Verdict == mtss.Met, missed || f.Verdict == mtss.NotMet
			}
		}
		p.add(leaf, try, facts, d)
	}
	return met, missed
}

func outcome(d rule.Decision) string { return d.Applies.String() + " " + d.Verdict.String() }

// add keeps a case, unless one of the same facts is there.
func (p *proposer) add(leaf rule.Finding, try sample, facts rule.FactTexts, d rule.Decision) {
	slices.SortFunc(facts, func(a, b rule.FactText) int { return p.place(a.Measure) - p.place(b.Measure) })
	c := suite.Case{Rule: p.id, On: p.on, Facts: facts, Expect: expectation(d)}
	if slices.ContainsFunc(p.cases, func(o suite.Case) bool { return fmt.Sprint(o.Facts) == fmt.Sprint(facts) }) {
		return
	}
	comparison := leaf.Wanted.Comparison()
	name := clip(leaf.Measure+" "+try.name+", where "+comparison.Phrase()+" is wanted", 200)
	c.Name = name
	for n := 2; slices.ContainsFunc(p.cases, func(o suite.Case) bool { return o.Name == c.Name }); n++ {
		c.Name = fmt.Sprintf("%s (%d)", name, n)
	}
	p.cases = append(p.cases, c)
}

func clip(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most])
	}
	return text
}

func (p *proposer) place(measure string) int {
	return slices.IndexFunc(p.vocabulary.Measures, func(m rule.Measure) bool { return m.Name == measure })
}

// expectation is what a decision says, as a case expects it.
func expectation(d rule.Decision) suite.Expect {
	e := suite.Expect{Applies: d.Applies.String()}
	if d.Applies != rule.Applies(mtss.NotMet) {
		e.Verdict = d.Verdict.String()
	}
	if d.Matches() == mtss.Met {
		e.Then = d.Then
	}
	return e
}

func (p *proposer) judge(texts rule.FactTexts) (rule.Decision, bool) {
	facts, err := texts.Parse("", p.vocabulary)
	if err != nil {
		return rule.Decision{}, false
	}
	return p.book.Decide(p.id, facts, p.on)
}

// others gives every other measure that the rule compares, or that one is derived
// from, a value with which its first comparison is met, or is not.
func (p *proposer) others(leaf rule.Finding, favourable bool) (facts rule.FactTexts) {
	own, _ := p.base(leaf.Measure)
	taken := map[string]bool{own: true}
	for _, other := range p.leaves {
		base, _ := p.base(other.Measure)
		if taken[base] {
			continue
		}
		for _, try := range p.samples(other) {
			d, ok := p.judge(rule.FactTexts{try.fact})
			verdict := mtss.Undetermined
			for _, f := range folder.Leaves(d) {
				if ok && f.Path == other.Path && f.Measure == other.Measure {
					verdict = f.Verdict
				}
			}
			if verdict != mtss.Undetermined && (verdict == mtss.Met) == favourable {
				facts, taken[base] = append(facts, try.fact), true
				break
			}
		}
	}
	return facts
}

// base returns the measure that facts are given of, and how a measure is derived from it.
func (p *proposer) base(measure string) (string, *rule.Derived) {
	i := slices.IndexFunc(p.derived, func(d rule.Derived) bool { return d.Name == measure })
	if i < 0 {
		return measure, nil
	}
	return p.derived[i].Of, &p.derived[i]
}
