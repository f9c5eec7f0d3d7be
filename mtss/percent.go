package mtss

import (
	"math/big"
	"strconv"
	"strings"
)

// Percent returns r times 100 with that many decimals (0 to 12), rounded half
// up, away from zero, as spreadsheets do: 79.6 for 43/54 with one. It has no
// percent sign. Of the undefined ratio it is "".
func (r Ratio) Percent(decimals int) string {
	return r.hundredfold().Decimal(decimals)
}

// Decimal returns r with that many decimals (0 to 12), rounded half up, away
// from zero: "1.43" for 10/7 with two. Of the undefined ratio it is "".
func (r Ratio) Decimal(decimals int) string {
	if !r.Defined() {
		return ""
	}
	text, _ := r.rounded(min(max(decimals, 0), 12))
	return text
}

// Number returns r as a plain decimal where it is finite with at most 12
// decimals ("12.5"), else as a fraction ("2/3"). Of the undefined ratio it is "".
func (r Ratio) Number() string {
	if !r.Defined() {
		return ""
	}
	if text, exact := decimal(r.rat(), 12); exact {
		return text
	}
	return r.rat().String()
}

// roundedSmall returns r as n/scale, rounded, where 64 bits do, which is nearly always.
func (r Ratio) roundedSmall(decimals int) (n, scale int64, ok bool) {
	if r.den == 0 || r.num < 0 || r.num >= 1<<40 || r.den >= 1<<40 || decimals > 6 {
		return 0, 0, false
	}
	scale = 1
	for range decimals {
		scale *= 10
	}
	return (2*r.num*scale + r.den) / (2 * r.den), scale, true
}

func decimalText(whole, fraction int64, decimals int) string {
	text := strconv.FormatInt(whole, 10)
	if decimals == 0 {
		return text
	}
	digits := strconv.FormatInt(fraction, 10)
	return text + "." + strings.Repeat("0", decimals-len(digits)) + digits
}

// PercentAgainst returns r as a percentage with the fewest decimals, at least
// one, that keep it on its own side of every cut: 17/21 against 81 % is
// "80.95", since "81.0" would contradict a verdict of not met. A ratio that
// equals a cut without a finite percentage is given as a fraction. It has no
// percent sign, except that a fraction has none to leave out.
func (r Ratio) PercentAgainst(cuts ...Ratio) string {
	if !r.Defined() {
		return ""
	}
	percent := r.hundredfold()
	for _, cut := range cuts {
		if cut.Equal(r) {
			return r.exactPercent()
		}
	}
	for decimals := 1; ; decimals++ {
		if text, printed := percent.rounded(decimals); r.sameSide(printed, cuts) {
			return text
		}
	}
}

// PercentAgainst returns the span as percentages, as [Ratio.PercentAgainst] does
// its ends: "69.95%", or "62.5% to 69.95%" where it is not a single number. Of a
// span with an open end it is "".
func (s Span) PercentAgainst(cuts ...Ratio) string {
	if !s.Low.Defined() || !s.High.Defined() {
		return ""
	}
	low, high := withSign(s.Low.PercentAgainst(cuts...)), withSign(s.High.PercentAgainst(cuts...))
	if s.Low.Equal(s.High) {
		return low
	}
	return low + " to " + high
}

// withSign adds the percent sign, which a fraction does without.
func withSign(text string) string {
	if strings.Contains(text, "/") {
		return text
	}
	return text + "%"
}

// sameSide reports whether a printed percentage compares with every cut as r does.
func (r Ratio) sameSide(printed Ratio, cuts []Ratio) bool {
	for _, cut := range cuts {
		if cut.Defined() && printed.Cmp(cut.hundredfold()) != r.Cmp(cut) {
			return false
		}
	}
	return true
}

// hundredfold is r times 100.
func (r Ratio) hundredfold() Ratio {
	const most = 1<<63/100 - 1
	if r.den != 0 && -most <= r.num && r.num <= most {
		return Ratio{num: 100 * r.num, den: r.den}
	}
	return r.Mul(Whole(100))
}

// rounded returns r with any number of decimals, and the number that this reads as.
func (r Ratio) rounded(decimals int) (text string, value Ratio) {
	if n, scale, ok := r.roundedSmall(decimals); ok {
		return decimalText(n/scale, n%scale, decimals), Ratio{num: n, den: scale}
	}
	text = r.rat().FloatString(decimals) // rounds half away from zero
	x, _ := new(big.Rat).SetString(text)
	if x.Sign() == 0 {
		text = strings.TrimPrefix(text, "-")
	}
	return text, fromRat(x)
}

// exactPercent prints r as a percentage with at least one decimal, or as a
// fraction where that would not be exact.
func (r Ratio) exactPercent() string {
	percent := r.hundredfold().rat()
	text, finite := decimal(percent, 12)
	switch {
	case !finite:
		return r.rat().RatString()
	case percent.IsInt():
		return text + ".0"
	}
	return text
}

// decimal returns x with the fewest decimals, at most limit, that are exact.
func decimal(x *big.Rat, limit int) (string, bool) {
	decimals, finite := x.FloatPrec()
	if !finite || decimals > limit {
		return "", false
	}
	return x.FloatString(decimals), true
}
