package instrument_test

import (
	"errors"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func goalsOf(t *testing.T, d instrument.Definition, a instrument.Administration) instrument.Goals {
	t.Helper()
	g, err := compiled(t, d).Goals(a, "c1")
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return g
}

// brief writes goals as "item from-to" and "points: items".
func brief(g instrument.Goals) (gains, shares []string) {
	gains, shares = []string{}, []string{}
	for _, gain := range g.Gains {
		gains = append(gains, gain.Item+" "+strconv.Itoa(gain.From)+"-"+strconv.Itoa(gain.To))
	}
	for _, s := range g.Shares {
		shares = append(shares, strconv.FormatInt(s.Points, 10)+": "+strings.Join(s.Items, " "))
	}
	return gains, shares
}

func TestGoals(t *testing.T) {
	halves := []instrument.Subscale{sub("a", "1 2"), sub("b", "3 4")}
	ring := []instrument.Subscale{sub("a", "1 2"), sub("b", "2 3"), sub("c", "3 1")}
	mixed := toy("1 2 3", nil, atLeast("total", "100%"))
	mixed.Scales = append(mixed.Scales, fiveUp(), instrument.Scale{ID: "0-1", Scores: []int{0, 1}})
	mixed.Items[1].Scale, mixed.Items[2].Scale = "1-5", "0-1"
	gapped := toy("1 2", nil, atLeast("total", "6 points"))
	gapped.Scales = append(gapped.Scales, instrument.Scale{ID: "gap", Scores: []int{0, 3, 4}})
	gapped.Items[1].Scale = "gap"
	for _, test := range []struct {
		name, why     string
		definition    instrument.Definition
		answers       string
		points        int64
		gains, shares []string
	}{
		{"met", "", toy("1 2", nil, atLeast("total", "50%")), "1=1 2=1", 0, []string{}, []string{}},
		{"met by alternatives", "a criterion that no gains are worked out for needs none where it is met", toy("1 2", nil, rule.Node{Any: []rule.Node{atLeast("total", "50%")}}), "1=1 2=1", 0, []string{}, []string{}},
		{"ties in the definition's order", "any item would do", toy("1 2 3", nil, atLeast("total", "4 points")), "3=1 2=0 1=0", 3, []string{"1 0-2", "2 0-1"}, []string{"3: 1 2 3"}},
		{"each subscale its own", "a needs 1 of 4, b 3; together that is half of 8", toy("1 2 3 4", halves, rule.Node{All: []rule.Node{atLeast("total", "50%"), eachAtLeast("subscales", "75%")}}),
			"1=2 2=0 3=0 4=0", 4, []string{"2 0-1", "3 0-2", "4 0-1"}, []string{"1: 2", "3: 3 4"}},
		{"the total asks for more", "b has its own; the last point may come from anywhere", toy("1 2 3 4", halves, rule.Node{All: []rule.Node{atLeast("total", "75%"), eachAtLeast("subscales", "50%")}}),
			"1=0 2=0 3=2 4=1", 3, []string{"1 0-2", "2 0-1"}, []string{"2: 1 2", "1: 1 2 4"}},
		{"nested", "3 in b1 count for b as well", toy("1 2 3 4", []instrument.Subscale{sub("a", "1"), sub("b", "2"), below("b", sub("b1", "3 4"))}, rule.Node{All: []rule.Node{atLeast("b1", "75%"), atLeast("b", "60%")}}),
			"1=0 2=0 3=0 4=0", 4, []string{"2 0-1", "3 0-2", "4 0-1"}, []string{"3: 3 4", "1: 2 3 4"}},
		{"overlapping", "2 counts for both", toy("1 2 3", []instrument.Subscale{sub("a", "1 2"), sub("b", "2 3")}, eachAtLeast("subscales", "50%")), "1=0 2=0 3=0", 2, []string{"2 0-2"}, []string{"2: 2"}},
		{"overlapping, more than one item gives", "2 gives 2 to both, 1 and 3 one each", toy("1 2 3", []instrument.Subscale{sub("a", "1 2"), sub("b", "2 3")}, eachAtLeast("subscales", "75%")),
			"1=0 2=0 3=0", 4, []string{"1 0-1", "2 0-2", "3 0-1"}, []string{"1: 1", "2: 2", "1: 3"}},
		{"a ring", "three scales need 1 each, and no item counts for all three: two items, the first ones", toy("1 2 3", ring, eachAtLeast("subscales", "25%")), "1=0 2=0 3=0", 2, []string{"1 0-1", "2 0-1"}, []string{"1: 1", "1: 2"}},
		{"a ring and its total", "", toy("1 2 3", ring, rule.Node{All: []rule.Node{atLeast("total", "3 points"), eachAtLeast("subscales", "25%")}}), "1=0 2=0 3=0", 3, []string{"1 0-2", "2 0-1"}, []string{"2: 1", "1: 2"}},
		{"missing", "counts as its least score", toy("1 2", nil, atLeast("total", "75%")), "1=1", 2, []string{"1 1-2", "2 0-1"}, []string{"2: 1 2"}},
		{"not applicable", "gives nothing, and is not asked of", toy("1 2 3", nil, atLeast("total", "75%")), "1=NA 2=0 3=1", 2, []string{"2 0-2"}, []string{"2: 2 3"}},
		{"a subscale that does not apply", "drops out of each", toy("1 2 3 4", halves, eachAtLeast("subscales", "50%")), "1=NA 2=NA 3=0 4=0", 2, []string{"3 0-2"}, []string{"2: 3 4"}},
		{"several scales", "2, 4 more than its least 1, and 1", mixed, "1=0 2=null 3=0", 7, []string{"1 0-2", "2 1-5", "3 0-1"}, []string{"7: 1 2 3"}},
		{"more than", "half is not enough", toy("1 2", nil, rule.Node{Measure: "total", Comparison: rule.Comparison{MoreThan: "50%"}}), "1=0 2=0", 3, []string{"1 0-2", "2 0-1"}, []string{"3: 1 2"}},
		{"a gap below the score", "3 and 4 are neighbours", gapped, "1=2 2=3", 1, []string{"2 3-4"}, []string{"1: 2"}},
		{"another way of treating missing answers", "leaving 2 out would lower what is wanted; that cannot be relied on", func() instrument.Definition {
			d := toy("1 2", nil, atLeast("total", "75%"))
			d.Missing = instrument.MissingExclude()
			return d
		}(), "1=1", 2, []string{"1 1-2", "2 0-1"}, []string{"2: 1 2"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := goalsOf(t, test.definition, given(test.definition, test.answers))
			gains, shares := brief(g)
			same(t, test.why, test.gains, gains)
			same(t, "shares: "+test.why, test.shares, shares)
			same(t, "points", test.points, g.Points)
		})
	}
}

func TestGoalsRefuses(t *testing.T) {
	halves := []instrument.Subscale{sub("a", "1"), sub("b", "2")}
	both := rule.Node{All: []rule.Node{atLeast("a", "50%"), atLeast("b", "50%")}}
	lacking := toy("1 2", nil, eachAtLeast("subscales", "50%"))
	lacking.Lacks = []instrument.Lack{{Of: instrument.LackSubscales, Says: "made up"}}
	more := toy("1 2", nil, atLeast("total", "50%"))
	more.Lacks = []instrument.Lack{{Of: instrument.LackItems, Says: "made up"}}
	parts := toy("1 2", nil, atLeast("total", "50%"))
	parts.Sections = []instrument.Section{{ID: "s", Items: []string{"1"}}, {ID: "t", Items: []string{"2"}}}
	gaps := toy("1", nil, atLeast("total", "100%"))
	gaps.Scales[0].Scores = []int{0, 2}
	for _, test := range []struct {
		name, why  string
		definition instrument.Definition
		answers    string
		says       string
	}{
		{"any", "there is no one smallest set", toy("1 2", halves, rule.Node{Any: []rule.Node{atLeast("a", "50%"), atLeast("b", "50%")}}), "1=0 2=0", `"any"`},
		{"not", "", toy("1", nil, rule.Node{Not: &rule.Node{Measure: "total", Comparison: rule.Comparison{AtLeast: "50%"}}}), "1=2", `"not"`},
		{"an upper bound", "gains would not help", toy("1", nil, rule.Node{Measure: "total", Comparison: rule.Comparison{AtMost: "50%"}}), "1=2", "lower bound"},
		{"a band", "gains may pass it", toy("1 2", nil, rule.Node{Measure: "total", Comparison: rule.Comparison{Between: []string{"50%", "60%"}}}), "1=0 2=0", "lower bound"},
		{"a mean of subscales", "its points weigh differently", withTotal(instrument.TotalMean, toy("1 2", halves, atLeast("total", "50%"))), "1=0 2=0", "lower bound"},
		{"a named subscale that does not apply", "no gains in b make a met", toy("1 2", halves, both), "1=NA 2=0", "does not apply"},
		{"none of each applies", "", toy("1 2", halves, eachAtLeast("subscales", "50%")), "1=NA 2=NA", "none"},
		{"each of subscales that are not known", "nothing is met by gaining nothing", lacking, "1=0 2=0", "none"},
		{"a total that is not known", "", more, "1=0 2=0", "not known"},
		{"out of reach", "of 4 points 2 do not apply", toy("1 2", nil, atLeast("total", "3 points")), "1=NA 2=0", "no gains reach"},
		{"a gap", "1 point cannot be gained", gaps, "1=0", "gaps"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := compiled(t, test.definition).Goals(given(test.definition, test.answers), "c1")
			if !errors.Is(err, instrument.CodeGoals) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("%s: got %v, want an error that says %q", test.why, err, test.says)
			}
		})
	}
	d := toy("1", nil, atLeast("total", "50%"))
	if _, err := compiled(t, d).Goals(given(d, "1=0"), "c2"); !errors.Is(err, instrument.CodeGoals) {
		t.Errorf("a criterion that is not there: %v", err)
	}
	_, err := compiled(t, d).Goals(given(d, "1=3"), "c1")
	same(t, "a score off the scale", []string{"/responses/1 instrument.score"}, found(err))
	part := given(parts, "1=0")
	part.Sections = []string{"s"}
	if _, err := compiled(t, parts).Goals(part, "c1"); !errors.Is(err, instrument.CodeGoals) {
		t.Errorf("a criterion that was not administered whole: %v", err)
	}
}

// wish is a lower bound as the search below sees it.
type wish struct {
	items  []int
	cut    *big.Rat // of what is possible
	points int64    // where the cut is counted
	strict bool
}

func (w wish) granted(scores, top []int) bool {
	has, possible := int64(0), int64(0)
	for _, item := range w.items {
		has, possible = has+int64(scores[item]), possible+int64(top[item])
	}
	if w.cut == nil {
		return has >= w.points
	}
	c := big.NewRat(has, possible).Cmp(w.cut)
	return c > 0 || c == 0 && !w.strict
}

// smallest tries every way of raising the items, the first ones the most first,
// and returns the first of those with the fewest points; nil if none will do.
func smallest(now, top []int, wishes []wish) []int {
	var best []int
	fewest := -1
	scores := slices.Clone(now)
	var try func(item, spent int)
	try = func(item, spent int) {
		if fewest >= 0 && spent >= fewest {
			return
		}
		if item == len(scores) {
			if !slices.ContainsFunc(wishes, func(w wish) bool { return !w.granted(scores, top) }) {
				best, fewest = slices.Clone(scores), spent
			}
			return
		}
		for scores[item] = top[item]; scores[item] > now[item]; scores[item]-- {
			try(item+1, spent+scores[item]-now[item])
		}
		try(item+1, spent)
	}
	try(0, 0)
	return best
}

// The gains reach the criterion, and no smaller set does; of the smallest ones
// it is the one that raises the first items the most. All ways of raising the
// items of small instruments are tried, with nested and with overlapping
// subscales, and with items that are missing or do not apply.
func TestGoalsAreSmallest(t *testing.T) {
	m := newMaker(31)
	nested, overlapping, missing, ties, tries := 0, 0, 0, 0, rounds(t, 3000)
	for i := range tries {
		d := m.definition(5)
		for i%2 == 0 && !overlaps(d) {
			d = m.definition(5)
		}
		d.Sections, d.Criteria = nil, nil
		if d.Total == instrument.TotalMean {
			d.Total = instrument.TotalPoints
		}
		a := m.administration(d, 25)
		require, measures := m.wishes(&d, a)
		if require == nil {
			continue
		}
		d.Criteria = []instrument.Criterion{{ID: "c1", Title: "C", Require: rule.Node{All: require}, Source: madeUp, Provenance: mtss.Confirmed}}
		now, top, wishes := lists(d, a, measures)
		want := smallest(now, top, wishes)
		g, err := compiled(t, d).Goals(a, "c1")
		if want == nil {
			if !errors.Is(err, instrument.CodeGoals) {
				t.Fatalf("nothing will do, got %+v, %v\n%s\n%+v", g, err, encoded(t, d), a)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%v\n%s\n%+v", mtss.Issues(err), encoded(t, d), a)
		}
		got := slices.Clone(now)
		for _, gain := range g.Gains {
			item := slices.Index(itemIDs(d), gain.Item)
			if gain.From != now[item] {
				t.Fatalf("%+v, want from %d", gain, now[item])
			}
			got[item] = gain.To
		}
		if !slices.Equal(want, got) {
			t.Fatalf("raised to %v, want %v, from %v\n%s\n%+v", got, want, now, encoded(t, d), a)
		}
		after := a
		for _, gain := range g.Gains {
			after = answered(after, gain.Item, gain.To)
		}
		same(t, "the criterion with these gains", mtss.Met, scored(t, d, after).Criteria[0].Verdict)
		fillShares(t, d, a, g, m)
		if t.Failed() {
			t.Fatalf("%+v\n%s\n%+v", g, encoded(t, d), a)
		}
		switch {
		case g.Points == 0:
		case overlaps(d):
			overlapping++
		case len(d.Subscales) > 1:
			nested++
		}
		if g.Points > 0 && len(open(d, a)) > 0 {
			missing++
		}
		if len(g.Shares) > 0 && len(g.Shares[0].Items) > 1 {
			ties++
		}
	}
	if least := tries / 20; nested < least || overlapping < least || missing < least || ties < least {
		t.Errorf("%d with subscales apart or nested, %d overlapping, %d with missing items, %d with ties", nested, overlapping, missing, ties)
	}
}

// wishes makes up lower bounds, and what each asks of which measure.
func (m maker) wishes(d *instrument.Definition, a instrument.Administration) (nodes []rule.Node, measures map[string][]rule.Comparison) {
	measures = map[string][]rule.Comparison{}
	comparison := func() rule.Comparison {
		return pick(m, rule.Comparison{AtLeast: pick(m, "50%", "60%", "75%", "80%", "100%", "1/3")}, rule.Comparison{MoreThan: pick(m, "40%", "50%", "79%")}, rule.Comparison{AtLeast: pick(m, "2 points", "4 points")})
	}
	for _, measure := range append([]string{"total"}, subscaleIDs(*d)...) {
		if m.chance(50) && applies(*d, a, measure) && (measure != "total" || d.Total != instrument.TotalNone) {
			c := comparison()
			nodes = append(nodes, rule.Node{Measure: measure, Comparison: c})
			measures[measure] = append(measures[measure], c)
		}
	}
	if m.chance(50) {
		c := comparison()
		for _, s := range d.Subscales {
			if s.Parent == "" && applies(*d, a, s.ID) {
				measures[s.ID] = append(measures[s.ID], c)
				if len(nodes) == 0 || nodes[len(nodes)-1].Each == nil {
					nodes = append(nodes, rule.Node{Each: []string{"subscales"}, Comparison: c})
				}
			}
		}
	}
	return nodes, measures
}

// lists puts an administration and what is asked of it into the order of the
// definition. An item that does not apply has no points to give.
func lists(d instrument.Definition, a instrument.Administration, measures map[string][]rule.Comparison) (now, top []int, wishes []wish) {
	earned, most := state(d, a, false)
	for _, item := range itemIDs(d) {
		now, top = append(now, earned[item]), append(top, most[item])
	}
	for measure, comparisons := range measures {
		for _, c := range comparisons {
			w := wish{strict: c.MoreThan != ""}
			if points, counted := strings.CutSuffix(c.AtLeast, " points"); counted {
				w.points, _ = strconv.ParseInt(points, 10, 64)
			} else {
				w.cut = rat(c.AtLeast + c.MoreThan)
			}
			for _, item := range members(d, measure) {
				w.items = append(w.items, slices.Index(itemIDs(d), item))
			}
			wishes = append(wishes, w)
		}
	}
	return now, top, wishes
}

// fillShares takes the points of each share from other items, as the shares
// say may be done, and wants the criterion met all the same.
func fillShares(t *testing.T, d instrument.Definition, a instrument.Administration, g instrument.Goals, m maker) {
	t.Helper()
	earned, top := state(d, a, false)
	total := int64(0)
	for _, share := range g.Shares {
		total += share.Points
		items := slices.Clone(share.Items)
		m.Shuffle(len(items), func(i, k int) { items[i], items[k] = items[k], items[i] })
		left := share.Points
		for _, item := range items {
			for left > 0 && earned[item] < top[item] {
				earned[item]++
				left--
			}
		}
		if left > 0 {
			t.Errorf("%d points of %+v have no item to come from", left, share)
		}
	}
	same(t, "points of the shares", g.Points, total)
	before, _ := state(d, a, false)
	for _, item := range itemIDs(d) {
		if earned[item] > before[item] {
			a = answered(a, item, earned[item])
		}
	}
	same(t, "the criterion with other items of the shares", mtss.Met, scored(t, d, a).Criteria[0].Verdict)
}

func overlaps(d instrument.Definition) bool {
	for _, s := range d.Subscales {
		for _, o := range d.Subscales {
			one, two := members(d, s.ID), members(d, o.ID)
			shared := 0
			for _, item := range one {
				if slices.Contains(two, item) {
					shared++
				}
			}
			if shared > 0 && shared < len(one) && shared < len(two) {
				return true
			}
		}
	}
	return false
}

// An instrument of the DCA's size with overlapping subscales is no trouble, and
// one that is built to be trouble is refused rather than searched for hours.
func TestGoalsOfManyOverlaps(t *testing.T) {
	var ids []string
	for i := range 27 {
		ids = append(ids, "i"+strconv.Itoa(i))
	}
	part := func(id string, from, to int) instrument.Subscale { return sub(id, strings.Join(ids[from:to], " ")) }
	criterion := rule.Node{All: []rule.Node{atLeast("total", "80%"), eachAtLeast("subscales", "80%")}}
	d := toy(strings.Join(ids, " "), []instrument.Subscale{part("a", 0, 12), part("b", 8, 20), part("c", 16, 27), part("e", 4, 24)}, criterion)
	same(t, "all from nothing", int64(44), goalsOf(t, d, given(d, "")).Points)

	var subscales []instrument.Subscale
	for i := range 24 {
		subscales = append(subscales, sub("s"+strconv.Itoa(i), strings.Join([]string{ids[i], ids[(i*7+1)%24], ids[(i*5+2)%24], ids[(i*11+3)%24]}, " ")))
	}
	hard := toy(strings.Join(ids[:24], " "), subscales, eachAtLeast("subscales", "51%"))
	hard.Scales[0].Scores = nil
	for score := range 251 {
		hard.Scales[0].Scores = append(hard.Scales[0].Scores, score)
	}
	for i := range hard.Subscales {
		hard.Subscales[i].Items = slices.Compact(slices.Sorted(slices.Values(hard.Subscales[i].Items)))
	}
	if _, err := compiled(t, hard).Goals(given(hard, ""), "c1"); !errors.Is(err, instrument.CodeGoals) || !strings.Contains(err.Error(), "too many") {
		t.Errorf("24 overlapping subscales: %v", err)
	}
}

func TestGoalsJSON(t *testing.T) {
	d := toy("1 2 3 4", []instrument.Subscale{sub("a", "1 2"), sub("b", "3 4")}, rule.Node{All: []rule.Node{atLeast("total", "80%"), eachAtLeast("subscales", "75%")}})
	golden(t, "goals.json", indented(t, goalsOf(t, d, given(d, "1=2 2=1 3=0"))))
}

// The administration is not changed, and the order of its answers is nothing.
func TestGoalsChangesNothing(t *testing.T) {
	d := toy("1 2 3", []instrument.Subscale{sub("a", "1 2"), sub("b", "2 3")}, eachAtLeast("subscales", "75%"))
	a := given(d, "3=0 1=1 2=0")
	before := string(encoded(t, a))
	g := goalsOf(t, d, a)
	same(t, "administration", before, string(encoded(t, a)))
	same(t, "in another order", g, goalsOf(t, d, given(d, "1=1 2=0 3=0")))
}
