package rule_test

import (
	"math/rand/v2"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestUpward(t *testing.T) {
	for _, tt := range []struct {
		name string
		node rule.Node
		want bool
	}{
		{"at least", of("lead", atLeast("80%")), true},
		{"more than", of("lead", moreThan("80%")), true},
		{"yes", of("vote", is("yes")), true},
		{"each", each(atLeast("80%"), "lead", "comp"), true},
		{"last", last(3, "votes", is("yes")), true},
		{"joined", rule.Node{AtLeastOf: 1, Of: []rule.Node{{All: []rule.Node{good}}, {Any: []rule.Node{good, of("vote", is("yes"))}}}}, true},
		{"at most", of("lead", atMost("80%")), false},
		{"less than", of("lead", lessThan("80%")), false},
		{"between", of("lead", between("20%", "80%")), false},
		{"between and all", of("lead", between("20%", "100%")), false},
		{"no", of("vote", is("no")), false},
		{"a category", of("level", is("yes")), false},
		{"one of", of("level", oneOf("high")), false},
		{"each at most", each(atMost("80%"), "lead", "comp"), false},
		{"not", not(good), false},
		{"not not", not(not(good)), false},
		{"deep down", rule.Node{All: []rule.Node{good, {Any: []rule.Node{good, of("lead", atMost("80%"))}}}}, false},
	} {
		j, err := rule.Compile("", tt.node, vocabulary)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if got := j.Upward(); got != tt.want {
			t.Errorf("%s: upward is %v, want %v", tt.name, got, tt.want)
		}
	}
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

// TestUpwardNeverWorsens takes the nodes that the static check finds among
// random ones of every kind.
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
		if !j.Upward() {
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
