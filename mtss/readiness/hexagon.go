package readiness

import (
	"encoding/json"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// form is a published form of the hexagon. Neither of the two states a criterion.
type form struct {
	ID              string      `json:"id"` // the year
	Title           string      `json:"title"`
	Lowest          int64       `json:"lowest"`
	Highest         int64       `json:"highest"`
	Total           bool        `json:"total,omitzero"` // whether it has a total score
	Indicators      []string    `json:"indicators"`
	Recommendations []string    `json:"recommendations,omitzero"`
	Note            string      `json:"note"` // what the sources leave open
	Source          mtss.Source `json:"source"`
}

// forms returns the published forms, by year.
func forms() []form { return kit.Rows[form](files, "hexagons") }

// Hexagon is a team's ratings of an innovation in one of the forms. It may be
// incomplete.
type Hexagon struct {
	// Kind is "hexagon"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=hexagon"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Form is the year of the form. 2013 rates need, fit, resources, evidence,
	// replication and capacity, and has a total. 2018 rates evidence, supports,
	// usability, need, fit and capacity, has no total, and ends in a
	// recommendation. Ratings in one say nothing about the other.
	Form string `json:"form" jsonschema:"minLength=1,maxLength=20"`
	// Unit is whose team rates. Descriptive only.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what is rated. Descriptive only.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day of the ratings. Descriptive only.
	Date mtss.Date `json:"date"`
	// Ratings are the ratings, each indicator at most once.
	Ratings []IndicatorRating `json:"ratings" jsonschema:"maxItems=100"`
	// Recommendation is what the team recommends in the form of 2018: adopt,
	// replicate or deImplement; absent while it recommends nothing.
	Recommendation string `json:"recommendation,omitzero" jsonschema:"minLength=1,maxLength=50"`
}

// IndicatorRating is the rating of one indicator.
type IndicatorRating struct {
	// Indicator is one of the form's.
	Indicator string `json:"indicator" jsonschema:"minLength=1,maxLength=50"`
	// Rating is the rating from 1, low, to 5, high; absent means that it is not
	// rated yet.
	Rating int64 `json:"rating,omitzero" jsonschema:"minimum=1,maximum=100"`
	// Gap is what is still to be found out. Shown while there is no rating.
	Gap string `json:"gap,omitzero" jsonschema:"minLength=1,maxLength=1000"`
}

// DecodeHexagon reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [Hexagon.Validate].
func DecodeHexagon(data []byte) (Hexagon, error) { return strict.Checked(data, Hexagon.issues) }

// Validate reports what is wrong with the ratings. Errors: CodeForm,
// CodeRating, CodeRecommendation, CodeDate.
func (h Hexagon) Validate() error { return strict.Invalid(h.issues()) }

func (h Hexagon) issues() []mtss.Issue {
	var found problems
	form, ok := h.form()
	if !ok {
		found.Fail("/form", CodeForm, "%q is not a form of the hexagon, want 2013 or 2018", h.Form)
		return found.List()
	}
	found.Day("/date", CodeDate, h.Date, false)
	seen := map[string]bool{}
	for i, r := range h.Ratings {
		at := pointer.Element("/ratings", i)
		switch {
		case !slices.Contains(form.Indicators, r.Indicator):
			found.Fail(at+"/indicator", CodeRating, "the form of %s rates %s, not %q", form.ID, list(form.Indicators), r.Indicator)
		case seen[r.Indicator]:
			found.Fail(at+"/indicator", CodeRating, "%q is rated twice", r.Indicator)
		case r.Rating != 0 && (r.Rating < form.Lowest || r.Rating > form.Highest):
			found.Fail(at+"/rating", CodeRating, "%d is off the scale of the form of %s, %d to %d", r.Rating, form.ID, form.Lowest, form.Highest)
		}
		seen[r.Indicator] = true
	}
	if h.Recommendation != "" && !slices.Contains(form.Recommendations, h.Recommendation) {
		found.Fail("/recommendation", CodeRecommendation, "the form of %s does not recommend %q, want one of %v", form.ID, h.Recommendation, form.Recommendations)
	}
	return found.List()
}

// form returns the form of the ratings, or an empty one if it is unknown.
func (h Hexagon) form() (form, bool) {
	for _, f := range forms() {
		if f.ID == h.Form {
			return f, true
		}
	}
	return form{}, false
}

// MarshalJSON writes the document with its kind and schema version.
func (h Hexagon) MarshalJSON() ([]byte, error) {
	type plain Hexagon
	h.Kind, h.SchemaVersion, h.Ratings = "hexagon", SchemaVersion, kit.OrEmpty(h.Ratings)
	return json.Marshal(plain(h))
}

// rating returns the rating of an indicator, or an empty one if there is none.
func (h Hexagon) rating(indicator string) IndicatorRating {
	for _, r := range h.Ratings {
		if r.Indicator == indicator {
			return r
		}
	}
	return IndicatorRating{}
}

// Facts returns the measures of the ratings. The total is that of the form of
// 2013, in which an indicator that is not rated has its lowest rating for certain and the
// rest of its scale unknown.
func (h Hexagon) Facts() rule.Facts {
	facts, total := rule.Facts{}, mtss.Tally{}
	form, _ := h.form()
	for _, i := range form.Indicators {
		low, high := form.Lowest, form.Highest
		if r := h.rating(i).Rating; r > 0 {
			low, high = r, r
		}
		facts["hexagon."+form.ID+"."+i] = rule.OfSpan(quantity(low, high))
		total = kit.Plus(total, mtss.Tally{Earned: low, Possible: form.Highest, Unknown: high - low})
	}
	facts["hexagon.rated"] = rule.Of(kit.Among(form.Indicators, func(i string) mtss.Verdict { return kit.YesNo(h.rating(i).Rating > 0) }))
	if form.Total {
		facts["hexagon.total"] = rule.Of(total)
	}
	if h.Recommendation != "" {
		facts["hexagon.recommendation"] = rule.OfCategory(h.Recommendation)
	}
	return facts
}

// Check returns what a reader must know besides the ratings: that the form has
// no criterion, and what is not rated, with what is still to be found out.
func (h Hexagon) Check() []mtss.Caveat {
	form, ok := h.form()
	if !ok {
		return []mtss.Caveat{}
	}
	out := []mtss.Caveat{kit.Caveat(CaveatNoCut, "the form of %s: %s", form.ID, form.Note)}
	for _, i := range form.Indicators {
		r, gap := h.rating(i), ""
		if r.Gap != "" {
			gap = ": " + r.Gap
		}
		if r.Rating == 0 {
			out = append(out, kit.Caveat(CaveatUnrated, "%s is not rated%s", i, gap))
		}
	}
	return out
}
