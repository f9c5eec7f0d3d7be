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
	return r.Mul(Whole(100)).Decimal(decimals)
}

// Decimal returns r with that many decimals (0 to 12), rounded half up, away
// from zero: "1.43" for 10/7 with two. Of the undefined ratio it is "".
func (r Ratio) Decimal(decimals int) string {
	if !r.Defined() {
		return ""
	}
	decimals = min(max(decimals, 0), 12)
	if text, ok := r.smallDecimal(decimals); ok {
		return text
	}
	return r.rat().FloatString(decimals) // rounds half away from zero
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

// smallDecimal is Decimal where 64 bits do, which is nearly always.
func (r Ratio) smallDecimal(decimals int) (string, bool) {
	if r.den == 0 || r.num < 0 || r.num >= 1<<31 || r.den >= 1<<31 || decimals > 6 {
		return "", false
	}
	scale := int64(1)
	for range decimals {
		scale *= 10
	}
	rounded := (2*r.num*scale + r.den) / (2 * r.den)
	return decimalText(rounded/scale, rounded%scale, decimals), true
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
// one, that keep it on its own side of the cut: 17/21 against 81 % is "80.95",
// since "81.0" would contradict a verdict of not met. A ratio that equals a cut
// without a finite percentage is given as a fraction. It has no percent sign,
// except that a fraction has none to leave out.
func (r Ratio) PercentAgainst(cut Ratio) string {
	if !r.Defined() || !cut.Defined() {
		return r.Percent(1)
	}
	hundred := big.NewRat(100, 1)
	exact := new(big.Rat).Mul(r.rat(), hundred)
	limit := new(big.Rat).Mul(cut.rat(), hundred)
	want := exact.Cmp(limit)
	if want == 0 {
		return equalPercent(exact, r)
	}
	for decimals := 1; ; decimals++ {
		text := exact.FloatString(decimals)
		printed, _ := new(big.Rat).SetString(text)
		if printed.Cmp(limit) == want {
			return text
		}
	}
}

// equalPercent prints a ratio that equals its cut, exactly.
func equalPercent(exact *big.Rat, r Ratio) string {
	text, finite := decimal(exact, 12)
	if !finite {
		return r.rat().RatString()
	}
	if exact.IsInt() {
		return text + ".0"
	}
	return text
}

// decimal returns x with the fewest decimals, at most limit, that are exact.
func decimal(x *big.Rat, limit int) (string, bool) {
	for decimals := 0; decimals <= limit; decimals++ {
		text := x.FloatString(decimals)
		if back, _ := new(big.Rat).SetString(text); back.Cmp(x) == 0 {
			return text, true
		}
	}
	return "", false
}
