package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// components says how far the components of infrastructure are in place.
func (t *talk) components(p *profile.Profile, r *report) {
	for _, c := range p.Components {
		declared := ""
		if c.Declared != "" {
			declared, r.Declared = t.say("declared."+string(c.Declared)), true
		}
		r.Components = append(r.Components, cells{t.say("component." + string(c.Component)), t.answer(c.Derived), declared})
	}
}

// concerns says the concerns; measures that are not known together.
func (t *talk) concerns(p *profile.Profile, r *report) {
	for _, c := range p.Concerns {
		if c.Notice.Code == profile.NoticeKnown {
			continue // the head says it
		}
		one := t.concern(p, c)
		if i := slices.IndexFunc(r.Quality, func(q concern) bool { return q.unknown && one.unknown && q.Changes == one.Changes }); i >= 0 {
			r.Quality[i].Says = t.say("says.wanted", r.Quality[i].Says, lowerFirst(one.Says))
			continue
		}
		if c.Quality == profile.Remark {
			r.Remarks = append(r.Remarks, one)
		} else {
			r.Quality = append(r.Quality, one)
		}
	}
}

// due says what is due and not done: late first, then by when. People to be observed
// are counted, not named.
func (t *talk) due(p *profile.Profile) (out []dueRow) {
	var open []schedule.Due
	people := map[[3]string]int{}
	key := func(d schedule.Due) [3]string { return [3]string{string(d.Kind), d.Innovation, string(d.Status)} }
	for _, d := range p.Due {
		if d.Settled() {
			continue
		}
		if d.Kind == schedule.Observation {
			people[key(d)]++
			if i := slices.IndexFunc(open, func(o schedule.Due) bool { return key(o) == key(d) }); i >= 0 {
				if !d.Until.IsZero() && (open[i].Until.IsZero() || d.Until.Before(open[i].Until)) {
					open[i].Until = d.Until
				}
				continue
			}
		}
		open = append(open, d)
	}
	slices.SortStableFunc(open, func(a, b schedule.Due) int {
		late := func(d schedule.Due) int {
			return slices.Index([]schedule.DueStatus{schedule.Missed, schedule.OpenNow, schedule.Coming}, d.Status)
		}
		if (a.Status == schedule.Missed) != (b.Status == schedule.Missed) {
			return cmp.Compare(late(a), late(b))
		}
		if a.Until.IsZero() != b.Until.IsZero() {
			if a.Until.IsZero() { // said as now
				return -1
			}
			return 1
		}
		return a.Until.Compare(b.Until)
	})
	for _, d := range open {
		out = append(out, t.dueRow(p, d, people[key(d)]))
	}
	return out
}

// dueRow says one thing that is due, or people to be observed together.
func (t *talk) dueRow(p *profile.Profile, d schedule.Due, people int) dueRow {
	r := dueRow{When: t.say("due.any"), Who: t.who(cmp.Or(d.CompletedBy, d.SubmittedBy)), Late: d.Status == schedule.Missed}
	switch {
	case r.Late:
		r.When = t.say("due.late", t.day(d.Until))
	case !d.Until.IsZero():
		r.When = t.say("due.by", t.day(d.Until))
	}
	switch d.Kind {
	case schedule.Observation:
		r.What = t.count("due.observation", people, t.innovation(d.Innovation))
	case schedule.Administration:
		r.What = t.say("due.administration", t.instrument(d.Instrument))
	default:
		subject := d.Subject
		if a, found := activity(p, d); found {
			subject = a
		} else if d.Kind == schedule.Coaching || d.Kind == schedule.Session {
			subject = t.subject(subject)
		}
		r.What = t.say("due."+string(d.Kind), subject)
	}
	if d.Unit != p.Unit && d.Kind != schedule.Observation {
		r.What = t.say("due.in", r.What, t.unit(d.Unit))
	}
	return r
}

// activity returns what an activity that is due says.
func activity(p *profile.Profile, d schedule.Due) (text string, found bool) {
	if d.Kind != schedule.Activity {
		return "", false
	}
	i := slices.IndexFunc(p.Activities, func(a profile.PlannedActivity) bool {
		return a.Plan == d.Schedule && a.ID == d.Subject && a.Unit == d.Unit
	})
	if i < 0 || p.Activities[i].Text == "" {
		return "", false
	}
	return p.Activities[i].Text, true
}

// subject says what something due is about: a text or an id of a host, or else words of
// the library, such as a component and its state.
func (t *talk) subject(subject string) string {
	words := strings.Fields(subject)
	for i, w := range words {
		text, is := t.word(w)
		if !is {
			return subject
		}
		words[i] = text
	}
	return strings.Join(words, ", ")
}

// plan lists the activities of plans: what is done last, and the others by day.
func (t *talk) plan(p *profile.Profile, r *report) {
	activities := slices.Clone(p.Activities)
	done := func(a profile.PlannedActivity) bool { return a.Status == schedule.Done || !a.Done.IsZero() }
	slices.SortStableFunc(activities, func(a, b profile.PlannedActivity) int {
		last := func(a profile.PlannedActivity) int {
			switch {
			case done(a):
				return 2
			case a.Due.IsZero():
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(last(a), last(b)), a.Due.Compare(b.Due))
	})
	n := 0
	for _, a := range activities {
		if done(a) {
			n++
		}
		r.Plan = append(r.Plan, dueRow{What: upper(cmp.Or(a.Text, a.ID)), Who: t.who(a.Who), When: t.day(a.Due), Status: t.say("status." + string(a.Status)), Late: a.Status == schedule.Missed})
	}
	r.Planned = t.say("plan", t.figure(mtss.Tally{Earned: int64(n), Possible: int64(len(p.Activities))}))
}

// base groups the measures that carry the work.
func (t *talk) base(p *profile.Profile) (out []group) {
	groups := []struct {
		name     string
		prefixes []string
	}{
		{"base.team", []string{"team.", "lead.", "responsibility.", "partnership.", "data.used.schools"}},
		{"base.coaching", []string{"coaching."}},
		{"base.infrastructure", []string{"installation.components", "installation.declared", "installation.contradictions", "communication.", "barriers.", "delivery.", "initiatives.", "staff.", "data.used"}},
		{"base.learning", []string{"learning.", "dit."}},
		{"base.readiness", []string{"exploration.", "readiness."}},
	}
	in := func(name string, prefixes []string) bool {
		return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
	}
	used := map[string]bool{}
	for _, g := range groups {
		one := group{Name: t.say(g.name)}
		for _, m := range p.Measures {
			if in(m.Measure, g.prefixes) && !used[m.Measure] {
				used[m.Measure] = true
				one.Rows = append(one.Rows, t.known(t.measure(m.Measure), m))
			}
		}
		if g.name == "base.readiness" {
			for _, i := range p.Innovations {
				for _, m := range i.Measures {
					if in(m.Measure, []string{"readiness.", "exploration."}) {
						one.Rows = append(one.Rows, t.known(t.say("says.bare", t.innovation(i.ID), lowerFirst(t.measure(m.Measure))), m))
					}
				}
			}
		}
		if len(one.Rows) > 0 {
			out = append(out, one)
		}
	}
	return out
}

// known says what is known of a measure.
func (t *talk) known(name string, m profile.KnownMeasure) cells {
	value := t.measured(m.Measure, m.Value, rule.Comparison{}, false)
	if m.Expired {
		value += ", " + t.say("expired")
	}
	through := t.say("counts until")
	if !m.Through.IsZero() {
		through = t.say("through", t.day(m.Through))
	}
	return cells{name, value, t.day(m.On), through}
}

// concern says a concern.
func (t *talk) concern(p *profile.Profile, c profile.Concern) concern {
	out := concern{What: t.say("quality." + string(c.Quality)), Says: upper(t.notice(c.Notice)), Much: t.count("quality.times", int(c.Count)), Changes: t.say("quality.no")}
	if changes := t.changes(p, c.MayChange); changes != "" {
		out.Changes = t.say("quality.yes") + " " + changes
	}
	if measure := c.Notice.Params; c.Notice.Code == profile.NoticeUnknown && len(measure) == 1 {
		out.Says, out.Much, out.unknown = upper(t.param(measure[0])), t.say("not known"), true
		return out
	}
	names := make([]string, 0, len(c.Subjects))
	for _, s := range c.Subjects {
		if c.Notice.Subject == "" {
			break // they are messages of their own, and no names
		}
		if name := t.named(p, s); !strings.Contains(out.Says, name) && !strings.Contains(out.Says, upper(name)) {
			names = append(names, name)
		}
	}
	if c.Notice.Code == profile.NoticeAbsent {
		names = names[:0]
		for _, s := range c.Subjects {
			names = append(names, t.named(p, s))
		}
		out.Says = upper(mtss.FillIn(cmp.Or(t.words[c.Notice.Template], c.Notice.Template), []string{strings.Join(names, ", ")}))
		return out
	}
	if len(names) > 0 {
		out.Of = t.some(append(names, make([]string, int(c.Count)-len(c.Subjects))...)) // of the last, the number alone
	}
	return out
}

// changes names the verdicts that something may change; the same stage of several
// innovations together.
func (t *talk) changes(p *profile.Profile, paths []string) string {
	var parts []string
	var of []mtss.StageID
	innovations := map[mtss.StageID][]string{}
	for _, path := range paths {
		innovation, stage := stageOf(p, path)
		if innovation == "" {
			parts, of = append(parts, t.verdictOf(p, path)), append(of, "")
			continue
		}
		if len(innovations[stage]) == 0 {
			parts, of = append(parts, ""), append(of, stage)
		}
		innovations[stage] = append(innovations[stage], t.innovation(innovation))
	}
	for i, stage := range of {
		if stage != "" {
			parts[i] = t.say("says.bare", t.some(innovations[stage]), lowerFirst(t.stage(stage)))
		}
	}
	const most = 3
	if more := len(parts) - most; more > 0 {
		return t.say("quality.more", strings.Join(parts[:most], "; "), strconv.Itoa(more))
	}
	return strings.Join(parts, "; ")
}

// named names what a concern is about.
func (t *talk) named(p *profile.Profile, subject string) string {
	if verdict := t.verdictOf(p, subject); verdict != subject {
		return verdict
	}
	if kind, id, two := strings.Cut(subject, " "); two {
		if text, found := t.find("kind." + kind); found {
			return text + " " + t.called("unit", id)
		}
	}
	for _, key := range []string{"unit/", "innovation/", "instrument/"} {
		if _, found := t.find(key + subject); found {
			return t.called(strings.TrimSuffix(key, "/"), subject)
		}
	}
	for _, key := range []string{"measure.", "document."} {
		if text, found := t.find(key + subject); found {
			return lowerFirst(text)
		}
	}
	return t.param(subject)
}
