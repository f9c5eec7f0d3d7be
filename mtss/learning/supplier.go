package learning

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
)

// Supplier supplies the evidence of series: evidence.LearningSessions and
// evidence.LearningAttendance of each unit, over all of its series, and
// evidence.DITCommitments of each district, from each day on which one of them
// changes. It is evidence of the unit alone, whatever innovation it implements;
// that of a DIT series is not evidence of anything in schools or classrooms.
//
// The same series twice is one, with a notice, and a bad one is left out. Errors:
// those of [Series.Validate] and [DIT.Validate], and CodeSession for two series of
// one id that say different things, with paths such as /series/3/sessions/0 and
// /dit/1.
func Supplier(calendar mtss.Calendar, series []Series, dit []DIT) evidence.Supplier {
	return supplier{calendar, kit.Clone(series), kit.Clone(dit)}
}

type supplier struct {
	calendar mtss.Calendar
	series   []Series
	dit      []DIT
}

// KnownBy returns the supplier with the series, sessions and meetings that were known by
// a day.
func (s supplier) KnownBy(day mtss.Date) evidence.Supplier {
	s.series, s.dit = mtss.KnownBy(s.series, day), mtss.KnownBy(s.dit, day)
	for i := range s.series {
		s.series[i] = s.series[i].KnownBy(day)
	}
	for i := range s.dit {
		s.dit[i] = s.dit[i].KnownBy(day)
	}
	return s
}

// Evidence returns what the series say of a range of days.
func (s supplier) Evidence(_ mtss.Hierarchy, days mtss.Period) (evidence.Batch, error) {
	var out evidence.Batch
	var found problems
	places, again := kit.Sound("/series", s.series, func(v *Series) string { return v.ID }, func(v *Series) error { return v.Validate() }, CodeSession, &found.Problems)
	for _, pair := range again {
		out.Notices = append(out.Notices, repeated("/series", pair))
	}
	var units []mtss.Unit
	of := map[mtss.Unit][]Series{}
	for _, v := range kit.Kept(s.series, places) {
		if of[v.Unit] == nil {
			units = append(units, v.Unit)
		}
		of[v.Unit] = append(of[v.Unit], v)
	}
	for _, u := range units {
		out.Records = append(out.Records, sessions(u, of[u])...)
	}
	places, again = kit.Sound("/dit", s.dit, func(v *DIT) string { return v.ID }, func(v *DIT) error { return v.Validate() }, CodeSession, &found.Problems)
	for _, pair := range again {
		out.Notices = append(out.Notices, repeated("/dit", pair))
	}
	for _, d := range kit.Kept(s.dit, places) {
		out.Records = append(out.Records, d.evidence(days, s.calendar)...)
	}
	return out, strict.Invalid(found.List())
}

// sessions are the sessions of all series of a unit, and who attended them, from
// each day on which that changes. Attendance is known while all sessions say it.
func sessions(unit mtss.Unit, all []Series) (out []evidence.Record) {
	type change struct {
		on          mtss.Date
		series      string
		due, people mtss.Tally
		unsaid      bool
	}
	var changes []change
	for i := range all {
		for _, d := range all[i].settled() {
			changes = append(changes, change{on: d.on, series: all[i].ID, due: mtss.Count(d.verdict)})
		}
		each, _, _ := all[i].once()
		for _, e := range each {
			c := change{on: e.On, series: all[i].ID, unsaid: e.Attendance == nil}
			for _, a := range e.Attendance {
				c.people = kit.Plus(c.people, a.People)
			}
			if e.Held != mtss.No {
				changes = append(changes, c)
			}
		}
	}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Or(a.on.Compare(b.on), cmp.Compare(a.series, b.series)) })
	var now change
	for i, c := range changes {
		now = change{c.on, c.series, kit.Plus(now.due, c.due), kit.Plus(now.people, c.people), now.unsaid || c.unsaid}
		if i+1 < len(changes) && changes[i+1].on == c.on {
			continue
		}
		record := evidence.Record{Unit: unit, On: c.on, Rests: []evidence.RecordRef{{Kind: "learningSeries", ID: c.series, On: c.on}}}
		if now.due.Possible > 0 {
			record.Measured = evidence.LearningSessions.Is(now.due)
			out = append(out, record)
		}
		if now.people.Possible > 0 {
			record.Measured = evidence.Measured{Measure: string(evidence.LearningAttendance)}
			if !now.unsaid {
				record.Measured = evidence.LearningAttendance.Is(now.people)
			}
			out = append(out, record)
		}
	}
	return out
}

// evidence is how the commitments stand from each day on which that changes; of
// the days before the range, the last one alone.
func (d *DIT) evidence(in mtss.Period, calendar mtss.Calendar) (out []evidence.Record) {
	ships := shipped()
	for _, day := range d.changes(in) {
		t := newChecker(ships, *d, day, calendar).kept()
		record := evidence.Record{
			Unit: d.Unit, On: day, Measured: evidence.DITCommitments.Is(t),
			Rests: []evidence.RecordRef{{Kind: "ditSeries", ID: d.ID, On: day}},
		}
		if last := len(out) - 1; last < 0 || !out[last].Measured.Value.Equal(record.Measured.Value) {
			out = append(out, record)
		}
	}
	return out
}

// changes returns the days on which a commitment may change, in order: those on
// which something was done, the first of the series, those after each month and
// after the end. Of those before a range, the last alone.
func (d *DIT) changes(in mtss.Period) (days []mtss.Date) {
	days = slices.Concat([]mtss.Date{d.From, d.Until.AddDays(1)}, d.Planning, d.Superintendent, d.Coaches)
	for _, k := range d.Done {
		days = append(days, k.On)
	}
	for _, s := range d.Sessions {
		days = append(days, s.On)
	}
	for _, m := range d.Meetings {
		days = append(days, m.Date)
	}
	last := in.Until
	if d.Until.Valid() && (last.IsZero() || d.Until.Before(last)) {
		last = d.Until
	}
	if last.IsZero() { // the range and the series go on: as many months as are looked at
		last = monthsLater(d.From, mostMonths)
	}
	for _, m := range wholeMonths(mtss.Calendar{}, d.From, last) {
		days = append(days, m.Last())
	}
	days = slices.DeleteFunc(days, func(day mtss.Date) bool { return !day.Valid() || in.Until.Valid() && day.After(in.Until) })
	slices.SortFunc(days, mtss.Date.Compare)
	days = slices.Compact(days)
	before := 0
	for before+1 < len(days) && !days[before+1].After(in.From) {
		before++
	}
	return days[before:]
}
