package rule_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// A bound in counts is meant for all of them, and is never compared with a part in
// silence.
func TestOfPart(t *testing.T) {
	tally := func(earned, possible, unknown int64) mtss.Tally {
		return mtss.Tally{Earned: earned, Possible: possible, Unknown: unknown}
	}
	atLeast8, atMost3, above8 := rule.Comparison{AtLeast: "8 points"}, rule.Comparison{AtMost: "3 points"}, rule.Comparison{MoreThan: "8 points"}
	for _, c := range []struct {
		why    string
		value  rule.Value
		want   rule.Comparison
		is     mtss.Verdict
		needed int64 // -1 where no number of points would do
		says   string
	}{
		{"full marks on a part", rule.OfPart(tally(4, 4, 0), 10, false), atLeast8, mtss.Undetermined, -1, "4 of 4 points (100.0%), with 6 of 10 points not covered"},
		{"what is not covered can't make up for it", rule.OfPart(tally(1, 8, 0), 10, false), atLeast8, mtss.NotMet, 7, "with 2 of 10"},
		{"it can be reached", rule.OfPart(tally(6, 8, 1), 10, false), atLeast8, mtss.Undetermined, 2, "6 to 7 of 8"},
		{"enough without the rest", rule.OfPart(tally(8, 9, 0), 10, false), atLeast8, mtss.Met, 0, ""},
		{"an upper bound", rule.OfPart(tally(2, 4, 0), 10, false), atMost3, mtss.Undetermined, -1, ""},
		{"an upper bound that is passed", rule.OfPart(tally(4, 4, 0), 10, false), atMost3, mtss.NotMet, 0, ""},
		{"a share is of the part", rule.OfPart(tally(4, 4, 0), 10, false), rule.Comparison{AtLeast: "80%"}, mtss.Met, 0, "4 of 4 points (100.0%)"},
		{"scaled up", rule.OfPart(tally(4, 4, 0), 10, true), atLeast8, mtss.Met, 0, "scaled up to 10 of 10 points"},
		{"scaled up to the bound", rule.OfPart(tally(4, 5, 0), 10, true), atLeast8, mtss.Met, 0, "scaled up to 8 of 10 points"},
		{"not more than the bound", rule.OfPart(tally(4, 5, 0), 10, true), above8, mtss.NotMet, 1, ""},
		{"scaled up, not enough", rule.OfPart(tally(3, 4, 0), 10, true), atLeast8, mtss.NotMet, 1, "scaled up to 7.5 of 10 points"},
		{"shown on its own side", rule.OfPart(tally(7, 101, 0), 115, true), atLeast8, mtss.NotMet, 1, "scaled up to 7.97 of 115 points"},
		{"scaled up, open", rule.OfPart(tally(3, 4, 1), 10, true), atLeast8, mtss.Undetermined, 1, "scaled up to 7.5 to 10 of 10"},
		{"a whole", rule.OfPart(tally(7, 10, 0), 10, true), atLeast8, mtss.NotMet, 1, "7 of 10 points (70.0%)"},
	} {
		judged, err := rule.Compile("", rule.Node{Measure: "m", Comparison: c.want}, rule.Vocabulary{Measures: []rule.Measure{{Name: "m", Kind: rule.KindTally, Unit: "points"}}})
		if err != nil {
			t.Fatal(err)
		}
		f := judged.Explain([]rule.Value{c.value})
		needed := int64(-1)
		if len(f.Needed) > 0 {
			needed = f.Needed[0].More
		} else if f.Verdict == mtss.Met {
			needed = 0
		}
		if f.Verdict != c.is || judged.Verdict([]rule.Value{c.value}) != c.is || needed != c.needed {
			t.Errorf("%s: got %s, %d more needed; want %s, %d", c.why, f.Verdict, needed, c.is, c.needed)
		}
		if text := strings.Join(f.Sentences(), " "); !strings.Contains(text, c.says) {
			t.Errorf("%s: %q is not in %q", c.why, c.says, text)
		}
		data, err := json.Marshal(c.value)
		var back rule.Value
		if err == nil {
			err = json.Unmarshal(data, &back)
		}
		if err != nil || !back.Equal(c.value) {
			t.Errorf("%s: written as %s, read back as %v, %v", c.why, data, back, err)
		}
	}
	if rule.OfPart(tally(4, 4, 0), 10, false).Equal(rule.OfPart(tally(4, 4, 0), 10, true)) || rule.OfPart(tally(4, 4, 0), 10, false).Equal(rule.Of(tally(4, 4, 0))) {
		t.Error("a part is taken for a whole")
	}
	for _, bad := range []string{`{"earned":1,"possible":4,"unknown":0,"full":4}`, `{"earned":1,"possible":4,"unknown":0,"scaled":true}`, `{"earned":0,"possible":0,"unknown":0,"full":4,"scaled":true}`, `{"full":4}`} {
		if err := json.Unmarshal([]byte(bad), new(rule.Value)); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}
