package mtss

// Verdict answers a comparison: met, not met, or undetermined while too much is
// unknown. The zero value is Undetermined.
type Verdict int8

// The verdicts, ordered so that "and" is the least and "or" the greatest.
const (
	// NotMet means that no way of filling in the unknowns meets the comparison.
	NotMet Verdict = -1
	// Undetermined means that some ways meet it and some do not.
	Undetermined Verdict = 0
	// Met means that every way of filling in the unknowns meets it.
	Met Verdict = 1
)

// And joins two verdicts by Kleene's strong logic: not met if either is, met if both are.
func (v Verdict) And(w Verdict) Verdict { return min(v, w) }

// Or joins two verdicts by Kleene's strong logic: met if either is, not met if both are not.
func (v Verdict) Or(w Verdict) Verdict { return max(v, w) }

// Not turns met into not met and back; undetermined stays.
func (v Verdict) Not() Verdict { return -v }

// AtLeastOf is met when at least k of the verdicts are met however the
// undetermined ones turn out, and not met when that can no longer be.
func AtLeastOf(k int, verdicts ...Verdict) Verdict {
	met, open := 0, 0
	for _, v := range verdicts {
		switch v {
		case Met:
			met++
		case Undetermined:
			open++
		}
	}
	return AtLeastOfCounts(k, met, open)
}

// AtLeastOfCounts is AtLeastOf for verdicts that are counted already: met of
// them are met and open of them undetermined.
func AtLeastOfCounts(k, met, open int) Verdict {
	switch {
	case met >= k:
		return Met
	case met+open < k:
		return NotMet
	}
	return Undetermined
}

// Count returns the verdicts as a tally: met ones are earned, undetermined ones
// unknown. A population of schools or practitioners is judged by this tally.
func Count(verdicts ...Verdict) Tally {
	t := Tally{Possible: int64(len(verdicts))}
	for _, v := range verdicts {
		switch v {
		case Met:
			t.Earned++
		case Undetermined:
			t.Unknown++
		}
	}
	return t
}

// String returns "met", "notMet" or "undetermined", the words used in documents.
func (v Verdict) String() string {
	switch {
	case v > 0:
		return "met"
	case v < 0:
		return "notMet"
	}
	return "undetermined"
}

// MarshalText returns the verdict's word.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// AppendText appends the verdict's word.
func (v Verdict) AppendText(dst []byte) ([]byte, error) { return append(dst, v.String()...), nil }

// UnmarshalText reads one of the three words; another is CodeVerdict.
func (v *Verdict) UnmarshalText(text []byte) error {
	for _, known := range [...]Verdict{Met, NotMet, Undetermined} {
		if string(text) == known.String() {
			*v = known
			return nil
		}
	}
	return Issuef("", CodeVerdict, `verdict %q is unknown, want "met", "notMet" or "undetermined"`, string(text))
}
