package rule_test

import (
	"errors"
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// vocabulary has a measure of every kind, and some in odd units.
var vocabulary = rule.Vocabulary{
	Measures: []rule.Measure{
		{Name: "dca.total", Kind: rule.KindTally, Unit: "points"},
		{Name: "lead", Kind: rule.KindTally, Unit: "points"},
		{Name: "comp", Kind: rule.KindTally, Unit: "points"},
		{Name: "staff", Kind: rule.KindTally, Unit: "people"},
		{Name: "checks", Kind: rule.KindTally},
		{Name: "mean", Kind: rule.KindRatio},
		{Name: "hours", Kind: rule.KindQuantity, Unit: "hours"},
		{Name: "index", Kind: rule.KindQuantity},
		{Name: "done", Kind: rule.KindDate},
		{Name: "vote", Kind: rule.KindYesNo},
		{Name: "level", Kind: rule.KindCategory},
		{Name: "votes", Kind: rule.KindYesNo, Series: true},
		{Name: "totals", Kind: rule.KindTally, Unit: "points", Series: true},
	},
	Groups: []rule.Group{
		{Name: "subscales", Members: []string{"lead", "comp"}},
		{Name: "none"},
		{Name: "broken", Members: []string{"lead", "gone"}},
	},
}

// of returns the comparison of one measure.
func of(measure string, c rule.Comparison) rule.Node {
	return rule.Node{Measure: measure, Comparison: c}
}

func atLeast(text string) rule.Comparison  { return rule.Comparison{AtLeast: text} }
func moreThan(text string) rule.Comparison { return rule.Comparison{MoreThan: text} }
func atMost(text string) rule.Comparison   { return rule.Comparison{AtMost: text} }
func lessThan(text string) rule.Comparison { return rule.Comparison{LessThan: text} }
func is(text string) rule.Comparison       { return rule.Comparison{Is: text} }
func between(texts ...string) rule.Comparison {
	return rule.Comparison{Between: append([]string{}, texts...)}
}

func oneOf(texts ...string) rule.Comparison {
	return rule.Comparison{OneOf: append([]string{}, texts...)}
}

func last(n int, measure string, c rule.Comparison) rule.Node {
	return rule.Node{Measure: measure, Last: n, Comparison: c}
}

func each(c rule.Comparison, names ...string) rule.Node {
	return rule.Node{Each: append([]string{}, names...), Comparison: c}
}

func not(n rule.Node) rule.Node { return rule.Node{Not: &n} }

var good = of("dca.total", atLeast("80%"))

// nested wraps a node in n negations.
func nested(n int, node rule.Node) rule.Node {
	for range n {
		node = not(node)
	}
	return node
}

// problem is the place of an issue below the node, and its code.
type problem struct {
	Path string
	Code mtss.Code
}

var problems = []struct {
	name string
	node rule.Node
	want []problem
	why  string
}{
	{"nothing", rule.Node{}, []problem{{"", rule.CodeOperator}}, "the zero value is invalid"},
	{"only a why", rule.Node{Why: "because"}, []problem{{"", rule.CodeOperator}}, "a reason is no operator"},
	{"only a comparison", rule.Node{Comparison: atLeast("80%")}, []problem{{"", rule.CodeOperator}}, "of what?"},
	{"two operators", rule.Node{Measure: "dca.total", Comparison: atLeast("80%"), All: []rule.Node{good}}, []problem{{"", rule.CodeOperator}}, ""},
	{"every operator", rule.Node{Measure: "dca.total", Each: []string{"lead"}, All: []rule.Node{good}, Any: []rule.Node{good}, Not: &good, AtLeastOf: 1, Of: []rule.Node{good}},
		[]problem{{"", rule.CodeOperator}}, ""},
	{"empty all", rule.Node{All: []rule.Node{}}, []problem{{"/all", rule.CodeOperator}}, "the schema wants one"},
	{"empty any", rule.Node{Any: []rule.Node{}}, []problem{{"/any", rule.CodeOperator}}, "the schema wants one"},
	{"empty each", each(atLeast("80%")), []problem{{"/each", rule.CodeOperator}}, "the schema wants one"},
	{"empty each without a comparison", each(rule.Comparison{}), []problem{{"/each", rule.CodeOperator}, {"", rule.CodeComparison}}, ""},
	{"at least of none", rule.Node{AtLeastOf: 1}, []problem{{"/atLeastOf", rule.CodeCount}, {"/of", rule.CodeOperator}}, ""},
	{"at least none", rule.Node{Of: []rule.Node{good}}, []problem{{"/atLeastOf", rule.CodeCount}}, "of without atLeastOf"},
	{"at least minus one", rule.Node{AtLeastOf: -1, Of: []rule.Node{good}}, []problem{{"/atLeastOf", rule.CodeCount}}, ""},
	{"at least three of two", rule.Node{AtLeastOf: 3, Of: []rule.Node{good, good}}, []problem{{"/atLeastOf", rule.CodeCount}}, "it can never be met"},
	{"all with a comparison", rule.Node{All: []rule.Node{good}, Comparison: atLeast("80%")}, []problem{{"", rule.CodeComparison}}, ""},
	{"any with last", rule.Node{Any: []rule.Node{good}, Last: 2}, []problem{{"", rule.CodeComparison}}, ""},
	{"no comparison", rule.Node{Measure: "dca.total"}, []problem{{"", rule.CodeComparison}}, ""},
	{"two comparisons", of("dca.total", rule.Comparison{AtLeast: "80%", LessThan: "90%"}), []problem{{"", rule.CodeComparison}}, "between says both"},
	{"yes or no with a threshold", of("vote", atLeast("80%")), []problem{{"/atLeast", rule.CodeComparison}}, ""},
	{"a tally with a word", of("dca.total", is("yes")), []problem{{"/is", rule.CodeComparison}}, ""},
	{"a category in a band", of("level", between("a", "b")), []problem{{"/between", rule.CodeComparison}}, ""},
	{"one of two answers", of("vote", oneOf("yes", "no")), []problem{{"/oneOf", rule.CodeComparison}}, "always met"},
	{"no such measure", of("dca.totl", atLeast("80%")), []problem{{"/measure", rule.CodeMeasureUnknown}}, ""},
	{"no such measure, no comparison", rule.Node{Measure: "x"}, []problem{{"/measure", rule.CodeMeasureUnknown}, {"", rule.CodeComparison}}, "both at once"},
	{"a group as a measure", of("subscales", atLeast("80%")), []problem{{"/measure", rule.CodeMeasureUnknown}}, "only each takes groups"},
	{"each of no such measure", each(atLeast("80%"), "lead", "gone"), []problem{{"/each/1", rule.CodeMeasureUnknown}}, ""},
	{"a group with no such measure", each(atLeast("80%"), "broken"), []problem{{"/each/0", rule.CodeMeasureUnknown}}, ""},
	{"a measure twice", each(atLeast("80%"), "lead", "comp", "lead"), []problem{{"/each/2", rule.CodeMeasureRepeated}}, ""},
	{"a measure beside its group", each(atLeast("80%"), "subscales", "comp"), []problem{{"/each/1", rule.CodeMeasureRepeated}}, ""},
	{"each with three problems", each(rule.Comparison{}, "lead", "gone", "lead"),
		[]problem{{"", rule.CodeComparison}, {"/each/1", rule.CodeMeasureUnknown}, {"/each/2", rule.CodeMeasureRepeated}}, "all at once, and the comparison only once"},
	{"each of two kinds", each(atLeast("80%"), "lead", "vote"), []problem{{"/atLeast", rule.CodeComparison}}, ""},
	{"each of two units", each(atLeast("44 points"), "lead", "staff"), []problem{{"/atLeast", rule.CodeThresholdUnit}}, ""},
	{"a bare number for a share", of("dca.total", atLeast("80")), []problem{{"/atLeast", rule.CodeThreshold}}, "percent or points?"},
	{"a division by zero", of("dca.total", atLeast("1/0")), []problem{{"/atLeast", rule.CodeThreshold}}, ""},
	{"an amount for a ratio", of("mean", atLeast("3 points")), []problem{{"/atLeast", rule.CodeThreshold}}, ""},
	{"a share for an amount", of("hours", atMost("80%")), []problem{{"/atMost", rule.CodeThreshold}}, ""},
	{"no such day", of("done", atMost("2026-02-30")), []problem{{"/atMost", rule.CodeThreshold}}, ""},
	{"neither yes nor no", of("vote", is("maybe")), []problem{{"/is", rule.CodeThreshold}}, ""},
	{"one bound", of("mean", between("20%")), []problem{{"/between", rule.CodeThreshold}}, ""},
	{"no bounds", of("mean", between()), []problem{{"/between", rule.CodeThreshold}}, ""},
	{"three bounds", of("mean", between("20%", "30%", "40%")), []problem{{"/between", rule.CodeThreshold}}, ""},
	{"two bad bounds", of("mean", between("20", "x")), []problem{{"/between/0", rule.CodeThreshold}, {"/between/1", rule.CodeThreshold}}, "both at once"},
	{"a second bad bound", of("done", between("2026-01-01", "soon")), []problem{{"/between/1", rule.CodeThreshold}}, ""},
	{"no categories", of("level", oneOf()), []problem{{"/oneOf", rule.CodeThreshold}}, "no level is one of none"},
	{"over all", of("dca.total", atLeast("101%")), []problem{{"/atLeast", rule.CodeThresholdImpossible}}, ""},
	{"under none", of("dca.total", atMost("-1%")), []problem{{"/atMost", rule.CodeThresholdImpossible}}, ""},
	{"a negative count", of("dca.total", atLeast("-1 points")), []problem{{"/atLeast", rule.CodeThresholdImpossible}}, ""},
	{"more than all", of("dca.total", moreThan("100%")), []problem{{"/moreThan", rule.CodeThresholdImpossible}}, ""},
	{"less than none", of("dca.total", lessThan("0/5")), []problem{{"/lessThan", rule.CodeThresholdImpossible}}, ""},
	{"less than none, counted", of("dca.total", lessThan("0 points")), []problem{{"/lessThan", rule.CodeThresholdImpossible}}, ""},
	{"a band upside down", of("mean", between("40%", "20%")), []problem{{"/between", rule.CodeThresholdImpossible}}, ""},
	{"a band over all", of("dca.total", between("80%", "120%")), []problem{{"/between", rule.CodeThresholdImpossible}}, ""},
	{"people for points", of("dca.total", atLeast("44 people")), []problem{{"/atLeast", rule.CodeThresholdUnit}}, ""},
	{"a percent sign as a unit", of("dca.total", atLeast("80 %")), []problem{{"/atLeast", rule.CodeThreshold}}, ""},
	{"hours without their unit", of("hours", atLeast("12")), []problem{{"/atLeast", rule.CodeThresholdUnit}}, ""},
	{"a unit where there is none", of("index", atLeast("12 h")), []problem{{"/atLeast", rule.CodeThresholdUnit}}, ""},
	{"two spaces", of("hours", atLeast("12  hours")), []problem{{"/atLeast", rule.CodeThresholdUnit}}, ""},
	{"a count and a share", of("dca.total", between("10 points", "80%")), []problem{{"/between", rule.CodeThresholdUnit}}, ""},
	{"last of no series", last(2, "vote", is("yes")), []problem{{"", rule.CodeLast}}, ""},
	{"a series without last", of("votes", is("yes")), []problem{{"", rule.CodeLast}}, ""},
	{"a negative last", last(-1, "votes", is("yes")), []problem{{"", rule.CodeLast}}, ""},
	{"a negative last of no series", last(-1, "vote", is("yes")), []problem{{"", rule.CodeLast}}, "it would be met by nothing at all"},
	{"days that are none", rule.Node{Measure: "vote", Comparison: is("yes"), Within: "a year"}, []problem{{"/within", rule.CodeWithin}}, ""},
	{"a window of no calendar", rule.Node{Measure: "vote", Comparison: is("yes"), Within: "window:spring"}, []problem{{"/within", rule.CodeWithin}}, ""},
	{"days of a combination", rule.Node{All: []rule.Node{good}, Within: "365 days"}, []problem{{"", rule.CodeComparison}}, ""},
	{"last and times", rule.Node{Measure: "votes", Last: 1, Times: 1, Comparison: is("yes")}, []problem{{"", rule.CodeLast}}, "which of the two counts is not said"},
	{"too deep", nested(rule.MaxDepth, good), []problem{{pointTo("/not", rule.MaxDepth), rule.CodeDepth}}, ""},
	{"problems in every branch", rule.Node{All: []rule.Node{
		of("gone", atLeast("80%")),
		not(of("vote", is("perhaps"))),
		{Any: []rule.Node{good, of("dca.total", atLeast("101%")), {}}},
		{AtLeastOf: 2, Of: []rule.Node{of("hours", atLeast("3 days"))}},
	}}, []problem{
		{"/all/0/measure", rule.CodeMeasureUnknown},
		{"/all/1/not/is", rule.CodeThreshold},
		{"/all/2/any/1/atLeast", rule.CodeThresholdImpossible},
		{"/all/2/any/2", rule.CodeOperator},
		{"/all/3/atLeastOf", rule.CodeCount},
		{"/all/3/of/0/atLeast", rule.CodeThresholdUnit},
	}, "in the order of the document"},
}

func pointTo(step string, n int) string {
	path := ""
	for range n {
		path += step
	}
	return path
}

func TestCompileProblems(t *testing.T) {
	for _, test := range problems {
		t.Run(test.name, func(t *testing.T) {
			const path = "/rules/3/require"
			judge, err := rule.Compile(path, test.node, vocabulary)
			var got, want []problem
			for _, issue := range mtss.Issues(err) {
				got = append(got, problem{issue.Path, issue.Code})
				if issue.Message == "" || !errors.Is(err, issue.Code) {
					t.Errorf("issue %+v has no message, or the error is not its code", issue)
				}
			}
			for _, p := range test.want {
				want = append(want, problem{path + p.Path, p.Code})
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s\n%v", test.why, diff, err)
			}
			if v := judge.Verdict(nil); v != mtss.Undetermined || judge.Measures() != nil {
				t.Errorf("beside the error there is a judge who says %v", v)
			}
		})
	}
}

// TestCompileProblemsAreAllCovered wants a case for each code that the comment
// of Compile names, and each case's code named there.
func TestCompileProblemsAreAllCovered(t *testing.T) {
	comment := regexp.MustCompile(`(?s)// Errors: (.*?)\nfunc Compile\(`).FindString(source(t, "compile.go"))
	named := map[string]bool{}
	for _, name := range regexp.MustCompile(`Code\w+`).FindAllString(comment, -1) {
		named[name] = true
	}
	seen := map[mtss.Code]bool{}
	for _, test := range problems {
		for _, p := range test.want {
			seen[p.Code] = true
		}
	}
	for _, code := range regexp.MustCompile(`(Code\w+) mtss\.Code = "([a-z.]+)"`).FindAllStringSubmatch(source(t, "codes.go"), -1) {
		if named[code[1]] != seen[mtss.Code(code[2])] {
			t.Errorf("%s: named by Compile %v, has a case %v", code[1], named[code[1]], seen[mtss.Code(code[2])])
		}
		delete(seen, mtss.Code(code[2]))
	}
	if len(named) < 8 || len(seen) > 0 {
		t.Errorf("Compile names %d codes, and codes.go lacks %v", len(named), seen)
	}
}

func source(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestCompileTakes(t *testing.T) {
	for _, test := range []struct {
		name string
		node rule.Node
		want []string // measures, in the vocabulary's order
	}{
		{"a share", good, []string{"dca.total"}},
		{"none", of("dca.total", atLeast("0%")), []string{"dca.total"}},
		{"all", of("dca.total", atMost("100%")), []string{"dca.total"}},
		{"more than none", of("dca.total", moreThan("0%")), []string{"dca.total"}},
		{"less than all", of("dca.total", lessThan("100%")), []string{"dca.total"}},
		{"a count", of("dca.total", atLeast("44 points")), []string{"dca.total"}},
		{"a count of none", of("dca.total", atMost("0 points")), []string{"dca.total"}},
		{"half a point", of("dca.total", atLeast("43.5 points")), []string{"dca.total"}},
		{"a ratio over one", of("mean", atLeast("150%")), []string{"mean"}},
		{"a ratio under nought", of("mean", atLeast("-5%")), []string{"mean"}},
		{"a band of one number", of("mean", between("50%", "1/2")), []string{"mean"}},
		{"a band of counts", of("staff", between("5 people", "10 people")), []string{"staff"}},
		{"an amount", of("hours", atMost("12.5 hours")), []string{"hours"}},
		{"an amount without a unit", of("index", lessThan("-3")), []string{"index"}},
		{"a band of days", of("done", between("2026-01-01", "2026-01-31")), []string{"done"}},
		{"no", of("vote", is("no")), []string{"vote"}},
		{"a category", of("level", is("yes")), []string{"level"}},
		{"categories", of("level", oneOf("a", "b")), []string{"level"}},
		{"a series", last(3, "totals", atLeast("80%")), []string{"totals"}},
		{"a group", each(atLeast("80%"), "dca.total", "subscales"), []string{"dca.total", "lead", "comp"}},
		{"an empty group", each(atLeast("80%"), "none"), nil},
		{"as deep as may be", nested(rule.MaxDepth-1, good), []string{"dca.total"}},
		{"a tree", rule.Node{All: []rule.Node{of("vote", is("yes")), {Any: []rule.Node{good, not(good)}}}}, []string{"dca.total", "vote"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			judge, err := rule.Compile("", test.node, vocabulary)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, judge.Measures()); diff != "" {
				t.Errorf("measures (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCompileSuggests(t *testing.T) {
	for _, test := range []struct {
		name, measure string
		vocabulary    rule.Vocabulary
		want          string
	}{
		{"another case", "DCA.Total", vocabulary, `measure "DCA.Total" is unknown, did you mean dca.total?`},
		{"the last part", "total", vocabulary, `measure "total" is unknown, did you mean dca.total?`},
		{"nothing like it", "x", vocabulary, `measure "x" is unknown`},
		{"few to choose from", "x", rule.Vocabulary{Measures: vocabulary.Measures[1:3]}, `measure "x" is unknown, want one of lead, comp`},
		{"none to choose from", "x", rule.Vocabulary{}, `measure "x" is unknown`},
	} {
		_, err := rule.Compile("", of(test.measure, atLeast("80%")), test.vocabulary)
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Message != test.want {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// TestCompileKeepsNothing changes the node and the vocabulary afterwards.
func TestCompileKeepsNothing(t *testing.T) {
	words, bounds, names := []string{"a", "b"}, []string{"20%", "40%"}, []string{"lead", "comp"}
	measures := slices.Clone(vocabulary.Measures)
	node := rule.Node{All: []rule.Node{
		of("level", rule.Comparison{OneOf: words}), of("mean", rule.Comparison{Between: bounds}), {Each: names, Comparison: atLeast("80%")},
	}}
	judge, err := rule.Compile("", node, rule.Vocabulary{Measures: measures})
	if err != nil {
		t.Fatal(err)
	}
	values := vocabulary.Values(rule.Facts{"level": rule.OfCategory("a"), "mean": rule.OfSpan(mtss.Exactly(mtss.NewRatio(1, 2)))})
	before := judge.Explain(values)
	words[0], bounds[0], names[0], measures[1].Name, measures[1].Unit = "x", "y", "z", "u", "v"
	node.All[0], node.All[1].AtLeast = rule.Node{}, "1%"
	after := judge.Explain(values)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("changing the node changed its judge (-before +after):\n%s", diff)
	}
	after.Children[0].Wanted.Comparison().OneOf[0], after.Children[1].Wanted.Comparison().Between[0] = "x", "y"
	again := judge.Explain(values)
	if got := again.Children[0].Wanted.Comparison().OneOf[0] + again.Children[1].Wanted.Comparison().Between[0]; got != "a20%" {
		t.Errorf("changing a finding changed its judge: %s", got)
	}
}
