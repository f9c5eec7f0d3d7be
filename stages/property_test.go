package stages_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// known is what is known of each measure of a small model.
type known map[string]mtss.Tally

// facts writes tallies as they are, and those of 1 as yes, no or unknown.
func (k known) facts(m stages.Model) rule.Facts {
	facts := rule.Facts{}
	for _, measure := range m.Measures {
		t, ok := k[measure.Name]
		switch {
		case !ok:
		case measure.Kind == rule.KindYesNo:
			facts[measure.Name] = rule.OfYesNo(mtss.Verdict(2*t.Earned+t.Unknown) - 1)
		default:
			facts[measure.Name] = rule.Of(t)
		}
	}
	return facts
}

func (k known) with(name string, t mtss.Tally) known {
	out := known{name: t}
	for other, tally := range k {
		if other != name {
			out[other] = tally
		}
	}
	return out
}

// completions calls f with every way of filling in what is unknown.
func (k known) completions(m stages.Model, f func(known)) {
	for _, measure := range m.Measures {
		t, ok := k[measure.Name]
		if !ok || t.Unknown == 0 {
			continue
		}
		for more := range t.Unknown + 1 {
			k.with(measure.Name, mtss.Tally{Earned: t.Earned + more, Possible: t.Possible}).completions(m, f)
		}
		return
	}
	f(k)
}

// anyKnown draws what is known of each measure; nothing at all is so much of
// the possible unknown.
func anyKnown(r *rand.Rand, m stages.Model) known {
	k := known{}
	for _, measure := range m.Measures {
		possible := int64(1)
		if measure.Kind == rule.KindTally {
			possible = 2 + r.Int64N(3)
		}
		unknown := int64(0)
		if r.IntN(3) == 0 {
			unknown = r.Int64N(possible + 1)
		}
		k[measure.Name] = mtss.Tally{Earned: r.Int64N(possible - unknown + 1), Possible: possible, Unknown: unknown}
	}
	return k
}

func assess(t *testing.T, a *stages.Assessor, m stages.Model, k known) stages.Assessment {
	t.Helper()
	r := on(date(2026, 1, 20))
	r.Measured = k.facts(m)
	return assessed(t, a, r.Date, r)
}

// rank places a stage in its model; none is before the first.
func rank(m stages.Model, id mtss.StageID) int {
	for i, s := range m.Stages {
		if s.ID == id {
			return i
		}
	}
	return -1
}

// anyUpward draws a node of lower bounds and yeses.
func anyUpward(r *rand.Rand, m stages.Model, depth int) rule.Node {
	if depth == 0 || r.IntN(3) == 0 {
		measure := m.Measures[r.IntN(len(m.Measures))]
		c := rule.Comparison{Is: "yes"}
		if measure.Kind == rule.KindTally {
			c = []rule.Comparison{{AtLeast: "50%"}, {MoreThan: "0%"}, {AtLeast: "2/3"}, {AtLeast: "100%"}, {MoreThan: "1 people"}}[r.IntN(5)]
		}
		return rule.Node{Measure: measure.Name, Comparison: c}
	}
	var nodes []rule.Node
	for range 1 + r.IntN(3) {
		nodes = append(nodes, anyUpward(r, m, depth-1))
	}
	switch r.IntN(3) {
	case 0:
		return rule.Node{All: nodes}
	case 1:
		return rule.Node{Any: nodes}
	}
	return rule.Node{AtLeastOf: 1 + r.IntN(len(nodes)), Of: nodes}
}

// anyModel draws a model of upward nodes over five measures.
func anyModel(r *rand.Rand) stages.Model {
	m := stages.Model{ID: "m", Measures: rule.Measures{
		{Name: "a", Kind: rule.KindTally, Unit: "people"}, {Name: "b", Kind: rule.KindTally, Unit: "people"}, {Name: "c", Kind: rule.KindYesNo}, {Name: "d", Kind: rule.KindYesNo},
	}}
	for i := range 2 + r.IntN(3) {
		m.Stages = append(m.Stages, stages.Stage{ID: mtss.StageID(fmt.Sprint("s", i)), Enter: anyUpward(r, m, 2)})
	}
	if r.IntN(3) == 0 {
		m.Otherwise = "s0"
	}
	return m
}

// pointsUp reports whether every comparison of a node is a lower bound or a
// "yes", and nothing is negated.
func pointsUp(n rule.Node) bool {
	down := func(n rule.Node) bool { return !pointsUp(n) }
	leaf := n.AtLeast != "" || n.MoreThan != "" || n.Is == "yes"
	return n.Not == nil && (n.Measure == "" || leaf) && !slices.ContainsFunc(n.All, down) && !slices.ContainsFunc(n.Any, down) && !slices.ContainsFunc(n.Of, down)
}

// TestShippedModelsAreUpward: what the properties below promise holds of what ships.
func TestShippedModelsAreUpward(t *testing.T) {
	for _, m := range []stages.Model{stages.NIRN(stages.Entry{}), stages.NIRN(stages.Entry{OwnOutcomes: true, DataUse: true}), phases(t)} {
		for _, s := range m.Stages {
			for _, n := range []*rule.Node{&s.Enter, s.Complete} {
				if n != nil && !pointsUp(*n) {
					t.Errorf("%s, %s: %+v", m.ID, s.ID, *n)
				}
			}
		}
	}
}

// TestUnknownsStayWithinBounds fills in what is unknown in every way: the stage
// then lies between the sure and the possible one, and both are reached.
func TestUnknownsStayWithinBounds(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	shipped := []stages.Model{stages.NIRN(stages.Entry{}), phases(t)}
	open, wide := 0, 0
	for i := range 1500 {
		m := anyModel(r)
		if i%5 == 0 {
			m = shipped[i/5%2]
		}
		a := mustCompile(t, m)
		k := anyKnown(r, m)
		before := assess(t, a, m, k)
		low, high := rank(m, before.Primary), rank(m, before.Possible)
		least, most, ways := len(m.Stages), -1, 0
		k.completions(m, func(full known) {
			if k["practice.used"].Unknown > 0 && full["practice.used"].Earned == 0 && full["fidelity.practitioners"].Earned > 0 {
				return // whoever is at fidelity uses it
			}
			after := assess(t, a, m, full)
			now := rank(m, after.Primary)
			least, most, ways = min(least, now), max(most, now), ways+1
			if now != rank(m, after.Possible) {
				t.Fatalf("%+v: all is known, yet it is %s to %s", full, after.Primary, after.Possible)
			}
			for i, s := range after.Stages {
				if was := before.Stages[i].Entered; was != undetermined && was != s.Entered {
					t.Fatalf("%+v: %s went from %s to %s", full, s.ID, was, s.Entered)
				}
			}
		})
		if least != low || most != high {
			t.Fatalf("%+v: said %d to %d, of %d ways the stages are %d to %d\n%+v", k, low, high, ways, least, most, m.Stages)
		}
		if ways > 1 {
			open++
		}
		if high > low {
			wide++
		}
	}
	if open < 500 || wide < 200 {
		t.Errorf("%d with unknowns, %d with a choice of stages: too few to show anything", open, wide)
	}
}

// TestBetterEvidenceNeverWorsens: one more of anything never leads back.
func TestBetterEvidenceNeverWorsens(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	changed := 0
	for i := range 3000 {
		m := anyModel(r)
		if i%5 == 0 {
			m = stages.NIRN(stages.Entry{})
		}
		a := mustCompile(t, m)
		k := anyKnown(r, m)
		name := m.Measures[r.IntN(len(m.Measures))].Name
		tally := k[name]
		if tally.Earned+tally.Unknown == tally.Possible {
			if tally.Unknown == 0 {
				continue
			}
			tally.Unknown-- // an unknown turns out well
		}
		tally.Earned++
		before, after := assess(t, a, m, k), assess(t, a, m, k.with(name, tally))
		if rank(m, after.Primary) < rank(m, before.Primary) || rank(m, after.Possible) < rank(m, before.Possible) {
			t.Fatalf("%+v, better by one of %s: %s to %s became %s to %s", k, name, before.Primary, before.Possible, after.Primary, after.Possible)
		}
		for s := range before.Stages {
			if after.Stages[s].Entered < before.Stages[s].Entered {
				t.Fatalf("%+v, better by one of %s: %s fell", k, name, before.Stages[s].ID)
			}
		}
		if after.Primary != before.Primary || after.Possible != before.Possible {
			changed++
		}
	}
	if changed < 150 {
		t.Errorf("%d changed: too few to show anything", changed)
	}
}
