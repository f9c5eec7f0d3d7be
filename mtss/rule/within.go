package rule

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
)

// within is the days from which values count for a comparison, made ready.
type within struct {
	threshold.Stretch
	text     string
	calendar mtss.Calendar
}

// within reads what a node says of days; nil where it says nothing.
func (c *compiler) within(path, text string) *within {
	if text == "" {
		return nil
	}
	s, ok := threshold.ReadStretch(text)
	if !ok {
		near := ""
		if word := strict.Nearest(text, []string{threshold.SchoolYear, threshold.LastSchoolYear}); word != "" {
			near = ", did you mean " + strconv.Quote(word) + "?"
		}
		c.fail(path, CodeWithin, `%q, want a number of days to %d such as "365 days", "schoolYear", "lastSchoolYear", or a window such as "window:spring" or "window:spring schoolYear"%s`, text, threshold.MaxAge, near)
	}
	if s.Window != "" {
		c.window(path, s.Window)
	}
	return &within{s, text, c.vocabulary.Calendar}
}

// window reports a window that the calendar does not have.
func (c *compiler) window(path, id string) {
	var ids []string
	for _, w := range c.vocabulary.Calendar.Windows {
		ids = append(ids, w.ID)
	}
	switch near := strict.Nearest(id, ids); {
	case slices.Contains(ids, id):
	case len(ids) == 0:
		c.fail(path, CodeWithin, "window %q is unknown, since no calendar with windows is given", id)
	case near != "":
		c.fail(path, CodeWithin, "window %q is unknown, did you mean %q? The calendar has %s", id, near, strings.Join(ids, ", "))
	default:
		c.fail(path, CodeWithin, "window %q is unknown, want one of %s", id, strings.Join(ids, ", "))
	}
}

// pick returns what of a value counts: the values of a series, or a value with its
// day, of the days that within names. It is missing where that is not known.
func (o *op) pick(v, today *Value) *Value {
	if o.within == nil || !v.Applies() {
		return v
	}
	if today.form != day {
		return &missingValue
	}
	days := o.within.Days(o.within.calendar, today.date())
	switch {
	case v.form == series:
		held := v.during(days)
		return &held
	case v.Day().IsZero(), !days.Contains(v.Day()):
		return &missingValue
	}
	return v
}

// over reports whether no value can come to lie in the days any more.
func (o *op) over(today *Value) bool {
	if o.within == nil || today.form != day {
		return false
	}
	on := today.date()
	return o.within.Days(o.within.calendar, on).Until.Before(on)
}

// withinPhrase says which days Within names, after a space: " within 365 days".
func withinPhrase(text string) string {
	if s, ok := threshold.ReadStretch(text); ok {
		return " " + s.Phrase()
	}
	return ""
}
