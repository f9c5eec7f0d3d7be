package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rollup"
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
// shown to be unknown. Who knows of whom the log may lack contacts learns more: that
// none of them is unknown says that all were reached. And who knows this rule may guess
// why a row is withheld.
//
// Publish one comparison of the same people: it does not take others into account.
// Numbers and members are those of the report; a row of a group that it does not
// have is withheld. Needs are left out. Errors: CodeSuppression for a number below 2.
func (r Report) Publish(access []Access, below int64) (Published, error) {
	if below < 2 {
		return Published{}, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeSuppression, "groups below %d are to be withheld, want 2 or more", below)})
	}
	p := Published{Below: below, Rows: make([]Access, len(access)), Caveats: []mtss.Notice{}}
	var members [][]rollup.Member
	var places []int // of the rows that these are the members of
	groups := r.groups()
	for i, a := range access {
		p.Rows[i] = Access{By: a.By, Name: a.Name}
		if known := groups[group{a.By, a.Name}]; known != nil && !known.twofold() {
			members, places = append(members, known.answers()), append(places, i)
		}
	}
	shown, err := rollup.WithholdingPolicy{Below: below}.Withhold(members)
	if err != nil {
		return Published{}, err
	}
	withheld := len(access)
	for k, i := range places {
		if shown[k] {
			reached := *groups[group{access[i].By, access[i].Name}].Reached
			p.Rows[i].Reached = &reached
			withheld--
		}
	}
	if withheld > 0 {
		p.Caveats = append(p.Caveats, mtss.Noticef(CaveatWithheld, "%s withheld: fewer than %d people, the same answer for all, or either of these revealed together with earlier rows", kit.Count(withheld, "row"), below))
	}
	return p, nil
}

// twofold reports whether a group has members who get both types of coaching: of
// them it would say two things.
func (g *grouped) twofold() bool {
	return slices.ContainsFunc(g.members, func(m reach) bool { return m.another })
}

// answers says of each member whether coaching reached them.
func (g *grouped) answers() (members []rollup.Member) {
	for _, m := range g.members {
		members = append(members, rollup.Member{ID: m.id, Answer: mtss.Count(m.reached)})
	}
	return members
}
