package instrument

import (
	"github.com/openmtss/mtss-go/mtss"
)

// Goals is the smallest set of item gains that meets a criterion.
type Goals struct {
	// Criterion is the criterion's id.
	Criterion string `json:"criterion"`
	// Verdict is the criterion's verdict before any gain, with missing answers
	// unknown, whatever the definition's own way of treating them.
	Verdict mtss.Verdict `json:"verdict"`
	// Points is the fewest points that must be gained, counting unknown ones as
	// not earned; 0 where the criterion is met.
	Points int64 `json:"points"`
	// Gains are one smallest set, in the definition's order. Of several it is
	// the one that gives the first item the most, then the second, and so on.
	Gains []Gain `json:"gains"`
	// Shares say where the points may come from instead. Any gains that fill each
	// share do as well as Gains, as long as each point counts for one share. If
	// subscales overlap, there may be others.
	Shares []struct {
		// Points is how many.
		Points int64 `json:"points"`
		// Items are the items that may give them, in the definition's order.
		Items []string `json:"items"`
	} `json:"shares"`
}

// Gain is a rise of one item.
type Gain struct {
	// Item is the item's id.
	Item string `json:"item"`
	// From is the score that is certain now; of a missing item its least one.
	From int `json:"from"`
	// To is the score to reach.
	To int `json:"to"`
}

// gainShare is an element of Goals.Shares.
type gainShare = struct {
	Points int64    `json:"points"`
	Items  []string `json:"items"`
}

// Goals returns the smallest set of gains that meets a criterion made of lower
// bounds for the points of the total and of subscales, all of which must hold. It
// is exact, for nested and for overlapping subscales.
//
// A missing item counts as its least score, whatever the definition's own way
// of treating missing answers: that way the gains meet the criterion however
// the missing items turn out.
//
// Errors: those of [Scorer.Responses]; CodeGoals if there is no such criterion,
// if it asks for anything but lower bounds of points, if it asks for something
// that is not known or does not apply, if no gains reach it, if the scores of
// an item that could gain have gaps, or if overlapping subscales leave too many
// combinations to try.
func (s *Scorer) Goals(a Administration, criterion string) (Goals, error) {
	result, err := s.ScoreWith(a, MissingUnknown())
	if err != nil {
		return Goals{}, err
	}
	c, ok := result.Criterion(criterion)
	if !ok {
		return Goals{}, mtss.Issuef("", CodeGoals, "%s has no criterion %q, or it was not administered whole", s.ref, criterion)
	}
	g := gainer{s: s, out: Goals{Criterion: criterion, Verdict: c.Verdict, Gains: []Gain{}, Shares: []gainShare{}}, needs: make([]int64, len(s.scales))}
	if c.Verdict == mtss.Met {
		return g.out, nil
	}
	own := make([]ownNeed, len(s.scales))
	if why, of := s.ownNeeds(own, &c.Finding); why != "" {
		return Goals{}, mtss.Issuef("", CodeGoals, why, of)
	}
	for i := range own {
		g.needs[i] = own[i].more
	}
	answers, _, err := s.read(new(scratch), &a)
	if err != nil {
		return Goals{}, err
	}
	if err := g.start(answers); err != nil {
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
	now    []int   // by item, the certain score
	spare  []int64 // by item, what can be gained
	gained []int64 // by item
}

// start notes what each item can still gain.
func (g *gainer) start(answers []answer) error {
	items := len(g.s.definition.Items)
	g.now, g.spare, g.gained = make([]int, items), make([]int64, items), make([]int64, items)
	for i, item := range g.s.definition.Items {
		scores := g.s.scores(item.Scale)
		switch answer := answers[i]; answer {
		case doesNotApply, notAdministered:
			continue
		case noAnswer:
			g.now[i] = scores[0]
		default:
			g.now[i] = int(answer)
		}
		top, above := scores[len(scores)-1], 0
		for _, score := range scores {
			if score > g.now[i] {
				above++
			}
		}
		if above != top-g.now[i] {
			return mtss.Issuef("", CodeGoals, "the scores of item %q have gaps", item.ID)
		}
		g.spare[i] = int64(above)
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
// scales around it too, so no smaller set will do; and since it takes the first
// items that can gain each time, no other smallest set gives the first ones more.
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
		share := gainShare{Points: missing}
		for _, item := range items {
			if g.spare[item] > 0 {
				share.Items = append(share.Items, g.s.definition.Items[item].ID)
			}
			taken := min(missing, g.spare[item]-g.gained[item])
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
