package rule_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// A nil rulebook has no rules, and no call of it panics.
func TestNoRulebook(t *testing.T) {
	var none *rule.Rulebook
	on := mtss.Date{Year: 2026, Month: 1, Day: 20}
	facts := rule.Facts{"a": rule.OfYesNo(mtss.Met)}
	for _, book := range []*rule.Rulebook{none, {}} {
		_, found := book.Decide("r", facts, on)
		_, next := book.Next(facts, on)
		if found || next != mtss.NotMet || len(book.Judge(facts, on)) > 0 || len(book.Rules(on)) > 0 || len(book.Derived()) > 0 ||
			len(book.Values(facts, on)) != 1 || len(book.Vocabulary().Measures) > 0 {
			t.Errorf("%v has rules", book)
		}
	}
	node := rule.Node{}
	node.Not = &node
	if _, err := rule.CompileSet(rule.Vocabulary{}, rule.Set{Rules: []rule.Rule{{ID: "r", Require: &node}}}); !errors.Is(err, rule.CodeDepth) {
		t.Errorf("a node within itself: got %v", err)
	}
}

// A rulebook shares no memory with the sets that it was made from, nor with what
// it hands out.
func TestNothingShared(t *testing.T) {
	on := mtss.Date{Year: 2026, Month: 1, Day: 20}
	line := &rule.Aimline{From: rule.DatedText{On: mtss.Date{Year: 2025, Month: 9, Day: 1}, Value: "10 words"}, To: rule.DatedText{On: mtss.Date{Year: 2026, Month: 6, Day: 1}, Value: "90 words"}}
	set := rule.Set{
		ID: "s", Measures: rule.Measures{{Name: "words", Kind: rule.KindQuantity, Unit: "words", Series: true}, {Name: "a", Kind: rule.KindYesNo}},
		Derived: []rule.Derived{{Name: "gap", Of: "words", Gap: line}},
		Rules:   []rule.Rule{{ID: "r", Require: &rule.Node{All: []rule.Node{{Measure: "a", Comparison: rule.Comparison{Is: "yes"}}}}, Caveats: []string{"c"}}},
	}
	book, err := rule.CompileSet(rule.Vocabulary{}, set)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	written := func() string {
		data, err := json.Marshal([]any{book.Vocabulary().Measures, book.Derived(), book.Rules(on), book.Judge(nil, on)})
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	before := written()
	line.From.Value, set.Measures[0].Unit = "1 words", "x"
	set.Rules[0].Require.All[0].Measure, set.Rules[0].Caveats[0] = "x", "x"
	book.Derived()[0].Gap.To.Value = "x"
	book.Rules(on)[0].Require.All[0].Measure = "x"
	book.Vocabulary().Measures[0].Name = "x"
	for _, d := range book.Judge(nil, on) {
		d.Require.Children[0].Measure = "x"
	}
	if got := written(); got != before {
		t.Errorf("got  %s\nwant %s", got, before)
	}
	parts := []mtss.Tally{{Earned: 1, Possible: 2}}
	dated := []rule.Dated{{On: on, Value: rule.OfYesNo(mtss.Met)}}
	mean, series := rule.OfMean(parts), rule.OfSeries(dated...)
	parts[0].Earned, dated[0].On.Year = 2, 1999
	if !mean.Equal(rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 2}})) || !series.Equal(rule.OfSeries(rule.Dated{On: on, Value: rule.OfYesNo(mtss.Met)})) {
		t.Error("a value changes with what it was made of")
	}
}

// What a document cannot hold is not written.
func TestTextAndSeries(t *testing.T) {
	both := rule.FactTexts{{Measure: "a", Text: "yes", Series: []rule.DatedText{}}}
	if _, err := json.Marshal(both); !errors.Is(err, rule.CodeFact) {
		t.Errorf("got %v", err)
	}
	if _, err := json.Marshal(rule.OfCategory("a\xff")); len(mtss.Issues(err)) != 1 {
		t.Errorf("got %v", err)
	}
}
