package rule

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// seriesText counts the values of a series, each once on its day, and shows those
// that were compared with their days: all of a day where any is.
func (f Finding) seriesText(all []Dated) string {
	text := "has " + strconv.Itoa(len(all)) + " values"
	switch len(all) {
	case 0:
		text = "has no values"
	case 1:
		text = "has 1 value"
	}
	text += withinPhrase(f.Within)
	first := max(0, len(all)-max(f.Last, min(f.Times*len(all), mostShown)))
	for 0 < first && first < len(all) && all[first-1].On == all[first].On {
		first--
	}
	compared := all[first:]
	for i, d := range compared {
		one := f
		one.Measured, one.Within = d.Value, ""
		shown := strings.TrimPrefix(one.measured(), "is ")
		if !d.Value.Applies() {
			shown = "not applicable"
		}
		separator := ", "
		if i == 0 {
			separator = " ("
		}
		text += separator + d.On.String() + ": " + shown
	}
	if len(compared) > 0 {
		text += ")"
	}
	return text
}

// mostShown is how many values a sentence shows of a series any of which may do.
const mostShown = 12

// noneText says what is wanted of a series that has no values.
func (f Finding) noneText(wanted string) string {
	if n := f.Last + f.Times; n > 1 {
		return ", where at least " + strconv.Itoa(n) + " that are " + wanted + " are wanted"
	}
	return ", where one that is " + wanted + " is wanted"
}

// timesText says how many values of a series are what is wanted.
func (f Finding) timesText(wanted string) string {
	number, are := strconv.Itoa(f.Times), " are "
	if f.Times == 1 {
		are = " is "
	}
	switch {
	case f.Verdict == mtss.Met:
		return ", at least " + number + " of which" + are + wanted
	case f.Verdict == mtss.NotMet && f.Times == 1:
		return ", none of which is " + wanted
	case f.Verdict == mtss.NotMet:
		return ", fewer than " + number + " of which are " + wanted
	}
	return ", so whether at least " + number + " of them" + are + wanted + " is undetermined"
}
