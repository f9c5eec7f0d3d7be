package coaching

import (
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// Month is a month of the calendar, by which coaching is planned and counted.
// The zero value is not a month.
type Month struct {
	// Year is 1 to 9999, Month 1 to 12.
	Year, Month int
}

// MonthOf returns the month of a day.
func MonthOf(d mtss.Date) Month { return Month{d.Year, d.Month} }

// Valid reports whether m is a month of the calendar.
func (m Month) Valid() bool { return m.First().Valid() }

// IsZero reports whether m is the zero value.
func (m Month) IsZero() bool { return m == Month{} }

// First returns the first day of the month.
func (m Month) First() mtss.Date { return mtss.Date{Year: m.Year, Month: m.Month, Day: 1} }

// Last returns the last day of the month.
func (m Month) Last() mtss.Date {
	for day := 31; day > 28; day-- {
		if d := (mtss.Date{Year: m.Year, Month: m.Month, Day: day}); d.Valid() {
			return d
		}
	}
	return mtss.Date{Year: m.Year, Month: m.Month, Day: 28}
}

// Next returns the month after.
func (m Month) Next() Month {
	if m.Month == 12 {
		return Month{m.Year + 1, 1}
	}
	return Month{m.Year, m.Month + 1}
}

// Compare returns -1, 0 or 1 as m is before, equal to or after n.
func (m Month) Compare(n Month) int { return m.First().Compare(n.First()) }

// through returns the number of months from m through n.
func (m Month) through(n Month) int { return (n.Year-m.Year)*12 + n.Month - m.Month + 1 }

// String returns YYYY-MM, or "" for the zero value.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year, m.Month)
}

// MarshalText returns String.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads YYYY-MM. Errors: CodeMonth.
func (m *Month) UnmarshalText(text []byte) error {
	d, err := mtss.ParseDate(string(text) + "-01")
	if err != nil || strings.Count(string(text), "-") != 1 {
		return mtss.Issuef("", CodeMonth, "%q is not a month, want YYYY-MM", string(text))
	}
	*m = MonthOf(d)
	return nil
}
