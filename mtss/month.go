package mtss

import "fmt"

// Month is a month of the calendar. The zero value is not a month.
type Month struct {
	// Year is 1 to 9999, Month 1 to 12.
	Year, Month int
}

// MonthOf returns the month of a day.
func MonthOf(d Date) Month { return Month{d.Year, d.Month} }

// Valid reports whether m is a month of the calendar.
func (m Month) Valid() bool { return m.First().Valid() }

// IsZero reports whether m is the zero month, which means none.
func (m Month) IsZero() bool { return m == Month{} }

// First returns the first day of the month.
func (m Month) First() Date { return Date{Year: m.Year, Month: m.Month, Day: 1} }

// Last returns the last day of the month.
func (m Month) Last() Date {
	return Date{Year: m.Year, Month: m.Month, Day: daysIn(m.Year, m.Month)}
}

// Days returns the period of the month.
func (m Month) Days() Period { return Period{From: m.First(), Until: m.Last()} }

// Next returns the month after.
func (m Month) Next() Month {
	if m.Month == 12 {
		return Month{m.Year + 1, 1}
	}
	return Month{m.Year, m.Month + 1}
}

// Through returns how many months there are from m up to n, both included; 0 or
// less where n comes before m.
func (m Month) Through(n Month) int { return (n.Year-m.Year)*12 + n.Month - m.Month + 1 }

// Compare returns -1, 0 or 1 as m is before, equal to or after n.
func (m Month) Compare(n Month) int { return m.First().Compare(n.First()) }

// String returns YYYY-MM, or "" for no month.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year, m.Month)
}

// MarshalText returns String. Errors: CodeMonth for a month that no calendar has.
func (m Month) MarshalText() ([]byte, error) {
	if !m.IsZero() && !m.Valid() {
		return nil, Issuef("", CodeMonth, "%s is not a month of the calendar", m)
	}
	return []byte(m.String()), nil
}

// UnmarshalText reads YYYY-MM. Errors: CodeMonth.
func (m *Month) UnmarshalText(text []byte) error {
	d, err := ParseDate(string(text) + "-01")
	if err != nil {
		return Issuef("", CodeMonth, "%q is not a month, want YYYY-MM", string(text))
	}
	*m = MonthOf(d)
	return nil
}
