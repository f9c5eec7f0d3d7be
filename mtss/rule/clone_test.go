package rule_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestNodeClone(t *testing.T) {
	build := func() rule.Node {
		inner := rule.Node{Of: []rule.Node{of("mean", between("20%", "40%"))}, AtLeastOf: 1}
		return rule.Node{
			All: []rule.Node{each(atLeast("80%"), "lead", "comp"), {Any: []rule.Node{of("level", oneOf("a", "b"))}}, {Not: &inner}},
			Why: "everything",
		}
	}
	node := build()
	copied := node.Clone()
	if diff := cmp.Diff(node, copied); diff != "" {
		t.Fatalf("(-node +clone):\n%s", diff)
	}
	copied.All[0].Each[0] = "x"
	copied.All[1].Any[0].OneOf[0] = "x"
	copied.All[2].Not.Of[0].Between[0] = "x"
	copied.All[2].Not.Why = "x"
	copied.All[2].Not.Of[0].Measure = "x"
	copied.All[1].Any[0].Measure = "x"
	copied.All[0].Why = "x"
	if diff := cmp.Diff(build(), node); diff != "" {
		t.Errorf("changing the clone changed the node (-before +after):\n%s", diff)
	}
	if diff := cmp.Diff(rule.Node{}, rule.Node{}.Clone()); diff != "" {
		t.Errorf("zero value (-node +clone):\n%s", diff)
	}
}
