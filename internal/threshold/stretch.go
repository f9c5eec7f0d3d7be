package threshold

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// The words of a stretch of days.
const (
	SchoolYear     = "schoolYear"
	LastSchoolYear = "lastSchoolYear"
	windowMark     = "window:"

	// MaxAge is the greatest number of days.
	MaxAge = 36600
)

// Stretch is the days from which values count, as a rule names them: by their age,
// a school year, a window, or a window of a school year.
type Stretch struct {
	// Age is at most how many days before the day of judgement; 0 is another stretch.
	Age int
	// Window is the id of a window of the calendar, and Year is SchoolYear,
	// LastSchoolYear, or "" for the latest window that has begun.
	Window, Year string
}

// ReadStretch reads "365 days", "schoolYear", "lastSchoolYear", "window:spring" or
// "window:spring schoolYear"; ok is false of any other text.
func ReadStretch(text string) (s Stretch, ok bool) {
	if number, unit, spaced := strings.Cut(text, " "); spaced && (unit == "days" || unit == "day" && number == "1") {
		n, err := strconv.Atoi(number)
		return Stretch{Age: n}, err == nil && 1 <= n && n <= MaxAge && strconv.Itoa(n) == number
	}
	window, named := strings.CutPrefix(text, windowMark)
	if !named {
		return Stretch{Year: text}, text == SchoolYear || text == LastSchoolYear
	}
	for _, year := range []string{SchoolYear, LastSchoolYear} {
		if id, of := strings.CutSuffix(window, " "+year); of {
			return Stretch{Window: id, Year: year}, id != ""
		}
	}
	return Stretch{Window: window}, window != ""
}

// Days returns the days as of a day of judgement, after which they may end; none
// that is valid where the calendar does not have the window.
func (s Stretch) Days(calendar mtss.Calendar, on mtss.Date) mtss.Period {
	if s.Age > 0 {
		from := on.AddDays(-s.Age)
		if !from.Valid() {
			from = mtss.Date{}
		}
		return mtss.Period{From: from, Until: on}
	}
	days := calendar.SchoolYear(on)
	if s.Year == LastSchoolYear {
		days = calendar.SchoolYear(days.From.AddDays(-1))
	}
	if s.Window == "" {
		return days
	}
	if s.Year == "" {
		days.Until = on
	}
	for _, w := range calendar.Windows {
		if w.ID != s.Window {
			continue
		}
		from, to := w.In(days.Until.Year)
		if from.After(days.Until) {
			from, to = w.In(days.Until.Year - 1)
		}
		return mtss.Period{From: from, Until: to}
	}
	return mtss.Period{From: on.AddDays(1), Until: on}
}

// Phrase says the days as a sentence goes on: "within 365 days".
func (s Stretch) Phrase() string {
	years := map[string]string{SchoolYear: "this school year", LastSchoolYear: "the school year before"}
	switch {
	case s.Age == 1:
		return "within 1 day"
	case s.Age > 0:
		return "within " + strconv.Itoa(s.Age) + " days"
	case s.Window == "":
		return "in " + years[s.Year]
	case s.Year == "":
		return "in the latest window " + strconv.Quote(s.Window)
	}
	return "in the window " + strconv.Quote(s.Window) + " of " + years[s.Year]
}
