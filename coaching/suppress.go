package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Published is a comparison of access that does not reveal small groups.
type Published struct {
	// Below is the number of people below which a group is withheld.
	Below int64 `json:"below"`
	// Rows are the rows, in the order in which they were given.
	Rows []Access `json:"rows"`
	// Caveats say how many rows are withheld, if any.
	Caveats []mtss.Notice `json:"caveats"`
}

// Publish withholds rows so that what is shown does not reveal the numbers of fewer
// people than below, nor that all of some people were reached or that none were.
//
// It takes the rows in their order and withholds one if, together with the rows
// already shown, it would single out people who are too few or all have the same
// answer. So give the rows that matter most first; to compare roles, give only
// their rows. Whatever rows are added, subtracted or bounded, and even knowing who
// belongs to which group, other numbers remain possible for every such set of
// people, whether it has a row or not. Only people of whom nothing is known may be
// shown to be unknown.
//
// Publish one comparison of the same people: it does not take others into account.
// Numbers and members are those of the report; a row of a group that it does not
// have is withheld. Needs are left out. Errors: CodeSuppression for a number below 2.
func (r Report) Publish(access []Access, below int64) (Published, error) {
	if below < 2 {
		return Published{}, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeSuppression, "groups below %d are to be withheld, want 2 or more", below)})
	}
	g := guard{below: below, kind: map[string]int{}, sums: make([]mtss.Tally, 1)}
	p := Published{Below: below, Rows: []Access{}, Caveats: []mtss.Notice{}}
	withheld, groups := 0, r.groups()
	for _, a := range access {
		row := Access{By: a.By, Name: a.Name}
		if known := groups[group{a.By, a.Name}]; known != nil && g.show(known.members) {
			reached := *known.Reached
			row.Reached = &reached
		} else {
			withheld++
		}
		p.Rows = append(p.Rows, row)
	}
	if withheld > 0 {
		p.Caveats = append(p.Caveats, mtss.Noticef(CaveatWithheld, "%s withheld: fewer than %d people, the same answer for all, or either of these revealed together with earlier rows", kit.Count(withheld, "row"), below))
	}
	return p, nil
}

// guard divides people into kinds: those who are in the same shown rows.
type guard struct {
	below int64
	kind  map[string]int // by person; 0 for those in no shown row
	sums  []mtss.Tally   // by kind; not kept for kind 0
}

// show reports whether a row can be shown, and if so enters it.
func (g *guard) show(members []reach) bool {
	if slices.ContainsFunc(members, func(m reach) bool { return m.another }) {
		return false // of those who get both types of coaching it would say two things
	}
	inside := map[int]mtss.Tally{} // the people of each kind who are in the row
	for _, m := range members {
		k := g.kind[m.id]
		inside[k] = kit.Plus(inside[k], mtss.Count(m.reached))
	}
	for k, in := range inside {
		outside := minus(g.sums[k], in)
		if !g.enough(in) || k != 0 && outside.Possible > 0 && !g.enough(outside) {
			return false
		}
	}
	g.part(members, inside)
	return true
}

// part divides each kind into those who are in the row and those who are not.
func (g *guard) part(members []reach, inside map[int]mtss.Tally) {
	own := map[int]int{}
	for _, m := range members {
		k := g.kind[m.id]
		if _, made := own[k]; !made {
			own[k] = len(g.sums)
			g.sums = append(g.sums, inside[k])
			if k != 0 {
				g.sums[k] = minus(g.sums[k], inside[k])
			}
		}
		g.kind[m.id] = own[k]
	}
}

// enough reports whether people are enough and do not all have the same answer;
// unknown is not an answer.
func (g *guard) enough(t mtss.Tally) bool {
	one := t.Earned == t.Possible || t.Earned == 0 && t.Unknown == 0
	return t.Possible >= g.below && !one
}

func minus(a, b mtss.Tally) mtss.Tally {
	return mtss.Tally{Earned: a.Earned - b.Earned, Possible: a.Possible - b.Possible, Unknown: a.Unknown - b.Unknown}
}
