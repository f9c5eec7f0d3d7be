package stages_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

func TestCompared(t *testing.T) {
	leaf := func(measure, path string) rule.Finding { return rule.Finding{Measure: measure, Path: path} }
	a := stages.Assessment{Stages: []stages.StageFinding{
		{Enter: leaf("a", "1")},
		{Enter: rule.Finding{Children: []rule.Finding{leaf("b", "2"), {Children: []rule.Finding{leaf("a", "3")}}}}},
		{Enter: leaf("c", "4")},
	}}
	for _, test := range []struct{ measure, want, why string }{
		{"a", "3", "the last stage that compares it, below others"},
		{"b", "2", "beside others"},
		{"c", "4", "by itself"},
		{"d", "", "nowhere"},
	} {
		if f, ok := a.Compared(test.measure); f.Path != test.want || ok != (test.want != "") {
			t.Errorf("%s: %q, %v, want %q", test.why, f.Path, ok, test.want)
		}
	}
}
