package instrument_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// A total that is the mean of features weighs a feature of 2 items like one of
// 8. Features of 2 and 8 items, all points in the first: 4 of 4 and 0 of 16.
// The mean is (100 + 0) / 2 = 50 %, pooled points are 4 of 20 = 20 %.
func TestMeanOfFeatures(t *testing.T) {
	d := toy("1 2 3 4 5 6 7 8 9 10", []instrument.Subscale{sub("a", "1 2"), sub("b", "3 4 5 6 7 8 9 10")}, atLeast("total", "50%"))
	d.Total = instrument.TotalMean
	answers := func(a, b string) instrument.Administration {
		text := "1=" + a + " 2=" + a
		for i := 3; i <= 10; i++ {
			text += fmt.Sprintf(" %d=%s", i, b)
		}
		return given(d, text)
	}
	r := scored(t, d, answers("2", "0"))
	percent, _ := r.Total.Percent()
	same(t, "mean of features", "50.0", percent)
	same(t, "pooled points", mtss.Tally{Earned: 4, Possible: 20}, r.Points)
	same(t, "verdict, at the cut", mtss.Met, r.Criteria[0].Verdict)

	// Nothing known of the second: 100 % and 0 to 100 %, so 50 to 100.
	r = scored(t, d, answers("2", "null"))
	same(t, "worst and best case", []string{"50.0", "100.0"}, []string{r.Total.Share().Low.Percent(1), r.Total.Share().High.Percent(1)})
	same(t, "even the worst case meets it", mtss.Met, r.Criteria[0].Verdict)

	// One point less in the first: (75 + 0) / 2 = 37.5 %, at best 87.5.
	r = scored(t, d, given(d, "1=2 2=1"))
	same(t, "worst and best case", []string{"37.5", "87.5"}, []string{r.Total.Share().Low.Percent(1), r.Total.Share().High.Percent(1)})
	same(t, "verdict", mtss.Undetermined, r.Criteria[0].Verdict)
}

// Items that can earn 1, 2 or 3 points, in the manner of the school-wide
// Benchmarks of Quality, with invented maxima: 1 + 2 + 3 + 3 + 1 = 10 points.
func TestUnequalMaxima(t *testing.T) {
	d := toy("1 2 3 4 5", []instrument.Subscale{sub("a", "1 2 3"), sub("b", "4 5")}, atLeast("total", "70%"))
	d.Scales = []instrument.Scale{{ID: "0-1", Scores: []int{0, 1}}, twoUp(), {ID: "0-3", Scores: []int{0, 1, 2, 3}}, {ID: "0-1-3", Scores: []int{0, 1, 3}}}
	for i, scale := range []string{"0-1", "0-2", "0-3", "0-1-3", "0-1"} {
		d.Items[i].Scale = scale
	}
	for _, test := range []struct {
		answers string
		a, b    mtss.Tally
		want    mtss.Verdict
	}{
		{"1=1 2=2 3=3 4=1 5=0", mtss.Tally{Earned: 6, Possible: 6}, mtss.Tally{Earned: 1, Possible: 4}, mtss.Met},    // 7 of 10
		{"1=1 2=2 3=3 4=0 5=0", mtss.Tally{Earned: 6, Possible: 6}, mtss.Tally{Earned: 0, Possible: 4}, mtss.NotMet}, // 6 of 10
		{"1=1 2=2 3=2 5=1", mtss.Tally{Earned: 5, Possible: 6}, mtss.Tally{Earned: 1, Possible: 4, Unknown: 3}, mtss.Undetermined},
		{"1=NA 2=2 3=3 4=1 5=1", mtss.Tally{Earned: 5, Possible: 5}, mtss.Tally{Earned: 2, Possible: 4}, mtss.Met}, // 7 of 9
	} {
		r := scored(t, d, given(d, test.answers))
		same(t, test.answers, []mtss.Tally{test.a, test.b}, []mtss.Tally{r.Subscales[0].Tally, r.Subscales[1].Tally})
		same(t, test.answers, test.want, r.Criteria[0].Verdict)
	}
	for answer, want := range map[string]string{"1=2": "0 to 1", "3=4": "0 to 3", "4=2": "one of 0, 1, 3"} {
		_, err := compiled(t, d).Score(given(d, answer))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", answer, err, want)
		}
	}
}

// The four ways in which not applicable is treated in practice, on one set of
// answers to items that are scored 0 to 2 (row notapplicable-ways of
// docs/facts.md). The first is this library's.
//
//	a: 2, not applicable, 2, not applicable
//	b: not applicable, not applicable
//
// left out                     a 4 of 4 = 100 %, mean 4/2 = 2     b 0 of 0: no score
// as 0 of the full denominator a 4 of 8 =  50 %, mean 4/4 = 1     b 0 of 4 = 0 %
// code 99 added to the sum     a (2+99+2+99)/4 = 50.5 a item       b 198/2 = 99 a item
// left out, 0 of 0 shown as 0  a 4 of 4 = 100 %                    b 0 %
//
// The second punishes a program for what it does not have, the third is no score
// at all, the fourth calls untested what it calls failed.
func TestNotApplicableInFourWays(t *testing.T) {
	const na = -1
	parts := map[string][]int{"a": {2, na, 2, na}, "b": {na, na}}
	sum := func(part string, code int) (points, items, applying int64) {
		for _, score := range parts[part] {
			switch {
			case score == na && code < 0:
			case score == na:
				points += int64(code)
			default:
				points, applying = points+int64(score), applying+1
			}
			items++
		}
		return points, items, applying
	}

	d := toy("1 2 3 4 5 6", []instrument.Subscale{sub("a", "1 2 3 4"), sub("b", "5 6")}, eachAtLeast("subscales", "80%"))
	d.Subscales[0].Report, d.Subscales[1].Report = "mean", "mean"
	r := scored(t, d, given(d, "1=2 2=NA 3=2 4=NA 5=NA 6=NA"))
	mean, _ := r.Subscales[0].Mean()
	_, known := r.Subscales[1].Percent()
	same(t, "left out", []any{mtss.Tally{Earned: 4, Possible: 4}, "2.00", mtss.Tally{}, false, mtss.Met},
		[]any{r.Subscales[0].Tally, mean, r.Subscales[1].Tally, known, r.Criteria[0].Verdict})
	same(t, "it says what dropped out", []mtss.Code{instrument.CaveatNotApplicable}, said(r.Caveats))

	asZero := map[string]string{}
	for part := range parts {
		points, items, _ := sum(part, 0)
		asZero[part] = mtss.NewRatio(points, 2*items).Percent(1)
	}
	percentA, _ := r.Subscales[0].Percent()
	percentB, knownB := r.Subscales[1].Percent()
	differ := func(way, part, wrong string, got string, known bool) {
		t.Helper()
		if known && got == wrong {
			t.Errorf("%s of %s is what the library gives: %s", way, part, got)
		}
	}
	differ("as 0", "a", asZero["a"], percentA, true)
	differ("as 0", "b", asZero["b"], percentB, knownB)
	same(t, "as 0: half in place where all that applies is in place", map[string]string{"a": "50.0", "b": "0.0"}, asZero)

	leaked := map[string]string{}
	for part := range parts {
		points, items, _ := sum(part, 99)
		leaked[part] = mtss.NewRatio(points, items).Decimal(2)
	}
	meanB, knownMean := r.Subscales[1].Mean()
	differ("code 99", "a", leaked["a"], mean, true)
	differ("code 99", "b", leaked["b"], meanB, knownMean)
	same(t, "code 99 in the sum: a mean beyond the 2 that an item can have", map[string]string{"a": "50.50", "b": "99.00"}, leaked)

	shown := map[string]string{}
	for part := range parts {
		points, _, applying := sum(part, -1)
		share := mtss.NewRatio(points, 2*applying)
		if !share.Defined() {
			share = mtss.Whole(0) // what such code shows in place of nothing
		}
		shown[part] = share.Percent(1)
	}
	same(t, "what applies is scored alike", shown["a"], percentA)
	differ("0 of 0 shown as 0", "b", shown["b"], percentB, knownB)
	same(t, "0 of 0 shown as 0: nothing applied, and it reads as nothing in place", map[string]string{"a": "100.0", "b": "0.0"}, shown)
}
