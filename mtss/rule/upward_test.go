package rule_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// pointsUp reports whether every comparison of a node is a lower bound or a
// "yes", and nothing is negated.
func pointsUp(n rule.Node) bool {
	if n.Not != nil || n.AtMost != "" || n.LessThan != "" || n.Between != nil || n.OneOf != nil || n.Is != "" && n.Is != "yes" {
		return false
	}
	down := func(n rule.Node) bool { return !pointsUp(n) }
	return !slices.ContainsFunc(n.All, down) && !slices.ContainsFunc(n.Any, down) && !slices.ContainsFunc(n.Of, down)
}

// better returns s with one more point on an item, or a no turned to yes or to
// unknown; ok is false if there is nothing to better.
func better(r *rand.Rand, s small) (small, bool) {
	part := r.IntN(2)
	if len(s.items[part]) == 0 || r.IntN(5) == 0 {
		if s.vote == mtss.Met {
			return s, false
		}
		s.vote++
		return s, true
	}
	item := r.IntN(len(s.items[part]))
	if score := s.items[part][item]; score == 0 || score == 1 {
		return s.with(part, item, score+1), true
	}
	return s, false
}

// TestUpwardNeverWorsens takes the nodes that point upward among random ones of
// every kind: better evidence never worsens their verdict.
func TestUpwardNeverWorsens(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	found, changed, fell := 0, 0, 0
	for range 20000 {
		s := anySmall(r)
		operators := everyWay
		if r.IntN(2) == 0 {
			operators = upward
		}
		p := anyTree(r, s, 2, operators, true)
		more, ok := better(r, s)
		if !ok {
			continue
		}
		j, err := rule.Compile("", p.node(), smallVocabulary)
		if err != nil {
			continue // a threshold that nothing can meet
		}
		before, after := j.Verdict(s.values()), j.Verdict(more.values())
		if !pointsUp(p.node()) {
			if after < before {
				fell++
			}
			continue
		}
		found++
		if after != before {
			changed++
		}
		if after < before {
			t.Fatalf("%+v fell from %v to %v as %+v became %+v", p.node(), before, after, s, more)
		}
	}
	if found < 3000 || changed < 100 || fell < 100 {
		t.Errorf("%d upward, %d changed, %d others fell: too few to show anything", found, changed, fell)
	}
}

// TestLastOfOneDay: which of two values of one day is the later is not known.
func TestLastOfOneDay(t *testing.T) {
	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "m", Kind: rule.KindYesNo, Series: true}}}
	judge, err := rule.Compile("", rule.Node{Measure: "m", Last: 1, Comparison: rule.Comparison{Is: "yes"}}, vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	day := mtss.Date{Year: 2026, Month: 1, Day: 20}
	yes, no := rule.Dated{On: day, Value: rule.OfYesNo(mtss.Met)}, rule.Dated{On: day, Value: rule.OfYesNo(mtss.NotMet)}
	for _, series := range [][]rule.Dated{{yes, no}, {no, yes}} {
		if got := judge.Verdict([]rule.Value{rule.OfSeries(series...)}); got != mtss.Undetermined {
			t.Errorf("%v of %v", got, series)
		}
	}
	if got := judge.Verdict([]rule.Value{rule.OfSeries(yes, yes)}); got != mtss.Met {
		t.Errorf("two that agree: %v", got)
	}
}
