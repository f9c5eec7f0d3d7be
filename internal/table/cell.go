package table

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// Order is how a table writes days. The zero value is as nobody said.
type Order string

// The orders of days.
const (
	// MonthFirst is 1/20/2026.
	MonthFirst Order = "monthFirst"
	// DayFirst is 20/1/2026.
	DayFirst Order = "dayFirst"
	// Days1900 is a count of days in which 1 is the first of January 1900, as most
	// workbooks have it.
	Days1900 Order = "days1900"
	// Days1904 is a count of days in which 0 is the first of January 1904, as some
	// workbooks have it.
	Days1904 Order = "days1904"
)

var (
	yearFirst = Pattern(`^(\d{4})([-/.])(\d{1,2})[-/.](\d{1,2})(?:[T ]\s*\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|[+-]\d\d:?\d\d|[A-Z]{2,5}[+-]?\d*)?)?$`)
	yearLast  = Pattern(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:,?\s+\d{1,2}:\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:[A-Z]{2,5}[+-]?\d*)?)?$`)
	yearShort = Pattern(`^(\d{1,2}[-/.]\d{1,2}|\d{1,2}[- ][A-Za-z]{3,9}|[A-Za-z]{3,9}[- ]\d{1,2},?)[-/. ]\d{2}(\s.*)?$`)
	unbroken  = Pattern(`^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$`)
	weekday   = Pattern(`^(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +`)
	named     = Pattern(`^(?:(\d{1,2})[- ]([A-Za-z]{3,9})[- ,]+(\d{4})|([A-Za-z]{3,9}) (\d{1,2}),? (\d{4}))$`)
	serial    = Pattern(`^(\d{5})(?:\.\d+)?$`)
	powers    = Pattern(`^\d(?:[.,]\d+)?E\+\d+$`)
	plain     = Pattern(`^(0|-?[1-9]\d*)$`)
	grouped   = Pattern(`^[1-9]\d{0,2}([,. '\x{a0}\x{202f}])\d{3}(?:[,. '\x{a0}\x{202f}]\d{3})*$`)
)

// Pattern returns a pattern that is compiled when it is first used, so that programs that
// read no tables do not pay for it when they start.
func Pattern(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// Day returns a day as YYYY-MM-DD, where it is certain which one a cell says: the year
// first, with marks between or none, the name of the month in English, a number above 12 that can only be the day,
// or what order says. The time of day is left out. Otherwise it says why not and what to
// do; a text that is not a day at all is returned as it is, for its reader to refuse.
func Day(cell string, order Order) (day, says string) {
	if len(cell) == 10 && cell[4] == '-' && cell[7] == '-' {
		return cell, "" // as it should be
	}
	cell = Trim(cell)
	if at := weekday().FindStringIndex(cell); at != nil {
		cell = cell[at[1]:]
	}
	if m := unbroken().FindStringSubmatch(cell); m != nil {
		return written(m[1], m[2], m[3]), ""
	}
	if m := yearFirst().FindStringSubmatch(cell); m != nil {
		return written(m[1], m[3], m[4]), ""
	}
	if m := yearLast().FindStringSubmatch(cell); m != nil {
		return yearAtEnd(cell, m[1], m[2], m[3], order)
	}
	if m := named().FindStringSubmatch(cell); m != nil {
		for i, month := range months {
			text := strings.ToLower(m[2] + m[4])
			if text == month || text == month[:3] || (text == "sept" && month == "september") {
				return written(m[3]+m[6], strconv.Itoa(i+1), m[1]+m[5]), ""
			}
		}
	}
	if m := serial().FindStringSubmatch(cell); m != nil {
		return counted(cell, m[1], order)
	}
	if yearShort().MatchString(cell) {
		return "", fmt.Sprintf("%q has a year of two digits; write YYYY-MM-DD", cell)
	}
	return cell, ""
}

func written(year, month, day string) string {
	two := func(text string) string { return strings.Repeat("0", max(0, 2-len(text))) + text }
	return year + "-" + two(month) + "-" + two(day)
}

func yearAtEnd(cell, first, second, year string, order Order) (day, says string) {
	a, _ := strconv.Atoi(first) // digits
	b, _ := strconv.Atoi(second)
	switch {
	case order == MonthFirst:
		return written(year, first, second), ""
	case order == DayFirst:
		return written(year, second, first), ""
	case a == b || b > 12:
		return written(year, first, second), ""
	case a > 12:
		return written(year, second, first), ""
	}
	return "", fmt.Sprintf("%q is %s or %s; write YYYY-MM-DD, or say dateOrder in a layout", cell, written(year, first, second), written(year, second, first))
}

// counted reads a count of days. That of 1900 takes 1900 for a leap year, so that days
// after February of that year are one less.
func counted(cell, count string, order Order) (day, says string) {
	days, _ := strconv.Atoi(count) // digits
	from1900, from1904 := civil(days-25569), civil(days-24107)
	switch order {
	case Days1900:
		return from1900, ""
	case Days1904:
		return from1904, ""
	}
	return "", fmt.Sprintf("%q is a day as a spreadsheet counts them, %s or, in workbooks that count from 1904, %s; format the column as YYYY-MM-DD, or say dateOrder in a layout", cell, from1900, from1904)
}

// civil returns the day that is so many days after 1970-01-01.
func civil(days int) string {
	days += 719468 // from the first of March of the year 0
	era := days / 146097
	ofEra := days - era*146097
	year := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*year + year/4 - year/100)
	month := (5*ofYear + 2) / 153
	day := ofYear - (153*month+2)/5 + 1
	if month += 3; month > 12 {
		month -= 12
		year++
	}
	return written(strconv.Itoa(year+era*400), strconv.Itoa(month), strconv.Itoa(day))
}

// Number returns a whole number without a decimal point and the zeros behind it, which
// data frames write and people do not mean; else it says what is wrong with the cell.
func Number(cell string, decimalComma bool) (number, says string) {
	if len(cell) == 1 && '0' <= cell[0] && cell[0] <= '9' {
		return cell, "" // as most are
	}
	cell = Trim(cell)
	point := "."
	if decimalComma && !strings.Contains(cell, ".") {
		point = ","
	}
	whole, zeros, _ := strings.Cut(cell, point)
	_, err := strconv.ParseInt(whole, 10, 64)
	switch {
	case Broken(cell) != "":
		return "", Broken(cell)
	case strings.HasPrefix(cell, "#"):
		return "", "it is the error of a formula: mend it, or leave the cell empty"
	case err == nil && zeros == "" && plain().MatchString(whole):
		return whole, ""
	case grouped().MatchString(cell) && strings.Trim(zeros, "0") == "" && zeros != "":
		return "", "which may be a thousand or a fraction; write it without a mark between its digits"
	case grouped().MatchString(cell):
		return "", "write it without a mark between its thousands"
	case strings.HasSuffix(cell, "%"):
		return "", "want points, not a percentage"
	case err != nil || !plain().MatchString(whole) || strings.Trim(zeros, "0") != "":
		return "", "want a whole number"
	}
	return whole, ""
}

// errorsOfFormulas are what spreadsheets show where a formula fails, in the languages of
// some of them.
var errorsOfFormulas = []string{
	"#N/A", "#N/D", "#NV", "#REF!", "#BEZUG!", "#VALUE!", "#WERT!", "#VALEUR!", "#VALOR!", "#NAME?", "#NOMBRE?", "#NOM?",
	"#DIV/0!", "#¡DIV/0!", "#NUM!", "#¡NUM!", "#NULL!", "#SPILL!", "#CALC!", "#ERROR!", "#¡REF!", "#¡VALOR!", "#¿NOMBRE?",
}

// Broken says what a spreadsheet did to a cell, whatever column it is in: the error of a
// formula, a value that did not fit its column, or a number cut short; "" for none.
func Broken(cell string) string {
	cell = Trim(cell)
	if cell == "" {
		return ""
	}
	if cell[0] == '#' {
		if strings.Trim(cell, "#") == "" {
			return "it is what a spreadsheet shows where a column is too narrow: widen it and save again"
		}
		for _, known := range errorsOfFormulas {
			if strings.EqualFold(cell, known) {
				return "it is the error of a formula: mend it, or leave the cell empty"
			}
		}
	}
	if strings.Contains(cell, "E+") && powers().MatchString(cell) {
		return "it is a number that a spreadsheet cut short: format the column as text and save again"
	}
	return ""
}
