package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Due lists whom to observe, as seen on a day: those of whom nothing that counts
// is known, those of whom that expires before the last of the days, and those who
// come by then and are not known. Somebody who works in several units is listed
// once, with the one where they have the largest share of a post, or else the
// smallest kind of unit; who leaves before anything expires is not listed. Standing
// is the [FidelityStatus]. Observations of later days are not used.
//
// Errors: mtss.CodeDate, and those of [Documents.Evidence] of practitioners but CodeInstrument, after
// which nobody is listed: who could not be read would count as not observed.
func (d Documents) Due(days mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	due := []schedule.Due{}
	if !on.Valid() || !days.Until.Valid() {
		return due, mtss.Issuef("/on", mtss.CodeDate, "on %q until %q are not days of the calendar", on, days.Until)
	}
	c := d.watch(mtss.Hierarchy{})
	c.Issues = slices.DeleteFunc(c.Issues, func(i mtss.Issue) bool { return i.Code == CodeInstrument })
	if err := c.err(); err != nil {
		return due, err
	}
	j := &judge{}
	for i := range c.people {
		p := &c.people[i]
		p.observations = p.observations[:upTo(p.observations, on)]
		if d, wanted := p.due(on, days.Until, j); wanted {
			due = append(due, d)
		}
	}
	slices.SortFunc(due, func(a, b schedule.Due) int {
		return cmp.Or(kit.CompareUnits(a.Unit, b.Unit), cmp.Or(a.Until, a.From).Compare(cmp.Or(b.Until, b.From)), cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Innovation, b.Innovation))
	})
	return due, nil
}

// due is the observation of a practitioner that is wanted by a day.
func (p *watchedPerson) due(on, until mtss.Date, j *judge) (d schedule.Due, wanted bool) {
	first := p.first(on)
	if p.policy == nil || !first.Valid() || first.After(until) {
		return d, false
	}
	d = schedule.Due{Kind: schedule.Observation, Unit: p.unit(first), Subject: p.practitioner, Innovation: p.innovation, Instrument: p.policy.Instrument, Source: p.policy.Source}
	all := p.standings(mtss.Period{From: first, Until: until}, j)
	d.Standing = string(all[0].status)
	if all[0].status.Verdict() == mtss.Undetermined {
		d.Reason, d.Status = schedule.ByUnknown, schedule.OpenNow
		if len(p.observations) > 0 && all[0].status == Expired {
			d.Reason = schedule.ByExpiry
		}
		if first.After(on) {
			d.From, d.Status = first, schedule.Coming
		}
		return d, true
	}
	for _, s := range all[1:] {
		if s.status.Verdict() == mtss.Undetermined {
			d.Reason, d.Status, d.Until = schedule.ByExpiry, schedule.Coming, s.days.From.AddDays(-1)
			return d, d.Until.Before(until) && p.unit(s.days.From) != (mtss.Unit{})
		}
	}
	return d, false
}

// first is the day itself where somebody is to be observed on it, or else the first
// one after it; no day where nobody is.
func (p *watchedPerson) first(on mtss.Date) (first mtss.Date) {
	for _, row := range p.rows {
		switch {
		case row.Vacant:
		case row.On(on):
			return on
		case row.From.After(on) && (first.IsZero() || row.From.Before(first)):
			first = row.From
		}
	}
	return first
}

// unit is the main unit of those in which the practitioner works on a day; none
// where they work in none.
func (p *watchedPerson) unit(on mtss.Date) mtss.Unit {
	var main *roster.Assignment
	for _, row := range p.rows {
		if row.Vacant || !row.On(on) {
			continue
		}
		if main == nil || row.Share.Cmp(main.Share) > 0 || row.Share.Cmp(main.Share) == 0 && kit.CompareUnits(row.Unit, main.Unit) < 0 {
			main = row
		}
	}
	if main == nil {
		return mtss.Unit{}
	}
	return main.Unit
}

// Trainings supplies which trainings of coordinators for the policy's instrument are
// to be renewed: those that the policy lets expire, by the last day on which they
// count. Standing is "current" or "expired". Without TrainingDays none is.
func (p Policy) Trainings(coordinators []Coordinator) schedule.Supplier {
	return trainings{p, coordinators}
}

type trainings struct {
	policy       Policy
	coordinators []Coordinator
}

// Due lists the trainings. Errors: those of [Policy.Validate] and
// [Coordinators.Validate], after which the good ones are listed.
func (t trainings) Due(days mtss.Period, on mtss.Date) ([]schedule.Due, error) {
	due, p := []schedule.Due{}, &t.policy
	var found problems
	if found.Add(p.issues()...); len(found.Issues) > 0 || p.TrainingDays == 0 {
		return due, found.err()
	}
	bad := checkCoordinators(t.coordinators, (*Coordinator).whole, &found)
	place := map[string]int{}
	for i := range t.coordinators {
		c := &t.coordinators[i]
		last := c.latest(p, on)
		if bad[i] || last.IsZero() {
			continue
		}
		d := schedule.Due{
			Kind: schedule.Training, Unit: c.Unit, Subject: c.ID, Innovation: p.Innovation, Instrument: p.Instrument, Reason: schedule.ByExpiry,
			Standing: "current", Until: last.AddDays(p.TrainingDays), Status: schedule.Coming, Source: p.Source,
		}
		if on.After(d.Until) {
			d.Standing, d.Status = "expired", schedule.OpenNow
		}
		if at, known := place[c.ID]; !known {
			place[c.ID] = len(due)
			due = append(due, d)
		} else if due[at].Until.Before(d.Until) {
			due[at] = d
		}
	}
	return due, found.err()
}

// latest is the day of the latest training for the policy's instrument up to a day.
func (c *Coordinator) latest(p *Policy, on mtss.Date) (last mtss.Date) {
	for _, t := range c.Trained {
		if _, known := p.cut(t.Instrument); known && !t.On.After(on) && t.On.After(last) {
			last = t.On
		}
	}
	return last
}
