package dca

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Trend is how one unit's results changed over time.
type Trend struct {
	// Kind is "trend"; writing sets it.
	Kind string `json:"kind"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion"`
	// Unit is the unit; absent where there are no results.
	Unit mtss.Unit `json:"unit,omitzero"`
	// On is the day of asking. Later results are left out.
	On mtss.Date `json:"on"`
	// LeftOut is how many results were left out for being later.
	LeftOut int `json:"leftOut"`
	// Points are the results by date.
	Points []TrendPoint `json:"points"`
	// Changes are how the total and each subscale changed from the first point
	// that has it, which for all of them may be the baseline, to the last one that
	// does; the total first, under "". There is none of a scale with one point,
	// and among several points a caveat says so.
	Changes []ScaleChange `json:"changes"`
	// Recent are the same from the last point but one that has the scale to the last.
	Recent []ScaleChange `json:"recent"`
	// FirstAtCriterion tells for each criterion when it was first met.
	FirstAtCriterion []CriterionDay `json:"firstAtCriterion"`
	// Missed are the windows between the baseline and the day of asking in
	// which nothing was administered, though they are over.
	Missed []MissedWindow `json:"missed"`
	// Caveats are those of the results, each once, and those of the trend itself.
	Caveats []mtss.Caveat `json:"caveats"`
}

// TrendPoint is one result.
type TrendPoint struct {
	// Administration is the id of what was scored, if it has one.
	Administration string `json:"administration,omitzero"`
	// Date is the day of the administration.
	Date mtss.Date `json:"date"`
	// Window is the window that it falls into; "" for none.
	Window string `json:"window"`
	// Total is the total; null where there is none.
	Total *instrument.Score `json:"total" jsonschema:"nullable"`
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

// ScaleChange is how the share of one scale changed. With unknown points on
// either side, both verdicts may be undetermined; that it stayed the same is
// sure where neither is met and both are determined.
type ScaleChange struct {
	// ID is the subscale's id; "" for the total.
	ID string `json:"id"`
	// From is the earlier score.
	From instrument.Score `json:"from"`
	// FromDate is its day.
	FromDate mtss.Date `json:"fromDate"`
	// To is the later score.
	To instrument.Score `json:"to"`
	// ToDate is its day.
	ToDate mtss.Date `json:"toDate"`
	// Rose says whether the share rose.
	Rose mtss.Verdict `json:"rose"`
	// Fell says whether the share fell.
	Fell mtss.Verdict `json:"fell"`
}

// CriterionDay is when a criterion was first met.
type CriterionDay struct {
	// ID names the criterion.
	ID string `json:"id"`
	// On is the first day on which it was surely met; absent where it was not yet.
	On mtss.Date `json:"on,omitzero"`
	// NotExcluded is the first day before that on which it was undetermined, and so
	// may have been met already; absent where there is none.
	NotExcluded mtss.Date `json:"possibly,omitzero"`
}

// MissedWindow is a window in which nothing was administered.
type MissedWindow struct {
	// Window names it.
	Window string `json:"window"`
	// From is its first day.
	From mtss.Date `json:"from"`
	// Until is its last day.
	Until mtss.Date `json:"until"`
}

// MarshalJSON writes the trend with its kind and schema version.
func (t Trend) MarshalJSON() ([]byte, error) {
	type plain Trend
	p := plain(t)
	p.Kind, p.SchemaVersion = "trend", SchemaVersion
	return json.Marshal(p)
}

// TrendOf puts the results of one unit into a trend, as of a day. Only results
// in force belong here; [TrendOfAdministrations] sees to that. Their order does
// not matter.
//
// Results of different versions make no trend; single items that a crosswalk
// maps can be followed with [ItemTrendsOf]. Neither do results of different
// definitions of one version, as before and after a completion was changed, or
// of different ways of treating missing answers: score all of them alike.
//
// Errors: CodeTrend, with paths into results.
func TrendOf(results []instrument.Result, windows []mtss.Window, on mtss.Date) (Trend, error) {
	trend := Trend{
		Kind: "trend", SchemaVersion: SchemaVersion, On: on, Points: []TrendPoint{}, Changes: []ScaleChange{}, Recent: []ScaleChange{},
		FirstAtCriterion: []CriterionDay{}, Missed: []MissedWindow{}, Caveats: []mtss.Caveat{},
	}
	if !on.Valid() {
		return Trend{}, mtss.Issuef("", CodeTrend, "a trend is as of a day, and none is given")
	}
	if err := alike(results); err != nil {
		return Trend{}, err
	}
	var sorted []*instrument.Result
	for i := range results {
		if results[i].Date.After(on) {
			trend.LeftOut++
			continue
		}
		sorted = append(sorted, &results[i])
	}
	if len(sorted) == 0 {
		return trend, nil
	}
	slices.SortStableFunc(sorted, earlier)
	trend.Unit = sorted[0].Unit
	for _, r := range sorted {
		trend.add(r, windows)
	}
	if len(sorted) > 1 {
		trend.changes(sorted)
	}
	trend.missed(windows, on)
	return trend, nil
}

// earlier orders results by date, and those of one day by their administrations.
func earlier(a, b *instrument.Result) int {
	if byDate := a.Date.Compare(b.Date); byDate != 0 {
		return byDate
	}
	return strings.Compare(a.Administration, b.Administration)
}

// TrendOfAdministrations scores the administrations in force and puts them into
// a trend. Errors, with paths into administrations: those of
// instrument.InForce, of instrument.Scorer.Score and of [TrendOf].
func TrendOfAdministrations(scorer *instrument.Scorer, administrations []instrument.Administration, windows []mtss.Window, on mtss.Date) (Trend, error) {
	places, err := placesInForce(administrations)
	if err != nil {
		return Trend{}, err
	}
	var issues []mtss.Issue
	results := make([]instrument.Result, 0, len(places))
	for _, i := range places {
		r, err := scorer.Score(administrations[i])
		if err != nil {
			issues = append(issues, strict.Under(pointer.Element("", i), mtss.Issues(err))...)
		}
		results = append(results, r)
	}
	if len(issues) > 0 {
		return Trend{}, strict.Invalid(issues)
	}
	trend, err := TrendOf(results, windows, on)
	if err == nil {
		return trend, nil
	}
	issues = mtss.Issues(err)
	for i := range issues {
		if place, err := strconv.Atoi(strings.TrimPrefix(issues[i].Path, "/")); err == nil {
			issues[i].Path = pointer.Element("", places[place])
		}
	}
	return Trend{}, strict.Invalid(issues)
}

// alike refuses results that make no trend with the first one.
func alike(results []instrument.Result) error {
	var issues []mtss.Issue
	seen := map[string]bool{}
	for i := range results {
		r, first, at := &results[i], &results[0], pointer.Element("", i)
		switch {
		case r.Unit != first.Unit:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "is of %q, the first of %q", r.Unit.ID, first.Unit.ID))
		case r.Instrument.Ref != first.Instrument.Ref:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "is of %s, the first of %s, whose scores are not comparable; a crosswalk permits following the items that it maps", r.Instrument.Ref, first.Instrument.Ref))
		case r.Instrument.Digest != first.Instrument.Digest:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "was scored by another definition of %s than the first", r.Instrument.Ref))
		case r.Missing != first.Missing:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "treats missing answers as %q, the first as %q", r.Missing, first.Missing))
		case r.Administration != "" && seen[r.Administration]:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "administration %q stands twice", r.Administration))
		}
		seen[r.Administration] = true
	}
	return strict.Invalid(issues)
}

func (t *Trend) add(r *instrument.Result, windows []mtss.Window) {
	point := TrendPoint{Administration: r.Administration, Date: r.Date, Total: r.Total, Subscales: slices.Clone(r.Subscales), Criteria: []CriterionVerdict{}}
	for _, w := range windows {
		if point.Window == "" && w.Contains(r.Date) {
			point.Window = w.ID
		}
	}
	for _, c := range r.Criteria {
		point.Criteria = append(point.Criteria, CriterionVerdict{ID: c.ID, Verdict: c.Verdict})
		t.criterion(c.ID, c.Verdict, r.Date)
	}
	for _, c := range r.Caveats {
		if !slices.Contains(t.Caveats, c) {
			t.Caveats = append(t.Caveats, c)
		}
	}
	t.Points = append(t.Points, point)
}

func (t *Trend) criterion(id string, verdict mtss.Verdict, on mtss.Date) {
	i := slices.IndexFunc(t.FirstAtCriterion, func(d CriterionDay) bool { return d.ID == id })
	if i < 0 {
		i = len(t.FirstAtCriterion)
		t.FirstAtCriterion = append(t.FirstAtCriterion, CriterionDay{ID: id})
	}
	day := &t.FirstAtCriterion[i]
	switch {
	case !day.On.IsZero():
	case verdict == mtss.Met:
		day.On = on
	case verdict == mtss.Undetermined && day.NotExcluded.IsZero():
		day.NotExcluded = on
	}
}

// changes compares each scale with itself where it was first and last had.
func (t *Trend) changes(sorted []*instrument.Result) {
	for _, id := range scalesOf(sorted) {
		var had []*instrument.Result
		for _, r := range sorted {
			if _, ok := scaleIn(r, id); ok {
				had = append(had, r)
			}
		}
		last := len(had) - 1
		if last == 0 {
			name := "the total"
			if id != "" {
				name = "subscale " + strconv.Quote(id)
			}
			t.Caveats = append(t.Caveats, mtss.Caveat{Code: CaveatTrend, Message: name + " is known of " + had[0].Date.String() + " alone, so that no change of it is told"})
			continue
		}
		t.Changes = append(t.Changes, change(id, had[0], had[last]))
		t.Recent = append(t.Recent, change(id, had[last-1], had[last]))
	}
}

// scalesOf lists the scales that any result has, the total first.
func scalesOf(results []*instrument.Result) (ids []string) {
	for _, r := range results {
		if r.Total != nil {
			ids = []string{""}
		}
	}
	for _, r := range results {
		for _, s := range r.Subscales {
			if !slices.Contains(ids, s.ID) {
				ids = append(ids, s.ID)
			}
		}
	}
	return ids
}

// scaleIn returns a scale's score; "" is the total.
func scaleIn(r *instrument.Result, id string) (instrument.Score, bool) {
	switch {
	case id != "":
		return r.Subscale(id)
	case r.Total != nil:
		return *r.Total, true
	}
	return instrument.Score{}, false
}

// change compares two shares: one rose surely where its later worst case is
// above its earlier best, and surely did not where its later best case is not
// above its earlier worst.
func change(id string, first, last *instrument.Result) ScaleChange {
	from, _ := scaleIn(first, id)
	to, _ := scaleIn(last, id)
	before, after := from.Share(), to.Share()
	return ScaleChange{ID: id, From: from, FromDate: first.Date, To: to, ToDate: last.Date, Rose: passes(after, before), Fell: passes(before, after)}
}

func passes(a, b mtss.Span) mtss.Verdict {
	switch {
	case !a.Low.Defined() || !b.Low.Defined():
		return mtss.Undetermined
	case a.Low.Cmp(b.High) > 0:
		return mtss.Met
	case a.High.Cmp(b.Low) <= 0:
		return mtss.NotMet
	}
	return mtss.Undetermined
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
