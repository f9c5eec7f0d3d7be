package fidelity_test

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// bytesOf makes records of bytes; without bytes it makes zeros.
type bytesOf struct{ data []byte }

// next returns a number below n.
func (b *bytesOf) next(n int) int {
	if len(b.data) == 0 {
		return 0
	}
	v := int(b.data[0])
	b.data = b.data[1:]
	return v % n
}

func pick[T any](b *bytesOf, list ...T) T { return list[b.next(len(list))] }

// rarely is true once in so many times.
func (b *bytesOf) rarely(times int) bool { return b.next(times) == times-1 }

func (b *bytesOf) policy() fidelity.Policy {
	p := fidelity.Policy{
		Instrument: walk, AtLeast: mtss.NewRatio(int64(b.next(6)), 5), Innovation: pick(b, "", "swpbis"),
		Choice:  pick(b, "", fidelity.Latest, fidelity.Best, fidelity.MeanOfLast, fidelity.EachOfLast),
		Vacant:  pick(b, "", "", fidelity.VacantNotAtFidelity, fidelity.VacantUnknown, fidelity.VacantLeftOut),
		Trained: pick(b, false, true), TrainingDays: pick(b, 0, 20),
	}
	switch b.next(5) {
	case 0:
		p.CurrentDays = pick(b, 30, 60)
	case 1:
		p.ForGood = true
	case 2:
		p.Windows = []mtss.Window{window("spring", "02-15", "03-15"), window("turn", "12-15", "01-10")}
	}
	if p.Innovation != "" && b.rarely(2) {
		p.FormerNames = []string{"pbis"}
	}
	if b.rarely(2) {
		p.Versions = []fidelity.VersionCut{{Version: "2", AtLeast: mtss.NewRatio(int64(b.next(6)), 5)}}
	}
	if p.Choice == fidelity.MeanOfLast || p.Choice == fidelity.EachOfLast {
		p.Last = b.next(4)
	}
	return p
}

func (b *bytesOf) date() mtss.Date {
	if b.rarely(40) {
		return mtss.Date{}
	}
	if b.rarely(4) {
		return today.AddDays(-300 - b.next(200))
	}
	return today.AddDays(b.next(90) - 80)
}

func (b *bytesOf) people() (list []roster.Assignment) {
	for range b.next(10) {
		p := roster.Assignment{
			Person: pick(b, "a", "b", "c", "d", "e", "f"), Innovation: pick(b, "swpbis", "swpbis", "swpbis", "reading", "pbis"),
			Unit: pick(b, room, north, south, maple, mtss.Unit{ID: "far", Kind: mtss.KindSchool}), Vacant: b.rarely(10),
		}
		if b.rarely(20) {
			p.Unit.Kind = mtss.KindProgram
		}
		if b.rarely(20) {
			p.Person = ""
		}
		if b.rarely(3) {
			p.From = b.date()
		}
		if b.rarely(5) {
			p.Until = b.date()
		}
		list = append(list, p)
	}
	return list
}

func (b *bytesOf) observations() (list []fidelity.Observation) {
	for range b.next(24) {
		possible := 1 + b.next(6)
		o := fidelity.Observation{
			ID: pick(b, "", "", "", "1", "2", "3"), Practitioner: pick(b, "a", "b", "c", "d", "e", "x"), Innovation: pick(b, "swpbis", "swpbis", "swpbis", "reading", "pbis"),
			Instrument: walk, Date: b.date(), Score: mtss.Tally{Possible: int64(possible), Earned: int64(b.next(possible + 1))},
		}
		if b.rarely(3) {
			o.Instrument.Version = "2"
		}
		switch b.next(24) {
		case 0, 1:
			o.Supersedes = pick(b, "1", "2", "3")
		case 2:
			o.Voids = pick(b, "1", "2", "3")
		case 3:
			o.Instrument.Version = "3"
		case 4:
			o.Practitioner = ""
		case 5:
			o.Score.Possible = 0
		case 6, 7, 8, 9:
			o.Score.Unknown = int64(b.next(4))
		case 10:
			o.Dimensions = []fidelity.DimensionScore{{Dimension: pick(b, fidelity.Dimension("charm"), fidelity.Quality), Score: mtss.Tally{Possible: int64(b.next(3))}}}
		case 11, 12, 13, 14, 15, 16, 17, 18:
			o.AdministeredBy = instrument.AdministeredBy{Role: "r", TrainedOn: o.Date.AddDays(2 - b.next(30))}
		}
		list = append(list, o)
	}
	return list
}

// naive counts as the documentation says, one rule after the other and with no
// regard to speed.
func naive(who []roster.Assignment, observed []fidelity.Observation, policy fidelity.Policy, above mtss.Hierarchy, on mtss.Date) (shares []fidelity.Share, refused int64) {
	named := func(innovation string) string {
		if slices.Contains(policy.FormerNames, innovation) {
			return policy.Innovation
		}
		return innovation
	}
	shares = []fidelity.Share{}
	standing := inForce(observed, named)
	type once struct {
		unit            mtss.Unit
		who, innovation string
	}
	counted := map[once]bool{}
	for _, p := range sound(who, above, named, &refused) {
		innovation := named(p.Innovation)
		if !p.On(on) || policy.Innovation != "" && policy.Innovation != innovation {
			continue
		}
		stands, doubtful := fidelity.FidelityStatus("vacant"), false
		if !p.Vacant {
			var his []fidelity.Observation
			for _, o := range standing {
				if o.Practitioner == p.Person && named(o.Innovation) == innovation && o.Validate() == nil && cutOf(policy, o).Defined() && !o.Date.After(on) {
					his = append(his, o)
				}
			}
			stands, doubtful = standingByHand(his, policy, on)
		}
		for _, u := range append([]mtss.Unit{p.Unit}, above.Above(p.Unit.ID)...) {
			if counted[once{u, p.Person, innovation}] {
				continue
			}
			counted[once{u, p.Person, innovation}] = true
			i := slices.IndexFunc(shares, func(s fidelity.Share) bool { return s.Unit == u && s.Innovation == innovation })
			if i < 0 {
				i = len(shares)
				shares = append(shares, fidelity.Share{Unit: u, Innovation: innovation})
				if policy.Vacant != fidelity.VacantNotAtFidelity {
					shares[i].VacantAs = policy.Vacant
				}
			}
			s := &shares[i]
			s.AtFidelity += one(stands == fidelity.AtFidelity)
			s.NotAtFidelity += one(stands == fidelity.NotAtFidelity)
			s.Open += one(stands == fidelity.Open)
			s.Unobserved += one(stands == fidelity.Unobserved)
			s.TooFew += one(stands == fidelity.TooFew)
			s.Expired += one(stands == fidelity.Expired)
			s.Untrained += one(stands == fidelity.Untrained)
			s.Vacant += one(p.Vacant)
			s.ObserverUntrained += one(doubtful)
		}
	}
	slices.SortFunc(shares, func(a, b fidelity.Share) int {
		kinds := mtss.UnitKinds()
		return cmp.Or(slices.Index(kinds, a.Unit.Kind)-slices.Index(kinds, b.Unit.Kind), cmp.Compare(a.Unit.ID, b.Unit.ID), cmp.Compare(a.Innovation, b.Innovation))
	})
	return shares, refused
}

// cutOf is the criterion for an observation; undefined where there is none.
func cutOf(policy fidelity.Policy, o fidelity.Observation) mtss.Ratio {
	if o.Instrument == policy.Instrument {
		return policy.AtLeast
	}
	for _, v := range policy.Versions {
		if o.Instrument == (instrument.Ref{ID: policy.Instrument.ID, Version: v.Version}) {
			return v.AtLeast
		}
	}
	return mtss.Ratio{}
}

// sound leaves out bad practitioners, and of those who are intended twice at
// once in one unit whoever begins later, or ends later, or is vacant, or comes
// later; then positions that are vacant while their practitioner works.
func sound(who []roster.Assignment, above mtss.Hierarchy, named func(string) string, refused *int64) (good []roster.Assignment) {
	sorted := []roster.Assignment{}
	repeated := 0
	for _, p := range who {
		switch known, placed := above.Unit(p.Unit.ID); {
		case p.Validate() != nil || placed && known != p.Unit:
		case slices.ContainsFunc(sorted, func(o roster.Assignment) bool { return reflect.DeepEqual(o, p) }):
			repeated++
		default:
			sorted = append(sorted, p)
		}
	}
	slices.SortStableFunc(sorted, func(a, b roster.Assignment) int {
		until := func(p roster.Assignment) mtss.Date {
			if p.Until.IsZero() {
				return mtss.Date{Year: 9999, Month: 12, Day: 31}
			}
			return p.Until
		}
		return cmp.Or(a.From.Compare(b.From), until(a).Compare(until(b)), int(one(a.Vacant)-one(b.Vacant)))
	})
	var apart []roster.Assignment
	for _, p := range sorted {
		if !slices.ContainsFunc(apart, func(o roster.Assignment) bool {
			return o.Person == p.Person && o.Innovation == p.Innovation && o.Unit == p.Unit && (o.Until.IsZero() || !p.From.After(o.Until))
		}) {
			apart = append(apart, p)
		}
	}
	overlap := func(a, b roster.Assignment) bool {
		return (a.Until.IsZero() || !b.From.After(a.Until)) && (b.Until.IsZero() || !a.From.After(b.Until))
	}
	for _, p := range apart {
		works := p.Vacant && slices.ContainsFunc(apart, func(o roster.Assignment) bool {
			return !o.Vacant && o.Person == p.Person && named(o.Innovation) == named(p.Innovation) && overlap(o, p)
		})
		if !works {
			good = append(good, p)
		}
	}
	*refused = int64(len(who) - len(good) - repeated)
	return good
}

// inForce leaves out what is there before, and what is corrected.
func inForce(all []fidelity.Observation, named func(string) string) (standing []fidelity.Observation) {
	var observed []fidelity.Observation
	for _, o := range all {
		if !slices.ContainsFunc(observed, func(p fidelity.Observation) bool { return reflect.DeepEqual(o, p) }) {
			observed = append(observed, o)
		}
	}
	out := make([]bool, len(observed))
	for i, o := range observed {
		target := cmp.Or(o.Voids, o.Supersedes)
		at := slices.IndexFunc(observed, func(p fidelity.Observation) bool { return target != "" && p.ID == target })
		out[i] = out[i] || o.Voids != ""
		if at >= 0 && observed[at].Practitioner == o.Practitioner && named(observed[at].Innovation) == named(o.Innovation) {
			for k, p := range observed {
				out[k] = out[k] || p.ID == target
			}
		}
	}
	for i, o := range observed {
		if !out[i] {
			standing = append(standing, o)
		}
	}
	return standing
}

// standingByHand judges one practitioner's observations up to the day.
func standingByHand(his []fidelity.Observation, policy fidelity.Policy, on mtss.Date) (fidelity.FidelityStatus, bool) {
	current := func(o fidelity.Observation) bool {
		last := o.Date
		switch {
		case policy.ForGood:
			return true
		case policy.CurrentDays > 0:
			last = o.Date.AddDays(policy.CurrentDays)
		default:
			last.Year++
			if !last.Valid() {
				last.Day-- // 29 February
			}
			for _, w := range policy.Windows {
				if from, _, ok := w.Around(o.Date); ok {
					_, last = w.In(from.Year + 1)
				}
			}
		}
		return !last.Before(on)
	}
	trained := func(o fidelity.Observation) bool {
		by := o.AdministeredBy.TrainedOn
		return !by.IsZero() && !by.After(o.Date) && (policy.TrainingDays == 0 || !by.AddDays(policy.TrainingDays).Before(o.Date))
	}
	var count []fidelity.Observation
	expired, untrained := false, false
	for _, o := range his {
		switch ok := !policy.Trained || trained(o); {
		case ok && current(o):
			count = append(count, o)
		case ok:
			expired = true
		default:
			untrained = true
		}
	}
	switch {
	case len(count) == 0 && expired:
		return fidelity.Expired, false
	case len(count) == 0 && untrained:
		return fidelity.Untrained, false
	case len(count) == 0:
		return fidelity.Unobserved, false
	}
	slices.SortFunc(count, worseLast)
	used := count[len(count)-1:]
	switch policy.Choice {
	case fidelity.Best:
		best := count[0]
		for _, o := range count[1:] {
			v, w := o.Score.Span().AtLeast(cutOf(policy, o)), best.Score.Span().AtLeast(cutOf(policy, best))
			a, b := o.Score.Span(), best.Score.Span()
			if cmp.Or(cmp.Compare(v, w), a.Low.Cmp(b.Low), a.High.Cmp(b.High), 1) > 0 {
				best = o
			}
		}
		used = []fidelity.Observation{best}
	case fidelity.MeanOfLast, fidelity.EachOfLast:
		if version := count[len(count)-1].Instrument; policy.Choice == fidelity.MeanOfLast {
			count = slices.DeleteFunc(count, func(o fidelity.Observation) bool { return o.Instrument != version })
		}
		if len(count) < policy.Last {
			return fidelity.TooFew, false
		}
		used = count[len(count)-policy.Last:]
	}
	spans, each, doubtful := []mtss.Span{}, mtss.Met, false
	for _, o := range used {
		spans, each = append(spans, o.Score.Span()), each.And(o.Score.Span().AtLeast(cutOf(policy, o)))
		doubtful = doubtful || !trained(o)
	}
	if policy.Choice == fidelity.MeanOfLast {
		each = mtss.Mean(spans...).AtLeast(cutOf(policy, used[0]))
	}
	switch each {
	case mtss.Met:
		return fidelity.AtFidelity, doubtful
	case mtss.NotMet:
		return fidelity.NotAtFidelity, doubtful
	}
	return fidelity.Open, doubtful
}

// worseLast orders observations by date, and those of one day from the better
// to the worse.
func worseLast(a, b fidelity.Observation) int {
	low := func(o fidelity.Observation) mtss.Ratio { return o.Score.Span().Low }
	high := func(o fidelity.Observation) mtss.Ratio { return o.Score.Span().High }
	return cmp.Or(
		a.Date.Compare(b.Date), low(b).Cmp(low(a)), high(b).Cmp(high(a)), cmp.Compare(a.Score.Possible, b.Score.Possible),
		cmp.Compare(a.ID, b.ID), a.AdministeredBy.TrainedOn.Compare(b.AdministeredBy.TrainedOn),
	)
}
