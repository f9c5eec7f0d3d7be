package rule_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// below returns a node's nodes with their paths; of each, one for every measure.
func below(path string, n rule.Node, groups map[string][]string) (paths []string, nodes []rule.Node) {
	add := func(path string, n rule.Node) { paths, nodes = append(paths, path), append(nodes, n) }
	switch {
	case n.Not != nil:
		add(path+"/not", *n.Not)
	case n.Each != nil:
		for i, name := range n.Each {
			members, ok := groups[name]
			if !ok {
				members = []string{name}
			}
			for _, member := range members {
				add(pointer.Element(path+"/each", i), rule.Node{Measure: member, Comparison: n.Comparison, Last: n.Last})
			}
		}
	}
	for name, list := range map[string][]rule.Node{"all": n.All, "any": n.Any, "of": n.Of} {
		for i, child := range list {
			add(pointer.Element(path+"/"+name, i), child)
		}
	}
	return paths, nodes
}

// mirrors checks a finding and all below it against the nodes, each of which is
// judged again by itself.
func mirrors(t *testing.T, f rule.Finding, path string, n rule.Node, v rule.Vocabulary, values []rule.Value) {
	t.Helper()
	j, err := rule.Compile(path, n, v)
	if err != nil {
		t.Fatal(err)
	}
	if f.Path != path || f.Verdict != j.Verdict(values) || f.Measure != n.Measure || f.Why != n.Why || f.Count != n.AtLeastOf {
		t.Fatalf("the finding at %q is %+v, of the node %+v, whose verdict is %v", path, f, n, j.Verdict(values))
	}
	operator := map[bool]string{n.All != nil: "all", n.Any != nil: "any", n.Not != nil: "not", n.Of != nil: "atLeastOf", n.Each != nil: "each"}[true]
	if string(f.Operator) != operator {
		t.Fatalf("the finding at %q has operator %q, want %q", path, f.Operator, operator)
	}
	if n.Measure != "" {
		comparesAs(t, f, n, v, values)
	}
	groups := map[string][]string{}
	for _, g := range v.Groups {
		groups[g.Name] = g.Members
	}
	paths, nodes := below(path, n, groups)
	if len(f.Children) != len(nodes) || f.Children == nil || f.Needed == nil {
		t.Fatalf("the finding at %q has %d children, want %d; or a list of it is nil", path, len(f.Children), len(nodes))
	}
	for i, child := range f.Children {
		mirrors(t, child, paths[i], nodes[i], v, values)
	}
}

func comparesAs(t *testing.T, f rule.Finding, n rule.Node, v rule.Vocabulary, values []rule.Value) {
	t.Helper()
	for i, m := range v.Measures {
		if m.Name != n.Measure {
			continue
		}
		if diff := cmp.Diff(n.Comparison, f.Wanted.Comparison()); diff != "" || !f.Measured.Equal(values[i]) || f.Unit != m.Unit || f.Last != n.Last {
			t.Fatalf("%s is found as %+v:\n%s", m.Name, f, diff)
		}
		if f.Verdict == mtss.Met && len(f.Needed) > 0 {
			t.Fatalf("%s is met and needs %v", m.Name, f.Needed)
		}
	}
}

func TestExplainMirrorsTheNodes(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	for range 3_000 {
		s := anySmall(random)
		node := anyTree(random, s, 4, everyWay, true).node()
		node.Why = "what it is for"
		j, err := rule.Compile("/rules/0", node, smallVocabulary)
		if err != nil {
			t.Fatal(err)
		}
		values := s.values()
		before := s.values()
		mirrors(t, j.Explain(values), "/rules/0", node, smallVocabulary, values)
		if diff := cmp.Diff(before, values); diff != "" {
			t.Fatalf("explaining changed the values (-before +after):\n%s", diff)
		}
	}
}

func TestExplainOfEveryKind(t *testing.T) {
	node := rule.Node{AtLeastOf: 3, Why: "enough of these", Of: []rule.Node{
		each(between("20%", "40%"), "dca.total", "subscales"),
		not(rule.Node{Any: []rule.Node{of("level", oneOf("none", "partial")), of("done", atMost("2026-01-01"))}}),
		{All: []rule.Node{last(2, "votes", is("yes")), last(3, "totals", atLeast("80%"))}},
		each(is("no"), "vote"),
		of("hours", moreThan("3 hours")),
		of("staff", lessThan("3 people")),
	}}
	for _, values := range rows(64) {
		mirrors(t, judge(t, node).Explain(values), "", node, vocabulary, values)
	}
}

// TestExplainKeepsFindingsApart appends to the lists of one finding.
func TestExplainKeepsFindingsApart(t *testing.T) {
	node := rule.Node{All: []rule.Node{each(atLeast("80%"), "subscales"), good, of("staff", atLeast("1/2"))}}
	values := vocabulary.Values(rule.Facts{"lead": points(1, 10, 0), "comp": points(2, 10, 0), "dca.total": points(3, 54, 0), "staff": points(1, 10, 0)})
	got, want := judge(t, node).Explain(values), judge(t, node).Explain(values)
	each := &got.Children[0]
	_ = append(each.Children, rule.Finding{Path: "x"})
	_ = append(each.Children[0].Needed, rule.Need{More: 99})
	_ = append(got.Children, rule.Finding{Path: "y"})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("appending to a list of one finding changed another (-before +after):\n%s", diff)
	}
	mine := append(got.Needed, rule.Need{More: 1})
	_ = append(got.Needed, rule.Need{More: 2})
	if mine[0].More != 1 {
		t.Error("two who append to the needs of one finding write over each other")
	}
}

func BenchmarkExplain(b *testing.B) {
	j, varied := judge(b, sixNodes()), rows(1024)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		j.Explain(varied[i%len(varied)])
	}
}

func BenchmarkSentences(b *testing.B) {
	j, varied := judge(b, sixNodes()), rows(1024)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		j.Explain(varied[i%len(varied)]).Sentences()
	}
}
