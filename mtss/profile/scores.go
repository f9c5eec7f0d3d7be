package profile

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// scorers makes the definitions that administrations are scored by, as they are
// asked for: those among the documents or else those that ship, completed and with
// the criteria of an adopter where documents say so.
type scorers struct {
	m    *making
	made map[instrument.Ref]*instrument.Scorer
}

// of returns the scorer of an instrument; nil where there is none, which was
// reported.
func (s *scorers) of(ref instrument.Ref) *instrument.Scorer {
	if scorer, known := s.made[ref]; known {
		return scorer
	}
	scorer, err := s.make(ref)
	if err != nil {
		s.m.refuse(err, ref.String())
	}
	s.made[ref] = scorer
	return scorer
}

func (s *scorers) make(ref instrument.Ref) (*instrument.Scorer, error) {
	d, found := shipped(ref)
	for _, own := range listed[instrument.Definition](s.m.documents) {
		if own.Ref() == ref {
			d, found = own, true
		}
	}
	if !found {
		return nil, mtss.Issuef("/instrument", CodeDefinition, "%s neither ships nor is defined by a document, so it is not scored", ref)
	}
	var err error
	for _, c := range listed[instrument.Completion](s.m.documents) {
		if c.Instrument != ref {
			continue
		}
		if d, err = instrument.Complete(d, c); err != nil {
			return nil, err
		}
	}
	for _, p := range listed[instrument.CriteriaProfile](s.m.documents) {
		if p.Instrument != ref {
			continue
		}
		if d, err = instrument.WithProfile(d, p); err != nil {
			return nil, err
		}
	}
	return instrument.Compile(d)
}

// scored is what identifies a result.
type scored struct {
	ref  instrument.Ref
	unit mtss.Unit
	on   mtss.Date
	id   string
}

func scoredBy(r *instrument.Result) scored {
	return scored{r.Instrument.Ref, r.Unit, r.Date, r.Administration}
}

// instruments scores what was administered, and follows each instrument of the unit.
func (m *making) instruments() {
	s := &scorers{m: m, made: map[instrument.Ref]*instrument.Scorer{}}
	standing, err := instrument.InForce(append(listed[instrument.Administration](m.documents), m.meetings(s)...))
	m.refuse(err, "administrations")
	known := map[scored]int{}
	var later, elsewhere []string
	for _, a := range standing {
		if a.Date.After(m.On) {
			later = append(later, a.Instrument.String()+" "+a.Unit.ID+" "+a.Date.String())
			continue
		}
		scorer := s.of(a.Instrument)
		if scorer == nil {
			continue
		}
		r, err := scorer.Score(a)
		if err != nil {
			m.refuse(err, cmp.Or(a.ID, a.Instrument.String()+" "+a.Unit.ID+" "+a.Date.String()))
			continue
		}
		known[scoredBy(&r)] = len(m.results)
		m.results = append(m.results, r)
	}
	stored := listed[instrument.Result](m.documents)
	evident := map[scored]bool{}
	for i := range stored {
		evident[scoredBy(&stored[i])] = true
	}
	m.more = append(m.more, dca.Supplier(slices.DeleteFunc(slices.Clone(m.results), func(r instrument.Result) bool { return evident[scoredBy(&r)] })))
	for _, r := range stored {
		i, again := known[scoredBy(&r)]
		switch {
		case r.Date.After(m.On):
			later = append(later, r.Instrument.Ref.String()+" "+r.Unit.ID+" "+r.Date.String())
		case !again:
			known[scoredBy(&r)] = len(m.results)
			m.results = append(m.results, r)
		case m.results[i].Points != r.Points || m.results[i].Instrument.Digest != r.Instrument.Digest:
			m.refuse(mtss.Issuef("", CodeResult, "the stored result of %s on %s says otherwise than what was scored, and was not used", r.Instrument.Ref, r.Date), r.Unit.ID)
		}
	}
	used := map[instrument.Ref][]instrument.Result{}
	for _, r := range m.results {
		if !m.within(r.Unit) {
			elsewhere = append(elsewhere, string(r.Unit.Kind)+" "+r.Unit.ID)
			continue
		}
		used[r.Instrument.Ref] = append(used[r.Instrument.Ref], r)
	}
	m.left(mtss.Noticef(NoticeLater, "results after %s were not used", m.On), later)
	m.left(mtss.Noticef(NoticeUnused, "results of units that do not belong to %s were not used", m.Unit.ID), elsewhere)
	for _, ref := range slices.SortedFunc(maps.Keys(used), func(a, b instrument.Ref) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Version, b.Version))
	}) {
		m.assessed(ref, used[ref])
	}
}

// left notes what was left out, if something was.
func (m *making) left(n mtss.Notice, what []string) {
	for _, one := range what {
		m.concern(Unused, n.About(one))
	}
}

// meetings takes the administrations from meetings, with what was done otherwise than
// their protocols say.
func (m *making) meetings(s *scorers) (out []instrument.Administration) {
	for _, met := range listed[dca.VotingMeeting](m.documents) {
		scorer := s.of(met.Instrument)
		if scorer == nil || met.Date.After(m.On) {
			continue
		}
		p, found := dca.ProtocolOf(met.Instrument.ID)
		for _, own := range listed[dca.Protocol](m.documents) {
			if own.ID == met.Instrument.ID || !found && len(listed[dca.Protocol](m.documents)) == 1 {
				p, found = own, true
			}
		}
		if !found {
			m.concern(Unused, mtss.Noticef(NoticeUnused, "the meeting about %s was not used, since no protocol says how its votes are resolved", met.Instrument).About(met.ID))
			continue
		}
		reviewed, err := dca.Review(met, p, scorer)
		if err != nil {
			m.refuse(err, met.ID)
			continue
		}
		out = append(out, reviewed.Administration)
		for _, d := range reviewed.Deviations {
			n := mtss.Noticef(NoticeDeviation, "%s", d.Message)
			m.concern(Deviation, n.About(met.ID+" "+d.Subject), "instrument/"+met.Instrument.String())
		}
	}
	return out
}

// assessed follows one instrument.
func (m *making) assessed(ref instrument.Ref, results []instrument.Result) {
	a := Assessed{Instrument: ref, Below: []Standing{}}
	latest := map[mtss.Unit]*instrument.Result{}
	for i := range results {
		r := &results[i]
		if before := latest[r.Unit]; before == nil || before.Date.Before(r.Date) || before.Date == r.Date && before.Administration < r.Administration {
			latest[r.Unit] = r
		}
	}
	for _, u := range m.Units {
		if r := latest[u]; r != nil {
			a.Below = append(a.Below, Standing{Unit: u, On: r.Date, Count: &r.Points, Verdict: criteria(r)})
		}
	}
	if own := latest[m.Unit]; own != nil {
		a.Latest = own
		m.Definitions = append(m.Definitions, Input{Kind: "definition", ID: ref.String(), Digest: own.Instrument.Digest})
		m.trend(&a, results)
		for _, n := range own.Caveats {
			m.concern(qualityOf(n.Code, Remark), n, "instrument/"+ref.String())
		}
	}
	if a.Latest != nil || len(a.Below) > 0 {
		m.Assessed = append(m.Assessed, a)
	}
}

// trend follows the results of the unit that can be compared with the latest.
func (m *making) trend(a *Assessed, results []instrument.Result) {
	var own []instrument.Result
	var other []string
	for _, r := range results {
		switch {
		case r.Unit != m.Unit:
		case r.Instrument.Digest != a.Latest.Instrument.Digest || r.Missing != a.Latest.Missing || !slices.Equal(r.Sections, a.Latest.Sections):
			other = append(other, r.Date.String())
		default:
			own = append(own, r)
		}
	}
	m.left(mtss.Noticef(NoticeUnused, "results of %s that cannot be compared with the latest are not in its trend", a.Instrument), other)
	windows := []mtss.Window{}
	if a.Instrument.ID == "dca" {
		windows = mtss.DCAWindows()
	}
	for _, s := range listed[schedule.Schedule](m.documents) {
		if s.Instrument == a.Instrument {
			windows = s.Windows
		}
	}
	trend, err := dca.TrendOf(own, windows, m.On)
	if err != nil {
		m.refuse(err, a.Instrument.String())
		return
	}
	a.Trend = &trend
	for _, n := range trend.Caveats {
		if !slices.ContainsFunc(a.Latest.Caveats, func(c mtss.Notice) bool { return c.Code == n.Code && c.Message == n.Message }) {
			m.concern(qualityOf(n.Code, Remark), n)
		}
	}
}

// criteria is the verdict on all criteria of a result.
func criteria(r *instrument.Result) mtss.Verdict {
	if len(r.Criteria) == 0 {
		return mtss.Undetermined
	}
	all := mtss.Met
	for _, c := range r.Criteria {
		all = all.And(c.Verdict)
	}
	return all
}

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
		for _, c := range contacts {
			if coached(append(slices.Clone(c.Also), c.Coached)...) && !yield(c, nil) {
				return
			}
		}
	})
	m.refuse(err, "coaching")
	m.more = append(m.more, report)
	m.strangers(people)
	report.Inputs, _ = m.coachedIn(m.Unit, report.Inputs)
	report.Dosages = slices.DeleteFunc(slices.Clone(report.Dosages), func(d fidelity.Dosage) bool { return m.elsewhere(m.Unit, d.Unit) })
	m.months(report)
	if effect := report.Effect(); len(effect.Changes) > 0 {
		m.Effect = &effect
	}
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
