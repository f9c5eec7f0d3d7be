package rule_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// needed explains a single comparison and returns what it takes.
func needed(t testing.TB, node rule.Node, value rule.Value) []rule.Need {
	t.Helper()
	return judge(t, node).Explain(vocabulary.Values(rule.Facts{node.Measure: value})).Needed
}

// fewest returns the least n of 0 to most for which enough holds; -1 if there is none.
func fewest(most int64, enough func(n int64) bool) int64 {
	for n := range most + 1 {
		if enough(n) {
			return n
		}
	}
	return -1
}

// TestNeedOfATally adds or takes away points one by one, in whole numbers.
func TestNeedOfATally(t *testing.T) {
	const den = 12
	above := func(n, cut, possible int64, strict bool) bool {
		return n*den > cut*possible || !strict && n*den == cut*possible
	}
	for possible := int64(1); possible <= 9; possible++ {
		for cut := int64(0); cut <= den; cut++ {
			for _, strict := range []bool{false, true} {
				text := fmt.Sprintf("%d/%d", cut, den)
				upward, downward := of("dca.total", atLeast(text)), of("dca.total", atMost(text))
				if strict {
					upward, downward = of("dca.total", moreThan(text)), of("dca.total", lessThan(text))
				}
				for earned := range possible + 1 {
					for unknown := range possible - earned + 1 {
						value := points(earned, possible, unknown)
						if !strict || cut < den { // nothing is more than all
							more := rule.Need{Unit: "points",
								More:   fewest(possible, func(n int64) bool { return above(earned+n, cut, possible, strict) }),
								EvenIf: fewest(possible, func(n int64) bool { return above(earned+unknown+n, cut, possible, strict) }),
							}
							expectNeed(t, upward, value, more, more.More > 0)
						}
						if !strict || cut > 0 { // nothing is less than none
							fewer := rule.Need{Unit: "points",
								Fewer:  fewest(possible, func(n int64) bool { return !above(earned+unknown-n, cut, possible, !strict) }),
								EvenIf: fewest(possible, func(n int64) bool { return !above(earned-n, cut, possible, !strict) }),
							}
							expectNeed(t, downward, value, fewer, fewer.Fewer > 0)
						}
					}
				}
			}
		}
	}
}

func expectNeed(t *testing.T, node rule.Node, value rule.Value, want rule.Need, some bool) {
	t.Helper()
	wanted := []rule.Need{}
	if some {
		wanted = append(wanted, want)
	}
	if diff := cmp.Diff(wanted, needed(t, node, value)); diff != "" {
		tally, _ := value.Tally()
		t.Fatalf("%+v of %s (-want +got):\n%s", tally, node.Comparison, diff)
	}
}

// TestNeedOfABand takes tallies without unknowns: as many more or fewer as reach
// the nearest count within the band, and none if it holds no count.
func TestNeedOfABand(t *testing.T) {
	const den = 12
	for possible := int64(1); possible <= 9; possible++ {
		for low := range int64(den + 1) {
			for high := low; high <= den; high++ {
				inside := func(n int64) bool { return low*possible <= n*den && n*den <= high*possible }
				node := of("dca.total", between(fmt.Sprintf("%d/%d", low, den), fmt.Sprintf("%d/%d", high, den)))
				for earned := range possible + 1 {
					more := fewest(possible-earned, func(n int64) bool { return inside(earned + n) })
					fewer := fewest(earned, func(n int64) bool { return inside(earned - n) })
					switch value := points(earned, possible, 0); {
					case more == 0:
						expectNeed(t, node, value, rule.Need{}, false)
					case more > 0:
						expectNeed(t, node, value, rule.Need{More: more, EvenIf: more, Unit: "points"}, true)
					case fewer > 0:
						expectNeed(t, node, value, rule.Need{Fewer: fewer, EvenIf: fewer, Unit: "points"}, true)
					default:
						expectNeed(t, node, value, rule.Need{}, false)
					}
				}
			}
		}
	}
}

// TestNeedOfAMean tries every way of adding points to the parts.
func TestNeedOfAMean(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	needs, apart := 0, 0
	for range 4_000 {
		parts := make([]mtss.Tally, 1+random.IntN(3))
		for i := range parts {
			parts[i].Possible = 1 + random.Int64N(5)
			parts[i].Earned = random.Int64N(parts[i].Possible + 1)
			parts[i].Unknown = random.Int64N(parts[i].Possible - parts[i].Earned + 1)
		}
		den := 2 + random.Int64N(11)
		num := random.Int64N(den + 2) // a mean of over one is out of reach
		text, strict := fmt.Sprintf("%d/%d", num, den), random.IntN(2) == 0
		node := of("mean", atLeast(text))
		if strict {
			node = of("mean", moreThan(text))
		}
		hoped := slices.Clone(parts)
		for i := range hoped {
			hoped[i].Earned += hoped[i].Unknown
		}
		more, evenIf := fewestToMean(parts, big.NewRat(num, den), strict), fewestToMean(hoped, big.NewRat(num, den), strict)
		want := []rule.Need{}
		if more > 0 {
			want = append(want, rule.Need{More: more, EvenIf: evenIf, Unit: "points"})
			needs++
		}
		if more != evenIf {
			apart++
		}
		if diff := cmp.Diff(want, needed(t, node, rule.OfMean(parts))); diff != "" {
			t.Fatalf("%+v of %s (-want +got):\n%s", parts, node.Comparison, diff)
		}
	}
	if needs < 1_000 || apart < 500 {
		t.Errorf("the cases are one-sided: %d needs, %d with unknowns that matter", needs, apart)
	}
}

// fewestToMean searches all ways of adding points; -1 if none is enough.
func fewestToMean(parts []mtss.Tally, cut *big.Rat, strict bool) int64 {
	goal := new(big.Rat).Mul(cut, big.NewRat(int64(len(parts)), 1))
	best := int64(-1)
	var add func(i int, spent int64, sum *big.Rat)
	add = func(i int, spent int64, sum *big.Rat) {
		if i == len(parts) {
			order := sum.Cmp(goal)
			if (order > 0 || order == 0 && !strict) && (best < 0 || spent < best) {
				best = spent
			}
			return
		}
		for n := range parts[i].Possible - parts[i].Earned + 1 {
			add(i+1, spent+n, new(big.Rat).Add(sum, big.NewRat(parts[i].Earned+n, parts[i].Possible)))
		}
	}
	add(0, 0, new(big.Rat))
	return best
}

// TestNeedOfAMeanOfPrimes has a common denominator that no machine word holds:
// the most valuable points come first, until there are enough.
func TestNeedOfAMeanOfPrimes(t *testing.T) {
	var parts []mtss.Tally
	var worth []*big.Rat // of each point that is not earned, the dearest first
	missing := big.NewRat(60*4, 5)
	for p := int64(2); len(parts) < 60; p++ {
		if !big.NewInt(p).ProbablyPrime(20) {
			continue
		}
		parts = append(parts, mtss.Tally{Earned: p / 3, Possible: p})
		missing.Sub(missing, big.NewRat(p/3, p))
		for range p - p/3 {
			worth = append(worth, big.NewRat(1, p))
		}
	}
	want := int64(0)
	for missing.Sign() > 0 {
		missing.Sub(missing, worth[want])
		want++
	}
	slices.Reverse(parts)
	got := needed(t, of("mean", atLeast("80%")), rule.OfMean(parts))
	if diff := cmp.Diff([]rule.Need{{More: want, EvenIf: want, Unit: "points"}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNeed(t *testing.T) {
	span := func(low, high mtss.Ratio) rule.Value { return rule.OfSpan(mtss.Span{Low: low, High: high}) }
	elements := []mtss.Tally{{Earned: 5, Possible: 14}, {Earned: 6, Possible: 14}, {Earned: 2, Possible: 4}}
	for _, test := range []struct {
		name  string
		node  rule.Node
		value rule.Value
		want  []rule.Need
		why   string
	}{
		{"met", good, points(44, 54, 0), nil, ""},
		{"one point", good, points(43, 54, 0), []rule.Need{{More: 1, EvenIf: 1, Unit: "points"}}, "44 is the least"},
		{"undetermined", good, points(40, 54, 6), []rule.Need{{More: 4, Unit: "points"}}, "none, if all goes well"},
		{"not met with unknowns", good, points(40, 54, 3), []rule.Need{{More: 4, EvenIf: 1, Unit: "points"}}, ""},
		{"people", of("staff", atLeast("1/2")), points(1, 10, 1), []rule.Need{{More: 4, EvenIf: 3, Unit: "people"}}, ""},
		{"counted", of("dca.total", atLeast("44 points")), points(40, 54, 3), []rule.Need{{More: 4, EvenIf: 1, Unit: "points"}}, ""},
		{"counted, strict", of("dca.total", moreThan("44 points")), points(44, 54, 0), []rule.Need{{More: 1, EvenIf: 1, Unit: "points"}}, ""},
		{"half a point", of("dca.total", atLeast("43.5 points")), points(43, 54, 0), []rule.Need{{More: 1, EvenIf: 1, Unit: "points"}}, "half a point cannot be earned"},
		{"counted, fewer", of("staff", atMost("3 people")), points(4, 40, 2), []rule.Need{{Fewer: 3, EvenIf: 1, Unit: "people"}}, ""},
		{"0 of 0", good, points(0, 0, 0), nil, "no count would help"},
		{"no tally", good, points(-5, 54, 0), nil, "it makes no sense"},
		{"missing", good, rule.Value{}, nil, "nothing is known"},
		{"not applicable", good, rule.NotApplicable(), nil, ""},
		{"another form", of("hours", atLeast("12 hours")), points(1, 2, 0), nil, "points are no hours"},
		{"a band from below", of("staff", between("40%", "60%")), points(2, 10, 3), []rule.Need{{More: 2, Unit: "people"}}, "the unknown ones may do it"},
		{"a band from above", of("staff", between("40%", "60%")), points(5, 10, 3), []rule.Need{{Fewer: 2, Unit: "people"}}, "8 would be 2 too many"},
		{"a band from both sides", of("staff", between("40%", "60%")), points(3, 10, 4), nil, "more or fewer, nobody knows"},
		{"a band with no count in it", of("staff", between("41%", "44%")), points(3, 10, 0), nil, "5 is over it and 4 under"},
		{"a mean", of("mean", atLeast("80%")), rule.OfMean(elements), []rule.Need{{More: 11, EvenIf: 11, Unit: "points"}},
			"1.286 of 2.4 are there: 2 points of the part of 4 give 0.5, 8 of 14 too little and 9 of 14 enough"},
		{"a mean out of reach", of("mean", atLeast("120%")), rule.OfMean(elements), nil, ""},
		{"a mean with a part that makes no sense", of("mean", atLeast("80%")), rule.OfMean([]mtss.Tally{{Earned: 9, Possible: 4}, {Possible: 4}}), nil, ""},
		{"a mean to stay under", of("mean", atMost("20%")), rule.OfMean(elements[2:]), []rule.Need{{Gap: "30%", Unit: "percentage points"}}, "no count is spent to fall"},
		{"a ratio", of("mean", atLeast("80%")), exactly(3, 4), []rule.Need{{Gap: "5%", Unit: "percentage points"}}, ""},
		{"a ratio with a gap that is not finite", of("mean", atLeast("80%")), exactly(2, 3), []rule.Need{{Gap: "40/3%", Unit: "percentage points"}}, "13.33, and not 2/15 of one"},
		{"a ratio for a count", of("dca.total", atLeast("44 points")), exactly(3, 4), nil, "44 points are no share"},
		{"a mean for a count", of("dca.total", atLeast("0 points")), rule.OfMean([]mtss.Tally{{Possible: 4, Unknown: 2}}), nil, "0 more points would be said to be needed"},
		{"a ratio for a tally", good, exactly(3, 4), []rule.Need{{Gap: "5%", Unit: "percentage points"}}, "5 % are not 0.05 points"},
		{"a ratio, undetermined", of("mean", atLeast("80%")), span(mtss.NewRatio(3, 4), mtss.NewRatio(9, 10)), []rule.Need{{Gap: "5%", Unit: "percentage points"}}, "from the worst case"},
		{"a ratio, open below", of("mean", atLeast("80%")), span(mtss.Ratio{}, mtss.NewRatio(3, 4)), nil, "the worst case is unknown"},
		{"a ratio to stay under", of("mean", atMost("20%")), span(mtss.NewRatio(1, 10), mtss.NewRatio(1, 4)), []rule.Need{{Gap: "5%", Unit: "percentage points"}}, "from the worst case"},
		{"a ratio on a strict bound", of("mean", moreThan("80%")), exactly(4, 5), nil, "no gap is wide enough to name"},
		{"a ratio in a band", of("mean", between("20%", "40%")), exactly(1, 2), nil, ""},
		{"hours", of("hours", atLeast("12 hours")), exactly(19, 2), []rule.Need{{Gap: "2.5", Unit: "hours"}}, ""},
		{"hours to stay under", of("hours", lessThan("12 hours")), exactly(13, 1), []rule.Need{{Gap: "1", Unit: "hours"}}, ""},
		{"a date", of("done", atMost("2026-01-20")), day(t, "2026-01-25"), nil, "no days are spent"},
		{"an answer", of("vote", is("yes")), rule.OfYesNo(mtss.NotMet), nil, ""},
		{"a category", of("level", is("full")), rule.OfCategory("partial"), nil, ""},
		{"a short series", last(3, "votes", is("yes")), history(mtss.Met), []rule.Need{{More: 2, EvenIf: 2, Unit: "administrations"}}, ""},
		{"an empty series", last(3, "votes", is("yes")), rule.OfSeries(), []rule.Need{{More: 3, EvenIf: 3, Unit: "administrations"}}, ""},
		{"a missing series", last(3, "votes", is("yes")), rule.Value{}, nil, "there may be three"},
		{"a series whose latest fails", last(2, "votes", is("yes")), history(mtss.Met, mtss.NotMet), []rule.Need{{More: 2, EvenIf: 2, Unit: "administrations"}}, "the one that fails has to drop out of the last two"},
		{"a series whose latest does not fail", last(2, "votes", is("yes")), history(mtss.NotMet, mtss.Met), []rule.Need{{More: 1, EvenIf: 1, Unit: "administrations"}}, "one more is enough"},
		{"a short series that fails", last(3, "votes", is("yes")), history(mtss.NotMet, mtss.NotMet), []rule.Need{{More: 3, EvenIf: 3, Unit: "administrations"}}, "one more would make three, of which two fail"},
		{"a failure and one unknown", last(2, "votes", is("yes")), history(mtss.NotMet, mtss.Undetermined), []rule.Need{{More: 2, EvenIf: 1, Unit: "administrations"}}, "one if the unknown one turns out well"},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := append([]rule.Need{}, test.want...)
			if diff := cmp.Diff(want, needed(t, test.node, test.value)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

// TestNeedsBelowNot: more of what is not wanted helps nobody, but what stands
// beside it keeps its needs.
func TestNeedsBelowNot(t *testing.T) {
	node := rule.Node{All: []rule.Node{not(rule.Node{Any: []rule.Node{good, not(good)}}), good}}
	finding := judge(t, node).Explain(vocabulary.Values(rule.Facts{"dca.total": points(43, 54, 0)}))
	alternatives := finding.Children[0].Children[0].Children
	for _, f := range []rule.Finding{alternatives[0], alternatives[1].Children[0]} {
		if f.Verdict != mtss.NotMet || len(f.Needed) != 0 {
			t.Errorf("%s, %v, needs %v", f.Path, f.Verdict, f.Needed)
		}
	}
	if diff := cmp.Diff([]rule.Need{{More: 1, EvenIf: 1, Unit: "points"}}, finding.Children[1].Needed); diff != "" {
		t.Errorf("beside it (-want +got):\n%s", diff)
	}
}

// TestNeedsOfCombinations: only comparisons have needs here.
func TestNeedsOfCombinations(t *testing.T) {
	facts := rule.Facts{"lead": points(1, 10, 0), "comp": points(2, 10, 0)}
	for _, node := range []rule.Node{each(atLeast("80%"), "subscales"), not(not(of("lead", atLeast("80%")))), {Any: []rule.Node{of("lead", atLeast("80%"))}}} {
		finding := judge(t, node).Explain(vocabulary.Values(facts))
		if finding.Needed == nil || len(finding.Needed) != 0 {
			t.Errorf("%s: needs %v of different comparisons are one", finding.Operator, finding.Needed)
		}
	}
}
