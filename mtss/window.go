package mtss

import "fmt"

// MonthDay is a day of any year. The zero value means none.
type MonthDay struct {
	// Month is 1 to 12, Day 1 to the length of the month; 29 February stands
	// for the end of February in every year.
	Month, Day int
}

// String returns MM-DD, or "" for no day.
func (m MonthDay) String() string {
	if m == (MonthDay{}) {
		return ""
	}
	return fmt.Sprintf("%02d-%02d", m.Month, m.Day)
}

// MarshalText returns String. Errors: CodeMonthDay for a day that no year has.
func (m MonthDay) MarshalText() ([]byte, error) {
	text := []byte(m.String())
	if m == (MonthDay{}) {
		return text, nil
	}
	var again MonthDay
	if err := again.UnmarshalText(text); err != nil {
		return nil, err
	}
	return text, nil
}

// UnmarshalText reads MM-DD. Errors: CodeMonthDay.
func (m *MonthDay) UnmarshalText(text []byte) error {
	leap, err := ParseDate("2000-" + string(text))
	if err != nil {
		return Issuef("", CodeMonthDay, "%q is not a day of the year, want MM-DD", string(text))
	}
	*m = MonthDay{Month: leap.Month, Day: leap.Day}
	return nil
}

// in returns the day in a year, the last of February where it has no 29th.
func (m MonthDay) in(year int) Date {
	return Date{Year: year, Month: m.Month, Day: min(m.Day, daysIn(year, m.Month))}
}

// Window is a stretch of days that comes back every year, both ends included,
// such as the months in which an assessment is given. It may run over the turn
// of the year. The zero value contains no date.
type Window struct {
	// ID names the window within a schedule, such as "fall".
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64"`
	// From is the first day, To the last.
	From MonthDay `json:"from"`
	// To is the last day.
	To MonthDay `json:"to"`
	// Source says where the window is stated.
	Source Source `json:"source,omitzero"`
}

// Around returns the occurrence of the window that contains d; ok is false if
// d lies outside it.
func (w Window) Around(d Date) (from, to Date, ok bool) {
	if w.From == (MonthDay{}) || w.To == (MonthDay{}) || !d.Valid() {
		return Date{}, Date{}, false
	}
	for year := d.Year - 1; year <= d.Year; year++ {
		from, to = w.In(year)
		if !d.Before(from) && !d.After(to) {
			return from, to, true
		}
	}
	return Date{}, Date{}, false
}

// In returns the occurrence of the window that begins in a year.
func (w Window) In(year int) (from, to Date) {
	if w.overTurn() {
		return w.From.in(year), w.To.in(year + 1)
	}
	return w.From.in(year), w.To.in(year)
}

// overTurn reports whether the window runs over the turn of the year.
func (w Window) overTurn() bool {
	return w.To.Month < w.From.Month || w.To.Month == w.From.Month && w.To.Day < w.From.Day
}

// Contains reports whether d lies in the window, in any year.
func (w Window) Contains(d Date) bool {
	_, _, ok := w.Around(d)
	return ok
}

// DCAWindows returns the two windows in which the District Capacity Assessment
// is given after its baseline, August to September and January to February.
// The Regional Capacity Assessment has the same.
func DCAWindows() []Window {
	source := Source{
		Title: "District Capacity Assessment (DCA), MiMTSS Technical Assistance Center",
		URL:   "https://mimtsstac.org/district-capacity-assessment-dca",
	}
	return []Window{
		{ID: "fall", From: MonthDay{Month: 8, Day: 1}, To: MonthDay{Month: 9, Day: 30}, Source: source},
		{ID: "winter", From: MonthDay{Month: 1, Day: 1}, To: MonthDay{Month: 2, Day: 29}, Source: source},
	}
}
