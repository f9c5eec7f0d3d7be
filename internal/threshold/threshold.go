// Package threshold has one job: it reads comparisons, that is, which operator
// they have and where its thresholds lie, for rules and for whatever looks rules
// over. Each is read here alone:
//
//	t, err := threshold.Read("tally", "points", "44 points") // t.At is 44, and t.Counted is true
package threshold

import (
	"errors"
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// UnitError says that a threshold is in another unit than its measure.
type UnitError string

// Error returns the message.
func (e UnitError) Error() string { return string(e) }

// Threshold is one threshold. The zero value is undefined.
type Threshold struct {
	// At is where it lies; of a date, its day as Day numbers days.
	At mtss.Ratio
	// Counted tells that it counts what a tally earned, rather than its share.
	Counted bool
}

// Read reads a threshold in the way of a measure's kind. Errors: UnitError for
// another unit; the text of any says what is allowed.
func Read(kind, unit, text string) (Threshold, error) {
	switch {
	case kind == "date":
		d, err := mtss.ParseDate(text)
		if err != nil {
			return Threshold{}, plain(err)
		}
		return Threshold{At: Day(d)}, nil
	case kind == "ratio", kind == "tally" && (!strings.Contains(text, " ") || strings.HasSuffix(text, "%")):
		r, err := mtss.ParseRatio(text)
		switch {
		case err == nil:
			return Threshold{At: r}, nil
		case kind == "ratio":
			return Threshold{}, plain(err)
		case unit != "":
			return Threshold{}, fmt.Errorf("%w, or a count with its unit such as %q", plain(err), "5 "+unit)
		}
		return Threshold{}, fmt.Errorf("%w; a count needs a measure with a unit", plain(err))
	}
	r, err := Amount(unit, text)
	return Threshold{At: r, Counted: kind == "tally"}, err
}

// Amount reads a number with a unit, such as "12.5 h", or without one where unit
// is "". Errors: UnitError, and those of mtss.ParseNumber.
func Amount(unit, text string) (mtss.Ratio, error) {
	number, written, spaced := strings.Cut(text, " ")
	r, err := mtss.ParseNumber(number)
	switch {
	case err != nil:
		return mtss.Ratio{}, plain(err)
	case spaced != (unit != "") || written != unit:
		return mtss.Ratio{}, UnitError(fmt.Sprintf("%q is not in its unit, want a number and %q", text, unit))
	}
	return r, nil
}

// plain is an error's message without its path.
func plain(err error) error { return errors.New(mtss.Issues(err)[0].Message) }

func firstDay() mtss.Date { return mtss.Date{Year: 1, Month: 1, Day: 1} }

// Day places a date on the line of numbers, so that days compare as spans do.
func Day(d mtss.Date) mtss.Ratio { return mtss.Whole(int64(d.DaysSince(firstDay()))) }

// Date is the day of a number; it is not valid where there is none.
func Date(number int64) mtss.Date { return firstDay().AddDays(int(number)) }
