package district

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Evidence returns what the documents say over a range of days, of each unit that they
// name: those measures of [Documents.Report] that package evidence lists, but for the
// activities of plans, from each day on which they change. Teams, leads, ownership,
// meetings, communication and models of tiers are of the unit, whatever it implements.
// Components of infrastructure are of districts and of who else has a checklist, and of
// the innovations that checklists of the unit name, or else of any; so is the use of
// data where meetings cite results of named innovations. What was found of components
// is measured, and what a checklist declares is declared, so that it decides only where
// nothing was found.
//
// Bad documents are reported, and left out. Errors: those of [Documents.Report] but
// for those of Others, which whoever gathers them hears of.
func (d Documents) Evidence(above mtss.Hierarchy, days mtss.Period) (evidence.Batch, error) {
	w := d.whole()
	_ = w.gather(d.Others, above, days)
	out := evidence.Batch{Notices: w.notices}
	events := w.events(above)
	units := slices.SortedFunc(maps.Keys(events), func(a, b mtss.Unit) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) })
	for _, unit := range units {
		s := supply{whole: w, view: view{unit: unit, schools: above.Below(unit.ID, mtss.KindSchool)}, last: map[supplied]int{}}
		s.innovations, s.cited = w.innovations(unit), w.cited(s.units())
		out.Records = append(out.Records, s.records(events, days)...)
		out.Records = append(out.Records, w.declared(unit, s.innovations, days)...)
	}
	return out, strict.Invalid(w.problems.List())
}

// supply is what the documents supply of one unit.
type supply struct {
	*whole
	view
	innovations []string         // of components
	cited       []string         // of the results that meetings looked at
	last        map[supplied]int // the latest record of each
	out         []evidence.Record
}

// supplied is a measure of an innovation.
type supplied struct{ innovation, measure string }

// rests are the kinds of documents that measures of a unit rest on.
func rests() map[string]string {
	out := map[string]string{}
	for kind, measures := range map[string][]string{
		"teams": {
			string(evidence.TeamFormed), string(evidence.TeamCoordinator), string(evidence.TeamSponsor), string(evidence.MutualPartnership), string(evidence.TeamComposition),
			string(evidence.RecommendedRoles), string(evidence.SchoolTeams), string(evidence.LeadNamed), string(evidence.LeadPlaced), string(evidence.LeadLeading),
			string(evidence.LeadDomains), string(evidence.SchoolLeads),
		},
		"meetings":       {string(evidence.DataUsed), string(evidence.SchoolDataUse), string(evidence.TeamMeetings), string(evidence.TeamAttendance), string(evidence.LinkedSchools)},
		"ownership":      {string(evidence.Responsibilities), string(evidence.SchoolResponsibilities)},
		"communication":  {string(evidence.Protocols), string(evidence.BarriersRouted), string(evidence.BarriersResolved)},
		"deliveryModels": {string(evidence.TierModels)},
	} {
		for _, m := range measures {
			out[m] = kind
		}
	}
	return out
}

// records returns what is measured of the unit from each day on which it changes.
func (s *supply) records(events map[mtss.Unit][]mtss.Date, in mtss.Period) []evidence.Record {
	kinds := rests()
	for _, s.on = range s.days(events, in) {
		s.innovation = ""
		direct := s.direct(s.view)
		for _, m := range slices.Sorted(maps.Keys(kinds)) {
			if len(s.cited) == 0 || !slices.Contains(ofData(), m) {
				s.supply(m, direct[m], kinds[m])
			}
		}
		for _, s.innovation = range s.cited {
			facts := s.of(direct)
			for _, m := range ofData() {
				s.supply(m, facts[m], kinds[m])
			}
		}
		for _, s.innovation = range s.innovations {
			facts, components := s.judged(s.view, s.of(direct))
			if !slices.ContainsFunc(components, func(c ComponentStatus) bool { return c.Derived != mtss.Undetermined }) {
				facts = nil
			}
			for _, m := range [...]string{string(evidence.InstallationComponents), string(evidence.InitialComponents), evidence.Contradictions} {
				s.supply(m, facts[m], "installationChecklist")
			}
		}
	}
	return s.out
}

// ofData are the measures that are of an innovation where results are.
func ofData() []string { return []string{string(evidence.DataUsed), string(evidence.SchoolDataUse)} }

// of returns the measures as they are of the innovation.
func (s *supply) of(direct rule.Facts) rule.Facts {
	if s.innovation == "" || len(s.cited) == 0 {
		return direct
	}
	facts := maps.Clone(direct)
	maps.Copy(facts, s.meetingMeasures(s.view))
	return facts
}

// supply adds a value that is new. One that is not known any more ends the one before.
func (s *supply) supply(measure string, value rule.Value, kind string) {
	key := supplied{s.innovation, measure}
	last, before := s.last[key]
	verdict, isVerdict := value.YesNo()
	switch {
	case value.Missing() || isVerdict && verdict == mtss.Undetermined:
		if before {
			s.out[last].Term, s.out[last].Through = evidence.Term{}, s.on.AddDays(-1)
			delete(s.last, key)
		}
		return
	case before && s.out[last].Measured.Value.Equal(value):
		return
	}
	record := evidence.Record{
		Unit: s.unit, Innovation: s.innovation, Measured: evidence.Measured{Measure: measure, Value: value},
		On: s.on, Term: evidence.Term{UntilChanged: true},
	}
	for _, id := range s.ids[kind] {
		record.Rests = append(record.Rests, evidence.RecordRef{Kind: kind, ID: id, On: s.on})
	}
	s.last[key] = len(s.out)
	s.out = append(s.out, record)
}

// innovations returns those of which a unit has components: those that its checklists
// are of, "" where none names one; none for a school without a checklist, since the
// components are of districts.
func (w *whole) innovations(unit mtss.Unit) []string {
	names := map[string]bool{}
	for _, c := range w.checklists {
		if c.Unit == unit {
			names[c.Innovation] = true
		}
	}
	if len(names) > 1 {
		delete(names, "")
	}
	if len(names) == 0 && unit.Kind != mtss.KindSchool {
		return []string{""}
	}
	return slices.Sorted(maps.Keys(names))
}

// cited returns the innovations that meetings of units cite results of.
func (w *whole) cited(units []mtss.Unit) []string {
	names := map[string]bool{}
	for _, m := range w.meetings {
		if team := w.index[m.Team]; team == nil || !slices.Contains(units, team.Unit) {
			continue
		}
		for _, r := range m.Results {
			if r.Innovation != "" {
				names[r.Innovation] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// declared is what the checklists of a unit alone say. One of any innovation speaks
// where none names one.
func (w *whole) declared(unit mtss.Unit, innovations []string, in mtss.Period) (out []evidence.Record) {
	for i := range w.checklists {
		c := &w.checklists[i]
		if c.Unit != unit || !slices.Contains(innovations, c.Innovation) || in.Until.Valid() && c.Date.After(in.Until) {
			continue
		}
		facts := declaredFacts(c)
		for _, m := range slices.Sorted(maps.Keys(facts)) {
			out = append(out, evidence.Record{
				Unit: unit, Innovation: c.Innovation, Measured: evidence.Measured{Measure: m, Value: facts[m]}, On: c.Date, Through: w.through(c),
				Basis: evidence.Declared, Rests: []evidence.RecordRef{{Kind: c.Schema().Kind, ID: c.ID, On: c.Date}},
			})
		}
	}
	return out
}

// events returns the days on which what documents say of a unit changes, months and
// what others supply aside.
func (w *whole) events(above mtss.Hierarchy) map[mtss.Unit][]mtss.Date {
	events := map[mtss.Unit][]mtss.Date{}
	add := func(unit mtss.Unit, days ...mtss.Date) { events[unit] = append(events[unit], days...) }
	spell := func(unit mtss.Unit, from, until mtss.Date) { add(unit, from, until.AddDays(1)) }
	window := w.policy.Days
	for _, c := range w.teams.Covers {
		spell(c.Unit, c.From, c.Until)
	}
	for i := range w.teams.Teams {
		t := &w.teams.Teams[i]
		spell(t.Unit, t.From, t.Until)
		for _, m := range t.Members {
			from, until := t.span(m)
			spell(t.Unit, from, until)
		}
	}
	for _, l := range w.teams.Leads {
		spell(l.Unit, l.From, l.Until)
	}
	for _, p := range w.teams.Partnerships {
		add(p.ISD, p.ISDSelectedOn, p.DistrictSelectedOn)
		add(p.District, p.ISDSelectedOn, p.DistrictSelectedOn)
	}
	if w.owners != nil {
		for _, c := range w.owners.matrix.Covers {
			spell(c.Unit, c.From, c.Until)
		}
		for _, r := range w.owners.matrix.Rows {
			spell(r.Unit, r.From, r.Until)
		}
	}
	for _, c := range w.covers {
		spell(c.Unit, c.From, c.Until)
		add(c.Unit, c.From.AddDays(window-1))
	}
	for _, m := range w.meetings {
		if team := w.index[m.Team]; team != nil {
			add(team.Unit, m.Date, m.Date.AddDays(window))
		}
	}
	w.documentEvents(add)
	for unit := range maps.Clone(events) {
		for _, u := range above.Above(unit.ID) {
			if u.Kind == mtss.KindDistrict || u.Kind == mtss.KindISD {
				add(u)
			}
		}
	}
	return events
}

// documentEvents adds the days of the documents that are of one unit, and the schools
// with a model.
func (w *whole) documentEvents(add func(mtss.Unit, ...mtss.Date)) {
	for _, c := range w.communications {
		add(c.Unit)
		for _, b := range c.Barriers {
			add(c.Unit, b.RaisedOn, b.RoutedOn, b.ResolvedOn)
		}
	}
	for i := range w.checklists {
		c := &w.checklists[i]
		add(c.Unit, c.Date, w.through(c).AddDays(1))
	}
	if w.models != nil {
		for _, m := range w.models.Schools {
			add(m.School)
		}
	}
	for unit, plans := range w.plans {
		for _, p := range plans {
			add(unit, p.Date)
			for _, a := range p.Activities {
				add(unit, a.Since, a.DoneOn, a.DroppedOn, a.Due.AddDays(1))
			}
		}
	}
}

// days returns the days of a range on which what is known of the unit may change, in
// order, and the last one before the range. Where what meetings tell is not known then,
// those before are among them back to the day by which it was, so that it expires.
func (s *supply) days(events map[mtss.Unit][]mtss.Date, in mtss.Period) []mtss.Date {
	var days []mtss.Date
	for _, u := range s.units() {
		days = append(days, events[u]...)
	}
	days = slices.DeleteFunc(days, func(d mtss.Date) bool { return !d.Valid() })
	if s.others != nil {
		for _, innovation := range s.innovations {
			days = append(days, s.others.Days(s.unit, innovation, in)...)
		}
	}
	slices.SortFunc(days, mtss.Date.Compare)
	if len(days) == 0 && !in.From.Valid() {
		return nil
	}
	if len(days) == 0 || in.From.Valid() && in.From.Before(days[0]) {
		days = slices.Insert(days, 0, in.From)
	}
	days = append(days, s.monthly(days, in)...)
	days = slices.DeleteFunc(days, func(d mtss.Date) bool { return in.Until.Valid() && d.After(in.Until) })
	slices.SortFunc(days, mtss.Date.Compare)
	days = slices.Compact(days)
	first := 0
	for first+1 < len(days) && !days[first+1].After(in.From) {
		first++
	}
	return days[s.known(days, first):]
}

// monthly returns the days on which another month is over, or no longer lies in the
// time that the policy looks back on. A range without an end has them as long as the
// last of the other days counts.
func (s *supply) monthly(days []mtss.Date, in mtss.Period) (out []mtss.Date) {
	window := s.policy.Days
	from, until := days[0], days[len(days)-1].AddDays(window)
	if earliest := in.From.AddDays(-2 * window); earliest.After(from) {
		from = earliest
	}
	if in.Until.Valid() {
		until = in.Until
	}
	if !from.Valid() || !until.Valid() || window == 0 {
		return nil
	}
	for m := mtss.MonthOf(from); m.Compare(mtss.MonthOf(until)) <= 0; m = m.Next() {
		out = append(out, m.Last(), m.First().AddDays(window))
	}
	return slices.DeleteFunc(out, func(d mtss.Date) bool { return !d.Valid() || d.Before(days[0]) })
}

// known returns the place of the latest day up to the first one by which it was known
// whether data are used, in how many months the team met and who attended; that of the
// first one where none of these ever was.
func (s *supply) known(days []mtss.Date, first int) int {
	if len(s.meetings) == 0 || first >= len(days) {
		return first
	}
	wanted := []func(records) bool{
		func(r records) bool { return r.dataUsed(s.unit, "", s.policy.DataMeetings) != mtss.Undetermined },
		func(r records) bool { return r.months(s.unit).Possible > 0 },
		func(r records) bool { _, ok := r.attendance(s.unit); return ok },
	}
	place := first
	for i := first; i >= 0 && len(wanted) > 0; i-- {
		s.on = days[i]
		r := s.whole.records(s.view)
		wanted = slices.DeleteFunc(wanted, func(known func(records) bool) bool {
			if !known(r) {
				return false
			}
			place = i
			return true
		})
	}
	return place
}
