package mtss_test

import (
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

func TestRatioPercent(t *testing.T) {
	for _, test := range []struct {
		ratio    mtss.Ratio
		decimals int
		want     string
		why      string
	}{
		{mtss.NewRatio(43, 54), 1, "79.6", "never 80"},
		{mtss.NewRatio(43, 54), 0, "80", "unless no decimals are asked for"},
		{mtss.NewRatio(43, 54), 6, "79.629630", "the last decimal is rounded"},
		{mtss.NewRatio(43, 54), 7, "79.6296296", "past what the quick way does"},
		{mtss.NewRatio(43, 54), 12, "79.629629629630", "the most decimals"},
		{mtss.NewRatio(43, 54), 13, "79.629629629630", "more than the most"},
		{mtss.NewRatio(43, 54), -1, "80", "fewer than none"},
		{mtss.NewRatio(44, 54), 1, "81.5", "81.48 rounds up"},
		{mtss.NewRatio(10, 16), 1, "62.5", "exact"},
		{mtss.NewRatio(1, 16), 1, "6.3", "6.25 is a tie, which goes up and not to even"},
		{mtss.NewRatio(3, 16), 1, "18.8", "18.75 is a tie"},
		{mtss.NewRatio(1, 8), 0, "13", "12.5 is a tie"},
		{mtss.NewRatio(-1, 16), 1, "-6.3", "a tie goes away from zero"},
		{mtss.NewRatio(1, 2000), 1, "0.1", "0.05 is a tie"},
		{mtss.NewRatio(499, 1_000_000), 1, "0.0", "just below the tie"},
		{mtss.NewRatio(1999, 2000), 1, "100.0", "99.95 is a tie"},
		{mtss.NewRatio(1, 1000), 2, "0.10", "leading zeros of the decimals"},
		{mtss.Whole(0), 1, "0.0", "nothing"},
		{mtss.Whole(1), 1, "100.0", "all"},
		{mtss.NewRatio(3, 2), 1, "150.0", "more than all"},
		{mtss.NewRatio(1<<53-1, 1<<53), 1, "100.0", "the largest count"},
		{mtss.NewRatio(1<<53-1, 1<<53), 12, "100.000000000000", "the largest count, closer"},
		{mtss.NewRatio(1<<63-1, 3), 1, "307445734561825860233.3", "more than 64 bits hold"},
		{mtss.NewRatio(-1<<63, 1), 1, "-922337203685477580800.0", "the least int64"},
	} {
		if got := test.ratio.Percent(test.decimals); got != test.want {
			t.Errorf("%v with %d decimals: got %q, want %q: %s", test.ratio, test.decimals, got, test.want, test.why)
		}
	}
}

func TestRatioDecimal(t *testing.T) {
	for _, test := range []struct {
		ratio    mtss.Ratio
		decimals int
		want     string
	}{
		{mtss.NewRatio(10, 7), 2, "1.43"},
		{mtss.NewRatio(1, 8), 2, "0.13"},
		{mtss.NewRatio(-1, 8), 2, "-0.13"},
		{mtss.NewRatio(2, 1), 0, "2"},
		{mtss.NewRatio(5, 2), 0, "3"},
		{mtss.NewRatio(199, 100), 1, "2.0"},
	} {
		if got := test.ratio.Decimal(test.decimals); got != test.want {
			t.Errorf("%v with %d decimals: got %q, want %q", test.ratio, test.decimals, got, test.want)
		}
	}
}

// TestRatioDecimalAgainstBig rounds with whole numbers of any size.
func TestRatioDecimalAgainstBig(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for range 20_000 {
		ratio, x := anyRatio(random)
		decimals := random.IntN(13)
		scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
		// floor((2*|num|*scale + den) / (2*den)) is |x|*scale rounded half up.
		twice := new(big.Int).Mul(x.Denom(), big.NewInt(2))
		n := new(big.Int).Mul(new(big.Int).Abs(x.Num()), scale)
		n.Add(n.Mul(n, big.NewInt(2)), x.Denom()).Quo(n, twice)
		digits := n.String()
		if short := decimals + 1 - len(digits); short > 0 {
			digits = strings.Repeat("0", short) + digits
		}
		want := digits
		if decimals > 0 {
			want = digits[:len(digits)-decimals] + "." + digits[len(digits)-decimals:]
		}
		if x.Sign() < 0 && n.Sign() != 0 { // 0 has no sign
			want = "-" + want
		}
		if got := ratio.Decimal(decimals); got != want {
			t.Fatalf("%v with %d decimals: got %q, want %q", x, decimals, got, want)
		}
	}
}

func TestRatioNumber(t *testing.T) {
	for _, test := range []struct {
		ratio mtss.Ratio
		want  string
	}{
		{mtss.NewRatio(25, 2), "12.5"},
		{mtss.Whole(12), "12"},
		{mtss.Whole(0), "0"},
		{mtss.NewRatio(-1, 8), "-0.125"},
		{mtss.NewRatio(4, 6), "2/3"},
		{mtss.NewRatio(1, 4096), "0.000244140625"},
		{mtss.NewRatio(1, 8192), "1/8192"},
	} {
		if got := test.ratio.Number(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestPercentAgainst(t *testing.T) {
	percent := func(n int64) mtss.Ratio { return mtss.NewRatio(n, 100) }
	third := mtss.NewRatio(1, 3)
	for _, test := range []struct {
		ratio mtss.Ratio
		cuts  []mtss.Ratio
		want  string
		why   string
	}{
		{mtss.NewRatio(43, 54), []mtss.Ratio{percent(80)}, "79.6", "one decimal does"},
		{mtss.NewRatio(17, 21), []mtss.Ratio{percent(81)}, "80.95", "81.0 would contradict not met"},
		{mtss.NewRatio(17, 21), nil, "81.0", "nothing to contradict"},
		{mtss.NewRatio(17, 21), []mtss.Ratio{{}}, "81.0", "an undefined cut"},
		{mtss.NewRatio(4, 5), []mtss.Ratio{percent(80)}, "80.0", "equal"},
		{mtss.NewRatio(227, 10000), []mtss.Ratio{mtss.NewRatio(227, 10000)}, "2.27", "equal, with decimals"},
		{third, []mtss.Ratio{mtss.NewRatio(2, 6)}, "1/3", "equal, with no finite percentage"},
		{third, []mtss.Ratio{third, mtss.NewRatio(2, 3)}, "1/3", "33.3 would lie outside a band of a third to two thirds"},
		{third, []mtss.Ratio{percent(33)}, "33.3", "a third is no cut here"},
		{mtss.NewRatio(1, 3), []mtss.Ratio{mtss.NewRatio(333, 1000)}, "33.33", "33.3 would be equal"},
		{mtss.NewRatio(80051, 100000), []mtss.Ratio{mtss.NewRatio(8005, 10000), mtss.NewRatio(801, 1000)}, "80.051",
			"80.1 equals the one cut and 80.05 the other, although each by itself keeps to its side of the other"},
		{mtss.NewRatio(-1, 10000), []mtss.Ratio{mtss.Whole(0)}, "-0.01", "below nothing"},
		{mtss.NewRatio(1<<53-1, 1<<53), []mtss.Ratio{mtss.Whole(1)}, "99.99999999999999", "the largest count, one short"},
		{mtss.NewRatio(1, 1<<62), []mtss.Ratio{mtss.Whole(0)}, "0.00000000000000002", "far more decimals than are ever asked for"},
	} {
		if got := test.ratio.PercentAgainst(test.cuts...); got != test.want {
			t.Errorf("%v against %v: got %q, want %q: %s", test.ratio, test.cuts, got, test.want, test.why)
		}
	}
}

// TestPercentAgainstBig asks of random ratios and cuts that the text keeps to
// its side of each, and that one decimal fewer would not.
// A number that rounds to 0 has no sign.
func TestNoNegativeZero(t *testing.T) {
	for _, c := range []struct {
		why  string
		r    mtss.Ratio
		want [4]string // Percent(1), Decimal(2), Decimal(0), PercentAgainst()
	}{
		{"rounds to nothing", mtss.NewRatio(-1, 100000), [4]string{"0.0", "0.00", "0", "0.0"}},
		{"just rounds to something", mtss.NewRatio(-1, 2000), [4]string{"-0.1", "0.00", "0", "-0.1"}},
		{"many digits", mtss.NewRatio(-1, 1<<62), [4]string{"0.0", "0.00", "0", "0.0"}},
		{"nothing itself", mtss.NewRatio(0, -7), [4]string{"0.0", "0.00", "0", "0.0"}},
		{"a number of its own", mtss.NewRatio(-3, 2), [4]string{"-150.0", "-1.50", "-2", "-150.0"}},
	} {
		if got := [4]string{c.r.Percent(1), c.r.Decimal(2), c.r.Decimal(0), c.r.PercentAgainst()}; got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
	if got := mtss.NewRatio(-1, 100000).PercentAgainst(mtss.Whole(0)); got != "-0.001" {
		t.Errorf("beside a cut of 0 it is shown as %q, want -0.001", got)
	}
}

func TestSpanPercentAgainst(t *testing.T) {
	cut := mtss.NewRatio(7, 10)
	for _, c := range []struct {
		why  string
		span mtss.Span
		want string
	}{
		{"one number", mtss.Exactly(mtss.NewRatio(142, 203)), "69.95%"},
		{"each end on its own side", mtss.Span{Low: mtss.NewRatio(142, 203), High: mtss.NewRatio(3, 4)}, "69.95% to 75.0%"},
		{"a fraction for what equals a cut", mtss.Exactly(mtss.NewRatio(2, 3)), "2/3"},
		{"an open end", mtss.Span{High: mtss.Whole(1)}, ""},
		{"nothing known", mtss.Span{}, ""},
	} {
		if got := c.span.PercentAgainst(cut, mtss.NewRatio(2, 3)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestPercentAgainstBig(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	side := func(text string, x *big.Rat) int {
		printed, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Fatalf("%q is no number", text)
		}
		return printed.Cmp(new(big.Rat).Mul(x, big.NewRat(100, 1)))
	}
	for range 5_000 {
		den := random.Int64N(1<<40) + 1
		num := random.Int64N(den)
		x := big.NewRat(num, den)
		var cuts []mtss.Ratio
		var limits []*big.Rat
		for range random.IntN(3) + 1 {
			scale := int64(1)
			for range random.IntN(9) {
				scale *= 10
			}
			cut := num * 1000 / den * scale / 1000 // near the ratio, with few decimals
			limit := big.NewRat(cut, scale)
			if limit.Cmp(x) != 0 {
				cuts, limits = append(cuts, mtss.NewRatio(cut, scale)), append(limits, limit)
			}
		}
		text := mtss.NewRatio(num, den).PercentAgainst(cuts...)
		_, decimals, _ := strings.Cut(text, ".")
		shorter, needed := new(big.Rat).Mul(x, big.NewRat(100, 1)).FloatString(len(decimals)-1), len(decimals) == 1
		for _, limit := range limits {
			if side(text, limit) != x.Cmp(limit) {
				t.Fatalf("%v against %v: %q is on the wrong side", x, limits, text)
			}
			needed = needed || side(shorter, limit) != x.Cmp(limit)
		}
		if !needed {
			t.Fatalf("%v against %v: %q is longer than %q, which would do", x, limits, text, shorter)
		}
	}
}

// TestPercentAgainstVerdict goes through every number of points of every
// maximum to 200 and every whole cut: what is printed beside a verdict never
// contradicts it, and no printed number is longer than that takes.
func TestPercentAgainstVerdict(t *testing.T) {
	step := int64(1)
	if testing.Short() || raceDetector {
		step = 7
	}
	cases, longer := int64(0), 0
	for most := int64(1); most <= 200; most++ {
		for points := range most + 1 {
			for cut := int64(1); cut <= 100; cut++ {
				if cases++; cases%step != 0 {
					continue
				}
				if checkPrinted(t, points, most, cut) > 1 && 100*points < cut*most {
					longer++
				}
			}
		}
	}
	if cases != 2_030_000 {
		t.Errorf("%d cases, want 2,030,000", cases)
	}
	if step == 1 && longer != 688 {
		t.Errorf("%d cases would print the cut although they miss it, want 688, as counted by another program", longer)
	}
}

// checkPrinted returns how many decimals were printed.
func checkPrinted(t *testing.T, points, most, cut int64) int {
	limit := mtss.NewRatio(cut, 100)
	span := mtss.Tally{Earned: points, Possible: most}.Span()
	text := span.Low.PercentAgainst(limit)
	whole, decimals, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(whole+decimals, 10, 64)
	scale := power(len(decimals))
	shown := n - cut*scale // more than 0 if the printed number is greater than the printed cut
	if err != nil || decimals == "" ||
		(span.AtLeast(limit) == mtss.Met) != (shown >= 0) || (span.MoreThan(limit) == mtss.Met) != (shown > 0) ||
		(span.AtMost(limit) == mtss.Met) != (shown <= 0) || (span.LessThan(limit) == mtss.Met) != (shown < 0) {
		t.Fatalf("%d of %d prints as %q, which contradicts its verdict against %d %%", points, most, text, cut)
	}
	if rounded := halfUp(100*points*scale, most); rounded != n {
		t.Fatalf("%d of %d prints as %q, which is not rounded half up", points, most, text)
	}
	if len(decimals) > 1 {
		fewer := power(len(decimals) - 1)
		if order(halfUp(100*points*fewer, most), cut*fewer) == order(100*points, cut*most) {
			t.Fatalf("%d of %d prints as %q against %d %%, and one decimal fewer would do", points, most, text, cut)
		}
	}
	return len(decimals)
}

func power(n int) int64 {
	scale := int64(1)
	for range n {
		scale *= 10
	}
	return scale
}

func halfUp(num, den int64) int64 { return (2*num + den) / (2 * den) }

func order(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func BenchmarkPercentAgainst(b *testing.B) {
	cut := mtss.NewRatio(80, 100)
	ratios := make([]mtss.Ratio, 1024)
	for i := range ratios {
		ratios[i] = mtss.NewRatio(int64(i%201), 200+int64(i%7))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		ratios[i%len(ratios)].PercentAgainst(cut)
	}
}
