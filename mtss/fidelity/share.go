package fidelity

import (
	"encoding/json"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
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
	// Unobserved counts those without an observation, vacant positions included.
	Unobserved int64 `json:"unobserved"`
	// TooFew counts those with fewer observations than the mean is of.
	TooFew int64 `json:"tooFew"`
	// Expired counts those whose observations no longer count.
	Expired int64 `json:"expired"`
	// Untrained counts those observed only by observers without current training.
	Untrained int64 `json:"untrained"`
	// Vacant counts positions that nobody fills, which are among Unobserved.
	Vacant int64 `json:"vacant"`
	// ObserverUntrained counts those who are judged, one way or the other, by an observer
	// whose training is not stated or was not current.
	ObserverUntrained int64 `json:"doubtful"`
	// Dimensions are the points by dimension of the observations that the
	// practitioners are judged by; those without points are left out.
	Dimensions []DimensionScore `json:"dimensions"`
}

// Population is of whom a share is taken.
type Population string

// The denominators. Only Intended is the one of the rule for full implementation.
const (
	// Intended counts everyone who is intended to use the innovation.
	Intended Population = "intended"
	// Employed leaves out vacant positions.
	Employed Population = "employed"
	// Observed counts only those whose observations count. It flatters.
	Observed Population = "observed"
)

// Of returns the share as a tally over a denominator: those at fidelity are
// earned, those of whom it is not known are unknown. Of another denominator
// than those above nothing is known, 0 of 0.
func (s Share) Of(d Population) mtss.Tally {
	unknown := s.Open + s.Unobserved + s.TooFew + s.Expired + s.Untrained
	switch d {
	case Intended:
	case Employed:
		unknown -= s.Vacant
	case Observed:
		unknown = s.Open
	default:
		return mtss.Tally{}
	}
	return mtss.Tally{Earned: s.AtFidelity, Unknown: unknown, Possible: s.AtFidelity + s.NotAtFidelity + unknown}
}

// Add returns the share of two parts that have no practitioner in common. The
// unit is that of s, of which both are parts. Errors: CodeShare for shares of
// different innovations, and those of mtss.Tally.Add.
func (s Share) Add(t Share) (Share, error) {
	if s.Innovation != t.Innovation && s.Innovation != "" && t.Innovation != "" {
		return Share{}, mtss.Issuef("", CodeShare, "a share of %q and one of %q do not add up", s.Innovation, t.Innovation)
	}
	for _, d := range [...]Population{Intended, Employed} {
		if _, err := s.Of(d).Add(t.Of(d)); err != nil {
			return Share{}, err
		}
	}
	dimensions, err := addDimensions(s.Dimensions, t.Dimensions)
	if err != nil {
		return Share{}, err
	}
	if s.Innovation == "" {
		s.Innovation = t.Innovation
	}
	s.AtFidelity += t.AtFidelity
	s.NotAtFidelity += t.NotAtFidelity
	s.Open += t.Open
	s.Unobserved += t.Unobserved
	s.TooFew += t.TooFew
	s.Expired += t.Expired
	s.Untrained += t.Untrained
	s.Vacant += t.Vacant
	s.ObserverUntrained += t.ObserverUntrained
	s.Dimensions = dimensions
	return s, nil
}

// count adds one practitioner, up to their dimensions.
func (s *Share) count(standing FidelityStatus, vacant, doubtful bool) {
	switch standing {
	case AtFidelity:
		s.AtFidelity++
	case NotAtFidelity:
		s.NotAtFidelity++
	case Open:
		s.Open++
	case TooFew:
		s.TooFew++
	case Expired:
		s.Expired++
	case Untrained:
		s.Untrained++
	default:
		s.Unobserved++
	}
	if vacant {
		s.Vacant++
	}
	if doubtful {
		s.ObserverUntrained++
	}
}

// Caveats say what is unknown in the share over a denominator and why, and what
// else a reader must know.
func (s Share) Caveats(d Population) []mtss.Caveat {
	out := []mtss.Caveat{}
	all := s.Of(d).Possible
	say := func(code mtss.Code, n int64, text string) {
		if n > 0 {
			out = append(out, mtss.Caveat{Code: code, Message: of(n, all, string(d)+" practitioners "+text)})
		}
	}
	say(CaveatOpen, s.Open, "observed with points unknown that decide")
	if d != Observed {
		say(CaveatUnobserved, s.Unobserved-s.Vacant, "not observed")
		say(CaveatTooFew, s.TooFew, "observed less often than the mean is of")
		say(CaveatExpired, s.Expired, "with only observations that no longer count")
		say(CaveatUntrained, s.Untrained, "observed only by observers whose training is not stated or was not current")
	}
	if d == Intended {
		say(CaveatVacant, s.Vacant, "missing, the position vacant")
	}
	say(CaveatTraining, s.ObserverUntrained, "judged by observers whose training is not stated or was not current")
	if d == Observed {
		out = append(out, mtss.Caveat{Code: CaveatObservedOnly, Message: "the share is of the " + of(all, s.Of(Intended).Possible, "intended practitioners") + " whose observations count, which flatters"})
	}
	return out
}

// Sentence says the share over a denominator in a line, with why some are unknown.
func (s Share) Sentence(d Population) string {
	t := s.Of(d)
	if t.Possible == 0 {
		return "no " + string(d) + " practitioners"
	}
	least, shown := number(t.Earned), t.Span().Low.Percent(1)+"%"
	if t.Unknown > 0 {
		least += " to " + number(t.Earned+t.Unknown)
		shown += " to " + t.Span().High.Percent(1) + "%"
	}
	return least + " of " + number(t.Possible) + " " + string(d) + " practitioners at fidelity (" + shown + ")" + s.reasons(d)
}

// reasons lists in a few words why some are unknown.
func (s Share) reasons(d Population) string {
	var reasons []string
	say := func(n int64, text string) {
		if n > 0 {
			reasons = append(reasons, number(n)+" "+text)
		}
	}
	say(s.Open, "open")
	if d != Observed {
		say(s.Unobserved-s.Vacant, "not observed")
		say(s.TooFew, "observed too seldom")
		say(s.Expired, "expired")
		say(s.Untrained, "untrained observer")
	}
	if d == Intended {
		say(s.Vacant, "vacant")
	}
	if len(reasons) == 0 {
		return ""
	}
	return "; unknown: " + strings.Join(reasons, ", ")
}

// Facts returns the share, and the points by dimension, by the names of
// [Vocabulary].
func (s Share) Facts() rule.Facts {
	facts := rule.Facts{
		"fidelity.practitioners":          rule.Of(s.Of(Intended)),
		"fidelity.practitioners.employed": rule.Of(s.Of(Employed)),
		"fidelity.practitioners.observed": rule.Of(s.Of(Observed)),
	}
	for _, d := range s.Dimensions {
		facts[d.Dimension.measure()] = rule.Of(d.Score)
	}
	return facts
}

// shareJSON adds to a share what is displayed: the tally of each denominator.
type shareJSON struct {
	plainShare
	Intended statedTally `json:"intended"`
	Employed statedTally `json:"employed"`
	Observed statedTally `json:"observed"`
}

type plainShare Share

// statedTally is a tally with its share for display, with one decimal: percent
// is null while something is unknown, and all are where there is nobody.
type statedTally struct {
	mtss.Tally
	Percent *string `json:"percent"`
	Low     *string `json:"low"`
	High    *string `json:"high"`
}

func stated(t mtss.Tally) statedTally {
	out := statedTally{Tally: t}
	if span := t.Span(); span.Low.Defined() {
		low, high := span.Low.Percent(1), span.High.Percent(1)
		out.Low, out.High = &low, &high
		if t.Unknown == 0 {
			out.Percent = &low
		}
	}
	return out
}

// MarshalJSON writes the share with the tally of each denominator.
func (s Share) MarshalJSON() ([]byte, error) {
	out := shareJSON{plainShare: plainShare(s), Intended: stated(s.Of(Intended)), Employed: stated(s.Of(Employed)), Observed: stated(s.Of(Observed))}
	out.Dimensions = kit.OrEmpty(s.Dimensions)
	return json.Marshal(out)
}
