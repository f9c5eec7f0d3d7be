package coaching

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Reach is whether coaching reached one team or person who is intended to be
// coached.
type Reach struct {
	// Coached is who.
	Coached Recipient
	// Reached is whether there was a coaching contact. Where there was none and
	// the log of a coach who is to coach them is not complete, it is undetermined.
	Reached mtss.Verdict
	// Observed is whether a coaching contact had direct observation.
	Observed mtss.Verdict
}

// Reached returns the reach of all who are intended to be coached on the day
// of asking, in the order of the people.
func (a LogSummary) Reached() []Reach {
	contacts, observed := map[string]int64{}, map[string]int64{}
	for _, c := range a.Cells {
		if c.Support == Coaching {
			contacts[c.Coached] += c.Contacts
			observed[c.Coached] += c.Observed
		}
	}
	open := a.open()
	out := []Reach{}
	for _, c := range a.setting.People.Coached {
		if c.On(a.setting.On) {
			known := !open(c)
			out = append(out, Reach{c, verdict(known || contacts[c.ID] > 0, contacts[c.ID] > 0), verdict(known || observed[c.ID] > 0, observed[c.ID] > 0)})
		}
	}
	return out
}

// open returns a function that tells whether the log may lack contacts with a
// coached: of a coach who has a plan for them or is for their unit.
func (a LogSummary) open() func(Recipient) bool {
	lacking := map[string]bool{} // by coach
	for _, c := range a.setting.People.Coaches {
		lacking[c.ID] = !a.firstOpen(c).IsZero()
	}
	planned, units := map[string]bool{}, map[string]bool{}
	for _, p := range a.setting.Plans.Plans {
		planned[p.Coached] = planned[p.Coached] || lacking[p.Coach]
	}
	for _, c := range a.setting.People.Coaches {
		for _, u := range c.Units {
			units[u.ID] = units[u.ID] || lacking[c.ID]
		}
	}
	return func(c Recipient) bool { return planned[c.ID] || units[c.Unit.ID] }
}

// coverage counts reach, as the facts of an account.
func (a LogSummary) coverage() map[string]mtss.Tally {
	out := map[string]mtss.Tally{"coaching.coverage": {}, "coaching.coverage.systems": {}, "coaching.coverage.instructional": {}, "coaching.observed": {}}
	for _, r := range a.Reached() {
		reached := mtss.Count(r.Reached)
		for _, name := range []string{"coaching.coverage", "coaching.coverage." + string(r.Coached.Type)} {
			out[name] = kit.Plus(out[name], reached)
		}
		if r.Reached == mtss.Met {
			out["coaching.observed"] = kit.Plus(out["coaching.observed"], mtss.Count(r.Observed))
		}
	}
	return out
}

// Grouping is what access is compared by.
type Grouping string

// What access is compared by.
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
)

// Groupings returns what access is compared by.
func Groupings() []Grouping { return []Grouping{ByUnit, ByLevel, ByType, ByRole, ByGroup} }

// Access is how many of a group of those intended to be coached were reached.
type Access struct {
	// By is what is compared; empty for all together.
	By Grouping `json:"by,omitzero"`
	// Name is the group; empty for all together.
	Name string `json:"name,omitzero"`
	// Reached are those reached of those intended.
	Reached mtss.Tally `json:"reached"`
	// Need are those with a need that is surely warranted and surely had no
	// contact to answer it; while a log is not complete, nobody is.
	Need int64 `json:"need"`

	members []Reach
}

// Access compares who was reached, for all together and for each group, by
// grouping and name; needs are those of [Needs], or none. It names
// every group, however small: use [Publish] before it leaves the team.
func (a LogSummary) Access(needs []Need) []Access {
	type group struct {
		by   Grouping
		name string
	}
	waiting := map[string]bool{}
	open := a.open()
	answered, _ := a.Answer(needs)
	for _, n := range answered {
		waiting[n.Coached] = waiting[n.Coached] || n.Verdict == mtss.Met && n.Contacts == 0
	}
	cells := map[group]*Access{{}: {}}
	for _, r := range a.Reached() {
		groups := []group{{}, {ByUnit, r.Coached.Unit.ID}, {ByLevel, string(r.Coached.Level)}, {ByType, string(r.Coached.Type)}}
		if r.Coached.Role != "" {
			groups = append(groups, group{ByRole, r.Coached.Role})
		}
		for _, name := range r.Coached.Groups {
			groups = append(groups, group{ByGroup, name})
		}
		for _, g := range groups {
			c := cells[g]
			if c == nil {
				c = &Access{By: g.by, Name: g.name}
				cells[g] = c
			}
			c.Reached = kit.Plus(c.Reached, mtss.Count(r.Reached))
			c.members = append(c.members, r)
			if waiting[r.Coached.ID] && !open(r.Coached) {
				c.Need++
			}
		}
	}
	out := []Access{}
	for _, c := range cells {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(x, y Access) int {
		return cmp.Or(cmp.Compare(slices.Index(Groupings(), x.By), slices.Index(Groupings(), y.By)), cmp.Compare(x.Name, y.Name))
	})
	return out
}

// Answer returns the needs with the contacts of their support that the account
// counts for each, and a notice for every one that surely stands and surely went
// without. Where rules warrant the same support twice, the contacts stand at both.
func (a LogSummary) Answer(needs []Need) ([]Need, []Notice) {
	type key struct {
		coached string
		support Support
	}
	contacts, minutes := map[key]int64{}, map[key]int64{}
	for _, c := range a.Cells {
		contacts[key{c.Coached, c.Support}] += c.Contacts
		minutes[key{c.Coached, c.Support}] += c.Minutes
	}
	open := a.open()
	lacking := map[string]bool{}
	for _, c := range a.setting.People.Coached {
		lacking[c.ID] = open(c)
	}
	out, notices := slices.Clone(kit.OrEmpty(needs)), []Notice{}
	for i := range out {
		n := &out[i]
		k := key{n.Coached, n.Support}
		n.Contacts, n.Minutes = contacts[k], minutes[k]
		if n.Verdict == mtss.Met && n.Contacts == 0 && !lacking[n.Coached] {
			notices = append(notices, Notice{Code: NoticeUnanswered, Message: n.Coached + ": " + n.Decision.Rule + " warrants " + string(n.Support) + ", and there was none", Source: n.Decision.Source})
		}
	}
	return out, notices
}

// NeedFacts returns coaching.needs, the needs that surely stand and were
// answered by a contact, of all that surely stand; a need without a contact is
// unknown while a log is not complete.
func (a LogSummary) NeedFacts(needs []Need) rule.Facts {
	answered, _ := a.Answer(needs)
	open := a.open()
	lacking := map[string]bool{}
	for _, c := range a.setting.People.Coached {
		lacking[c.ID] = open(c)
	}
	var t mtss.Tally
	for _, n := range answered {
		if n.Verdict == mtss.Met {
			t = kit.Plus(t, mtss.Count(verdict(n.Contacts > 0 || !lacking[n.Coached], n.Contacts > 0)))
		}
	}
	return rule.Facts{"coaching.needs": rule.Of(t)}
}
