package dca

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/seen"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Trend is how one unit's results changed over time.
type Trend struct {
	// Unit is the unit; absent where there are no results.
	Unit mtss.Unit `json:"unit,omitzero"`
	// On is the day that the trend is as of. Later results are left out.
	On mtss.Date `json:"on"`
	// LeftOut is how many results were left out because they are later.
	LeftOut int `json:"leftOut" jsonschema:"minimum=0"`
	// Points are the results by date.
	Points []TrendPoint `json:"points"`
	// Changes are how the total and each subscale changed from the first point
	// that has it, such as the baseline, to the last one; the total comes first,
	// under "". A scale with one point has no change; if the trend has several
	// points, a caveat says so.
	Changes []ScaleChange `json:"changes"`
	// Recent are the changes from the last point but one that has the scale to the last.
	Recent []ScaleChange `json:"recent"`
	// FirstAtCriterion says for each criterion when it was first met, and the
	// latest verdict on it.
	FirstAtCriterion []CriterionDay `json:"firstAtCriterion"`
	// Missed are the windows between the baseline and the day of asking that are
	// over and in which nothing was administered.
	Missed []schedule.Due `json:"missed"`
	// Caveats are those of the results, without repetitions, and those of the trend.
	Caveats []mtss.Notice `json:"caveats"`
}

// TrendPoint is one result.
type TrendPoint struct {
	// Administration is the id of what was scored, if it has one.
	Administration string `json:"administration,omitzero"`
	// Date is the day of the administration.
	Date mtss.Date `json:"date"`
	// Window is the window that the day is in; "" for none.
	Window string `json:"window"`
	// Total is the total; null where there is none.
	Total *instrument.Score `json:"total" jsonschema:"nullable"`
	// Subscales are the subscales' scores.
	Subscales []instrument.Score `json:"subscales"`
	// Criteria are the verdicts on the criteria, in their order.
	Criteria []CriterionDay `json:"criteria"`
}

// ScaleChange is how the share of one scale changed. With unknown points on
// either side, both verdicts may be undetermined; it is certain to have stayed the
// same where both are notMet.
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

// CriterionDay is the verdict on a criterion at one result, and when it was
// first met up to then.
type CriterionDay struct {
	// ID names the criterion.
	ID string `json:"id"`
	// Verdict is the verdict at that result.
	Verdict mtss.Verdict `json:"verdict"`
	// On is the first day on which it was certainly met; absent where it was not yet.
	On mtss.Date `json:"on,omitzero"`
	// NotExcluded is the first day before that on which it was undetermined, so
	// that it may have been met already; absent where there is none.
	NotExcluded mtss.Date `json:"notExcluded,omitzero"`
}

// DecodeTrend reads one trend strictly. Errors: those of instrument.DecodeResult
// for its scores, and the codes of strict reading.
func DecodeTrend(data []byte) (Trend, error) { return strict.Read[Trend](data, nil) }

// Schema names the kind of the document and the version of its schema.
func (Trend) Schema() mtss.Schema { return mtss.Schema{Kind: "trend", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (t Trend) MarshalJSON() ([]byte, error) { return strict.Marshal(&t) }

// AppendJSON appends the document to dst.
func (t *Trend) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, t) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (t *Trend) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, t, nil) }

// Validate reports what decoding the trend would. Errors: as [DecodeTrend].
func (t Trend) Validate() error { return strict.Validate(&t, nil) }

// TrendOf returns the trend of the results of one unit, as of a day. Their order
// does not matter, and the same result twice is one, with a caveat. Pass only
// results in force; [TrendOfAdministrations] selects them.
//
// Results of different versions cannot form a trend: single items can be followed
// with [FollowItem]. The same goes for results of different
// definitions of one version, such as before and after a completion was changed,
// or of different ways of treating missing answers: score all of them the same way.
//
// Errors: CodeTrend, with paths into results, and those of
// schedule.Schedule.For for windows with problems.
func TrendOf(results []instrument.Result, windows []mtss.Window, on mtss.Date) (Trend, error) {
	return trendOf(results, windows, on, func(i int) string { return pointer.Element("", i) })
}

// trendOf is TrendOf with the paths to the results.
func trendOf(results []instrument.Result, windows []mtss.Window, on mtss.Date, path func(i int) string) (Trend, error) {
	trend := Trend{
		On: on, Points: []TrendPoint{}, Changes: []ScaleChange{}, Recent: []ScaleChange{},
		FirstAtCriterion: []CriterionDay{}, Missed: []schedule.Due{}, Caveats: []mtss.Notice{},
	}
	if !on.Valid() {
		return Trend{}, mtss.Issuef("", CodeTrend, "a trend is as of a day, want a valid one")
	}
	if err := comparableResults(results, path); err != nil {
		return Trend{}, err
	}
	var sorted []*instrument.Result
	var before seen.Records[int]
	for i := range results {
		known := results[i].Correction()
		if first, again, same := before.Add(known.ID, known.Content, i); again && same {
			trend.Caveats = append(trend.Caveats, mtss.Noticef(mtss.NoticeRepeated, "the result at %s is the one at %s again, and counts once", path(i), path(first)))
			continue
		}
		if results[i].Date.After(on) {
			trend.LeftOut++
			continue
		}
		r := kit.Clone(results[i])
		sorted = append(sorted, &r)
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
	if err := trend.missed(sorted[0].Instrument.Ref, windows, on); err != nil {
		return Trend{}, err
	}
	return trend, nil
}

// earlier orders results by date, and those of one day by administration id.
func earlier(a, b *instrument.Result) int {
	if byDate := a.Date.Compare(b.Date); byDate != 0 {
		return byDate
	}
	return strings.Compare(a.Administration, b.Administration)
}

// TrendOfAdministrations scores the administrations in force and returns their
// trend. Errors, with paths into administrations: those of
// instrument.InForce, of instrument.Scorer.Score and of [TrendOf].
func TrendOfAdministrations(scorer *instrument.Scorer, administrations []instrument.Administration, windows []mtss.Window, on mtss.Date) (Trend, error) {
	places, repeated, err := placesInForce(administrations)
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
	trend, err := trendOf(results, windows, on, func(i int) string { return pointer.Element("", places[i]) })
	if err == nil {
		trend.Caveats = append(trend.Caveats, repeated...)
	}
	return trend, err
}

// comparableResults refuses results that cannot form a trend with the first one.
func comparableResults(results []instrument.Result, path func(i int) string) error {
	var issues []mtss.Issue
	var before seen.Records[int]
	for i := range results {
		r, first, at := &results[i], &results[0], path(i)
		known := r.Correction()
		_, again, same := before.Add(known.ID, known.Content, i)
		switch {
		case r.Unit != first.Unit:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "is of %q, the first of %q", r.Unit.ID, first.Unit.ID))
		case r.Instrument.Ref != first.Instrument.Ref:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "is of %s, the first of %s, whose scores cannot be compared; a crosswalk allows following the items that it maps", r.Instrument.Ref, first.Instrument.Ref))
		case r.Instrument.Digest != first.Instrument.Digest:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "was scored by a definition of %s that is not that of the first", r.Instrument.Ref))
		case r.Missing != first.Missing:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "treats missing answers as %q, the first as %q", r.Missing, first.Missing))
		case again && !same:
			issues = append(issues, mtss.Issuef(at, CodeTrend, "administration %q appears twice, with different results", r.Administration))
		}
	}
	return strict.Invalid(issues)
}

func (t *Trend) add(r *instrument.Result, windows []mtss.Window) {
	point := TrendPoint{Administration: r.Administration, Date: r.Date, Total: r.Total, Subscales: kit.OrEmpty(slices.Clone(r.Subscales)), Criteria: []CriterionDay{}}
	for _, w := range windows {
		if point.Window == "" && w.Contains(r.Date) {
			point.Window = w.ID
		}
	}
	for _, c := range r.Criteria {
		point.Criteria = append(point.Criteria, t.criterion(c.ID, c.Verdict, r.Date))
	}
	t.Caveats = kit.AddNew(t.Caveats, r.Caveats...)
	t.Points = append(t.Points, point)
}

// criterion notes the verdict on a criterion.
func (t *Trend) criterion(id string, verdict mtss.Verdict, on mtss.Date) CriterionDay {
	i := slices.IndexFunc(t.FirstAtCriterion, func(d CriterionDay) bool { return d.ID == id })
	if i < 0 {
		i = len(t.FirstAtCriterion)
		t.FirstAtCriterion = append(t.FirstAtCriterion, CriterionDay{ID: id})
	}
	day := &t.FirstAtCriterion[i]
	day.Verdict = verdict
	switch {
	case !day.On.IsZero():
	case verdict == mtss.Met:
		day.On = on
	case verdict == mtss.Undetermined && day.NotExcluded.IsZero():
		day.NotExcluded = on
	}
	return *day
}

// changes compares each scale with itself where it was first and last had, the
// total first.
func (t *Trend) changes(sorted []*instrument.Result) {
	ids, had := []string{""}, map[string][]ScaleChange{} // each with a To alone
	for _, r := range sorted {
		if r.Total != nil {
			had[""] = append(had[""], ScaleChange{To: *r.Total, ToDate: r.Date})
		}
		for _, s := range r.Subscales {
			if !slices.Contains(ids, s.ID) {
				ids = append(ids, s.ID)
			}
			had[s.ID] = append(had[s.ID], ScaleChange{ID: s.ID, To: s, ToDate: r.Date})
		}
	}
	for _, id := range ids {
		switch last := len(had[id]) - 1; last {
		case -1: // there is no total
		case 0:
			name := "the total"
			if id != "" {
				name = "subscale " + strconv.Quote(id)
			}
			t.Caveats = append(t.Caveats, mtss.Noticef(CaveatTrend, "%s is known only on %s, so no change of it can be shown", name, had[id][0].ToDate.String()))
		default:
			t.Changes = append(t.Changes, had[id][last].since(had[id][0]))
			t.Recent = append(t.Recent, had[id][last].since(had[id][last-1]))
		}
	}
}

// since returns the change from the To of an earlier one.
func (c ScaleChange) since(earlier ScaleChange) ScaleChange {
	c.From, c.FromDate = earlier.To, earlier.ToDate
	before, after := c.From.Share(), c.To.Share()
	c.Rose, c.Fell = passes(after, before), passes(before, after)
	return c
}

// passes reports whether one share is greater than another: certainly where its
// worst case is above the other's best, and certainly not where its best case is
// not above the other's worst.
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
func (t *Trend) missed(ref instrument.Ref, windows []mtss.Window, on mtss.Date) error {
	if len(windows) == 0 {
		return nil
	}
	var done []rule.Dated
	for _, p := range t.Points {
		done = append(done, rule.Dated{On: p.Date})
	}
	asks := schedule.Schedule{ID: ref.ID, Instrument: ref, Baseline: true, Windows: windows}
	due, err := asks.For(t.Unit, done, nil).Due(mtss.Period{From: done[0].On, Until: on}, on)
	t.Missed = slices.DeleteFunc(kit.OrEmpty(due), func(d schedule.Due) bool { return d.Status != schedule.Missed })
	return err
}
