package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// FidelityStatus is whether a practitioner is at fidelity on a day, or why that is
// not known.
type FidelityStatus string

// The statuses.
const (
	// AtFidelity: the observations that count meet the criterion.
	AtFidelity FidelityStatus = "atFidelity"
	// NotAtFidelity: they do not meet it.
	NotAtFidelity FidelityStatus = "notAtFidelity"
	// Open: points are unknown, so they may or may not meet it.
	Open FidelityStatus = "open"
	// Unobserved: there is no observation.
	Unobserved FidelityStatus = "unobserved"
	// TooFew: there are fewer observations that count than the mean requires.
	TooFew FidelityStatus = "tooFew"
	// Expired: there are only observations that no longer count, and perhaps
	// some by observers without training.
	Expired FidelityStatus = "expired"
	// Untrained: there are only observations by observers whose training is
	// not stated, or was not current.
	Untrained FidelityStatus = "untrained"
)

// Verdict returns the status as a verdict: what is not known is undetermined.
func (s FidelityStatus) Verdict() mtss.Verdict {
	switch s {
	case AtFidelity:
		return mtss.Met
	case NotAtFidelity:
		return mtss.NotMet
	}
	return mtss.Undetermined
}

// statusOf returns the status of a practitioner whose observations count.
func statusOf(v mtss.Verdict) FidelityStatus {
	switch v {
	case mtss.Met:
		return AtFidelity
	case mtss.NotMet:
		return NotAtFidelity
	}
	return Open
}

// Status judges one practitioner's observations of one innovation, in any order,
// on a day. Later ones, ones with problems and ones with another instrument
// are not used. Corrections are for [InForce] to follow.
func (p Policy) Status(observations []Observation, on mtss.Date) FidelityStatus {
	return p.pick(p.usable(observations, on), on).status
}

func (p *Policy) usable(observations []Observation, on mtss.Date) []*Observation {
	list := make([]*Observation, 0, len(observations))
	for i := range observations {
		if o := &observations[i]; o.whole() == nil && o.Instrument == p.Instrument && !o.Date.After(on) {
			list = append(list, o)
		}
	}
	return list
}

// picked is what a policy makes of one practitioner's observations.
type picked struct {
	status   FidelityStatus
	used     []*Observation // those that decide it, the earliest first
	doubtful bool           // one of them is by an observer without current training
}

// pick judges observations up to a day. It reorders them.
func (p *Policy) pick(list []*Observation, on mtss.Date) picked {
	usable := list[:0]
	untrained, expired := false, false
	for _, o := range list {
		switch {
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
		return picked{status: Expired}
	case untrained:
		return picked{status: Untrained}
	}
	return picked{status: Unobserved}
}

// trained reports whether the observer's training counted on the day.
func (p *Policy) trained(o *Observation) bool {
	trained := o.AdministeredBy.TrainedOn
	return trained.Valid() && !trained.After(o.Date) && (p.TrainingDays == 0 || o.Date.DaysSince(trained) <= p.TrainingDays)
}

// choose judges observations that count by the policy's choice.
func (p *Policy) choose(usable []*Observation) picked {
	if len(usable) > 1 {
		slices.SortFunc(usable, (*Observation).compare)
	}
	verdict := mtss.Undetermined
	switch p.Choice {
	case MeanOfLast:
		if len(usable) < p.Last {
			return picked{status: TooFew}
		}
		usable = usable[len(usable)-p.Last:]
		spans := make([]mtss.Span, p.Last)
		for i, o := range usable {
			spans[i] = o.Score.Span()
		}
		verdict = mtss.Mean(spans...).AtLeast(p.AtLeast)
	case Best:
		usable = []*Observation{slices.MaxFunc(usable, p.better)}
		verdict = p.verdict(usable[0])
	default:
		usable = usable[len(usable)-1:]
		verdict = p.verdict(usable[0])
	}
	doubtful := slices.ContainsFunc(usable, func(o *Observation) bool { return !p.trained(o) })
	return picked{status: statusOf(verdict), used: usable, doubtful: doubtful}
}

func (p *Policy) verdict(o *Observation) mtss.Verdict { return o.Score.Span().AtLeast(p.AtLeast) }

// better orders observations by how close they come to the criterion, then by date.
func (p *Policy) better(a, b *Observation) int {
	s, t := a.Score.Span(), b.Score.Span()
	return cmp.Or(cmp.Compare(p.verdict(a), p.verdict(b)), s.Low.Cmp(t.Low), s.High.Cmp(t.High), a.compare(b))
}

// Explain is [Policy.Status] with its reasons: a finding that compares the score,
// "fidelity.score", with the criterion, and the observations that it is judged
// by, the earliest first. Errors: those of [Policy.Validate].
func (p Policy) Explain(observations []Observation, on mtss.Date) (finding rule.Finding, used []Observation, err error) {
	if err := p.Validate(); err != nil {
		return rule.Finding{}, nil, err
	}
	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "fidelity.score", Kind: rule.KindTally, Unit: "points"}}}
	judge, err := rule.Compile("", rule.Node{Measure: "fidelity.score", Comparison: rule.Comparison{AtLeast: p.AtLeast.String()}, Why: p.String()}, vocabulary)
	if err != nil {
		return rule.Finding{}, nil, err
	}
	used = []Observation{}
	parts := []mtss.Tally{}
	for _, o := range p.pick(p.usable(observations, on), on).used {
		used, parts = append(used, o.clone()), append(parts, o.Score)
	}
	value := rule.Value{}
	switch len(parts) {
	case 0:
	case 1:
		value = rule.Of(parts[0])
	default:
		value = rule.OfMean(parts)
	}
	finding = judge.Explain([]rule.Value{value})
	finding.Cite(p.Source)
	return finding, used, nil
}
