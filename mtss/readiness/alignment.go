package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Alignment is what two initiatives do to each other.
type Alignment struct {
	// A is an initiative, B a later one of the list.
	A string `json:"a"`
	// B is the other one.
	B string `json:"b"`
	// Enhances is whether they strengthen each other; undetermined where it
	// was not judged.
	Enhances mtss.Verdict `json:"enhances"`
	// Conflicts is whether they get in each other's way.
	Conflicts mtss.Verdict `json:"conflicts"`
	// Shared are the core components that both have.
	Shared []string `json:"shared"`
}

// Workload is what initiatives ask of one role.
type Workload struct {
	// Role is the role.
	Role string `json:"role"`
	// Has is the hours a week that it has.
	Has int64 `json:"has"`
	// Asked is the hours a week that initiatives ask of it.
	Asked int64 `json:"asked"`
	// NotKnown is how many initiatives do not say what they ask.
	NotKnown int64 `json:"notKnown"`
	// Over is whether they ask too much.
	Over mtss.Verdict `json:"over"`
}

// Alignments returns every pair of the initiatives that are not de-selected by
// a day, in the order of the list.
func (v Inventory) Alignments(on mtss.Date) []Alignment {
	judged := map[[2]string]Pair{}
	for _, p := range v.Pairs {
		judged[key(p.A, p.B)] = p
	}
	out, all := []Alignment{}, v.active(on)
	for i, a := range all {
		for _, b := range all[i+1:] {
			p := judged[key(a.ID, b.ID)]
			shared := slices.DeleteFunc(slices.Clone(a.Components), func(c string) bool { return !slices.Contains(b.Components, c) })
			out = append(out, Alignment{A: a.ID, B: b.ID, Enhances: answer(p.Enhances), Conflicts: answer(p.Conflicts), Shared: kit.OrEmpty(shared)})
		}
	}
	return out
}

func answer(word string) mtss.Verdict {
	switch word {
	case "yes":
		return mtss.Met
	case "no":
		return mtss.NotMet
	}
	return mtss.Undetermined
}

// Workloads returns what the initiatives that are not de-selected by a day ask
// of every role whose hours are given.
func (v Inventory) Workloads(on mtss.Date) []Workload {
	out := []Workload{}
	for _, h := range v.Hours {
		w := Workload{Role: h.Role, Has: h.Hours}
		for _, n := range v.active(on) {
			if n.Load == nil {
				w.NotKnown++
			}
			for _, l := range n.Load {
				if l.Role == h.Role {
					w.Asked += l.Hours
				}
			}
		}
		switch {
		case w.Asked > w.Has:
			w.Over = mtss.Met
		case w.NotKnown == 0:
			w.Over = mtss.NotMet
		}
		out = append(out, w)
	}
	return out
}

// Facts returns the measures of the inventory on a day. All but
// initiatives.reviewed leave out what is de-selected.
func (v Inventory) Facts(on mtss.Date) rule.Facts {
	var pairs, owned, authority, reviewed mtss.Tally
	var conflicts, open int64
	for _, a := range v.Alignments(on) {
		pairs.Possible++
		if a.Enhances != mtss.Undetermined && a.Conflicts != mtss.Undetermined {
			pairs.Earned++
		}
		switch a.Conflicts {
		case mtss.Met:
			conflicts++
		case mtss.Undetermined:
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
		for _, w := range v.Workloads(on) {
			over = over.Or(w.Over)
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
	for _, a := range v.Alignments(on) {
		if a.Conflicts == mtss.Met {
			out = append(out, kit.Caveat(CaveatConflict, "initiatives %q and %q conflict", a.A, a.B))
		}
		if a.Enhances == mtss.Met && len(a.Shared) == 0 {
			out = append(out, kit.Caveat(CaveatNoShare, "initiatives %q and %q are said to strengthen each other, and share no component", a.A, a.B))
		}
	}
	for _, w := range v.Workloads(on) {
		if w.Over == mtss.Met {
			out = append(out, kit.Caveat(CaveatOverload, "initiatives ask %s a week of %q, who has %d", kit.Count(w.Asked, "hour"), w.Role, w.Has))
		}
	}
	return out
}
