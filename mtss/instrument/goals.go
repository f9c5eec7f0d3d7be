package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Goals is the smallest set of item gains that meets a criterion.
type Goals struct {
	// Criterion is the criterion's id.
	Criterion string `json:"criterion"`
	// Verdict is the criterion's verdict before any gain.
	Verdict mtss.Verdict `json:"verdict"`
	// Points is the fewest points that must be gained, counting unknown ones as
	// not earned; 0 where the criterion is met.
	Points int64 `json:"points"`
	// Gains are one smallest set, in the definition's order. Where several items
	// do as well, the first ones are taken.
	Gains []Gain `json:"gains"`
	// Shares say where the points must come from. Any gains that fill each
	// share do as well as Gains, as long as one point fills one share.
	Shares []GainShare `json:"shares"`
}

// Gain is a rise of one item.
type Gain struct {
	// Item is the item's id.
	Item string `json:"item"`
	// From is the score that is certain now, To the one to reach.
	From int `json:"from"`
	// To is the score to reach.
	To int `json:"to"`
}

// GainShare is how many of the points must come from which items.
type GainShare struct {
	// Points is how many.
	Points int64 `json:"points"`
	// Items are the items that may give them, in the definition's order.
	Items []string `json:"items"`
}

// Goals works out the smallest set of gains that meets a criterion made of
// lower bounds for the total and subscales. It is exact, for nested and for
// overlapping subscales. A missing item counts as its least score.
//
// Errors: those of [Scorer.Answers]; CodeGoals if there is no such criterion,
// if it asks for more than lower bounds of points, if an item's scores have
// gaps, or if overlapping subscales leave too many combinations to try.
func (s *Scorer) Goals(a Administration, criterion string) (Goals, error) {
	result, err := s.Score(a)
	if err != nil {
		return Goals{}, err
	}
	c, ok := result.Criterion(criterion)
	if !ok {
		return Goals{}, mtss.Issuef("", CodeGoals, "%s has no criterion %q here", s.ref, mtss.Clip(criterion))
	}
	g := gainer{s: s, out: Goals{Criterion: criterion, Verdict: c.Verdict, Gains: []Gain{}, Shares: []GainShare{}}, needs: make([]int64, len(s.scales))}
	if !g.collect(&c.Finding) {
		return Goals{}, mtss.Issuef("", CodeGoals, "criterion %q asks for more than lower bounds of points", mtss.Clip(criterion))
	}
	answers, _, err := s.Answers(a)
	if err != nil {
		return Goals{}, err
	}
	if err := g.spare(answers); err != nil {
		return Goals{}, err
	}
	if s.nesting != nil {
		g.fromInside()
	} else if !g.search() {
		return Goals{}, mtss.Issuef("", CodeGoals, "the subscales overlap in too many ways to try them all")
	}
	g.finish()
	return g.out, nil
}

// gainer looks for the smallest set of gains.
type gainer struct {
	s      *Scorer
	out    Goals
	needs  []int64 // by scale, the points it needs by itself
	now    []int   // by item, what is certain
	room   []int64 // by item, what can be gained
	gained []int64 // by item
}

// collect notes what each scale needs; false if the criterion asks for anything
// but lower bounds of points that all hold.
func (g *gainer) collect(f *rule.Finding) bool {
	if f.Operator == "all" || f.Operator == "each" {
		for i := range f.Children {
			if !g.collect(&f.Children[i]) {
				return false
			}
		}
		return true
	}
	if f.Operator != "" || !f.Measured.Applies() {
		return f.Operator == ""
	}
	_, points := f.Measured.Tally()
	scale := slices.IndexFunc(g.s.scales, func(p scalePlan) bool { return p.id == f.Measure })
	if !points || scale < 0 || !f.Wanted.Upward() {
		return false
	}
	for _, need := range f.Needed {
		g.needs[scale] = max(g.needs[scale], need.More)
	}
	return true
}

// spare notes what each item can still gain.
func (g *gainer) spare(answers []Answer) error {
	items := len(g.s.definition.Items)
	g.now, g.room, g.gained = make([]int, items), make([]int64, items), make([]int64, items)
	for i, item := range g.s.definition.Items {
		scores := g.s.scores(item.Scale)
		least, top := scores[0], scores[len(scores)-1]
		if top-least != len(scores)-1 {
			return mtss.Issuef("", CodeGoals, "the scores of item %q have gaps", item.ID)
		}
		switch answer := answers[i]; answer {
		case DoesNotApply, NotAdministered:
			continue
		case NoAnswer:
			g.now[i] = least
		default:
			g.now[i] = int(answer)
		}
		g.room[i] = int64(top - g.now[i])
	}
	return nil
}

func (s *Scorer) scores(scale string) []int {
	for _, sc := range s.definition.Scales {
		if sc.ID == scale {
			return sc.Scores
		}
	}
	return nil
}

// fromInside fills what each scale needs beyond what the scales inside it
// gained already, from the smallest scale outward. Every point counts for the
// scales around it too, so no smaller set will do.
func (g *gainer) fromInside() {
	for _, i := range g.s.insideOut {
		items := g.s.scales[i].items
		missing := g.needs[i]
		for _, item := range items {
			missing -= g.gained[item]
		}
		if missing <= 0 {
			continue
		}
		share := GainShare{Points: missing}
		for _, item := range items {
			if g.room[item] > 0 {
				share.Items = append(share.Items, g.s.definition.Items[item].ID)
			}
			taken := min(max(missing, 0), g.room[item]-g.gained[item])
			g.gained[item] += taken
			missing -= taken
		}
		g.out.Shares = append(g.out.Shares, share)
	}
}

func (g *gainer) finish() {
	for i, points := range g.gained {
		if points > 0 {
			g.out.Points += points
			g.out.Gains = append(g.out.Gains, Gain{Item: g.s.definition.Items[i].ID, From: g.now[i], To: g.now[i] + int(points)})
		}
	}
}
