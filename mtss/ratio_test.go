package mtss_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

func TestParseRatio(t *testing.T) {
	for _, test := range []struct {
		text, why string
		want      *big.Rat
		again     string // how it is written
	}{
		{"4/5", "a fraction", big.NewRat(4, 5), "80%"},
		{"8/10", "a fraction that is not in lowest terms", big.NewRat(4, 5), "80%"},
		{"80%", "a percentage", big.NewRat(4, 5), "80%"},
		{"80.00%", "a percentage with idle decimals", big.NewRat(4, 5), "80%"},
		{"2.27%", "a published national share", big.NewRat(227, 10000), "2.27%"},
		{"0%", "none", new(big.Rat), "0%"},
		{"0/7", "none of some", new(big.Rat), "0%"},
		{"-5%", "a loss", big.NewRat(-1, 20), "-5%"},
		{"-4/5", "a negative fraction", big.NewRat(-4, 5), "-80%"},
		{"100%", "all", big.NewRat(1, 1), "100%"},
		{"150%", "a ratio may pass one", big.NewRat(3, 2), "150%"},
		{"2/3", "no finite percentage", big.NewRat(2, 3), "2/3"},
		{"-1/3", "no finite percentage, negative", big.NewRat(-1, 3), "-1/3"},
		{"1/8192", "a percentage with 11 decimals", big.NewRat(1, 8192), "0.01220703125%"},
		{"123456789012345%", "15 digits", big.NewRat(123456789012345, 100), "123456789012345%"},
		{"0.00000000000001%", "15 digits, all but one of them decimals", new(big.Rat).SetFrac(big.NewInt(1), big.NewInt(1e16)), "0.00000000000001%"},
		{"999999999999999/1", "too long to be read again as a percentage", big.NewRat(999999999999999, 1), "999999999999999/1"},
		{"999999999999999/8192", "a finite percentage of too many digits", big.NewRat(999999999999999, 8192), "999999999999999/8192"},
	} {
		t.Run(test.text, func(t *testing.T) {
			got, err := mtss.ParseRatio(test.text)
			if err != nil {
				t.Fatalf("%v, want %v: %s", err, test.want, test.why)
			}
			num, den, ok := got.Fraction()
			if !ok || big.NewRat(num, den).Cmp(test.want) != 0 {
				t.Errorf("got %d/%d, want %v: %s", num, den, test.want, test.why)
			}
			if diff := cmp.Diff(test.again, got.String()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.why, diff)
			}
			if again, err := mtss.ParseRatio(got.String()); err != nil || !again.Equal(got) {
				t.Errorf("%q is not read again as the same number: %v, %v", got, again, err)
			}
		})
	}
}

func TestParseRatioRefuses(t *testing.T) {
	for _, test := range []struct {
		text string
		code mtss.Code
		why  string
	}{
		{"", mtss.CodeRatioSyntax, "nothing"},
		{"80", mtss.CodeRatioSyntax, "percent or times?"},
		{"0.8", mtss.CodeRatioSyntax, "percent or times?"},
		{"%", mtss.CodeRatioSyntax, "no number"},
		{"/", mtss.CodeRatioSyntax, "no numbers"},
		{"4/", mtss.CodeRatioSyntax, "no denominator"},
		{"/5", mtss.CodeRatioSyntax, "no numerator"},
		{"4/0", mtss.CodeRatioZero, "division by zero"},
		{"0/0", mtss.CodeRatioZero, "division by zero"},
		{"80 %", mtss.CodeRatioSyntax, "inner space"},
		{" 80%", mtss.CodeRatioSyntax, "leading space"},
		{"80% ", mtss.CodeRatioSyntax, "trailing space"},
		{"80%\n", mtss.CodeRatioSyntax, "trailing line break"},
		{"4 / 5", mtss.CodeRatioSyntax, "spaces"},
		{"1e2%", mtss.CodeRatioSyntax, "exponent"},
		{"0x10%", mtss.CodeRatioSyntax, "hexadecimal"},
		{"1_000%", mtss.CodeRatioSyntax, "underscore"},
		{"080%", mtss.CodeRatioSyntax, "leading zero"},
		{"04/5", mtss.CodeRatioSyntax, "leading zero"},
		{"00%", mtss.CodeRatioSyntax, "leading zero"},
		{"+5%", mtss.CodeRatioSyntax, "plus sign"},
		{"-0%", mtss.CodeRatioSyntax, "minus zero"},
		{"-0.0%", mtss.CodeRatioSyntax, "minus zero"},
		{"4/-5", mtss.CodeRatioSyntax, "negative denominator"},
		{"-4/-5", mtss.CodeRatioSyntax, "negative denominator"},
		{"1.5/2", mtss.CodeRatioSyntax, "decimals in a fraction"},
		{"3/1.5", mtss.CodeRatioSyntax, "decimals in a fraction"},
		{"4/5/6", mtss.CodeRatioSyntax, "two bars"},
		{"4/5%", mtss.CodeRatioSyntax, "fraction and percentage"},
		{"80%%", mtss.CodeRatioSyntax, "two percent signs"},
		{"--5%", mtss.CodeRatioSyntax, "two signs"},
		{"1.-5%", mtss.CodeRatioSyntax, "a sign in the decimals"},
		{"1.+5%", mtss.CodeRatioSyntax, "a sign in the decimals"},
		{".5%", mtss.CodeRatioSyntax, "no whole part"},
		{"5.%", mtss.CodeRatioSyntax, "no decimals after the point"},
		{"1.2.3%", mtss.CodeRatioSyntax, "two points"},
		{"1,5%", mtss.CodeRatioSyntax, "decimal comma"},
		{"1234567890123456%", mtss.CodeRatioSyntax, "16 digits"},
		{"1234567.890123456%", mtss.CodeRatioSyntax, "16 digits with a point"},
		{"٤/٥", mtss.CodeRatioSyntax, "digits of another script"},
		{"80٪", mtss.CodeRatioSyntax, "percent sign of another script"},
		{"NaN%", mtss.CodeRatioSyntax, "no number"},
		{"Inf%", mtss.CodeRatioSyntax, "no number"},
	} {
		t.Run(test.text, func(t *testing.T) {
			got, err := mtss.ParseRatio(test.text)
			if !errors.Is(err, test.code) {
				t.Errorf("error %v, want %v: %s", err, test.code, test.why)
			}
			if got.Defined() {
				t.Errorf("got %v beside the error", got)
			}
			kept := mtss.NewRatio(1, 3)
			if err := kept.UnmarshalText([]byte(test.text)); err == nil || !kept.Equal(mtss.NewRatio(1, 3)) {
				t.Errorf("UnmarshalText left %v, %v", kept, err)
			}
		})
	}
}

func TestParseNumber(t *testing.T) {
	for _, test := range []struct {
		text string
		want *big.Rat
	}{
		{"12.5", big.NewRat(25, 2)},
		{"-4", big.NewRat(-4, 1)},
		{"0", new(big.Rat)},
		{"0.1", big.NewRat(1, 10)},
		{"44", big.NewRat(44, 1)},
	} {
		got, err := mtss.ParseNumber(test.text)
		if num, den, ok := got.Fraction(); err != nil || !ok || big.NewRat(num, den).Cmp(test.want) != 0 {
			t.Errorf("%q: got %v, %v, want %v", test.text, got, err, test.want)
		}
	}
	for _, text := range []string{"", "-", "1/2", "5%", "1e3", "01", "-0", "1.", ".1", "1 ", "1234567890123456"} {
		if got, err := mtss.ParseNumber(text); !errors.Is(err, mtss.CodeNumberSyntax) || got.Defined() {
			t.Errorf("%q: got %v, %v, want %v", text, got, err, mtss.CodeNumberSyntax)
		}
	}
}

// grammar is what a share may look like, apart from its digits' number and minus zero.
var grammar = regexp.MustCompile(`^-?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?%|(?:0|[1-9][0-9]*)/[1-9][0-9]*)$`)

// readRatio reads a share by means of regexp and math/big alone.
func readRatio(text string) (*big.Rat, bool) {
	if !grammar.MatchString(text) || strings.HasPrefix(text, "-") && !strings.ContainsAny(strings.Split(text, "/")[0], "123456789") {
		return nil, false
	}
	for part := range strings.SplitSeq(text, "/") {
		if len(strings.NewReplacer("-", "", ".", "", "%", "").Replace(part)) > 15 {
			return nil, false
		}
	}
	body, percent := strings.CutSuffix(text, "%")
	x, ok := new(big.Rat).SetString(body)
	if ok && percent {
		x.Quo(x, big.NewRat(100, 1))
	}
	return x, ok
}

func FuzzRatio(f *testing.F) {
	for _, seed := range []string{
		"4/5", "80%", "2.27%", "0%", "-5%", "4/0", "0.8", "80 %", "1e2%", "080%", "4/-5", "1.5/2", "--5%", "1.-5%", "2/3",
		"999999999999999/8192", "0.00000000000001%", "123456789012345.6%", "-999999999999999/999999999999998",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := mtss.ParseRatio(text)
		want, good := readRatio(text)
		if good != (err == nil) {
			t.Fatalf("%q: got %v, %v; acceptable is %v", text, got, err, good)
		}
		if err != nil {
			if got.Defined() || len(mtss.Issues(err)) != 1 {
				t.Fatalf("%q: got %v beside %v", text, got, err)
			}
			return
		}
		if exact(t, got).Cmp(want) != 0 {
			t.Fatalf("%q reads as %v, want %v", text, got, want)
		}
		again, err := mtss.ParseRatio(got.String())
		if err != nil || !again.Equal(got) {
			t.Fatalf("%q is written %q, which reads as %v, %v", text, got.String(), again, err)
		}
		if again.String() != got.String() {
			t.Fatalf("%q is written %q and then %q", text, got, again)
		}
	})
}

// exact returns a defined ratio as math/big has it, by way of its text.
func exact(t testing.TB, r mtss.Ratio) *big.Rat {
	t.Helper()
	body, percent := strings.CutSuffix(r.String(), "%")
	x, ok := new(big.Rat).SetString(body)
	if !ok {
		t.Fatalf("%q is no number", r.String())
	}
	if percent {
		x.Quo(x, big.NewRat(100, 1))
	}
	return x
}

// anyInt64 prefers small numbers and the ends of the range.
func anyInt64(r *rand.Rand) int64 {
	switch r.IntN(4) {
	case 0:
		return r.Int64N(21) - 10
	case 1:
		edges := []int64{math.MinInt64, math.MinInt64 + 1, math.MaxInt64, math.MaxInt64 - 1, 1 << 31, 1<<31 - 1, -1 << 31, 1 << 32, 1 << 53}
		return edges[r.IntN(len(edges))]
	}
	return int64(r.Uint64()) >> r.IntN(64)
}

// anyRatio returns a defined ratio, in any form that it can have, and the same as math/big has it.
func anyRatio(r *rand.Rand) (mtss.Ratio, *big.Rat) {
	num, den := anyInt64(r), anyInt64(r)
	if den == 0 {
		den = 1
	}
	ratio, x := mtss.NewRatio(num, den), big.NewRat(num, den)
	if r.IntN(8) == 0 { // a large one
		ratio, x = ratio.Mul(mtss.NewRatio(math.MaxInt64, 3)), x.Mul(x, big.NewRat(math.MaxInt64, 3))
	}
	return ratio, x
}

func TestRatioCmp(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 200_000 {
		r, x := anyRatio(random)
		s, y := anyRatio(random)
		if random.IntN(4) == 0 { // a near or equal pair
			s, y = r.Add(mtss.NewRatio(0, 1)), x
		}
		want := x.Cmp(y)
		if got := r.Cmp(s); got != want || s.Cmp(r) != -want || r.Equal(s) != (want == 0) {
			t.Fatalf("%v against %v: got %d and %d, want %d", x, y, got, s.Cmp(r), want)
		}
		if got := r.Sign(); got != x.Sign() {
			t.Fatalf("sign of %v: got %d", x, got)
		}
	}
}

func TestRatioCmpForms(t *testing.T) {
	for _, test := range []struct {
		name string
		r, s mtss.Ratio
		want int
	}{
		{"two forms of one number", mtss.NewRatio(4, 5), mtss.NewRatio(8, 10), 0},
		{"both negative", mtss.NewRatio(-1, 2), mtss.NewRatio(-1, 3), -1},
		{"negative denominator", mtss.NewRatio(1, -2), mtss.NewRatio(-1, 2), 0},
		{"nearly one", mtss.NewRatio(math.MaxInt64-1, math.MaxInt64), mtss.NewRatio(math.MaxInt64-2, math.MaxInt64-1), 1},
		{"the least", mtss.Whole(math.MinInt64), mtss.NewRatio(math.MinInt64, 2), -1},
		{"the least over minus one", mtss.NewRatio(math.MinInt64, -1), mtss.Whole(math.MaxInt64), 1},
		{"the least over itself", mtss.NewRatio(math.MinInt64, math.MinInt64), mtss.Whole(1), 0},
		{"undefined and a number", mtss.Ratio{}, mtss.Whole(math.MinInt64), -1},
		{"a number and undefined", mtss.Whole(-1), mtss.Ratio{}, 1},
		{"undefined twice", mtss.Ratio{}, mtss.NewRatio(5, 0), 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.r.Cmp(test.s); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
			if got := test.s.Cmp(test.r); got != -test.want {
				t.Errorf("the other way round got %d, want %d", got, -test.want)
			}
		})
	}
}

func TestRatioArithmetic(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	for range 20_000 {
		r, x := anyRatio(random)
		s, y := anyRatio(random)
		check := func(name string, got mtss.Ratio, want *big.Rat) {
			t.Helper()
			if !got.Defined() || exact(t, got).Cmp(want) != 0 {
				t.Fatalf("%v %s %v: got %v, want %v", x, name, y, got, want)
			}
		}
		check("+", r.Add(s), new(big.Rat).Add(x, y))
		check("-", r.Sub(s), new(big.Rat).Sub(x, y))
		check("*", r.Mul(s), new(big.Rat).Mul(x, y))
		if y.Sign() != 0 {
			check("/", r.Quo(s), new(big.Rat).Quo(x, y))
		}
		num, den, ok := r.Fraction()
		if fits := x.Num().IsInt64() && x.Denom().IsInt64(); ok != fits || ok && (x.Num().Int64() != num || x.Denom().Int64() != den) {
			t.Fatalf("fraction of %v: got %d/%d, %v", x, num, den, ok)
		}
	}
}

// TestRatioUnchanged holds that arithmetic on large ratios leaves its operands alone.
func TestRatioUnchanged(t *testing.T) {
	large := mtss.NewRatio(math.MaxInt64, 3).Mul(mtss.NewRatio(math.MaxInt64, 5))
	before := large.String()
	large.Add(large)
	large.Quo(mtss.NewRatio(1, 7))
	mtss.Tally{Possible: 7}.Target(large, true)
	_ = large.Percent(1) + large.PercentAgainst(mtss.NewRatio(1, 2)) + large.Number()
	if got := large.String(); got != before {
		t.Errorf("%s became %s", before, got)
	}
}

func TestRatioUndefined(t *testing.T) {
	var zero mtss.Ratio
	one := mtss.Whole(1)
	for name, got := range map[string]mtss.Ratio{
		"zero value":           zero,
		"of 0 of 0":            mtss.NewRatio(0, 0),
		"of 1 of 0":            mtss.NewRatio(1, 0),
		"plus":                 one.Add(zero),
		"minus":                zero.Sub(one),
		"times":                zero.Mul(one),
		"divided":              zero.Quo(one),
		"divided by undefined": one.Quo(zero),
		"divided by nothing":   one.Quo(mtss.Whole(0)),
	} {
		if got.Defined() || !got.IsZero() || got.Sign() != 0 {
			t.Errorf("%s: %v is defined", name, got)
		}
		if text := got.String() + got.Number() + got.Percent(1) + got.Decimal(2) + got.PercentAgainst(one); text != "" {
			t.Errorf("%s: is written %q", name, text)
		}
		if _, _, ok := got.Fraction(); ok {
			t.Errorf("%s: has a fraction", name)
		}
	}
	if mtss.Whole(0).IsZero() || !mtss.Whole(0).Defined() {
		t.Error("nought is a number, but is taken for undefined")
	}
}

func TestRatioJSON(t *testing.T) {
	type document struct {
		Share mtss.Ratio `json:"share,omitzero"`
	}
	for _, test := range []struct {
		document document
		want     string
	}{
		{document{mtss.NewRatio(43, 54)}, `{"share":"43/54"}`},
		{document{mtss.NewRatio(44, 55)}, `{"share":"80%"}`},
		{document{mtss.Whole(0)}, `{"share":"0%"}`},
		{document{}, `{}`},
	} {
		got, err := json.Marshal(test.document)
		if err != nil || string(got) != test.want {
			t.Errorf("written %s, %v; want %s", got, err, test.want)
		}
		var back document
		if err := json.Unmarshal(got, &back); err != nil || !back.Share.Equal(test.document.Share) {
			t.Errorf("%s is read as %v, %v", got, back.Share, err)
		}
	}
}

// TestRatioOfManyDigits reads what exact means come to, and no more than they can.
func TestRatioOfManyDigits(t *testing.T) {
	most := strings.Repeat("7", 5_000)
	for text, good := range map[string]bool{
		"1/1234567890123456": true, "-9223372036854775808/9223372036854775809": true, "12345678901234567890/0": false,
		most + "/9": true, "9/" + most: true, most + "7/9": false, "9/" + most + "7": false, most + "%": false,
	} {
		r, err := mtss.ParseRatio(text)
		if (err == nil) != good || r.Defined() != good {
			t.Errorf("%.30s: %v", text, err)
		}
		if again, err := mtss.ParseRatio(r.String()); good && (err != nil || !again.Equal(r)) {
			t.Errorf("%.30s is not read again: %v", text, err)
		}
	}
}

// primes returns the first n primes.
func primes(n int) []int64 {
	var found []int64
	for candidate := int64(2); len(found) < n; candidate++ {
		if big.NewInt(candidate).ProbablyPrime(20) {
			found = append(found, candidate)
		}
	}
	return found
}

// TestRatioSumOfPrimes adds fractions whose common denominator has 115 digits.
func TestRatioSumOfPrimes(t *testing.T) {
	denominators := primes(60)
	want := new(big.Rat)
	for _, p := range denominators {
		want.Add(want, big.NewRat(p-1, p))
	}
	random := rand.New(rand.NewPCG(3, 3))
	for range 20 {
		random.Shuffle(len(denominators), func(i, j int) {
			denominators[i], denominators[j] = denominators[j], denominators[i]
		})
		sum := mtss.Whole(0)
		for _, p := range denominators {
			sum = sum.Add(mtss.NewRatio(p-1, p))
		}
		if exact(t, sum).Cmp(want) != 0 {
			t.Fatalf("got %v, want %v, in the order %v", sum, want, denominators)
		}
		if again, err := mtss.ParseRatio(sum.String()); err != nil || !again.Equal(sum) {
			t.Fatalf("%s is read as %v, %v", sum, again, err)
		}
		for _, p := range denominators { // and back to nothing
			sum = sum.Sub(mtss.NewRatio(p-1, p))
		}
		if num, den, ok := sum.Fraction(); num != 0 || den != 1 || !ok {
			t.Fatalf("taking all away again leaves %v", sum)
		}
	}
}
