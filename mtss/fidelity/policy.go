package fidelity

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Policy says when a practitioner is at fidelity. Its choices belong to the
// district, since no source states them but the criterion.
type Policy struct {
	// Instrument is the instrument, and the version, that the criterion belongs to.
	Instrument instrument.Ref
	// AtLeast is the share of points that is wanted, inclusive.
	AtLeast mtss.Ratio
	// Source is where the criterion is stated.
	Source mtss.Source
	// CurrentDays is how many days after its date an observation counts, that
	// day included; 0 means for good.
	CurrentDays int
	// Choice is which of several current observations counts. "" is Latest.
	Choice Choice
	// Last is how many observations MeanOfLast takes.
	Last int
	// Trained wants the observer to have been trained for the instrument on or
	// before the day of the observation.
	Trained bool
	// TrainingDays is how many days a training counts; 0 means for good.
	TrainingDays int
}

// Choice is which of several observations of a practitioner counts.
type Choice string

// The choices.
const (
	// Latest takes the latest observation.
	Latest Choice = "latest"
	// Best takes the best one: met if any is.
	Best Choice = "best"
	// MeanOfLast takes the mean of the last so many; fewer are not enough.
	MeanOfLast Choice = "meanOfLast"
)

// Validate reports what is wrong with the policy. Errors: CodeCut, CodeChoice, CodeDays.
func (p Policy) Validate() error {
	var issues []mtss.Issue
	if !p.AtLeast.Defined() || p.AtLeast.Sign() < 0 || p.AtLeast.Cmp(mtss.Whole(1)) > 0 {
		issues = append(issues, mtss.Issuef("/atLeast", CodeCut, "the criterion is %q, want a share from 0%% to 100%%", p.AtLeast))
	}
	if !slices.Contains([]Choice{"", Latest, Best, MeanOfLast}, p.Choice) {
		issues = append(issues, mtss.Issuef("/choice", CodeChoice, "%q is no choice of observation, want latest, best or meanOfLast", mtss.Clip(string(p.Choice))))
	}
	if p.Choice == MeanOfLast && p.Last < 1 {
		issues = append(issues, mtss.Issuef("/last", CodeChoice, "a mean of the last %d observations, want 1 or more", p.Last))
	}
	if p.CurrentDays < 0 || p.TrainingDays < 0 {
		issues = append(issues, mtss.Issuef("/currentDays", CodeDays, "a negative number of days"))
	}
	return mtss.Invalid(issues)
}

// Standing is how a practitioner stands on a day.
type Standing string

// The standings.
const (
	// AtFidelity: the observations that count meet the criterion.
	AtFidelity Standing = "atFidelity"
	// NotAtFidelity: they do not.
	NotAtFidelity Standing = "notAtFidelity"
	// Open: points of theirs are unknown, so that they may or may not.
	Open Standing = "open"
	// Unobserved: there is no observation, or too few for a mean.
	Unobserved Standing = "unobserved"
	// Expired: there are only observations that no longer count.
	Expired Standing = "expired"
	// Untrained: there are only observations by observers whose training is
	// not stated, or was not current.
	Untrained Standing = "untrained"
)

// Verdict returns the standing as a verdict: what is not known is undetermined.
func (s Standing) Verdict() mtss.Verdict {
	switch s {
	case AtFidelity:
		return mtss.Met
	case NotAtFidelity:
		return mtss.NotMet
	}
	return mtss.Undetermined
}

// Stand judges one practitioner's observations of one innovation, in any order,
// on a day. Later ones are not used.
func (p Policy) Stand(observations []Observation, on mtss.Date) Standing {
	var usable []Observation
	untrained, expired := false, false
	for _, o := range observations {
		switch {
		case o.Date.After(on):
		case p.Trained && !p.trained(o):
			untrained = true
		case p.CurrentDays > 0 && on.DaysSince(o.Date) > p.CurrentDays:
			expired = true
		default:
			usable = append(usable, o)
		}
	}
	switch {
	case len(usable) > 0:
		return p.choose(usable)
	case expired:
		return Expired
	case untrained:
		return Untrained
	}
	return Unobserved
}

// trained reports whether the observer's training counted on the day.
func (p Policy) trained(o Observation) bool {
	trained := o.AdministeredBy.TrainedOn
	return trained.Valid() && !trained.After(o.Date) && (p.TrainingDays == 0 || o.Date.DaysSince(trained) <= p.TrainingDays)
}

// choose judges observations that count by the policy's choice.
func (p Policy) choose(usable []Observation) Standing {
	slices.SortStableFunc(usable, func(a, b Observation) int { return a.Date.Compare(b.Date) })
	verdict := mtss.NotMet
	switch p.Choice {
	case Best:
		for _, o := range usable {
			verdict = verdict.Or(o.Score.Span().AtLeast(p.AtLeast))
		}
	case MeanOfLast:
		if len(usable) < p.Last {
			return Unobserved
		}
		spans := make([]mtss.Span, p.Last)
		for i, o := range usable[len(usable)-p.Last:] {
			spans[i] = o.Score.Span()
		}
		verdict = mtss.Mean(spans...).AtLeast(p.AtLeast)
	default:
		verdict = usable[len(usable)-1].Score.Span().AtLeast(p.AtLeast)
	}
	return map[mtss.Verdict]Standing{mtss.Met: AtFidelity, mtss.NotMet: NotAtFidelity, mtss.Undetermined: Open}[verdict]
}
