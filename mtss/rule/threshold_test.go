package rule_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// judge compiles a node that is known to be good.
func judge(t testing.TB, node rule.Node) rule.Judge {
	t.Helper()
	j, err := rule.Compile("", node, vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func verdict(t testing.TB, node rule.Node, facts rule.Facts) mtss.Verdict {
	t.Helper()
	return judge(t, node).Verdict(vocabulary.Values(facts))
}

func exactly(num, den int64) rule.Value { return rule.OfSpan(mtss.Exactly(mtss.NewRatio(num, den))) }

func day(t testing.TB, text string) rule.Value {
	t.Helper()
	d, err := mtss.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return rule.OfDate(d)
}

// TestThresholdBounds compares values below, on and above a threshold of each
// kind: atLeast, atMost and between include it, moreThan and lessThan do not.
func TestThresholdBounds(t *testing.T) {
	const no, yes = mtss.NotMet, mtss.Met
	tally := func(n int64) rule.Value { return rule.Of(mtss.Tally{Earned: n, Possible: 10}) }
	want := map[string][3]mtss.Verdict{
		"atLeast":  {no, yes, yes},
		"moreThan": {no, no, yes},
		"atMost":   {yes, yes, no},
		"lessThan": {yes, no, no},
		"between":  {no, yes, no},
	}
	for _, test := range []struct {
		measure, threshold string
		values             [3]rule.Value
	}{
		{"dca.total", "50%", [3]rule.Value{tally(4), tally(5), tally(6)}},
		{"dca.total", "1/2", [3]rule.Value{tally(4), tally(5), tally(6)}},
		{"dca.total", "5 points", [3]rule.Value{tally(4), tally(5), tally(6)}},
		{"mean", "2/3", [3]rule.Value{exactly(66666, 100000), exactly(4, 6), exactly(66667, 100000)}},
		{"mean", "-5%", [3]rule.Value{exactly(-6, 100), exactly(-1, 20), exactly(0, 1)}},
		{"hours", "12.5 hours", [3]rule.Value{exactly(12, 1), exactly(25, 2), exactly(126, 10)}},
		{"index", "3", [3]rule.Value{exactly(29, 10), exactly(3, 1), exactly(31, 10)}},
		{"done", "2024-02-29", [3]rule.Value{day(t, "2024-02-28"), day(t, "2024-02-29"), day(t, "2024-03-01")}},
	} {
		for name, node := range map[string]rule.Node{
			"atLeast":  of(test.measure, atLeast(test.threshold)),
			"moreThan": of(test.measure, moreThan(test.threshold)),
			"atMost":   of(test.measure, atMost(test.threshold)),
			"lessThan": of(test.measure, lessThan(test.threshold)),
			"between":  of(test.measure, between(test.threshold, test.threshold)),
		} {
			t.Run(fmt.Sprint(test.measure, " ", name, " ", test.threshold), func(t *testing.T) {
				var got [3]mtss.Verdict
				for i, value := range test.values {
					got[i] = verdict(t, node, rule.Facts{test.measure: value})
				}
				if diff := cmp.Diff(want[name], got); diff != "" {
					t.Errorf("below, on, above (-want +got):\n%s", diff)
				}
			})
		}
	}
}
