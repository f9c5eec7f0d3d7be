package rule_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func points(earned, possible, unknown int64) rule.Value {
	return rule.Of(mtss.Tally{Earned: earned, Possible: possible, Unknown: unknown})
}

// history returns a series of verdicts in consecutive years.
func history(verdicts ...mtss.Verdict) rule.Value {
	var values []rule.Dated
	for i, v := range verdicts {
		values = append(values, rule.Dated{On: mtss.Date{Year: 2020 + i, Month: 1, Day: 20}, Value: rule.OfYesNo(v)})
	}
	return rule.OfSeries(values...)
}

func TestVerdict(t *testing.T) {
	const met, open, notMet = mtss.Met, mtss.Undetermined, mtss.NotMet
	span := func(low, high mtss.Ratio) rule.Value { return rule.OfSpan(mtss.Span{Low: low, High: high}) }
	share := func(n int64) mtss.Ratio { return mtss.NewRatio(n, 100) }
	parts := rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 2}, {Earned: 5, Possible: 8, Unknown: 2}}) // 9/16 to 11/16
	for _, test := range []struct {
		name  string
		node  rule.Node
		facts rule.Facts
		want  mtss.Verdict
		why   string
	}{
		{"tally met", of("dca.total", atLeast("80%")), rule.Facts{"dca.total": points(44, 54, 0)}, met, "81.48 %"},
		{"tally not met", of("dca.total", atLeast("80%")), rule.Facts{"dca.total": points(43, 54, 0)}, notMet, "79.63 % is not 80 %"},
		{"tally open", of("dca.total", atLeast("80%")), rule.Facts{"dca.total": points(42, 54, 2)}, open, "2 unknown may do it"},
		{"tally out of reach", of("dca.total", atLeast("80%")), rule.Facts{"dca.total": points(41, 54, 2)}, notMet, "2 unknown cannot do it"},
		{"tally under an upper bound", of("dca.total", atMost("80%")), rule.Facts{"dca.total": points(41, 54, 2)}, met, "not even the best case passes it"},
		{"tally over an upper bound", of("dca.total", lessThan("20%")), rule.Facts{"dca.total": points(11, 54, 9)}, notMet, "not even the worst case stays under it"},
		{"tally in a band", of("dca.total", between("20%", "40%")), rule.Facts{"dca.total": points(11, 54, 10)}, met, "11 to 21, of 10.8 to 21.6"},
		{"tally perhaps in a band", of("dca.total", between("20%", "40%")), rule.Facts{"dca.total": points(11, 54, 11)}, open, "22 is too many"},
		{"tally past a band", of("dca.total", between("20%", "40%")), rule.Facts{"dca.total": points(22, 54, 11)}, notMet, "22 is too many already"},
		{"a band between two points", of("dca.total", between("51%", "59%")), rule.Facts{"dca.total": points(4, 10, 3)}, open, "no point of 10 is in it, but of 9, if one turns out not to apply, 5 is"},
		{"0 of 0", of("dca.total", atLeast("80%")), rule.Facts{"dca.total": points(0, 0, 0)}, open, "no share at all"},
		{"no tally", of("dca.total", atMost("80%")), rule.Facts{"dca.total": points(-1, 54, 0)}, open, "it makes no sense"},
		{"no tally, counted", of("dca.total", atMost("44 points")), rule.Facts{"dca.total": points(-1, 54, 0)}, open, "it makes no sense"},
		{"counted", of("dca.total", atLeast("44 points")), rule.Facts{"dca.total": points(44, 54, 0)}, met, ""},
		{"counted, one less", of("dca.total", atLeast("44 points")), rule.Facts{"dca.total": points(43, 54, 0)}, notMet, ""},
		{"counted, open", of("dca.total", atLeast("44 points")), rule.Facts{"dca.total": points(43, 54, 1)}, open, ""},
		{"counted, of another maximum", of("dca.total", atLeast("44 points")), rule.Facts{"dca.total": points(44, 100, 0)}, met, "the share does not matter"},
		{"counted, out of reach", of("staff", atLeast("5 people")), rule.Facts{"staff": points(2, 40, 2)}, notMet, ""},
		{"half a point", of("dca.total", moreThan("43.5 points")), rule.Facts{"dca.total": points(44, 54, 0)}, met, ""},
		{"counted band", of("staff", between("3 people", "5 people")), rule.Facts{"staff": points(3, 40, 2)}, met, ""},
		{"ratio", of("mean", atLeast("50%")), rule.Facts{"mean": span(share(40), share(60))}, open, ""},
		{"ratio from below", of("mean", atLeast("50%")), rule.Facts{"mean": span(mtss.Ratio{}, share(49))}, notMet, "open below"},
		{"ratio from above", of("mean", atLeast("50%")), rule.Facts{"mean": span(share(50), mtss.Ratio{})}, met, "open above"},
		{"ratio as a tally", of("mean", atLeast("50%")), rule.Facts{"mean": points(5, 10, 0)}, met, "a tally has a share"},
		{"mean met", of("mean", atLeast("9/16")), rule.Facts{"mean": parts}, met, "the worst case is 9/16"},
		{"mean open", of("mean", moreThan("9/16")), rule.Facts{"mean": parts}, open, ""},
		{"mean not met", of("mean", moreThan("11/16")), rule.Facts{"mean": parts}, notMet, "the best case is 11/16"},
		{"mean of nothing", of("mean", atLeast("1%")), rule.Facts{"mean": rule.OfMean(nil)}, open, "it does not apply"},
		{"yes", of("vote", is("yes")), rule.Facts{"vote": rule.OfYesNo(met)}, met, ""},
		{"not yes", of("vote", is("yes")), rule.Facts{"vote": rule.OfYesNo(notMet)}, notMet, ""},
		{"perhaps yes", of("vote", is("yes")), rule.Facts{"vote": rule.OfYesNo(open)}, open, ""},
		{"no", of("vote", is("no")), rule.Facts{"vote": rule.OfYesNo(notMet)}, met, ""},
		{"not no", of("vote", is("no")), rule.Facts{"vote": rule.OfYesNo(met)}, notMet, ""},
		{"perhaps no", of("vote", is("no")), rule.Facts{"vote": rule.OfYesNo(open)}, open, ""},
		{"hours", of("hours", atLeast("12 hours")), rule.Facts{"hours": exactly(12, 1)}, met, ""},
		{"hours, open above", of("hours", lessThan("12 hours")), rule.Facts{"hours": span(mtss.Whole(10), mtss.Ratio{})}, open, ""},
		{"date", of("done", atMost("2026-01-31")), rule.Facts{"done": day(t, "2026-02-01")}, notMet, "a day late"},
		{"date in a band", of("done", between("2025-12-15", "2026-01-10")), rule.Facts{"done": day(t, "2026-01-01")}, met, "over the turn of the year"},
		{"category", of("level", is("partial")), rule.Facts{"level": rule.OfCategory("partial")}, met, ""},
		{"another category", of("level", is("partial")), rule.Facts{"level": rule.OfCategory("Partial")}, notMet, "case matters"},
		{"one of the categories", of("level", oneOf("partial", "full")), rule.Facts{"level": rule.OfCategory("full")}, met, ""},
		{"none of the categories", of("level", oneOf("partial", "full")), rule.Facts{"level": rule.OfCategory("none")}, notMet, ""},
		{"the category yes", of("level", is("yes")), rule.Facts{"level": rule.OfCategory("no")}, notMet, "a word, no verdict"},

		{"missing tally", good, nil, open, ""},
		{"missing counted tally", of("dca.total", atMost("3 points")), nil, open, ""},
		{"missing answer", of("vote", is("no")), nil, open, "no answer is not a no"},
		{"missing category", of("level", oneOf("a")), nil, open, ""},
		{"missing date", of("done", atMost("9999-12-31")), nil, open, ""},
		{"missing series", last(1, "votes", is("yes")), nil, open, "nothing is known, not even that there are none"},
		{"not applicable tally", good, rule.Facts{"dca.total": rule.NotApplicable()}, open, "by itself it is undetermined"},
		{"not applicable answer", of("vote", is("no")), rule.Facts{"vote": rule.NotApplicable()}, open, ""},
		{"not applicable category", of("level", oneOf("a")), rule.Facts{"level": rule.NotApplicable()}, open, ""},
		{"not applicable series", last(1, "votes", is("yes")), rule.Facts{"votes": rule.NotApplicable()}, open, ""},

		{"a date for a share", good, rule.Facts{"dca.total": day(t, "2026-01-20")}, open, "its number of days is no share"},
		{"a share for a date", of("done", atMost("2026-01-20")), rule.Facts{"done": exactly(1, 2)}, open, ""},
		{"a tally for hours", of("hours", atMost("12 hours")), rule.Facts{"hours": points(1, 2, 0)}, open, ""},
		{"a ratio for a count", of("staff", atMost("3 people")), rule.Facts{"staff": exactly(1, 2)}, open, "nothing was counted"},
		{"a category for an answer", of("vote", is("no")), rule.Facts{"vote": rule.OfCategory("no")}, open, ""},
		{"an answer for a category", of("level", is("yes")), rule.Facts{"level": rule.OfYesNo(met)}, open, ""},
		{"a single answer for a series", last(1, "votes", is("yes")), rule.Facts{"votes": rule.OfYesNo(met)}, open, ""},
		{"a single tally for a series", last(1, "totals", atLeast("80%")), rule.Facts{"totals": points(44, 54, 0)}, open, ""},
		{"a series for a single answer", of("vote", is("yes")), rule.Facts{"vote": history(met)}, open, ""},

		{"series", last(2, "votes", is("yes")), rule.Facts{"votes": history(notMet, met, met)}, met, "only the last two count"},
		{"series, one fails", last(2, "votes", is("yes")), rule.Facts{"votes": history(met, met, notMet)}, notMet, ""},
		{"series, the first of them fails", last(3, "votes", is("yes")), rule.Facts{"votes": history(notMet, met, met)}, notMet, ""},
		{"series, one open", last(2, "votes", is("yes")), rule.Facts{"votes": history(met, open, met)}, open, ""},
		{"series, one open and one fails", last(2, "votes", is("yes")), rule.Facts{"votes": history(open, notMet)}, notMet, ""},
		{"series too short", last(3, "votes", is("yes")), rule.Facts{"votes": history(met, met)}, notMet, "two are not three"},
		{"empty series", last(1, "votes", is("yes")), rule.Facts{"votes": rule.OfSeries()}, notMet, "none is known to be none"},
		{"series of tallies", last(2, "totals", atLeast("80%")), rule.Facts{"totals": rule.OfSeries(
			rule.Dated{On: mtss.Date{Year: 2026, Month: 1, Day: 20}, Value: points(43, 54, 0)},
			rule.Dated{On: mtss.Date{Year: 2025, Month: 1, Day: 20}, Value: points(44, 54, 0)},
			rule.Dated{On: mtss.Date{Year: 2024, Month: 1, Day: 20}, Value: points(44, 54, 0)},
		)}, notMet, "the latest is 43, though it was given first"},

		{"each", each(atLeast("80%"), "subscales"), rule.Facts{"lead": points(8, 10, 0), "comp": points(9, 10, 0)}, met, ""},
		{"each, one fails", each(atLeast("80%"), "subscales"), rule.Facts{"lead": points(8, 10, 0), "comp": points(7, 10, 0)}, notMet, ""},
		{"each, one missing", each(atLeast("80%"), "subscales"), rule.Facts{"lead": points(8, 10, 0)}, open, "missing does not drop out"},
		{"each, one missing and one fails", each(atLeast("80%"), "subscales"), rule.Facts{"lead": points(7, 10, 0)}, notMet, ""},
		{"each, one not applicable", each(atLeast("80%"), "subscales"), rule.Facts{"lead": points(8, 10, 0), "comp": rule.NotApplicable()}, met, "it drops out"},
		{"each, one not applicable and one fails", each(atLeast("80%"), "subscales"), rule.Facts{"lead": points(7, 10, 0), "comp": rule.NotApplicable()}, notMet, ""},
		{"each, none applicable", each(atLeast("80%"), "subscales"), rule.Facts{"lead": rule.NotApplicable(), "comp": rule.NotApplicable()}, open, "nothing is shown"},
		{"each of an empty group", each(atLeast("80%"), "none"), nil, open, "nothing is shown"},
		{"each of 0 of 0", each(atLeast("80%"), "subscales"), rule.Facts{"lead": points(8, 10, 0), "comp": points(0, 0, 0)}, open, "only what is said not to apply drops out"},

		{"all", rule.Node{All: []rule.Node{of("vote", is("yes")), good}}, rule.Facts{"vote": rule.OfYesNo(met)}, open, ""},
		{"all, not applicable", rule.Node{All: []rule.Node{of("vote", is("yes")), good}}, rule.Facts{"vote": rule.OfYesNo(met), "dca.total": rule.NotApplicable()}, open, "only each drops it"},
		{"any", rule.Node{Any: []rule.Node{of("vote", is("yes")), good}}, rule.Facts{"vote": rule.OfYesNo(met)}, met, ""},
		{"any, none", rule.Node{Any: []rule.Node{of("vote", is("yes")), of("vote", is("yes"))}}, rule.Facts{"vote": rule.OfYesNo(notMet)}, notMet, ""},
		{"not", not(of("vote", is("yes"))), rule.Facts{"vote": rule.OfYesNo(notMet)}, met, ""},
		{"not met", not(of("vote", is("yes"))), rule.Facts{"vote": rule.OfYesNo(met)}, notMet, ""},
		{"not, open", not(of("vote", is("yes"))), nil, open, ""},
		{"two of three", rule.Node{AtLeastOf: 2, Of: []rule.Node{of("vote", is("yes")), good, of("vote", is("yes"))}}, rule.Facts{"vote": rule.OfYesNo(met)}, met, ""},
		{"two of three, out of reach", rule.Node{AtLeastOf: 2, Of: []rule.Node{of("vote", is("yes")), good, of("vote", is("yes"))}}, rule.Facts{"vote": rule.OfYesNo(notMet)}, notMet, ""},
		{"three of three, open", rule.Node{AtLeastOf: 3, Of: []rule.Node{of("vote", is("yes")), good, of("vote", is("yes"))}}, rule.Facts{"vote": rule.OfYesNo(met)}, open, ""},
		{"a tautology", rule.Node{Any: []rule.Node{good, not(good)}}, nil, open, "sound, but not a joint look at the unknowns"},
	} {
		t.Run(test.name, func(t *testing.T) {
			j, values := judge(t, test.node), vocabulary.Values(test.facts)
			if got := j.Verdict(values); got != test.want {
				t.Errorf("got %v, want %v: %s", got, test.want, test.why)
			}
			if got := j.Explain(values).Verdict; got != test.want {
				t.Errorf("explained as %v, want %v: %s", got, test.want, test.why)
			}
		})
	}
}

func TestJudgeZero(t *testing.T) {
	var zero rule.Judge
	if got := zero.Verdict(vocabulary.Values(rule.Facts{"vote": rule.OfYesNo(mtss.Met)})); got != mtss.Undetermined {
		t.Errorf("the zero judge says %v", got)
	}
	want := rule.Finding{Needed: []rule.Need{}, Children: []rule.Finding{}}
	if diff := cmp.Diff(want, zero.Explain(nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if sentences := zero.Explain(nil).Sentences(); sentences != nil {
		t.Errorf("the zero judge says %q", sentences)
	}
	if zero.Measures() != nil {
		t.Errorf("the zero judge compares %v", zero.Measures())
	}
}

// TestVerdictOfTooFewValues leaves off values at the end.
func TestVerdictOfTooFewValues(t *testing.T) {
	node := rule.Node{All: []rule.Node{good, each(is("yes"), "vote")}}
	values := vocabulary.Values(rule.Facts{"dca.total": points(50, 54, 0), "vote": rule.OfYesNo(mtss.Met)})
	for n := range len(values) + 1 {
		short := rule.Facts{}
		for i, m := range vocabulary.Measures[:n] {
			short[m.Name] = values[i]
		}
		want := judge(t, node).Verdict(vocabulary.Values(short))
		if got := judge(t, node).Verdict(values[:n]); got != want {
			t.Errorf("of %d values: got %v, want %v", n, got, want)
		}
	}
}

func smallJudge(t testing.TB, p plain) rule.Judge {
	t.Helper()
	j, err := rule.Compile("", p.node(), smallVocabulary)
	if err != nil {
		t.Fatalf("%+v: %v", p, err)
	}
	return j
}

// TestLeavesAgainstAllCompletions: every comparison is exact, except that a
// band may be undetermined where the numbers that can come about step over it.
func TestLeavesAgainstAllCompletions(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	seen := map[mtss.Verdict]int{}
	for range 6_000 {
		s := anySmall(random)
		p := anyLeaf(random, s, everyWay)
		got, want := smallJudge(t, p).Verdict(s.values()), p.truth(s)
		seen[want]++
		if got == want || p.operator == "between" && got == mtss.Undetermined && want == mtss.NotMet {
			continue
		}
		t.Fatalf("%+v of %+v: got %v, want %v", p, s, got, want)
	}
	if seen[mtss.Met] < 500 || seen[mtss.NotMet] < 500 || seen[mtss.Undetermined] < 500 {
		t.Errorf("the cases are one-sided: %v", seen)
	}
}

// TestUpwardTreesAgainstAllCompletions: exact, however the measures hang together.
func TestUpwardTreesAgainstAllCompletions(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	seen := map[mtss.Verdict]int{}
	for range 6_000 {
		s := anySmall(random)
		p := anyTree(random, s, 3, upward, false)
		got, want := smallJudge(t, p).Verdict(s.values()), p.truth(s)
		seen[want]++
		if got != want {
			t.Fatalf("%+v of %+v: got %v, want %v", p.node(), s, got, want)
		}
	}
	if seen[mtss.Met] < 500 || seen[mtss.NotMet] < 500 || seen[mtss.Undetermined] < 500 {
		t.Errorf("the cases are one-sided: %v", seen)
	}
}

// TestMixedTreesAgainstAllCompletions: never wrong, at worst undetermined.
func TestMixedTreesAgainstAllCompletions(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	decided, loose := 0, 0
	for range 6_000 {
		s := anySmall(random)
		p := anyTree(random, s, 3, everyWay, true)
		got, want := smallJudge(t, p).Verdict(s.values()), p.truth(s)
		switch {
		case got != want && got != mtss.Undetermined:
			t.Fatalf("%+v of %+v: got %v, want %v", p.node(), s, got, want)
		case got != want:
			loose++
		case got != mtss.Undetermined:
			decided++
		}
	}
	if decided < 3_000 || loose > 600 {
		t.Errorf("%d of 6000 are decided, and %d undetermined that every completion decides", decided, loose)
	}
}

// TestAPointMoreNeverWorsens raises one score of an upward tree.
func TestAPointMoreNeverWorsens(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	raised := 0
	for range 3_000 {
		s := anySmall(random)
		j := smallJudge(t, anyTree(random, s, 3, upward, false))
		before := j.Verdict(s.values())
		for part, items := range s.items {
			for i, score := range items {
				if score < 0 || score == 2 {
					continue
				}
				after := j.Verdict(s.with(part, i, score+1).values())
				if after < before {
					t.Fatalf("%+v: raising item %d of part %d turns %v into %v", s, i, part, before, after)
				}
				if after > before {
					raised++
				}
			}
		}
	}
	if raised < 300 {
		t.Errorf("only %d verdicts were raised at all", raised)
	}
}

// TestAnAnswerNeverLeavesTheBounds fills in one unknown: spans only narrow, and
// what is decided stays so, in trees of every kind.
func TestAnAnswerNeverLeavesTheBounds(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	settled := 0
	for range 3_000 {
		s := anySmall(random)
		j := smallJudge(t, anyTree(random, s, 3, everyWay, true))
		before, values := j.Verdict(s.values()), s.values()
		for part, items := range s.items {
			for i, score := range items {
				if score >= 0 {
					continue
				}
				for filled := range 3 {
					narrower := s.with(part, i, filled).values()
					for m, v := range values {
						if narrower[m].Span().Low.Cmp(v.Span().Low) < 0 || narrower[m].Span().High.Cmp(v.Span().High) > 0 {
							t.Fatalf("%+v: answering item %d of part %d leaves the bounds of measure %d", s, i, part, m)
						}
					}
					after := j.Verdict(narrower)
					if before != mtss.Undetermined && after != before {
						t.Fatalf("%+v: answering item %d of part %d turns %v into %v", s, i, part, before, after)
					}
					if after != before {
						settled++
					}
				}
			}
		}
	}
	if settled < 300 {
		t.Errorf("only %d verdicts were settled by an answer", settled)
	}
}

// sixNodes is a node of six nodes: the capacity and one of two subscales, with
// enough of the staff.
func sixNodes() rule.Node {
	return rule.Node{All: []rule.Node{
		of("dca.total", atLeast("80%")),
		{Any: []rule.Node{of("lead", atLeast("70%")), of("comp", moreThan("70%"))}},
		of("staff", atLeast("1/2")),
	}}
}

// rows returns varied values of the whole vocabulary.
func rows(n int) [][]rule.Value {
	random := rand.New(rand.NewPCG(6, 6))
	tally := func(possible int64) rule.Value {
		earned := random.Int64N(possible + 1)
		return points(earned, possible, random.Int64N(min(possible-earned, 4)+1))
	}
	out := make([][]rule.Value, n)
	for i := range out {
		out[i] = vocabulary.Values(rule.Facts{
			"dca.total": tally(54), "lead": tally(16), "comp": tally(22), "staff": tally(40),
			"mean": rule.OfMean([]mtss.Tally{{Earned: random.Int64N(9), Possible: 8}, {Earned: random.Int64N(11), Possible: 10}}),
			"vote": rule.OfYesNo(mtss.Verdict(random.IntN(3) - 1)), "level": rule.OfCategory("partial"),
			"hours": exactly(random.Int64N(20), 1), "votes": history(mtss.Met, mtss.Verdict(random.IntN(3)-1), mtss.Met),
		})
	}
	return out
}

func TestVerdictAllocatesNothing(t *testing.T) {
	everything := rule.Node{Any: []rule.Node{
		not(sixNodes()),
		{AtLeastOf: 2, Of: []rule.Node{
			each(between("20%", "40%"), "subscales"), of("mean", lessThan("1/3")), of("level", oneOf("none", "partial")),
			of("staff", atMost("3 people")), of("hours", atLeast("12 hours")), last(2, "votes", is("yes")), of("vote", is("no")),
		}},
	}}
	for name, node := range map[string]rule.Node{"six nodes": sixNodes(), "every kind of node": everything} {
		j := judge(t, node)
		met := 0
		varied := rows(64)
		allocations := testing.AllocsPerRun(10, func() {
			for _, values := range varied {
				if j.Verdict(values) == mtss.Met {
					met++
				}
			}
		})
		if allocations != 0 {
			t.Errorf("%s: %v allocations for 64 verdicts", name, allocations)
		}
		if met == 0 {
			t.Errorf("%s: nothing was met", name)
		}
	}
}

func BenchmarkVerdict(b *testing.B) {
	j, varied := judge(b, sixNodes()), rows(1024)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		j.Verdict(varied[i%len(varied)])
	}
}
