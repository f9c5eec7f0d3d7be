package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// ItemEvidence is one thing that the documents show, or do not show, on an item
// of the District Capacity Assessment about coaching.
type ItemEvidence struct {
	// Item is the item's number in version 7.7 of the assessment.
	Item string `json:"item"`
	// About says in our own words what the item is about.
	About string `json:"about"`
	// Shown is whether the documents show it.
	Shown bool `json:"shown"`
	// Says is what they show, or what is lacking, in words.
	Says string `json:"says"`
	// Measure is the measure on which it rests; absent where it rests on a record.
	Measure string `json:"measure,omitzero"`
	// Value is the measure's value.
	Value rule.Value `json:"value,omitzero"`
	// Source is where the item is named.
	Source mtss.Source `json:"source"`
}

// Items lists what the documents show on items 25 to 27 of the District
// Capacity Assessment, for the team that votes on them: for each item, first what
// is shown and then what is lacking. It gives no score, which is for the team and
// its instrument. Items 26 and 27 ask whether something is used, so a document
// alone does not count as shown: 26 takes contacts under the plan, 27 a review
// that led to a decision.
func (r Report) Items() ([]ItemEvidence, []mtss.Notice) {
	facts, out := r.Facts(), []ItemEvidence{}
	for _, item := range []struct {
		number, about string
		gather        func(*gathering)
	}{
		{"25", "a coaching system that supports schools in using innovations", r.item25},
		{"26", "a service delivery plan in use", r.item26},
		{"27", "data on the effectiveness of coaching, used", r.item27},
	} {
		g := gathering{item: ItemEvidence{Item: item.number, About: item.about, Source: slides("Making Connections, item " + item.number)}, facts: facts}
		item.gather(&g)
		out = append(append(out, g.shown...), g.lacking...)
	}
	return out, []mtss.Notice{mtss.Noticef(CaveatItems, "the numbers are those of version 7.7; an earlier version has other numbers for the same items. This is evidence for a vote, not a score")}
}

// gathering collects the evidence on one item.
type gathering struct {
	item           ItemEvidence // with the members that all have in common
	facts          rule.Facts
	shown, lacking []ItemEvidence
}

func (g *gathering) add(shown bool, says, measure string, value rule.Value) {
	e := g.item
	e.Shown, e.Says, e.Measure, e.Value = shown, says, measure, value
	if shown {
		g.shown = append(g.shown, e)
		return
	}
	g.lacking = append(g.lacking, e)
}

// tally adds a measure, as shown if all of it is there.
func (g *gathering) tally(measure, what string) {
	value := g.facts[measure]
	t, ok := value.Tally()
	if !ok {
		g.add(false, what+": not known", measure, rule.Value{})
		return
	}
	g.add(t.Possible > 0 && t.Earned == t.Possible, ratioText(t)+" "+what, measure, value)
}

// record adds one sentence if there is a record, and the other if not.
func (g *gathering) record(there bool, shown, lacking string) {
	if !there {
		shown = lacking
	}
	g.add(there, shown, "", rule.Value{})
}

func (r Report) item25(g *gathering) {
	g.tally("coaching.components", "components final")
	g.tally("coaching.inUse", "components in use")
	g.tally("coaching.sorts", "wanted types and levels of coaching provided")
	g.tally("coaching.coverage", "teams and people reached by coaching")
	innovations := []string{}
	for _, plan := range r.Inputs.Plans.Plans {
		if plan.Innovation != "" && !slices.Contains(innovations, plan.Innovation) {
			innovations = append(innovations, plan.Innovation)
		}
	}
	slices.Sort(innovations)
	g.record(len(innovations) > 0, "coaching is planned for "+list(innovations), "no plan names an innovation")
}

func (r Report) item26(g *gathering) {
	plan, _ := r.Inputs.System.Component(ServiceDelivery)
	s, _ := plan.step(r.Inputs.On)
	g.record(s.State == InUse && s.Evidence != "", "the plan is recorded as in use, shown by "+s.Evidence, "no evidence is named that the plan is in use")
	g.tally("coaching.plans", "parts of plans filled in")
	g.tally("coaching.planned", "teams and people with a plan")
	delivered := int64(0)
	for _, d := range r.Dosages {
		if d.Of == ofContacts && d.Delivered != nil {
			delivered += *d.Delivered
		}
	}
	g.record(delivered > 0, kit.Count(delivered, "contact")+" logged in months with a plan", "no contact is logged in a month with a plan")
	g.tally("coaching.dosage", "planned contacts delivered")
}

func (r Report) item27(g *gathering) {
	reviews, last := mtss.Tally{}, DataReview{}
	for _, review := range r.Inputs.Data.Reviews {
		if review.On.After(r.Inputs.On) || r.Inputs.On.After(r.Inputs.Calendar.NextYear(review.On)) {
			continue
		}
		reviews.Possible++
		if review.Decision != "" {
			reviews.Earned++
			if review.On.After(last.On) {
				last = review
			}
		}
	}
	g.record(reviews.Earned > 0, ratioText(reviews)+" reviews in the last year led to a decision, the latest by "+last.By+" on "+last.On.String()+" over "+list(last.Looked)+": "+last.Decision,
		"no review in the last year led to a decision")
	compared := int64(0)
	for _, c := range r.Effect().Changes {
		if c.Before != nil && c.After != nil {
			compared++
		}
	}
	g.record(compared > 0, kit.Count(compared, "score")+" before and after coaching compared", "there are no scores from before and after coaching")
	g.record(slices.ContainsFunc(r.Inputs.Data.Coaching, func(s fidelity.Observation) bool { return !s.Date.After(r.Inputs.On) }), "the fidelity of coaching itself is measured", "the fidelity of coaching itself is not measured")
	g.record(slices.ContainsFunc(r.Inputs.Data.Feedback, func(f FeedbackResult) bool { return !f.On.After(r.Inputs.On) }), "feedback is collected", "no feedback is collected")
}
