package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
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
// says why; how many prompts speak for need, fit and capacity and how many against
// is in the caveats of each. How much is enough is for the host to say: see
// [Options]. A host with rules of its own compiles them above [Options] against
// [Vocabulary].
//
// Errors: mtss.CodeDate, rule.CodeMeasureUnknown for a fact that is not of this package, the codes
// of rule.Vocabulary.Check for one of another kind, and those of rule.CompileSet for
// an enough that is not a share.
func Choose(facts rule.Facts, on mtss.Date, enough string) ([]rule.Decision, error) {
	if err := kit.NoDay(on); err != nil {
		return nil, err
	}
	v := Vocabulary()
	if err := v.Check(facts); err != nil {
		return nil, err
	}
	book, err := rule.CompileSet(v, Options(enough))
	if err != nil {
		return nil, err
	}
	decisions := book.Judge(facts, on)
	for i := range decisions {
		decisions[i].Caveats = append(decisions[i].Caveats, weighed(facts, enough)...)
	}
	return decisions, nil
}

// weighed says how much speaks for and against.
func weighed(facts rule.Facts, enough string) (out []mtss.Notice) {
	for _, m := range []evidence.Count{evidence.Need, evidence.Fit, evidence.Capacity} {
		if t, known := facts[string(m)].Tally(); known {
			out = append(out, mtss.Noticef(CaveatWeighed, "%s: %d of %d prompts speak for it, %d against it, and %d are open", m, t.Earned, t.Possible, t.Possible-t.Earned-t.Unknown, t.Unknown).About(string(m)))
		}
	}
	if enough == "" && facts[optionsEnough].Missing() {
		out = append(out, mtss.Noticef(CaveatEnough, "nobody has said how much need, fit and capacity is enough, so no option is met").About(optionsEnough))
	}
	return out
}
