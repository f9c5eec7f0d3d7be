package mtss

// Span is what is known of a number: it lies between Low, the worst case, and
// High, the best. An undefined end is an open one. The zero value knows
// nothing, so every comparison with it is undetermined.
type Span struct {
	// Low is the worst case.
	Low Ratio `json:"low"`
	// High is the best.
	High Ratio `json:"high"`
}

// Exactly returns the span of a number that is fully known.
func Exactly(r Ratio) Span { return Span{Low: r, High: r} }

// Known reports whether the span is a single number, and which.
func (s Span) Known() (Ratio, bool) {
	return s.Low, s.Low.Defined() && s.Low.Equal(s.High)
}

// AtLeast compares inclusively: met when even the worst case reaches the cut.
func (s Span) AtLeast(cut Ratio) Verdict {
	switch {
	case !cut.Defined():
		return Undetermined
	case s.Low.Defined() && s.Low.Cmp(cut) >= 0:
		return Met
	case s.High.Defined() && s.High.Cmp(cut) < 0:
		return NotMet
	}
	return Undetermined
}

// AtMost compares inclusively: met when even the best case stays at or under the cut.
func (s Span) AtMost(cut Ratio) Verdict {
	switch {
	case !cut.Defined():
		return Undetermined
	case s.High.Defined() && s.High.Cmp(cut) <= 0:
		return Met
	case s.Low.Defined() && s.Low.Cmp(cut) > 0:
		return NotMet
	}
	return Undetermined
}

// MoreThan compares strictly: met when even the worst case passes the cut.
func (s Span) MoreThan(cut Ratio) Verdict { return s.AtMost(cut).Not() }

// LessThan compares strictly: met when even the best case stays under the cut.
func (s Span) LessThan(cut Ratio) Verdict { return s.AtLeast(cut).Not() }

// Between compares with both ends included: met when the whole span lies in
// the band, not met when none of it does.
func (s Span) Between(low, high Ratio) Verdict { return s.AtLeast(low).And(s.AtMost(high)) }

// Mean returns the exact mean of the spans: of their worst cases and of their
// best. It is open where any of them is, and for no spans at all.
func Mean(spans ...Span) Span {
	if len(spans) == 0 {
		return Span{}
	}
	sum := Exactly(Whole(0))
	for _, s := range spans {
		sum.Low, sum.High = sum.Low.Add(s.Low), sum.High.Add(s.High)
	}
	n := Whole(int64(len(spans)))
	return Span{Low: sum.Low.Quo(n), High: sum.High.Quo(n)}
}
