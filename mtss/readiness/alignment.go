package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// AllPairs returns every pair of the initiatives that are not de-selected by a
// day, in the order of the list. What was not judged is unsure.
func (v Inventory) AllPairs(on mtss.Date) []Pair {
	judged := map[[2]string]Pair{}
	for _, p := range v.Pairs {
		judged[key(p.A, p.B)] = p
	}
	out, all := []Pair{}, v.active(on)
	for i, a := range all {
		for _, b := range all[i+1:] {
			p, ok := judged[key(a.ID, b.ID)]
			if !ok {
				p = Pair{Enhances: "unsure", Conflicts: "unsure"}
			}
			p.A, p.B = a.ID, b.ID
			out = append(out, p)
		}
	}
	return out
}

// Shared returns the core components that both initiatives have.
func (v Inventory) Shared(a, b string) []string {
	has := map[string][]string{}
	for _, n := range v.Initiatives {
		has[n.ID] = n.Components
	}
	return slices.DeleteFunc(slices.Clone(has[a]), func(c string) bool { return !slices.Contains(has[b], c) })
}

// Asked returns the hours a week that the initiatives not de-selected by a day
// ask of a role; open above while one of them does not say what it asks.
func (v Inventory) Asked(role string, on mtss.Date) mtss.Span {
	sum, open := int64(0), false
	for _, n := range v.active(on) {
		open = open || n.Load == nil
		for _, l := range n.Load {
			if l.Role == role {
				sum += l.Hours
			}
		}
	}
	if open {
		return mtss.Span{Low: mtss.Whole(sum)}
	}
	return quantity(sum, sum)
}

// Facts returns the measures of the inventory on a day. All but
// initiatives.reviewed leave out what is de-selected.
func (v Inventory) Facts(on mtss.Date) rule.Facts {
	var pairs, owned, authority, reviewed mtss.Tally
	var conflicts, open int64
	for _, p := range v.AllPairs(on) {
		pairs.Possible++
		if p.Enhances != "unsure" && p.Conflicts != "unsure" {
			pairs.Earned++
		}
		switch p.Conflicts {
		case "yes":
			conflicts++
		case "unsure":
			open++
		}
	}
	for _, n := range v.active(on) {
		owned.Possible, authority.Possible = owned.Possible+1, authority.Possible+1
		if n.Owner != "" && n.Budget != "" {
			owned.Earned++
		}
		switch n.Authority {
		case "significant":
			authority.Earned++
		case "":
			authority.Unknown++
		}
	}
	for _, n := range v.Initiatives {
		reviewed.Possible++
		if n.Outcome != "" && kit.Happened(n.ReviewedOn, on) {
			reviewed.Earned++
		}
	}
	facts := rule.Facts{
		"initiatives.pairs": rule.Of(pairs), "initiatives.conflicts": rule.OfSpan(quantity(conflicts, conflicts+open)),
		"initiatives.owned": rule.Of(owned), "initiatives.authority": rule.Of(authority), "initiatives.reviewed": rule.Of(reviewed),
	}
	if len(v.Hours) > 0 {
		over := mtss.NotMet
		for _, h := range v.Hours {
			over = over.Or(v.Asked(h.Role, on).MoreThan(mtss.Whole(h.Hours)))
		}
		facts["initiatives.overloaded"] = rule.OfYesNo(over)
	}
	return facts
}

// Check returns what is amiss on a day: conflicts, initiatives that nobody
// owns or whose budget nobody oversees, pairs that are said to strengthen each
// other and share nothing, and roles that are asked for too much.
func (v Inventory) Check(on mtss.Date) []mtss.Caveat {
	out := []mtss.Caveat{}
	for _, n := range v.active(on) {
		if n.Owner == "" || n.Budget == "" {
			out = append(out, kit.Caveat(CaveatUnowned, "initiative %q lacks an owner, or somebody who oversees its budget", n.ID))
		}
	}
	for _, p := range v.AllPairs(on) {
		if p.Conflicts == "yes" {
			out = append(out, kit.Caveat(CaveatConflict, "initiatives %q and %q conflict", p.A, p.B))
		}
		if p.Enhances == "yes" && len(v.Shared(p.A, p.B)) == 0 {
			out = append(out, kit.Caveat(CaveatNoShare, "initiatives %q and %q are said to strengthen each other but share no component", p.A, p.B))
		}
	}
	for _, h := range v.Hours {
		if asked := v.Asked(h.Role, on); asked.MoreThan(mtss.Whole(h.Hours)) == mtss.Met {
			hours, _, _ := asked.Low.Fraction()
			out = append(out, kit.Caveat(CaveatOverload, "initiatives ask %s a week of %q, who has %d", kit.Count(hours, "hour"), h.Role, h.Hours))
		}
	}
	return out
}
