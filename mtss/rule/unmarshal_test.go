package rule_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestEncodingJSONReadsWhatItWrites(t *testing.T) {
	measures := rule.Measures{{Name: "b", Kind: rule.KindTally, Unit: "points"}, {Name: "a", Kind: rule.KindYesNo, Series: true}}
	facts := rule.FactTexts{{Measure: "b", Text: "1/2"}, {Measure: "a", Series: []rule.DatedText{{On: mtss.Date{Year: 2026, Month: 1, Day: 2}, Value: "yes"}}}}
	var measuresBack rule.Measures
	var factsBack rule.FactTexts
	for _, c := range []struct{ from, to any }{{measures, &measuresBack}, {facts, &factsBack}} {
		data, err := json.Marshal(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, c.to); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff(measures, measuresBack) + cmp.Diff(facts, factsBack); diff != "" {
		t.Error(diff)
	}
	if err := json.Unmarshal([]byte(`{"b":{"kind":"tally","unti":"x"}}`), &measuresBack); !errors.Is(err, strict.CodeUnknownField) {
		t.Errorf("an unknown field gives %v", err)
	}
}

func TestSeriesSentences(t *testing.T) {
	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "met", Kind: rule.KindYesNo, Series: true}, {Name: "one", Kind: rule.KindYesNo}}}
	node := func(n rule.Node) rule.Judge {
		judge, err := rule.Compile("", n, vocabulary)
		if err != nil {
			t.Fatal(err)
		}
		return judge
	}
	on := func(month int, v mtss.Verdict) rule.Dated {
		return rule.Dated{On: mtss.Date{Year: 2026, Month: month, Day: 1}, Value: rule.OfYesNo(v)}
	}
	values := []rule.Value{rule.OfSeries(on(1, mtss.Met), on(2, mtss.NotMet), on(3, mtss.Met))}
	for _, c := range []struct{ node, want string }{
		{"last", "met has 3 values (2026-02-01: no, 2026-03-01: yes), where yes in each of the last 2 is wanted"},
		{"missing", "one is missing, so whether it is yes is undetermined"},
	} {
		n := rule.Node{Measure: "met", Last: 2, Comparison: rule.Comparison{Is: "yes"}}
		if c.node == "missing" {
			n = rule.Node{Measure: "one", Comparison: rule.Comparison{Is: "yes"}}
		}
		if got := strings.Join(node(n).Explain(values).Sentences(), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
