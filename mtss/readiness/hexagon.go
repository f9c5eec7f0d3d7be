package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// form is a published form of the hexagon. Neither of the two states a criterion.
type form struct {
	ID              HexagonForm      `json:"id"` // the year
	Title           string           `json:"title"`
	Lowest          int64            `json:"lowest"`
	Highest         int64            `json:"highest"`
	Total           bool             `json:"total,omitzero"` // whether it has a total score
	Indicators      []Indicator      `json:"indicators"`
	Recommendations []Recommendation `json:"recommendations,omitzero"`
	Note            string           `json:"note"` // what the sources leave open
	Source          mtss.Source      `json:"source"`
}

// forms returns the published forms, by year.
func forms() []form { return kit.Rows[form](files, "hexagons") }

// Hexagon is a team's ratings of an innovation in one of the forms. It may be
// incomplete.
type Hexagon struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Form is the year of the form. 2013 rates need, fit, resources, evidence,
	// replication and capacity, and has a total. 2018 rates evidence, supports,
	// usability, need, fit and capacity, has no total, and ends in a
	// recommendation. Ratings in one say nothing about the other.
	Form HexagonForm `json:"form" jsonschema:"enum=2013,enum=2018"`
	// Unit is whose team rates. Descriptive only.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what is rated. Descriptive only.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day of the ratings. Descriptive only.
	Date mtss.Date `json:"date"`
	// Ratings are the ratings, one of each indicator.
	Ratings []IndicatorRating `json:"ratings" jsonschema:"maxItems=100"`
	// Recommendation is what the team recommends in the form of 2018: adopt,
	// replicate or deImplement; absent while it recommends nothing.
	Recommendation Recommendation `json:"recommendation,omitzero" jsonschema:"enum=adopt,enum=replicate,enum=deImplement"`
}

// IndicatorRating is the rating of one indicator.
type IndicatorRating struct {
	// Indicator is one of the form's.
	Indicator Indicator `json:"indicator" jsonschema:"enum=need,enum=fit,enum=resources,enum=evidence,enum=replication,enum=capacity,enum=supports,enum=usability"`
	// Rating is the rating from 1, low, to 5, high; absent means that it is not
	// rated yet.
	Rating int64 `json:"rating,omitzero" jsonschema:"minimum=1,maximum=5"`
	// Gap is what is still to be found out. Shown while there is no rating.
	Gap string `json:"gap,omitzero" jsonschema:"minLength=1,maxLength=1000"`
}

// DecodeHexagon reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [Hexagon.Validate].
func DecodeHexagon(data []byte) (Hexagon, error) { return strict.Read(data, (*Hexagon).issues) }

// Schema names the kind of the document and the version of its schema.
func (Hexagon) Schema() mtss.Schema { return mtss.Schema{Kind: "hexagon", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (h Hexagon) MarshalJSON() ([]byte, error) { return strict.Marshal(&h) }

// AppendJSON appends the document to dst.
func (h *Hexagon) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, h) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (h *Hexagon) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, h, (*Hexagon).issues)
}

// Validate reports what is wrong with the ratings. Errors: the codes of
// strict reading, CodeRating, CodeRecommendation.
func (h Hexagon) Validate() error { return strict.Validate(&h, (*Hexagon).issues) }

func (h *Hexagon) issues() []mtss.Issue {
	var found problems
	form, _ := h.form() // it is known
	for i, r := range h.Ratings {
		if !slices.Contains(form.Indicators, r.Indicator) {
			found.Fail(pointer.Element("/ratings", i)+"/indicator", CodeRating, "the form of %s rates %s, not %q", form.ID, list(form.Indicators), r.Indicator)
		}
	}
	differ(&found, "/ratings", "/indicator", CodeRating, h.Ratings, (*IndicatorRating).name)
	if h.Recommendation != "" && !slices.Contains(form.Recommendations, h.Recommendation) {
		found.Fail("/recommendation", CodeRecommendation, "the form of %s ends without a recommendation, want none", form.ID)
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

func (r *IndicatorRating) name() string { return string(r.Indicator) }

// rating returns the rating of an indicator, or an empty one if there is none.
func (h Hexagon) rating(indicator Indicator) IndicatorRating {
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
		facts["hexagon."+string(form.ID)+"."+string(i)] = rule.OfSpan(quantity(low, high))
		total = kit.Plus(total, mtss.Tally{Earned: low, Possible: form.Highest, Unknown: high - low})
	}
	facts["hexagon.rated"] = rule.Of(kit.Among(form.Indicators, func(i Indicator) mtss.Verdict { return kit.YesNo(h.rating(i).Rating > 0) }))
	if form.Total {
		facts["hexagon.total"] = rule.Of(total)
	}
	if h.Recommendation != "" {
		facts["hexagon.recommendation"] = rule.OfCategory(string(h.Recommendation))
	}
	return facts
}

// Check returns what a reader must know besides the ratings: that the form has
// no criterion, and what is not rated, with what is still to be found out.
func (h Hexagon) Check() []mtss.Notice {
	form, ok := h.form()
	if !ok {
		return []mtss.Notice{}
	}
	out := append(again("/ratings", h.Ratings, (*IndicatorRating).name), mtss.Noticef(CaveatNoCut, "the form of %s: %s", form.ID, form.Note))
	for _, i := range form.Indicators {
		r, gap := h.rating(i), ""
		if r.Gap != "" {
			gap = ": " + r.Gap
		}
		if r.Rating == 0 {
			out = append(out, mtss.Noticef(CaveatUnrated, "%s is not rated%s", i, gap))
		}
	}
	return out
}
