package mtss

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Date is a day of the calendar, with no time and no zone. The zero value is
// no date.
type Date struct {
	// Year is 1 to 9999, Month 1 to 12, Day 1 to the length of the month.
	Year, Month, Day int
}

// ParseDate reads YYYY-MM-DD. Errors: CodeDate, for a wrong form and for a day
// that the calendar lacks.
func ParseDate(text string) (Date, error) {
	var d Date
	if len(text) == 10 && text[4] == '-' && text[7] == '-' {
		year, ok1 := digits(text[0:4])
		month, ok2 := digits(text[5:7])
		day, ok3 := digits(text[8:10])
		d = Date{Year: year, Month: month, Day: day}
		if ok1 && ok2 && ok3 && d.Valid() {
			return d, nil
		}
		if ok1 && ok2 && ok3 {
			return Date{}, Issuef("", CodeDate, "%s is not a day of the calendar", text)
		}
	}
	switch likely := likelyDates(text); len(likely) {
	case 1:
		return Date{}, Issuef("", CodeDate, "%q is not a date, want YYYY-MM-DD: write %s", text, likely[0])
	case 2:
		return Date{}, Issuef("", CodeDate, "%q is not a date, want YYYY-MM-DD: write %s or %s, whichever is meant", text, likely[0], likely[1])
	}
	return Date{}, Issuef("", CodeDate, "%q is not a date, want YYYY-MM-DD", text)
}

// likelyDates are the days that a text may mean, as people and spreadsheets write days:
// year first, or with the month or the day first, or as the number of a spreadsheet,
// which counts from 1899-12-30.
func likelyDates(text string) (all []Date) {
	if len(text) == 5 {
		if serial, ok := digits(text); ok && serial >= 36526 { // from 2000 on
			return append(all, Date{Year: 1899, Month: 12, Day: 30}.AddDays(serial))
		}
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 || len(text) > 10 {
		return nil
	}
	var n [3]int
	for i, part := range parts {
		var ok bool
		if n[i], ok = digits(part); !ok {
			return nil
		}
	}
	add := func(d Date) {
		if d.Valid() && !slices.Contains(all, d) {
			all = append(all, d)
		}
	}
	switch {
	case len(parts[0]) == 4:
		add(Date{Year: n[0], Month: n[1], Day: n[2]})
	case len(parts[2]) == 4:
		add(Date{Year: n[2], Month: n[0], Day: n[1]})
		add(Date{Year: n[2], Month: n[1], Day: n[0]})
	}
	return all
}

func digits(text string) (n int, ok bool) {
	for _, c := range []byte(text) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// Valid reports whether d is a day of the calendar.
func (d Date) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// IsZero reports whether d is the zero date, which means none.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or 1 as d is before, on or after e.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// DaysSince returns how many days d is after e; negative if it is before.
func (d Date) DaysSince(e Date) int { return d.number() - e.number() }

// AddDays returns the date n days later, or earlier if n is negative; no date
// if that lies outside the years 1 to 9999, or if d is not a day of the calendar.
func (d Date) AddDays(n int) Date {
	const most = 9999 * 366
	if !d.Valid() || n < -most || n > most {
		return Date{}
	}
	if sum := fromNumber(d.number() + n); sum.Valid() {
		return sum
	}
	return Date{}
}

// String returns YYYY-MM-DD, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText returns String; what is not a day of the calendar is refused with
// CodeDate.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// AppendText appends what MarshalText returns.
func (d Date) AppendText(dst []byte) ([]byte, error) {
	if d.IsZero() {
		return dst, nil
	}
	if !d.Valid() {
		return dst, Issuef("", CodeDate, "%s is not a day of the calendar", d)
	}
	year, month, day := d.Year, d.Month, d.Day
	return append(dst, digit(year/1000), digit(year/100), digit(year/10), digit(year), '-',
		digit(month/10), digit(month), '-', digit(day/10), digit(day)), nil
}

// digit returns the last digit of n.
func digit(n int) byte { return byte('0' + n%10) }

// UnmarshalText is ParseDate.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := ParseDate(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// number counts days from an arbitrary day. The year is taken to start in
// March, so that the leap day comes last and months have a closed form.
func (d Date) number() int {
	year, month := d.Year, d.Month-3
	if month < 0 {
		year, month = year-1, month+12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*month+2)/5 + d.Day
}

// fromNumber inverts number: a year guessed from the mean length is at most one off.
func fromNumber(n int) Date {
	year := n * 400 / 146097
	for (Date{Year: year, Month: 3, Day: 1}).number() > n {
		year--
	}
	for (Date{Year: year + 1, Month: 3, Day: 1}).number() <= n {
		year++
	}
	rest := n - Date{Year: year, Month: 3, Day: 1}.number()
	month := (5*rest + 2) / 153
	day := rest - (153*month+2)/5 + 1
	if month >= 10 {
		return Date{Year: year + 1, Month: month - 9, Day: day}
	}
	return Date{Year: year, Month: month + 3, Day: day}
}
