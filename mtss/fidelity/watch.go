package fidelity

import (
	"cmp"
	"errors"
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Documents are what is known of practitioners and outcomes over time: who is
// intended to use innovations, what was observed, when that is at fidelity, and what
// came of it. They supply evidence: [Documents.Evidence] for a range of days says of
// each of these days what [Count] says of practitioners, and what [Documents.Improved]
// says of outcomes. The zero value knows nothing.
type Documents struct {
	// Rosters say who is intended to use innovations. In the units where they work an
	// outcome is to be measured.
	Rosters []roster.Roster
	// Observations are the observations of them.
	Observations []Observation
	// Policies say when they are at fidelity, each for one innovation; one that
	// names none is for all others. Of an innovation without a policy, and of one of
	// which two policies say different things, nothing is
	// known but who is intended to use it. They also say which former names are names
	// of one innovation; see Policy.FormerNames.
	Policies []Policy
	// Outcomes are the series of outcomes, one for each measure of a unit and an
	// innovation.
	Outcomes []Outcome
	// Rule judges the outcomes, over [OutcomeVocabulary]; the zero value is
	// [ImprovedSinceBaseline].
	Rule rule.Node
	// Windows are the windows of a year in which outcomes are measured; without
	// them values count for a year.
	Windows []mtss.Window
}

// KnownBy returns the documents with the rosters, observations, series and values that
// were known by a day: see mtss.KnownBy.
func (d Documents) KnownBy(day mtss.Date) evidence.Supplier {
	d.Rosters, d.Observations = rostersKnownBy(d.Rosters, day), mtss.KnownBy(d.Observations, day)
	d.Outcomes = Outcomes{Outcomes: d.Outcomes}.KnownBy(day).Outcomes
	return d
}

func rostersKnownBy(all []roster.Roster, day mtss.Date) []roster.Roster {
	var out []roster.Roster
	for _, r := range all {
		if r, known := r.KnownBy(day); known {
			out = append(out, r)
		}
	}
	return out
}

// watched is practitioners whose records were checked.
type watched struct {
	problems
	policies []Policy
	assigned []roster.Assignment
	people   []watchedPerson
	place    map[subject]int
	repeated int64 // observations that are there again
	twins    int64 // those of them without an id and an observer

	notIntended     int64            // observations of people who are in no roster for the innovation
	strays, unknown map[string]int64 // of these: innovations without a roster, and people, by their observations

	observations int             // all that there are
	contradicted map[string]bool // innovations of which policies say different things
}

// watchedPerson is one practitioner or position of one innovation.
type watchedPerson struct {
	subject
	policy       *Policy // nil where there is none
	rows         []*roster.Assignment
	observations []*Observation // in order
}

// watch checks the records, and finds the observations of each practitioner.
func (d Documents) watch(above mtss.Hierarchy) *watched {
	c := &watched{strays: map[string]int64{}, unknown: map[string]int64{}}
	c.setPolicies(d.Policies)
	var err error
	c.assigned, _, err = roster.Merge(above, c.named, d.Rosters...)
	c.Add(mtss.Issues(err)...)
	c.place = make(map[subject]int, len(c.assigned))
	for i := range c.assigned {
		a := &c.assigned[i]
		key := subject{a.Person, a.Innovation}
		at, known := c.place[key]
		if !known {
			at = len(c.people)
			c.place[key] = at
			c.people = append(c.people, watchedPerson{subject: key, policy: c.policy(key.innovation)})
		}
		c.people[at].rows = append(c.people[at].rows, a)
	}
	c.observe(d.Observations)
	return c
}

// setPolicies keeps the policies that are good, each for names of its own. Of two that say
// different things of one innovation neither holds.
func (c *watched) setPolicies(all []Policy) {
	first := map[string]int{}
	c.contradicted = map[string]bool{}
	for i, p := range all {
		if slices.ContainsFunc(all[:i], func(q Policy) bool { return reflect.DeepEqual(p, q) }) {
			continue // there again
		}
		at := pointer.Element("/policies", i)
		issues := mtss.Issues(p.Validate())
		for _, name := range append([]string{p.Innovation}, p.FormerNames...) {
			if other, known := first[name]; known && len(issues) == 0 {
				at := pointer.Element("/policies", other)
				c.contradicted[all[other].Innovation] = true
				if name == "" {
					issues = append(issues, mtss.Issuef("/innovation", CodeRepeated, "the policy at %s is for every innovation without one of its own already", at))
					continue
				}
				issues = append(issues, mtss.Issuef("/innovation", CodeRepeated, "the policy at %s is already for %q", at, name))
			}
		}
		if len(issues) > 0 {
			c.Add(strict.Under(at, issues)...)
			continue
		}
		c.policies = append(c.policies, p.clone())
		for _, name := range append([]string{p.Innovation}, p.FormerNames...) {
			first[name] = i
		}
	}
}

// named returns the name that an innovation has now.
func (c *watched) named(innovation string) string {
	for i := range c.policies {
		if now := c.policies[i].named(innovation); now != innovation {
			return now
		}
	}
	return innovation
}

// policy returns the policy of an innovation, nil where there is none.
func (c *watched) policy(innovation string) *Policy {
	if c.contradicted[innovation] {
		return nil
	}
	i := slices.IndexFunc(c.policies, func(p Policy) bool { return p.Innovation == innovation })
	if i < 0 && !c.contradicted[""] {
		i = slices.IndexFunc(c.policies, func(p Policy) bool { return p.Innovation == "" })
	}
	if i < 0 {
		return nil
	}
	return &c.policies[i]
}

// observe gives each practitioner their observations that can be judged.
func (c *watched) observe(all []Observation) {
	c.observations = len(all)
	out, again := observationsInForce(all, c.named, &c.problems)
	for i, there := range again {
		if o := &all[i]; there && (o.ID != "" || o.AdministeredBy != (instrument.AdministeredBy{})) {
			c.repeated++
		} else if there {
			c.twins++
		}
	}
	for i := range all {
		o := &all[i]
		if wrong := o.whole(); wrong != nil {
			c.Add(strict.Under(pointer.Element("/observations", i), wrong)...)
			continue
		}
		innovation := c.named(o.Innovation)
		policy := c.policy(innovation)
		if !out[i] {
			c.stray(subject{o.Practitioner, innovation})
		}
		if out[i] || policy == nil || !policy.judges(o.Instrument, pointer.Element("/observations", i), &c.problems) {
			continue
		}
		if at, known := c.place[subject{o.Practitioner, innovation}]; known {
			c.people[at].observations = append(c.people[at].observations, o)
		}
	}
	for i := range c.people {
		sortObservations(c.people[i].observations)
	}
}

// stray notes an observation of somebody who is in no roster for the innovation.
func (c *watched) stray(of subject) {
	if _, known := c.place[of]; known {
		return
	}
	c.notIntended++
	if !slices.ContainsFunc(c.people, func(p watchedPerson) bool { return p.innovation == of.innovation }) {
		c.strays[of.innovation]++
	} else {
		c.unknown[of.practitioner]++
	}
}

// spellings says which names of observations are spelled as others are but for their
// case and the like.
func (c *watched) spellings() []mtss.Notice {
	innovations, people := map[string]string{}, map[string]string{}
	for _, p := range c.people {
		innovations[kit.Alike(p.innovation)], people[kit.Alike(p.practitioner)] = p.innovation, p.practitioner
	}
	return append(meant("innovation", c.strays, innovations), meant("practitioner", c.unknown, people)...)
}

// Evidence returns how practitioners stand over a range of days: members of
// evidence.Practitioners, EmployedPractitioners and ObservedPractitioners, each
// for as long as the observations behind it count, and whether they use the
// innovation, evidence.Used: met where an observation that counts has points, and
// not met where all that count have none. The members are practitioners and
// vacant positions by id. What has expired is undetermined, and says what it was.
// After the last day for which a roster is confirmed nothing is known of these
// measures.
//
// Of outcomes it returns whether they improved, evidence.OutcomesImproved, as records
// of units and innovations: one from each day on which a value changes that, through
// the last day on which it is known by these values. These do not depend on the days
// that are asked for.
//
// Bad records are reported; the others are supplied all the same. Errors: those
// of [Count], with paths such as /rosters/0/intended/3, /observations/3 and /policies/0;
// CodeRepeated for two policies of one innovation; those of [Documents.Improved].
func (d Documents) Evidence(above mtss.Hierarchy, days mtss.Period) (evidence.Batch, error) {
	c := d.watch(above)
	out := c.evidence(days)
	improved, err := d.results(above)
	if err != nil {
		return out, errors.Join(c.err(), err)
	}
	for _, at := range improved.order {
		out.Records = append(out.Records, improved.records(at)...)
	}
	for _, issue := range improved.Issues {
		if !slices.ContainsFunc(c.Issues, func(i mtss.Issue) bool { return i.Path == issue.Path && i.Code == issue.Code }) {
			c.Add(issue) // the rosters are read for both
		}
	}
	return out, c.err()
}

// evidence is how the practitioners stand.
func (c *watched) evidence(days mtss.Period) (out evidence.Batch) {
	out.Spells = make([]evidence.Spell, 0, 4*(len(c.assigned)+c.observations))
	without := map[string]bool{}
	j := &judge{}
	for i := range c.people {
		p := &c.people[i]
		if p.policy == nil && !without[p.innovation] {
			without[p.innovation] = true
			out.Notices = append(out.Notices, mtss.Noticef(NoticeNoPolicy, "there is no policy for %q, so nobody is known to be at fidelity", p.innovation))
		}
		var all []standing
		if p.policy == nil {
			all = []standing{{status: Unobserved}}
		} else if !p.rows[0].Vacant || len(p.rows) > 1 {
			all = p.standings(days, j)
		}
		for _, row := range p.rows {
			p.spells(row, all, days, &out.Spells)
		}
	}
	out.Gaps = c.gaps()
	out.Renamed = map[string]string{}
	for _, p := range c.policies {
		for _, former := range p.FormerNames {
			out.Renamed[former] = p.Innovation
		}
	}
	if c.repeated > 0 {
		out.Notices = append(out.Notices, kit.Counted(CaveatRepeated, c.repeated, "observation", repeatedText))
	}
	if c.twins > 0 {
		out.Notices = append(out.Notices, kit.Counted(CaveatTwin, c.twins, "observation", twinText))
	}
	if c.notIntended > 0 {
		out.Notices = append(out.Notices, kit.Counted(CaveatNotIntended, c.notIntended, "observation", "of practitioners who are in no roster for the innovation; in no share"))
	}
	out.Notices = append(out.Notices, c.spellings()...)
	slices.SortFunc(out.Notices, func(a, b mtss.Notice) int { return cmp.Compare(a.Message, b.Message) })
	return out
}

// gaps are the days on which it is not known who is intended.
func (c *watched) gaps() (gaps []evidence.Gap) {
	for a, days := range roster.Unconfirmed(c.assigned) {
		for _, measure := range [...]string{string(evidence.Practitioners), string(evidence.EmployedPractitioners), string(evidence.ObservedPractitioners), string(evidence.Used)} {
			why := unconfirmed(a.ConfirmedThrough, mtss.Date{}).About(measure)
			gaps = append(gaps, evidence.Gap{Measure: measure, Unit: a.Unit, Innovation: a.Innovation, Days: days, Why: why})
		}
	}
	return gaps
}

// spells adds the spells of a practitioner in one unit.
func (p *watchedPerson) spells(row *roster.Assignment, all []standing, days mtss.Period, out *[]evidence.Spell) {
	intended := mtss.Period{From: row.From, Until: row.Until}
	if !intended.Overlaps(days) {
		return
	}
	spell := evidence.Spell{Member: p.practitioner, Unit: row.Unit, Innovation: p.innovation, Days: intended}
	add := func(m evidence.Count) {
		spell.Measure = string(m)
		*out = append(*out, spell)
	}
	if row.Vacant {
		switch {
		case p.policy == nil || p.policy.Vacant == VacantUnknown:
			add(evidence.Practitioners)
		case p.policy.Vacant != VacantLeftOut:
			spell.Verdict = mtss.NotMet
			add(evidence.Practitioners)
		}
		return
	}
	for i := range all {
		s := &all[i]
		var ok bool
		if spell.Days, ok = intended.Within(s.days); !ok || !spell.Days.Overlaps(days) {
			continue
		}
		spell.Verdict, spell.Was, spell.Rests = s.status.Verdict(), s.was, s.rests
		add(evidence.Practitioners)
		add(evidence.EmployedPractitioners)
		if s.status.observed() {
			add(evidence.ObservedPractitioners)
		}
		spell.Verdict, spell.Was, spell.Rests = s.use, s.usedWas, s.usedRests
		add(evidence.Count(evidence.Used))
	}
}
