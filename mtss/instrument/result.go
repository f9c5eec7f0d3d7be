package instrument

import (
	"encoding/json"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Result is what an administration comes to: points and shares of each subscale,
// a verdict on each named criterion with its finding, and what a reader must know
// beside them.
type Result struct {
	// Kind is "result"; writing sets it.
	Kind string `json:"kind"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion"`
	// Administration is the id of what was scored, if it has one.
	Administration string `json:"administration,omitzero"`
	// Instrument names the definition that was used.
	Instrument UsedDefinition `json:"instrument"`
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Date is the day of the administration.
	Date mtss.Date `json:"date"`
	// Sections are the sections that were administered; absent means all.
	Sections []string `json:"sections,omitzero"`
	// Missing is what an unanswered item counted as.
	Missing string `json:"missing"`
	// Total is the instrument's total; nil if it defines none, if how it is formed
	// is not known, or if only a part was administered.
	Total *Score `json:"total" jsonschema:"nullable"`
	// Points pools the items that were administered, whether or not the
	// instrument defines that as its total.
	Points mtss.Tally `json:"points"`
	// Subscales are the scores of the subscales that were administered, in the
	// definition's order. There are none while the list of items may be
	// incomplete: the points of some items would pass for those of all.
	Subscales []Score `json:"subscales"`
	// Criteria are the verdicts on the criteria of this version.
	Criteria []CriterionResult `json:"criteria"`
	// Items tells which items were not simply scored.
	Items ItemAccount `json:"items"`
	// Caveats are what a reader must know beside the numbers.
	Caveats []mtss.Caveat `json:"caveats"`
}

// UsedDefinition names the definition behind a result, down to its bytes.
type UsedDefinition struct {
	Ref
	// Edition names the text, if one version has several.
	Edition string `json:"edition,omitzero"`
	// Profile names the adopter's profile whose criteria were judged; absent
	// where they were the instrument's own.
	Profile string `json:"profile,omitzero"`
	// Digest is the definition's SHA-256, completion and profile included.
	Digest string `json:"digest"`
	// CompletedBy names the completion, if there was one.
	CompletedBy CompletedBy `json:"completedBy,omitzero"`
	// Lacks are the parts that the definition may not have in full. While items
	// are among them, there are no subscales and no total.
	Lacks []LackOf `json:"lacks,omitzero"`
}

// Score is the score of a subscale or the total. In documents it has beside
// its numbers, for display, percent, low and high with one decimal, and mean
// with two where the instrument reports one; verdicts never come from those.
type Score struct {
	// ID is the subscale's id; "" for the total.
	ID string
	// Label is the subscale's short label.
	Label string
	// Tally is the points. It is 0 of 0 for a total that is a mean of subscales.
	Tally mtss.Tally
	// Items is how many items the mean score is of, where the instrument
	// reports a mean per item; else 0.
	Items int64
	// OfSubscales is the mean of the subscales' shares, for a total that is one;
	// else nil.
	OfSubscales *mtss.Span
	// ItemsAtTop is how many items have their greatest score, where the
	// instrument reports that; else nil. It is another metric than the points:
	// three items of 2 scored 1 have half the points and none at the top.
	ItemsAtTop *mtss.Tally
}

// Share returns the share of the points, or the mean of the subscales' shares,
// from the worst to the best case.
func (s Score) Share() mtss.Span {
	if s.OfSubscales != nil {
		return *s.OfSubscales
	}
	return s.Tally.Span()
}

// Percent returns the share with one decimal; ok is false while points are
// unknown, and for 0 of 0.
func (s Score) Percent() (percent string, ok bool) {
	share, known := s.Share().Known()
	return share.Percent(1), known
}

// Mean returns the mean score per item with two decimals; ok is false where the
// instrument reports none, and while points are unknown.
func (s Score) Mean() (mean string, ok bool) {
	if s.Items == 0 || s.Tally.Unknown > 0 {
		return "", false
	}
	return mtss.NewRatio(s.Tally.Earned, s.Items).Decimal(2), true
}

// CriterionResult is the verdict on one criterion. If the criterion asks for
// shares of several scales, none of which overlap, its finding's Needed counts
// the points for all of them together.
type CriterionResult struct {
	// ID names the criterion.
	ID string `json:"id"`
	// Title says it in a few words.
	Title string `json:"title"`
	// Provenance says how well the criterion is known.
	Provenance mtss.Provenance `json:"provenance"`
	rule.Finding
}

// ItemAccount tells which items were not simply scored, by id in the
// definition's order.
type ItemAccount struct {
	// Scored is how many items were scored.
	Scored int `json:"scored"`
	// Missing are the items that were administered and have no score.
	Missing []string `json:"missing"`
	// NotApplicable are the items that do not apply.
	NotApplicable []string `json:"notApplicable"`
	// Unscored are answers that were kept as they were given, by number, but
	// that the definition has no item for. In documents they are an object from
	// item id to score or null.
	Unscored Responses `json:"unscored"`
}

// scoreJSON is a score as documents hold it.
type scoreJSON struct {
	ID       string  `json:"id,omitempty"`
	Label    string  `json:"label,omitempty"`
	Earned   *int64  `json:"earned,omitempty"`
	Possible *int64  `json:"possible,omitempty"`
	Unknown  *int64  `json:"unknown,omitempty"`
	Of       string  `json:"of,omitempty"`
	Percent  *string `json:"percent"`
	Low      *string `json:"low"`
	High     *string `json:"high"`
	Mean     *string `json:"mean,omitempty"`

	ItemsAtTop *scoreJSON `json:"itemsAtTop,omitempty"`
}

// MarshalJSON writes the score with its display strings.
func (s Score) MarshalJSON() ([]byte, error) { return json.Marshal(s.json()) }

func (s Score) json() scoreJSON {
	out := scoreJSON{ID: s.ID, Label: s.Label}
	if s.OfSubscales != nil {
		out.Of = "subscales"
	} else {
		out.Earned, out.Possible, out.Unknown = &s.Tally.Earned, &s.Tally.Possible, &s.Tally.Unknown
	}
	if percent, ok := s.Percent(); ok {
		out.Percent = &percent
	}
	if share := s.Share(); share.Low.Defined() && share.High.Defined() {
		low, high := share.Low.Percent(1), share.High.Percent(1)
		out.Low, out.High = &low, &high
	}
	if mean, ok := s.Mean(); ok {
		out.Mean = &mean
	}
	if s.ItemsAtTop != nil {
		atTop := Score{Tally: *s.ItemsAtTop}.json()
		out.ItemsAtTop = &atTop
	}
	return out
}

// MarshalJSON writes the result with its kind and schema version.
func (r Result) MarshalJSON() ([]byte, error) {
	type plain Result
	p := plain(r)
	p.Kind, p.SchemaVersion = "result", SchemaVersion
	return json.Marshal(p)
}

// Criterion returns the verdict on a criterion by its id.
func (r Result) Criterion(id string) (c CriterionResult, ok bool) {
	for _, c := range r.Criteria {
		if c.ID == id {
			return c, true
		}
	}
	return CriterionResult{}, false
}

// Subscale returns the score of a subscale by its id.
func (r Result) Subscale(id string) (s Score, ok bool) {
	for _, s := range r.Subscales {
		if s.ID == id {
			return s, true
		}
	}
	return Score{}, false
}
