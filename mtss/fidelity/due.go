package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// DueObservation is one practitioner to observe.
type DueObservation struct {
	// Unit is where the practitioner works; the first one of several.
	Unit mtss.Unit
	// Practitioner is whom to observe.
	Practitioner string
	// Innovation is the innovation whose use is to be observed.
	Innovation string
	// Instrument is what to observe with.
	Instrument instrument.Ref
	// Standing is what is known on the day of asking.
	Standing FidelityStatus
	// Status is OpenNow where nothing is known, and Coming where what is known
	// expires.
	Status DueStatus
	// Until is the last day on which what is known counts; absent where nothing is.
	Until mtss.Date
}

// Due lists whom to observe, as seen on a day: those of whom nothing that counts
// is known on it, and those of whom that expires before another day. Somebody
// who works in several units is listed once. They are ordered by kind of unit,
// unit, day and practitioner. Observations of later days are not used.
//
// Errors: mtss.CodeDate, and those of [Watch.Evidence] but CodeInstrument, after
// which nobody is listed: who could not be read would count as not observed.
func (w Watch) Due(on, until mtss.Date) ([]DueObservation, error) {
	due := []DueObservation{}
	if !on.Valid() || !until.Valid() {
		return due, mtss.Issuef("/on", mtss.CodeDate, "on %q until %q are not days of the calendar", on, until)
	}
	c := w.check(mtss.Hierarchy{})
	c.Issues = slices.DeleteFunc(c.Issues, func(i mtss.Issue) bool { return i.Code == CodeInstrument })
	if err := c.err(); err != nil {
		return due, err
	}
	j := &judge{}
	for i := range c.people {
		p := &c.people[i]
		row := slices.IndexFunc(p.rows, func(row *roster.Assignment) bool { return row.On(on) && !row.Vacant })
		if p.policy == nil || row < 0 {
			continue
		}
		unit := p.rows[row].Unit
		for _, other := range p.rows[row+1:] {
			if other.On(on) && kit.CompareUnits(other.Unit, unit) < 0 {
				unit = other.Unit
			}
		}
		d := DueObservation{Unit: unit, Practitioner: p.practitioner, Innovation: p.innovation, Instrument: p.policy.Instrument, Status: OpenNow}
		p.observations = p.observations[:upTo(p.observations, on)]
		for _, s := range p.standings(mtss.Period{From: on, Until: until}, j) {
			known := s.status.Verdict() != mtss.Undetermined
			switch {
			case d.Standing == "":
				d.Standing = s.status
				if known {
					d.Status = Coming
				}
			case !known && d.Status == Coming && d.Until.IsZero():
				d.Until = s.days.From.AddDays(-1)
			}
		}
		if d.Status == OpenNow || !d.Until.IsZero() && d.Until.Before(until) {
			due = append(due, d)
		}
	}
	slices.SortFunc(due, func(a, b DueObservation) int {
		return cmp.Or(cmp.Compare(a.Unit.Kind, b.Unit.Kind), cmp.Compare(a.Unit.ID, b.Unit.ID), a.Until.Compare(b.Until), cmp.Compare(a.Practitioner, b.Practitioner), cmp.Compare(a.Innovation, b.Innovation))
	})
	return due, nil
}
