package rule_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func dateOf(y, m, d int) mtss.Date { return mtss.Date{Year: y, Month: m, Day: d} }

func exact(num, den int64) rule.Value { return rule.OfSpan(mtss.Exactly(mtss.NewRatio(num, den))) }

func TestParseValue(t *testing.T) {
	points := rule.Measure{Name: "p", Kind: rule.KindTally, Unit: "points"}
	share := rule.Measure{Name: "r", Kind: rule.KindRatio}
	answer := rule.Measure{Name: "y", Kind: rule.KindYesNo}
	hours := rule.Measure{Name: "q", Kind: rule.KindQuantity, Unit: "h"}
	index := rule.Measure{Name: "i", Kind: rule.KindQuantity}
	when := rule.Measure{Name: "d", Kind: rule.KindDate}
	level := rule.Measure{Name: "c", Kind: rule.KindCategory}
	for _, tt := range []struct {
		text string
		m    rule.Measure
		want rule.Value
		why  string
	}{
		{"43/54", points, rule.Of(mtss.Tally{Earned: 43, Possible: 54}), "earned of possible"},
		{"4+3?/10", points, rule.Of(mtss.Tally{Earned: 4, Possible: 10, Unknown: 3}), "4 certain, 3 unknown, of 10"},
		{"4+6?/10", points, rule.Of(mtss.Tally{Earned: 4, Possible: 10, Unknown: 6}), "unknown up to the brim"},
		{"0/0", points, rule.Of(mtss.Tally{}), "nothing of nothing is a tally"},
		{"999999999999999/999999999999999", points, rule.Of(mtss.Tally{Earned: 999999999999999, Possible: 999999999999999}), "fifteen digits"},
		{"2.27%", share, exact(227, 10000), "exact, however many decimals"},
		{"4/5", share, exact(4, 5), ""},
		{"130%", share, exact(13, 10), "a ratio may exceed 1"},
		{"yes", answer, rule.OfYesNo(mtss.Met), ""},
		{"no", answer, rule.OfYesNo(mtss.NotMet), ""},
		{"12.5 h", hours, exact(25, 2), ""},
		{"-3 h", hours, exact(-3, 1), "a gap may be negative"},
		{"7", index, exact(7, 1), "a quantity without a unit"},
		{"2024-02-29", when, rule.OfDate(dateOf(2024, 2, 29)), "a leap day"},
		{"partial", level, rule.OfCategory("partial"), ""},
		{"unknown", points, rule.Value{}, "nothing is known"},
		{"unknown", share, rule.Value{}, "nothing is known"},
		{"unknown", answer, rule.OfYesNo(mtss.Undetermined), "asked, and not known"},
		{"unknown", hours, rule.Value{}, "nothing is known"},
		{"unknown", when, rule.Value{}, "nothing is known"},
		{"unknown", level, rule.Value{}, "no category is called so"},
	} {
		got, err := rule.ParseValue(tt.m, tt.text)
		if err != nil {
			t.Errorf("%q as %s: %v", tt.text, tt.m.Kind, err)
			continue
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q as %s (%s): (-want +got)\n%s", tt.text, tt.m.Kind, tt.why, diff)
		}
	}
	for _, bad := range []struct {
		m     rule.Measure
		texts []string
	}{
		{points, []string{"", "43", "43/", "/54", "43/54/2", "55/54", "4+7?/10", "4+?/10", "4+3/10", "4?/10", "+3?/10", "04/10", "-1/10", "4.0/10", "4 /10", "4e1/50", "yes", "80%", "Unknown", "9007199254740993/9007199254740993"}},
		{share, []string{"", "80", "1/0", "80 %", "yes", "4+3?/10"}},
		{answer, []string{"", "Yes", "true", "1", "met"}},
		{hours, []string{"", "12.5", "12.5 hours", "12.5  h", " 12.5 h", "12.5h", "1/2 h", "h"}},
		{index, []string{"", "7 h", "7 ", "80%"}},
		{when, []string{"", "2026-02-29", "2026-1-2", "20260102", "0000-01-01"}},
		{level, []string{""}},
	} {
		for _, text := range bad.texts {
			got, err := rule.ParseValue(bad.m, text)
			if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Code != rule.CodeFact {
				t.Errorf("%q as %s: got %v, %v, want one %s", text, bad.m.Kind, got, err, rule.CodeFact)
			}
		}
	}
}

// decodeFacts reads facts as a case holds them.
func decodeFacts(text string) (rule.FactTexts, error) {
	var f rule.FactTexts
	err := strict.Unmarshal([]byte(text), &f, nil)
	return f, err
}

func TestFactTextsDecode(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []problem
		why        string
	}{
		{"texts and a series", `{"dca.total":"43/54","totals":[{"on":"2026-01-20","value":"4/5"}],"votes":[]}`, nil, "an empty series is one"},
		{"a number", `{"dca.total":43,"vote":"yes"}`, []problem{{"/dca.total", strict.CodeType}}, "a fact is a text"},
		{"a bare yes", `{"vote":true}`, []problem{{"/vote", strict.CodeType}}, ""},
		{"null", `{"vote":null}`, []problem{{"/vote", strict.CodeType}}, "leave it out instead"},
		{"twice", `{"vote":"yes","vote":"no"}`, []problem{{"/vote", strict.CodeDuplicate}}, "which of them holds?"},
		{"a list", `["vote"]`, []problem{{"", strict.CodeType}}, ""},
		{"in a series", `{"totals":[{"on":"2026-02-30","value":"4/5"},{"value":"", "ON":"2026-01-20"}]}`,
			[]problem{{"/totals/0/on", mtss.CodeDate}, {"/totals/1/on", strict.CodeMissing}, {"/totals/1/value", strict.CodeLength}, {"/totals/1/ON", strict.CodeUnknownField}}, "every problem, in document order"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facts, err := decodeFacts(tt.text)
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Fatalf("%s: (-want +got)\n%s\n%v", tt.why, diff, err)
			}
			if tt.want != nil {
				return
			}
			out, err := json.Marshal(facts)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.text, string(out)); diff != "" {
				t.Errorf("written again: (-want +got)\n%s", diff)
			}
		})
	}
}

// problemsOf returns where the issues of an error are, and their codes.
func found(err error) []problem {
	var out []problem
	for _, issue := range mtss.Issues(err) {
		out = append(out, problem{issue.Path, issue.Code})
	}
	return out
}

func TestFactTextsParse(t *testing.T) {
	series := func(texts ...rule.DatedText) rule.FactTexts {
		return rule.FactTexts{{Measure: "totals", Series: texts}}
	}
	for _, tt := range []struct {
		name  string
		facts rule.FactTexts
		want  []problem
		why   string
	}{
		{"none", nil, nil, "nothing is known, which is no problem"},
		{"good", rule.FactTexts{{Measure: "vote", Text: "yes"}, {Measure: "dca.total", Text: "1/2"}}, nil, ""},
		{"a typo", rule.FactTexts{{Measure: "voto", Text: "yes"}}, []problem{{"/f/voto", rule.CodeMeasureUnknown}}, ""},
		{"a slash in the name", rule.FactTexts{{Measure: "a/b", Text: "yes"}}, []problem{{"/f/a~1b", rule.CodeMeasureUnknown}}, "paths are JSON Pointers"},
		{"apples for dates", rule.FactTexts{{Measure: "done", Text: "43/54"}, {Measure: "vote", Text: "maybe"}},
			[]problem{{"/f/done", rule.CodeFact}, {"/f/vote", rule.CodeFact}}, "each of them"},
		{"twice", rule.FactTexts{{Measure: "vote", Text: "yes"}, {Measure: "vote", Text: "no"}}, []problem{{"/f/vote", rule.CodeMeasureRepeated}}, ""},
		{"a text for a series", rule.FactTexts{{Measure: "totals", Text: "4/5"}}, []problem{{"/f/totals", rule.CodeFact}}, ""},
		{"a series for one value", rule.FactTexts{{Measure: "vote", Series: []rule.DatedText{}}}, []problem{{"/f/vote", rule.CodeFact}}, ""},
		{"an empty series", rule.FactTexts{{Measure: "totals", Series: []rule.DatedText{}}}, nil, "administered never"},
		{"bad values of a series", series(rule.DatedText{On: dateOf(2026, 1, 20), Value: "4"}, rule.DatedText{On: dateOf(2026, 13, 1), Value: "4/5"}),
			[]problem{{"/f/totals/0/value", rule.CodeFact}, {"/f/totals/1/on", mtss.CodeDate}}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := tt.facts.Parse("/f", vocabulary)
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Errorf("%s: (-want +got)\n%s", tt.why, diff)
			}
		})
	}
	facts, err := series(rule.DatedText{On: dateOf(2026, 1, 20), Value: "2/5"}, rule.DatedText{On: dateOf(2025, 1, 20), Value: "1/5"}).Parse("", vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	want := rule.OfSeries(rule.Dated{On: dateOf(2025, 1, 20), Value: rule.Of(mtss.Tally{Earned: 1, Possible: 5})}, rule.Dated{On: dateOf(2026, 1, 20), Value: rule.Of(mtss.Tally{Earned: 2, Possible: 5})})
	if diff := cmp.Diff(want, facts["totals"]); diff != "" {
		t.Errorf("a series stands by date: (-want +got)\n%s", diff)
	}
}

// How much of the world writes a share, a space too many or a capital letter: the
// message says how to write it.
func TestParseValueSaysHowToWrite(t *testing.T) {
	share, points := rule.Measure{Name: "m", Kind: rule.KindRatio}, rule.Measure{Name: "m", Kind: rule.KindTally, Unit: "points"}
	visits, answer := rule.Measure{Name: "m", Kind: rule.KindQuantity, Unit: "home visits"}, rule.Measure{Name: "m", Kind: rule.KindYesNo}
	for _, test := range []struct {
		m         rule.Measure
		text, say string
	}{
		{share, "50 %", `"50%"`},
		{share, "50\u00a0%", `"50%"`},
		{share, "50,5%", `"50.5%"`},
		{share, "1/2 ", `"1/2"`},
		{share, "0.5", `"4/5" or "80%"`},
		{points, "43 / 54", `"43/54"`},
		{visits, " 2  home visits", `"2 home visits"`},
		{answer, "Yes", `"yes"`},
		{answer, "Unknown ", `"unknown"`},
	} {
		_, err := rule.ParseValue(test.m, test.text)
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Code != rule.CodeFact || !strings.Contains(issues[0].Message, test.say) {
			t.Errorf("%q: %v, want %s", test.text, err, test.say)
		}
	}
}
