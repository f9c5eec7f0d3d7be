package rule_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// gates are rules about days that go with the day of judgement: school years begin
// in July, and spring is March to May, winter December to February.
const gates = `{"kind":"ruleSet","schemaVersion":1,
	"calendar":{"windows":[{"id":"spring","from":"03-01","to":"05-31"},{"id":"winter","from":"12-01","to":"02-29"}]},
	"measures":{"dca":{"kind":"tally","unit":"points"},"tfi":{"kind":"tally","unit":"points","series":true}},
	"rules":[
		{"id":"one","require":{"measure":"dca","within":"365 days","atLeast":"80%"}},
		{"id":"any","require":{"measure":"tfi","within":"365 days","times":1,"atLeast":"80%"}},
		{"id":"latest","require":{"measure":"tfi","within":"365 days","last":1,"atLeast":"80%"}},
		{"id":"twice","require":{"measure":"tfi","times":2,"atLeast":"80%"}},
		{"id":"year","require":{"measure":"tfi","within":"schoolYear","times":1,"atLeast":"80%"}},
		{"id":"before","require":{"measure":"tfi","within":"lastSchoolYear","times":1,"atLeast":"80%"}},
		{"id":"spring","require":{"measure":"tfi","within":"window:spring","times":1,"atLeast":"80%"}},
		{"id":"thisSpring","require":{"measure":"tfi","within":"window:spring schoolYear","times":1,"atLeast":"80%"}},
		{"id":"lastWinter","require":{"measure":"tfi","within":"window:winter lastSchoolYear","times":1,"atLeast":"80%"}}]}`

func onDay(t *testing.T, text string) mtss.Date {
	t.Helper()
	d, err := mtss.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func scored(t *testing.T, on string, earned int64) rule.Dated {
	return rule.Dated{On: onDay(t, on), Value: rule.Of(mtss.Tally{Earned: earned, Possible: 10})}
}

// perhaps is 7 of 10 points, or 8.
func perhaps(t *testing.T, on string) rule.Dated {
	return rule.Dated{On: onDay(t, on), Value: rule.Of(mtss.Tally{Earned: 7, Possible: 10, Unknown: 1})}
}

// A value counts from the first to the last day that within names, and on no other.
func TestWithin(t *testing.T) {
	book := mustBook(t, rule.Vocabulary{}, gates)
	for _, test := range []struct {
		why, rule, on string
		value         rule.Value
		want          mtss.Verdict
		needed        int64
		unreachable   bool
	}{
		{"a year to the day is within a year", "one", "2026-01-20", scored(t, "2025-01-20", 8).Value.OnDay(onDay(t, "2025-01-20")), mtss.Met, 0, false},
		{"a day more is not, so what it is today is not known", "one", "2026-01-21", scored(t, "2025-01-20", 8).Value.OnDay(onDay(t, "2025-01-20")), mtss.Undetermined, 0, false},
		{"below the bound", "one", "2026-01-20", scored(t, "2026-01-20", 7).Value.OnDay(onDay(t, "2026-01-20")), mtss.NotMet, 1, false},
		{"a fact without a day may be of any day", "one", "2026-01-20", scored(t, "2026-01-20", 8).Value, mtss.Undetermined, 0, false},
		{"a fact of a later day is not known yet", "one", "2026-01-20", scored(t, "2026-01-21", 8).Value.OnDay(onDay(t, "2026-01-21")), mtss.Undetermined, 0, false},
		{"any of the year", "any", "2026-01-20", rule.OfSeries(scored(t, "2025-02-01", 9), scored(t, "2025-12-01", 2)), mtss.Met, 0, false},
		{"the latest of the year", "latest", "2026-01-20", rule.OfSeries(scored(t, "2025-02-01", 9), scored(t, "2025-12-01", 2)), mtss.NotMet, 1, false},
		{"the latest is too old", "latest", "2026-01-20", rule.OfSeries(scored(t, "2024-12-01", 9)), mtss.NotMet, 1, false},
		{"none of the year", "any", "2026-01-20", rule.OfSeries(scored(t, "2024-12-01", 9)), mtss.NotMet, 1, false},
		{"nothing is known", "any", "2026-01-20", rule.Value{}, mtss.Undetermined, 0, false},
		{"one that may be enough", "any", "2026-01-20", rule.OfSeries(perhaps(t, "2025-12-01")), mtss.Undetermined, 1, false},
		{"two of one day that disagree, of which any may do", "any", "2026-01-20", rule.OfSeries(scored(t, "2025-12-01", 9), scored(t, "2025-12-01", 2)), mtss.Met, 0, false},
		{"two of one day that disagree, of which either may be the latest", "latest", "2026-01-20", rule.OfSeries(scored(t, "2025-12-01", 9), scored(t, "2025-12-01", 2)), mtss.Undetermined, 1, false},
		{"days are over, and what is unknown may still do", "spring", "2026-06-10", rule.OfSeries(perhaps(t, "2026-05-31")), mtss.Undetermined, 0, false},
		{"the same one twice is one", "twice", "2026-01-20", rule.OfSeries(scored(t, "2025-12-01", 9), scored(t, "2025-12-01", 9)), mtss.NotMet, 1, false},
		{"two with one between", "twice", "2026-01-20", rule.OfSeries(scored(t, "2025-12-01", 9), scored(t, "2025-12-02", 2), scored(t, "2025-12-03", 9)), mtss.Met, 0, false},
		{"the first day of the school year", "year", "2025-07-01", rule.OfSeries(scored(t, "2025-07-01", 9)), mtss.Met, 0, false},
		{"the last day of the one before", "year", "2025-07-01", rule.OfSeries(scored(t, "2025-06-30", 9)), mtss.NotMet, 1, false},
		{"the last day of the year before", "before", "2025-07-01", rule.OfSeries(scored(t, "2025-06-30", 9)), mtss.Met, 0, false},
		{"the first day of the year before", "before", "2026-06-30", rule.OfSeries(scored(t, "2024-07-01", 9)), mtss.Met, 0, false},
		{"the year before is over", "before", "2026-01-20", rule.OfSeries(scored(t, "2024-06-30", 9)), mtss.NotMet, 0, true},
		{"the spring that runs", "spring", "2026-03-01", rule.OfSeries(scored(t, "2026-03-01", 9)), mtss.Met, 0, false},
		{"the spring before this one has come", "spring", "2026-02-28", rule.OfSeries(scored(t, "2025-05-31", 9)), mtss.Met, 0, false},
		{"the spring before, once this one runs", "spring", "2026-03-01", rule.OfSeries(scored(t, "2025-05-31", 9)), mtss.NotMet, 1, false},
		{"a day after the spring", "spring", "2026-06-10", rule.OfSeries(scored(t, "2026-06-01", 9)), mtss.NotMet, 0, true},
		{"this school year's spring is still to come", "thisSpring", "2025-10-01", rule.OfSeries(scored(t, "2025-05-01", 9)), mtss.NotMet, 1, false},
		{"this school year's spring", "thisSpring", "2026-06-30", rule.OfSeries(scored(t, "2026-05-01", 9)), mtss.Met, 0, false},
		{"the next year has another", "thisSpring", "2026-07-01", rule.OfSeries(scored(t, "2026-05-01", 9)), mtss.NotMet, 1, false},
		{"a winter over the turn of the year", "lastWinter", "2026-10-01", rule.OfSeries(scored(t, "2025-12-01", 9)), mtss.Met, 0, false},
		{"its end", "lastWinter", "2026-10-01", rule.OfSeries(scored(t, "2026-02-28", 9)), mtss.Met, 0, false},
		{"the winter of the year before that", "lastWinter", "2026-10-01", rule.OfSeries(scored(t, "2025-01-10", 9)), mtss.NotMet, 0, true},
	} {
		d, _ := book.Decide(test.rule, rule.Facts{"dca": test.value, "tfi": test.value}, onDay(t, test.on))
		if test.rule == "one" {
			d, _ = book.Decide(test.rule, rule.Facts{"dca": test.value}, onDay(t, test.on))
		}
		needed := int64(0)
		if len(d.Require.Needed) > 0 {
			needed = d.Require.Needed[0].More
		}
		if d.Verdict != test.want || needed != test.needed || d.Require.Unreachable != test.unreachable {
			t.Errorf("%s: %s, %d needed, unreachable %t; want %s, %d, %t", test.why, d.Verdict, needed, d.Require.Unreachable, test.want, test.needed, test.unreachable)
		}
	}
}

func TestWithinSentences(t *testing.T) {
	book := mustBook(t, rule.Vocabulary{}, gates)
	dated := scored(t, "2025-01-20", 8).Value.OnDay(onDay(t, "2025-01-20"))
	of := rule.OfSeries(scored(t, "2025-02-01", 9), scored(t, "2025-12-01", 2))
	for _, test := range []struct {
		rule, on string
		value    rule.Value
		want     string
	}{
		{"one", "2026-01-20", dated, "dca is 8 of 10 points (80.0%) on 2025-01-20, which is at least 80% within 365 days."},
		{"one", "2026-01-21", dated, "dca is 8 of 10 points (80.0%) on 2025-01-20, so whether it is at least 80% within 365 days is undetermined."},
		{"one", "2026-01-21", dated.OnDay(mtss.Date{}), "dca is 8 of 10 points (80.0%), on no day that is known, so whether it is at least 80% within 365 days is undetermined."},
		{"any", "2026-01-20", of, "tfi has 2 values within 365 days (2025-02-01: 9 of 10 points (90.0%), 2025-12-01: 2 of 10 points (20.0%)), at least 1 of which is at least 80%."},
		{"year", "2026-01-20", of, "tfi has 1 value in this school year (2025-12-01: 2 of 10 points (20.0%)), none of which is at least 80%; 1 more administration needed."},
		{"before", "2027-01-20", of, "tfi has 1 value in the school year before (2025-12-01: 2 of 10 points (20.0%)), none of which is at least 80%; this can't be reached."},
		{"spring", "2026-01-20", of, `tfi has no values in the latest window "spring", where one that is at least 80% is wanted; this can't be reached.`},
		{"twice", "2026-01-20", of, "tfi has 2 values (2025-02-01: 9 of 10 points (90.0%), 2025-12-01: 2 of 10 points (20.0%)), fewer than 2 of which are at least 80%; 1 more administration needed."},
		{"any", "2026-01-20", rule.OfSeries(perhaps(t, "2025-12-01")), "tfi has 1 value within 365 days (2025-12-01: 7 to 8 of 10 points (70.0% to 80.0%) with 1 unknown), so whether at least 1 of them is at least 80% is undetermined; 1 more administration needed, none if every unknown turns out well."},
		{"thisSpring", "2026-01-20", of, `tfi has no values in the window "spring" of this school year, where one that is at least 80% is wanted; 1 more administration needed.`},
	} {
		d, _ := book.Decide(test.rule, rule.Facts{map[bool]string{true: "dca", false: "tfi"}[test.rule == "one"]: test.value}, onDay(t, test.on))
		if got := strings.Join(d.Require.Sentences(), " "); got != test.want {
			t.Errorf("%s on %s:\n%s, want\n%s", test.rule, test.on, got, test.want)
		}
	}
}

// What within may say is listed in the error that refuses another word, with the
// nearest.
func TestWithinProblems(t *testing.T) {
	const set = `{"kind":"ruleSet","schemaVersion":1,"calendar":{"windows":[{"id":"spring","from":"03-01","to":"05-31"},{"id":"fall","from":"08-01","to":"09-30"}]},
		"measures":{"m":{"kind":"yesNo"}},"rules":[{"id":"r","require":{"measure":"m","is":"yes","within":"WITHIN"}}]}`
	for within, want := range map[string]string{
		"365 days":                "",
		"1 day":                   "",
		"window:fall schoolYear":  "",
		"365":                     `want a number of days`,
		"0 days":                  `want a number of days to 36600`,
		"36601 days":              `want a number of days to 36600`,
		"2  days":                 `want a number of days`,
		"schoolyear":              `did you mean "schoolYear"?`,
		"window:":                 `such as "window:spring"`,
		"window:sprin":            `did you mean "spring"? The calendar has spring, fall`,
		"window:summer":           `want one of spring, fall`,
		"window:fall school year": `window "fall school year" is unknown`,
	} {
		_, err := rule.CompileSet(rule.Vocabulary{}, setOf(t, strings.Replace(set, "WITHIN", within, 1)))
		if want == "" && err != nil || want != "" && (!errors.Is(err, rule.CodeWithin) || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", within, err, want)
		}
	}
	if _, err := rule.CompileSet(rule.Vocabulary{}, setOf(t, `{"kind":"ruleSet","schemaVersion":1,"measures":{"m":{"kind":"yesNo","series":true}},"derived":[{"name":"n","of":"m","countWithin":7}],"rules":[{"id":"r","require":{"measure":"n","atLeast":"1 values","within":"schoolYear"}}]}`)); !errors.Is(err, rule.CodeWithin) {
		t.Errorf("days of what is worked out as of the day of judgement: %v", err)
	}
	if _, err := rule.CompileSet(rule.Vocabulary{}, setOf(t, `{"kind":"ruleSet","schemaVersion":1,"calendar":{"windows":[{"id":"a","from":"03-01","to":"05-31"},{"id":"a","from":"08-01","to":"09-30"}]},"rules":[]}`)); !errors.Is(err, rule.CodeWithin) {
		t.Errorf("a window that is there twice: %v", err)
	}
}

// The lowest scope that states when school years begin, or which windows there are,
// says it.
func TestCalendarOfScopes(t *testing.T) {
	state := setOf(t, `{"kind":"ruleSet","schemaVersion":1,"id":"state","calendar":{"year":"09-01","windows":[{"id":"spring","from":"03-01","to":"05-31"}]},"measures":{"m":{"kind":"yesNo"}},"rules":[{"id":"r","require":{"measure":"m","is":"yes","within":"schoolYear"}},{"id":"w","require":{"measure":"m","is":"yes","within":"window:spring schoolYear"}}]}`)
	facts := rule.Facts{"m": rule.OfYesNo(mtss.Met).OnDay(onDay(t, "2025-08-15"))}
	for district, want := range map[string]mtss.Verdict{``: mtss.Undetermined, `"calendar":{"year":"08-01"},`: mtss.Met} {
		book, err := rule.CompileSet(rule.Vocabulary{}, setOf(t, `{"kind":"ruleSet","schemaVersion":1,"id":"d",`+district+`"refines":"state","rules":[]}`), state)
		if err != nil {
			t.Fatal(err)
		}
		if d, _ := book.Decide("r", facts, onDay(t, "2026-01-20")); d.Verdict != want {
			t.Errorf("%s: %s, want %s", district, d.Verdict, want)
		}
	}
}

// A fact may carry its day, in a document and in Go alike.
func TestDatedFacts(t *testing.T) {
	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "a", Kind: rule.KindRatio}, {Name: "s", Kind: rule.KindRatio, Series: true}}}
	for text, want := range map[string]string{
		`{"a":{"on":"2020-01-01","value":"85%"}}`:   "",
		`{"a":{"on":"2020-01-01","value":"85"}}`:    "/a: measure",
		`{"a":{"on":"2020-02-30","value":"85%"}}`:   "/a/on",
		`{"a":{"on":"2020-01-01"}}`:                 "/a/value: ",
		`{"a":{"value":"85%"}}`:                     "/a/on: ",
		`{"s":{"on":"2020-01-01","value":"85%"}}`:   "goes with a series",
		`{"a":[{"on":"2020-01-01","value":"85%"}]}`: "goes with a series",
	} {
		var texts rule.FactTexts
		err := json.Unmarshal([]byte(text), &texts)
		var facts rule.Facts
		if err == nil {
			facts, err = texts.Parse("", vocabulary)
		}
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
		if want != "" {
			continue
		}
		if facts["a"].Day() != onDay(t, "2020-01-01") || vocabulary.Check(facts) != nil {
			t.Errorf("%s: %v", text, facts)
		}
		if back, err := json.Marshal(texts); err != nil || string(back) != text {
			t.Errorf("%s is written as %s, %v", text, back, err)
		}
	}
	if err := vocabulary.Check(rule.Facts{"a": rule.OfSpan(mtss.Exactly(mtss.Whole(1))).OnDay(mtss.Date{Year: 2026, Month: 13, Day: 1})}); !errors.Is(err, rule.CodeFact) {
		t.Errorf("a day that there is not: %v", err)
	}
	if _, err := json.Marshal(rule.FactTexts{{Measure: "a", On: onDay(t, "2020-01-01"), Series: []rule.DatedText{}}}); err == nil {
		t.Error("a day beside a series is written")
	}
}

// A value with its day is written and read back equal, and is not one without it.
func TestValueOnDay(t *testing.T) {
	on := onDay(t, "2026-01-20")
	for _, v := range []rule.Value{rule.Of(mtss.Tally{Earned: 1, Possible: 2}), rule.OfYesNo(mtss.Met), rule.OfDate(on), rule.OfCategory("a"), rule.OfSpan(mtss.Exactly(mtss.Whole(1))), rule.NotApplicable()} {
		dated := v.OnDay(on)
		data, err := json.Marshal(dated)
		var back rule.Value
		if err == nil {
			err = json.Unmarshal(data, &back)
		}
		if err != nil || !back.Equal(dated) || back.Day() != on || dated.Equal(v) || !dated.OnDay(mtss.Date{}).Equal(v) {
			t.Errorf("%s: read back as %v, %v", data, back, err)
		}
	}
	for _, none := range []rule.Value{{}, rule.OfSeries()} {
		if !none.OnDay(on).Day().IsZero() {
			t.Error("what has no single value has a day")
		}
	}
	for _, bad := range []string{`{"missing":true,"on":"2026-01-20"}`, `{"series":[],"on":"2026-01-20"}`} {
		if err := json.Unmarshal([]byte(bad), new(rule.Value)); !errors.Is(err, rule.CodeValue) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// What can't be reached is said to be so, and nothing that would not help is said to
// be needed.
func TestUnreachable(t *testing.T) {
	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "total", Kind: rule.KindTally, Unit: "points"}, {Name: "a", Kind: rule.KindTally, Unit: "points"}}}
	of := func(measure, atLeast string) rule.Node {
		return rule.Node{Measure: measure, Comparison: rule.Comparison{AtLeast: atLeast}}
	}
	total, a := of("total", "80%"), of("a", "4 points")
	below := rule.Node{Measure: "a", Comparison: rule.Comparison{LessThan: "4 points"}}
	for _, test := range []struct {
		why   string
		node  rule.Node
		lost  bool
		needs bool
	}{
		{"a leaf", a, true, false},
		{"all", rule.Node{All: []rule.Node{total, a}}, true, false},
		{"any, one of which can be", rule.Node{Any: []rule.Node{total, a}}, false, true},
		{"any, none of which can be", rule.Node{Any: []rule.Node{{All: []rule.Node{total, a}}, a}}, true, false},
		{"one of two", rule.Node{AtLeastOf: 1, Of: []rule.Node{total, a}}, false, true},
		{"two of two", rule.Node{AtLeastOf: 2, Of: []rule.Node{total, a}}, true, false},
		{"two of three", rule.Node{AtLeastOf: 2, Of: []rule.Node{total, a, total}}, false, true},
		{"each", rule.Node{Each: []string{"total", "a"}, Comparison: rule.Comparison{AtLeast: "4 points"}}, true, false},
		{"not", rule.Node{Not: &below}, false, false},
		{"the opposite of what can't be", rule.Node{Not: &a}, false, false},
	} {
		judge, err := rule.Compile("", test.node, vocabulary)
		if err != nil {
			t.Fatal(err)
		}
		f := judge.Explain(vocabulary.Values(rule.Facts{"total": rule.Of(mtss.Tally{Earned: 3, Possible: 6}), "a": rule.Of(mtss.Tally{Earned: 1, Possible: 2})}))
		text := strings.Join(f.Sentences(), " ")
		if f.Unreachable != test.lost || strings.Contains(text, "needed") != test.needs || test.lost && !strings.Contains(text, "can't be reached") {
			t.Errorf("%s: unreachable %t: %s", test.why, f.Unreachable, text)
		}
	}
}

// TestSeriesAgainstAllCompletions fills in the unknowns of short series in every way,
// and puts the values of one day in every order: a series meets, or does not, what all
// of these do, and is undetermined where they differ. Needs hold in all of them.
func TestSeriesAgainstAllCompletions(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 4))
	on := dateOf(2026, 3, 10)
	seen := map[mtss.Verdict]int{}
	for range 3000 {
		type value struct{ day, low, high int64 }
		var values []value
		var dated []rule.Dated
		for range r.IntN(5) {
			v := value{day: r.Int64N(5), low: r.Int64N(4)}
			if v.high = v.low; r.IntN(3) == 0 {
				v.high += r.Int64N(4 - v.low)
			}
			dated = append(dated, rule.Dated{On: on.AddDays(int(-v.day)), Value: rule.Of(mtss.Tally{Earned: v.low, Possible: 3, Unknown: v.high - v.low})})
			if !slices.Contains(values, v) {
				values = append(values, v) // the same on one day is one
			}
		}
		age, count, bound := 1+r.Int64N(4), 1+r.IntN(3), 1+r.Int64N(3)
		node := rule.Node{Measure: "m", Within: fmt.Sprintf("%d days", age), Comparison: rule.Comparison{AtLeast: fmt.Sprintf("%d points", bound)}}
		if node.Last = count; r.IntN(2) == 0 {
			node.Last, node.Times = 0, count
		}
		if age == 1 {
			node.Within = "1 day"
		}
		values = slices.DeleteFunc(values, func(v value) bool { return v.day > age })
		met, notMet := false, false
		orders(values, func(order []value) {
			slices.SortStableFunc(order, func(a, b value) int { return cmp.Compare(a.day, b.day) }) // the latest first
			var fill func(i, hits, among int)
			fill = func(i, hits, among int) {
				if i < len(order) {
					for score := order[i].low; score <= order[i].high; score++ {
						hit, of := hits, among
						if score >= bound {
							if hit++; i < count {
								of++
							}
						}
						fill(i+1, hit, of)
					}
					return
				}
				good := node.Times > 0 && hits >= count || node.Last > 0 && among == count
				met, notMet = met || good, notMet || !good
			}
			fill(0, 0, 0)
		})
		want := mtss.Undetermined
		switch {
		case !notMet:
			want = mtss.Met
		case !met:
			want = mtss.NotMet
		}
		vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "m", Kind: rule.KindTally, Unit: "points", Series: true}}}
		judge, err := rule.Compile("", node, vocabulary)
		if err != nil {
			t.Fatal(err)
		}
		in, _ := vocabulary.ValuesOn(rule.Facts{"m": rule.OfSeries(dated...)}, on)
		if got := judge.Verdict(in); got != want {
			t.Fatalf("%+v of %+v: %s, want %s", node, values, got, want)
		}
		if f := judge.Explain(in); f.Verdict != want || f.Unreachable || len(f.Needed) > 0 && (f.Needed[0].EvenIf == 0) != (want == mtss.Undetermined) {
			t.Fatalf("%+v of %+v: %+v", node, values, f)
		}
		seen[want]++
	}
	for _, v := range []mtss.Verdict{mtss.Met, mtss.NotMet, mtss.Undetermined} {
		if seen[v] < 100 {
			t.Errorf("%s only %d times", v, seen[v])
		}
	}
}

// orders calls f with a list in every order.
func orders[T any](list []T, f func([]T)) {
	var from func(i int)
	from = func(i int) {
		if i >= len(list)-1 {
			f(slices.Clone(list))
			return
		}
		for k := i; k < len(list); k++ {
			list[i], list[k] = list[k], list[i]
			from(i + 1)
			list[i], list[k] = list[k], list[i]
		}
	}
	from(0)
}
