package dca

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Trend is how one unit's results changed over time.
type Trend struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// Points are the results by date. Only those in force belong here; see
	// instrument.InForce.
	Points []TrendPoint `json:"points"`
	// Changes are how the total and each subscale changed from the baseline,
	// the first point, to the latest; the total first, under "".
	Changes []ScaleChange `json:"changes"`
	// FirstAtCriterion are the days on which each criterion was first met.
	FirstAtCriterion []CriterionDay `json:"firstAtCriterion"`
	// Missed are the windows between the baseline and the day of asking in
	// which nothing was administered, though they are over.
	Missed []MissedWindow `json:"missed"`
}

// TrendPoint is one result.
type TrendPoint struct {
	// Date is the day of the administration.
	Date mtss.Date `json:"date"`
	// Window is the window that it falls into; "" for none.
	Window string `json:"window"`
	// Total is the total; nil where there is none.
	Total *instrument.Score `json:"total"`
	// Subscales are the subscales' scores.
	Subscales []instrument.Score `json:"subscales"`
	// Criteria are the verdicts, by the ids of the criteria in their order.
	Criteria []CriterionVerdict `json:"criteria"`
}

// CriterionVerdict is the verdict on one criterion.
type CriterionVerdict struct {
	// ID names the criterion.
	ID string `json:"id"`
	// Verdict is its verdict.
	Verdict mtss.Verdict `json:"verdict"`
}

// ScaleChange is how one scale changed.
type ScaleChange struct {
	// ID is the subscale's id; "" for the total.
	ID string `json:"id"`
	// From is the baseline, To the latest.
	From mtss.Tally `json:"from"`
	// To is the latest.
	To mtss.Tally `json:"to"`
	// Rose is met where the share surely rose, not met where it surely did
	// not, and undetermined otherwise.
	Rose mtss.Verdict `json:"rose"`
}

// CriterionDay is when a criterion was first met.
type CriterionDay struct {
	// ID names the criterion.
	ID string `json:"id"`
	// On is the day.
	On mtss.Date `json:"on"`
}

// MissedWindow is a window in which nothing was administered.
type MissedWindow struct {
	// Window names it.
	Window string `json:"window"`
	// From is its first day, Until its last.
	From mtss.Date `json:"from"`
	// Until is its last day.
	Until mtss.Date `json:"until"`
}

// Follow puts the results of one unit into a trend, as of a day. Results of
// different versions make no trend: follow single items across versions with an
// instrument.Crosswalk instead. So do results of different definitions of one
// version, as before and after a completion was changed.
//
// Errors: CodeTrend.
func Follow(results []instrument.Result, windows []mtss.Window, on mtss.Date) (Trend, error) {
	sorted := slices.DeleteFunc(slices.Clone(results), func(r instrument.Result) bool { return r.Date.After(on) })
	slices.SortStableFunc(sorted, func(a, b instrument.Result) int { return a.Date.Compare(b.Date) })
	trend := Trend{Points: []TrendPoint{}, Changes: []ScaleChange{}, FirstAtCriterion: []CriterionDay{}, Missed: []MissedWindow{}}
	if err := sameInstrument(sorted); err != nil || len(sorted) == 0 {
		return trend, err
	}
	trend.Unit = sorted[0].Unit
	for i := range sorted {
		trend.add(&sorted[i], windows)
	}
	trend.changes(&sorted[0], &sorted[len(sorted)-1])
	trend.missed(windows, on)
	return trend, nil
}

// sameInstrument refuses results that do not belong together.
func sameInstrument(results []instrument.Result) error {
	var issues []mtss.Issue
	for i, r := range results {
		first := results[0]
		switch {
		case r.Unit != first.Unit:
			issues = append(issues, mtss.Issuef(mtss.Element("", i), CodeTrend, "is of %s, the first of %s", mtss.Clip(r.Unit.ID), mtss.Clip(first.Unit.ID)))
		case r.Instrument.Ref != first.Instrument.Ref:
			issues = append(issues, mtss.Issuef(mtss.Element("", i), CodeTrend, "is of %s, the first of %s, whose scores are not comparable", r.Instrument.Ref, first.Instrument.Ref))
		case r.Instrument.Digest != first.Instrument.Digest:
			issues = append(issues, mtss.Issuef(mtss.Element("", i), CodeTrend, "was scored by another definition of %s than the first", r.Instrument.Ref))
		}
	}
	return mtss.Invalid(issues)
}

func (t *Trend) add(r *instrument.Result, windows []mtss.Window) {
	point := TrendPoint{Date: r.Date, Total: r.Total, Subscales: slices.Clone(r.Subscales), Criteria: []CriterionVerdict{}}
	for _, w := range windows {
		if w.Contains(r.Date) {
			point.Window = w.ID
		}
	}
	for _, c := range r.Criteria {
		point.Criteria = append(point.Criteria, CriterionVerdict{ID: c.ID, Verdict: c.Verdict})
		met := func(d CriterionDay) bool { return d.ID == c.ID }
		if c.Verdict == mtss.Met && !slices.ContainsFunc(t.FirstAtCriterion, met) {
			t.FirstAtCriterion = append(t.FirstAtCriterion, CriterionDay{ID: c.ID, On: r.Date})
		}
	}
	t.Points = append(t.Points, point)
}

func (t *Trend) changes(first, last *instrument.Result) {
	if first.Total != nil && last.Total != nil {
		t.Changes = append(t.Changes, change("", first.Total, last.Total))
	}
	for _, s := range last.Subscales {
		if before, ok := first.Subscale(s.ID); ok {
			t.Changes = append(t.Changes, change(s.ID, &before, &s))
		}
	}
}

// change compares two shares: it rose surely where the later one's worst case
// is above the earlier one's best.
func change(id string, from, to *instrument.Score) ScaleChange {
	c := ScaleChange{ID: id, From: from.Tally, To: to.Tally}
	before, after := from.Share(), to.Share()
	if !before.Low.Defined() || !after.Low.Defined() {
		return c
	}
	switch {
	case after.Low.Cmp(before.High) > 0:
		c.Rose = mtss.Met
	case after.High.Cmp(before.Low) <= 0:
		c.Rose = mtss.NotMet
	}
	return c
}

// missed lists the windows after the baseline that are over without an
// administration.
func (t *Trend) missed(windows []mtss.Window, on mtss.Date) {
	baseline := t.Points[0].Date
	for year := baseline.Year - 1; year <= on.Year; year++ {
		for _, w := range windows {
			from, until := w.In(year)
			inTime := func(p TrendPoint) bool { return !p.Date.Before(from) && !p.Date.After(until) }
			if from.After(baseline) && until.Before(on) && !slices.ContainsFunc(t.Points, inTime) {
				t.Missed = append(t.Missed, MissedWindow{Window: w.ID, From: from, Until: until})
			}
		}
	}
	slices.SortStableFunc(t.Missed, func(a, b MissedWindow) int { return a.From.Compare(b.From) })
}

// Crosswalks returns what is known of items across versions of the DCA: in a
// review of fall 2016 the coaching service delivery plan is item 24, in 7.7 it
// is item 26. The review does not name its version; that it is 6.0 is inferred
// from its date. Every other item is not mapped.
func Crosswalks() []instrument.Crosswalk {
	return []instrument.Crosswalk{{
		From: instrument.Ref{ID: "dca", Version: "6.0"}, To: instrument.Ref{ID: "dca", Version: "7.7"},
		Items:      []instrument.ItemPair{{From: "24", To: "26"}},
		Provenance: mtss.Inferred,
		Source:     mtss.Source{Title: "Continuous fall data review presentation, 2016", Year: 2016, URL: "https://paperzz.com/doc/7318767/continuous-fall-data-review-presentation"},
		Says:       "only the coaching service delivery plan is mapped; no other item of 6.0 is confirmed",
	}}
}
