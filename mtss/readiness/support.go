package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Requested returns how many districts ask an ISD, up to a day, for one kind of
// support in one area, how many hours they ask for together, and how many of
// the requests do not say how much. An empty area or kind stands for all.
func (r Readiness) Requested(area SupportArea, support mtss.Support, on mtss.Date) (districts, hours, unsaid int64) {
	who := map[string]bool{}
	for _, q := range r.asOf(on).Requests {
		if !kit.Happened(q.On, on) || area != "" && q.Area != area || support != "" && q.Support != support {
			continue
		}
		who[q.District] = true
		if hours += q.Hours; q.Hours == 0 {
			unsaid++
		}
	}
	return int64(len(who)), hours, unsaid
}

// supportFacts gives what is asked for, what of it the ISD can support, and its goals.
func (r Readiness) supportFacts(facts rule.Facts, on mtss.Date) {
	if r.Requests != nil {
		matched := mtss.Tally{}
		for _, kind := range supportKinds() {
			districts, _, _ := r.Requested("", kind, on)
			facts["support."+string(kind)] = rule.OfSpan(quantity(districts, districts))
		}
		for _, area := range areas() {
			districts, _, _ := r.Requested(area, "", on)
			facts["support."+string(area)] = rule.OfSpan(quantity(districts, districts))
			switch {
			case districts == 0:
				continue
			case r.Areas == nil:
				matched.Unknown++
			case slices.Contains(r.Areas, area):
				matched.Earned++
			}
			matched.Possible++
		}
		facts["support.matched"] = rule.Of(matched)
		_, hours, unsaid := r.Requested("", "", on)
		span := quantity(hours, hours)
		if unsaid > 0 {
			span.High = mtss.Ratio{}
		}
		facts["support.hours"] = rule.OfSpan(span)
	}
	if r.Goals != nil {
		for _, g := range goals() {
			facts["goal."+string(g)] = rule.OfYesNo(kit.YesNo(slices.Contains(r.Goals, g)))
		}
	}
}

// Choose decides for each option of technical assistance whether to take it, and
// says why. A host with rules of its own compiles them above [Options] against
// [Vocabulary]. Errors: none for the facts of this package.
func Choose(facts rule.Facts, on mtss.Date) ([]rule.Decision, error) {
	book, err := rule.CompileSet(Vocabulary(), Options())
	if err != nil {
		return nil, err
	}
	return book.Judge(facts, on), nil
}
