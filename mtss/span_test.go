package mtss_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

// comparisons are the operators of a span, each with what it means of a number.
var comparisons = map[string]struct {
	of    func(s mtss.Span, cut mtss.Ratio) mtss.Verdict
	means func(order int) bool
}{
	"at least":  {mtss.Span.AtLeast, func(order int) bool { return order >= 0 }},
	"more than": {mtss.Span.MoreThan, func(order int) bool { return order > 0 }},
	"at most":   {mtss.Span.AtMost, func(order int) bool { return order <= 0 }},
	"less than": {mtss.Span.LessThan, func(order int) bool { return order < 0 }},
}

// TestSpanComparisons fills every span of twelfths with each of its numbers.
func TestSpanComparisons(t *testing.T) {
	const parts = 12
	for low := int64(-2); low <= parts; low++ {
		for high := low; high <= parts; high++ {
			span := mtss.Span{Low: mtss.NewRatio(low, parts), High: mtss.NewRatio(2*high, 2*parts)}
			for cut := int64(-6); cut <= 2*parts; cut++ { // in half twelfths
				limit := mtss.NewRatio(cut, 2*parts)
				for name, comparison := range comparisons {
					var answers []bool
					for n := low; n <= high; n++ {
						answers = append(answers, comparison.means(order(2*n, cut)))
					}
					if got, want := comparison.of(span, limit), verdictOf(answers); got != want {
						t.Errorf("%d to %d twelfths, %s %d half twelfths: got %v, want %v", low, high, name, cut, got, want)
					}
				}
			}
		}
	}
}

// TestSpanBetween knows what lies within a span, not only its ends.
func TestSpanBetween(t *testing.T) {
	for low := int64(0); low <= 8; low++ {
		for high := low; high <= 8; high++ {
			span := mtss.Span{Low: mtss.NewRatio(low, 8), High: mtss.NewRatio(high, 8)}
			for from := int64(0); from <= 8; from++ {
				for to := from; to <= 8; to++ {
					want := mtss.Undetermined
					switch {
					case from <= low && high <= to:
						want = mtss.Met
					case high < from || to < low:
						want = mtss.NotMet
					}
					if got := span.Between(mtss.NewRatio(from, 8), mtss.NewRatio(to, 8)); got != want {
						t.Errorf("%d to %d between %d and %d eighths: got %v, want %v", low, high, from, to, got, want)
					}
				}
			}
		}
	}
}

func TestSpanOpen(t *testing.T) {
	half, most := mtss.NewRatio(1, 2), mtss.NewRatio(9, 10)
	for _, test := range []struct {
		name                               string
		span                               mtss.Span
		cut                                mtss.Ratio
		atLeast, moreThan, atMost, lessThn mtss.Verdict
	}{
		{name: "nothing known", cut: half},
		{name: "no cut", span: mtss.Exactly(half)},
		{name: "open above, low above the cut", span: mtss.Span{Low: most}, cut: half,
			atLeast: mtss.Met, moreThan: mtss.Met, atMost: mtss.NotMet, lessThn: mtss.NotMet},
		{name: "open above, low on the cut", span: mtss.Span{Low: half}, cut: half,
			atLeast: mtss.Met, lessThn: mtss.NotMet},
		{name: "open above, low below the cut", span: mtss.Span{Low: half}, cut: most},
		{name: "open below, high below the cut", span: mtss.Span{High: half}, cut: most,
			atLeast: mtss.NotMet, moreThan: mtss.NotMet, atMost: mtss.Met, lessThn: mtss.Met},
		{name: "open below, high on the cut", span: mtss.Span{High: half}, cut: half,
			atMost: mtss.Met, moreThan: mtss.NotMet},
		{name: "open below, high above the cut", span: mtss.Span{High: most}, cut: half},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := []mtss.Verdict{test.span.AtLeast(test.cut), test.span.MoreThan(test.cut), test.span.AtMost(test.cut), test.span.LessThan(test.cut)}
			want := []mtss.Verdict{test.atLeast, test.moreThan, test.atMost, test.lessThn}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("at least, more than, at most, less than (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSpanKnown(t *testing.T) {
	for _, test := range []struct {
		name string
		span mtss.Span
		want bool
	}{
		{"one number", mtss.Exactly(mtss.NewRatio(1, 2)), true},
		{"one number in two forms", mtss.Span{Low: mtss.NewRatio(1, 2), High: mtss.NewRatio(2, 4)}, true},
		{"two numbers", mtss.Span{Low: mtss.NewRatio(1, 2), High: mtss.NewRatio(3, 4)}, false},
		{"open below", mtss.Span{High: mtss.NewRatio(1, 2)}, false},
		{"open above", mtss.Span{Low: mtss.NewRatio(1, 2)}, false},
		{"zero value", mtss.Span{}, false},
	} {
		if got, known := test.span.Known(); known != test.want || known && !got.Equal(mtss.NewRatio(1, 2)) {
			t.Errorf("%s: got %v, %v, want %v", test.name, got, known, test.want)
		}
	}
}

func TestMean(t *testing.T) {
	tally := func(earned, possible, unknown int64) mtss.Span {
		return mtss.Tally{Earned: earned, Possible: possible, Unknown: unknown}.Span()
	}
	for _, test := range []struct {
		name  string
		spans []mtss.Span
		want  mtss.Span
		why   string
	}{
		{name: "none", why: "the mean of nothing is not nought"},
		{"one", []mtss.Span{tally(3, 4, 0)}, mtss.Exactly(mtss.NewRatio(3, 4)), "itself"},
		{"each counts the same", []mtss.Span{tally(1, 2, 0), tally(10, 10, 0)}, mtss.Exactly(mtss.NewRatio(3, 4)), "pooled it would be 11/12"},
		{"unknowns", []mtss.Span{tally(1, 2, 1), tally(2, 4, 1)}, mtss.Span{Low: mtss.NewRatio(1, 2), High: mtss.NewRatio(7, 8)}, "worst with worst, best with best"},
		{"one open", []mtss.Span{tally(1, 2, 0), {}}, mtss.Span{}, "nothing bounds the mean"},
		{"one open above", []mtss.Span{tally(1, 2, 0), {Low: mtss.NewRatio(1, 4)}}, mtss.Span{Low: mtss.NewRatio(3, 8)}, "the worst case is known"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, mtss.Mean(test.spans...)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

// TestMeanOfPrimes has a common denominator that no machine word holds.
func TestMeanOfPrimes(t *testing.T) {
	denominators := primes(60)
	low, high := new(big.Rat), new(big.Rat)
	var spans []mtss.Span
	for _, p := range denominators {
		tally := mtss.Tally{Earned: p / 2, Possible: p, Unknown: p / 3}
		spans = append(spans, tally.Span())
		low.Add(low, big.NewRat(p/2, p))
		high.Add(high, big.NewRat(p/2+p/3, p))
	}
	sixty := big.NewRat(60, 1)
	low, high = low.Quo(low, sixty), high.Quo(high, sixty)
	random := rand.New(rand.NewPCG(6, 6))
	for range 10 {
		random.Shuffle(len(spans), func(i, j int) { spans[i], spans[j] = spans[j], spans[i] })
		got := mtss.Mean(spans...)
		if exact(t, got.Low).Cmp(low) != 0 || exact(t, got.High).Cmp(high) != 0 {
			t.Fatalf("got %v to %v, want %v to %v", got.Low, got.High, low, high)
		}
		// A cut a hair above or below the worst case is told from it.
		hair := mtss.NewRatio(1, 1<<60).Mul(mtss.NewRatio(1, 1<<60))
		if got.AtLeast(got.Low) != mtss.Met || got.AtLeast(got.Low.Add(hair)) != mtss.Undetermined || got.MoreThan(got.Low.Sub(hair)) != mtss.Met {
			t.Fatal("a large mean is compared inexactly")
		}
	}
}

// TestMeanOfFullParts once failed 80 % by overflow of a common denominator.
func TestMeanOfFullParts(t *testing.T) {
	var spans []mtss.Span
	for i := range int64(11) {
		possible := int64(mtss.MaxCount) - 2*i - 1 // odd numbers near 2^53 that share few factors
		spans = append(spans, mtss.Tally{Earned: possible, Possible: possible}.Span())
	}
	if got := mtss.Mean(spans...).AtLeast(mtss.NewRatio(80, 100)); got != mtss.Met {
		t.Errorf("eleven parts at 100 %%: at least 80 %% is %v", got)
	}
	possible := int64(mtss.MaxCount) - 23
	spans = append(spans, mtss.Tally{Earned: possible - 1, Possible: possible}.Span())
	mean := mtss.Mean(spans...)
	if mean.AtLeast(mtss.Whole(1)) != mtss.NotMet || mean.MoreThan(mtss.NewRatio(mtss.MaxCount-1, mtss.MaxCount)) != mtss.Met {
		t.Errorf("one point short in twelve huge parts is not seen: %v", mean.Low)
	}
}
