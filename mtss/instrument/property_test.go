package instrument_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// rounds is how many made-up instruments each property is tried on.
func rounds(t *testing.T, most int) int {
	if testing.Short() {
		return most / 10
	}
	t.Parallel()
	if raceDetector {
		return most / 4
	}
	return most
}

func TestOrderOfResponsesNeverMatters(t *testing.T) {
	m := newMaker(1)
	m.gaps, m.all = true, true
	for range rounds(t, 1000) {
		d := m.definition(8)
		if m.chance(30) && d.Total != instrument.TotalMean {
			d.Lacks = []instrument.Lack{{Of: "items", Says: "how many"}}
		}
		s := compiled(t, d)
		a := m.administration(d, 30)
		if len(d.Lacks) > 0 {
			a.Responses = append(a.Responses, instrument.Response{Item: "28"}, instrument.Response{Item: "9", Score: 1}, instrument.Response{Item: "130"})
		}
		want, err := s.Score(a)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		b := a
		b.Responses, b.NotApplicable = slices.Clone(a.Responses), slices.Clone(a.NotApplicable)
		m.Shuffle(len(b.Responses), func(i, k int) { b.Responses[i], b.Responses[k] = b.Responses[k], b.Responses[i] })
		m.Shuffle(len(b.NotApplicable), func(i, k int) { b.NotApplicable[i], b.NotApplicable[k] = b.NotApplicable[k], b.NotApplicable[i] })
		got, err := s.Score(b)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		if diff := cmp.Diff(string(encoded(t, want)), string(encoded(t, got))); diff != "" {
			t.Fatalf("%v and %v (-want +got):\n%s", a.Responses, b.Responses, diff)
		}
	}
}

func deepCopy(a instrument.Administration) instrument.Administration {
	a.Responses, a.NotApplicable, a.Sections = slices.Clone(a.Responses), slices.Clone(a.NotApplicable), slices.Clone(a.Sections)
	return a
}

func TestInputIsNeverChanged(t *testing.T) {
	m := newMaker(2)
	for range rounds(t, 500) {
		d := m.definition(8)
		definition := string(encoded(t, d))
		s := compiled(t, d)
		good := m.administration(d, 30)
		bad := deepCopy(good)
		bad.Responses = append(bad.Responses, instrument.Response{Item: "i0", Score: 99}, instrument.Response{Item: "x"})
		for _, a := range []instrument.Administration{good, bad} {
			copied := deepCopy(a)
			_, err := s.Score(a)
			if (err == nil) != (len(a.Responses) == len(good.Responses)) {
				t.Fatal(mtss.Issues(err))
			}
			same(t, "administration", copied, a)
		}
		same(t, "definition", definition, string(encoded(t, d)))
	}
}

// spans returns the worst and best case of each score of a result, and of the
// pooled points.
func spans(r instrument.Result) map[string]mtss.Span {
	out := map[string]mtss.Span{"points": r.Points.Span()}
	if r.Total != nil {
		out["total"] = r.Total.Share()
	}
	for _, s := range r.Subscales {
		out[s.ID] = s.Share()
	}
	return out
}

func verdicts(r instrument.Result) map[string]mtss.Verdict {
	out := map[string]mtss.Verdict{}
	for _, c := range r.Criteria {
		out[c.ID] = c.Verdict
	}
	return out
}

func TestLowIsAtMostHigh(t *testing.T) {
	m := newMaker(3)
	m.gaps = true
	for range rounds(t, 2000) {
		d := m.definition(8)
		for name, span := range spans(scored(t, d, m.administration(d, 40))) {
			switch {
			case span.Low.Defined() != span.High.Defined():
				t.Fatalf("%s: %v has one end", name, span)
			case !span.Low.Defined():
			case span.Low.Cmp(span.High) > 0, span.Low.Sign() < 0, span.High.Cmp(mtss.Whole(1)) > 0:
				t.Fatalf("%s lies from %s to %s", name, span.Low.Number(), span.High.Number())
			}
		}
	}
}

// Answering an open item, whatever the answer, narrows each span and changes no
// verdict that was reached.
func TestAnsweringNeverLeavesTheBounds(t *testing.T) {
	m := newMaker(4)
	m.gaps, m.all = true, true
	narrowed := 0
	for range rounds(t, 2000) {
		d := m.definition(6)
		a := m.administration(d, 60)
		items := open(d, a)
		if len(items) == 0 {
			continue
		}
		item := pick(m, items...)
		s := compiled(t, d)
		before := scoredBy(t, s, a)
		for _, score := range scaleOf(d, item).Scores {
			after := scoredBy(t, s, answered(a, item, score))
			for name, was := range spans(before) {
				is := spans(after)[name]
				if !was.Low.Defined() {
					continue
				}
				if is.Low.Cmp(was.Low) < 0 || is.High.Cmp(was.High) > 0 {
					t.Fatalf("%s was %s to %s, and is %s to %s", name, was.Low.Number(), was.High.Number(), is.Low.Number(), is.High.Number())
				}
				if !is.Low.Equal(was.Low) || !is.High.Equal(was.High) {
					narrowed++
				}
			}
			for id, was := range verdicts(before) {
				if is := verdicts(after)[id]; was != mtss.Undetermined && is != was {
					t.Fatalf("criterion %s was %s and is %s", id, was, is)
				}
			}
		}
	}
	if narrowed == 0 {
		t.Error("no answer mattered")
	}
}

// One more point on an item never lowers a score nor worsens an upward verdict.
func TestOneMorePointNeverHurts(t *testing.T) {
	m := newMaker(5)
	m.gaps = true
	better := 0
	for range rounds(t, 2000) {
		d := m.definition(6)
		a, s := m.administration(d, 30), compiled(t, d)
		for i, response := range a.Responses {
			scores := scaleOf(d, response.Item).Scores
			at := slices.Index(scores, response.Score)
			if response.NotScored || at == len(scores)-1 {
				continue
			}
			more := deepCopy(a)
			more.Responses[i].Score = scores[at+1]
			before, after := scoredBy(t, s, a), scoredBy(t, s, more)
			for name, was := range spans(before) {
				is := spans(after)[name]
				if was.Low.Defined() && (is.Low.Cmp(was.Low) < 0 || is.High.Cmp(was.High) < 0) {
					t.Fatalf("%s fell from %s..%s to %s..%s", name, was.Low.Number(), was.High.Number(), is.Low.Number(), is.High.Number())
				}
			}
			for id, was := range verdicts(before) {
				switch is := verdicts(after)[id]; {
				case is < was:
					t.Fatalf("criterion %s fell from %s to %s", id, was, is)
				case is > was:
					better++
				}
			}
		}
	}
	if better == 0 {
		t.Error("no point mattered")
	}
}

// completions yields every way of answering the open items.
func completions(d instrument.Definition, a instrument.Administration, yield func(instrument.Administration)) {
	items := open(d, a)
	if len(items) == 0 {
		yield(a)
		return
	}
	for _, score := range scaleOf(d, items[0]).Scores {
		completions(d, answered(a, items[0], score), yield)
	}
}

// share works out a share from complete answers, by the book: points of the
// items that apply; nil where there are none.
func share(d instrument.Definition, a instrument.Administration, measure string) *big.Rat {
	if measure == "total" && d.Total == instrument.TotalMean {
		sum, parts := new(big.Rat), int64(0)
		for _, s := range d.Subscales {
			if part := share(d, a, s.ID); s.Parent == "" && part != nil {
				sum, parts = sum.Add(sum, part), parts+1
			}
		}
		if parts == 0 {
			return nil
		}
		return sum.Quo(sum, new(big.Rat).SetInt64(parts))
	}
	earned, possible := int64(0), int64(0)
	for _, item := range members(d, measure) {
		for _, r := range a.Responses {
			if r.Item == item && !r.NotScored {
				earned, possible = earned+int64(r.Score), possible+int64(slices.Max(scaleOf(d, item).Scores))
			}
		}
	}
	if possible == 0 {
		return nil
	}
	return big.NewRat(earned, possible)
}

func rat(text string) *big.Rat {
	digits, percent := strings.CutSuffix(text, "%")
	r, ok := new(big.Rat).SetString(digits)
	if !ok {
		panic(text)
	}
	if percent {
		r.Quo(r, big.NewRat(100, 1))
	}
	return r
}

// level is how deep a subscale lies, 1 at the top.
func level(d instrument.Definition, id string) int {
	for _, s := range d.Subscales {
		if s.ID == id && s.Parent != "" {
			return 1 + level(d, s.Parent)
		}
	}
	return 1
}

// judged decides a node on complete answers; undetermined where nothing applies.
func judged(d instrument.Definition, a instrument.Administration, n rule.Node) mtss.Verdict {
	each := func(nodes []rule.Node) (list []mtss.Verdict) {
		for _, node := range nodes {
			list = append(list, judged(d, a, node))
		}
		return list
	}
	count := func(list []mtss.Verdict, v mtss.Verdict) (n int) {
		for _, one := range list {
			if one == v {
				n++
			}
		}
		return n
	}
	atLeast := func(k int, list []mtss.Verdict) mtss.Verdict {
		if count(list, mtss.Met) >= k {
			return mtss.Met
		}
		if count(list, mtss.Met)+count(list, mtss.Undetermined) < k {
			return mtss.NotMet
		}
		return mtss.Undetermined
	}
	switch {
	case n.All != nil:
		return atLeast(len(n.All), each(n.All))
	case n.Any != nil:
		return atLeast(1, each(n.Any))
	case n.Of != nil:
		return atLeast(n.AtLeastOf, each(n.Of))
	case n.Not != nil:
		return -judged(d, a, *n.Not)
	case n.Each != nil:
		var list []mtss.Verdict
		for _, s := range d.Subscales {
			inGroup := level(d, s.ID) == 1 && n.Each[0] != "subscales.2" || level(d, s.ID) == 2 && n.Each[0] == "subscales.2"
			if inGroup && share(d, a, s.ID) != nil {
				list = append(list, judged(d, a, rule.Node{Measure: s.ID, Comparison: n.Comparison}))
			}
		}
		if len(list) == 0 {
			return mtss.Undetermined
		}
		return atLeast(len(list), list)
	}
	value := share(d, a, n.Measure)
	if value == nil {
		return mtss.Undetermined
	}
	holds := false
	switch c := n.Comparison; {
	case c.AtLeast != "":
		holds = value.Cmp(rat(c.AtLeast)) >= 0
	case c.MoreThan != "":
		holds = value.Cmp(rat(c.MoreThan)) > 0
	case c.AtMost != "":
		holds = value.Cmp(rat(c.AtMost)) <= 0
	case c.LessThan != "":
		holds = value.Cmp(rat(c.LessThan)) < 0
	default:
		holds = value.Cmp(rat(c.Between[0])) >= 0 && value.Cmp(rat(c.Between[1])) <= 0
	}
	if holds {
		return mtss.Met
	}
	return mtss.NotMet
}

// byAllCompletions is met where every completion is, not met where none is.
func byAllCompletions(d instrument.Definition, a instrument.Administration, n rule.Node) mtss.Verdict {
	met, notMet := true, true
	completions(d, a, func(full instrument.Administration) {
		v := judged(d, full, n)
		met, notMet = met && v == mtss.Met, notMet && v == mtss.NotMet
	})
	switch {
	case met:
		return mtss.Met
	case notMet:
		return mtss.NotMet
	}
	return mtss.Undetermined
}

// leaves lists the comparisons of a finding with their verdicts.
func leaves(f rule.Finding) []rule.Finding {
	if f.Operator == "" {
		return []rule.Finding{f}
	}
	var out []rule.Finding
	for _, child := range f.Children {
		out = append(out, leaves(child)...)
	}
	return out
}

// Verdicts against every way of filling in what is open: those of comparisons
// in one direction are exact, and so is a criterion that only points upward. A
// band is sound: it does not look for gaps between whole points, which a
// missing item that turns out not to apply would fill.
func TestVerdictsAgreeWithAllCompletions(t *testing.T) {
	tries := rounds(t, 1500)
	for _, upward := range []bool{true, false} {
		m := newMaker(6)
		m.gaps, m.all = true, !upward
		counts := map[mtss.Verdict]int{}
		loose := 0
		for range tries {
			d := m.definition(5)
			a := m.administration(d, 50)
			for _, c := range scored(t, d, a).Criteria {
				for _, leaf := range leaves(c.Finding) {
					want := byAllCompletions(d, a, rule.Node{Measure: leaf.Measure, Comparison: leaf.Wanted.Comparison()})
					counts[want]++
					band := leaf.Wanted.Comparison().Between != nil && leaf.Verdict == mtss.Undetermined
					if leaf.Verdict != want && !band {
						t.Fatalf("%s %+v of %s is %s, and %s by all completions\n%s\n%+v", leaf.Measure, leaf.Wanted.Comparison(), encoded(t, leaf.Measured), leaf.Verdict, want, encoded(t, d), a)
					}
				}
				want := byAllCompletions(d, a, require(d, c.ID))
				counts[want]++
				switch {
				case c.Verdict == want:
				case upward || c.Verdict != mtss.Undetermined:
					t.Fatalf("criterion %s is %s, and %s by all completions\n%s\n%+v", c.ID, c.Verdict, want, encoded(t, d), a)
				default:
					loose++ // sound, and documented for mixed directions
				}
			}
		}
		if counts[mtss.Met] < 100 || counts[mtss.NotMet] < 100 || counts[mtss.Undetermined] < 100 {
			if !testing.Short() && !raceDetector {
				t.Errorf("too few of some verdict: %v", counts)
			}
		}
		t.Logf("upward %v: %v, %d undetermined that a joint look would decide", upward, counts, loose)
	}
}

func require(d instrument.Definition, id string) rule.Node {
	for _, c := range d.Criteria {
		if c.ID == id {
			return c.Require
		}
	}
	return rule.Node{}
}

// On complete answers every score equals the one worked out by the book.
func TestCompleteScoresAreExact(t *testing.T) {
	m := newMaker(8)
	m.gaps = true
	for range rounds(t, 2000) {
		d := m.definition(8)
		a := m.administration(d, 0)
		r := scored(t, d, a)
		got := spans(r)
		delete(got, "points")
		for name, span := range got {
			want := share(d, a, name)
			if want == nil {
				if span.Low.Defined() {
					t.Fatalf("%s is %s, want nothing", name, span.Low.Number())
				}
				continue
			}
			exact, err := mtss.ParseRatio(want.RatString())
			if want.IsInt() {
				exact, err = mtss.Whole(want.Num().Int64()), nil
			}
			if err != nil {
				t.Fatal(err)
			}
			if !span.Low.Equal(exact) || !span.High.Equal(exact) {
				t.Fatalf("%s is %s to %s, want %s\n%s\n%+v", name, span.Low.Number(), span.High.Number(), want, encoded(t, d), a)
			}
		}
	}
}
