package mtss

// Calendar says what a host's year is: when a school year begins, and when
// offices or schools are closed. With it "this school year", "monthly" and "the
// same window next year" mean one thing everywhere. The zero value has school
// years from July 1, no closures and no windows.
type Calendar struct {
	// Year is the first day of a school year; absent means July 1.
	Year MonthDay `json:"year,omitzero"`
	// Closures are the days on which nothing can be expected, such as a month
	// without meetings.
	Closures []Period `json:"closures,omitzero" jsonschema:"maxItems=1000"`
	// Windows are the stretches of a year in which measures are taken, such as
	// fall and winter.
	Windows []Window `json:"windows,omitzero" jsonschema:"maxItems=50"`
}

// first returns the first day of the school years.
func (c Calendar) first() MonthDay {
	if c.Year == (MonthDay{}) {
		return MonthDay{Month: 7, Day: 1}
	}
	return c.Year
}

// SchoolYear returns the school year that a day lies in.
func (c Calendar) SchoolYear(d Date) Period {
	year := d.Year
	if d.Before(c.first().in(year)) {
		year--
	}
	return Period{From: c.first().in(year), Until: c.first().in(year + 1).AddDays(-1)}
}

// Open reports whether a day lies outside all closures.
func (c Calendar) Open(d Date) bool {
	for _, closed := range c.Closures {
		if closed.Contains(d) {
			return false
		}
	}
	return true
}

// Months returns the months that a period touches, from the first on, but for
// those in which every day of the period is closed: nothing is expected monthly
// in these. An open end has no months.
func (c Calendar) Months(p Period) []Month {
	if !p.From.Valid() || !p.Until.Valid() {
		return nil
	}
	var months []Month
	for m := MonthOf(p.From); m.Compare(MonthOf(p.Until)) <= 0; m = m.Next() {
		days, _ := m.Days().Within(p)
		for d := days.From; d.Valid() && !d.After(days.Until); d = d.AddDays(1) {
			if c.Open(d) {
				months = append(months, m)
				break
			}
		}
	}
	return months
}

// NextYear returns the last day on which what was measured on a day counts by
// default: the end of the same window of the next year, or the same day of the
// next year where the day lies in none of the windows.
func (c Calendar) NextYear(d Date) Date {
	for _, w := range c.Windows {
		if from, _, ok := w.Around(d); ok {
			_, to := w.In(from.Year + 1)
			return to
		}
	}
	return MonthDay{Month: d.Month, Day: d.Day}.in(d.Year + 1)
}

// WholeMonths returns the months that lie wholly in a period, but for those in
// which every day is closed: what is to happen monthly is expected in each of these.
// An open end has no months.
func (c Calendar) WholeMonths(p Period) []Month {
	if !p.From.Valid() || !p.Until.Valid() {
		return nil
	}
	first, last := MonthOf(p.From), MonthOf(p.Until)
	if p.From.Day > 1 {
		first = first.Next()
	}
	if p.Until != last.Last() {
		last = MonthOf(last.First().AddDays(-1))
	}
	if !first.Valid() || !last.Valid() {
		return nil
	}
	return c.Months(Period{From: first.First(), Until: last.Last()})
}
