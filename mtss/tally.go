package mtss

import (
	"cmp"
	"math/big"
	"math/bits"
)

// MaxCount is the largest count that this library takes, 2^53: the largest up
// to which JavaScript reads every integer.
const MaxCount = 1 << 53

// Tally is so many of so many, of which some are not known yet: points of an
// assessment, practitioners at fidelity, items of a checklist that are done.
// Its share lies between Earned/Possible and (Earned+Unknown)/Possible. The
// zero value is 0 of 0, whose share is undefined.
type Tally struct {
	// Earned is what is certain, 0 or more.
	Earned int64 `json:"earned" jsonschema:"minimum=0,maximum=9007199254740992"`
	// Possible is the most there can be, at least Earned + Unknown.
	Possible int64 `json:"possible" jsonschema:"minimum=0,maximum=9007199254740992"`
	// Unknown is what may yet be added to Earned, 0 or more.
	Unknown int64 `json:"unknown" jsonschema:"minimum=0,maximum=9007199254740992"`
}

// Validate reports whether the tally makes sense: no negative part, Earned +
// Unknown at most Possible, Possible at most MaxCount. Errors: CodeTally.
func (t Tally) Validate() error {
	if t.valid() {
		return nil
	}
	return Issuef("", CodeTally, "%d earned and %d unknown of %d is not a tally, want 0 <= earned + unknown <= possible <= 2^53", t.Earned, t.Unknown, t.Possible)
}

func (t Tally) valid() bool {
	return t.Earned >= 0 && t.Unknown >= 0 && t.Possible <= MaxCount && t.Earned <= t.Possible && t.Unknown <= t.Possible-t.Earned
}

// Add returns the sum of two tallies. Errors: CodeTally if either makes no
// sense, CodeCountLarge if the sum passes MaxCount.
func (t Tally) Add(u Tally) (Tally, error) {
	if !t.valid() {
		return Tally{}, t.Validate()
	}
	if !u.valid() {
		return Tally{}, u.Validate()
	}
	if t.Possible+u.Possible > MaxCount {
		return Tally{}, Issuef("", CodeCountLarge, "%d and %d add up to more than 2^53", t.Possible, u.Possible)
	}
	return Tally{Earned: t.Earned + u.Earned, Possible: t.Possible + u.Possible, Unknown: t.Unknown + u.Unknown}, nil
}

// Span returns the share from its worst to its best case; open for 0 of 0 and
// for a tally that makes no sense.
func (t Tally) Span() Span {
	if t.Possible == 0 || !t.valid() {
		return Span{}
	}
	return Span{Low: Ratio{num: t.Earned, den: t.Possible}, High: Ratio{num: t.Earned + t.Unknown, den: t.Possible}}
}

// Against compares the worst and the best case of the share with a cut, each as
// [Ratio.Cmp] does. ok is false for 0 of 0, a tally that makes no sense, and an
// undefined cut.
func (t Tally) Against(cut Ratio) (worst, best int, ok bool) {
	const small = 1 << 31
	if t.Possible == 0 || !cut.Defined() || !t.valid() {
		return 0, 0, false
	}
	if t.Possible < small && cut.den != 0 && cut.den < small && uint64(cut.num) < small {
		want := cut.num * t.Possible
		return cmp.Compare(t.Earned*cut.den, want), cmp.Compare((t.Earned+t.Unknown)*cut.den, want), true
	}
	s := t.Span()
	return s.Low.Cmp(cut), s.High.Cmp(cut), true
}

// Target returns the fewest earned that reach the cut, or that pass it if
// strict is true. It may exceed Possible, for a cut that cannot be reached. ok
// is false for 0 of 0, an undefined or negative cut, or a target past MaxCount.
//
// Target(80 %) of 54 points is 44.
func (t Tally) Target(cut Ratio, strict bool) (earned int64, ok bool) {
	floor, exact, ok := t.floor(cut)
	if ok && (strict || !exact) {
		floor++
	}
	if floor > MaxCount {
		return 0, false
	}
	return floor, ok
}

// Limit returns the most earned that stay at or under the cut, or under it if
// strict is true; -1 where even none is too many. ok is as for Target.
func (t Tally) Limit(cut Ratio, strict bool) (earned int64, ok bool) {
	floor, exact, ok := t.floor(cut)
	if ok && strict && exact {
		floor--
	}
	return floor, ok
}

// floor returns cut*Possible rounded down, and whether that was exact.
func (t Tally) floor(cut Ratio) (floor int64, exact, ok bool) {
	if t.Possible == 0 || !t.valid() || !cut.Defined() || cut.Sign() < 0 {
		return 0, false, false
	}
	if cut.large != nil {
		return t.floorLarge(cut.rat())
	}
	hi, lo := bits.Mul64(uint64(cut.num), uint64(t.Possible))
	if hi >= uint64(cut.den) {
		return 0, false, false
	}
	quotient, rest := bits.Div64(hi, lo, uint64(cut.den))
	if quotient > MaxCount {
		return 0, false, false
	}
	return int64(quotient), rest == 0, true
}

func (t Tally) floorLarge(cut *big.Rat) (floor int64, exact, ok bool) {
	x := cut.Mul(cut, new(big.Rat).SetInt64(t.Possible))
	quotient := new(big.Int).Quo(x.Num(), x.Denom())
	if !quotient.IsInt64() || quotient.Int64() > MaxCount {
		return 0, false, false
	}
	return quotient.Int64(), x.IsInt(), true
}
