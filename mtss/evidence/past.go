package evidence

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Before returns the value as it would be if evidence that expired on a day or
// later still counted. Without such evidence it is the value.
func (it KnownValue) Before(expiry mtss.Date) rule.Value {
	for _, p := range it.past {
		if !p.through.Before(expiry) {
			return p.value
		}
	}
	return it.Value
}

// Expiries returns the last days on which evidence of the values that expired
// counted, the latest first.
func Expiries(items []KnownValue) []mtss.Date {
	var days []mtss.Date
	for _, it := range items {
		for _, p := range it.past {
			days = append(days, p.through)
		}
	}
	slices.SortFunc(days, func(a, b mtss.Date) int { return b.Compare(a) })
	return slices.Compact(days)
}

// Days returns the days of a range on which what is known of a unit and an
// innovation may change, in order: the first days of evidence and the days
// after it expires. The first day of the range is one of them.
func (s *Gathered) Days(unit mtss.Unit, innovation string, in mtss.Period) []mtss.Date {
	if s == nil || !in.From.Valid() || !in.Until.Valid() {
		return nil
	}
	unit, innovation = s.now(unit, innovation)
	days := []mtss.Date{in.From}
	add := func(d mtss.Date) {
		if d.Valid() && in.Contains(d) {
			days = append(days, d)
		}
	}
	for i, u := range append([]mtss.Unit{unit}, s.above.Above(unit.ID)...) {
		for _, shelf := range s.of(u, innovation) {
			shelf.bounds(add, i == 0, s.all)
		}
	}
	slices.SortFunc(days, mtss.Date.Compare)
	return slices.Compact(days)
}

// bounds calls add with the days on which something on the shelf begins, and
// those after it ends; of a unit above only with what serves others.
func (s *shelf) bounds(add func(mtss.Date), own bool, all []MeasureDefinition) {
	for place, entries := range s.records {
		if !own && all[place].Reach != Serves {
			continue
		}
		for _, e := range entries {
			add(e.On)
			add(e.through.AddDays(1))
		}
	}
	if !own {
		return
	}
	for _, m := range s.members {
		for _, p := range m.spells {
			add(p.Days.From)
			add(p.Days.Until.AddDays(1))
		}
	}
	for _, gaps := range s.gaps {
		for _, g := range gaps {
			add(g.Days.From)
			add(g.Days.Until.AddDays(1))
		}
	}
}
