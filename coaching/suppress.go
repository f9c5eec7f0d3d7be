package coaching

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Published is a comparison of access in which small groups are withheld.
type Published struct {
	// Below is the number under which a group is withheld.
	Below int64 `json:"below"`
	// Rows are the groups, in the order of the comparison.
	Rows []Access `json:"rows"`
	// Caveats say that something is withheld.
	Caveats []mtss.Caveat `json:"caveats"`
}

// Publish withholds what would tell about fewer than so many people, or tell of
// each of some people that they were reached or were not.
//
// The rows are taken in their order, and one is withheld if showing it beside
// those before would leave people who are in the same shown rows and are fewer,
// or were all reached, or were none of them. So rows that matter most come
// first; and rows that cut across each other, such as schools and roles, are
// shown together only where each school has enough people of each role. To
// compare roles, give Publish their rows first, or alone.
//
// What is kept holds for every set of people that is small or says one thing of
// all, whether it has a row or not, and for whoever knows who belongs to which
// group and does what can be done with everything that is shown: another number
// is possible. Such a set parts people who are in the same shown rows, and whose
// answers differ, so that they could trade answers and nothing shown would
// change. Only of people of whom nothing is known is it told that nothing is.
//
// That a row is withheld says by itself that it, or what it leaves beside it,
// is small or of one answer. Publish one comparison of the same people; it does
// not look at others. Needs are left out, since they tell of persons. Errors:
// CodeSuppression for a number under 2.
func Publish(access []Access, below int64) (Published, error) {
	if below < 2 {
		return Published{}, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeSuppression, "withhold groups below %d, want 2 or more", below)})
	}
	g := guard{below: below, kind: map[string]int{}, sums: make([]mtss.Tally, 1)}
	p := Published{Below: below, Rows: []Access{}, Caveats: []mtss.Caveat{}}
	withheld := 0
	for _, a := range access {
		row := Access{By: a.By, Name: a.Name}
		if g.show(a.members) {
			row.Reached = a.Reached
		} else {
			withheld++
		}
		p.Rows = append(p.Rows, row)
	}
	if withheld > 0 {
		p.Caveats = append(p.Caveats, kit.Caveat(CaveatWithheld, "%s withheld: of fewer than %d people, the same of all people, or telling such a number beside the rows before", kit.Count(withheld, "row"), below))
	}
	return p, nil
}

// guard parts people into kinds: those who are in the same shown rows.
type guard struct {
	below int64
	kind  map[string]int // by person; 0 of those who are in none
	sums  []mtss.Tally   // by kind; that of 0 is not kept
}

// show shows a row, unless that would make a kind of people that tells too much.
func (g *guard) show(members []reach) bool {
	inside := map[int]mtss.Tally{} // of each kind, those who are in the row
	for _, m := range members {
		k := g.kind[m.who.ID]
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

// part makes a kind of its own of those of each kind who are in the row.
func (g *guard) part(members []reach, inside map[int]mtss.Tally) {
	own := map[int]int{}
	for _, m := range members {
		k := g.kind[m.who.ID]
		if _, made := own[k]; !made {
			own[k] = len(g.sums)
			g.sums = append(g.sums, inside[k])
			if k != 0 {
				g.sums[k] = minus(g.sums[k], inside[k])
			}
		}
		g.kind[m.who.ID] = own[k]
	}
}

// enough reports whether people are enough and do not all have one answer. That
// nothing is known of any of them is none.
func (g *guard) enough(t mtss.Tally) bool {
	one := t.Earned == t.Possible || t.Earned == 0 && t.Unknown == 0
	return t.Possible >= g.below && !one
}

func minus(a, b mtss.Tally) mtss.Tally {
	return mtss.Tally{Earned: a.Earned - b.Earned, Possible: a.Possible - b.Possible, Unknown: a.Unknown - b.Unknown}
}
