package coaching

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// reach is whether coaching reached a recipient, and whether a coaching contact
// included direct observation; undetermined where the log may lack one.
type reach struct {
	who               Recipient
	reached, observed mtss.Verdict
}

// reaches returns the reach of the recipients on the day of asking, in their order.
func (r Report) reaches() []reach {
	contacts, observed := map[string]int64{}, map[string]int64{}
	for _, c := range r.Cells {
		if c.Support == Coaching {
			contacts[c.Coached] += c.Contacts
			observed[c.Coached] += c.Observed
		}
	}
	lacking, out := r.lacking(), []reach{}
	for _, c := range r.Inputs.People.Coached {
		if c.On(r.Inputs.On) {
			out = append(out, reach{c, happened(contacts[c.ID], lacking[c.ID]), happened(observed[c.ID], lacking[c.ID])})
		}
	}
	return out
}

// happened reports whether there was at least one contact; with none it is
// undetermined while the log may lack one.
func happened(contacts int64, lacking bool) mtss.Verdict {
	return verdict(contacts > 0 || !lacking, contacts > 0)
}

// lacking tells with which recipients the log may lack contacts: those for whom a
// coach whose log is not complete has a plan, or whose unit such a coach serves.
func (r Report) lacking() map[string]bool {
	open, units, out := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, c := range r.Inputs.People.Coaches {
		open[c.ID] = !r.firstOpen(c).IsZero()
		for _, u := range c.Units {
			units[u.ID] = units[u.ID] || open[c.ID]
		}
	}
	for _, p := range r.Inputs.Plans.Plans {
		out[p.Coached] = out[p.Coached] || open[p.Coach]
	}
	for _, c := range r.Inputs.People.Coached {
		out[c.ID] = out[c.ID] || units[c.Unit.ID]
	}
	return out
}

// coverage counts reach, as facts.
func (r Report) coverage() map[string]mtss.Tally {
	out := map[string]mtss.Tally{"coaching.coverage": {}, "coaching.coverage.systems": {}, "coaching.coverage.instructional": {}, "coaching.observed": {}}
	for _, one := range r.reaches() {
		for _, name := range []string{"coaching.coverage", "coaching.coverage." + string(one.who.Type)} {
			out[name] = kit.Plus(out[name], mtss.Count(one.reached))
		}
		if one.reached == mtss.Met {
			out["coaching.observed"] = kit.Plus(out["coaching.observed"], mtss.Count(one.observed))
		}
	}
	return out
}

// Grouping is what access is compared by, or dosages are added up by. The zero
// value takes all together.
type Grouping string

// What access is compared by and, from ByMonth on, what dosages are added up by.
const (
	// ByUnit compares schools and other units.
	ByUnit Grouping = "unit"
	// ByLevel compares levels.
	ByLevel Grouping = "level"
	// ByType compares systems and instructional coaching.
	ByType Grouping = "type"
	// ByRole compares roles of practitioners.
	ByRole Grouping = "role"
	// ByGroup compares the groups that the host names. One person may be in several.
	ByGroup Grouping = "group"
	// ByMonth adds up all plans of a month.
	ByMonth Grouping = "month"
	// ByCoach adds up all plans and months of a coach.
	ByCoach Grouping = "coach"
	// ByRecipient adds up all plans and months of a team or person.
	ByRecipient Grouping = "recipient"
)

// Access is how many recipients of a group were reached.
type Access struct {
	// By is what is compared; empty for all together.
	By Grouping `json:"by,omitzero" jsonschema:"enum=unit,enum=level,enum=type,enum=role,enum=group"`
	// Name is the group; empty for all together.
	Name string `json:"name,omitzero"`
	// Reached are those reached of those intended to be coached; nil where [Report.Publish]
	// withholds it, which is neither zero nor unknown.
	Reached *mtss.Tally `json:"reached" jsonschema:"nullable"`
	// Need counts those with a need that is certain and that certainly no contact
	// answered; nil in what [Report.Publish] returns.
	Need *int64 `json:"need,omitempty"`
}

// group is what names a group of recipients.
type group struct {
	by   Grouping
	name string
}

// grouped is a group with its members.
type grouped struct {
	Access
	members []reach
}

// Access compares who was reached, for all together and for each group, by
// grouping and name. It shows every group, however small: use [Report.Publish] before
// anyone outside the team sees it.
func (r Report) Access() []Access {
	out := []Access{}
	for _, g := range r.groups() {
		out = append(out, g.Access)
	}
	order := []Grouping{"", ByUnit, ByLevel, ByType, ByRole, ByGroup}
	slices.SortFunc(out, func(x, y Access) int {
		return cmp.Or(cmp.Compare(slices.Index(order, x.By), slices.Index(order, y.By)), cmp.Compare(x.Name, y.Name))
	})
	return out
}

// groups returns all together and each group.
func (r Report) groups() map[group]*grouped {
	waiting, lacking := map[string]bool{}, r.lacking()
	for _, n := range r.Needs() {
		waiting[n.Coached] = waiting[n.Coached] || n.Verdict == mtss.Met && happened(n.Contacts, lacking[n.Coached]) == mtss.NotMet
	}
	groups := map[group]*grouped{}
	add := func(g group, member ...reach) {
		a := groups[g]
		if a == nil {
			a = &grouped{Access: Access{By: g.by, Name: g.name, Reached: new(mtss.Tally), Need: new(int64)}}
			groups[g] = a
		}
		a.members = append(a.members, member...)
		for _, m := range member {
			*a.Reached = kit.Plus(*a.Reached, mtss.Count(m.reached))
			if waiting[m.who.ID] {
				*a.Need++
			}
		}
	}
	add(group{})
	for _, one := range r.reaches() {
		for _, g := range []group{{}, {ByUnit, one.who.Unit.ID}, {ByLevel, string(one.who.Level)}, {ByType, string(one.who.Type)}} {
			add(g, one)
		}
		if one.who.Role != "" {
			add(group{ByRole, one.who.Role}, one)
		}
		for _, name := range one.who.Groups {
			add(group{ByGroup, name}, one)
		}
	}
	return groups
}
