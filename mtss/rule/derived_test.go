package rule_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// basis are the measures that derived ones are worked out from.
var basis = rule.Vocabulary{Measures: []rule.Measure{
	{Name: "schools", Kind: rule.KindYesNo, Series: true},
	{Name: "referrals", Kind: rule.KindQuantity, Unit: "referrals", Series: true},
	{Name: "visits", Kind: rule.KindCategory, Series: true},
	{Name: "totals", Kind: rule.KindTally, Unit: "points", Series: true},
	{Name: "hours", Kind: rule.KindQuantity, Unit: "h"},
	{Name: "vote", Kind: rule.KindYesNo},
}}

// dated pairs values with days, a value every ten days from 2025-09-01.
func dated(values ...rule.Value) rule.Value {
	var out []rule.Dated
	for i, v := range values {
		out = append(out, rule.Dated{On: dateOf(2025, 9, 1).AddDays(10 * i), Value: v})
	}
	return rule.OfSeries(out...)
}

func amounts(n ...int64) rule.Value {
	values := make([]rule.Value, len(n))
	for i := range n {
		values[i] = exact(n[i], 1)
	}
	return dated(values...)
}

// derivedValue works out the last of the derived measures.
func derivedValue(t *testing.T, base string, v rule.Value, on mtss.Date, specs ...rule.Derived) rule.Value {
	t.Helper()
	book, err := rule.CompileSet(basis, rule.Set{Derived: specs})
	if err != nil {
		t.Fatal(err)
	}
	name := specs[len(specs)-1].Name
	at := slices.IndexFunc(book.Vocabulary().Measures, func(m rule.Measure) bool { return m.Name == name })
	return book.Values(rule.Facts{base: v}, on)[at]
}

func line(from, to string) *rule.Aimline {
	return &rule.Aimline{From: rule.DatedText{On: dateOf(2025, 9, 1), Value: from}, To: rule.DatedText{On: dateOf(2026, 6, 1), Value: to}}
}

func TestDerivedValues(t *testing.T) {
	yes, no, open := rule.OfYesNo(mtss.Met), rule.OfYesNo(mtss.NotMet), rule.OfYesNo(mtss.Undetermined)
	share := rule.Derived{Name: "d", Of: "schools", Share: "schools"}
	gap := rule.Derived{Name: "d", Of: "referrals", Gap: line("100 referrals", "9 referrals")} // 273 days, a third a day
	slope := rule.Derived{Name: "d", Of: "referrals", Slope: 7}
	within := rule.Derived{Name: "d", Of: "visits", CountWithin: 11}
	rising, falling := rule.Derived{Name: "d", Of: "referrals", Rising: true}, rule.Derived{Name: "d", Of: "referrals", Falling: true}
	late := dateOf(2026, 6, 1)
	for _, tt := range []struct {
		name string
		spec rule.Derived
		v    rule.Value
		on   mtss.Date
		want rule.Value
		why  string
	}{
		{"share", share, dated(yes, no, yes), late, rule.Of(mtss.Tally{Earned: 2, Possible: 3}), ""},
		{"share, some unknown", share, dated(yes, open, rule.Value{}), late, rule.Of(mtss.Tally{Earned: 1, Possible: 3, Unknown: 2}), "not asked and not known are both unknown"},
		{"share, one does not apply", share, dated(yes, no, rule.NotApplicable()), late, rule.Of(mtss.Tally{Earned: 1, Possible: 2}), "not applicable leaves the possible"},
		{"share of none", share, dated(), late, rule.Of(mtss.Tally{}), "0 of 0, which decides nothing"},
		{"share as of a day", share, dated(yes, no, yes), dateOf(2025, 9, 11), rule.Of(mtss.Tally{Earned: 1, Possible: 2}), "the third comes later"},
		{"share of what is missing", share, rule.Value{}, late, rule.Value{}, ""},
		{"gap", gap, amounts(100, 100, 90), late, dated(exact(0, 1), exact(10, 3), exact(-10, 3)), "thirds are exact"},
		{"gap of an unknown", gap, dated(exact(100, 1), rule.Value{}), late, dated(exact(0, 1), rule.OfSpan(mtss.Span{})), "it stays unknown"},
		{"gap before the line", gap, rule.OfSeries(rule.Dated{On: dateOf(2025, 8, 29), Value: exact(100, 1)}), late, rule.OfSeries(rule.Dated{On: dateOf(2025, 8, 29), Value: exact(-1, 1)}), "the line goes on"},
		{"slope", slope, amounts(10, 12, 14), late, exact(14, 10), "2 in 10 days, so 1.4 in 7"},
		{"slope of two", slope, amounts(10, 9), late, exact(-7, 10), ""},
		{"slope of one", slope, amounts(10), late, rule.Value{}, "a point has no slope"},
		{"slope of none", slope, amounts(), late, rule.Value{}, ""},
		{"slope of one day", slope, rule.OfSeries(rule.Dated{On: late, Value: exact(1, 1)}, rule.Dated{On: late, Value: exact(2, 1)}), late, rule.Value{}, "a wall has none either"},
		{"slope with an unknown", slope, dated(exact(1, 1), exact(2, 1), rule.Value{}), late, rule.OfSpan(mtss.Span{}), "it could turn either way"},
		{"slope with an unknown in the middle", slope, dated(exact(1, 1), rule.Value{}, exact(3, 1)), late, exact(7, 10), "whatever it is, the slope is the same"},
		{"slope with two of one day", slope, rule.OfSeries(rule.Dated{On: late, Value: exact(14, 1)}, rule.Dated{On: late.AddDays(-7), Value: exact(10, 1)}, rule.Dated{On: late, Value: exact(12, 1)}), late, exact(3, 1), "both count, in whatever order"},
		{"slope with one that does not apply", slope, dated(exact(10, 1), rule.NotApplicable(), exact(14, 1)), late, exact(14, 10), ""},
		{"rising", rising, amounts(5, 3, 4, 6), late, exact(3, 1), "3, 4 and 6"},
		{"rising, equal ones", rising, amounts(3, 4, 4, 6, 6), late, exact(3, 1), "neither end the row nor count"},
		{"rising, to the end", rising, amounts(3, 4, 6, 5), late, exact(1, 1), "the last one fell"},
		{"rising, as of a day", rising, amounts(3, 4, 6, 5), dateOf(2025, 9, 21), exact(3, 1), "it has not fallen yet"},
		{"rising of one", rising, amounts(3), late, exact(1, 1), ""},
		{"rising of none", rising, amounts(), late, exact(0, 1), ""},
		{"rising of what is missing", rising, rule.Value{}, late, rule.Value{}, ""},
		{"rising, one does not apply", rising, dated(exact(3, 1), rule.NotApplicable(), exact(4, 1)), late, exact(2, 1), ""},
		{"rising, the last unknown", rising, dated(exact(3, 1), exact(4, 1), rule.Value{}), late, rule.OfSpan(mtss.Span{Low: mtss.Whole(1), High: mtss.Whole(3)}), ""},
		{"rising, an unknown between", rising, dated(exact(3, 1), rule.Value{}, exact(3, 1)), late, rule.OfSpan(mtss.Span{Low: mtss.Whole(1), High: mtss.Whole(2)}), "less before, or as much as"},
		{"rising, two of one day", rising, rule.OfSeries(rule.Dated{On: late.AddDays(-1), Value: exact(3, 1)}, rule.Dated{On: late, Value: exact(4, 1)}, rule.Dated{On: late, Value: exact(2, 1)}), late, rule.OfSpan(mtss.Span{Low: mtss.Whole(1), High: mtss.Whole(2)}), "which of them is the later one is not known"},
		{"rising, two of one day that both rise", rising, rule.OfSeries(rule.Dated{On: late.AddDays(-1), Value: exact(1, 1)}, rule.Dated{On: late, Value: exact(4, 1)}, rule.Dated{On: late, Value: exact(2, 1)}), late, rule.OfSpan(mtss.Span{Low: mtss.Whole(1), High: mtss.Whole(3)}), "1, 2 and 4, or 2 after 4"},
		{"rising, an unknown that cannot end it", rising, dated(exact(1, 1), rule.OfSpan(mtss.Span{Low: mtss.Whole(0), High: mtss.Whole(3)}), exact(3, 1)), late, rule.OfSpan(mtss.Span{Low: mtss.Whole(2), High: mtss.Whole(3)}), "0 and 3, or 1 and 3, at least"},
		{"rising, many of one day", rising, manyOfOneDay(late, 9), late, rule.OfSpan(mtss.Span{Low: mtss.Whole(1), High: mtss.Whole(9)}), "in any order"},
		{"rising, the same twice", rising, rule.OfSeries(rule.Dated{On: late.AddDays(-1), Value: exact(3, 1)}, rule.Dated{On: late, Value: exact(4, 1)}, rule.Dated{On: late, Value: exact(4, 1)}), late, exact(2, 1), ""},
		{"falling", falling, amounts(3, 6, 5, 5, 2), late, exact(3, 1), "6, 5 and 2"},
		{"shares rising", rule.Derived{Name: "d", Of: "totals", Rising: true}, dated(rule.Of(mtss.Tally{Earned: 5, Possible: 10}), rule.Of(mtss.Tally{Earned: 3, Possible: 5})), late, exact(2, 1), "50 % and 60 %, though fewer points"},
		{"within", within, dated(rule.OfCategory("a"), rule.OfCategory("b"), rule.OfCategory("a")), dateOf(2025, 9, 21), exact(2, 1), "days 11 and 21; day 1 was 20 days ago"},
		{"within, on the edge", within, dated(rule.OfCategory("a")), dateOf(2025, 9, 11), exact(1, 1), "eleven days, both ends counted"},
		{"within, a day later", within, dated(rule.OfCategory("a")), dateOf(2025, 9, 12), exact(0, 1), ""},
		{"within, the day itself", within, dated(rule.OfCategory("a")), dateOf(2025, 9, 1), exact(1, 1), ""},
		{"within, tomorrow", within, dated(rule.OfCategory("a")), dateOf(2025, 8, 31), exact(0, 1), "it has not happened yet"},
		{"within what is missing", within, rule.Value{}, late, rule.Value{}, "no log is not an empty log"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := derivedValue(t, tt.spec.Of, tt.v, tt.on, tt.spec)
			if !got.Equal(tt.want) {
				t.Errorf("%s: got %s, want %s", tt.why, shownValue(got), shownValue(tt.want))
			}
		})
	}
}

func shownValue(v rule.Value) string {
	data, err := v.MarshalJSON()
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// TestSlope compares with the textbook formula in rationals of any size.
func TestSlope(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		n := 2 + r.IntN(8)
		var series []rule.Dated
		xs, ys := make([]*big.Rat, n), make([]*big.Rat, n)
		for i := range n {
			x, num, den := r.Int64N(400), r.Int64N(2000)-1000, r.Int64N(30)+1
			xs[i], ys[i] = big.NewRat(x, 1), big.NewRat(num, den)
			series = append(series, rule.Dated{On: dateOf(2024, 1, 1).AddDays(int(x)), Value: exact(num, den)})
		}
		meanX, meanY := mean0(xs), mean0(ys)
		above, below := new(big.Rat), new(big.Rat)
		for i := range n {
			dx, dy := new(big.Rat).Sub(xs[i], meanX), new(big.Rat).Sub(ys[i], meanY)
			above.Add(above, dy.Mul(dy, dx))
			below.Add(below, dx.Mul(dx, dx))
		}
		got := derivedValue(t, "referrals", rule.OfSeries(series...), dateOf(2026, 1, 1), rule.Derived{Name: "d", Of: "referrals", Slope: 30}).Span().Low
		if below.Sign() == 0 {
			if got.Defined() {
				t.Fatalf("%v: got %s of values of one day", series, got.Number())
			}
			continue
		}
		want := above.Mul(above.Quo(above, below), big.NewRat(30, 1))
		if got.Number() == "" || bigOf(t, got).Cmp(want) != 0 {
			t.Fatalf("%v: got %s, want %s", series, got.Number(), want)
		}
	}
}

// manyOfOneDay are so many values that differ.
func manyOfOneDay(on mtss.Date, n int64) rule.Value {
	var series []rule.Dated
	for i := range n {
		series = append(series, rule.Dated{On: on, Value: exact(i, 1)})
	}
	return rule.OfSeries(series...)
}

// TestRowAgainstAllCompletions fills in the unknowns of short series in every way, and
// puts the values of one day in every order: the fewest and the most that rise, or
// fall, are what was said, and a rule is undetermined only between them.
func TestRowAgainstAllCompletions(t *testing.T) {
	const parts = 5 // of one, so that four values fit between two whole ones
	r := rand.New(rand.NewPCG(9, 10))
	for range 1000 {
		type value struct {
			day       int
			low, high int64
		}
		var values []value
		var series []rule.Dated
		for i := range 1 + r.IntN(4) {
			v := value{day: r.IntN(6), low: r.Int64N(3)}
			v.high = v.low
			if r.IntN(3) > 0 {
				v.high += r.Int64N(3)
			}
			of := rule.OfSpan(mtss.Span{Low: mtss.Whole(v.low), High: mtss.Whole(v.high)})
			if i == 0 && r.IntN(4) == 0 {
				v.low, v.high, of = -1, 6, rule.Value{} // anything, below and above all others
			}
			series = append(series, rule.Dated{On: dateOf(2025, 9, 1).AddDays(v.day), Value: of})
			if !slices.Contains(values, v) {
				values = append(values, v) // the same on one day is one
			}
		}
		for _, falling := range []bool{false, true} {
			least, most := int64(len(values)), int64(0)
			orders(values, func(order []value) {
				slices.SortStableFunc(order, func(a, b value) int { return b.day - a.day }) // the latest first
				var fill func(i int, next, row int64)
				fill = func(i int, next, row int64) {
					if i == len(order) {
						least, most = min(least, row), max(most, row)
						return
					}
					for at := parts * order[i].low; at <= parts*order[i].high; at++ {
						step := next - at
						if falling {
							step = -step
						}
						switch {
						case i == 0:
							fill(1, at, 1)
						case step < 0:
							least, most = min(least, row), max(most, row)
						case step == 0:
							fill(i+1, at, row)
						default:
							fill(i+1, at, row+1)
						}
					}
				}
				fill(0, 0, 0)
			})
			derived := rule.Derived{Name: "d", Of: "referrals", Rising: !falling, Falling: falling}
			got := derivedValue(t, "referrals", rule.OfSeries(series...), dateOf(2026, 1, 1), derived).Span()
			if !got.Low.Equal(mtss.Whole(least)) || !got.High.Equal(mtss.Whole(most)) {
				t.Fatalf("%+v, falling %t: %s to %s, want %d to %d", values, falling, got.Low.Number(), got.High.Number(), least, most)
			}
		}
	}
}

func mean0(xs []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for _, x := range xs {
		sum.Add(sum, x)
	}
	return sum.Quo(sum, big.NewRat(int64(len(xs)), 1))
}

func bigOf(t *testing.T, r mtss.Ratio) *big.Rat {
	t.Helper()
	out, ok := new(big.Rat).SetString(r.Number())
	if !ok {
		t.Fatalf("%q is no number", r.Number())
	}
	return out
}

// TestDerivedOfDerived works in whatever order the measures are declared.
func TestDerivedOfDerived(t *testing.T) {
	specs := []rule.Derived{
		{Name: "above", Of: "referrals", Gap: line("100 referrals", "9 referrals")},
		{Name: "trend", Of: "above", Slope: 30},
		{Name: "recent", Of: "above", CountWithin: 30, Unit: "weeks"},
	}
	facts := rule.Facts{"referrals": amounts(100, 100, 90)}
	want := map[string]string{"above": "", "trend": "-5", "recent": "3"}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}, {1, 2, 0}} {
		var set rule.Set
		for _, i := range order {
			set.Derived = append(set.Derived, specs[i])
		}
		book, err := rule.CompileSet(basis, set)
		if err != nil {
			t.Fatal(err)
		}
		values := book.Values(facts, dateOf(2025, 9, 21))
		for i, m := range book.Vocabulary().Measures {
			if number, derived := want[m.Name]; derived && values[i].Span().Low.Number() != number {
				t.Errorf("order %v: %s is %s, want %s", order, m.Name, shownValue(values[i]), number)
			}
		}
	}
}

func TestDerivedRefused(t *testing.T) {
	for _, tt := range []struct {
		name  string
		specs []rule.Derived
		want  []problem
		why   string
	}{
		{"from itself", []rule.Derived{{Name: "a", Of: "a", Slope: 7}}, []problem{{"/derived/0/of", rule.CodeCircular}}, ""},
		{"in a circle", []rule.Derived{{Name: "a", Of: "b", Slope: 7}, {Name: "b", Of: "c", Slope: 7}, {Name: "c", Of: "a", Slope: 7}},
			[]problem{{"/derived/0/of", rule.CodeCircular}}, "said once, not of each in the circle"},
		{"from one in a circle", []rule.Derived{{Name: "d", Of: "a", Slope: 7}, {Name: "a", Of: "a", Slope: 7}},
			[]problem{{"/derived/1/of", rule.CodeCircular}}, "the circle is the mistake"},
		{"unknown", []rule.Derived{{Name: "a", Of: "gone", Slope: 7}}, []problem{{"/derived/0/of", rule.CodeMeasureUnknown}}, ""},
		{"a name that is taken", []rule.Derived{{Name: "hours", Of: "referrals", Slope: 7}}, []problem{{"/derived/0/name", rule.CodeMeasureRepeated}}, ""},
		{"a name twice", []rule.Derived{{Name: "a", Of: "referrals", Slope: 7}, {Name: "a", Of: "referrals", Slope: 8}}, []problem{{"/derived/1/name", rule.CodeMeasureRepeated}}, ""},
		{"in no way", []rule.Derived{{Name: "a", Of: "referrals"}}, []problem{{"/derived/0", rule.CodeDerived}}, ""},
		{"in two ways", []rule.Derived{{Name: "a", Of: "referrals", Slope: 7, CountWithin: 7}}, []problem{{"/derived/0", rule.CodeDerived}}, ""},
		{"share of quantities", []rule.Derived{{Name: "a", Of: "referrals", Share: "schools"}}, []problem{{"/derived/0", rule.CodeDerived}}, ""},
		{"slope of categories", []rule.Derived{{Name: "a", Of: "visits", Slope: 7}}, []problem{{"/derived/0", rule.CodeDerived}}, ""},
		{"slope of tallies", []rule.Derived{{Name: "a", Of: "totals", Slope: 7}}, []problem{{"/derived/0", rule.CodeDerived}}, "whose possible may change"},
		{"slope of one value", []rule.Derived{{Name: "a", Of: "hours", Slope: 7}}, []problem{{"/derived/0", rule.CodeDerived}}, "no series"},
		{"words that rise", []rule.Derived{{Name: "a", Of: "visits", Rising: true}}, []problem{{"/derived/0", rule.CodeDerived}}, ""},
		{"up and down", []rule.Derived{{Name: "a", Of: "referrals", Rising: true, Falling: true}}, []problem{{"/derived/0", rule.CodeDerived}}, ""},
		{"share of one value", []rule.Derived{{Name: "a", Of: "vote", Share: "votes"}}, []problem{{"/derived/0", rule.CodeDerived}}, "no series"},
		{"count of one value", []rule.Derived{{Name: "a", Of: "vote", CountWithin: 7}}, []problem{{"/derived/0", rule.CodeDerived}}, "no series"},
		{"days before the first", []rule.Derived{{Name: "a", Of: "referrals", Slope: -7}}, []problem{{"/derived/0", rule.CodeDerived}}, ""},
		{"a unit beside a share", []rule.Derived{{Name: "a", Of: "schools", Share: "schools", Unit: "schools"}}, []problem{{"/derived/0/unit", rule.CodeDerived}}, "it would be ignored"},
		{"an aimline in another unit", []rule.Derived{{Name: "a", Of: "referrals", Gap: line("100 h", "9 referrals")}}, []problem{{"/derived/0", rule.CodeDerived}}, ""},
		{"an aimline of no days", []rule.Derived{{Name: "a", Of: "referrals", Gap: &rule.Aimline{
			From: rule.DatedText{On: dateOf(2026, 6, 1), Value: "1 referrals"}, To: rule.DatedText{On: dateOf(2026, 6, 1), Value: "2 referrals"}}}}, []problem{{"/derived/0", rule.CodeDerived}}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := rule.CompileSet(basis, rule.Set{Derived: tt.specs})
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Errorf("%s: (-want +got)\n%s\n%v", tt.why, diff, err)
			}
		})
	}
}

// TestDerivedInRules reads a whole document, in which rules compare what is
// worked out, in its unit.
func TestDerivedInRules(t *testing.T) {
	book := mustBook(t, basis, `{"kind":"ruleSet","schemaVersion":1,
		"derived":[
			{"name":"at criterion","of":"schools","share":"schools"},
			{"name":"off line","of":"referrals","gap":{"from":{"on":"2025-09-01","value":"100 referrals"},"to":{"on":"2026-06-01","value":"9 referrals"}}},
			{"name":"contacts","of":"visits","countWithin":30,"unit":"contacts"}],
		"rules":[
			{"id":"most","require":{"measure":"at criterion","atLeast":"2/3"}},
			{"id":"three above","require":{"measure":"off line","last":3,"moreThan":"0 referrals"}},
			{"id":"seen","require":{"measure":"contacts","atLeast":"2 contacts"}}]}`)
	facts := rule.Facts{
		"schools":   dated(rule.OfYesNo(mtss.Met), rule.OfYesNo(mtss.NotMet), rule.OfYesNo(mtss.Met)),
		"referrals": amounts(100, 100, 99, 98),
		"visits":    dated(rule.OfCategory("call")),
	}
	want := []string{"most met", "three above met", "seen notMet"}
	if diff := cmp.Diff(want, spoken(book.Judge(facts, dateOf(2025, 10, 1)))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// spoken says each decision in a word or two.
func spoken(decisions []rule.Decision) []string {
	var out []string
	for _, d := range decisions {
		says := d.Rule + " " + d.Verdict.String()
		if d.When != nil {
			says += ", applies " + d.Applies.String()
		}
		out = append(out, says)
	}
	return out
}

// mustBook decodes and compiles sets, the lowest first.
func mustBook(t testing.TB, vocabulary rule.Vocabulary, texts ...string) *rule.Rulebook {
	t.Helper()
	var sets []rule.Set
	for _, text := range texts {
		s, err := rule.DecodeSet([]byte(text))
		if err != nil {
			t.Fatalf("%s: %v", strings.TrimSpace(text), err)
		}
		sets = append(sets, s)
	}
	book, err := rule.CompileSet(vocabulary, sets[0], sets[1:]...)
	if err != nil {
		t.Fatal(fmt.Errorf("%w: %v", err, mtss.Issues(err)))
	}
	return book
}

// Rules over rows read as people say it.
func TestRowSentences(t *testing.T) {
	book := mustBook(t, rule.Vocabulary{}, `{"kind":"ruleSet","schemaVersion":1,
		"measures":{"tfi":{"kind":"tally","unit":"points","series":true},"referrals":{"kind":"quantity","unit":"referrals","series":true}},
		"derived":[{"name":"growing","of":"tfi","rising":true,"unit":"administrations"},{"name":"shrinking","of":"referrals","falling":true}],
		"rules":[{"id":"up","require":{"measure":"growing","atLeast":"3 administrations"}},{"id":"down","require":{"measure":"shrinking","atLeast":"2 values"}}]}`)
	score := func(day int, earned, unknown int64) rule.Dated {
		return rule.Dated{On: dateOf(2026, 1, day), Value: rule.Of(mtss.Tally{Earned: earned, Possible: 10, Unknown: unknown})}
	}
	for _, test := range []struct {
		rule, want string
		facts      rule.Facts
	}{
		{"up", "growing is 3 administrations, which is at least 3 administrations.", rule.Facts{"tfi": rule.OfSeries(score(1, 4, 0), score(2, 6, 0), score(3, 6, 0), score(4, 7, 0))}},
		{"up", "growing is 2 administrations, which is not at least 3 administrations; off by 1 administration at worst.", rule.Facts{"tfi": rule.OfSeries(score(1, 7, 0), score(2, 6, 0), score(3, 6, 0), score(4, 7, 0))}},
		{"up", "growing is 1 to 3 administrations, so whether it is at least 3 administrations is undetermined; off by 2 administrations at worst.", rule.Facts{"tfi": rule.OfSeries(score(1, 4, 0), score(2, 6, 0), score(3, 5, 3))}},
		{"up", "growing is missing, so whether it is at least 3 administrations is undetermined.", nil},
		{"down", "shrinking is 1 value, which is not at least 2 values; off by 1 value at worst.", rule.Facts{"referrals": dated(exact(3, 1), exact(3, 1))}},
	} {
		d, _ := book.Decide(test.rule, test.facts, dateOf(2026, 1, 20))
		if got := strings.Join(d.Require.Sentences(), " "); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}
