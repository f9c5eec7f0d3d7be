package instrument

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Result is what an administration comes to: points and shares of each subscale,
// a verdict on each named criterion with its finding, and what a reader must know
// beside them.
type Result struct {
	// Administration is the id of what was scored, if it has one.
	Administration string `json:"administration,omitzero"`
	// Instrument names the definition that was used.
	Instrument UsedDefinition `json:"instrument"`
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Date is the day of the administration.
	Date mtss.Date `json:"date"`
	// Recorded is the day on which the administration was entered, where that was
	// later and is stated.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// ProtocolKept says whether the protocol of administering was kept; undetermined,
	// or absent, where that is not known.
	ProtocolKept mtss.Verdict `json:"protocolKept,omitzero"`
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
	Caveats []mtss.Notice `json:"caveats"`
}

// UsedDefinition names the definition behind a result, down to its bytes.
type UsedDefinition struct {
	Ref
	// Title is the instrument's name, for people; absent in results of before it was
	// written. The digest covers it.
	Title string `json:"title,omitzero" jsonschema:"minLength=1,maxLength=300"`
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
	Lacks []LackOf `json:"lacks,omitzero" jsonschema:"enum=items,enum=scales,enum=sections,enum=subscales,enum=total"`
}

// Score is the score of a subscale or the total. In documents it has beside
// its numbers, for display, percent, low and high with one decimal, and mean
// with two where the instrument reports one; or with as many as keep each of them
// on its own side of whatever a criterion compares it with: 142 of 203 against 70
// percent is 69.95. Verdicts never come from those.
// The share of a total that is a mean of subscales is written exactly as well.
type Score struct {
	// ID is the subscale's id; "" for the total.
	ID string
	// Label is the subscale's short label.
	Label string
	// Tally is the points. It is 0 of 0 for a total that is a mean of subscales.
	Tally mtss.Tally
	// Full is how many points all items can earn, where some of them do not apply or
	// were left out, so that Tally is a part of that; else 0.
	Full int64
	// Prorated is set if bounds in points are compared with the points scaled up to
	// Full, as the policy for missing answers says. Documents show those points.
	Prorated bool
	// NotApplicable is set if no item applies. A scale whose answers are all left
	// out is 0 of 0 as well, and that is not known.
	NotApplicable bool
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
	// LowDecimals, HighDecimals and MeanDecimals are how many decimals the worst
	// case (and the percentage), the best case and the mean are shown with, where
	// one, one and two would put them on the wrong side of a cut; else 0.
	LowDecimals, HighDecimals, MeanDecimals int
}

// Share returns the share of the points, or the mean of the subscales' shares,
// from the worst to the best case.
func (s Score) Share() mtss.Span {
	if s.OfSubscales != nil {
		return *s.OfSubscales
	}
	return s.Tally.Span()
}

// Percent returns the share as it is shown; ok is false while points are unknown,
// and for 0 of 0.
func (s Score) Percent() (percent string, ok bool) {
	share, known := s.Share().Known()
	return share.Percent(max(s.LowDecimals, 1)), known
}

// Bounds returns the share as it is shown, from its worst to its best case; both
// are "" for 0 of 0.
func (s Score) Bounds() (low, high string) {
	share := s.Share()
	return share.Low.Percent(max(s.LowDecimals, 1)), share.High.Percent(max(s.HighDecimals, 1))
}

// Mean returns the mean score per item as it is shown; ok is false where the
// instrument reports none, and while points are unknown.
func (s Score) Mean() (mean string, ok bool) {
	exact, ok := s.mean()
	return exact.Decimal(max(s.MeanDecimals, 2)), ok
}

// show finds out how many decimals keep each number on its own side of the cuts,
// which are shares.
func (s *Score) show(cuts []mtss.Ratio) {
	t := s.Tally
	if s.OfSubscales == nil && s.Items == 0 && clearOf(t.Earned, t.Possible, cuts) && (t.Unknown == 0 || clearOf(t.Earned+t.Unknown, t.Possible, cuts)) {
		return
	}
	share := s.Share()
	s.LowDecimals, s.HighDecimals = decimals(share.Low, 100, 1, cuts), decimals(share.High, 100, 1, cuts)
	if mean, ok := s.mean(); ok && s.Tally.Possible > 0 {
		s.MeanDecimals = decimals(mean.Quo(mtss.Whole(s.Tally.Possible/s.Items)), s.Tally.Possible/s.Items, 2, cuts)
	}
}

// decimals returns the fewest decimals, more than usual, with which a share times
// scale is on its own side of every cut; 0 if the usual ones do, or no number does.
func decimals(share mtss.Ratio, scale int64, usual int, cuts []mtss.Ratio) int {
	const most = 12
	if !share.Defined() || len(cuts) == 0 {
		return 0
	}
	if !slices.ContainsFunc(cuts, func(cut mtss.Ratio) bool { return !apart(share, cut, scale, usual) }) {
		return 0
	}
	up := mtss.Whole(scale)
	for n := usual; n <= most; n++ {
		shown, err := mtss.ParseNumber(share.Mul(up).Decimal(n))
		side := func(cut mtss.Ratio) bool { return shown.Cmp(cut.Mul(up)) != share.Cmp(cut) }
		switch {
		case err != nil:
			return 0
		case slices.ContainsFunc(cuts, side):
		case n == usual:
			return 0
		default:
			return n
		}
	}
	return 0
}

// clearOf reports whether a share of points is apart from every cut, as a percentage with
// one decimal.
func clearOf(points, possible int64, cuts []mtss.Ratio) bool {
	for _, cut := range cuts {
		c, d, ok := cut.Fraction()
		if !ok || possible <= 0 || !farther(points, possible, c, d, 1000) {
			return false
		}
	}
	return true
}

// apart reports whether rounding cannot put a share, times scale with so many
// decimals, on the other side of a cut: it lies farther off than half a step, or on the
// cut and needs no rounding. It is true of most, and needs no large numbers.
func apart(share, cut mtss.Ratio, scale int64, decimals int) bool {
	steps := scale
	for range decimals {
		steps *= 10
	}
	a, b, ok := share.Fraction()
	c, d, known := cut.Fraction()
	return ok && known && farther(a, b, c, d, steps)
}

// farther reports whether a/b is farther from c/d than half of one of so many steps, or
// is c/d and a whole number of steps; not for large numbers.
func farther(a, b, c, d, steps int64) bool {
	const small = 1 << 15
	if max(a, b, c, d, -a, -c) >= small || steps >= 1<<24 {
		return false
	}
	distance := a*d - c*b
	if distance < 0 {
		distance = -distance
	}
	return 2*distance*steps > b*d || distance == 0 && a*steps%b == 0
}

// prorated is the points scaled up to Full, as a text.
func (s *Score) prorated() string {
	return mtss.NewRatio(s.Tally.Earned, s.Tally.Possible).Mul(mtss.Whole(s.Full)).Number()
}

// shows reports whether there is a mean to show.
func (s *Score) shows() bool { return s.Items != 0 && s.Tally.Unknown <= 0 }

// mean is Mean exactly.
func (s *Score) mean() (mtss.Ratio, bool) {
	if !s.shows() {
		return mtss.Ratio{}, false
	}
	return mtss.NewRatio(s.Tally.Earned, s.Items), true
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
	Scored int `json:"scored" jsonschema:"minimum=0"`
	// Missing are the items that were administered and have no score.
	Missing []string `json:"missing"`
	// NotApplicable are the items that do not apply.
	NotApplicable []string `json:"notApplicable"`
	// Unscored are answers that were kept as they were given, by number, but
	// that the definition has no item for. In documents they are an object from
	// item id to score or null.
	Unscored Responses `json:"unscored"`
}

// Schema names the kind of the document and the version of its schema.
func (Result) Schema() mtss.Schema { return mtss.Schema{Kind: "result", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (r Result) MarshalJSON() ([]byte, error) { return strict.Marshal(&r) }

// AppendJSON appends the document to dst.
func (r *Result) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, r) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (r *Result) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, r, (*Result).issues) }

// DecodeResult reads one result strictly. What it shows of its numbers has to
// agree with them. Errors: CodeDisplayed, CodeMissing, mtss.CodeTally,
// rule.CodeValue and the codes of strict reading.
func DecodeResult(data []byte) (Result, error) { return strict.Read(data, (*Result).issues) }

// Validate reports what decoding the result would. Errors: as [DecodeResult].
func (r Result) Validate() error { return strict.Validate(&r, (*Result).issues) }

func (r *Result) issues() (issues []mtss.Issue) {
	if _, err := ParseMissing(r.Missing); err != nil {
		issues = strict.Under("/missing", mtss.Issues(err))
	}
	return append(issues, strict.Under("/points", mtss.Issues(r.Points.Validate()))...)
}

// Correction returns what the result is known by: the administration that it was
// scored from or, where that has no id, all that the result says.
func (r *Result) Correction() mtss.Correction[string] {
	if r == nil {
		return mtss.Correction[string]{}
	}
	return mtss.Correction[string]{ID: r.Administration, Content: digestOf(r)}
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

// Known returns the day from which the record was known: that on which its
// administration was recorded or else its own.
func (r Result) Known() mtss.Date { return cmp.Or(r.Recorded, r.Date) }
