package instrument_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestJointNeed(t *testing.T) {
	parted := []instrument.Subscale{sub("a", "1 2"), sub("b", "3 4"), sub("c", "5 6")}
	both := rule.Node{All: []rule.Node{atLeast("total", "80%"), eachAtLeast("subscales", "75%")}}
	for _, test := range []struct {
		name, why  string
		definition instrument.Definition
		answers    string
		want       []rule.Need
	}{
		{"the subscales together", "a, b and c need 3, 2 and 0, which lifts the total from 5 to 10 of 12", toy("1 2 3 4 5 6", parted, both),
			"1=0 2=0 3=1 4=0 5=2 6=2", []rule.Need{{More: 5, EvenIf: 5, Unit: "points"}}},
		{"the total", "each subscale has its 3 of 4, but 10 of 12 are wanted", toy("1 2 3 4 5 6", parted, both),
			"1=2 2=1 3=2 4=1 5=2 6=1", []rule.Need{{More: 1, EvenIf: 1, Unit: "points"}}},
		{"even if", "b needs 1 if its open item turns out well, and a needs 1 anyhow", toy("1 2 3 4 5 6", parted, both),
			"1=2 2=0 3=0 5=2 6=2", []rule.Need{{More: 4, EvenIf: 2, Unit: "points"}}},
		{"undetermined", "it may turn out well as it is", toy("1 2 3 4 5 6", parted, both),
			"1=2 2=2 3=2 5=2 6=2", []rule.Need{{More: 1, EvenIf: 0, Unit: "points"}}},
		{"met", "nothing is needed", toy("1 2 3 4 5 6", parted, both), "1=2 2=2 3=2 4=2 5=2 6=1", []rule.Need{}},
		{"nested", "3 in b1 count for b as well, which then needs no more", toy("1 2 3 4", []instrument.Subscale{sub("a", "1"), sub("b", "2"), below("b", sub("b1", "3 4"))},
			rule.Node{All: []rule.Node{atLeast("b1", "75%"), atLeast("b", "50%")}}), "1=2 2=0 3=0 4=0", []rule.Need{{More: 3, EvenIf: 3, Unit: "points"}}},
		{"one does not apply", "it drops out of each", toy("1 2 3", []instrument.Subscale{sub("a", "1"), sub("b", "2 3")}, eachAtLeast("subscales", "100%")),
			"1=NA 2=1 3=2", []rule.Need{{More: 1, EvenIf: 1, Unit: "points"}}},
		{"nothing applies", "no points help", toy("1 2", []instrument.Subscale{sub("a", "1"), sub("b", "2")}, eachAtLeast("subscales", "50%")), "1=NA 2=NA", []rule.Need{}},
		{"a named measure does not apply", "it is never met, however many points the other gets", toy("1 2", []instrument.Subscale{sub("a", "1"), sub("b", "2")},
			rule.Node{All: []rule.Node{atLeast("a", "50%"), atLeast("b", "50%")}}), "1=NA 2=0", []rule.Need{}},
		{"overlapping", "a point in 2 counts twice, which takes a search", toy("1 2 3", []instrument.Subscale{sub("a", "1 2"), sub("b", "2 3")}, eachAtLeast("subscales", "75%")),
			"1=0 2=0 3=0", []rule.Need{}},
		{"any", "alternatives stand with the alternatives", toy("1 2", []instrument.Subscale{sub("a", "1"), sub("b", "2")}, rule.Node{Any: []rule.Node{atLeast("a", "50%"), atLeast("b", "50%")}}),
			"1=0 2=0", []rule.Need{}},
		{"an upper bound", "more points do not help", toy("1 2", []instrument.Subscale{sub("a", "1"), sub("b", "2")},
			rule.Node{All: []rule.Node{{Measure: "a", Comparison: rule.Comparison{AtMost: "50%"}}, atLeast("b", "50%")}}), "1=2 2=0", []rule.Need{}},
		{"a mean of subscales", "it is no sum of points", withTotal(instrument.TotalMean, toy("1 2", []instrument.Subscale{sub("a", "1"), sub("b", "2")},
			rule.Node{All: []rule.Node{atLeast("total", "50%"), atLeast("b", "50%")}})), "1=0 2=0", []rule.Need{}},
		{"a single comparison keeps its own", "", toy("1 2", nil, atLeast("total", "75%")), "1=1", []rule.Need{{More: 2, EvenIf: 0, Unit: "points"}}},
		{"more than", "half of 4 is not enough", toy("1 2 3", []instrument.Subscale{sub("a", "1 2"), sub("b", "3")},
			rule.Node{All: []rule.Node{{Measure: "a", Comparison: rule.Comparison{MoreThan: "50%"}}, atLeast("b", "1 points")}}), "1=2 2=0 3=0", []rule.Need{{More: 2, EvenIf: 2, Unit: "points"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := scored(t, test.definition, given(test.definition, test.answers)).Criteria[0].Needed
			same(t, test.why, test.want, got)
		})
	}
}

// The scales that fit on the stack are no limit.
func TestJointNeedOfManySubscales(t *testing.T) {
	var ids []string
	var subscales []instrument.Subscale
	for i := range 80 {
		id := "i" + string(rune('A'+i/10)) + string(rune('0'+i%10))
		ids = append(ids, id)
		subscales = append(subscales, sub("s"+id, id))
	}
	d := toy(strings.Join(ids, " "), subscales, eachAtLeast("subscales", "50%"))
	r := scored(t, d, given(d, ids[0]+"=2 "+ids[79]+"=0"))
	same(t, "total", mtss.Tally{Earned: 2, Possible: 160, Unknown: 156}, r.Total.Tally)
	same(t, "needed", []rule.Need{{More: 79, EvenIf: 1, Unit: "points"}}, r.Criteria[0].Needed)
	same(t, "last subscale", mtss.Tally{Possible: 2}, r.Subscales[79].Tally)
}

// laminar makes up an instrument whose subscales part and nest, never overlap.
func (m maker) laminar() instrument.Definition {
	for {
		d := m.definition(6)
		d.Sections, d.Criteria = nil, nil
		placed := map[string]int{}
		for _, s := range d.Subscales {
			for _, item := range s.Items {
				placed[item]++
			}
		}
		apart := len(d.Subscales) > 0 && d.Total != instrument.TotalMean
		for _, times := range placed {
			apart = apart && times == 1
		}
		if apart {
			return d
		}
	}
}

// bound asks for a share of one scale.
type bound struct {
	measure string
	cut     *big.Rat
	strict  bool
}

// fewest searches for the smallest number of points that meets all bounds, by
// trying every way of spreading them over the items; -1 if there is none.
func fewest(d instrument.Definition, earned, top map[string]int, bounds []bound) int {
	type group struct {
		key   string
		spare int
	}
	var groups []group // items that belong to the same scales are one
	for item := range top {
		key := ""
		for _, b := range bounds {
			key += map[bool]string{true: "1", false: "0"}[slices.Contains(members(d, b.measure), item)]
		}
		i := slices.IndexFunc(groups, func(g group) bool { return g.key == key })
		if i < 0 {
			groups, i = append(groups, group{key: key}), len(groups)
		}
		groups[i].spare += top[item] - earned[item]
	}
	gained := make([]int, len(groups))
	best := -1
	var try func(i, spent int)
	try = func(i, spent int) {
		if i < len(groups) {
			for gained[i] = 0; gained[i] <= groups[i].spare; gained[i]++ {
				try(i+1, spent+gained[i])
			}
			return
		}
		if best >= 0 && spent >= best {
			return
		}
		for k, b := range bounds {
			has, possible := 0, 0
			for _, item := range members(d, b.measure) {
				has, possible = has+earned[item], possible+top[item]
			}
			for g := range groups {
				if groups[g].key[k] == '1' {
					has += gained[g]
				}
			}
			if c := big.NewRat(int64(has), int64(possible)).Cmp(b.cut); c < 0 || c == 0 && b.strict {
				return
			}
		}
		best = spent
	}
	try(0, 0)
	return best
}

// state returns what each item that applies earns, the open ones the least or
// the most, and what it can earn.
func state(d instrument.Definition, a instrument.Administration, hoping bool) (earned, top map[string]int) {
	earned, top = map[string]int{}, map[string]int{}
	for _, item := range itemIDs(d) {
		scores := scaleOf(d, item).Scores
		if slices.Contains(a.NotApplicable, item) {
			continue
		}
		top[item], earned[item] = slices.Max(scores), slices.Min(scores)
		if hoping {
			earned[item] = top[item]
		}
		for _, r := range a.Responses {
			if r.Item == item && !r.NotScored {
				earned[item] = r.Score
			}
		}
	}
	return earned, top
}

func applies(d instrument.Definition, a instrument.Administration, measure string) bool {
	return slices.ContainsFunc(members(d, measure), func(item string) bool { return !slices.Contains(a.NotApplicable, item) })
}

// A criterion over several nested scales needs exactly what a search over all
// ways of gaining points finds, for what is certain and for the best case.
func TestJointNeedIsExact(t *testing.T) {
	m := newMaker(9)
	exact, larger, tries := 0, 0, rounds(t, 4000)
	for range tries {
		d := m.laminar()
		a := m.administration(d, 30)
		var nodes []rule.Node
		var bounds []bound
		add := func(measure string, comparison rule.Comparison) {
			b := bound{measure: measure, strict: comparison.MoreThan != ""}
			b.cut = rat(comparison.AtLeast + comparison.MoreThan)
			bounds = append(bounds, b)
		}
		comparison := func() rule.Comparison {
			return pick(m, rule.Comparison{AtLeast: pick(m, "50%", "60%", "75%", "80%", "100%", "1/3")}, rule.Comparison{MoreThan: pick(m, "40%", "50%", "79%")})
		}
		for _, measure := range append([]string{"total"}, subscaleIDs(d)...) {
			if m.chance(40) && applies(d, a, measure) && (measure != "total" || d.Total != instrument.TotalNone) {
				c := comparison()
				nodes = append(nodes, rule.Node{Measure: measure, Comparison: c})
				add(measure, c)
			}
		}
		if m.chance(60) {
			c := comparison()
			before := len(bounds)
			for _, s := range d.Subscales {
				if s.Parent == "" && applies(d, a, s.ID) {
					add(s.ID, c)
				}
			}
			if len(bounds) > before {
				nodes = append(nodes, rule.Node{Each: []string{"subscales"}, Comparison: c})
			}
		}
		if len(nodes) == 0 {
			continue
		}
		d.Criteria = []instrument.Criterion{{ID: "c", Title: "C", Require: rule.Node{All: nodes}, Source: madeUp, Provenance: mtss.Confirmed}}
		c := scored(t, d, a).Criteria[0]
		earned, top := state(d, a, false)
		more := fewest(d, earned, top, bounds)
		earned, top = state(d, a, true)
		evenIf := fewest(d, earned, top, bounds)
		want := []rule.Need{{More: int64(more), EvenIf: int64(evenIf), Unit: "points"}}
		if more == 0 {
			want = []rule.Need{}
		}
		exact++
		if len(want) > 0 {
			own := int64(0)
			for _, leaf := range leaves(c.Finding) {
				for _, need := range leaf.Needed {
					own = max(own, need.More)
				}
			}
			if int64(more) > own {
				larger++
			}
		}
		same(t, "needed", want, c.Needed)
		if t.Failed() {
			t.Fatalf("%s\n%+v", encoded(t, d), a)
		}
	}
	if exact < tries/2 || larger < tries/20 {
		t.Errorf("%d tried, in %d of which no single comparison tells the need", exact, larger)
	}
}

func subscaleIDs(d instrument.Definition) []string {
	var ids []string
	for _, s := range d.Subscales {
		ids = append(ids, s.ID)
	}
	return ids
}

// A share of a mean needs exactly what a search finds, too.
func TestNeedOfAMeanIsExact(t *testing.T) {
	m := newMaker(10)
	tried, tries := 0, rounds(t, 1000)
	for range tries {
		d := m.laminar()
		a := m.administration(d, 30)
		cut := pick(m, "50%", "80%", "2/3", "100%")
		d.Total = instrument.TotalMean
		d.Criteria = []instrument.Criterion{{ID: "c", Title: "C", Require: atLeast("total", cut), Source: madeUp, Provenance: mtss.Confirmed}}
		var parts []string
		for _, s := range d.Subscales {
			if s.Parent == "" && applies(d, a, s.ID) {
				parts = append(parts, s.ID)
			}
		}
		c := scored(t, d, a).Criteria[0]
		if len(parts) == 0 {
			same(t, "nothing applies", []rule.Need{}, c.Needed)
			continue
		}
		tried++
		want := []rule.Need{{More: fewestForMean(d, a, parts, rat(cut), false), EvenIf: fewestForMean(d, a, parts, rat(cut), true), Unit: "points"}}
		if want[0].More == 0 {
			want = []rule.Need{}
		}
		same(t, "needed", want, c.Needed)
		if t.Failed() {
			t.Fatalf("%s\n%+v", encoded(t, d), a)
		}
	}
	if tried < tries/2 {
		t.Errorf("only %d tried", tried)
	}
}

func fewestForMean(d instrument.Definition, a instrument.Administration, parts []string, cut *big.Rat, hoping bool) int64 {
	earned, top := state(d, a, hoping)
	best := int64(-1)
	var try func(i int, spent int64, sum *big.Rat)
	try = func(i int, spent int64, sum *big.Rat) {
		if i == len(parts) {
			mean := new(big.Rat).Quo(sum, big.NewRat(int64(len(parts)), 1))
			if mean.Cmp(cut) >= 0 && (best < 0 || spent < best) {
				best = spent
			}
			return
		}
		has, possible := int64(0), int64(0)
		for _, item := range members(d, parts[i]) {
			has, possible = has+int64(earned[item]), possible+int64(top[item])
		}
		for gain := int64(0); has+gain <= possible; gain++ {
			try(i+1, spent+gain, new(big.Rat).Add(sum, big.NewRat(has+gain, possible)))
		}
	}
	try(0, 0, new(big.Rat))
	return best
}
