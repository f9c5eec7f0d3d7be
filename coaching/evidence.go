package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Evidence is what the documents show on the three items of the District
// Capacity Assessment about coaching, for the team that votes on them. It holds
// no score: what a score takes is for the team and its instrument to say.
type Evidence struct {
	// Unit is the district.
	Unit mtss.Unit `json:"unit"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Items are the three items, in order.
	Items []ItemEvidence `json:"items"`
	// Caveats are what a reader must know.
	Caveats []mtss.Caveat `json:"caveats"`
}

// ItemEvidence is what there is on one item.
type ItemEvidence struct {
	// Item is the item's number in version 7.7 of the assessment.
	Item string `json:"item"`
	// About says in our own words what the item is about.
	About string `json:"about"`
	// Shows is what the documents show.
	Shows []Statement `json:"shows"`
	// Lacks is what they do not show.
	Lacks []Statement `json:"lacks"`
	// Source is where the item is named.
	Source mtss.Source `json:"source"`
}

// Statement is one thing that is shown or lacking.
type Statement struct {
	// Says says it.
	Says string `json:"says"`
	// Measure is the measure that it rests on; absent where it rests on a record.
	Measure string `json:"measure,omitzero"`
	// Value is the measure's value.
	Value rule.Value `json:"value,omitzero"`
}

// Evidence summarises the picture for items 25 to 27. Items 26 and 27 ask
// whether something is used, so a document alone stands under what is lacking:
// 26 takes contacts of the plan, 27 a review that led to a decision.
func (p Report) Evidence() Evidence {
	facts := p.Facts()
	e := Evidence{
		Unit: p.System.Unit, On: p.Account.setting.On,
		Items: []ItemEvidence{p.item25(facts), p.item26(facts), p.item27(facts)},
		Caveats: []mtss.Caveat{{
			Code: CaveatItems, Message: "the numbers are those of version 7.7; an earlier version has other numbers for the same items. This is evidence for a vote, and no score",
		}},
	}
	return e
}

// gathering collects the statements on one item.
type gathering struct {
	ItemEvidence
	facts rule.Facts
}

func (p Report) about(facts rule.Facts, item, about string) gathering {
	return gathering{ItemEvidence{Item: item, About: about, Shows: []Statement{}, Lacks: []Statement{}, Source: slides("Making Connections, item " + item)}, facts}
}

// tally puts a measure under what is shown if all of it is there, and else under what is lacking.
func (g *gathering) tally(measure, what string) {
	value := g.facts[measure]
	t, ok := value.Tally()
	if !ok {
		g.Lacks = append(g.Lacks, Statement{Says: what + ": not known", Measure: measure})
		return
	}
	s := Statement{ratioText(t) + " " + what, measure, value}
	if t.Possible > 0 && t.Earned == t.Possible {
		g.Shows = append(g.Shows, s)
		return
	}
	g.Lacks = append(g.Lacks, s)
}

func (g *gathering) record(there bool, shown, lacking string) {
	if there {
		g.Shows = append(g.Shows, Statement{Says: shown})
		return
	}
	g.Lacks = append(g.Lacks, Statement{Says: lacking})
}

func (p Report) item25(facts rule.Facts) ItemEvidence {
	g := p.about(facts, "25", "a coaching system that supports schools in using innovations")
	g.tally("coaching.components", "components final")
	g.tally("coaching.inUse", "components in use")
	g.tally("coaching.sorts", "wanted types and levels of coaching provided")
	g.tally("coaching.coverage", "teams and people reached by coaching")
	innovations := []string{}
	for _, plan := range p.Account.setting.Plans.Plans {
		if plan.Innovation != "" && !slices.Contains(innovations, plan.Innovation) {
			innovations = append(innovations, plan.Innovation)
		}
	}
	slices.Sort(innovations)
	g.record(len(innovations) > 0, "coaching is planned for "+list(innovations), "no plan names an innovation")
	return g.ItemEvidence
}

func (p Report) item26(facts rule.Facts) ItemEvidence {
	g := p.about(facts, "26", "a service delivery plan in use")
	plan, _ := p.System.Component(ServiceDelivery)
	on := p.Account.setting.On
	state, _ := plan.State(on)
	shown := ""
	if state == InUse {
		shown = plan.step(on).Evidence
	}
	g.record(shown != "", "the plan is recorded as in use, shown by "+shown, "nothing is named that shows the plan in use")
	g.tally("coaching.plans", "parts of plans filled in")
	g.tally("coaching.planned", "teams and people with a plan")
	delivered := int64(0)
	for _, d := range p.Account.Dosages() {
		delivered += d.Contacts.Earned + d.Surplus
	}
	g.record(delivered > 0, kit.Count(delivered, "contact")+" logged in months that a plan plans", "no contact is logged in a month that a plan plans")
	g.tally("coaching.dosage", "planned contacts delivered")
	return g.ItemEvidence
}

func (p Report) item27(facts rule.Facts) ItemEvidence {
	g := p.about(facts, "27", "data on the effectiveness of coaching, used")
	on := p.Account.setting.On
	reviews, decided, last := int64(0), int64(0), Review{}
	for _, r := range p.Data.Reviews {
		if !r.recent(on) {
			continue
		}
		reviews++
		if r.Decision != "" {
			decided++
			if r.On.After(last.On) {
				last = r
			}
		}
	}
	g.record(decided > 0, ratioText(mtss.Tally{Earned: decided, Possible: reviews})+" reviews in the last year led to a decision, the latest by "+last.By+" on "+last.On.String()+" over "+list(last.Looked)+": "+last.Decision,
		"no review in the last year led to a decision")
	e := p.Data.Effect(p.Account)
	compared := int64(0)
	for _, c := range e.Changes {
		if c.Before != nil && c.After != nil {
			compared++
		}
	}
	g.record(compared > 0, kit.Count(compared, "score")+" before and after coaching compared", "no scores before and after coaching are there")
	g.record(len(e.Coaching) > 0, "the fidelity of coaching itself is measured", "the fidelity of coaching itself is not measured")
	g.record(len(e.Feedback) > 0, "feedback is collected", "no feedback is collected")
	return g.ItemEvidence
}
