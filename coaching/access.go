package coaching

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
)

// reach is whether coaching reached a recipient, and whether a coaching contact
// included direct observation; undetermined where the log may lack one.
type reach struct {
	id                string
	posts             []Recipient // what the recipient is listed as on the day
	reached, observed mtss.Verdict
	by                map[Type]mtss.Verdict // of those with two types
	another           bool                  // reached is not that of the recipient as a whole
}

// reaches returns the reach of the recipients on the day of asking, in the order in
// which they first appear.
func (r Report) reaches() []reach {
	confirmed := r.Inputs.People.confirmed(r.Inputs.On)
	contacts, observed := map[string]map[Type]int64{}, map[string]int64{}
	for _, c := range r.Cells {
		if c.Support == mtss.SupportCoaching {
			if contacts[c.Coached] == nil {
				contacts[c.Coached] = map[Type]int64{}
			}
			contacts[c.Coached][c.Type] += c.Contacts
			observed[c.Coached] += c.Observed
		}
	}
	lacking, at, out := r.lacking(), map[string]int{}, []reach{}
	for _, c := range r.Inputs.People.Coached {
		if !c.On(r.Inputs.On) {
			continue
		}
		k, known := at[c.ID]
		if !known {
			k, at[c.ID] = len(out), len(out)
			all := int64(0)
			for _, n := range contacts[c.ID] {
				all += n
			}
			one := reach{id: c.ID, reached: happened(all, lacking[c.ID]), observed: happened(observed[c.ID], lacking[c.ID])}
			if !confirmed {
				one.reached, one.observed = mtss.Undetermined, mtss.Undetermined
			}
			out = append(out, one)
		}
		out[k].posts = append(out[k].posts, c)
	}
	for k := range out {
		one := &out[k]
		if one.by = (map[Type]mtss.Verdict{}); len(one.types()) < 2 {
			continue
		}
		for _, t := range one.types() {
			of := contacts[one.id]
			if one.by[t] = happened(of[t], lacking[one.id] || of[""] > 0); !confirmed {
				one.by[t] = mtss.Undetermined
			}
		}
	}
	return out
}

// types are the types of coaching that are intended.
func (r *reach) types() (types []Type) {
	for _, p := range r.posts {
		if !slices.Contains(types, p.Type) {
			types = append(types, p.Type)
		}
	}
	return types
}

// in returns the reach by one type of coaching.
func (r reach) in(t Type) reach {
	if v, several := r.by[t]; several {
		r.another = v != r.reached
		r.reached = v
	}
	return r
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

// coverage counts reach, as facts. Each recipient counts once, and once for each
// type of coaching that is intended.
func (r Report) coverage() map[string]mtss.Tally {
	out := map[string]mtss.Tally{string(evidence.CoachingCoverage): {}, coverageOf(Systems): {}, coverageOf(Instructional): {}, observedMeasure: {}}
	for _, one := range r.reaches() {
		add := func(name string, v mtss.Verdict) { out[name] = kit.Plus(out[name], mtss.Count(v)) }
		add(string(evidence.CoachingCoverage), one.reached)
		for _, t := range one.types() {
			add(coverageOf(t), one.in(t).reached)
		}
		if one.reached == mtss.Met {
			add(observedMeasure, one.observed)
		}
	}
	return out
}

// observedMeasure counts the recipients who were observed, of those reached.
const observedMeasure = "coaching.observed"

// coverageOf names the measure of those reached by one type of coaching.
func coverageOf(t Type) string { return string(evidence.CoachingCoverage) + "." + string(t) }

// Grouping is what access is compared by. The zero value takes all together.
type Grouping string

// What access is compared by.
const (
	// ByUnit compares schools and other units.
	ByUnit Grouping = "unit"
	// ByLevel compares levels.
	ByLevel Grouping = "level"
	// ByType compares systems and instructional coaching. Who gets both is reached by
	// each on its own; a contact of which the type is not known leaves that open.
	ByType Grouping = "type"
	// ByRole compares roles of practitioners.
	ByRole Grouping = "role"
	// ByGroup compares the groups that the host names. One person may be in several.
	ByGroup Grouping = "group"
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
			if waiting[m.id] {
				*a.Need++
			}
		}
	}
	add(group{})
	for _, one := range r.reaches() {
		seen := map[group]bool{}
		put := func(by Grouping, name string, member reach) {
			if g := (group{by, name}); !seen[g] {
				seen[g] = true
				add(g, member)
			}
		}
		put("", "", one)
		for _, post := range one.posts {
			put(ByUnit, post.Unit.ID, one)
			put(ByLevel, string(post.Level), one)
			put(ByType, string(post.Type), one.in(post.Type))
			if post.Role != "" {
				put(ByRole, post.Role, one)
			}
			for _, name := range post.Groups {
				put(ByGroup, name, one)
			}
		}
	}
	return groups
}
