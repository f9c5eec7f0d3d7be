package mtss

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Ratio is an exact fraction: a share, a threshold, a mean. The zero value is
// the undefined ratio, as of 0 points of 0: no comparison with it is decided.
//
// Compare with [Ratio.Cmp] or [Ratio.Equal]; == does not compile, since 4/5 and
// 8/10 are one number in two forms.
type Ratio struct {
	_        [0]func() // == does not compile
	num, den int64     // den > 0, or 0 where undefined or large
	// large takes over where a numerator or denominator outgrows 64 bits, as in
	// a mean over many different denominators. It is never changed.
	large *big.Rat
}

// NewRatio returns num/den, or the undefined ratio if den is 0.
func NewRatio(num, den int64) Ratio {
	if den > 0 {
		return Ratio{num: num, den: den}
	}
	if den == 0 {
		return Ratio{}
	}
	return fromRat(big.NewRat(num, den))
}

// Whole returns n as a ratio.
func Whole(n int64) Ratio { return Ratio{num: n, den: 1} }

// Defined reports whether r is a number at all.
func (r Ratio) Defined() bool { return r.den != 0 || r.large != nil }

// IsZero reports whether r is the undefined zero value, for omitzero.
func (r Ratio) IsZero() bool { return !r.Defined() }

// Sign returns -1, 0 or 1; 0 also for the undefined ratio.
func (r Ratio) Sign() int {
	if r.large != nil {
		return r.large.Sign()
	}
	switch {
	case r.num > 0:
		return 1
	case r.num < 0:
		return -1
	}
	return 0
}

// Fraction returns numerator and denominator in lowest terms; ok is false if r
// is undefined or does not fit in 64 bits.
func (r Ratio) Fraction() (num, den int64, ok bool) {
	if r.den == 0 {
		return 0, 0, false
	}
	if r.large == nil && r.num > math.MinInt64 && r.den > 0 {
		low := lowest(r.num, r.den)
		return low.num, low.den, true
	}
	low := r.rat()
	if !low.Num().IsInt64() {
		return 0, 0, false
	}
	return low.Num().Int64(), low.Denom().Int64(), true
}

// Equal reports whether r and s are the same number, or both undefined.
func (r Ratio) Equal(s Ratio) bool { return r.Cmp(s) == 0 }

// Cmp compares exactly and returns -1, 0 or 1. The undefined ratio sorts before
// every number; it equals itself.
func (r Ratio) Cmp(s Ratio) int {
	switch {
	case r.den == 0 || s.den == 0:
		return r.cmpLarge(s)
	case small(r) && small(s):
		return cmp.Compare(r.num*s.den, s.num*r.den)
	case (r.num < 0) != (s.num < 0):
		return cmp.Compare(r.num, s.num)
	}
	hi1, lo1 := bits.Mul64(magnitude(r.num), uint64(s.den))
	hi2, lo2 := bits.Mul64(magnitude(s.num), uint64(r.den))
	order := cmp.Compare(hi1, hi2)
	if order == 0 {
		order = cmp.Compare(lo1, lo2)
	}
	if r.num < 0 {
		return -order
	}
	return order
}

func (r Ratio) cmpLarge(s Ratio) int {
	switch {
	case !r.Defined() && !s.Defined():
		return 0
	case !r.Defined():
		return -1
	case !s.Defined():
		return 1
	}
	return r.rat().Cmp(s.rat())
}

// magnitude is |n|; of the least int64 too, whose negation overflows.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Add returns r + s; undefined if either is.
func (r Ratio) Add(s Ratio) Ratio {
	if small(r) && small(s) {
		if r.den == s.den {
			return lowest(r.num+s.num, r.den)
		}
		return lowest(r.num*s.den+s.num*r.den, r.den*s.den)
	}
	return r.with(s, (*big.Rat).Add)
}

// Sub returns r - s; undefined if either is.
func (r Ratio) Sub(s Ratio) Ratio {
	if small(s) { // of others the negative may not fit
		return r.Add(Ratio{num: -s.num, den: s.den})
	}
	return r.with(s, (*big.Rat).Sub)
}

// Mul returns r times s; undefined if either is.
func (r Ratio) Mul(s Ratio) Ratio {
	if small(r) && small(s) {
		return lowest(r.num*s.num, r.den*s.den)
	}
	return r.with(s, (*big.Rat).Mul)
}

// Quo returns r divided by s; undefined if either is, or if s is 0.
func (r Ratio) Quo(s Ratio) Ratio {
	switch {
	case s.Sign() == 0:
		return Ratio{}
	case small(r) && small(s) && s.num > 0:
		return lowest(r.num*s.den, r.den*s.num)
	}
	return r.with(s, (*big.Rat).Quo)
}

// small reports whether the sum and the product with another small ratio fit in 64 bits.
func small(r Ratio) bool {
	const limit = 1 << 31
	return r.den > 0 && r.den < limit && r.num > -limit && r.num < limit
}

// lowest returns num/den in lowest terms.
func lowest(num, den int64) Ratio {
	a, b := max(num, -num), den
	for b != 0 {
		a, b = b, a%b
	}
	return Ratio{num: num / a, den: den / a}
}

func (r Ratio) with(s Ratio, op func(z, x, y *big.Rat) *big.Rat) Ratio {
	if !r.Defined() || !s.Defined() {
		return Ratio{}
	}
	return fromRat(op(new(big.Rat), r.rat(), s.rat()))
}

// rat returns a fresh big.Rat of a defined ratio.
func (r Ratio) rat() *big.Rat {
	if r.large != nil {
		return new(big.Rat).Set(r.large)
	}
	return big.NewRat(r.num, r.den)
}

func fromRat(x *big.Rat) Ratio {
	if x.Num().IsInt64() && x.Denom().IsInt64() {
		return Ratio{num: x.Num().Int64(), den: x.Denom().Int64()}
	}
	return Ratio{large: x}
}

// String returns the form that documents use: a percentage where it is finite
// with at most 15 digits ("80%", "2.27%"), else a fraction ("2/3"). The
// undefined ratio is "". Whatever ParseRatio has read, it reads again.
func (r Ratio) String() string {
	if !r.Defined() {
		return ""
	}
	x := r.rat()
	percent := new(big.Rat).Mul(x, big.NewRat(100, 1))
	if text, exact := decimal(percent, maxDigits-1); exact && len(strings.Trim(text, "-"))-strings.Count(text, ".") <= maxDigits {
		return text + "%"
	}
	return x.Num().String() + "/" + x.Denom().String()
}

// MarshalText returns String.
func (r Ratio) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// AppendText appends String.
func (r Ratio) AppendText(dst []byte) ([]byte, error) { return append(dst, r.String()...), nil }

// UnmarshalText is ParseRatio.
func (r *Ratio) UnmarshalText(text []byte) error {
	parsed, err := ParseRatio(string(text))
	if err == nil {
		*r = parsed
	}
	return err
}

const (
	// maxDigits is how many digits a number may have that is read.
	maxDigits = 15
	// maxFraction is how many the numerator and the denominator of a fraction may
	// have: more than any mean over a table of counts comes to.
	maxFraction = 5_000
)

// ParseRatio reads a fraction "4/5" or a percentage "80%" or "2.27%", with an
// optional minus sign. A bare "0.8" or "80" is refused, since it leaves open
// which of the two is meant. A percentage has at most 15 digits; the two numbers
// of a fraction may have as many as exact means come to. Errors:
// CodeRatioSyntax, CodeRatioZero.
func ParseRatio(text string) (Ratio, error) {
	if body, ok := strings.CutSuffix(text, "%"); ok {
		if x, ok := parseDecimal(body); ok {
			return Ratio{num: x.num, den: 100 * x.den}, nil
		}
	} else if above, below, ok := strings.Cut(text, "/"); ok {
		if below == "0" && isWhole(strings.TrimPrefix(above, "-")) {
			return Ratio{}, Issuef("", CodeRatioZero, "fraction %q divides by zero", text)
		}
		if r, ok := parseFraction(above, below); ok {
			return r, nil
		}
	}
	if plain := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".").Replace(text); plain != text {
		if _, err := ParseRatio(plain); err == nil {
			return Ratio{}, Issuef("", CodeRatioSyntax, `%q is not a share, write %q`, text, plain)
		}
	}
	return Ratio{}, Issuef("", CodeRatioSyntax, `%q is not a share, want a fraction such as "4/5" or a percentage such as "80%%"`, text)
}

func parseFraction(above, below string) (Ratio, bool) {
	body, negative := strings.CutPrefix(above, "-")
	if !isWhole(body) || !isWhole(below) || negative && body == "0" {
		return Ratio{}, false
	}
	num, err1 := strconv.ParseInt(above, 10, 64)
	den, err2 := strconv.ParseInt(below, 10, 64)
	if err1 == nil && err2 == nil {
		return Ratio{num: num, den: den}, true
	}
	x, ok := new(big.Rat).SetString(above + "/" + below)
	if !ok {
		return Ratio{}, false
	}
	return fromRat(x), true
}

// isWhole reports whether a text is a whole number without sign and leading zero.
func isWhole(text string) bool {
	if text == "" || len(text) > maxFraction || len(text) > 1 && text[0] == '0' {
		return false
	}
	return !strings.ContainsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
}

// ParseNumber reads a plain decimal such as "12.5", "-4" or "0", with at most
// 15 digits, exactly. Errors: CodeNumberSyntax.
func ParseNumber(text string) (Ratio, error) {
	if r, ok := parseDecimal(text); ok {
		return r, nil
	}
	return Ratio{}, Issuef("", CodeNumberSyntax, `%q is not a number, want digits such as "12.5"`, text)
}

// parseDecimal accepts -?(0|[1-9][0-9]*)(\.[0-9]+)? and no minus zero.
func parseDecimal(text string) (Ratio, bool) {
	body, negative := strings.CutPrefix(text, "-")
	whole, fraction, dotted := strings.Cut(body, ".")
	if whole == "" || len(whole) > 1 && whole[0] == '0' || dotted && fraction == "" || len(whole)+len(fraction) > maxDigits {
		return Ratio{}, false
	}
	num, den := int64(0), int64(1)
	for _, digit := range []byte(whole + fraction) {
		if digit < '0' || digit > '9' {
			return Ratio{}, false
		}
		num = num*10 + int64(digit-'0')
	}
	for range len(fraction) {
		den *= 10
	}
	if negative && num == 0 {
		return Ratio{}, false
	}
	if negative {
		num = -num
	}
	return Ratio{num: num, den: den}, true
}
