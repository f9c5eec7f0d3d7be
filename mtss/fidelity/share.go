package fidelity

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Share counts the practitioners of one unit and one innovation by how they
// stand. The zero value counts nobody. Shares of parts add up to the share of
// the whole, in any order.
type Share struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the innovation.
	Innovation string `json:"innovation"`
	// AtFidelity counts practitioners at fidelity.
	AtFidelity int64 `json:"atFidelity"`
	// NotAtFidelity counts those who are not.
	NotAtFidelity int64 `json:"notAtFidelity"`
	// Open counts those who may or may not be, since points are unknown.
	Open int64 `json:"open"`
	// Unobserved counts those without an observation.
	Unobserved int64 `json:"unobserved"`
	// Expired counts those whose observations no longer count.
	Expired int64 `json:"expired"`
	// Untrained counts those observed only by observers without current training.
	Untrained int64 `json:"untrained"`
	// Vacant counts positions that nobody fills; they are unobserved besides.
	Vacant int64 `json:"vacant"`
}

// Denominator is of whom a share is taken.
type Denominator string

// The denominators. Only Intended is the one of the rule for full implementation.
const (
	// Intended counts everyone who is intended to use the innovation.
	Intended Denominator = "intended"
	// Employed leaves out vacant positions.
	Employed Denominator = "employed"
	// Observed counts only those whose observations count. It flatters.
	Observed Denominator = "observed"
)

// Of returns the share as a tally over a denominator: those at fidelity are
// earned, those of whom it is not known are unknown.
func (s Share) Of(d Denominator) mtss.Tally {
	unknown := s.Open + s.Unobserved + s.Expired + s.Untrained
	switch d {
	case Employed:
		unknown -= s.Vacant
	case Observed:
		unknown = s.Open
	}
	return mtss.Tally{Earned: s.AtFidelity, Unknown: unknown, Possible: s.AtFidelity + s.NotAtFidelity + unknown}
}

// Add returns the share of two parts that have no practitioner in common. Unit
// and Innovation are those of s. Errors: mtss.CodeCountLarge.
func (s Share) Add(t Share) (Share, error) {
	if _, err := s.Of(Intended).Add(t.Of(Intended)); err != nil {
		return Share{}, err
	}
	s.AtFidelity += t.AtFidelity
	s.NotAtFidelity += t.NotAtFidelity
	s.Open += t.Open
	s.Unobserved += t.Unobserved
	s.Expired += t.Expired
	s.Untrained += t.Untrained
	s.Vacant += t.Vacant
	return s, nil
}

// count adds one practitioner.
func (s *Share) count(standing Standing, vacant bool) {
	switch standing {
	case AtFidelity:
		s.AtFidelity++
	case NotAtFidelity:
		s.NotAtFidelity++
	case Open:
		s.Open++
	case Expired:
		s.Expired++
	case Untrained:
		s.Untrained++
	default:
		s.Unobserved++
		if vacant {
			s.Vacant++
		}
	}
}

// Facts returns the share by the names of [Vocabulary].
func (s Share) Facts() rule.Facts {
	return rule.Facts{
		"fidelity.practitioners":          rule.Of(s.Of(Intended)),
		"fidelity.practitioners.employed": rule.Of(s.Of(Employed)),
		"fidelity.practitioners.observed": rule.Of(s.Of(Observed)),
	}
}

// Vocabulary returns the measures that this room provides: the shares of
// practitioners at fidelity over each denominator, and what outcomes come to.
func Vocabulary() rule.Vocabulary {
	return rule.Vocabulary{Measures: []rule.Measure{
		{Name: "fidelity.practitioners", Kind: rule.Tally, Unit: "people"},
		{Name: "fidelity.practitioners.employed", Kind: rule.Tally, Unit: "people"},
		{Name: "fidelity.practitioners.observed", Kind: rule.Tally, Unit: "people"},
		{Name: "outcomes.improved", Kind: rule.YesNo},
	}}
}
