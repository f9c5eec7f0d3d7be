package rule

import "strconv"

// seriesText counts the values of a series, each once on its day, and shows those
// that were compared with their days: all of a day where any is.
func (f Finding) seriesText(all []Dated) string {
	text := strconv.Itoa(len(all)) + " values"
	switch len(all) {
	case 0:
		text = "no values"
	case 1:
		text = "1 value"
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
		shown := one.measured()
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
