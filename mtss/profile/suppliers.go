package profile

import (
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Suppliers returns everything in the documents that supplies evidence: documents
// that do it by themselves, and together practitioners, observations, policies and
// outcomes; records of readiness and inventories; series of learning; plans; results of the
// DCA; and the documents of teams. The first policy on meetings says how far these count and which months are
// closed; without one, they count for a quarter and no month is.
func (d Documents) Suppliers() []evidence.Supplier { return d.suppliers().all }

func (d Documents) suppliers() (out suppliers[evidence.Supplier]) {
	policy := district.Quarterly()
	for _, stated := range listed[district.MeetingPolicy](d) {
		policy = stated
		break
	}
	out.add(readiness.Supplier(listed[readiness.Readiness](d), listed[readiness.Inventory](d)),
		origins{"/records": originsOf[readiness.Readiness](d), "/inventories": originsOf[readiness.Inventory](d)})
	out.add(learning.Supplier(policy.Calendar, listed[learning.Series](d), listed[learning.DIT](d)),
		origins{"/series": originsOf[learning.Series](d), "/dit": originsOf[learning.DIT](d)})
	out.add(plan.Plans(listed[plan.Plan](d)), origins{"": originsOf[plan.Plan](d)})
	out.add(dca.Supplier(listed[instrument.Result](d)), origins{"": originsOf[instrument.Result](d)})
	stated, together := d.statements()
	if together {
		out.add(stated, origins{"/records": originsIn(d, "/records", func(s *evidence.Statements) int { return len(s.Records) })})
	}
	for i, document := range d.all {
		if _, one := document.(*evidence.Statements); one && together {
			continue
		}
		if s, is := document.(evidence.Supplier); is {
			out.add(s, origins{whole: {d.origin(i)}})
		}
	}
	others := slices.Clone(out.all)
	out.add(d.fidelity(), d.fidelityOrigins())
	out.add(d.district(policy, others), d.districtOrigins())
	return out
}

// district gathers what is known of teams and infrastructure, with those who supply
// what it asks of others.
func (d Documents) district(policy district.MeetingPolicy, others []evidence.Supplier) district.Documents {
	return district.Documents{
		Teams: listed[district.Teams](d), Ownership: listed[district.Ownership](d), Meetings: listed[meeting.Meetings](d), Communication: listed[district.Communication](d),
		Checklists: listed[district.Checklist](d), TierModels: listed[district.TierModels](d), Plans: listed[plan.Plan](d), Policy: policy, Others: others,
	}
}

// statements returns the statements of all documents, of which one may correct another. They
// are not taken together where they declare a measure in two ways.
func (d Documents) statements() (all evidence.Statements, together bool) {
	for _, s := range listed[evidence.Statements](d) {
		for _, m := range s.Measures {
			i := slices.IndexFunc(all.Measures, func(other rule.Measure) bool { return other.Name == m.Name })
			if i >= 0 && !reflect.DeepEqual(all.Measures[i], m) {
				return all, false
			}
			if i < 0 {
				all.Measures = append(all.Measures, m)
			}
		}
		all.Records = append(all.Records, s.Records...)
	}
	return all, true
}

func (d Documents) districtOrigins() origins {
	return origins{
		"/teams": originsOf[district.Teams](d), "/ownership": originsOf[district.Ownership](d), "/meetings": originsOf[meeting.Meetings](d), "/communication": originsOf[district.Communication](d),
		"/checklists": originsOf[district.Checklist](d), "/tierModels": originsOf[district.TierModels](d), "/plans": originsOf[plan.Plan](d),
	}
}

// Due returns everything in the documents that knows of something due, for
// schedule.List: documents that do it by themselves, those of teams together,
// practitioners to be observed, trainings to be renewed, and the administrations that the schedules among the
// documents ask for, by the results and administrations among them and by the
// meetings of the unit's teams. A schedule looks at one criterion of the results, by its
// id, or where that is "" at all of them together. It asks for administrations of units
// too that have none yet. meetings are dates of further ones, past and planned.
func (d Documents) Due(criterion string, units []mtss.Unit, meetings ...mtss.Date) []schedule.Supplier {
	return d.due(criterion, units, meetings...).all
}

func (d Documents) due(criterion string, units []mtss.Unit, meetings ...mtss.Date) (out suppliers[schedule.Supplier]) {
	for i, document := range d.all {
		if s, is := document.(schedule.Supplier); is {
			out.add(s, origins{whole: {d.origin(i)}})
		}
	}
	teams := d.district(district.MeetingPolicy{}, nil)
	results, dates := d.Results(), teams.MeetingDates()
	of := func(u mtss.Unit) []mtss.Date { return slices.Concat(meetings, dates[u]) }
	schedules := originsOf[schedule.Schedule](d)
	for i, s := range listed[schedule.Schedule](d) {
		for _, one := range s.Of(results, criterion, of, units...) {
			out.add(one, origins{whole: {schedules[i]}})
		}
	}
	var coordinators []fidelity.Coordinator
	for _, c := range listed[fidelity.Coordinators](d) {
		coordinators = append(coordinators, c.Coordinators...)
	}
	for _, p := range listed[fidelity.Policy](d) {
		out.add(p.Trainings(coordinators), origins{"/coordinators": originsIn(d, "/coordinators", func(c *fidelity.Coordinators) int { return len(c.Coordinators) })})
	}
	out.add(d.fidelity(), d.fidelityOrigins())
	out.add(teams, d.districtOrigins())
	out.add(plan.Plans(listed[plan.Plan](d)), origins{"": originsOf[plan.Plan](d)})
	return out
}

// Results returns the results among the documents, each once, and for each
// administration without one, by responses or by votes, a result that has no more than
// its unit, instrument and day. Results without the id of an administration are of
// several ones if they differ.
func (d Documents) Results() []instrument.Result {
	type administered struct {
		id   string
		of   instrument.Ref
		unit mtss.Unit
		on   mtss.Date
	}
	var out []instrument.Result
	known := map[administered][]instrument.Result{}
	for _, r := range listed[instrument.Result](d) {
		key := administered{r.Administration, r.Instrument.Ref, r.Unit, r.Date}
		again := func(s instrument.Result) bool { return key.id != "" || reflect.DeepEqual(r, s) }
		if !slices.ContainsFunc(known[key], again) {
			known[key] = append(known[key], r)
			out = append(out, kit.Clone(r))
		}
	}
	given := listed[instrument.Administration](d)
	for _, m := range listed[dca.VotingMeeting](d) {
		given = append(given, instrument.Administration{ID: m.ID, Supersedes: m.Supersedes, Voids: m.Voids, Instrument: m.Instrument, Unit: m.Unit, Date: m.Date})
	}
	standing, _ := instrument.InForce(given) // what is wrong is reported where they are scored
	for _, a := range standing {
		key := administered{a.ID, a.Instrument, a.Unit, a.Date}
		if with := known[key]; len(with) > 0 {
			known[key] = with[1:]
		} else {
			out = append(out, instrument.Result{Administration: a.ID, Instrument: instrument.UsedDefinition{Ref: a.Instrument}, Unit: a.Unit, Date: a.Date})
		}
	}
	return out
}

// fidelity gathers what is known of practitioners and outcomes.
func (d Documents) fidelity() fidelity.Documents {
	all := fidelity.Documents{Policies: listed[fidelity.Policy](d), Rosters: listed[roster.Roster](d)}
	for _, o := range listed[fidelity.Observations](d) {
		all.Observations = append(all.Observations, o.Observations...)
	}
	for _, line := range listed[fidelity.ObservationLine](d) {
		all.Observations = append(all.Observations, line.Observation)
	}
	for _, o := range listed[fidelity.Outcomes](d) {
		all.Outcomes = append(all.Outcomes, o.Outcomes...)
	}
	return all
}

func (d Documents) fidelityOrigins() origins {
	return origins{
		"/policies": originsOf[fidelity.Policy](d), "/rosters": originsOf[roster.Roster](d),
		"/observations": append(originsIn(d, "/observations", func(o *fidelity.Observations) int { return len(o.Observations) }), originsOf[fidelity.ObservationLine](d)...),
		"/outcomes":     originsIn(d, "/outcomes", func(o *fidelity.Outcomes) int { return len(o.Outcomes) }),
	}
}
