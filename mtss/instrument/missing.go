package instrument

import (
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// Missing is what an unanswered item counts as. The zero value is the careful
// one, unknown.
//
// Only with unknown do scores keep the promises of this library: that
// answering an item never leaves the bounds, and that better evidence never
// worsens an upward verdict.
type Missing struct {
	way   missingWay
	least mtss.Ratio
}

type missingWay uint8

const (
	missingUnknown missingWay = iota
	missingExclude
	missingZero
	missingProrate
)

// MissingUnknown keeps the points of an unanswered item open: it earns the
// least of its scale, and the rest is unknown.
func MissingUnknown() Missing { return Missing{} }

// MissingExclude leaves an unanswered item out of what is possible.
func MissingExclude() Missing { return Missing{way: missingExclude} }

// MissingZero counts an unanswered item as 0 points of what is possible.
func MissingZero() Missing { return Missing{way: missingZero} }

// MissingProrate excludes the unanswered items of a scale if at least the given
// share of its items is answered, and otherwise keeps them unknown. Its points are
// then also scaled up to those of all its items, as scoring guides do that say
// "times the number of items, divided by the number answered": bounds in points are
// compared with those. Where items do not apply, the share is of all the same, so
// a scale most of which does not apply is not scaled up. A share outside 0 to 1
// makes it unknown throughout.
func MissingProrate(least mtss.Ratio) Missing {
	if !least.Defined() || least.Sign() < 0 || least.Cmp(mtss.Whole(1)) > 0 {
		return Missing{}
	}
	return Missing{way: missingProrate, least: least}
}

// ParseMissing reads "unknown", "exclude", "zero" or "prorate 80%". Errors:
// CodeMissing.
func ParseMissing(text string) (Missing, error) {
	switch text {
	case "unknown":
		return MissingUnknown(), nil
	case "exclude":
		return MissingExclude(), nil
	case "zero":
		return MissingZero(), nil
	}
	if share, ok := strings.CutPrefix(text, "prorate "); ok {
		least, err := mtss.ParseRatio(share)
		if err == nil && MissingProrate(least).way == missingProrate {
			return MissingProrate(least), nil
		}
	}
	return Missing{}, mtss.Issuef("", CodeMissing, `%q is not a way to treat missing answers, want "unknown", "exclude", "zero" or "prorate 80%%"`, text)
}

// String returns the text that ParseMissing reads.
func (m Missing) String() string {
	switch m.way {
	case missingExclude:
		return "exclude"
	case missingZero:
		return "zero"
	case missingProrate:
		return "prorate " + m.least.String()
	}
	return "unknown"
}

// caution is what a result under the policy must say of it.
func (m Missing) caution() mtss.Notice {
	if m.way == missingZero {
		return mtss.Noticef(CaveatMissing, "missing answers were treated as \"%s\", under which a score may lie below what is certain, and an upper bound may be met wrongly", m)
	}
	return mtss.Noticef(CaveatMissing, "missing answers were treated as \"%s\", under which answering an item may lower a score", m)
}

// Equal reports whether two policies are the same.
func (m Missing) Equal(n Missing) bool { return m.way == n.way && m.least.Equal(n.least) }

// IsZero reports whether m is the default, unknown; for omitzero.
func (m Missing) IsZero() bool { return m.way == missingUnknown }

// MarshalText returns String.
func (m Missing) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText is ParseMissing.
func (m *Missing) UnmarshalText(text []byte) error {
	parsed, err := ParseMissing(string(text))
	if err == nil {
		*m = parsed
	}
	return err
}
