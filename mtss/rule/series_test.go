package rule_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Values of one day decide where they agree, in whatever order; the same value twice
// is one record, or for a count one or two.
func TestValuesOfOneDay(t *testing.T) {
	book := mustBook(t, rule.Vocabulary{}, `{"kind":"ruleSet","schemaVersion":1,
		"measures":{"dca":{"kind":"tally","unit":"points","series":true},"referral":{"kind":"yesNo","series":true},"words":{"kind":"quantity","unit":"words","series":true}},
		"derived":[{"name":"recent","of":"referral","countWithin":30,"unit":"referrals"},{"name":"growth","of":"words","slope":7}],
		"rules":[{"id":"two","require":{"measure":"dca","last":2,"atLeast":"80%"}},{"id":"three values","require":{"measure":"dca","last":3,"atLeast":"80%"}},
			{"id":"three","require":{"measure":"recent","atLeast":"3 referrals"}},
			{"id":"grows","require":{"measure":"growth","atLeast":"2 words"}}]}`)
	d := func(day int, earned int64) rule.Dated {
		return rule.Dated{On: dateOf(2026, 1, day), Value: rule.Of(mtss.Tally{Earned: earned, Possible: 10})}
	}
	yes := func(day int) rule.Dated {
		return rule.Dated{On: dateOf(2026, 1, day), Value: rule.OfYesNo(mtss.Met)}
	}
	words := func(day int, n int64) rule.Dated {
		return rule.Dated{On: dateOf(2026, 1, day), Value: rule.OfSpan(mtss.Exactly(mtss.Whole(n)))}
	}
	for _, test := range []struct {
		rule, measure string
		values        []rule.Dated
		want          mtss.Verdict
		twice         bool
		why           string
	}{
		{"two", "dca", []rule.Dated{d(1, 9), d(2, 9)}, mtss.Met, false, "two days"},
		{"two", "dca", []rule.Dated{d(2, 9), d(2, 8)}, mtss.Met, false, "both of one day meet it"},
		{"two", "dca", []rule.Dated{d(2, 9), d(2, 7)}, mtss.NotMet, false, "one of the last two does not meet it, whichever it is"},
		{"two", "dca", []rule.Dated{d(2, 6), d(2, 7)}, mtss.NotMet, false, "neither meets it"},
		{"two", "dca", []rule.Dated{d(1, 2), d(2, 9), d(2, 9)}, mtss.NotMet, true, "the same twice is one, so the one before counts"},
		{"two", "dca", []rule.Dated{d(2, 9), d(2, 9)}, mtss.NotMet, true, "the same twice is one, so there are too few"},
		{"two", "dca", []rule.Dated{d(1, 2), d(2, 8), d(2, 9)}, mtss.Met, false, "two of the last day fill the two"},
		{"three values", "dca", []rule.Dated{d(1, 9), d(1, 2), d(2, 8)}, mtss.NotMet, false, "all of the day before count, and one of them does not meet it"},
		{"three values", "dca", []rule.Dated{d(1, 9), d(1, 2), d(1, 3), d(2, 8)}, mtss.NotMet, false, "two of the day before count, and one of them at most meets it"},
		{"two", "dca", []rule.Dated{d(1, 9), d(1, 2), d(2, 8)}, mtss.Undetermined, false, "which of the day before counts is not known"},
		{"three", "referral", []rule.Dated{yes(1), yes(2), yes(3)}, mtss.Met, false, "three days"},
		{"three", "referral", []rule.Dated{yes(1), yes(2), yes(2)}, mtss.Undetermined, true, "two referrals of one day, or one told twice"},
		{"three", "referral", []rule.Dated{yes(1), yes(1), yes(2), yes(3)}, mtss.Met, true, "three at least, either way"},
		{"three", "referral", []rule.Dated{yes(2), yes(2)}, mtss.NotMet, true, "two at most"},
		{"grows", "words", []rule.Dated{words(1, 10), words(8, 12), words(8, 12)}, mtss.Met, true, "the slope takes each once"},
	} {
		for range 2 {
			got, _ := book.Decide(test.rule, rule.Facts{test.measure: rule.OfSeries(test.values...)}, dateOf(2026, 1, 20))
			if got.Verdict != test.want {
				t.Errorf("%s: %s, want %s", test.why, got.Verdict, test.want)
			}
			if twice := slices.ContainsFunc(got.Caveats, func(n mtss.Notice) bool { return n.Code == rule.CaveatTwice }); twice != test.twice {
				t.Errorf("%s: said to be there twice: %t, want %t", test.why, twice, test.twice)
			}
			slices.Reverse(test.values)
		}
	}
}

// A version may be refined where the version above that is in force on one of its days
// lets it be.
func TestRefinementByPeriod(t *testing.T) {
	state := setOf(t, `{"kind":"ruleSet","schemaVersion":1,"id":"state","measures":{"dca":{"kind":"tally","unit":"points"}},"rules":[
		{"id":"r","until":"2026-06-30","require":{"measure":"dca","atLeast":"80%"}},
		{"id":"r","since":"2026-07-01","refinable":true,"require":{"measure":"dca","atLeast":"80%"}}]}`)
	for since, refused := range map[string]bool{"2026-07-01": false, "2027-01-01": false, "2026-06-30": true, "2026-01-01": true} {
		district := setOf(t, `{"kind":"ruleSet","schemaVersion":1,"id":"district","refines":"state","rules":[{"id":"r","since":"`+since+`","require":{"measure":"dca","atLeast":"90%"}}]}`)
		if _, err := rule.CompileSet(rule.Vocabulary{}, district, state); errors.Is(err, rule.CodeRefine) != refused {
			t.Errorf("since %s: %v", since, err)
		}
	}
}

// What is wrong with a set above is told in a template that gives the message.
func TestTemplateOfASetAbove(t *testing.T) {
	above := rule.Set{ID: "state", Rules: []rule.Rule{{ID: "r", Require: &rule.Node{Measure: "nope", Comparison: rule.Comparison{AtLeast: "80%"}}}}}
	_, err := rule.CompileSet(rule.Vocabulary{}, rule.Set{ID: "district", Refines: "state"}, above)
	issues := mtss.Issues(err)
	if len(issues) == 0 {
		t.Fatal("no problem")
	}
	for _, i := range issues {
		if got := mtss.FillIn(i.Template, i.Params); got != i.Message || i.Template == "" {
			t.Errorf("the template gives %q, the message is %q", got, i.Message)
		}
	}
}

func setOf(t *testing.T, text string) rule.Set {
	t.Helper()
	set, err := rule.DecodeSet([]byte(text))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return set
}

// A measure of words says which there are, and whatever says another is refused with
// the nearest.
func TestCategories(t *testing.T) {
	const set = `{"kind":"ruleSet","schemaVersion":1,"measures":{"level":{"kind":"category","categories":["elementary","middle","high"]},"free":{"kind":"category"}},"rules":[{"id":"r","require":{"measure":"level",%s}}]}`
	for _, test := range []struct{ require, want string }{
		{`"is":"middle"`, ""},
		{`"is":"midle"`, `/rules/0/require/is: measure "level": "midle" is not one of its categories, did you mean "middle"? It is one of elementary, middle, high`},
		{`"oneOf":["high","Middle"]`, `/rules/0/require/oneOf/1: measure "level": "Middle" is not one of its categories, did you mean "middle"? It is one of elementary, middle, high`},
		{`"is":"unknown"`, `/rules/0/require/is: measure "level": a fact that says "unknown" says that nothing is known, so this can never be met`},
	} {
		_, err := rule.CompileSet(rule.Vocabulary{}, setOf(t, strings.Replace(set, "%s", test.require, 1)))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.require, got, test.want)
		}
	}
	book := mustBook(t, rule.Vocabulary{}, strings.Replace(set, "%s", `"is":"middle"`, 1))
	for word, bad := range map[string]bool{"middle": false, "unknown": false, "Middle": true, "midle": true, "": true} {
		_, err := rule.FactTexts{{Measure: "level", Text: word}}.Parse("", book.Vocabulary())
		if errors.Is(err, rule.CodeFact) != bad {
			t.Errorf("as text %q: %v", word, err)
		}
		if word == "unknown" || word == "" {
			continue
		}
		if err := book.Vocabulary().Check(rule.Facts{"level": rule.OfCategory(word)}); errors.Is(err, rule.CodeFact) != bad {
			t.Errorf("in Go %q: %v", word, err)
		}
		if err := book.Vocabulary().Check(rule.Facts{"free": rule.OfCategory(word)}); err != nil {
			t.Errorf("any word of a measure without categories: %v", err)
		}
	}
	for _, measures := range []string{`"level":{"kind":"category","categories":["a","unknown"]}`, `"level":{"kind":"category","categories":["low","Low"]}`, `"level":{"kind":"yesNo","categories":["a"]}`} {
		if _, err := rule.CompileSet(rule.Vocabulary{}, setOf(t, `{"kind":"ruleSet","schemaVersion":1,"measures":{`+measures+`},"rules":[]}`)); err == nil {
			t.Errorf("%s is taken", measures)
		}
	}
}

// What is there before on its day is found among many values of one day, without
// holding each against each.
func TestManyValuesOfOneDay(t *testing.T) {
	const n = 30_000
	var values []rule.Dated
	for i := range int64(n) {
		values = append(values, rule.Dated{On: dateOf(2026, 1, 1), Value: rule.OfSpan(mtss.Exactly(mtss.Whole(i % (n - 2))))})
	}
	book := mustBook(t, rule.Vocabulary{}, `{"kind":"ruleSet","schemaVersion":1,
		"measures":{"words":{"kind":"quantity","unit":"words","series":true}},
		"derived":[{"name":"n","of":"words","countWithin":30,"unit":"values"}],
		"rules":[{"id":"many","require":{"measure":"n","atLeast":"29998 values"}},{"id":"more","require":{"measure":"n","atLeast":"29999 values"}}]}`)
	facts := rule.Facts{"words": rule.OfSeries(values...)}
	for id, want := range map[string]mtss.Verdict{"many": mtss.Met, "more": mtss.Undetermined} {
		if got, _ := book.Decide(id, facts, dateOf(2026, 1, 2)); got.Verdict != want {
			t.Errorf("%s: %s, want %s", id, got.Verdict, want)
		}
	}
}
