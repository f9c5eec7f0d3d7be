package rule_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// The verdict by itself is that of the finding, whatever the value of a measure, with a
// day and without.
func TestVerdictIsThatOfTheFinding(t *testing.T) {
	recent := of("dca.total", atLeast("80%"))
	recent.Within = "365 days"
	nodes := []rule.Node{
		recent, good, of("dca.total", between("20%", "90%")), of("dca.total", atLeast("44 points")), of("mean", moreThan("1/2")),
		last(1, "totals", atLeast("80%")), last(1, "votes", is("yes")), each(lessThan("80%"), "dca.total", "subscales"), of("hours", atMost("12 hours")),
	}
	nodes = append(nodes, rule.Node{All: nodes}, rule.Node{Any: nodes}, rule.Node{AtLeastOf: 3, Of: nodes}, not(rule.Node{Any: nodes[:3]}))
	values := []rule.Value{
		{}, rule.NotApplicable(), points(0, 0, 0), points(-1, 54, 0), points(42, 54, 2), points(44, 54, 0), rule.OfPart(mtss.Tally{Earned: 40, Possible: 50}, 54, true),
		rule.OfPart(mtss.Tally{Earned: 40, Possible: 50}, 54, false), exactly(1, 2), rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 2}}), history(mtss.Met), rule.OfYesNo(mtss.Met),
		rule.OfSeries(rule.Dated{On: mtss.Date{Year: 2026, Month: 1, Day: 20}, Value: points(44, 54, 0)}),
	}
	for _, v := range values[1:] {
		values = append(values, v.OnDay(mtss.Date{Year: 2026, Month: 1, Day: 20}), v.OnDay(mtss.Date{Year: 2020, Month: 1, Day: 20}))
	}
	for _, node := range nodes {
		judge := judge(t, node)
		for _, v := range values {
			row := make([]rule.Value, len(vocabulary.Measures), len(vocabulary.Measures)+1)
			for i := range row {
				row[i] = v
			}
			row = append(row, day(t, "2026-06-01"))
			if got, want := judge.Verdict(row), judge.Explain(row).Verdict; got != want {
				t.Errorf("%+v of %+v is %s, and its finding says %s", node, v, got, want)
			}
		}
	}
}
