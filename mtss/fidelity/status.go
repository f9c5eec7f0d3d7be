package fidelity

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
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
	// TooFew: there are fewer observations that count than the policy takes.
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

// observed reports whether there are observations that count, as many as the
// policy takes.
func (s FidelityStatus) observed() bool {
	return s == AtFidelity || s == NotAtFidelity || s == Open
}

// Status judges one practitioner's observations of one innovation, in any order,
// on a day. Later ones, ones with problems and ones with another instrument
// are not used. Corrections are for [InForce] to follow.
func (p Policy) Status(observations []Observation, on mtss.Date) FidelityStatus {
	j := judge{policy: &p}
	return j.pick(p.usable(observations, on), on).status
}

// usable returns the observations up to a day that the policy can judge, in order.
func (p *Policy) usable(observations []Observation, on mtss.Date) []*Observation {
	list := make([]*Observation, 0, len(observations))
	for i := range observations {
		o := &observations[i]
		if _, known := p.cut(o.Instrument); known && o.whole() == nil && !o.Date.After(on) {
			list = append(list, o)
		}
	}
	sortObservations(list)
	return list
}

func sortObservations(list []*Observation) {
	if len(list) > 1 {
		slices.SortFunc(list, (*Observation).compare)
	}
}

// judge judges the observations of one practitioner after the other by a policy.
type judge struct {
	policy *Policy
	// Room for those that count, and for what is worked out of one practitioner.
	counts    []*Observation
	bounds    []mtss.Date
	standings []standing
}

// picked is what a policy makes of one practitioner's observations.
type picked struct {
	status   FidelityStatus
	used     []*Observation // those that decide it, the earliest first; until the next pick
	doubtful bool           // one of them is by an observer without current training
	// lapsed is the latest of those that no longer count.
	lapsed *Observation
}

// use is what a policy makes of an observation by itself: one of a lower use decides
// nothing where there is one of a higher.
type use uint8

const (
	neverCounts use = 1 + iota // its observer was not trained
	countsNoMore
	countsNow
)

// use says what the policy makes of an observation up to a day.
func (p *Policy) use(o *Observation, on mtss.Date) use {
	if p.Trained && !p.trained(o) {
		return neverCounts
	}
	if last := p.Through(o.Date); !last.IsZero() && on.After(last) {
		return countsNoMore
	}
	return countsNow
}

// pick judges observations up to a day, which are in order.
func (j *judge) pick(list []*Observation, on mtss.Date) (out picked) {
	j.counts = j.counts[:0]
	untrained := false
	for _, o := range list {
		switch j.policy.use(o, on) {
		case neverCounts:
			untrained = true
		case countsNoMore:
			out.lapsed = o
		default:
			j.counts = append(j.counts, o)
		}
	}
	switch {
	case len(j.counts) > 0:
		out.status, out.used = j.policy.choose(j.counts)
		out.doubtful = slices.ContainsFunc(out.used, func(o *Observation) bool { return !j.policy.trained(o) })
	case out.lapsed != nil:
		out.status = Expired
	case untrained:
		out.status = Untrained
	default:
		out.status = Unobserved
	}
	return out
}

// trained reports whether the observer's training counted on the day.
func (p *Policy) trained(o *Observation) bool {
	trained := o.AdministeredBy.TrainedOn
	return trained.Valid() && !trained.After(o.Date) && (p.TrainingDays == 0 || o.Date.DaysSince(trained) <= p.TrainingDays)
}

// choose judges observations that count, which are in order, by the policy's choice.
func (p *Policy) choose(counts []*Observation) (FidelityStatus, []*Observation) {
	switch p.Choice {
	case MeanOfLast:
		counts = sameVersion(counts)
		if len(counts) < p.Last {
			return TooFew, nil
		}
		counts = counts[len(counts)-p.Last:]
		spans := make([]mtss.Span, p.Last)
		for i, o := range counts {
			spans[i] = o.Score.Span()
		}
		cut, _ := p.cut(counts[0].Instrument)
		return statusOf(mtss.Mean(spans...).AtLeast(cut)), counts
	case EachOfLast:
		if len(counts) < p.Last {
			return TooFew, nil
		}
		counts = counts[len(counts)-p.Last:]
		verdict := mtss.Met
		for _, o := range counts {
			verdict = verdict.And(p.verdict(o))
		}
		return statusOf(verdict), counts
	case Best:
		best := slices.MaxFunc(counts, p.better)
		return statusOf(p.verdict(best)), []*Observation{best}
	}
	latest := counts[len(counts)-1:]
	return statusOf(p.verdict(latest[0])), latest
}

// sameVersion returns those observations that were made with the version of the
// latest one: a mean over several versions would be of different things.
func sameVersion(counts []*Observation) []*Observation {
	last := counts[len(counts)-1].Instrument
	if !slices.ContainsFunc(counts, func(o *Observation) bool { return o.Instrument != last }) {
		return counts
	}
	return slices.DeleteFunc(slices.Clone(counts), func(o *Observation) bool { return o.Instrument != last })
}

// verdict judges one observation by the criterion of its version.
func (p *Policy) verdict(o *Observation) mtss.Verdict {
	cut, _ := p.cut(o.Instrument)
	return o.Score.Span().AtLeast(cut)
}

// better orders observations by how close they come to the criterion, then by date.
func (p *Policy) better(a, b *Observation) int {
	s, t := a.Score.Span(), b.Score.Span()
	return cmp.Or(cmp.Compare(p.verdict(a), p.verdict(b)), s.Low.Cmp(t.Low), s.High.Cmp(t.High), a.compare(b))
}

// Explain is [Policy.Status] with its reasons: a finding that compares the score,
// "fidelity.score", with the criterion, and the observations that it is judged
// by, the earliest first. For eachOfLast it is a finding of all of these, with
// scores "fidelity.score.1", the earliest, and so on. Errors: mtss.CodeDate, those
// of [Policy.Validate].
func (p Policy) Explain(observations []Observation, on mtss.Date) (finding rule.Finding, used []Observation, err error) {
	if err := kit.NoDay(on); err != nil {
		return rule.Finding{}, nil, err
	}
	if err := p.Validate(); err != nil {
		return rule.Finding{}, nil, err
	}
	j := judge{policy: &p}
	used = []Observation{}
	parts := []mtss.Tally{}
	for _, o := range j.pick(p.usable(observations, on), on).used {
		used, parts = append(used, o.clone()), append(parts, o.Score)
	}
	node, facts := p.criterion(used, parts)
	vocabulary := rule.Vocabulary{}
	for _, name := range measured(node) {
		vocabulary.Measures = append(vocabulary.Measures, rule.Measure{Name: name, Kind: rule.KindTally, Unit: "points"})
	}
	compiled, err := rule.Compile("", node, vocabulary)
	if err != nil {
		return rule.Finding{}, nil, err
	}
	finding = compiled.Explain(vocabulary.Values(facts))
	finding.Cite(p.Source)
	return finding, used, nil
}

const score = "fidelity.score"

// criterion returns the criterion as a node, and the scores that it compares.
func (p *Policy) criterion(used []Observation, parts []mtss.Tally) (rule.Node, rule.Facts) {
	compare := func(measure string, ref instrument.Ref) rule.Node {
		cut, _ := p.cut(ref)
		return rule.Node{Measure: measure, Comparison: rule.Comparison{AtLeast: cut.String()}}
	}
	node, facts := compare(score, p.Instrument), rule.Facts{}
	switch {
	case len(used) > 1 && p.Choice == EachOfLast:
		node = rule.Node{}
		for i, o := range used {
			name := score + "." + strconv.Itoa(i+1)
			node.All = append(node.All, compare(name, o.Instrument))
			facts[name] = rule.Of(o.Score)
		}
	case len(used) > 1:
		node = compare(score, used[0].Instrument)
		facts[score] = rule.OfMean(parts)
	case len(used) == 1:
		node = compare(score, used[0].Instrument)
		facts[score] = rule.Of(parts[0])
	}
	node.Why = p.String()
	return node, facts
}

// measured returns the measures of a node that is a comparison, or all of several.
func measured(node rule.Node) []string {
	if node.Measure != "" {
		return []string{node.Measure}
	}
	var names []string
	for _, n := range node.All {
		names = append(names, n.Measure)
	}
	return names
}
