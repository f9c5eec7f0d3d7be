package rollup

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Breakdown says how a state is rolled up.
type Breakdown struct {
	// By are the kinds of units that have rows, each once and at least one.
	By []mtss.UnitKind
	// Period is what has rows of its own in time. The zero value takes all time
	// together: of each unit, what was assessed last.
	Period PeriodKind
	// Calendar says what a school year is, which windows there are, and how long
	// administrations count.
	Calendar mtss.Calendar
	// On is the day of asking. Later administrations do not count and, where all time is
	// taken together, those count as unknown that have expired by then. The zero date
	// takes all, and none expires.
	On mtss.Date
	// Characteristic is what the units that were assessed are grouped by, such as locale:
	// each unit with rows has one for each group within it beside that of all. "" makes no
	// groups.
	Characteristic string
	// Policy says what is withheld.
	Policy WithholdingPolicy
}

// PeriodKind says what in time has rows of its own. The zero value is all time together.
type PeriodKind string

// The periods.
const (
	// SchoolYear is a school year of the calendar.
	SchoolYear PeriodKind = "schoolYear"
	// EachWindow is a window of the calendar, in each year.
	EachWindow PeriodKind = "window"
)

// ParseBreakdown reads what has rows of its own as a list such as
// "district,state,schoolYear,locale": kinds of units, schoolYear or window, and a
// characteristic of the units. The breakdown is not validated yet.
func ParseBreakdown(by string, units mtss.Hierarchy) (b Breakdown, err error) {
	characteristics := units.Characteristics()
	for word := range strings.SplitSeq(by, ",") {
		period := PeriodKind(word)
		switch {
		case slices.Contains(characteristics, word) && b.Characteristic != "":
			return b, fmt.Errorf("want one characteristic of the units, once, of %s", strings.Join(characteristics, ", "))
		case slices.Contains(characteristics, word):
			b.Characteristic = word
		case period != SchoolYear && period != EachWindow:
			var kind mtss.UnitKind
			if err := kind.UnmarshalText([]byte(word)); err != nil {
				return b, fmt.Errorf("%w; or %s", err, strings.Join(append([]string{string(SchoolYear), string(EachWindow)}, characteristics...), " or "))
			}
			b.By = append(b.By, kind)
		case b.Period != "":
			return b, errors.New("want one of schoolYear and window, once")
		default:
			b.Period = period
		}
	}
	return b, nil
}

// Validate reports a breakdown that can't be followed. Errors: CodePlan, CodePolicy.
func (b Breakdown) Validate() error {
	var issues []mtss.Issue
	fail := func(path, format string, args ...any) {
		issues = append(issues, mtss.Issuef(path, CodePlan, format, args...))
	}
	if len(b.By) == 0 {
		fail("/by", "names no kind of unit, want one or more of %s", mtss.UnitKinds())
	}
	for i, kind := range b.By {
		switch {
		case !slices.Contains(mtss.UnitKinds(), kind):
			fail(pointer.Element("/by", i), "%q is not a kind of unit, %s", string(kind), strict.Instead(string(kind), mtss.UnitKinds()))
		case slices.Contains(b.By[:i], kind):
			fail(pointer.Element("/by", i), "%q appears twice", string(kind))
		}
	}
	switch b.Period {
	case "", SchoolYear:
	case EachWindow:
		if len(b.Calendar.Windows) == 0 {
			fail("/calendar/windows", "there are no windows, and rows of each are asked for")
		}
	default:
		fail("/period", "%q is not a period, want schoolYear or window", string(b.Period))
	}
	if !b.On.IsZero() && !b.On.Valid() {
		fail("/on", "%s is not a day", b.On)
	}
	return strict.Invalid(append(issues, b.Policy.issues("/policy")...))
}

// over reports a breakdown that can't be followed, or not over these units.
func (b Breakdown) over(units mtss.Hierarchy) error {
	if err := b.Validate(); err != nil || b.Characteristic == "" {
		return err
	}
	known := units.Characteristics()
	if slices.Contains(known, b.Characteristic) {
		return nil
	}
	issue := mtss.Issuef("/characteristic", CodePlan, "%q is no characteristic of the units, which have none", b.Characteristic)
	if len(known) > 0 {
		issue = mtss.Issuef("/characteristic", CodePlan, "%q is no characteristic of the units, %s", b.Characteristic, strict.Instead(b.Characteristic, known))
	}
	return strict.Invalid([]mtss.Issue{issue})
}

// when is a period that has rows of its own; the zero value is all time.
type when struct {
	days   mtss.Period
	window string
}

// when returns the period of a day; ok is false outside every window.
func (b *Breakdown) when(d mtss.Date) (w when, ok bool) {
	switch b.Period {
	case SchoolYear:
		return when{days: b.Calendar.SchoolYear(d)}, true
	case EachWindow:
		for _, window := range b.Calendar.Windows {
			if from, until, ok := window.Around(d); ok {
				return when{mtss.Period{From: from, Until: until}, window.ID}, true
			}
		}
		return when{}, false
	}
	return when{}, true
}

// expired reports whether what was assessed on a day no longer counts.
func (b *Breakdown) expired(d mtss.Date) bool {
	return b.Period == "" && !b.On.IsZero() && b.On.After(b.Calendar.NextYear(d))
}
