package fidelity

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
)

// standing is what is known of a practitioner over some days.
type standing struct {
	days         mtss.Period
	status       FidelityStatus
	was          mtss.Verdict         // until what it rested on expired
	rests        []evidence.RecordRef // what it rests on, or rested on
	use, usedWas mtss.Verdict
	usedRests    []evidence.RecordRef
}

// standings are what is known of the practitioner over a range of days, in order.
// They begin and end where something changes, which may be outside of the range.
// They last until those of the next one are worked out.
func (p *watchedPerson) standings(days mtss.Period, j *judge) []standing {
	j.policy = p.policy
	begin := mtss.Date{}
	j.bounds = p.bounds(j.bounds[:0])
	bounds, out := j.bounds, j.standings[:0]
	for k := range len(bounds) + 1 {
		s := standing{days: mtss.Period{From: begin}}
		if k < len(bounds) {
			s.days.Until, begin = bounds[k].AddDays(-1), bounds[k]
		}
		if !s.days.Overlaps(days) {
			continue
		}
		known := p.observations
		if !s.days.From.IsZero() {
			known = known[:upTo(known, s.days.From)]
		} else {
			known = nil
		}
		p.judge(&s, known, j)
		if last := len(out) - 1; last >= 0 && out[last].same(&s) {
			out[last].days.Until = s.days.Until
			continue
		}
		out = append(out, s)
	}
	j.standings = out
	return out
}

// bounds are the days on which something changes: on which there is a new
// observation, and on which one counts no longer. There is room for them.
func (p *watchedPerson) bounds(bounds []mtss.Date) []mtss.Date {
	for _, o := range p.observations {
		bounds = append(bounds, o.Date)
		if last := p.policy.Through(o.Date); !last.IsZero() {
			if after := last.AddDays(1); after.Valid() {
				bounds = append(bounds, after)
			}
		}
	}
	slices.SortFunc(bounds, mtss.Date.Compare)
	return slices.Compact(bounds)
}

// upTo returns how many observations, which are in order, are of a day or before.
func upTo(list []*Observation, day mtss.Date) int {
	n, _ := slices.BinarySearchFunc(list, day, func(o *Observation, day mtss.Date) int {
		if o.Date.After(day) {
			return 1
		}
		return -1
	})
	return n
}

// judge judges observations up to the first day of the standing.
func (p *watchedPerson) judge(s *standing, known []*Observation, j *judge) {
	if len(known) == 0 {
		s.status = Unobserved
		return
	}
	on := s.days.From
	verdict := j.pick(known, on)
	s.status = verdict.status
	s.rests = refs(verdict.used, p.policy)
	s.use, s.usedRests = used(j.counts, p.policy)
	if verdict.lapsed == nil || s.status != Expired && s.status != TooFew {
		return
	}
	// What it was: on the last day on which enough of them still counted.
	for _, last := range lapses(known, p.policy, on) {
		before := known[:upTo(known, last)]
		then := j.pick(before, last)
		if s.was == mtss.Undetermined {
			if s.was = then.status.Verdict(); s.was != mtss.Undetermined || len(s.rests) == 0 {
				s.rests = refs(then.used, p.policy)
			}
		}
		if s.use == mtss.Undetermined && s.usedWas == mtss.Undetermined && len(s.usedRests) == 0 {
			s.usedWas, s.usedRests = used(j.counts, p.policy)
		}
	}
	if len(s.rests) == 0 {
		s.rests = refs([]*Observation{verdict.lapsed}, p.policy)
	}
}

// lapses are the last days of observations that count no longer, the latest first.
func lapses(known []*Observation, policy *Policy, on mtss.Date) (days []mtss.Date) {
	for _, o := range known {
		if last := policy.Through(o.Date); !last.IsZero() && last.Before(on) {
			days = append(days, last)
		}
	}
	slices.SortFunc(days, func(a, b mtss.Date) int { return b.Compare(a) })
	return slices.Compact(days)
}

// used is whether observations that count show use of the innovation: met by points
// in any of them, not met where all have none.
func used(counts []*Observation, policy *Policy) (mtss.Verdict, []evidence.RecordRef) {
	verdict, by := mtss.Undetermined, -1
	for i, o := range counts {
		switch {
		case o.Score.Earned > 0:
			verdict, by = mtss.Met, i
		case verdict == mtss.Met:
		case o.Score.Unknown > 0:
			verdict, by = mtss.Undetermined, i
		case i == 0:
			verdict, by = mtss.NotMet, i
		case verdict == mtss.NotMet:
			by = i
		}
	}
	if by < 0 {
		return verdict, nil
	}
	return verdict, refs(counts[by:by+1], policy)
}

func refs(list []*Observation, policy *Policy) []evidence.RecordRef {
	if len(list) == 0 {
		return nil
	}
	out := make([]evidence.RecordRef, len(list))
	for i, o := range list {
		out[i] = evidence.RecordRef{Kind: "observation", ID: o.ID, On: o.Date, Through: policy.Through(o.Date)}
	}
	return out
}

func (s *standing) same(t *standing) bool {
	return s.status == t.status && s.was == t.was && s.use == t.use && s.usedWas == t.usedWas &&
		slices.Equal(s.rests, t.rests) && slices.Equal(s.usedRests, t.usedRests)
}
