package profile

import (
	"maps"
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/learning"
)

// coaching counts the coaching of a district, if documents tell of it.
func (m *making) coaching() {
	d := m.documents
	systems, people, plans, data := listed[coaching.System](d), listed[coaching.People](d), listed[coaching.ServicePlans](d), listed[coaching.Data](d)
	in := coaching.Inputs{Learning: listed[learning.Series](d), From: mtss.MonthOf(m.On), Until: mtss.MonthOf(m.On), On: m.On}
	for _, s := range systems {
		if m.nearer(s.Unit, in.System.Unit) {
			in.System = s
		}
	}
	contacts := listed[coaching.Contact](d)
	if len(people)+len(plans) == 0 {
		if len(contacts) > 0 {
			m.concern(Unused, mtss.Noticef(NoticeUnused, "coaching contacts were not counted, since no document says who coaches whom"))
		}
		return
	}
	for _, p := range people {
		in.People.ID, in.People.ConfirmedThrough = p.ID, later(in.People.ConfirmedThrough, p.ConfirmedThrough)
		in.People.Coaches, in.People.Coached = append(in.People.Coaches, p.Coaches...), append(in.People.Coached, p.Coached...)
	}
	for _, p := range plans {
		in.Plans.ID, in.Plans.Plans = p.ID, append(in.Plans.Plans, p.Plans...)
		for _, one := range p.Plans {
			if one.From.Compare(in.From) < 0 {
				in.From = one.From
			}
		}
	}
	for _, one := range data {
		in.Data.ID = one.ID
		in.Data.Observations, in.Data.Coaching = append(in.Data.Observations, one.Observations...), append(in.Data.Coaching, one.Coaching...)
		in.Data.Feedback, in.Data.Reviews = append(in.Data.Feedback, one.Feedback...), append(in.Data.Reviews, one.Reviews...)
	}
	base := m.Unit // the district of a school, where its coaching system is
	if slices.Contains(m.above.Above(m.Unit.ID), in.System.Unit) {
		base = in.System.Unit
	}
	in, coached := m.coachedIn(base, in)
	report, err := coaching.Count(in, func(yield func(coaching.Contact, error) bool) {
		for i, c := range contacts {
			c.Line = i + 1 // by which problems are told
			if coached(append(slices.Clone(c.Also), c.Coached)...) && !yield(c, nil) {
				return
			}
		}
	})
	if err != nil {
		m.refuse("coaching", d.coachingOrigins(systems, people, plans, in).of(err)...)
	}
	m.more.add(report, nil)
	m.strangers(people)
	report.Inputs, _ = m.coachedIn(m.Unit, report.Inputs)
	report.Dosages = slices.DeleteFunc(slices.Clone(report.Dosages), func(d fidelity.Dosage) bool { return m.elsewhere(m.Unit, d.Unit) })
	m.months(report)
	if effect := report.Effect(); len(effect.Changes) > 0 {
		m.Effect = &effect
	}
}

// coachingOrigins returns the origins of what coaching is counted from: of the documents
// that were joined, and of contacts by their lines, which count from 1.
func (d Documents) coachingOrigins(systems []coaching.System, people []coaching.People, plans []coaching.ServicePlans, in coaching.Inputs) origins {
	var coached []coaching.Recipient
	var planned []coaching.ServicePlan
	for _, p := range people {
		coached = append(coached, p.Coached...)
	}
	for _, p := range plans {
		planned = append(planned, p.Plans...)
	}
	out := origins{
		"":                append(make([]origin, 1), originsOf[coaching.Contact](d)...),
		"/people/coaches": originsIn(d, "/coaches", func(p *coaching.People) int { return len(p.Coaches) }),
		"/people/coached": among(coached, in.People.Coached, originsIn(d, "/coached", func(p *coaching.People) int { return len(p.Coached) })),
		"/plans/plans":    among(planned, in.Plans.Plans, originsIn(d, "/plans", func(p *coaching.ServicePlans) int { return len(p.Plans) })),
		"/learning":       originsOf[learning.Series](d),
	}
	for list, length := range map[string]func(*coaching.Data) int{
		"/observations": func(v *coaching.Data) int { return len(v.Observations) }, "/coaching": func(v *coaching.Data) int { return len(v.Coaching) },
		"/feedback": func(v *coaching.Data) int { return len(v.Feedback) }, "/reviews": func(v *coaching.Data) int { return len(v.Reviews) },
	} {
		out["/data"+list] = originsIn(d, list, length)
	}
	for i := range systems {
		if reflect.DeepEqual(systems[i], in.System) {
			out[whole+"/system"] = originsOf[coaching.System](d)[i : i+1]
		}
	}
	return out
}

// among returns the origins of the elements of a list that were kept of another, in its
// order.
func among[T any](all, kept []T, from []origin) (out []origin) {
	for i := range all {
		if len(out) < len(kept) && reflect.DeepEqual(all[i], kept[len(out)]) {
			out = append(out, from[i])
		}
	}
	return out
}

// strangers says whose coaching is not counted.
func (m *making) strangers(people []coaching.People) {
	for _, p := range people {
		for _, c := range p.Coached {
			if m.elsewhere(m.Unit, c.Unit) {
				m.concern(Unused, mtss.Noticef(NoticeUnused, "coaching of those who do not belong to %s was not counted", m.Unit.ID).About(c.Unit.ID))
			}
		}
	}
}

// nearer reports whether a coaching system's unit is nearer to the profile's own than
// another: that unit itself, then one above it, then any.
func (m *making) nearer(u, than mtss.Unit) bool {
	above := append([]mtss.Unit{m.Unit}, m.above.Above(m.Unit.ID)...)
	distance := func(u mtss.Unit) int {
		if i := slices.Index(above, u); i >= 0 {
			return i
		}
		return len(above)
	}
	return than.ID == "" || distance(u) < distance(than)
}

// elsewhere reports whether a unit is known to be neither another nor below it.
func (m *making) elsewhere(of, u mtss.Unit) bool {
	above := m.above.Above(u.ID)
	_, placed := m.above.Unit(u.ID)
	return u != of && !slices.Contains(above, of) && (placed || slices.Index(mtss.UnitKinds(), u.Kind) >= slices.Index(mtss.UnitKinds(), of.Kind))
}

// coachedIn keeps those who are to be coached in a unit and below it, and their plans.
// coached reports whether any of some is not one of those who were left out.
func (m *making) coachedIn(u mtss.Unit, in coaching.Inputs) (kept coaching.Inputs, coached func(ids ...string) bool) {
	here, there := map[string]bool{}, map[string]bool{}
	kept = in
	kept.People.Coached, kept.Plans.Plans = nil, nil
	for _, c := range in.People.Coached {
		if m.elsewhere(u, c.Unit) {
			there[c.ID] = true
			continue
		}
		here[c.ID] = true
		kept.People.Coached = append(kept.People.Coached, c)
	}
	for _, p := range in.Plans.Plans {
		if here[p.Coached] || !there[p.Coached] {
			kept.Plans.Plans = append(kept.Plans.Plans, p)
		}
	}
	return kept, func(ids ...string) bool {
		return slices.ContainsFunc(ids, func(id string) bool { return here[id] || !there[id] })
	}
}

// months adds up contacts by month.
func (m *making) months(report coaching.Report) {
	by := map[mtss.Month]mtss.Tally{}
	for _, d := range report.Dosages {
		if d.Of != "contacts" {
			continue
		}
		t := mtss.Tally{Possible: d.Planned}
		if d.Delivered != nil {
			t.Earned = min(*d.Delivered, d.Planned)
		}
		if d.Delivered == nil || d.Open {
			t.Unknown = t.Possible - t.Earned
		}
		if sum, err := by[mtss.MonthOf(d.From)].Add(t); err == nil {
			by[mtss.MonthOf(d.From)] = sum
		}
	}
	for _, month := range slices.SortedFunc(maps.Keys(by), mtss.Month.Compare) {
		m.Coaching = append(m.Coaching, Contacts{Month: month, Delivered: by[month]})
	}
}

func later(a, b mtss.Date) mtss.Date {
	if b.After(a) {
		return b
	}
	return a
}
