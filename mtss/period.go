package mtss

// Period is a stretch of days, both ends included. An end that is the zero date
// is open; the zero value is all days.
type Period struct {
	// From is the first day; absent means from the start.
	From Date `json:"from,omitzero"`
	// Until is the last day; absent means for good.
	Until Date `json:"until,omitzero"`
}

// OneDay returns the period of a single day.
func OneDay(d Date) Period { return Period{From: d, Until: d} }

// Contains reports whether a day lies in the period.
func (p Period) Contains(d Date) bool {
	return !d.Before(p.From) && (p.Until.IsZero() || !d.After(p.Until))
}

// Overlaps reports whether two periods have a day in common.
func (p Period) Overlaps(q Period) bool {
	return (p.Until.IsZero() || !q.From.After(p.Until)) && (q.Until.IsZero() || !p.From.After(q.Until))
}

// Valid reports whether the ends that are given are days of the calendar, and
// in order.
func (p Period) Valid() bool {
	return (p.From.IsZero() || p.From.Valid()) && (p.Until.IsZero() || p.Until.Valid() && !p.Until.Before(p.From))
}

// Within returns the days that two periods have in common; ok is false where
// there are none.
func (p Period) Within(q Period) (both Period, ok bool) {
	if !p.Overlaps(q) {
		return Period{}, false
	}
	if q.From.After(p.From) {
		p.From = q.From
	}
	if p.Until.IsZero() || !q.Until.IsZero() && q.Until.Before(p.Until) {
		p.Until = q.Until
	}
	return p, true
}
